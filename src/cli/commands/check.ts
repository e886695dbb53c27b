import { InvalidArgumentError, type Command } from 'commander'
import { relative, resolve } from 'node:path'
import { hasErrors, type Diagnostic } from '../../source/diagnostic.ts'
import { count, counted, fromRoot, linesBelow, moment } from '../common.ts'
import { Exit, type ExitCode, type Io } from '../io.ts'
import { painter } from '../paint.ts'
import { loadReporter, reporterNames } from '../reporters/reporters.ts'

interface Flags {
  readonly root: string
  readonly format: string
  readonly maxWarnings?: number
  readonly fix?: boolean
  readonly quiet?: boolean
  readonly now?: number
  readonly online?: boolean
}

export function addCheck(program: Command, io: Io, end: (code: ExitCode) => void): void {
  program
    .command('check')
    .description('say what is wrong with the releases before a journalist does')
    .argument('[files...]', 'only these releases')
    .option('--root <dir>', 'the folder that holds press.yaml', '.')
    .option('--format <name>', reporterNames.join(', '), formatNamed, 'pretty')
    .option('--quiet', 'leave out remarks: tell of errors and warnings only')
    .option('--max-warnings <number>', 'how many warnings are still fine (default: any number)', number)
    .option('--fix', 'mend in the files what can be mended safely')
    .option('--online', 'ask where links lead; what was found less than a day ago is not asked again')
    .option('--now <time>', 'the moment that counts as now, such as "2026-12-01 09:00 Europe/Amsterdam"', moment)
    .action(async (files: string[], flags: Flags) => end(await checkCommand(files, flags, io)))
}

function formatNamed(name: string): string {
  if (reporterNames.includes(name)) return name
  throw new InvalidArgumentError(`Known: ${reporterNames.join(', ')}.`)
}

function number(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  throw new InvalidArgumentError('It takes a whole number.')
}

async function checkCommand(files: readonly string[], flags: Flags, io: Io): Promise<ExitCode> {
  const root = resolve(io.cwd, flags.root)
  const { checkPressRoom } = await import('../../build/check.ts')
  const named = files.map((file) => fromRoot(root, file, io))
  const now = flags.now ?? io.now()
  const { fix = false, online = false } = flags
  const options = { now, fix, online, ...(named.length > 0 && { files: named }) }
  const { files: checked, diagnostics: all, mended } = await checkPressRoom(root, options)
  const diagnostics = flags.quiet ? all.filter(({ severity }) => severity !== 'info') : all
  const tell = await loadReporter(flags.format)
  const way = relative(io.cwd, root).replaceAll('\\', '/')
  const told = await tell?.({ diagnostics, root: way, colour: io.colour, lineOf: linesBelow(root) })
  // What programs read goes to stdout.
  if (told) (flags.format === 'pretty' ? io.stderr : io.stdout)(told)
  for (const { file, count: mends } of mended) io.stderr(`${file}: ${count(mends, 'mend')} made\n`)
  if (flags.format === 'pretty') {
    io.stderr(`${count(checked.length, 'release')} checked: ${summary(diagnostics, io)}\n`)
  }
  if (diagnostics.some(({ code }) => code === 'missing-settings' || code === 'unknown-file')) return Exit.usage
  const warnings = diagnostics.filter(({ severity }) => severity === 'warning').length
  return hasErrors(diagnostics) || warnings > (flags.maxWarnings ?? Infinity) ? Exit.findings : Exit.fine
}

/** `1 error, 2 warnings, 1 remark; 2 can be mended with --fix`. */
function summary(diagnostics: readonly Diagnostic<string>[], io: Io): string {
  const remarks = diagnostics.filter(({ severity }) => severity === 'info').length
  const mendable = diagnostics.filter(({ fix }) => fix).length
  const problems = counted(diagnostics, painter(io.colour)) || (remarks > 0 ? '' : 'nothing to complain about')
  const counts = [problems, remarks > 0 ? count(remarks, 'remark') : ''].filter((one) => one !== '').join(', ')
  return mendable > 0 ? `${counts}; ${mendable} can be mended with --fix` : counts
}
