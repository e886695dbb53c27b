import type { Code } from '../source/codes.ts'
import { decode } from '../source/decode.ts'
import { diagnose, hasErrors, type Diagnostic, type Outcome } from '../source/diagnostic.ts'
import { didYouMean } from '../source/nearest.ts'
import { sourceText, type SourceText } from '../source/text.ts'
import { validate } from '../source/validate.ts'
import { readYaml, type Path } from '../source/yaml.ts'
import { brandOf, lowContrast, type Brand } from './brand.ts'
import type { PressRoomFiles } from './folder.ts'
import type { KnownFile } from '../source/stamp.ts'
import type { Language } from './language.ts'
import type { Locale } from './locale.ts'
import { builtInLocales, localesOf, readLocaleFiles, wordsOf } from './locale-files.ts'
import { readMaterial, type Material, type MaterialKind } from './material.ts'
import { missingSettings } from './missing-settings.ts'
import { settingsOf, settingsSchema, type Settings } from './settings.ts'
import { strayFiles } from './stray-files.ts'

/** A picture of the press room itself, and the size at which it is shown, in pixels. */
export interface PictureFile {
  /** The path from the press room's root. */
  readonly file: string
  /** Where it stands in the output. */
  readonly output: string
  readonly width: number
  readonly height: number
}

export type SettingsFault = (path: Path, code: Code, message: string, hint?: string) => Diagnostic

/** Everything a release is made with: settings, brand, people, figures, reusable texts, layouts and languages. Plain data, read once. */
export interface PressRoom extends Material {
  readonly root: string
  readonly settings: Settings
  readonly brand: Brand
  /** The pictures of the logo, with their sizes. */
  readonly logo: { readonly light: PictureFile; readonly dark: PictureFile | undefined } | undefined
  /** Layouts and partials by path, such as html/release.hbs: the press room's own where it has one, else the kit's. */
  readonly layouts: ReadonlyMap<string, SourceText>
  /** The files it was read from, as they were then. */
  readonly known: ReadonlyMap<string, KnownFile>
  /** The words that layouts may ask for, in whichever language, each with the places that it has in braces. */
  readonly words: ReadonlyMap<string, readonly string[]>
  /** A fault in press.yaml, at the value at a path in it. */
  settingsFault: SettingsFault
  /** The words and forms of a language, with what its file lacks as diagnostics. */
  locale(language: Language): Outcome<Locale>
}

/** Makes a press room of its files. All faults of all files are reported at once; with an error among them there is no press room. */
export const assemblePressRoom = (files: PressRoomFiles): Outcome<PressRoom> => whole(assembleSoundPart(files))

/** What was opened, where nothing is wrong with it. */
export const whole = (opened: Outcome<PressRoom>): Outcome<PressRoom> =>
  hasErrors(opened.diagnostics) ? { diagnostics: opened.diagnostics } : opened

/**
 * A press room of those of its files, people, figures and texts that are sound, to look for what else is wrong with it and its releases:
 * with an error nothing may be made of it. Without a value where press.yaml cannot be used.
 */
export function assembleSoundPart(files: PressRoomFiles): Outcome<PressRoom> {
  if (!files.settings) return { diagnostics: [missingSettings()] }
  const { value: read, diagnostics: ofSettings } = readSettings(files.settings)
  const { material, diagnostics: ofMaterial } = readMaterial(files.templates, read?.settings.language ?? 'en-US')
  const builtIn = builtInLocales(files)
  const own = readLocaleFiles(files.templates, builtIn)
  const words = wordsOf(builtIn, own)
  const layouts = layerLayouts(files)
  const diagnostics = [...ofSettings, ...ofMaterial, ...own.diagnostics, ...layouts.diagnostics, ...strayFiles(files)]
  if (!read) return { diagnostics }
  const unknown = unknownInHouse(read, material)
  const { root, known } = files
  const value: PressRoom = {
    root,
    ...read,
    ...material,
    faults: (kind, name) => [
      ...material.faults(kind, name),
      ...unknown.filter((one) => one.kind === kind && one.name === name).map(({ diagnostic }) => diagnostic),
    ],
    logo: undefined,
    layouts: layouts.layouts,
    known,
    words,
    locale: localesOf(builtIn, own, words.keys()),
  }
  return { value, diagnostics: [...diagnostics, ...unknown.map(({ diagnostic }) => diagnostic)] }
}

interface UnknownInHouse {
  readonly kind: MaterialKind
  readonly name: string
  readonly diagnostic: Diagnostic
}

/** Contacts and boilerplate that every release would get, and that do not exist. */
function unknownInHouse({ settings: { house }, settingsFault }: ReadSettings, material: Material): UnknownInHouse[] {
  const { names, contact, boilerplate, faults } = material
  return [
    ...house.contact.flatMap((name, i) => {
      if (contact(name).length > 0 || faults('contact', name).length > 0) return []
      const hint = didYouMean(name, names.contacts) ?? 'add the contact to templates/contacts.yaml'
      const message = `Unknown contact "${name}"`
      const diagnostic = settingsFault(['house', 'contact', i], 'unknown-contact', message, hint)
      return [{ kind: 'contact' as const, name, diagnostic }]
    }),
    ...house.boilerplate.flatMap((name, i) => {
      if (boilerplate(name).length > 0 || faults('boilerplate', name).length > 0) return []
      const hint = didYouMean(name, names.boilerplate) ?? `add templates/boilerplate/${name}.md`
      const message = `Unknown boilerplate "${name}"`
      const diagnostic = settingsFault(['house', 'boilerplate', i], 'unknown-boilerplate', message, hint)
      return [{ kind: 'boilerplate' as const, name, diagnostic }]
    }),
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

/** The kit's layouts with the press room's own over them, file by file. */
function layerLayouts({ builtIn, templates }: PressRoomFiles): {
  readonly layouts: ReadonlyMap<string, SourceText>
  readonly diagnostics: readonly Diagnostic[]
} {
  const diagnostics: Diagnostic[] = []
  const layouts = new Map<string, SourceText>()
  const isLayout = (path: string): boolean => /^templates\/(?:html|email|text)\//.test(path)
  const set = (path: string, source: SourceText): void => void layouts.set(path.replace('templates/', ''), source)
  for (const [path, text] of builtIn) if (isLayout(path)) set(path, sourceText(`pressmark/${path}`, text))
  for (const [path, bytes] of templates) {
    if (!isLayout(path)) continue
    const source = decode(path, bytes)
    diagnostics.push(...source.diagnostics)
    // A copy of one of the kit's files is not a press room's own.
    if (source.value && source.value.text !== builtIn.get(path)) set(path, source.value)
  }
  return { layouts, diagnostics }
}
