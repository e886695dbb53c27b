import type { Draft, Reading, Recognizer, Remark, Taken } from '../draft.ts'
import { fold, words } from '../fold-text.ts'
import type { Block, TextBlock } from '../manuscript.ts'
import { isText } from '../manuscript.ts'
import { isStrong, looksLikeHeading, plainRuns, textOf } from '../runs.ts'
import { markdownLine } from '../write/inline.ts'
import { anyOf } from '../words/words.ts'
import { bodyStart } from './head.ts'

const sameWords = (a: string, b: string): boolean => words(a).join(' ') === words(b).join(' ')

/**
 * The headline and the line under it: what is left above the text. A title by its style comes first, then a heading, then a line in bold,
 * then the first line there is.
 */
export const headline: Recognizer = (reading, { mastheads }) => {
  const start = bodyStart(reading.blocks)
  const head: { block: TextBlock; at: number }[] = []
  const taken: Taken[] = []
  const gone = new Set<number>()
  for (const [at, block] of reading.blocks.entries()) {
    if (
      at >= start ||
      !isText(block) ||
      block.kind === 'item' ||
      block.runs.some(({ picture }) => picture !== undefined)
    )
      continue
    const text = textOf(block.runs)
    if (mastheads.some((name) => sameWords(name, text))) {
      taken.push({ as: 'masthead', text })
      gone.add(at)
    } else head.push({ block, at })
  }
  const rest = reading.blocks.filter((_, at) => !gone.has(at))
  const known = reading.draft.headline
  if (known !== undefined) return { ...reading, blocks: rest, taken: [...reading.taken, ...taken] }
  const first =
    head.find(({ block }) => block.style === 'title') ??
    head.find(
      ({ block }) =>
        block.kind === 'heading' &&
        block.level === Math.min(...head.flatMap((one) => (one.block.kind === 'heading' ? [one.block.level] : []))),
    ) ??
    head.find(({ block }) => isStrong(block)) ??
    head.find(({ block }) => block.style !== 'subtitle')
  if (!first) return { ...reading, blocks: rest, taken: [...reading.taken, ...taken] }
  const lines = [first]
  for (
    let next = head[head.indexOf(first) + 1];
    next?.block.follows && looksLikeHeading(first.block) && sameLook(next.block, first.block);
    next = head[head.indexOf(next) + 1]
  )
    lines.push(next)
  for (const { at } of lines) gone.add(at)
  const own = lines.map(({ block }) => textOf(block.runs)).join(' ')
  const below = head
    .slice(head.indexOf(lines.at(-1) ?? first) + 1)
    .filter(({ block }) => !sameWords(textOf(block.runs), own))
  const [second] = below
  const under =
    second &&
    (second.block.style === 'subtitle' || below.length === 1 || looksLikeHeading(second.block)) &&
    textOf(second.block.runs).length <= 400
      ? second
      : undefined
  if (under) gone.add(under.at)
  const { text, remark } = withoutCorrection(lines.map(({ block }) => markdownLine(plainRuns(block.runs))).join(' '))
  const draft: Draft = {
    ...reading.draft,
    headline: text,
    ...(under && { subheadline: reading.draft.subheadline ?? markdownLine(withoutOneLook(under.block)) }),
  }
  const remarks: Remark[] = remark === undefined ? [] : [{ text: remark, field: 'headline' }]
  if (!looksLikeHeading(first.block) && head.length > 2)
    remarks.push({ text: 'several lines stand above the text; this one is taken for the headline', field: 'headline' })
  const above = head.slice(0, head.indexOf(first)).filter(({ at }) => !gone.has(at))
  for (const { at } of above) gone.add(at)
  return {
    ...reading,
    blocks: reading.blocks.filter((_, at) => !gone.has(at)),
    draft,
    taken: [...reading.taken, ...taken],
    remarks: [...reading.remarks, ...remarks],
    asides:
      above.length === 0
        ? reading.asides
        : [
            ...reading.asides,
            { what: 'lines above the headline', text: above.map(({ block }) => textOf(block.runs)).join('\n') },
          ],
  }
}

const sameLook = (a: TextBlock, b: TextBlock): boolean => a.kind === b.kind && isStrong(a) === isStrong(b)

/** A line that is wholly in italics or bold is so because it is a subheadline. */
function withoutOneLook({ runs }: TextBlock): TextBlock['runs'] {
  const plain = plainRuns(runs)
  return plain.every(({ emphasis, text }) => emphasis || text.trim() === '')
    ? plain.map((run) => ({ ...run, emphasis: false }))
    : plain
}

/** CORRECTED: before a headline says that there was an earlier one; the kit shows corrections by themselves. */
function withoutCorrection(text: string): { text: string; remark?: string } {
  const match = new RegExp(`^\\s*(?:${anyOf('corrected')})\\s*[:–—-]+\\s*`, 'u').exec(fold(text))
  if (!match || match[0].length >= text.length) return { text }
  const typed = text.slice(0, match[0].length).trim()
  return {
    text: text.slice(match[0].length),
    remark: `the headline began with "${typed}"; say in \`corrections\` what was wrong and what is right`,
  }
}

/** A headline that stands a second time above the text, or as its first paragraph, is there once. */
export const repeatedHeadline: Recognizer = (reading) => {
  const known = [reading.draft.headline, reading.draft.subheadline].filter((text) => text !== undefined)
  let blocks: readonly Block[] = reading.blocks
  const taken: Taken[] = []
  for (const text of known) {
    const at = blocks
      .slice(0, bodyStart(blocks) + 1)
      .findIndex((block) => isText(block) && sameWords(textOf(block.runs), text))
    const block = blocks[at]
    if (!block || !isText(block)) continue
    taken.push({ as: 'repeated headline', text: textOf(block.runs) })
    blocks = blocks.filter((_, i) => i !== at)
  }
  return taken.length === 0 ? reading : ({ ...reading, blocks, taken: [...reading.taken, ...taken] } satisfies Reading)
}
