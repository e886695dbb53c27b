import type { Command } from 'commander'
import { existsSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import type { ImportedRelease, ImportReport, Match } from '../../import/report.ts'
import type { Source } from '../../import/sources.ts'
import { missingSettings } from '../../press-room/missing-settings.ts'
import { hasErrors } from '../../source/diagnostic.ts'
import { count, fromRoot, refuse, rootFlag, shellWord, tellFaults } from '../common.ts'
import { Exit, type ExitCode, type Io } from '../io.ts'
import { painter } from '../paint.ts'

interface Flags {
  readonly root: string
  readonly out?: string
  readonly add?: boolean
  readonly force?: boolean
  readonly dryRun?: boolean
  readonly json?: boolean
}

export function addImport(program: Command, io: Io, end: (code: ExitCode) => void): void {
  program
    .command('import')
    .description('make releases of Word documents, web pages, mails and texts')
    .argument('<files...>', 'files, folders of them, or - for a text that is piped in')
    .option('--root <dir>', 'the folder that holds press.yaml', '.')
    .option('--out <file>', 'where the release is written (default: releases/, named by date and headline)')
    .option('--add', 'put people and About texts that are not in the press room yet into it')
    .option('--force', 'write over a release that is there already')
    .option('--dry-run', 'print what would be written, and write nothing')
    .option('--json', 'print the report as JSON')
    .action(async (files: string[], flags: Flags) => end(await importCommand(files, flags, io)))
}

async function importCommand(files: readonly string[], flags: Flags, io: Io): Promise<ExitCode> {
  const root = resolve(io.cwd, flags.root)
  if (!existsSync(join(root, 'press.yaml'))) return refuse(missingSettings(), flags.json === true, io)
  const { out: named, add = false, force = false, dryRun = false } = flags
  const out = named === undefined ? undefined : fromRoot(root, named, io)
  const usage = usageFault(files, out)
  if (usage !== undefined) {
    io.stderr(`error: ${usage}\n`)
    return Exit.usage
  }
  const { importFiles } = await import('../../import/import.ts')
  const sources = await Promise.all(
    files.map(async (file): Promise<Source> => (file === '-' ? { name: '-', bytes: await io.input() } : file)),
  )
  const result = await importFiles(root, sources, {
    from: io.cwd,
    ...(out !== undefined && { out }),
    add,
    force,
    dryRun,
  })
  if (flags.json) io.stdout(`${JSON.stringify(result, undefined, 2)}\n`)
  else await tell(result, root, flags, io)
  return hasErrors(result.diagnostics) ? Exit.findings : Exit.fine
}

function usageFault(files: readonly string[], out: string | undefined): string | undefined {
  if (out === undefined) return undefined
  if (files.length > 1) return '--out names one file, and there are several to import'
  if (!out.startsWith('releases/')) return '--out leads out of releases/\nname a file in releases/'
  return /\.(?:md|markdown)$/i.test(out) ? undefined : '--out is no Markdown file\nend its name with .md'
}

/** Prints what was made of what; with --dry-run what would be, and the text of it. */
async function tell({ releases, diagnostics }: ImportReport, root: string, flags: Flags, io: Io): Promise<void> {
  const paint = painter(io.colour)
  for (const release of releases) {
    const file = relative(io.cwd, join(root, release.file))
    if (flags.dryRun) io.stdout(`${release.text}\n`)
    else if (release.written) io.stdout(`${file}\n`)
    const how = release.written ? 'imported as' : 'would be'
    io.stderr(
      `${paint('bold', release.source)} ${how} ${file}\n${summary(release)
        .map((line) => `  ${line}\n`)
        .join('')}`,
    )
  }
  await tellFaults(diagnostics, root, io)
  const written = releases.filter((one) => one.written)
  if (releases.length + diagnostics.length > 1)
    io.stderr(
      `${count(written.length, 'release')} written${diagnostics.length > 0 ? `, ${count(diagnostics.length, 'problem')}` : ''}\n`,
    )
  const [first] = written
  if (!first) return
  const what = written.length === 1 ? 'it' : 'them'
  const comments = written.some(({ remarks, leftOver }) => remarks.length + leftOver.length > 0)
  const file = written.length === 1 ? ` ${shellWord(relative(io.cwd, join(root, first.file)))}` : ''
  io.stderr(
    `Look ${what} over${comments ? ', then take the comments of import away' : ''}:\n  npx pressmark check${file}${rootFlag(root, io)}\n`,
  )
}

function summary({ media, contacts, boilerplate, remarks, leftOver }: ImportedRelease): string[] {
  return [
    ...contacts.flatMap((match) => matchLines('contact', match)),
    ...boilerplate.flatMap((match) => matchLines('About text', match)),
    ...(media.length > 0
      ? [
          `${count(media.length, 'file')} beside it: ${media.map((path) => path.slice(path.lastIndexOf('/') + 1)).join(', ')}`,
        ]
      : []),
    ...(remarks.length > 0
      ? [
          `unsure of ${count(remarks.length, 'thing')}, as comments in it:`,
          ...remarks.map((text) => `  ${text.split('\n')[0] ?? ''}`),
        ]
      : []),
    ...leftOver.map(({ what, text }) => `left over, at its end: ${what}, ${count(text.split(/\s+/).length, 'word')}`),
  ]
}

const ways: Readonly<Record<Match['how'], string>> = {
  known: 'as it is here',
  near: 'as it is here, with differences:',
  other: 'here with another text',
  new: 'not here yet',
  added: 'added',
}

function matchLines(what: string, { id, how, differences, file, text }: Match): string[] {
  const lines = [`${what} ${id}: ${ways[how]}`, ...differences.map((one) => `  ${one}`)]
  if (how !== 'new' || file === undefined) return lines
  return [
    ...lines.slice(0, -1),
    `${what} ${id}: not here yet; --add puts it into ${file}`,
    ...(what === 'contact'
      ? (text ?? '')
          .trimEnd()
          .split('\n')
          .map((line) => `  ${line}`)
      : []),
  ]
}
