import { InvalidArgumentError, type Command } from 'commander'
import { relative, resolve } from 'node:path'
import { hasErrors, type Diagnostic } from '../../source/diagnostic.ts'
import { count, counted, linesBelow, moment } from '../common.ts'
import { Exit, type ExitCode, type Io } from '../io.ts'
import { painter, report } from '../report.ts'

interface Flags {
  readonly root: string
  readonly format: string
  readonly maxWarnings?: number
  readonly fix?: boolean
  readonly now?: number
}

/** Prints what was found; one a format. What programs read goes to stdout. */
const formats: Readonly<Record<string, (found: readonly Diagnostic<string>[], root: string, io: Io) => void>> = {
  pretty: (found, root, io) => io.stderr(report(found, io.colour, linesBelow(root))),
  json: (found, _, io) => io.stdout(`${JSON.stringify({ diagnostics: found }, undefined, 2)}\n`),
  github: (found, root, io) => io.stdout(found.map((one) => annotation(one, relative(io.cwd, root))).join('')),
}

export function addCheck(program: Command, io: Io, end: (code: ExitCode) => void): void {
  program
    .command('check')
    .description('say what is wrong with the releases before a journalist does')
    .argument('[files...]', 'only these releases')
    .option('--root <dir>', 'the folder that holds press.yaml', '.')
    .option('--format <name>', 'pretty, json or github', formatNamed, 'pretty')
    .option('--max-warnings <number>', 'how many warnings are still fine (default: any number)', number)
    .option('--fix', 'mend in the files what can be mended safely')
    .option('--now <time>', 'the moment that counts as now, such as "2026-12-01 09:00 Europe/Amsterdam"', moment)
    .action(async (files: string[], flags: Flags) => end(await checkCommand(files, flags, io)))
}

function formatNamed(name: string): string {
  if (Object.hasOwn(formats, name)) return name
  throw new InvalidArgumentError(`Known: ${Object.keys(formats).join(', ')}.`)
}

function number(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  throw new InvalidArgumentError('It takes a whole number.')
}

async function checkCommand(files: readonly string[], flags: Flags, io: Io): Promise<ExitCode> {
  const root = resolve(io.cwd, flags.root)
  const { checkPressRoom } = await import('../../build/check.ts')
  const named = files.map((file) => relative(root, resolve(io.cwd, file.replaceAll('\\', '/'))))
  const now = flags.now ?? io.now()
  const { fix = false } = flags
  const options = { now, fix, ...(named.length > 0 && { files: named }) }
  const { files: checked, diagnostics, mended } = await checkPressRoom(root, options)
  formats[flags.format]?.(diagnostics, root, io)
  for (const { file, count: mends } of mended) io.stderr(`${file}: ${count(mends, 'mend')} made\n`)
  if (flags.format === 'pretty') {
    const problems = counted(diagnostics, painter(io.colour)) || 'nothing to complain about'
    io.stderr(`${count(checked.length, 'release')} checked: ${problems}\n`)
  }
  if (diagnostics.some(({ code }) => code === 'missing-settings' || code === 'unknown-file')) return Exit.usage
  const warnings = diagnostics.filter(({ severity }) => severity === 'warning').length
  return hasErrors(diagnostics) || warnings > (flags.maxWarnings ?? Infinity) ? Exit.findings : Exit.fine
}

/**
 * A workflow command of GitHub Actions, which shows it at its line of the pull request. Its values are escaped as its toolkit does:
 * https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
 */
function annotation({ file, position, severity, code, message, hint }: Diagnostic<string>, root: string): string {
  const path = root === '' ? file : `${root.replaceAll('\\', '/')}/${file}`
  const place = position
    ? [
        `line=${position.start.line}`,
        `endLine=${position.end.line}`,
        `col=${position.start.column}`,
        `endColumn=${position.end.column}`,
      ]
    : []
  const kind = severity === 'info' ? 'notice' : severity
  const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
  const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
  const properties = [`file=${property(path)}`, ...place, `title=${property(code)}`].join(',')
  return `::${kind} ${properties}::${data(hint === undefined ? message : `${message}; ${hint}`)}\n`
}
