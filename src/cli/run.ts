import { Command, CommanderError } from 'commander'
import { readFileSync } from 'node:fs'
import { addBuild } from './commands/build.ts'
import { Exit, type ExitCode, type Io } from './io.ts'

/** Runs the command with its arguments. Never throws and never ends the process; says with what it should end. */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  let exit: ExitCode = Exit.fine
  const program = new Command('pressmark')
    .description('Write press releases in Markdown; hand them out as web page, email and plain text')
    .version(version(), '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .showSuggestionAfterError()
    .configureOutput({ writeOut: io.stdout, writeErr: io.stderr })
    .exitOverride()
  addBuild(program, io, (code) => {
    exit = code
  })
  for (const command of program.commands)
    command.exitOverride().helpOption('-h, --help', 'print this help').copyInheritedSettings(program)
  try {
    await program.parseAsync([...args], { from: 'user' })
    return exit
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? Exit.fine : Exit.usage
    io.stderr(ourBug(error))
    return Exit.ourBug
  }
}

const version = (): string => {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : ''
}

/** What a person sees of a fault that is ours: that it is ours, and what to send us. */
const ourBug = (error: unknown): string =>
  `This is a fault of Pressmark, not of your press room. Please report it with these lines:\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`
