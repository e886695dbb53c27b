import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { writeNew, fileExists } from '../authoring/write-new.ts'
import { writeWhole } from '../source/whole-file.ts'
import { openPressRoom } from '../press-room/open.ts'
import type { PressRoom } from '../press-room/press-room.ts'
import { diagnose, type Diagnostic } from '../source/diagnostic.ts'
import { addToRoom } from './add.ts'
import { picturesBeside } from './find-picture.ts'
import { planRelease, type Plan } from './plan.ts'
import { readManuscript } from './read-manuscript.ts'
import { isRefusal } from './refusal.ts'
import type { ImportedRelease, ImportReport, Match } from './report.ts'
import { filesOf, type Source, type SourceFile } from './sources.ts'

export interface ImportOptions {
  /** The folder that relative paths of sources are meant from; the press room's own where it is not given. */
  readonly from?: string
  /** Where the release is written, by its path from the press room; only for one source. Made of its date and its headline otherwise. */
  readonly out?: string
  /** Whether a file that is there already is written over. */
  readonly force?: boolean
  /** Whether people and About texts that the press room does not have are put into it. */
  readonly add?: boolean
  /** Whether all is done but the writing. */
  readonly dryRun?: boolean
}

/**
 * Makes releases of files: Word documents, web pages, mails, texts, others' Markdown, and folders of them. Each is written whole, with its
 * pictures beside it, and never over a file that is there unless that is asked for. Files that cannot be read come back as diagnostics;
 * throws only what the disk throws while writing.
 */
export async function importFiles(
  root: string,
  sources: readonly Source[],
  options: ImportOptions = {},
): Promise<ImportReport> {
  const opened = await openPressRoom(root)
  if (!opened.value) return { releases: [], diagnostics: opened.diagnostics }
  const { files, diagnostics } = filesOf(sources, options.from ?? root)
  const found: Diagnostic[] = [...diagnostics]
  const releases: ImportedRelease[] = []
  const claimed = new Set<string>()
  let room: PressRoom = opened.value
  for (const file of files) {
    const outcome = await importOne(room, file, options, claimed)
    found.push(...outcome.diagnostics)
    if (outcome.release) releases.push(outcome.release)
    if (outcome.room) room = outcome.room
  }
  if (files.length === 0 && found.length === 0)
    found.push(
      diagnose(
        { file: typeof sources[0] === 'string' ? sources[0] : '.' },
        undefined,
        'refused-file',
        'Nothing to import',
        { hint: 'import reads .docx, .html, .eml, .txt and .md' },
      ),
    )
  return { releases, diagnostics: found }
}

interface Imported {
  readonly release?: ImportedRelease
  /** The press room anew, where something was added to it. */
  readonly room?: PressRoom
  readonly diagnostics: readonly Diagnostic[]
}

async function importOne(
  room: PressRoom,
  { name, folder, read }: SourceFile,
  options: ImportOptions,
  claimed: Set<string>,
): Promise<Imported> {
  const bytes = read()
  if (!bytes.value) return { diagnostics: bytes.diagnostics }
  const manuscript = await readManuscript(basename(name), bytes.value, picturesBeside(folder))
  if (isRefusal(manuscript))
    return {
      diagnostics: [diagnose({ file: name }, undefined, 'refused-file', manuscript.refused, { hint: manuscript.hint })],
    }
  const planning = { name: basename(name), out: options.out }
  let plan = await planRelease(room, manuscript, planning)
  const paths = [plan.file, ...plan.enclosures.keys()]
  const isTaken = paths.some((path) => claimed.has(path) || (!options.force && existsSync(join(room.root, path))))
  const clash = isTaken
    ? [
        fileExists(
          plan.file,
          claimed.has(plan.file)
            ? 'two of the files are of one day and one headline; import one with --out'
            : 'give another name with --out, or write over it with --force',
        ),
      ]
    : []
  for (const path of paths) claimed.add(path)
  const isWritten = !options.dryRun && !isTaken
  const news = options.add ? [...plan.contacts, ...plan.boilerplate].filter(({ how }) => how === 'new') : []
  let next: PressRoom | undefined
  const diagnostics: Diagnostic[] = [...clash]
  if (isWritten && news.length > 0) {
    diagnostics.push(...addToRoom(room.root, news))
    next = (await openPressRoom(room.root)).value
    if (next) plan = withAdded(await planRelease(next, manuscript, planning), news)
  }
  if (isWritten) diagnostics.push(...write(room.root, plan, options.force ?? false))
  const { enclosures, ...rest } = plan
  const written = isWritten && diagnostics.length === clash.length
  return {
    release: { source: name, ...rest, media: [...enclosures.keys()], written },
    ...(next && { room: next }),
    diagnostics,
  }
}

const withAdded = (plan: Plan, news: readonly Match[]): Plan => {
  const mark = (match: Match): Match =>
    news.some(({ id }) => id === match.id) && match.how !== 'new' ? { ...match, how: 'added' } : match
  return { ...plan, contacts: plan.contacts.map(mark), boilerplate: plan.boilerplate.map(mark) }
}

function write(root: string, { file, text, enclosures }: Plan, force: boolean): Diagnostic[] {
  const files = new Map<string, string | Uint8Array>([...enclosures, [file, text]])
  if (!force) return writeNew(root, files)
  for (const [path, content] of files) writeWhole(join(root, path), content)
  return []
}
