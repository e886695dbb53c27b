import type { Draft, Reading, Recognizer, Section, Taken } from '../draft.ts'
import type { Block } from '../manuscript.ts'
import { isText } from '../manuscript.ts'
import { folded, textOf } from '../runs.ts'
import { markdownOf } from '../write/markdown.ts'
import { bodyStart } from './head.ts'
import { partsOf, withRunInHeadings, type Part } from './sections.ts'

/**
 * About texts and notes to editors: what stands under such a heading at the end of a release. In the middle of the text such a heading is one
 * of the text's own, and stays.
 */
export const parts: Recognizer = (reading) => {
  const start = bodyStart(reading.blocks)
  const body = takeParts(withRunInHeadings(reading.blocks.slice(start + 1)), true)
  const tail = takeParts(withRunInHeadings(reading.tail), false)
  const draft: Draft = {
    ...reading.draft,
    about: [...reading.draft.about, ...body.about, ...tail.about],
    notes: [...reading.draft.notes, ...body.notes, ...tail.notes],
  }
  return {
    ...reading,
    blocks: [...reading.blocks.slice(0, start + 1), ...body.left],
    tail: tail.left,
    draft,
    taken: [...reading.taken, ...body.taken, ...tail.taken],
  } satisfies Reading
}

function takeParts(blocks: readonly Block[], onlyAtEnd: boolean) {
  const all = partsOf(blocks)
  const lastPlain = onlyAtEnd ? all.findLastIndex((part) => part.kind === 'plain') : -1
  const about: Section[] = []
  const notes: string[] = []
  const taken: Taken[] = []
  const left: Block[] = []
  for (const [i, part] of all.entries()) {
    const isOwn = i > lastPlain && part.blocks.some((block) => isText(block) && textOf(block.runs).trim() !== '')
    if (isOwn && part.kind === 'about') about.push(sectionOf(part))
    else if (isOwn && part.kind === 'notes') {
      notes.push(...notesOf(part))
      if (part.heading) taken.push({ as: 'heading', text: textOf(part.heading.runs) })
    } else left.push(...(part.heading ? [part.heading] : []), ...part.blocks)
  }
  return { about, notes, taken, left }
}

const sectionOf = ({ heading, blocks }: Part): Section => ({
  title: heading
    ? textOf(heading.runs)
        .replace(/\s*:\s*$/, '')
        .trim()
    : '',
  blocks: folded(blocks),
})

/** A paragraph is a note, and so is a list; a table stays with the note above it. */
function notesOf({ blocks }: Part): string[] {
  const groups: Block[][] = []
  for (const block of folded(blocks)) {
    const last = groups.at(-1)
    const before = last?.at(-1)
    const goesOn = before && isText(before) && before.kind === 'item' && isText(block) && block.kind === 'item'
    if (last && (goesOn || !isText(block))) last.push(block)
    else groups.push([block])
  }
  return groups.map(markdownOf).filter((note) => note.trim() !== '')
}
