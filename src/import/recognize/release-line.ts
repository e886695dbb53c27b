import type { Draft, Recognizer, Taken } from '../draft.ts'
import { fold } from '../fold-text.ts'
import type { Block, Run } from '../manuscript.ts'
import { isText } from '../manuscript.ts'
import { cut, textOf, trimmed } from '../runs.ts'
import { kinds as kindNames, type Kind } from '../../release/fields.ts'
import { anyOf, kindWords } from '../words/words.ts'
import { bodyStart, separatorsBefore } from './head.ts'

interface Found {
  readonly start: number
  readonly end: number
}

/** Where a phrase stands: the whole line, its beginning, or anywhere if it is typed in capitals; letters may be glued to its end. */
function phraseIn(text: string, pattern: string): Found | undefined {
  for (const { 0: typed, index } of fold(text).matchAll(new RegExp(`(?<!\\p{L})(?:${pattern})`, 'gu'))) {
    const end = index + typed.length
    const after = text.charAt(end)
    const capitals = text.slice(index, end) === text.slice(index, end).toUpperCase()
    if (
      /\p{Ll}/u.test(after) ||
      (/\p{L}/u.test(after) && !capitals && !/\p{Lo}/u.test(after) && !/\p{Lu}/u.test(after))
    )
      continue
    const rest = text.slice(0, index) + text.slice(end)
    if (
      rest.trim() === '' ||
      capitals ||
      (text.slice(0, index).trim() === '' && /^\s*(?:[:|,–—-]|$|\p{Lu}|\d)/u.test(text.slice(end)))
    )
      return { start: index, end }
  }
  return undefined
}

const number = /^\s*(?:(?:no|nr|n[°ºo.]?|#|num|رقم)\.?\s*[°º]?\s*:?\s*)?(\d[\d/.-]*(?:\/\d+)*)\s*$/iu

/** FOR IMMEDIATE RELEASE, and what it is: PRESS RELEASE, MEDIA ADVISORY No. 12. The kit writes both itself. */
export const releaseLine: Recognizer = (reading) => {
  const taken: Taken[] = []
  let draft: Draft = reading.draft
  const head = bodyStart(reading.blocks)
  const blocks = reading.blocks.flatMap((block, i): Block[] => {
    if (i > head || i > 25 || !isText(block)) return [block]
    let runs = block.runs
    const take = (found: Found, as: Taken['as']): void => {
      const text = textOf(runs)
      taken.push({ as, text: text.slice(found.start, found.end) })
      const after = found.end + separatorsBefore(text.slice(found.end))
      const before = cut(runs, 0, found.start)
      runs = trimmed([
        ...before,
        ...(before.length > 0 && textOf(before).trim() !== '' ? [{ text: '\n' }] : []),
        ...cut(runs, after),
      ])
    }
    const immediate = i < head ? phraseIn(textOf(runs), anyOf('immediate')) : undefined
    if (immediate) take(immediate, 'release line')
    const kind = i < head ? kindOf(textOf(runs)) : undefined
    if (kind) {
      if (kind.kind !== 'press-release') draft = { ...draft, kind: draft.kind ?? kind.kind }
      if (kind.number !== undefined) draft = { ...draft, number: draft.number ?? kind.number }
      take(kind, 'kind')
    }
    if (!immediate && !kind) return [block]
    return textOf(runs).trim() === ''
      ? []
      : textOf(runs).split('\n').length > 1
        ? splitAtBreaks(block, runs)
        : [{ ...block, runs }]
  })
  return taken.length === 0 ? reading : { ...reading, blocks, draft, taken: [...reading.taken, ...taken] }
}

const splitAtBreaks = (block: Block, runs: readonly Run[]): Block[] => {
  const text = textOf(runs)
  const at = text.indexOf('\n')
  return [cut(runs, 0, at), cut(runs, at + 1)].map((part) => ({ ...block, runs: trimmed(part) }) as Block)
}

function kindOf(text: string): (Found & { readonly kind: Kind; readonly number?: string }) | undefined {
  for (const kind of ['joint', ...kindNames.filter((name) => name !== 'joint')] as const) {
    const pattern = new RegExp(`^\\s*(?:${kindWords(kind)})(?!\\p{L})`, 'u')
    const match = pattern.exec(fold(text))
    if (!match) continue
    const end = match[0].length
    const rest = text.slice(end)
    const numbered = number.exec(rest.replace(/^\s*[:|–—-]?/, ''))
    const isAll = rest.replace(/[\s:|–—-]/g, '') === ''
    const capitals = match[0].length > 5 && text.slice(0, end) === text.slice(0, end).toUpperCase()
    if (isAll) return { kind, start: 0, end: text.length }
    if (numbered) return { kind, start: 0, end: text.length, ...(numbered[1] !== undefined && { number: numbered[1] }) }
    if (capitals && /^\s*[:|–—-]/.test(rest)) return { kind, start: 0, end }
    if (capitals && kindWords('press-release').includes(fold(match[0].trim()))) return { kind, start: 0, end }
  }
  return undefined
}
