import * as v from 'valibot'
import { json, recordOf } from '../source/schema.ts'

/** A language as a BCP 47 tag in its usual letter case: fr, en-GB, zh-Hant. */
export type Language = string

const form = /^[A-Za-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|\d{3}))?(?:-[A-Za-z0-9]{5,8})*$/

/** The tag in its canonical form, or nothing where the text is not one. */
export function readLanguage(text: string): Language | undefined {
  if (!form.test(text)) return undefined
  try {
    return Intl.getCanonicalLocales(text)[0]
  } catch {
    return undefined
  }
}

/** The tag and what it falls back to, the most exact first: fr-CA, fr. */
export function fallbacks(language: Language): Language[] {
  const parts = language.split('-')
  return parts.map((_, i) => parts.slice(0, parts.length - i).join('-'))
}

/** Whether a reader of one is served by the other: the same language, whatever the region. */
export const sameLanguage = (a: Language, b: Language): boolean => a === b || a.split('-')[0] === b.split('-')[0]

/** The scripts in use that run from right to left, by their codes in ISO 15924. */
const rightToLeft = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa'])

/** Whether a language is written from right to left: in the script that its tag names, or in its usual one. */
export const runsRightToLeft = (language: Language): boolean =>
  rightToLeft.has(new Intl.Locale(language).maximize().script ?? '')

export const languageField = (about: string) =>
  v.pipe(
    v.string('expected a language'),
    v.rawTransform<string, Language>(({ dataset, addIssue, NEVER }) => {
      const language = readLanguage(dataset.value)
      if (language !== undefined) return language
      addIssue({ message: `No such language tag, "${dataset.value}"; write it as en, fr-CA or ar` })
      return NEVER
    }),
    v.description(about),
    json({ type: 'string' }),
  )

/** A text that is the same in every language, or one for each. */
export type Localized = string | Readonly<Record<Language, string>>

const filled = (text: string): boolean => text.trim() !== ''

const languageKey = v.pipe(
  v.string(),
  v.check(
    (tag) => readLanguage(tag) === tag,
    ({ input }) => `No such language tag, "${input}"; write it as ${readLanguage(input) ?? 'en, fr-CA or ar'}`,
  ),
)

export const localizedText = (about: string) =>
  v.pipe(
    v.union([
      v.pipe(
        v.string('expected text, or one text for each language'),
        v.check(filled, 'expected text that is not empty'),
        json({ type: ['string', 'number'] }),
      ),
      recordOf(
        v.pipe(v.string('expected text'), v.check(filled, 'expected text that is not empty')),
        'one for each language',
        languageKey,
      ),
    ]),
    v.description(about),
  )

/** The text in a language: the most exact that there is, then the press room's own language, then whatever comes first. */
export function inLanguage(text: Localized, language: Language, roomLanguage: Language): string {
  if (typeof text === 'string') return text
  for (const tag of [...fallbacks(language), ...fallbacks(roomLanguage)]) {
    const found = text[tag]
    if (found !== undefined) return found
  }
  return Object.values(text)[0] ?? ''
}
