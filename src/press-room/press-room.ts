import { decode } from '../source/decode.ts'
import { diagnose, hasErrors, type Diagnostic, type Outcome } from '../source/diagnostic.ts'
import { validate } from '../source/schema.ts'
import type { SourceText } from '../source/text.ts'
import { readYaml } from '../source/yaml.ts'
import { readBoilerplate, type Boilerplate } from './boilerplate.ts'
import { brandOf, lowContrast, type Brand } from './brand.ts'
import { contactsSchema, type Contacts } from './contacts.ts'
import { factsSchema, type Facts } from './facts.ts'
import type { PressRoomFiles } from './folder.ts'
import { fallbacks, readLanguage, type Language } from './language.ts'
import { localeOf, localeSchema, type Locale, type LocaleFile } from './locale.ts'
import { settingsOf, settingsSchema, type Settings } from './settings.ts'

/** A picture of the press room itself, and the size at which it is shown, in pixels. */
export interface PictureFile {
  /** The path from the press room's root. */
  readonly file: string
  readonly width: number
  readonly height: number
}

/** Everything a release is made with: settings, brand, people, figures, reusable texts, layouts and languages. Plain data, read once. */
export interface PressRoom {
  readonly root: string
  readonly settings: Settings
  readonly brand: Brand
  readonly contacts: Contacts
  readonly facts: Facts
  readonly boilerplate: readonly Boilerplate[]
  /** The pictures of the logo, with their sizes. */
  readonly logo: { readonly light: PictureFile; readonly dark: PictureFile | undefined } | undefined
  /** Layouts and partials by path, such as html/release.hbs: the press room's own where it has one, else the kit's. */
  readonly layouts: ReadonlyMap<string, SourceText>
  /** The words and forms of a language, with what its file lacks as diagnostics. */
  locale(language: Language): Outcome<Locale>
}

/** Makes a press room of its files. All faults of all files are reported at once; with an error among them there is no press room. */
export function assemblePressRoom(files: PressRoomFiles): Outcome<PressRoom> {
  if (!files.settings) {
    const hint = 'run the command in the folder that holds press.yaml, or name it with --root'
    return {
      diagnostics: [diagnose({ file: 'press.yaml' }, undefined, 'missing-settings', 'Missing press.yaml', { hint })],
    }
  }
  const diagnostics: Diagnostic[] = []
  const keep = <T>(outcome: Outcome<T>): T | undefined => {
    diagnostics.push(...outcome.diagnostics)
    return outcome.value
  }
  const sourceAt = (path: string): SourceText | undefined => {
    const bytes = files.templates.get(path)
    return bytes && keep(decode(path, bytes))
  }

  const { settings, brand } = keep(readSettings(files.settings)) ?? {}
  const contacts = keep(readRecord(sourceAt('templates/contacts.yaml'), contactsSchema)) ?? {}
  const facts = keep(readRecord(sourceAt('templates/facts.yaml'), factsSchema)) ?? {}
  const roomLanguage = settings?.language ?? 'en-US'
  const boilerplate = [...files.templates.keys()]
    .filter((path) => path.startsWith('templates/boilerplate/') && path.endsWith('.md'))
    .flatMap((path) => {
      const source = sourceAt(path)
      return (source && keep(readBoilerplate(source, roomLanguage))) ?? []
    })
  const own = keep(readLocaleFiles(files.templates, '')) ?? new Map()
  const layouts = keep(layerLayouts(files)) ?? new Map()
  if (!settings || !brand || hasErrors(diagnostics)) return { diagnostics }
  const locale = localesOf(files, own)
  return {
    value: { root: files.root, settings, brand, contacts, facts, boilerplate, logo: undefined, layouts, locale },
    diagnostics,
  }
}

function readSettings(bytes: Uint8Array): Outcome<{ settings: Settings; brand: Brand }> {
  const source = decode('press.yaml', bytes)
  if (!source.value) return { diagnostics: source.diagnostics }
  const yaml = readYaml(source.value)
  if (!yaml.value) return { diagnostics: yaml.diagnostics }
  const file = validate(settingsSchema, yaml.value, source.value)
  const diagnostics = [...yaml.diagnostics, ...file.diagnostics]
  if (!file.value) return { diagnostics }
  const brand = brandOf(file.value.brand)
  diagnostics.push(...lowContrast(brand, file.value.brand ?? {}, yaml.value, source.value))
  return { value: { settings: settingsOf(file.value), brand }, diagnostics }
}

function readRecord<S extends Parameters<typeof validate>[0]>(source: SourceText | undefined, schema: S) {
  if (!source) return { diagnostics: [] }
  const yaml = readYaml(source)
  if (!yaml.value) return { diagnostics: yaml.diagnostics }
  const data = validate(schema, yaml.value, source)
  return { ...data, diagnostics: [...yaml.diagnostics, ...data.diagnostics] }
}

/** The kit's layouts with the press room's own over them, file by file. */
function layerLayouts({ builtIn, templates }: PressRoomFiles): Outcome<Map<string, SourceText>> {
  const diagnostics: Diagnostic[] = []
  const layouts = new Map<string, SourceText>()
  for (const [files, prefix] of [
    [builtIn, 'pressmark/'],
    [templates, ''],
  ] as const) {
    for (const [path, bytes] of files) {
      if (!/^templates\/(?:html|email|text)\//.test(path)) continue
      const source = decode(prefix + path, bytes)
      diagnostics.push(...source.diagnostics)
      if (source.value) layouts.set(path.replace('templates/', ''), source.value)
    }
  }
  return { value: layouts, diagnostics }
}

function readLocaleFiles(files: ReadonlyMap<string, Uint8Array>, prefix: string): Outcome<Map<Language, LocaleFile>> {
  const diagnostics: Diagnostic[] = []
  const locales = new Map<Language, LocaleFile>()
  for (const [path, bytes] of files) {
    const tag = /^templates\/locales\/([^/]+)\.ya?ml$/.exec(path)?.[1]
    if (tag === undefined) continue
    const language = readLanguage(tag)
    if (language === undefined) {
      const hint = 'name it by its language: fr.yaml, en-GB.yaml'
      diagnostics.push(
        diagnose({ file: prefix + path }, undefined, 'invalid-file-name', 'No name for a locale', { hint }),
      )
      continue
    }
    const source = decode(prefix + path, bytes)
    const read: Outcome<LocaleFile> = source.value
      ? readRecord(source.value, localeSchema)
      : { diagnostics: source.diagnostics }
    diagnostics.push(...read.diagnostics)
    if (read.value) locales.set(language, read.value)
  }
  return { value: locales, diagnostics }
}

/** English is complete; its words are the ones that every other language needs. */
function localesOf(files: PressRoomFiles, own: ReadonlyMap<Language, LocaleFile>) {
  let builtIn: ReadonlyMap<Language, LocaleFile> | undefined
  const made = new Map<Language, Outcome<Locale>>()
  return (language: Language): Outcome<Locale> => {
    const before = made.get(language)
    if (before) return before
    builtIn ??= readLocaleFiles(files.builtIn, 'pressmark/').value ?? new Map()
    const layers = fallbacks(language)
      .reverse()
      .flatMap((tag) => [builtIn?.get(tag) ?? [], own.get(tag) ?? []].flat())
    const needed = Object.keys(builtIn.get('en')?.words ?? {})
    const { locale, missing } = localeOf(language, layers, needed)
    const file = `templates/locales/${language.split('-')[0]}.yaml`
    const message =
      layers.length === 0
        ? `Missing locale for ${language}`
        : `Missing in the locale for ${language}: ${missing.join(', ')}`
    const hint =
      layers.length === 0
        ? `add ${file}; pressmark/templates/locales/en.yaml shows what it holds`
        : `add them to ${file}`
    const outcome: Outcome<Locale> = locale
      ? { value: locale, diagnostics: [] }
      : { diagnostics: [diagnose({ file }, undefined, 'missing-locale', message, { hint })] }
    made.set(language, outcome)
    return outcome
  }
}
