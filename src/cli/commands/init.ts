import type { Command } from 'commander'
import { join, relative, resolve } from 'node:path'
import type { NewPressRoom } from '../../authoring/press-room.ts'
import type { NewPressRoomOptions } from '../../authoring/room-options.ts'
import type { Answers, RoomQuestion } from '../../authoring/questions.ts'
import type { Outcome } from '../../source/diagnostic.ts'
import { count, tellFaults } from '../common.ts'
import { Exit, type ExitCode, type Io } from '../io.ts'
import { painter } from '../paint.ts'

type Flags = Readonly<Record<string, string | readonly string[] | boolean | undefined>>

export function addInit(program: Command, io: Io, end: (code: ExitCode) => void): void {
  const each = (value: string, before: readonly string[] = []): string[] => [...before, value]
  program
    .command('init')
    .description('make a press room of your own: by questions, or by flags where nobody can answer')
    .argument('<dir>', 'the folder for it; . for this one')
    .option('--name <name>', 'the name of the organization, in full')
    .option('--short-name <name>', 'the name that readers know')
    .option('--languages <tags>', 'the languages of the releases, the usual one first: en-US,fr')
    .option('--time-zone <zone>', 'the time zone of the press office: Europe/Amsterdam')
    .option('--base-url <url>', 'where on the web the releases will stand')
    .option('--accent <colour>', 'the colour of links: "#1b4b8f"')
    .option('--logo <file>', 'a picture, which is copied')
    .option('--contact-name <name>', 'whom journalists may call')
    .option('--contact-role <role>', 'in which role')
    .option('--contact-phone <number>', 'at which number: "+358 2 555 0100"')
    .option('--contact-email <address>', 'and by which email address')
    .option('--place <city>', 'the city of the press office')
    .option('--about <text>', 'what the organization is, for the end of each release')
    .option('--name-in <language=name>', 'its name in another of the languages: fr="Chantier Exemple"', each)
    .option('--about-in <language=text>', 'the same in another of the languages', each)
    .option('--bare', 'leave out package.json, the settings for editors and the workflow for GitHub')
    .option('--json', 'print what was made as JSON')
    .action(async (folder: string, flags: Flags) => end(await initCommand(folder, flags, io)))
}

async function initCommand(folder: string, flags: Flags, io: Io): Promise<ExitCode> {
  const root = resolve(io.cwd, folder)
  const { createPressRoom, existingRoom } = await import('../../authoring/press-room.ts')
  const there = existingRoom(root)
  if (there) return tell({ diagnostics: [there] }, folder, flags, io)
  const given = answersIn(flags)
  if (typeof given === 'string') return usage(given, io)
  if (io.ask)
    io.stderr('A few questions. Enter takes what stands there; Ctrl-C breaks off and leaves nothing behind.\n\n')
  const answers = await complete(given, io)
  if (typeof answers === 'string') return usage(answers, io)
  if (answers === undefined) {
    io.stderr('Broken off; nothing was written\n')
    return Exit.findings
  }
  const options = { ...roomOptions(answers, io), ...(flags['bare'] === true && { bare: true }) }
  return tell(await createPressRoom(root, options), folder, flags, io)
}

function usage(fault: string, io: Io): ExitCode {
  io.stderr(`error: ${fault}\n`)
  return Exit.usage
}

/** What the flags answer, by the names of the questions; a fault where a flag has the wrong form. */
function answersIn(flags: Flags): Answers | string {
  const answers: Record<string, string> = {}
  for (const [key, value] of Object.entries(flags)) {
    const name = key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    if (typeof value === 'string') answers[name] = value.trim()
    if (!Array.isArray(value)) continue
    for (const one of value as readonly string[]) {
      const [, tag, text] = /^([\w-]+)=(.*)$/s.exec(one) ?? []
      if (tag === undefined || text === undefined) return `Wrong form of --${name}, "${one}"\nwrite it as fr="…"`
      answers[`${name} ${tag}`] = text.trim()
    }
  }
  return answers
}

/**
 * Answers to all the questions: those that are given, held against what a question takes, then those of the person at the terminal,
 * or without one the usual ones. A text says what is wrong with the command; nothing, that the person broke off.
 */
async function complete(given: Answers, io: Io): Promise<Answers | string | undefined> {
  const { roomQuestions } = await import('../../authoring/questions.ts')
  const here = io.here ?? { language: 'en-US', timeZone: 'UTC' }
  const answers: Record<string, string> = {}
  const missing: string[] = []
  const find = (typed: string): string => pathOf(typed, io)
  for (let i = 0; ; i++) {
    const question = roomQuestions(answers, here, find)[i]
    if (!question) break
    const flag = flagOf(question)
    const answer = given[question.name]
    const fault = answer === undefined ? undefined : faultOf(question, answer)
    if (fault !== undefined) return `${flag}: ${fault.replace('; ', '\n')}`
    const settled = answer ?? (io.ask ? await asked(question, io) : (question.initial ?? ''))
    if (settled === undefined) return undefined
    if (settled === '' && question.required) missing.push(flag)
    answers[question.name] = settled
  }
  const stray = Object.keys(given).find((name) => !(name in answers) && name.includes(' '))
  if (stray !== undefined) return `--${stray.replace(' ', ' ')}: not one of the languages\nname it in --languages too`
  if (missing.length === 0) return answers
  return `Missing ${missing.join(', ')}\ngive them as flags, or run it in a terminal to be asked`
}

const flagOf = ({ name }: RoomQuestion): string => `--${name.replace(/ (.*)/, ' $1=…')}`

const asked = async (
  { name, message, example, initial, ...question }: RoomQuestion,
  io: Io,
): Promise<string | undefined> =>
  io.ask?.({
    message,
    ...(example !== undefined && { example }),
    ...(initial !== undefined && { initial }),
    fault: (answer) => faultOf({ name, message, ...question }, answer),
  })

function faultOf({ required, fault }: RoomQuestion, answer: string): string | undefined {
  if (answer !== '') return fault(answer)
  return required ? 'This cannot be left empty' : undefined
}

/** A path as somebody types it, or drops it on a terminal: perhaps in quotation marks, with spaces escaped, or from home. */
function pathOf(typed: string, io: Io): string {
  const bare = typed.replace(/^(["'])(.*)\1$/, '$2').replace(/\\(?=[ ()'&])/g, '')
  const home = io.here?.home
  return resolve(io.cwd, home !== undefined && /^~(?=[/\\])/.test(bare) ? join(home, bare.slice(2)) : bare)
}

function roomOptions(answers: Answers, io: Io): NewPressRoomOptions {
  const languages = (answers['languages'] ?? '').split(/[\s,;]+/).filter((tag) => tag !== '')
  const tags = languages.map((tag) => Intl.getCanonicalLocales(tag)[0] ?? tag)
  const [language = 'en-US'] = tags
  const given = <K extends string>(key: K, name: string): { readonly [Key in K]?: string } =>
    (answers[name] ? { [key]: answers[name] } : {}) as { readonly [Key in K]?: string }
  const byLanguage = (name: string): string | Record<string, string> => {
    const others = languages.flatMap((typed, i) => {
      const text = answers[`${name}-in ${typed}`]
      return i > 0 && text ? [[tags[i] ?? typed, text] as const] : []
    })
    return others.length === 0
      ? (answers[name] ?? '')
      : { [language]: answers[name] ?? '', ...Object.fromEntries(others) }
  }
  return {
    name: byLanguage('name'),
    about: byLanguage('about'),
    languages: tags,
    now: io.now(),
    ...given('shortName', 'short-name'),
    ...given('timeZone', 'time-zone'),
    ...given('baseUrl', 'base-url'),
    ...given('accent', 'accent'),
    ...(answers['logo'] && { logo: pathOf(answers['logo'], io) }),
    contact: {
      name: answers['contact-name'] ?? '',
      email: answers['contact-email'] ?? '',
      ...given('role', 'contact-role'),
      ...given('place', 'place'),
      ...given('phone', 'contact-phone'),
    },
  }
}

async function tell(
  { value: made, diagnostics }: Outcome<NewPressRoom>,
  folder: string,
  flags: Flags,
  io: Io,
): Promise<ExitCode> {
  if (flags['json'] === true) io.stdout(`${JSON.stringify({ ...made, diagnostics }, undefined, 2)}\n`)
  else await tellFaults(diagnostics, folder, io)
  if (!made) return Exit.findings
  if (flags['json'] !== true) {
    io.stdout(`${relative(io.cwd, made.root) || '.'}\n`)
    io.stderr(summary(made, folder, flags['bare'] === true, io))
  }
  return Exit.fine
}

const about: Readonly<Record<string, string>> = {
  'press.yaml': 'who you are, and how your releases look',
  'templates/contacts.yaml': 'whom journalists may call',
  '.gitignore': 'what is made anew each time, and not kept by git',
  'package.json': 'which version of Pressmark this press room is built with',
  '.editorconfig': 'letters and line ends, the same in every editor',
  '.vscode/settings.json': 'for Visual Studio Code: what may stand in which file',
  '.vscode/extensions.json': 'for Visual Studio Code: two extensions that help',
  '.vscode/pressmark.code-snippets': 'for Visual Studio Code: type quote, facts, embargo …',
  '.github/workflows/press.yml': 'for GitHub: checks and builds whatever is pushed',
}

const saidOf = (path: string): string =>
  about[path] ??
  (path.startsWith('releases/')
    ? 'a first release, to show the form'
    : path.startsWith('brand/')
      ? 'your logo'
      : path.startsWith('templates/locales/')
        ? 'words and forms of a language, which are to be translated'
        : 'what stands at the end of each release')

function summary({ root, written, kept }: NewPressRoom, folder: string, bare: boolean, io: Io): string {
  const paint = painter(io.colour)
  const widest = Math.max(...written.map((path) => path.length))
  const here = relative(io.cwd, root) === ''
  const lines = [
    `${paint('bold', `A press room in ${folder}`)}: ${count(written.length, 'file')}`,
    ...written.map((path) => `  ${path.padEnd(widest)}  ${paint('dim', saidOf(path))}`),
    ...(kept.length === 0 ? [] : [`There already, and left as they were: ${kept.join(', ')}`]),
    '',
    'Next:',
    ...(here ? [] : [`  cd ${/^[\w./\\:-]+$/.test(folder) ? folder : `"${folder}"`}`]),
    ...(bare || kept.includes('package.json') ? [] : ['  npm install']),
    '  npx pressmark preview --open',
    '  npx pressmark new "Headline of your first release"',
  ]
  return `${lines.join('\n')}\n`
}
