import { kitVersion } from '../source/kit.ts'
import { Exit, type ExitCode, type Io } from './io.ts'

/**
 * Runs the command with its arguments. Never throws and never ends the process; says with what it should end. The version is
 * printed from here, so that whoever only asks for it waits for nothing else.
 */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  try {
    if (args.length === 1 && (args[0] === '--version' || args[0] === '-v')) {
      io.stdout(`${kitVersion()}\n`)
      return Exit.fine
    }
    const { runProgram } = await import('./program.ts')
    return await runProgram(args, io)
  } catch (error) {
    io.stderr(ourBug(error))
    return Exit.ourBug
  }
}

/** What a person sees of a fault that is ours: that it is ours, and what to send us. */
const ourBug = (error: unknown): string =>
  `This is a fault of Pressmark, not of your press room. Please report it with these lines:\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`
