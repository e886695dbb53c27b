import { fold } from '../fold-text.ts'
import type { Block, TextBlock } from '../manuscript.ts'
import { isText } from '../manuscript.ts'
import { cut, isStrong, looksLikeHeading, textOf, trimmed } from '../runs.ts'
import { anyOf } from '../words/words.ts'

export type SectionKind = 'about' | 'notes' | 'contacts' | 'plain'

/** A part of the text under a heading of its own. */
export interface Part {
  readonly kind: SectionKind
  readonly heading?: TextBlock
  readonly blocks: readonly Block[]
}

let patterns: Readonly<Record<Exclude<SectionKind, 'plain'>, RegExp>> | undefined

function headings() {
  patterns ??= {
    notes: new RegExp(`^(?:${anyOf('notes')})\\s*:?$`, 'u'),
    contacts: new RegExp(`^(?:${anyOf('contacts')})(?:\\s*[:,]?\\s*$|\\s*:)`, 'u'),
    about: new RegExp(
      `^(?:${anyOf('about')})(?:(?<=')|\\s+)(?!\\d)[^.?!]{2,80}$|^(?:about us|qui sommes-nous|quienes somos|chi siamo|uber uns|من نحن)\\s*:?$`,
      'u',
    ),
  }
  return patterns
}

/** What the heading of a part says that it is. */
export function kindOfHeading(text: string): Exclude<SectionKind, 'plain'> | undefined {
  if (text.length > 160) return undefined
  const folded = fold(text).trim()
  if (headings().notes.test(folded)) return 'notes'
  if (headings().contacts.test(folded)) return 'contacts'
  return headings().about.test(folded.replace(/\s*:$/, '')) ? 'about' : undefined
}

/** Headings that run into their text: **About Acme** Acme makes pumps. Each becomes a line of its own. */
export function withRunInHeadings(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block): Block[] => {
    if (!isText(block) || block.kind === 'heading' || isStrong(block)) return [block]
    const text = textOf(block.runs)
    let strong = 0
    for (const run of block.runs) {
      if (!run.strong && run.text.trim() !== '') break
      strong += run.text.length
    }
    const typed = /^[^.:!?\n]{4,80}:(?=\s)/.exec(text)?.[0].length ?? 0
    for (const at of [strong, typed]) {
      const heading = text.slice(0, at).trim()
      const kind = at > 0 && at < text.length ? kindOfHeading(heading.replace(/[.:–—-]+$/, '')) : undefined
      if (kind === undefined || (kind === 'contacts' && at === typed)) continue
      return [
        {
          ...block,
          kind: 'paragraph',
          level: 0,
          runs: trimmed(cut(block.runs, 0, at)).map((run) => ({ ...run, strong: true })),
        },
        {
          ...block,
          kind: 'paragraph',
          level: 0,
          runs: trimmed(cut(block.runs, at + (/^\s*[:–—-]\s/.exec(text.slice(at))?.[0].length ?? 0))),
          follows: false,
        },
      ]
    }
    return [block]
  })
}

/**
 * The parts of a text. A heading is one by its style or in bold, or a short line before a paragraph; a heading that says nothing of the kind
 * begins a plain part.
 */
export function partsOf(blocks: readonly Block[]): Part[] {
  const parts: { kind: SectionKind; heading?: TextBlock; blocks: Block[] }[] = [{ kind: 'plain', blocks: [] }]
  for (const [i, block] of blocks.entries()) {
    const current = parts.at(-1)
    const text = isText(block) ? textOf(block.runs).trim() : ''
    const isHeading = looksLikeHeading(block)
    const isShort =
      isText(block) &&
      block.kind === 'paragraph' &&
      text.split(/\s+/).length <= 10 &&
      !/[.!?]$/.test(text) &&
      i < blocks.length - 1
    const isContactLine =
      isText(block) &&
      text.length < 400 &&
      text.split(/\s+/).length <= 25 &&
      headings().contacts.test(fold(text)) &&
      /[:@]|\d{4}/.test(text)
    const kind = isHeading || isShort ? kindOfHeading(text) : isContactLine ? 'contacts' : undefined
    if (kind !== undefined && isText(block)) parts.push({ kind, heading: block, blocks: [] })
    else if (isHeading && current?.kind === 'about') parts.push({ kind: 'plain', blocks: [block] })
    else current?.blocks.push(block)
  }
  return parts.filter(({ kind, blocks: own }) => kind !== 'plain' || own.length > 0)
}
