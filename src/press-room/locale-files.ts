import { decode } from '../source/decode.ts'
import { diagnose, hasErrors, type Diagnostic, type Outcome } from '../source/diagnostic.ts'
import { missingPlaces, placesOf, unknownPlaces } from '../source/schema.ts'
import { sourceText, type SourceText } from '../source/text.ts'
import { splitHint, validate } from '../source/validate.ts'
import { readYaml } from '../source/yaml.ts'
import type { PressRoomFiles } from './folder.ts'
import { fallbacks, readLanguage, type Language } from './language.ts'
import { localeOf, localeSchema, type Locale, type LocaleFile } from './locale.ts'

/**
 * A locale file; its words have the places that the English ones have, where those are given. One that leaves a value out is suspect,
 * and wrong where that is the moment of an embargo.
 */
function readLocaleFile(source: SourceText, english?: LocaleFile): Outcome<LocaleFile> {
  const { value: yaml, diagnostics: broken } = readYaml(source)
  if (!yaml) return { diagnostics: broken }
  const { value, sound, diagnostics: faults } = validate(localeSchema, yaml, source)
  const diagnostics = [...broken, ...faults]
  for (const [name, typed] of Object.entries((sound['words'] ?? {}) as Readonly<Record<string, string>>)) {
    const standard = english?.words?.[name]
    if (standard === undefined) continue
    const places = placesOf(standard)
    const at = yaml.valueAt(['words', name])
    const unknown = unknownPlaces(typed, places)
    for (const { what, hint } of unknown.map(splitHint))
      diagnostics.push(diagnose(source, at, 'invalid-value', what, { hint }))
    if (unknown.length > 0) continue
    const severity = name === 'embargoed-until' ? 'error' : 'warning'
    for (const { what, hint } of missingPlaces(
      typed,
      places.map((place) => [place]),
    ).map(splitHint))
      diagnostics.push(diagnose(source, at, 'invalid-value', what, { hint, severity }))
  }
  return { ...(value && !hasErrors(diagnostics) && { value }), diagnostics }
}

/** The kit's own locale files, by language. */
type BuiltInLocales = (language: string) => LocaleFile | undefined

export function builtInLocales({ builtIn }: PressRoomFiles): BuiltInLocales {
  const read = new Map<string, LocaleFile | undefined>()
  return (language) => {
    if (!read.has(language)) {
      const path = `templates/locales/${language}.yaml`
      const text = builtIn.get(path)
      read.set(language, text === undefined ? undefined : readLocaleFile(sourceText(`pressmark/${path}`, text)).value)
    }
    return read.get(language)
  }
}

/** The locale files of a press room, by language. */
interface LocaleFiles {
  readonly locales: ReadonlyMap<Language, LocaleFile>
  /** What keeps others from being used. */
  readonly faults: ReadonlyMap<Language, readonly Diagnostic[]>
  readonly diagnostics: readonly Diagnostic[]
}

export function readLocaleFiles(files: ReadonlyMap<string, Uint8Array>, builtInAt: BuiltInLocales): LocaleFiles {
  const diagnostics: Diagnostic[] = []
  const locales = new Map<Language, LocaleFile>()
  const faults = new Map<Language, readonly Diagnostic[]>()
  for (const [path, bytes] of files) {
    const tag = /^templates\/locales\/([^/]+)\.ya?ml$/.exec(path)?.[1]
    if (tag === undefined) continue
    const language = readLanguage(tag)
    if (language === undefined) {
      const hint = 'name it by its language: fr.yaml, en-GB.yaml'
      diagnostics.push(diagnose({ file: path }, undefined, 'invalid-file-name', 'No name for a locale', { hint }))
      continue
    }
    const source = decode(path, bytes)
    const read = source.value ? readLocaleFile(source.value, builtInAt('en')) : { diagnostics: source.diagnostics }
    diagnostics.push(...read.diagnostics)
    if (read.value) locales.set(language, read.value)
    else faults.set(language, read.diagnostics)
  }
  return { locales, faults, diagnostics }
}

/** More names than these are no longer read. */
const mostNamed = 12
/** Where the kit's own English lies, seen from a press room. */
const kitEnglish = 'node_modules/pressmark/templates/locales/en.yaml'

/** The words of the kit, which English has all, and those that a press room adds in any language; with every place that one gives them. */
export function wordsOf(builtInAt: BuiltInLocales, own: LocaleFiles): ReadonlyMap<string, readonly string[]> {
  const words = new Map<string, readonly string[]>()
  for (const file of [builtInAt('en'), ...own.locales.values()])
    for (const [name, typed] of Object.entries(file?.words ?? {}))
      words.set(name, [...new Set([...(words.get(name) ?? []), ...placesOf(typed)])])
  return words
}

/** The locale of a language, which has every word that there is. */
export function localesOf(
  builtInAt: BuiltInLocales,
  own: LocaleFiles,
  words: Iterable<string>,
): (language: Language) => Outcome<Locale> {
  const made = new Map<Language, Outcome<Locale>>()
  const needed = [...words]
  return (language: Language): Outcome<Locale> => {
    const before = made.get(language)
    if (before) return before
    const faults = fallbacks(language).flatMap((tag) => own.faults.get(tag) ?? [])
    if (faults.length > 0) return { diagnostics: faults }
    const layers = fallbacks(language)
      .reverse()
      .flatMap((tag) => [builtInAt(tag) ?? [], own.locales.get(tag) ?? []].flat())
    const { locale, missing } = localeOf(language, layers, needed)
    const file = `templates/locales/${language.split('-')[0]}.yaml`
    const named = missing.length > mostNamed ? missing.slice(0, 5) : missing
    const more = missing.length > named.length ? ` and ${missing.length - named.length} more` : ''
    const whose = [...own.locales].find(([, { words: its = {} }]) =>
      missing.every((one) => its[one.replace('words.', '')] !== undefined),
    )
    const complete = whose ? `templates/locales/${whose[0]}.yaml` : kitEnglish
    const message =
      layers.length === 0
        ? `Missing locale for ${language}`
        : `Missing in the locale for ${language}: ${named.join(', ')}${more}`
    const hint =
      layers.length === 0 ? `add ${file}, as a copy of ${kitEnglish}` : `add them to ${file}; ${complete} has them`
    const outcome: Outcome<Locale> = locale
      ? { value: locale, diagnostics: [] }
      : { diagnostics: [diagnose({ file }, undefined, 'missing-locale', message, { hint })] }
    made.set(language, outcome)
    return outcome
  }
}
