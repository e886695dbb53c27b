import { isDay } from '../../calendar/day.ts'
import { datesIn, type FoundDate } from '../dates.ts'
import type { Draft, Reading, Recognizer, Remark, Taken } from '../draft.ts'
import { fold } from '../fold-text.ts'
import { isText } from '../manuscript.ts'
import { cut, textOf, trimmed } from '../runs.ts'
import { timeIn } from '../times.ts'
import { anyOf } from '../words/words.ts'
import { bodyStart, withoutSeparators } from './head.ts'

/** The date of a release: a line of the head that is one, with its place or its contacts on the same line. */
export const date: Recognizer = (reading, { language }) => {
  const head = bodyStart(reading.blocks)
  const label = new RegExp(`^[\\s(]*(?:(?:${anyOf('date')})\\s*:?\\s*(?:on\\s+)?)?$`, 'u')
  const contact = new RegExp(`^(?:${anyOf('contacts')})\\s*:`, 'u')
  for (const [i, block] of reading.blocks.entries()) {
    if (i >= head || !isText(block)) continue
    const text = textOf(block.runs)
    for (const found of datesIn(text, language)) {
      const [, column = ''] = besideDate.exec(text.slice(0, found.start)) ?? []
      const beside = contact.test(fold(column)) ? column : ''
      const before = text.slice(beside.length, found.start)
      const after = withoutSeparators(text.slice(found.end).replace(/^\s*\)/, ''))
      const place = placeBefore(before)
      const isLabel = label.test(fold(before))
      const startsHere = isLabel || place !== undefined
      if (beside !== '' && after !== '') continue
      const endsHere = after === '' || contact.test(fold(after)) || isTime(after)
      if (!startsHere || !endsHere) continue
      const left = contact.test(fold(after))
        ? [{ ...block, runs: trimmed(cut(block.runs, text.length - text.slice(found.end).trimStart().length)) }]
        : beside === ''
          ? []
          : [{ ...block, runs: trimmed(cut(block.runs, 0, beside.length)) }]
      const blocks = [...reading.blocks.slice(0, i), ...left, ...reading.blocks.slice(i + 1)]
      const typed = text.slice(
        beside.length + (place === undefined ? 0 : before.indexOf(place) + place.length),
        left.length > 0 ? found.end : text.length,
      )
      return withDate({ ...reading, blocks }, found, typed, place)
    }
  }
  return reading
}

/** What stands in another column of the line that ends in the date. */
const besideDate = /^(.*\S)(?=\t|\s{3})/s

const isTime = (text: string): boolean => {
  const time = timeIn(text)
  return time !== undefined && withoutSeparators(text.slice(0, time.start) + text.slice(time.end)).length < 12
}

/** `Paris, le` before a date on a line of its own. */
const placeBefore = (before: string): string | undefined =>
  /^\s*(\p{Lu}[\p{L}\p{M} .'’-]{1,40}?)\s*[,،]\s*(?:le|el|den|am|the|il|op|em)?\s*$/u.exec(before)?.[1]

export function withDate(reading: Reading, found: FoundDate, typed: string, place: string | undefined): Reading {
  const { date: known, dateline } = reading.draft
  const remarks: Remark[] = []
  if (found.unsure !== undefined && known === undefined) remarks.push({ text: found.unsure, field: 'date' })
  if (known !== undefined && known.slice(0, 10) !== found.day)
    remarks.push({ text: `another date stands in the text, ${typed.trim()}`, field: 'date' })
  const draft: Draft = {
    ...reading.draft,
    date: known ?? found.day,
    ...(place !== undefined && dateline === undefined && { dateline: place }),
  }
  const taken: Taken[] = [{ as: 'date', text: typed.replace(/^[\s,،]+/, '').trim() }]
  return { ...reading, draft, taken: [...reading.taken, ...taken], remarks: [...reading.remarks, ...remarks] }
}

/** Where the text names no date: that of the page, of the file's name, of the mail. */
export const dateElsewhere: Recognizer = (reading, { fields, fileName }) => {
  if (reading.draft.date !== undefined) return reading
  const dayOf = (text: unknown): string | undefined => {
    const day = typeof text === 'string' ? (/\d{4}-\d{2}-\d{2}/.exec(text)?.[0] ?? text.slice(0, 0)) : ''
    return isDay(day) ? day : undefined
  }
  const inName = /(?<!\d)(\d{4})[-_.]?(\d{2})[-_.]?(\d{2})(?!\d)/.exec(fileName)
  const named = dayOf(inName ? inName.slice(1).join('-') : undefined)
  const mail = fields['mail date']
  const ways = [
    [dayOf(fields['page date']), 'that of the web page'],
    [named, 'read from the name of the file'],
    [dayOf(mail), 'that of the mail'],
    [reading.draft.embargo?.slice(0, 10), 'that of the embargo'],
  ] as const
  const [day, how] = ways.find(([found]) => found !== undefined) ?? []
  const text = day === undefined ? 'no date was found; add it' : `the date is ${how}`
  return {
    ...reading,
    draft: { ...reading.draft, ...(day !== undefined && { date: day }) },
    remarks: [...reading.remarks, { text, field: 'date' }],
  }
}
