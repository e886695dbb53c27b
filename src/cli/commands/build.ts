import { InvalidArgumentError, type Command } from 'commander'
import { relative, resolve } from 'node:path'
import type { BuildReport, WatchOptions } from '../../build/report.ts'
import { shardFault, type Shard } from '../../build/shard.ts'
import { diagnose, hasErrors, inReadingOrder, type Diagnostic, type Outcome } from '../../source/diagnostic.ts'
import { count, counted, fromRoot, linesBelow, moment, refuse } from '../common.ts'
import { Exit, type ExitCode, type Io } from '../io.ts'
import { progressLine } from '../progress.ts'
import { painter } from '../paint.ts'
import type { report } from '../report.ts'

type Report = typeof report

interface Flags {
  readonly root: string
  readonly out?: string
  readonly formats?: readonly string[]
  readonly drafts?: boolean
  readonly force?: boolean
  readonly now?: number
  readonly shard?: Shard
  readonly json?: boolean
  readonly watch?: boolean
}

export function addBuild(program: Command, io: Io, end: (code: ExitCode) => void): void {
  program
    .command('build')
    .description('render the releases into dist/')
    .argument('[files...]', 'only these releases')
    .option('--root <dir>', 'the folder that holds press.yaml', '.')
    .option('--out <dir>', 'the folder to write to (default: dist in the root)', folderNamed)
    .option('--formats <names>', 'what to make, such as html,email,text', listed)
    .option('--drafts', 'build drafts too, into dist/drafts/')
    .option('--force', 'replace files in the output folder that build did not write')
    .option('--now <time>', 'the moment that counts as now, such as "2026-12-01 09:00 Europe/Amsterdam"', moment)
    .option('--shard <i/n>', 'only the i-th of n parts, so that n machines build all of it', shardNamed)
    .option('--watch', 'build again whenever a file changes, until Ctrl-C')
    .option('--json', 'print the report as JSON; with --watch, one line for each build')
    .action(async (files: string[], flags: Flags) => end(await buildCommand(files, flags, io)))
}

function listed(names: string): string[] {
  const list = names.split(/[\s,]+/).filter((name) => name !== '')
  if (list.length === 0) throw new InvalidArgumentError('Name at least one.')
  return list
}

function folderNamed(folder: string): string {
  if (folder.trim() !== '') return folder
  throw new InvalidArgumentError('Name a folder.')
}

function shardNamed(text: string): Shard {
  const [, index, count] = /^(\d+)\/(\d+)$/.exec(text.trim()) ?? []
  const shard = { index: Number(index), count: Number(count) }
  const fault = shardFault(shard)
  if (fault) throw new InvalidArgumentError(`${fault}.`)
  return shard
}

async function buildCommand(files: readonly string[], flags: Flags, io: Io): Promise<ExitCode> {
  const started = io.now()
  const root = resolve(io.cwd, flags.root)
  const unknown = flags.formats && (await unknownFormat(flags.formats))
  if (unknown) return refuse(unknown, flags.json === true, io)
  const { out, formats, drafts = false, force = false, shard } = flags
  if (shard && (flags.watch || files.length > 0)) {
    io.stderr(`error: --shard does not go with ${flags.watch ? '--watch' : 'named files'}\n`)
    return Exit.usage
  }
  const options = { ...(out !== undefined && { out: resolve(io.cwd, out) }), ...(formats && { formats }), drafts }
  const named = files.map((file) => fromRoot(root, file, io))
  const chosen = { force, ...(named.length > 0 && { files: named }) }
  if (flags.watch) return await watch(root, { ...options, ...chosen }, flags, io)
  const { Builder } = await import('../../build/builder.ts')
  const progress = io.terminal && !flags.json ? progressLine(io) : undefined
  const outcome = await new Builder(root, { ...options, ...(shard && { shard }) }).build({
    ...chosen,
    now: flags.now ?? started,
    ...(progress && { onProgress: progress.step }),
  })
  progress?.end()
  const { report } = await import('../report.ts')
  return tell(outcome, root, io.now() - started, flags, io, report)
}

/** Builds until Ctrl-C, and tells of each build that has something to tell. What was found wrong was said then; the end is fine. */
async function watch(
  root: string,
  options: Pick<WatchOptions, 'out' | 'formats' | 'drafts' | 'files' | 'force'>,
  flags: Flags,
  io: Io,
): Promise<ExitCode> {
  const { watchPressRoom } = await import('../../build/watch.ts')
  const { report } = await import('../report.ts')
  const ending = new AbortController()
  let exit: ExitCode = Exit.fine
  let said: string | undefined
  await watchPressRoom(root, {
    ...options,
    now: () => flags.now ?? io.now(),
    signal: AbortSignal.any([io.interrupted(), ending.signal]),
    onBuild(outcome, milliseconds) {
      const { counts, removed = [] } = outcome.value ?? {}
      const saying = JSON.stringify(outcome.diagnostics)
      if (saying === said && (counts?.written ?? 0) + removed.length === 0) return
      if (tell(outcome, root, milliseconds, flags, io, report) === Exit.usage && said === undefined) {
        exit = Exit.usage
        ending.abort()
      } else if (said === undefined && !flags.json) io.stderr('Waiting for changes; Ctrl-C ends it\n')
      said = saying
    },
  })
  return exit
}

/** Prints what came of a build. */
function tell(
  outcome: Outcome<BuildReport>,
  root: string,
  milliseconds: number,
  flags: Flags,
  io: Io,
  report: Report,
): ExitCode {
  const { value: result, diagnostics } = outcome
  if (!result) {
    show(diagnostics, root, flags, io, report)
    return diagnostics.some(({ code }) => code === 'missing-settings') ? Exit.usage : Exit.findings
  }
  if (flags.json)
    io.stdout(
      json({ ...result, diagnostics: inReadingOrder(diagnostics), milliseconds: Math.round(milliseconds) }, flags),
    )
  else {
    show(diagnostics, root, flags, io, report)
    io.stderr(summary(result, diagnostics, Math.round(milliseconds), io))
  }
  if (diagnostics.some(({ code }) => code === 'unknown-file')) return Exit.usage
  return hasErrors(diagnostics) ? Exit.findings : Exit.fine
}

const json = (report: object, { watch }: Flags): string => `${JSON.stringify(report, undefined, watch ? 0 : 2)}\n`

/** Says which of the formats that are named there is not. */
async function unknownFormat(names: readonly string[]): Promise<Diagnostic | undefined> {
  const [{ formatNames }, { didYouMean }] = await Promise.all([
    import('../../formats/formats.ts'),
    import('../../source/nearest.ts'),
  ])
  const unknown = names.find((name) => !formatNames.includes(name))
  if (unknown === undefined) return undefined
  const hint = didYouMean(unknown, formatNames) ?? `known: ${formatNames.join(', ')}`
  return diagnose({ file: '--formats' }, undefined, 'invalid-value', `Unknown format "${unknown}"`, { hint })
}

function show(diagnostics: readonly Diagnostic[], root: string, flags: Flags, io: Io, report: Report): void {
  if (flags.json) return io.stdout(json({ diagnostics: inReadingOrder(diagnostics) }, flags))
  io.stderr(report(diagnostics, io.colour, linesBelow(root)))
}

/** What was done, in two or three lines. */
function summary(result: BuildReport, diagnostics: readonly Diagnostic[], milliseconds: number, io: Io): string {
  const paint = painter(io.colour)
  const { counts, unchanged, removed, drafts, failed } = result
  const out = relative(io.cwd, result.out) || '.'
  const files = [
    count(counts.written, 'file') + ' written',
    `${unchanged} unchanged`,
    ...(removed.length > 0 ? [`${removed.length} removed`] : []),
  ]
  const lines = [
    `${paint('bold', count(counts.releases, 'release'))} in ${out}${out.endsWith('/') ? '' : '/'}: ${files.join(', ')} (${seconds(milliseconds)})`,
  ]
  if (counts.apart > 0)
    lines.push(`${count(counts.apart, 'release')} kept apart in ${out}/embargoed/ until the moment comes`)
  if (drafts > 0) lines.push(`${count(drafts, 'draft')} left out; --drafts builds drafts too`)
  if (counts.releases === 0 && failed.length === 0 && drafts === 0 && !hasErrors(diagnostics))
    lines.push('No releases yet: write the first one as releases/2026-01-31-its-name.md')
  const problems = counted(diagnostics, paint)
  if (problems !== '') lines.push(problems)
  if (failed.length > 0)
    lines.push(
      `${count(failed.length, 'release')} not built; what was built of ${failed.length === 1 ? 'it' : 'them'} before stays as it was, if it is public still`,
    )
  return `${lines.join('\n')}\n`
}

const seconds = (milliseconds: number): string =>
  milliseconds < 1000 ? `${milliseconds} ms` : `${(milliseconds / 1000).toFixed(1)} s`
