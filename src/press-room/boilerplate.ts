import type * as v from 'valibot'
import { asOf, isDay, type Day } from '../calendar/day.ts'
import { dayField } from '../calendar/day-field.ts'
import { diagnose, type Outcome } from '../source/diagnostic.ts'
import { frontMatter } from '../source/front-matter.ts'
import { fields, optional, words } from '../source/schema.ts'
import type { SourceText } from '../source/text.ts'
import { validate } from '../source/validate.ts'
import { readYaml } from '../source/yaml.ts'
import { readLanguage, sameLanguage, fallbacks, type Language } from './language.ts'

export const boilerplateSchema = fields({
  title: words('The heading above the text, such as About the CICC'),
  review: optional(dayField('When the text is to be looked at again')),
})

/** One version of one reusable text in one language. */
export interface Boilerplate {
  readonly id: string
  readonly title: string
  readonly language: Language
  readonly from?: Day
  readonly review?: Day
  /** The file it stands in, and where the text begins. */
  readonly source: SourceText
  readonly bodyStart: number
}

const folder = 'templates/boilerplate/'

/**
 * What the path of a boilerplate says: about-the-icc.md, about-the-icc.fr.md, and dated versions as
 * about-the-icc/2020-01-01.md and about-the-icc/2020-01-01.fr.md.
 */
export function readBoilerplatePath(path: string): { id: string; language?: Language; from?: Day } | undefined {
  const match = /^(?:([^/]+)\/)?([^/]+?)(?:\.([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*))?\.md$/.exec(path.slice(folder.length))
  if (!match) return undefined
  const [, parent, name = '', tag] = match
  const language = tag === undefined ? undefined : readLanguage(tag)
  if (tag !== undefined && language === undefined) return undefined
  if (parent === undefined) return { id: name, ...(language && { language }) }
  return isDay(name) ? { id: parent, from: name, ...(language && { language }) } : undefined
}

/** Reads one file of templates/boilerplate/. */
export function readBoilerplate(source: SourceText, roomLanguage: Language): Outcome<Boilerplate> {
  const named = readBoilerplatePath(source.file)
  if (!named) {
    const hint = 'name it about-us.md, about-us.fr.md, or about-us/2020-01-01.md'
    return { diagnostics: [diagnose(source, undefined, 'invalid-file-name', 'No name for a boilerplate', { hint })] }
  }
  const parts = frontMatter(source)
  if (!parts.value) return { diagnostics: parts.diagnostics }
  const yaml = readYaml(source, parts.value.yaml.start, parts.value.yaml.end)
  if (!yaml.value) return { diagnostics: yaml.diagnostics }
  const data = validate(boilerplateSchema, yaml.value, source)
  const diagnostics = [...yaml.diagnostics, ...data.diagnostics]
  if (!data.value) return { diagnostics }
  const value = {
    ...named,
    ...(data.value as v.InferOutput<typeof boilerplateSchema>),
    source,
    bodyStart: parts.value.bodyStart,
  }
  return { value: { language: roomLanguage, ...value }, diagnostics }
}

export type BoilerplateOnDay =
  | { readonly status: 'there'; readonly boilerplate: Boilerplate }
  | { readonly status: 'unknown' }
  | { readonly status: 'not-yet'; readonly from: Day }
  | { readonly status: 'not-in-language'; readonly mend: string }

/** The text as of a day, in a language: the newest version not later than the day, the most exact language of those there are. */
export function boilerplateOn(versions: readonly Boilerplate[], day: Day, language: Language): BoilerplateOnDay {
  const [first] = versions
  if (!first) return { status: 'unknown' }
  if (versions.length === 1 && first.language === language && (first.from ?? '') <= day)
    return { status: 'there', boilerplate: first }
  const newest = asOf(versions, day)
  if (newest === undefined) return { status: 'not-yet', from: versions.map(({ from }) => from).sort()[0] as Day }
  const readable = versions.filter((one) => sameLanguage(one.language, language))
  const best = asOf(readable, day)
  if (best === undefined || (best.from ?? '') < (newest.from ?? '')) {
    const mend = newest.source.file.replace(
      /(?:\.[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)?\.md$/,
      `.${language.split('-')[0]}.md`,
    )
    return { status: 'not-in-language', mend }
  }
  const sameDay = readable.filter(({ from }) => from === best.from)
  const exact = fallbacks(language).flatMap((tag) => sameDay.filter((one) => one.language === tag))
  return { status: 'there', boilerplate: exact[0] ?? best }
}
