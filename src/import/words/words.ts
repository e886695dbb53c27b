import type { Kind } from '../../release/fields.ts'
import { fold, phrases, words } from '../fold-text.ts'
import { ar } from './ar.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fi } from './fi.ts'
import { fr } from './fr.ts'
import { it } from './it.ts'
import { nl } from './nl.ts'
import { pt } from './pt.ts'
import type { Words } from './table.ts'

/** Every language that is read. A new one is a file beside these and a word here. */
const tables: readonly Words[] = [en, fr, es, ar, de, it, pt, nl, fi]

type ListKey = Exclude<keyof Words, 'language' | 'kinds' | 'months'>

/** The words of all languages for one thing, as a pattern; people mix them, and a release in two languages has both. */
export function anyOf(key: ListKey): string {
  const known = patterns.get(key) ?? phrases(tables.flatMap((table) => table[key]))
  patterns.set(key, known)
  return known
}

const patterns = new Map<ListKey, string>()

export const kindWords = (kind: Kind): string => phrases(tables.flatMap(({ kinds }) => kinds[kind] ?? []))

const monthNames = (language: string): [string, number][] =>
  (['long', 'short'] as const).flatMap((month) => {
    const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory`, { month, day: 'numeric', timeZone: 'UTC' })
    return Array.from({ length: 12 }, (_, i): [string, number] => {
      const part = format.formatToParts(Date.UTC(2023, i, 2)).find(({ type }) => type === 'month')
      return [fold(part?.value ?? '').replace(/\.$/, ''), i + 1]
    })
  })

let months: ReadonlyMap<string, number> | undefined

/** The months by their folded names, of all languages. */
export function monthsByName(): ReadonlyMap<string, number> {
  months ??= new Map(
    tables
      .flatMap(({ language, months: more = {} }) => [
        ...monthNames(language),
        ...Object.entries(more).map(([name, number]): [string, number] => [fold(name), number]),
      ])
      .filter(([name]) => /\p{L}{3}/u.test(name)),
  )
  return months
}

let weekdays: string | undefined

/** The weekdays of all languages, as a pattern. */
export function anyWeekday(): string {
  weekdays ??= phrases(
    tables
      .flatMap(({ language }) =>
        (['long', 'short'] as const).flatMap((weekday) => {
          const format = new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' })
          return Array.from({ length: 7 }, (_, i) => format.format(Date.UTC(2023, 0, 1 + i)).replace(/\.$/, ''))
        }),
      )
      .filter((name) => /\p{L}{2}/u.test(name)),
  )
  return weekdays
}

/**
 * The language that most of a text's common words are of, with the words that press offices put above a release for two each, or that
 * its letters are of; nothing where there are too few to tell.
 */
export function guessLanguage(list: readonly string[]): string | undefined {
  const text = ` ${list.join(' ')} `
  const counts = tables.map(({ language, common, immediate, kinds, embargo, embargoed }) => {
    const known = new Set(common.map(fold))
    const marks = [...immediate, ...Object.values(kinds).flat(), ...embargo, ...embargoed].map(
      (mark) => ` ${words(mark).join(' ')} `,
    )
    const said = marks.filter((mark) => text.includes(mark)).length
    return { language, count: list.filter((word) => known.has(word)).length + 2 * said }
  })
  const [best, next] = counts.sort((a, b) => b.count - a.count)
  if (best && best.count >= 3 && best.count > (next?.count ?? 0) * 1.2) return best.language
  return isArabic(list) ? 'ar' : undefined
}

/** Whether most words are in Arabic letters, and none in those that only Persian, Urdu and their neighbours have. */
function isArabic(list: readonly string[]): boolean {
  const own = list.filter((word) => /\p{Script=Arabic}/u.test(word))
  return own.length > list.length / 2 && !own.some((word) => /[پچژگکیےٹڈڑ]/u.test(word))
}
