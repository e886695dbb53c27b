import { matchesIn } from '../../source/matches.ts'

/** A quotation as it is typed: where its marks stand, and how deep it is inside others. One of the marks may be missing. */
export interface QuotePair {
  readonly open: number | undefined
  readonly close: number | undefined
  /** The marks as they are typed; a missing one is empty. */
  readonly marks: readonly [open: string, close: string]
  /** 0 for one that is in no other. */
  readonly depth: number
}

const closingOf: Readonly<Record<string, string>> = { '“': '”', '«': '»', '„': '“”' }
const isClosing = (mark: string): boolean => mark === '”' || mark === '»'
const marks = /["“”„«»]/g

/**
 * The quotations in a passage of prose, by the offsets of the text that it stands in, in the order in which they end. A straight mark may close a curly one
 * where it can only be meant so. In Arabic curly marks are typed in either direction.
 */
export function quotePairsIn(text: string, start: number, end: number, language: string): QuotePair[] {
  const found: QuotePair[] = []
  const open: { readonly mark: string; readonly at: number }[] = []
  const close = (level: number, at: number, mark: string): void => {
    for (const { mark: unclosed, at: from } of open.splice(level + 1).reverse())
      found.push({ open: from, close: undefined, marks: [unclosed, ''], depth: level + 1 })
    const opened = open.pop()
    found.push({ open: opened?.at, close: at, marks: [opened?.mark ?? '', mark], depth: level })
  }
  for (const { 0: mark, index } of matchesIn(text.slice(start, end), marks)) {
    const at = start + index
    const either = mark === '"' || (language === 'ar' && (mark === '“' || mark === '”'))
    const isOpenedBy = (one: string): boolean =>
      either ? one === mark || (mark !== '"' && !isGuillemet(one)) : (closingOf[one] ?? '').includes(mark)
    let level = open.length - 1
    while (level >= 0 && !isOpenedBy(open[level]?.mark ?? '')) level = open.length - level > deepest ? -1 : level - 1
    const top = open.at(-1)
    if (level !== -1) close(level, at, mark)
    else if (mark === '"' && /\d/.test(text.charAt(at - 1)) && !(top && isLast(text, at, end, top.mark))) continue
    else if (top && endsHere(text, at) && (either || (isClosing(mark) && top.mark === '"')))
      close(open.length - 1, at, mark)
    else if (isClosing(mark) && !either)
      found.push({ open: undefined, close: at, marks: ['', mark], depth: open.length })
    else open.push({ mark, at })
  }
  for (const [depth, { mark, at }] of open.entries())
    found.push({ open: at, close: undefined, marks: [mark, ''], depth })
  return found
}

/** Whether no mark that closes a quotation comes before the next that opens one: a straight mark has to do it. */
function isLast(text: string, at: number, end: number, mark: string): boolean {
  const next = /["“”„«»]/.exec(text.slice(at + 1, Math.min(end, at + 1 + reach)))?.[0] ?? ''
  return !(closingOf[mark] ?? '').includes(next) || next === ''
}
/** How far a quotation goes on behind the sign for inches, in characters. */
const reach = 500

/** Nobody quotes in quotations deeper than this; marks further out are not looked for. */
const deepest = 4

const isGuillemet = (mark: string): boolean => mark === '«' || mark === '»' || mark === '"'

/** A mark behind a letter or a full stop, and before no letter, closes. */
const endsHere = (text: string, at: number): boolean =>
  /[^\s([“«]/.test(text.charAt(at - 1)) && !/[\p{L}\p{N}]/u.test(text.charAt(at + 1))

/** Whether a passage begins with a mark that opens a quotation, or goes on with one; Spanish and French also do so with ». */
export const beginsQuoted = (passage: string): boolean => /^[\s>*_]*["“«„»]/.test(passage)
