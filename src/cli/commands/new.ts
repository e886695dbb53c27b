import { InvalidArgumentError, type Command } from 'commander'
import { existsSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { dayNamed } from '../../authoring/day-named.ts'
import type { NewRelease } from '../../authoring/new-release.ts'
import type { NewTranslation } from '../../authoring/translation.ts'
import type { Day } from '../../calendar/day.ts'
import { readMoment } from '../../calendar/moment.ts'
import { missingSettings } from '../../press-room/missing-settings.ts'
import type { Kind } from '../../release/fields.ts'
import { inReadingOrder, type Outcome } from '../../source/diagnostic.ts'
import { fromRoot, refuse, rootFlag, shellWord, tellFaults } from '../common.ts'
import { Exit, type ExitCode, type Io } from '../io.ts'

interface Flags {
  readonly root: string
  readonly date?: string
  readonly embargo?: string
  readonly kind?: string
  readonly language?: string
  readonly dateline?: string
  readonly slug?: string
  readonly folder?: boolean
  readonly from?: string
  readonly translate?: string
  readonly edit?: boolean
  readonly json?: boolean
}

export function addNew(program: Command, io: Io, end: (code: ExitCode) => void): void {
  program
    .command('new')
    .description('begin a release: a draft that shows the form, and that check guides you through')
    .argument('[headline]', 'the headline, in quotation marks; with --translate, the release to be translated')
    .option('--from <release>', 'begin from an earlier release, by its file or its slug')
    .option('--translate <language>', 'begin the translation of a release, such as fr')
    .option('--date <day>', 'the day it goes out: 2026-12-01, tomorrow, friday (default: today)', day)
    .option('--embargo <time>', 'until when nobody may publish: "2026-12-01 09:00 Europe/Amsterdam"', embargo)
    .option('--kind <kind>', 'press-release, media-advisory, statement or joint')
    .option('--language <tag>', "the language, where it is not the press room's")
    .option('--dateline <place>', 'the place before the first paragraph, such as "The Hague"')
    .option('--slug <name>', 'the name in its file and its address (default: from the headline)')
    .option('--folder', 'make the release a folder, with room for its pictures')
    .option('--root <dir>', 'the folder that holds press.yaml', '.')
    .option('--edit', 'open it in your editor')
    .option('--json', 'print what was made as JSON')
    .action(async (headline: string | undefined, flags: Flags) => end(await newCommand(headline, flags, io)))
}

function day(text: string): string {
  if (dayNamed(text, '2026-01-01' as Day) !== undefined) return text
  throw new InvalidArgumentError('Write it as 2026-12-01, or as today, tomorrow, or an English weekday.')
}

function embargo(text: string): string {
  const read = readMoment(text, 'UTC')
  if ('moment' in read) return text
  throw new InvalidArgumentError(`${read.fault}${read.hint === undefined ? '' : `; ${read.hint}`}.`)
}

async function newCommand(headline: string | undefined, flags: Flags, io: Io): Promise<ExitCode> {
  const root = resolve(io.cwd, flags.root)
  if (!existsSync(join(root, 'press.yaml'))) return refuse(missingSettings(), flags.json === true, io)
  const usage = await usageFault(flags, headline)
  if (usage !== undefined) {
    io.stderr(`error: ${usage}\n`)
    return Exit.usage
  }
  if (flags.translate !== undefined && headline !== undefined) {
    const { createTranslation } = await import('../../authoring/translation.ts')
    const outcome = await createTranslation(root, { of: asCalled(headline, root, io), language: flags.translate })
    return await tell(outcome, nextOfTranslation, root, flags, io)
  }
  const asked = headline ?? (await askHeadline(io))
  if (asked === undefined) {
    io.stderr('error: Missing headline\nwrite it in quotation marks: pressmark new "Headline"\n')
    return Exit.usage
  }
  const { createRelease } = await import('../../authoring/new-release.ts')
  const { from, date, embargo, kind, language, dateline, slug, folder } = flags
  const outcome = await createRelease(root, {
    headline: asked,
    now: io.now(),
    ...(from !== undefined && { from: asCalled(from, root, io) }),
    ...(date !== undefined && { date }),
    ...(embargo !== undefined && { embargo }),
    ...(kind !== undefined && { kind: kind as Kind }),
    ...(language !== undefined && { language }),
    ...(dateline !== undefined && { dateline }),
    ...(slug !== undefined && { slug }),
    ...(folder && { folder }),
  })
  return await tell(outcome, from === undefined ? nextOfRelease : nextOfOther, root, flags, io)
}

/** What is wrong with the command as it was typed, and not with the press room. */
async function usageFault(flags: Flags, headline: string | undefined): Promise<string | undefined> {
  const { kinds } = await import('../../release/fields.ts')
  const { readLanguage } = await import('../../press-room/language.ts')
  const { isSlug } = await import('../../release/read.ts')
  const { didYouMean } = await import('../../source/nearest.ts')
  if (headline?.trim() === '') return 'Empty headline\nwrite it in quotation marks: pressmark new "Headline"'
  const { kind, language, slug, translate } = flags
  if (kind !== undefined && !kinds.includes(kind as Kind))
    return `Unknown kind "${kind}" of --kind\n${didYouMean(kind, kinds)}`
  for (const [flag, tag] of [
    ['--language', language],
    ['--translate', translate],
  ])
    if (tag !== undefined && readLanguage(tag) === undefined)
      return `No such language tag, "${tag}", of ${flag}\nwrite it as en, fr-CA or ar`
  if (slug !== undefined && !isSlug(slug))
    return `No name for a release, "${slug}", of --slug\nuse letters, digits and hyphens`
  if (translate === undefined) return undefined
  if (headline === undefined)
    return 'Missing release to be translated\nname its file: pressmark new --translate fr releases/2026-12-01-name.md'
  const stray = (['from', 'date', 'embargo', 'kind', 'language', 'dateline', 'slug', 'folder'] as const).find(
    (name) => flags[name] !== undefined,
  )
  return stray && `--${stray} does not go with --translate: a translation takes it from its original`
}

/** A release as the library knows it: by its path from the press room, where it was called by a path from here. */
const asCalled = (called: string, root: string, io: Io): string =>
  existsSync(resolve(io.cwd, called.replaceAll('\\', '/'))) ? fromRoot(root, called, io) : called

const askHeadline = async (io: Io): Promise<string | undefined> =>
  io.ask?.({
    message: 'What is the headline?',
    example: 'Acme opens a plant in Turku',
    fault: (answer) => (answer === '' ? 'A release needs a headline' : undefined),
  })

type Made = NewRelease | NewTranslation

/** Prints what was made, and what to do next. */
async function tell<T extends Made>(
  { value: made, diagnostics }: Outcome<T>,
  next: (made: T, rest: string) => string,
  root: string,
  flags: Flags,
  io: Io,
): Promise<ExitCode> {
  if (flags.json) io.stdout(`${JSON.stringify({ ...made, diagnostics: inReadingOrder(diagnostics) }, undefined, 2)}\n`)
  else await tellFaults(diagnostics, root, io)
  if (!made) return diagnostics.some(({ code }) => code === 'unknown-file') ? Exit.usage : Exit.findings
  const file = relative(io.cwd, join(root, made.file))
  if (!flags.json) {
    io.stdout(`${file}\n`)
    io.stderr(next(made, untilItGoesOut(file, rootFlag(root, io))))
  }
  if (flags.edit && !(await io.edit?.(join(root, made.file)))) {
    io.stderr('The editor could not be opened: set EDITOR to the command that starts yours\n')
    return Exit.findings
  }
  return Exit.fine
}

const inWords = (date: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(date))

const nextOfRelease = ({ date }: NewRelease, rest: string): string =>
  `A draft for ${inWords(date)}. Write over what stands in brackets; this tells what is missing, place by place:
${rest}`

const nextOfOther = ({ date, copied }: NewRelease, rest: string): string =>
  `${copied.length === 0 ? '' : `Copied with it: ${copied.join(', ')}\n`}A draft for ${inWords(date)}, with the words of the other release. This tells which dates and figures are still its own:
${rest}`

const nextOfTranslation = ({ places }: NewTranslation, rest: string): string =>
  `A draft with ${places} places for your words, each below the original. This tells what is missing, place by place:
${rest}`

const untilItGoesOut = (file: string, flag: string): string =>
  `  npx pressmark check ${shellWord(file)}${flag}
This shows it while you write:
  npx pressmark preview --open${flag}
It is built only with --drafts until you take the line "draft: true" away.
`
