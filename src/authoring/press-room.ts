import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, extname, join, resolve } from 'node:path'
import { isZone, wallClock } from '../calendar/zone.ts'
import { readPressRoomFiles, type PressRoomFiles } from '../press-room/folder.ts'
import { inLanguage } from '../press-room/language.ts'
import { assemblePressRoom, type PressRoom } from '../press-room/press-room.ts'
import { slugFrom } from '../release/slug.ts'
import { diagnose, hasErrors, type Diagnostic, type Outcome } from '../source/diagnostic.ts'
import { kitVersion } from '../source/kit.ts'
import { isMailPicture, pictureSize } from '../source/picture.ts'
import { borrowedLocale, localePath } from './borrowed-locale.ts'
import { editorConfig, editorExtensions, editorSettings, editorSnippets, manifest, workflow } from './editor-files.ts'
import { roomFiles } from './room-files.ts'
import type { NewPressRoomOptions } from './room-options.ts'
import { wordingOf } from './wording.ts'
import { fileExists, writeNew } from './write-new.ts'

/** A press room that was made. */
export interface NewPressRoom {
  readonly root: string
  /** The paths of the new files from there. */
  readonly written: readonly string[]
  /** Files that were there already and are as they were. */
  readonly kept: readonly string[]
}

/**
 * Makes a press room in a folder: settings, a contact, an About text in each language, and a first release that shows the form. All of it
 * or nothing; where there is one already, it stays as it is. Throws only what the disk throws when it is read.
 */
export async function createPressRoom(folder: string, options: NewPressRoomOptions): Promise<Outcome<NewPressRoom>> {
  const root = resolve(folder)
  const there = existingRoom(root)
  if (there) return { diagnostics: [there] }
  const logo = options.logo === undefined ? undefined : readLogo(options.logo)
  if (logo && 'code' in logo) return { diagnostics: [logo] }
  const { timeZone = 'UTC' } = options
  const { day } = wallClock(options.now, isZone(timeZone) ? timeZone : 'UTC')
  const room = await roomFiles(options, day, logo?.path)
  const files = readPressRoomFiles(root)
  const opened = openedBefore(files, room)
  if (!opened.value || hasErrors(opened.diagnostics)) return { diagnostics: opened.diagnostics }
  const borrowed = withBorrowedLocales(files.builtIn, room, opened.value, options.languages)
  const clash = [...room.keys()].find((path) => existsSync(join(root, path)))
  if (clash !== undefined) return { diagnostics: [fileExists(clash, 'move it away, or take another folder')] }
  const around = options.bare ? new Map<string, string>() : await filesAround(options)
  const kept = [...around.keys()].filter((path) => existsSync(join(root, path)))
  for (const path of kept) around.delete(path)
  const written = new Map<string, string | Uint8Array>([
    ...room,
    ...(logo ? [[logo.path, logo.bytes] as const] : []),
    ...around,
  ])
  const failed = writeNew(root, written)
  if (failed.length > 0) return { diagnostics: failed }
  const diagnostics = [...opened.diagnostics, ...borrowed, ...withoutAbout(room, options.languages)]
  return { value: { root, written: [...written.keys()], kept }, diagnostics }
}

/** What is to be said of languages that have no About text yet: a release in one of them would end without it. */
function withoutAbout(room: ReadonlyMap<string, string>, [, ...others]: readonly string[]): Diagnostic[] {
  const about = [...room.keys()].find((path) => /^templates\/boilerplate\/[^.]+\.md$/.test(path))
  if (about === undefined) return []
  return others.flatMap((language) => {
    const file = about.replace('.md', `.${language}.md`)
    const hint = 'write it before the first release in that language'
    const message = `No About text for ${language} yet`
    return room.has(file)
      ? []
      : diagnose({ file }, undefined, 'missing-translation', message, { hint, severity: 'warning' })
  })
}

/** Adds the English words for each language that the kit has none for, and says so. */
function withBorrowedLocales(
  builtIn: PressRoomFiles['builtIn'],
  room: Map<string, string>,
  opened: PressRoom,
  languages: readonly string[],
): Diagnostic[] {
  const without = languages.filter((language) => opened.locale(language).value === undefined)
  const english = builtIn.get('templates/locales/en.yaml') ?? ''
  return without.map((language) => {
    const file = localePath(language)
    room.set(file, borrowedLocale(language, english))
    const hint = 'translate them before a release goes out'
    return diagnose({ file }, undefined, 'missing-locale', `No words for ${language} yet, the English ones stand in`, {
      hint,
      severity: 'warning',
    })
  })
}

/** What is to be said of a folder that is a press room already, or of what is no folder. */
export function existingRoom(root: string): Diagnostic | undefined {
  if (statSync(root, { throwIfNoEntry: false })?.isDirectory() === false)
    return fileExists(basename(root), 'a press room is a folder: give another name')
  return existsSync(join(root, 'press.yaml'))
    ? diagnose({ file: 'press.yaml' }, undefined, 'press-room-exists', 'There is a press room already', {
        hint: 'change it in press.yaml, or take another folder',
      })
    : undefined
}

/** The press room as build would open it, before it is written. */
function openedBefore(files: PressRoomFiles, room: ReadonlyMap<string, string>): Outcome<PressRoom> {
  const bytes = new Map([...room].map(([path, text]) => [path, Buffer.from(text)] as const))
  const templates = new Map([...files.templates, ...[...bytes].filter(([path]) => path.startsWith('templates/'))])
  return assemblePressRoom({ ...files, settings: bytes.get('press.yaml'), templates })
}

/** The picture of a logo, and where it stands in the press room. */
function readLogo(path: string): Diagnostic | { readonly path: string; readonly bytes: Uint8Array } {
  const fault = logoFault(path)
  if (fault !== undefined) return diagnose({ file: path }, undefined, 'missing-media', fault)
  return { path: `brand/logo${extname(path).toLowerCase()}`, bytes: readFileSync(path) }
}

/** Why a file cannot be a logo. Mail programs show no other kinds of pictures. */
export function logoFault(path: string): string | undefined {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return `Missing logo "${path}"; give the path of a picture`
  return isMailPicture(path) && pictureSize(readFileSync(path))
    ? undefined
    : `No picture, "${path}"; use a PNG, JPEG or GIF`
}

/** What is of use around a press room, and that an office may have already. */
async function filesAround({ name, languages }: NewPressRoomOptions): Promise<Map<string, string>> {
  const [language = 'en-US'] = languages
  const slug = await slugFrom(inLanguage(name, language, language), language)
  return new Map([
    ['.gitignore', 'dist/\n.pressmark/\nnode_modules/\n'],
    ['package.json', manifest(`${slug}-press-room`, kitVersion())],
    ['.editorconfig', editorConfig],
    ['.vscode/settings.json', editorSettings()],
    ['.vscode/extensions.json', editorExtensions()],
    ['.vscode/pressmark.code-snippets', editorSnippets(wordingOf(language))],
    ['.github/workflows/press.yml', workflow],
  ])
}
