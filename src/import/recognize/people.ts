import type { Person } from '../draft.ts'
import { fold } from '../fold-text.ts'
import { anyOf } from '../words/words.ts'

/** What the lines of a contact say. */
export interface People {
  readonly people: readonly Person[]
  /** Labels and the like, which the kit writes itself. */
  readonly labels: readonly string[]
  /** How many of the lines belong to them; what follows is something else. */
  readonly used: number
  readonly remarks: readonly string[]
}

type Detail = 'phone' | 'mobile' | 'email' | 'hours' | 'other'

const email = /[^\s@<>()[\],;:|]+@[^\s@<>()[\],;:|]+\.[\p{L}]{2,}/u
const phone = /\+?\s?\(?\+?\d[\d\s\u00A0().\-–/]{5,}\d(?:\s*(?:ext\.?|x)\s*\d+)?/i

const isPhone = (text: string): boolean => text.replace(/\D/g, '').length >= 6 && text.replace(/\D/g, '').length <= 17

let label: RegExp | undefined
let labelKinds: readonly (readonly [Detail, RegExp])[] | undefined

/** What a label says that it stands before: `Tel.`, `E-mail`. */
export function detailOf(text: string): Detail | undefined {
  labelKinds ??= (['mobile', 'phone', 'email', 'hours', 'other'] as const).map(
    (kind) => [kind, new RegExp(`^(?:${anyOf(kind)})$`, 'u')] as const,
  )
  const folded = fold(text)
    .replace(/[.:\s()]+$/, '')
    .trim()
  return labelKinds.find(([, pattern]) => pattern.test(folded))?.[0]
}

/** Labels in a line, each ended by a colon or a point: `Tel.:`, `Office: Mobile:`. */
function labelsIn(text: string): { readonly kind: Detail; readonly start: number; readonly end: number }[] {
  label ??= new RegExp(
    `(?<![\\p{L}@.])(?:${['mobile', 'phone', 'email', 'hours', 'other'].map((kind) => anyOf(kind as Detail)).join('|')})\\s*(?:[.]?\\s*:|\\.(?=\\s*[+(\\d:])|(?=\\s*[+(]?\\d))`,
    'gu',
  )
  return [...fold(text).matchAll(label)].flatMap(({ 0: typed, index }) => {
    const kind = detailOf(typed)
    return kind ? [{ kind, start: index, end: index + typed.length }] : []
  })
}

/** Whether a text may be somebody's name: two to five words in capitals, with particles between them. */
export function looksLikeName(text: string): boolean {
  const parts = text
    .trim()
    .replace(/^(?:dr|prof|mr|mrs|ms|mme|m|sr|sra)\.?\s+/i, '')
    .split(/\s+/)
  if (parts.length < 2 || parts.length > 5 || /[\d@:!?]|[.,;]$/.test(text)) return false
  return parts.every(
    (part) =>
      /^(?:\p{Lu}|\p{Lo})/u.test(part) ||
      /^(?:de|del|della|di|da|dos|du|des|van|von|der|den|ter|al|el|bin|ibn|bint|y|e|le|la|zu)$/i.test(part),
  )
}

const place = /^\s*(?:(?:in|à|au|en|a|em|في)\s+)?(\p{Lu}[\p{L}\p{M} .'’-]{1,30}|\p{Lo}[\p{L}\p{M} ]{1,30})\s*:\s*$/iu

interface Gathering {
  texts: string[]
  details: Partial<Record<Exclude<Detail, 'other'>, string>>
  location: string | undefined
  rest: string[]
}

/** Reads the lines below `CONTACT`, up to the first that is not of a contact. */
export function readPeople(lines: readonly string[], { isEnd }: { readonly isEnd: (i: number) => boolean }): People {
  const people: Gathering[] = []
  const labels: string[] = []
  const remarks: string[] = []
  const queue: Detail[] = []
  const queued: { kind: Detail; value: string }[] = []
  let location: string | undefined
  let used = 0
  const current = (): Gathering => {
    const last = people.at(-1)
    if (last) return last
    const fresh: Gathering = { texts: [], details: {}, location, rest: [] }
    people.push(fresh)
    return fresh
  }
  const isComplete = (person: Gathering | undefined): boolean =>
    person !== undefined &&
    (person.details.email !== undefined || person.details.phone !== undefined || person.details.mobile !== undefined)
  const put = (kind: Detail, value: string): void => {
    const person = current()
    if (kind === 'other') person.rest.push(value)
    else if (person.details[kind] === undefined) person.details[kind] = value
    else if (kind === 'phone' && person.details.mobile === undefined) person.details.mobile = value
    else person.rest.push(value)
  }
  const detailAhead = (from: number): boolean =>
    lines
      .slice(from, from + 6)
      .some((line, j) => !isEnd(from + j) && (email.test(line) || hasPhone(line) || labelsIn(line).length > 0))
  for (let i = 0; i < lines.length && !isEnd(i); i++) {
    const line = (lines[i] ?? '').trim()
    if (line === '') {
      used = i + 1
      continue
    }
    const where = place.exec(line)
    if (where && detailOf(line) === undefined && detailAhead(i + 1)) {
      location = where[1]
      labels.push(line.replace(where[1] ?? '', ' '))
      if (isComplete(people.at(-1)) || people.length === 0) people.push({ texts: [], details: {}, location, rest: [] })
      else if (people.at(-1)) current().location = location
      used = i + 1
      continue
    }
    const pieces = piecesOf(line)
    if (pieces.every(({ kind, value }) => kind !== undefined && value === '') && pieces.length >= 2) {
      queue.push(...pieces.flatMap(({ kind }) => kind ?? []))
      labels.push(...pieces.map(({ typed }) => typed))
      used = i + 1
      continue
    }
    const plain = pieces.every(({ kind }) => kind === undefined)
    if (plain && queue.length > 0 && !detailAhead(i + 1)) break
    if (plain && queue.length === 0) {
      const words = line.split(/\s+/).length
      const begins = isComplete(people.at(-1))
      if (
        words > 14 ||
        (begins && !(looksLikeName(nameOf(line)) && detailAhead(i + 1))) ||
        (!begins && !detailAhead(i + 1))
      )
        break
      if (begins) people.push({ texts: [], details: {}, location, rest: [] })
    }
    for (const { kind, value, typed } of pieces) {
      if (kind === undefined) {
        if (
          isComplete(people.at(-1)) &&
          looksLikeName(nameOf(value)) &&
          pieces.some((piece) => piece.kind !== undefined)
        )
          people.push({ texts: [], details: {}, location, rest: [] })
        current().texts.push(value)
      } else if (value === '') {
        queue.push(kind)
        labels.push(typed)
      } else if (queue.length > 0 && typed === '' && (kind === 'email') === (queue[0] === 'email'))
        queued.push({ kind: queue.shift() ?? kind, value })
      else {
        if (typed !== '') labels.push(typed)
        if (kind !== 'other' && kind === 'email' && current().details.email !== undefined)
          people.push({ texts: [], details: {}, location, rest: [] })
        put(kind, value)
      }
    }
    used = i + 1
  }
  if (queued.length > 0) shareOut(people, queued, remarks, location)
  const named = people.filter(({ texts, details }) => texts.length > 0 || Object.keys(details).length > 0)
  return { people: named.map(personOf), labels, used, remarks }
}

const hasPhone = (line: string): boolean => {
  const found = phone.exec(line)?.[0]
  return found !== undefined && isPhone(found) && !/^\s*\d{4}-\d{2}-\d{2}/.test(found)
}

interface Piece {
  readonly kind: Detail | undefined
  readonly value: string
  /** The label in front, as it was typed. */
  readonly typed: string
}

/** A line in its pieces: labels with their values, addresses, numbers, and the words between them. */
function piecesOf(line: string): Piece[] {
  const out: Piece[] = []
  for (const part of line.split(/\t|\s*[|•·]\s*|\s{3,}|\s*[;؛]\s*|\s+[–—]\s+/)) {
    const labels = labelsIn(part)
    const starts = [...labels.map(({ start }) => start), part.length]
    words(part.slice(0, starts[0] ?? part.length), '', undefined, out)
    for (const [i, { kind, start, end }] of labels.entries())
      words(part.slice(end, starts[i + 1]), part.slice(start, end), kind, out)
  }
  return out
}

function words(text: string, typed: string, kind: Detail | undefined, out: Piece[]): void {
  const value = text
    .trim()
    .replace(/^[:,،؛]\s*|[,،؛]$/g, '')
    .trim()
  if (value === '' && kind === undefined) return
  if (kind === 'other' || kind === 'hours')
    return void out.push({
      kind,
      value: kind === 'other' ? `${typed.trim()} ${value}`.trim() : value,
      typed: kind === 'other' ? '' : typed,
    })
  const address = email.exec(value)
  const number = phone.exec(value)
  const found = address ?? (number && isPhone(number[0]) ? number : undefined)
  if (!found) return void out.push({ kind: value === '' ? kind : undefined, value, typed })
  const [before, after] = [value.slice(0, found.index), value.slice(found.index + found[0].length)].map((one) =>
    one.replace(/^[\s(),،؛<>]+|[\s(),،؛<>]+$/g, '').trim(),
  ) as [string, string]
  if (before !== '') words(before, '', undefined, out)
  const own = address ? 'email' : kind === 'email' || kind === undefined ? 'phone' : kind
  out.push({ kind: own, value: found[0].trim(), typed })
  if (after !== '') words(after, '', undefined, out)
}

const nameOf = (text: string): string => text.split(/\s*[,،(]\s*/)[0] ?? text

/** Labels of several people that came before their values: the n-th value has the n-th label, and a label met again is the next person's. */
function shareOut(
  people: Gathering[],
  queued: readonly { kind: Detail; value: string }[],
  remarks: string[],
  location: string | undefined,
): void {
  const met = new Map<Detail, number>()
  const wanted = Math.max(...queued.map(({ kind }) => queued.filter((one) => one.kind === kind).length))
  if (people.length < wanted) {
    const texts = people.flatMap((person) => person.texts)
    const size = texts.length % wanted === 0 ? texts.length / wanted : 1
    const details = people[0]?.details ?? {}
    people.splice(0, people.length)
    for (let i = 0; i < wanted; i++)
      people.push({
        texts: texts.slice(i * size, i === wanted - 1 ? undefined : (i + 1) * size),
        details: i === 0 ? details : {},
        location,
        rest: [],
      })
  }
  for (const { kind, value } of queued) {
    const index = met.get(kind) ?? 0
    met.set(kind, index + 1)
    const person = people[Math.min(index, people.length - 1)]
    if (!person) continue
    if (kind === 'other' || person.details[kind] !== undefined) person.rest.push(value)
    else person.details[kind] = value
  }
  remarks.push('labels and numbers of contacts stood apart; they are paired in their order')
}

function personOf({ texts, details, location, rest }: Gathering): Person {
  const [first = '', ...more] = texts.flatMap((text, i) => (i === 0 ? splitName(text) : [text]))
  const [role, organization, ...others] = more
  return {
    name: first,
    ...(role !== undefined && { role }),
    ...(organization !== undefined && { organization }),
    ...(location !== undefined && { location }),
    ...details,
    rest: [...others, ...rest],
  }
}

/** `Ana Virta, Head of Press` and `Ana Virta (Head of Press)`. */
function splitName(text: string): string[] {
  const [name = '', ...rest] = text.split(/\s*[,،]\s*|\s*\(|\)\s*/).filter((part) => part.trim() !== '')
  return looksLikeName(name) && rest.length > 0 ? [name, rest.join(', ')] : [text]
}
