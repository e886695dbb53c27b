import type { Context, Recognizer, Remark } from '../draft.ts'
import { fold } from '../fold-text.ts'
import type { Block, TextBlock } from '../manuscript.ts'
import { isText, paragraph } from '../manuscript.ts'
import { momentIn, saysSomething, written } from '../moment.ts'
import { cut, joined, textOf, trimmed } from '../runs.ts'
import { timeIn } from '../times.ts'
import { anyOf } from '../words/words.ts'
import { date } from './date.ts'
import { dateline } from './dateline.ts'
import { bodyStart, isProse, separatorsBefore, withoutSeparators } from './head.ts'

/**
 * EMBARGOED UNTIL and the moment after it, in whatever order its parts stand. One that cannot be read makes the release a draft, so that it
 * does not go out before somebody has looked: one without a moment, or with anything beside it that is not understood.
 */
export const embargo: Recognizer = (reading, context) => {
  const head = bodyStart(reading.blocks)
  const at = reading.blocks.findIndex((block, i) => i <= head && isText(block) && isEmbargo(block, context))
  const block = reading.blocks[at]
  if (!block || !isText(block)) return reading
  const next = reading.blocks[at + 1]
  const isJoined = next !== undefined && isText(next) && !isProse(next) && goesOn(block, next, context)
  const runs = isJoined ? joined([...block.runs, { text: ' ' }, ...next.runs]) : block.runs
  const text = textOf(runs)
  const { index = 0, end: from = 0 } = phraseIn(text) ?? {}
  const start = saysSomething(text.slice(0, index)) ? index : 0
  const until = contactIn(text, from)
  const others = without(reading, at, isJoined ? 2 : 1, [...rest(block, runs, 0, start), ...rest(block, runs, until)])
  const stretch = text.slice(from, until)
  const dayOfRelease = dateline(date(others, context), context).draft.date?.slice(0, 10)
  const moment = momentIn(stretch, context, dayOfRelease)
  const day = moment.date?.day ?? (moment.time && dayOfRelease)
  if (day === undefined || moment.saysMore) {
    // The first paragraph may go on behind the moment.
    const after = moment.end === 0 ? [] : rest(block, runs, from + moment.end, until).filter(isProse)
    const typed = text.slice(start, after.length > 0 ? from + moment.end : until)
    return {
      ...without(reading, at, 1, [...rest(block, runs, 0, start), ...after, ...rest(block, runs, until)]),
      draft: { ...reading.draft, draft: true },
      remarks: [
        ...reading.remarks,
        { text: `the embargo could not be read, so this is a draft: "${typed.trim()}"`, field: 'embargo' },
      ],
      taken: [...reading.taken, { as: 'embargo', text: typed }],
    }
  }
  const { zone: roomZone } = context
  const remarks: Remark[] = []
  const say = (what: string): void => void remarks.push({ text: what, field: 'embargo' })
  if (moment.date?.unsure !== undefined) say(moment.date.unsure)
  if (moment.date === undefined) say(`no day stands beside the embargo; it is that of the release, ${day}`)
  if (!moment.time) say('no time stands beside the embargo; the beginning of the day is taken')
  if (moment.zone?.unsure !== undefined) say(moment.zone.unsure)
  if (!moment.zone)
    say(
      roomZone === undefined
        ? 'no time zone stands beside the embargo; add it'
        : `no time zone stands beside the embargo; ${roomZone} is taken`,
    )
  const read = written(day, moment.time, moment.zone?.zone ?? roomZone)
  return {
    ...others,
    draft: { ...reading.draft, embargo: reading.draft.embargo ?? read },
    taken: [...reading.taken, { as: 'embargo', text: withoutSeparators(text.slice(start, until)) }],
    remarks: [...reading.remarks, ...remarks],
  }
}

/**
 * An embargo that stands only where no text is read from, in the subject of a mail, at the head of the pages, in a comment, makes the release
 * a draft.
 */
export const embargoElsewhere: Recognizer = (reading, context) => {
  const { embargo: known, draft, headline = '' } = reading.draft
  if (known !== undefined || draft === true) return reading
  const places = [{ what: 'the headline', text: headline }, ...reading.asides]
  for (const { what, text } of places.filter((place) => place.what !== 'around the text')) {
    const line = text.split('\n').find((typed) => isEmbargo(paragraph([{ text: typed.trim() }]), context))
    if (line === undefined) continue
    const remark = {
      text: `an embargo stands in ${what}, so this is a draft: "${line.trim()}"`,
      field: 'embargo',
    } as const
    return { ...reading, draft: { ...reading.draft, draft: true }, remarks: [...reading.remarks, remark] }
  }
  return reading
}

/** The words that say that there is an embargo, and whether the word for until is one of them. */
function phraseIn(text: string): { index: number; end: number; hasUntil: boolean } | undefined {
  const pattern = (key: 'embargo' | 'embargoed') => new RegExp(`(?<!\\p{L})(?:${anyOf(key)})(?!\\p{L})`, 'u')
  const folded = fold(text)
  const until = pattern('embargo').exec(folded)
  const bare = pattern('embargoed').exec(folded)
  const found = until && (!bare || until.index <= bare.index) ? until : bare
  return found ? { index: found.index, end: found.index + found[0].length, hasUntil: found === until } : undefined
}

/** The word embargo in a headline is no embargo: until, a moment, a colon or capitals go with one that is meant. */
function isEmbargo(block: TextBlock, context: Context): boolean {
  const text = textOf(block.runs)
  const phrase = phraseIn(text)
  if (!phrase) return false
  const { index, end, hasUntil } = phrase
  if (hasUntil) return index < 40
  const [typed, after] = [text.slice(index, end), text.slice(end)]
  if (index >= 20) return false
  if (/^\s*(?:[:–—-]|$)/.test(after) || (typed === typed.toUpperCase() && typed !== typed.toLowerCase())) return true
  const moment = momentIn(after, context)
  if (fold(typed) === 'embargo') return index === 0 && moment.end > 0 && !moment.saysMore
  return index === 0 && (moment.end > 0 || !isProse(block))
}

/** Whether the line below brings the time that is still to come; or the day alone, where the word for until or a colon asks for it. */
function goesOn(block: TextBlock, next: TextBlock, context: Context): boolean {
  const text = textOf(block.runs)
  const { end = 0, hasUntil } = phraseIn(text) ?? {}
  if (timeIn(text.slice(end))) return false
  const { date: day, time, saysMore } = momentIn(`${text.slice(end)} ${textOf(next.runs)}`, context)
  return !saysMore && (time !== undefined || (day !== undefined && (hasUntil === true || /:\s*$/.test(text))))
}

/** Where the contacts begin on the same line, with or without a space before them. */
function contactIn(text: string, from: number): number {
  const match = new RegExp(`(?<!\\p{L})(?:${anyOf('contacts')})\\s*:`, 'u').exec(fold(text).slice(from))
  return match ? from + match.index : text.length
}

function rest(block: TextBlock, runs: TextBlock['runs'], start: number, end = Infinity): Block[] {
  const part = trimmed(cut(runs, start, end))
  const text = textOf(part)
  const kept = trimmed(cut(part, separatorsBefore(text)))
  return textOf(kept).replace(/[\s:|().,–—-]/g, '') === '' ? [] : [{ ...block, runs: kept }]
}

const without = <R extends { readonly blocks: readonly Block[] }>(
  reading: R,
  at: number,
  count: number,
  left: readonly Block[],
): R => ({
  ...reading,
  blocks: [...reading.blocks.slice(0, at), ...left, ...reading.blocks.slice(at + count)],
})
