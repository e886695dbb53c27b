import type { Command } from 'commander'
import { Exit, type ExitCode, type Io } from '../io.ts'

export function addExplain(program: Command, io: Io, end: (code: ExitCode) => void): void {
  program
    .command('explain')
    .description('say what a rule of check is for, with releases that it accepts and does not')
    .argument('<rule>', 'the name that stands in brackets after what check says')
    .action(async (name: string) => end(await explain(name, io)))
}

async function explain(name: string, io: Io): Promise<ExitCode> {
  const { pageOf } = await import('../../check/page.ts')
  const { codes } = await import('../../source/codes.ts')
  const { rules } = await import('../../check/release/rules.ts')
  const rule = rules.find(({ code }) => code === name)
  if (rule) io.stdout(pageOf(rule))
  else if (Object.hasOwn(codes, name)) io.stdout(`# ${name}\n\n${codes[name as keyof typeof codes]}\n`)
  else {
    const { didYouMean } = await import('../../source/nearest.ts')
    const known = [...rules.map(({ code }) => code), ...Object.keys(codes)]
    io.stderr(`error: unknown rule "${name}"\n${didYouMean(name, known) ?? `known: ${known.join(', ')}`}\n`)
    return Exit.usage
  }
  return Exit.fine
}
