import { inLanguage } from '../../../press-room/language.ts'
import type { PressRoom } from '../../../press-room/press-room.ts'
import { onceFor } from '../../../source/once.ts'
import { plainWords } from '../alike.ts'
import { capitalCities } from './capital-cities.ts'

/** Towns that are a letter away from one of these. */
const neighbours = new Set(['vitoria', 'harar', 'parys', 'genova', 'manilva', 'kingsville'])

let cities: ReadonlyMap<string, string> | undefined

/** Well-known places, and the cities of the IANA time zone database, by their plain names. */
function worldPlaces(): ReadonlyMap<string, string> {
  cities ??= new Map(
    [
      ...capitalCities.split(/[,،]\s/),
      ...Intl.supportedValuesOf('timeZone').map((zone) => zone.replace(/^.*\//, '').replaceAll('_', ' ')),
    ].map((name) => [plainWords(name), name.trim()]),
  )
  return cities
}

/** Where the contacts of a press room are, by their plain names, in every language in which they are given. */
const ownPlaces = onceFor((room: PressRoom): ReadonlyMap<string, string> => {
  const places = new Map<string, string>()
  for (const id of room.names.contacts)
    for (const { location } of room.contact(id)) {
      if (location === undefined) continue
      const all =
        typeof location === 'string' ? [location] : Object.keys(location).map((tag) => inLanguage(location, tag, tag))
      for (const name of all) places.set(plainWords(name), name)
    }
  return places
})

/** Whether a place is one of the press room's, or one that the world knows. */
export const isKnownPlace = (place: string, room: PressRoom): boolean => {
  const plain = plainWords(place)
  return ownPlaces(room).has(plain) || worldPlaces().has(plain)
}

/**
 * The place that was most likely meant by one that nobody knows: a letter more, less or another, or two the wrong way round. `used` are
 * the places of earlier releases.
 */
export function placeMeant(place: string, room: PressRoom, used: () => readonly string[]): string | undefined {
  const plain = plainWords(place)
  if (plain.length < 5 || isKnownPlace(place, room) || neighbours.has(plain)) return undefined
  const before = new Map(used().map((name) => [plainWords(name), name]))
  if (before.has(plain)) return undefined
  // In Arabic a foreign name is written in several ways, a letter apart: لوكسمبورغ and لوكسمبورج.
  const world = /\p{Script=Arabic}/u.test(place) ? [] : [worldPlaces()]
  for (const places of [ownPlaces(room), before, ...world])
    for (const [known, name] of places) if (known.length >= 5 && isSlip(plain, known)) return name
  return undefined
}

/** Whether one edit, behind the first letter, makes one word of the other. */
function isSlip(typed: string, right: string): boolean {
  if (typed.charAt(0) !== right.charAt(0) || Math.abs(typed.length - right.length) > 1) return false
  let start = 0
  while (start < typed.length && typed[start] === right[start]) start++
  const rest = (text: string, from: number): string => text.slice(start + from)
  if (typed.length > right.length) return rest(typed, 1) === rest(right, 0)
  if (typed.length < right.length) return rest(typed, 0) === rest(right, 1)
  const swapped = typed[start] === right[start + 1] && typed[start + 1] === right[start]
  return rest(typed, 1) === rest(right, 1) || (swapped && rest(typed, 2) === rest(right, 2))
}
