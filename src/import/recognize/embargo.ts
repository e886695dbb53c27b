import type { Day } from '../../calendar/day.ts'
import type { Draft, Recognizer, Remark, Taken } from '../draft.ts'
import { datesIn } from '../dates.ts'
import { fold } from '../fold-text.ts'
import type { Block, TextBlock } from '../manuscript.ts'
import { isText } from '../manuscript.ts'
import { cut, joined, textOf, trimmed } from '../runs.ts'
import { timeIn, zoneIn } from '../times.ts'
import { anyOf } from '../words/words.ts'
import { bodyStart, separatorsBefore } from './head.ts'

/**
 * EMBARGOED UNTIL and the moment after it, in whatever order its parts stand. One that cannot be read makes the release a draft, so that it
 * does not go out before somebody has looked.
 */
export const embargo: Recognizer = (reading, { language, zone: roomZone, locale }) => {
  const head = bodyStart(reading.blocks)
  const pattern = new RegExp(`(?<!\\p{L})(?:${anyOf('embargo')})(?!\\p{L})`, 'u')
  const at = reading.blocks.findIndex(
    (block, i) => i <= head && isText(block) && isEmbargo(textOf(block.runs), pattern),
  )
  const block = reading.blocks[at]
  if (!block || !isText(block)) return reading
  const nextBlock = reading.blocks[at + 1]
  const own = textOf(block.runs)
  const hasMoment = datesIn(own, language).length > 0 || timeIn(own) !== undefined
  const joins =
    !hasMoment &&
    nextBlock &&
    isText(nextBlock) &&
    (datesIn(textOf(nextBlock.runs), language).length > 0 || timeIn(textOf(nextBlock.runs)) !== undefined)
  const runs = joins ? joined([...block.runs, { text: ' ' }, ...nextBlock.runs]) : block.runs
  const text = textOf(runs)
  const phrase = pattern.exec(fold(text))
  const start = phrase?.index ?? 0
  const from = start + (phrase?.[0].length ?? 0)
  const until = contactIn(text, from)
  const stretch = text.slice(from, until)
  const [date] = datesIn(stretch, language)
  const time = timeIn(
    date ? stretch.slice(0, date.start) + ' '.repeat(date.end - date.start) + stretch.slice(date.end) : stretch,
  )
  const day = date?.day ?? reading.draft.date ?? dayBelow(reading.blocks.slice(at + 1, head + 1), language)
  const remarks: Remark[] = []
  const say = (what: string): void => void remarks.push({ text: what, field: 'embargo' })
  if (day === undefined) {
    say(`the embargo could not be read, so this is a draft: "${stretch.trim().slice(0, 120)}"`)
    const taken: Taken = { as: 'embargo', text: text.slice(start, until) }
    return {
      ...without(reading, at, joins ? 2 : 1, [...rest(block, runs, 0, start), ...rest(block, runs, until)]),
      draft: { ...reading.draft, draft: true },
      remarks: [...reading.remarks, ...remarks],
      taken: [...reading.taken, taken],
    }
  }
  const clock = time?.time ?? '00:00'
  const zones = [time?.end, date?.end].flatMap((end) => {
    const found =
      end === undefined ? undefined : zoneIn(stretch.slice(end), { day: day as Day, time: clock, roomZone, locale })
    return found && end !== undefined ? [{ ...found, end: end + found.end }] : []
  })
  const [zone] = zones
  const end = Math.max(date?.end ?? 0, time?.end ?? 0, zone?.end ?? 0)
  const bracket = zone ? undefined : /^\s*(\([^()]{1,60}\))/.exec(stretch.slice(end))?.[0]
  const tail =
    bracket?.length ??
    /^\s*(?:hrs?|hours|uhr|local time|heure locale|hora local|\)|\.)+/iu.exec(stretch.slice(end))?.[0].length ??
    0
  if (date?.unsure !== undefined) say(date.unsure)
  if (date === undefined) say(`no day stands beside the embargo; it is that of the release, ${day}`)
  if (!time) say('no time stands beside the embargo; the beginning of the day is taken')
  if (zone?.unsure !== undefined) say(zone.unsure)
  if (bracket !== undefined) say(`beside the embargo stands "${bracket.trim()}", which is not understood`)
  if (!zone)
    say(
      roomZone === undefined
        ? 'no time zone stands beside the embargo; add it'
        : `no time zone stands beside the embargo; ${roomZone} is taken`,
    )
  const named = zone?.zone ?? roomZone
  const moment =
    named === undefined
      ? `${day} ${clock}`
      : /^[+-]/.test(named)
        ? `${day} ${clock}${named}`
        : `${day} ${clock} ${named}`
  const draft: Draft = { ...reading.draft, embargo: reading.draft.embargo ?? moment }
  const taken: Taken = { as: 'embargo', text: text.slice(start, from + end + tail) }
  const left = [...rest(block, runs, 0, start), ...rest(block, runs, from + end + tail)]
  return {
    ...without(reading, at, joins ? 2 : 1, left),
    draft,
    taken: [...reading.taken, taken],
    remarks: [...reading.remarks, ...remarks],
  }
}

/** The word embargo in a headline is no embargo: a moment, a colon or capitals go with one that is meant. */
function isEmbargo(text: string, pattern: RegExp): boolean {
  const match = pattern.exec(fold(text))
  if (!match) return false
  const typed = text.slice(match.index, match.index + match[0].length)
  const after = text.slice(match.index + match[0].length)
  if (match[0].trim().split(/\s+/).length > 1) return match.index < 40
  return (
    match.index < 20 &&
    (/^\s*[:–—-]/.test(after) ||
      (typed === typed.toUpperCase() && typed !== typed.toLowerCase()) ||
      after.trim() === '')
  )
}

/** Where the contacts begin on the same line, with or without a space before them. */
function contactIn(text: string, from: number): number {
  const match = new RegExp(`(?<!\\p{L})(?:${anyOf('contacts')})\\s*:`, 'u').exec(fold(text).slice(from))
  return match ? from + match.index : text.length
}

function dayBelow(blocks: readonly Block[], language: string): string | undefined {
  for (const block of blocks) {
    const [date] = isText(block) ? datesIn(textOf(block.runs), language) : []
    if (date) return date.day
  }
  return undefined
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
