import type { Command } from 'commander'
import { resolve } from 'node:path'
import { Exit, type ExitCode, type Io } from '../io.ts'

export function addExplain(program: Command, io: Io, end: (code: ExitCode) => void): void {
  program
    .command('explain')
    .description('say what a rule of check is for, with releases that it accepts and does not')
    .argument('<rule>', 'the name that stands in brackets after what check says')
    .option('--root <dir>', 'the folder that holds press.yaml, for rules of its own', '.')
    .action(async (name: string, { root }: { root: string }) => end(await explain(name, resolve(io.cwd, root), io)))
}

async function explain(name: string, root: string, io: Io): Promise<ExitCode> {
  const { pageOf } = await import('../../check/page.ts')
  const { pageOfOutput } = await import('../../check/output-page.ts')
  const { codes, ofRules } = await import('../../source/codes.ts')
  const { rules: ours } = await import('../../check/release/rules.ts')
  const { outputCodes } = await import('../../check/outputs.ts')
  const { ownRulesIn } = await import('../../build/own-rules.ts')
  const own = ownRulesIn(root, [...ours.map(({ code }) => code), ...outputCodes])
  const meanings: Readonly<Record<string, string>> = { ...codes, ...ofRules }
  const rules = [...ours, ...own.rules]
  const rule = rules.find(({ code }) => code === name)
  const page = rule ? pageOf(rule) : pageOfOutput(name)
  if (page !== undefined) io.stdout(page)
  else if (Object.hasOwn(meanings, name)) io.stdout(`# ${name}\n\n${meanings[name]}\n`)
  else {
    const { didYouMean } = await import('../../source/nearest.ts')
    const known = [...rules.map(({ code }) => code), ...outputCodes, ...Object.keys(meanings)]
    io.stderr(`error: unknown rule "${name}"\n${didYouMean(name, known) ?? `known: ${known.join(', ')}`}\n`)
    return Exit.usage
  }
  return Exit.fine
}
