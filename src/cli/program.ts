import { Command, CommanderError } from 'commander'
import { kitVersion } from '../source/kit.ts'
import { addBuild } from './commands/build.ts'
import { addCheck } from './commands/check.ts'
import { addExplain } from './commands/explain.ts'
import { addImport } from './commands/import.ts'
import { addInit } from './commands/init.ts'
import { addNew } from './commands/new.ts'
import { addPreview } from './commands/preview.ts'
import { Exit, type ExitCode, type Io } from './io.ts'

/** Runs what the arguments ask for; throws only where the fault is ours. */
export async function runProgram(args: readonly string[], io: Io): Promise<ExitCode> {
  let exit: ExitCode = Exit.fine
  const program = new Command('pressmark')
    .description('Write press releases in Markdown; hand them out as web page, email and plain text')
    .version(kitVersion(), '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .showSuggestionAfterError()
    .configureOutput({ writeOut: io.stdout, writeErr: io.stderr })
    .exitOverride()
  const end = (code: ExitCode): void => {
    exit = code
  }
  for (const add of [addInit, addNew, addImport, addBuild, addCheck, addExplain, addPreview]) add(program, io, end)
  for (const command of program.commands)
    command.exitOverride().helpOption('-h, --help', 'print this help').copyInheritedSettings(program)
  try {
    await program.parseAsync([...args], { from: 'user' })
    return exit
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? Exit.fine : Exit.usage
    throw error
  }
}
