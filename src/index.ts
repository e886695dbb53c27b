import { demandOptions } from './arguments.ts'
import type { NewRelease, NewReleaseOptions } from './authoring/new-release.ts'
import type { NewPressRoom } from './authoring/press-room.ts'
import type { NewPressRoomOptions } from './authoring/room-options.ts'
import type { NewTranslation, NewTranslationOptions } from './authoring/translation.ts'
import { build as buildRoom } from './build/build.ts'
import { render as renderRelease } from './build/render.ts'
import type { BuildOptions, BuildReport, RenderedRelease, RenderOptions, WatchOptions } from './build/report.ts'
import { lintEmail as lintHtml } from './check/email/index.ts'
import { lintMessage as lintEml } from './check/message/index.ts'
import type { Preview, PreviewOptions } from './preview/preview.ts'
import type { CheckRule } from './check/own/check-rule.ts'
import { lintText as lintPlainText } from './check/text/index.ts'
import type { ImportOptions } from './import/import.ts'
import type { ImportReport } from './import/report.ts'
import type { Source } from './import/sources.ts'
import { openPressRoom as openRoom } from './press-room/open.ts'
import type { PressRoom as OpenedRoom } from './press-room/press-room.ts'
import type { Diagnostic, Outcome } from './source/diagnostic.ts'

// The types of this page are its own where ours are made of those of other packages: the bundle brings their code along, and not
// their types.
export type { NewRelease, NewReleaseOptions } from './authoring/new-release.ts'
export type { NewPressRoom } from './authoring/press-room.ts'
export type { NewPressRoomOptions } from './authoring/room-options.ts'
export type { NewTranslation, NewTranslationOptions } from './authoring/translation.ts'
export type {
  BuildOptions,
  BuildReport,
  BuiltRelease,
  RenderedRelease,
  RenderOptions,
  WatchOptions,
} from './build/report.ts'
export type { CheckRule, RuleFinding, RuleInput } from './check/own/check-rule.ts'
export type { ImportOptions } from './import/import.ts'
export type { ImportedRelease, ImportReport, Match as ImportMatch } from './import/report.ts'
export type { Source as ImportSource } from './import/sources.ts'
export { clients, simulate, type Client } from './clients/clients.ts'
export type { Preview, PreviewOptions } from './preview/preview.ts'
export type { Diagnostic, Outcome, Severity } from './source/diagnostic.ts'

/** What `openPressRoom` gives, for `build` and `render`: everything that a release is made with, read once. */
export interface PressRoom {
  readonly root: string
}

/** A diagnostic of the HTML of an email; its code is the name of a rule, its place one in that HTML. */
export type EmailFinding = Diagnostic<string>

/** A diagnostic of a plain text; its code is the name of a rule, its place one in that text. */
export type TextFinding = Diagnostic<string>

/** A diagnostic of a message; its code is the name of a rule, its lines and columns are those of the .eml, in bytes. */
export type MessageFinding = Diagnostic<string>

/**
 * Opens the press room in a folder: reads press.yaml, templates/ and the logo, and nothing else. What is wrong with them comes
 * back as diagnostics.
 */
export const openPressRoom: (root: string) => Promise<Outcome<PressRoom>> = openRoom

/**
 * Renders the releases of a press room into its output folder. A release with an error does not stop the others. Throws only what
 * the disk throws before anything is written; later it is a diagnostic.
 */
export const build = async (room: PressRoom, options: BuildOptions): Promise<BuildReport> => {
  demandOptions('build', options)
  return buildRoom(opened(room), options)
}

/**
 * Builds the press room in a folder, and again whenever one of its files changes, until the signal. The press room is opened anew
 * when it is what changed.
 */
export const watch = async (root: string, options: WatchOptions): Promise<void> => {
  demandOptions('watch', options)
  const { watchPressRoom } = await import('./build/watch.ts')
  return watchPressRoom(root, options)
}

export interface CheckOptions {
  /** The moment that counts as now, for embargoes. */
  readonly now: number
  /** Only these releases, by their paths from the press room; a release comes with its translations. */
  readonly files?: readonly string[]
  /** Whether what can be mended safely is mended in the files. */
  readonly fix?: boolean
  /**
   * Whether the network is asked where links lead; what was found less than a day ago is kept in .pressmark/. `loopback` lets it ask
   * servers of the own machine, for tests.
   */
  readonly online?: boolean | { readonly loopback: boolean }
  /** Rules beside ours and those of the press room. What they throw comes through. */
  readonly rules?: readonly CheckRule[]
}

export interface CheckReport {
  /** The releases that were looked at, by their paths from the press room. */
  readonly files: readonly string[]
  /** What build would say and what the rules say, in the order of the files and of their text; a code is the name of a rule. */
  readonly diagnostics: readonly Diagnostic<string>[]
  /** What was mended, by file. */
  readonly mended: readonly { readonly file: string; readonly count: number }[]
}

/**
 * Looks at the press room in a folder and at its releases as a good press officer would before they go out, and at what is made of
 * them. Writes nothing but the cache of layouts unless it is to mend. Throws only what the disk throws, and a RangeError for a rule of
 * the program with the name of another.
 */
export const check = async (root: string, options: CheckOptions): Promise<CheckReport> => {
  demandOptions('check', options)
  const { checkPressRoom } = await import('./build/check.ts')
  const { rules = [], ...others } = options
  if (rules.length === 0) return checkPressRoom(root, others)
  const { moreRules } = await import('./check/own/program.ts')
  return checkPressRoom(root, { ...others, more: moreRules(rules) })
}

/**
 * Makes a press room in a folder, as `pressmark init` does: settings, a contact, an About text and a first release that shows the form. All
 * of it or nothing; overwrites nothing. Throws only what the disk throws when it is read.
 */
export const createPressRoom = async (folder: string, options: NewPressRoomOptions): Promise<Outcome<NewPressRoom>> => {
  demandOptions('createPressRoom', options)
  const { createPressRoom: create } = await import('./authoring/press-room.ts')
  return create(folder, options)
}

/**
 * Begins a release in the press room in a folder, as `pressmark new` does: a draft with the fields of the house, and a body that shows
 * the form of its kind, or that of an earlier release. Overwrites nothing. Throws only what the disk throws when it is read.
 */
export const createRelease = async (root: string, options: NewReleaseOptions): Promise<Outcome<NewRelease>> => {
  demandOptions('createRelease', options)
  const { createRelease: create } = await import('./authoring/new-release.ts')
  return create(root, options)
}

/**
 * Begins the translation of a release, beside it: everything but the words is filled in, and the original stands above each place.
 * Overwrites nothing. Throws only what the disk throws when it is read.
 */
export const createTranslation = async (
  root: string,
  options: NewTranslationOptions,
): Promise<Outcome<NewTranslation>> => {
  demandOptions('createTranslation', options)
  const { createTranslation: create } = await import('./authoring/translation.ts')
  return create(root, options)
}

/**
 * Shows the press room in a folder in the browser of this machine, and follows its files until it is closed. Without a value where there
 * is no press room; any other fault is shown in the page until it is mended. Throws what the system throws where it cannot listen, such as
 * EADDRINUSE for a port that is taken.
 */
export const preview = async (root: string, options: PreviewOptions): Promise<Outcome<Preview>> => {
  demandOptions('preview', options)
  const { startPreview } = await import('./preview/preview.ts')
  return startPreview(root, options)
}

/**
 * Makes releases of files: Word documents, web pages, mails, texts, others' Markdown, and folders of them. Each is written whole, with its
 * pictures beside it, and never over a file that is there unless that is asked for; with `dryRun` nothing is written. Files that are not
 * read come back as diagnostics; throws only what the disk throws while writing.
 */
export const importFiles = async (
  root: string,
  sources: readonly Source[],
  options: ImportOptions = {},
): Promise<ImportReport> => {
  demandOptions('importFiles', options)
  if (!Array.isArray(sources)) throw new TypeError('the sources of importFiles are to be a list')
  const { importFiles: run } = await import('./import/import.ts')
  return run(root, sources, options)
}

/** Renders one release of a press room, named by its path from there, and writes nothing but the cache of layouts. */
export const render = async (
  room: PressRoom,
  file: string,
  options: RenderOptions,
): Promise<Outcome<RenderedRelease>> => {
  demandOptions('render', options)
  return renderRelease(opened(room), file, options)
}

/**
 * Everything in the final bytes of an email's HTML that some mail client would spoil, in the order of the text. Never throws.
 * With the subject that the email goes out with, the title is compared to it.
 */
export const lintEmail: (file: string, bytes: Uint8Array, subject?: string) => EmailFinding[] = lintHtml

/** Everything in the bytes of an .eml that a server or a client would spoil. Its HTML is for `lintEmail`. Never throws. */
export const lintMessage: (file: string, bytes: Uint8Array) => MessageFinding[] = lintEml

/** What the plain text of a release is held to beside its own words. */
export interface TextContext {
  /** In columns, how wide its lines are to be at most. */
  readonly wrap?: number | undefined
  /** Whether typographic characters are to be in ASCII. */
  readonly ascii?: boolean
  /** Addresses that are to stand in it whole. */
  readonly addresses?: readonly string[]
}

/** Everything in the plain text of a release that a reader would stumble over, in its order. Never throws. */
export const lintText: (file: string, text: string, context?: TextContext) => TextFinding[] = lintPlainText

function opened(room: PressRoom): OpenedRoom {
  if (isOpened(room)) return room
  throw new TypeError('a press room is what openPressRoom gives')
}

const isOpened = (room: unknown): room is OpenedRoom =>
  typeof room === 'object' && room !== null && 'settings' in room && 'layouts' in room
