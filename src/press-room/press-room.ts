import type { Code } from '../source/codes.ts'
import { decode } from '../source/decode.ts'
import { diagnose, hasErrors, type Diagnostic, type Outcome } from '../source/diagnostic.ts'
import { didYouMean } from '../source/nearest.ts'
import type { SourceText } from '../source/text.ts'
import { validate } from '../source/validate.ts'
import { readYaml, type Path } from '../source/yaml.ts'
import { readBoilerplate, type Boilerplate } from './boilerplate.ts'
import { brandOf, lowContrast, type Brand } from './brand.ts'
import { contactsSchema, type Contact, type Contacts } from './contacts.ts'
import { factsSchema, type Fact, type Facts } from './facts.ts'
import type { PressRoomFiles } from './folder.ts'
import type { KnownFile } from '../source/stamp.ts'
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

export type SettingsFault = (path: Path, code: Code, message: string, hint?: string) => Diagnostic

/** Everything a release is made with: settings, brand, people, figures, reusable texts, layouts and languages. Plain data, read once. */
export interface PressRoom {
  readonly root: string
  readonly settings: Settings
  readonly brand: Brand
  /** The pictures of the logo, with their sizes. */
  readonly logo: { readonly light: PictureFile; readonly dark: PictureFile | undefined } | undefined
  /** Layouts and partials by path, such as html/release.hbs: the press room's own where it has one, else the kit's. */
  readonly layouts: ReadonlyMap<string, SourceText>
  /** The files it was read from, as they were then. */
  readonly known: ReadonlyMap<string, KnownFile>
  /** A person over time, by id; nobody where the id is unknown. */
  contact(id: string): readonly Contact[]
  /** A figure over time, by name. */
  fact(name: string): readonly Fact[]
  /** The versions of a reusable text in all languages, by id. */
  boilerplate(id: string): readonly Boilerplate[]
  /** The ids and names that there are, to tell what somebody most likely meant. */
  readonly names: {
    readonly contacts: readonly string[]
    readonly facts: readonly string[]
    readonly boilerplate: readonly string[]
  }
  /** A fault in press.yaml, at the value at a path in it. */
  settingsFault: SettingsFault
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

  const { settings, brand, settingsFault } = keep(readSettings(files.settings)) ?? {}
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
  if (!settings || !brand || !settingsFault || hasErrors(diagnostics)) return { diagnostics }
  const locale = localesOf(files, own)
  const { root, known } = files
  const logo = undefined
  const shared = materialOf(contacts, facts, boilerplate)
  const room: PressRoom = { root, settings, brand, ...shared, logo, layouts, known, settingsFault, locale }
  const unknown = unknownInHouse(room)
  return unknown.length > 0 ? { diagnostics: [...diagnostics, ...unknown] } : { value: room, diagnostics }
}

/** What releases share, by the names that they call it by. */
function materialOf(contacts: Contacts, facts: Facts, boilerplate: readonly Boilerplate[]) {
  const byId = new Map<string, Boilerplate[]>()
  for (const one of boilerplate) {
    const versions = byId.get(one.id)
    if (versions) versions.push(one)
    else byId.set(one.id, [one])
  }
  return {
    contact: (id: string) => (Object.hasOwn(contacts, id) ? (contacts[id] ?? []) : []),
    fact: (name: string) => (Object.hasOwn(facts, name) ? (facts[name] ?? []) : []),
    boilerplate: (id: string) => byId.get(id) ?? [],
    names: { contacts: Object.keys(contacts), facts: Object.keys(facts), boilerplate: [...byId.keys()] },
  }
}

/** Contacts and boilerplate that every release would get, and that do not exist. */
function unknownInHouse({ settings, names, contact, boilerplate, settingsFault }: PressRoom): Diagnostic[] {
  return [
    ...settings.house.contact.flatMap((id, i) =>
      contact(id).length > 0
        ? []
        : settingsFault(
            ['house', 'contact', i],
            'unknown-contact',
            `Unknown contact "${id}"`,
            didYouMean(id, names.contacts) ?? 'add the contact to templates/contacts.yaml',
          ),
    ),
    ...settings.house.boilerplate.flatMap((id, i) =>
      boilerplate(id).length > 0
        ? []
        : settingsFault(
            ['house', 'boilerplate', i],
            'unknown-boilerplate',
            `Unknown boilerplate "${id}"`,
            didYouMean(id, names.boilerplate) ?? `add templates/boilerplate/${id}.md`,
          ),
    ),
  ]
}

interface ReadSettings {
  readonly settings: Settings
  readonly brand: Brand
  readonly settingsFault: SettingsFault
}

function readSettings(bytes: Uint8Array): Outcome<ReadSettings> {
  const { value: source, ...unread } = decode('press.yaml', bytes)
  if (!source) return unread
  const { value: yaml, diagnostics: broken } = readYaml(source)
  if (!yaml) return { diagnostics: broken }
  const file = validate(settingsSchema, yaml, source)
  const diagnostics = [...broken, ...file.diagnostics]
  if (!file.value) return { diagnostics }
  const brand = brandOf(file.value.brand)
  diagnostics.push(...lowContrast(brand, file.value.brand ?? {}, yaml, source))
  const settingsFault: SettingsFault = (path, code, message, hint) =>
    diagnose(source, yaml.valueAt(path), code, message, { hint })
  return { value: { settings: settingsOf(file.value), brand, settingsFault }, diagnostics }
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
      if (prefix === '' && sameBytes(builtIn.get(path), bytes)) continue
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
  const builtIn = new Map<Language, LocaleFile | undefined>()
  const builtInAt = (tag: Language): LocaleFile | undefined => {
    if (!builtIn.has(tag)) {
      const path = `templates/locales/${tag}.yaml`
      const bytes = files.builtIn.get(path)
      builtIn.set(tag, bytes && readLocaleFiles(new Map([[path, bytes]]), 'pressmark/').value?.get(tag))
    }
    return builtIn.get(tag)
  }
  const made = new Map<Language, Outcome<Locale>>()
  return (language: Language): Outcome<Locale> => {
    const before = made.get(language)
    if (before) return before
    const layers = fallbacks(language)
      .reverse()
      .flatMap((tag) => [builtInAt(tag) ?? [], own.get(tag) ?? []].flat())
    const needed = Object.keys({ ...builtInAt('en')?.words, ...own.get('en')?.words })
    const { locale, missing } = localeOf(language, layers, needed)
    const file = `templates/locales/${language.split('-')[0]}.yaml`
    const more = missing.length > 6 ? ` and ${missing.length - 5} more` : ''
    const message =
      layers.length === 0
        ? `Missing locale for ${language}`
        : `Missing in the locale for ${language}: ${missing.slice(0, more === '' ? 6 : 5).join(', ')}${more}`
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

/** A copy of one of the kit's files is not a press room's own. */
const sameBytes = (one: Uint8Array | undefined, other: Uint8Array): boolean =>
  one !== undefined && Buffer.compare(one, other) === 0
