import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { build, check, createPressRoom, openPressRoom, type NewPressRoomOptions } from '../../src/index.ts'
import type { Io, Question } from '../../src/cli/io.ts'
import { run } from '../../src/cli/run.ts'
import { command, filesBelow } from '../support/command.ts'
import { noon, temporaryFolder } from '../support/press-room.ts'

const acme: NewPressRoomOptions = {
  name: 'Acme: Pumps & Co',
  languages: ['en-GB'],
  timeZone: 'Europe/Helsinki',
  contact: {
    name: 'Ana Virta',
    role: 'Press officer',
    place: 'Turku',
    phone: '+358 (0)2 555-0100',
    email: 'ana@example.org',
  },
  about: 'Acme makes pumps.',
  now: noon,
}
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
)

async function made(options: Partial<NewPressRoomOptions> = {}, folder = join(temporaryFolder(), 'press room')) {
  const { value, diagnostics } = await createPressRoom(folder, { ...acme, ...options })
  if (!value) throw new Error(diagnostics.map(({ message }) => message).join('\n'))
  return { ...value, diagnostics, read: (path: string) => readFileSync(join(folder, path), 'utf8') }
}

/** Errors and warnings of check and of a build of everything. */
async function complaints(root: string): Promise<string[]> {
  const checked = await check(root, { now: noon })
  const { value: room, diagnostics } = await openPressRoom(root)
  if (!room) return diagnostics.map(({ message }) => message)
  const report = await build(room, { now: noon, drafts: true })
  expect(report.releases.length).toBe(1)
  return [...checked.diagnostics, ...diagnostics, ...report.diagnostics]
    .filter(({ severity }) => severity !== 'info')
    .map(({ file, message }) => `${file}: ${message}`)
}

describe('a new press room', () => {
  test('has its settings, a contact, an About text and a first release', async () => {
    const { read, written } = await made({ shortName: 'Acme', baseUrl: 'https://press.example.org/' })
    expect(read('press.yaml')).toBe(`# yaml-language-server: $schema=node_modules/pressmark/schemas/press.schema.json
organization:
  name: "Acme: Pumps & Co"
  short-name: Acme
language: en-GB
time-zone: Europe/Helsinki
base-url: "https://press.example.org/"
house:
  contact: [ana-virta]
  boilerplate: [about-acme]
mail:
  from: "ana@example.org"
`)
    expect(read('templates/contacts.yaml')).toContain(`
ana-virta:
  name: Ana Virta
  role: Press officer
  location: Turku
  phone: "+358 2 555 0100"
  email: "ana@example.org"
`)
    expect(read('templates/boilerplate/about-acme.md')).toBe('---\ntitle: About Acme\n---\n\nAcme makes pumps.\n')
    expect(written).toEqual([
      'press.yaml',
      'templates/contacts.yaml',
      'templates/boilerplate/about-acme.md',
      'releases/2026-11-24-a-first-release-to-show-the-form.md',
      '.gitignore',
      'package.json',
      '.editorconfig',
      '.vscode/settings.json',
      '.vscode/extensions.json',
      '.vscode/pressmark.code-snippets',
      '.github/workflows/press.yml',
    ])
  })

  test.each([
    ['en-US', 'Acme', 'About Acme'],
    ['fr', 'Énergie Exemple', 'À propos d’Énergie Exemple'],
    ['es-MX', 'Ejemplo, S. A.', 'Acerca de Ejemplo, S. A.'],
    ['ar', 'مرصد البحر الداخلي', 'نبذة عن مرصد البحر الداخلي'],
    ['en', '示例船厂', 'About 示例船厂'],
    ['en', 'Верфь «Пример»', 'About Верфь «Пример»'],
  ])('in %s, of %s, is built and checked without a word', async (language, name, title) => {
    const { root, read, written } = await made({ name, languages: [language], accent: '#1b4b8f' })
    const about = written.find((path) => path.includes('boilerplate')) ?? ''
    expect(about).toMatch(/^[\x21-\x7e]+$/)
    expect((parse(read(about).split('---')[1] ?? '') as { title: string }).title).toBe(title)
    expect(await complaints(root)).toEqual([])
  })

  test('can have several languages and a logo', async () => {
    const logo = join(temporaryFolder(), 'My Logo.PNG')
    writeFileSync(logo, pixel)
    const { root, read, diagnostics } = await made({
      name: { en: 'Acme', fr: 'Acmé', ar: 'أكمي' },
      about: { en: 'Acme makes pumps.', fr: 'Acmé fait des pompes.' },
      languages: ['en', 'fr', 'ar'],
      logo,
    })
    expect(read('press.yaml')).toContain('  name:\n    en: Acme\n    fr: Acmé\n    ar: أكمي\n')
    expect(read('press.yaml')).toContain('  logo: brand/logo.png\n')
    expect(readFileSync(join(root, 'brand/logo.png'))).toEqual(pixel)
    expect(readdirSync(join(root, 'templates/boilerplate')).sort()).toEqual(['about-acme.fr.md', 'about-acme.md'])
    expect(read('templates/boilerplate/about-acme.fr.md')).toContain('title: À propos d’Acmé\n')
    expect(diagnostics.map(({ severity, file, message }) => `${severity} ${file} ${message}`)).toEqual([
      'warning templates/boilerplate/about-acme.ar.md No About text for ar yet',
    ])
    expect(await complaints(root)).toEqual([])
  })

  test.each([
    ['de', 'de', 'ltr'],
    ['he-IL', 'he', 'rtl'],
  ])(
    'in a language without words of its own, %s, begins with the English ones, and says so',
    async (tag, name, way) => {
      const { root, diagnostics, read } = await made({ languages: [tag] })
      const file = `templates/locales/${name}.yaml`
      expect(diagnostics).toMatchObject([{ code: 'missing-locale', severity: 'warning', file }])
      expect(read(file)).toMatch(new RegExp(`^# The English words. .*${tag}.*\\ndirection: ${way}\\nquotes: `))
      expect(read('releases/2026-11-24-a-first-release-to-show-the-form.md')).toContain('The first paragraph')
      expect(await complaints(root)).toEqual([expect.stringMatching(`^${file}: English words for `)])
    },
  )

  test('leaves alone what is there, and refuses a folder that has a press room', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'package.json'), '{}')
    writeFileSync(join(folder, 'letter.docx'), 'words')
    const { kept, written } = await made({}, folder)
    expect([kept, written.includes('package.json')]).toEqual([['package.json'], false])
    expect([
      readFileSync(join(folder, 'package.json'), 'utf8'),
      readFileSync(join(folder, 'letter.docx'), 'utf8'),
    ]).toEqual(['{}', 'words'])
    const before = filesBelow(folder)
    const { value, diagnostics } = await createPressRoom(folder, { ...acme, name: 'Other' })
    expect([value, diagnostics.map(({ code }) => code)]).toEqual([undefined, ['press-room-exists']])
    expect(filesBelow(folder)).toEqual(before)
  })

  test('is made as a whole or not at all', async () => {
    const folder = join(temporaryFolder(), 'deep/er')
    const cases: [Partial<NewPressRoomOptions>, string][] = [
      [{ accent: '#fff' }, 'low-contrast'],
      [{ accent: 'blue' }, 'invalid-value'],
      [{ timeZone: 'Europe/Paradise' }, 'invalid-time'],
      [{ contact: { name: 'Ana', email: 'ana' } }, 'invalid-value'],
      [{ languages: ['english'] }, 'invalid-value'],
      [{ baseUrl: 'example.org' }, 'invalid-value'],
      [{ logo: '/no/such.png' }, 'missing-media'],
      [{ name: ' ' }, 'invalid-value'],
    ]
    for (const [options, code] of cases) {
      const { value, diagnostics } = await createPressRoom(folder, { ...acme, ...options })
      expect([value, [...new Set(diagnostics.map((one) => one.code))]]).toEqual([undefined, [code]])
    }
    expect(existsSync(join(folder, '..'))).toBe(false)
    // The last of the files cannot be written: those before it go again, and what was there stays.
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, '.github'), 'a file where a folder is needed')
    const { value } = await createPressRoom(folder, acme)
    expect([value, readdirSync(folder)]).toEqual([undefined, ['.github']])
  })

  test('has what editors, npm and GitHub read', async () => {
    const { read, root } = await made()
    const settings = JSON.parse(read('.vscode/settings.json')) as Record<string, Record<string, string>>
    for (const schema of Object.keys(settings['yaml.schemas'] ?? {}))
      expect(existsSync(join(import.meta.dirname, '../..', schema.replace('./node_modules/pressmark/', '')))).toBe(true)
    expect(settings['yaml.schemas']?.['./node_modules/pressmark/schemas/rule.schema.json']).toBe('rules/*.yaml')
    const snippets = JSON.parse(read('.vscode/pressmark.code-snippets')) as Record<
      string,
      { body: string[]; prefix: string }
    >
    expect(Object.keys(snippets)).toEqual(expect.arrayContaining(['release', 'quote', 'facts', 'embargo', 'picture']))
    const workflow = parse(read('.github/workflows/press.yml')) as {
      jobs: Record<string, { steps: { uses?: string; run?: string }[] }>
    }
    const steps = Object.values(workflow.jobs)[0]?.steps ?? []
    expect(steps.flatMap(({ uses }) => uses ?? []).every((action) => /^actions\/[\w-]+@v\d+$/.test(action))).toBe(true)
    expect(steps.flatMap(({ run: step }) => step ?? [])).toEqual([
      'npm install',
      'npx pressmark check --format github --max-warnings 0',
      'npx pressmark build',
    ])
    const { name, devDependencies } = JSON.parse(read('package.json')) as { name: string; devDependencies: object }
    expect([name, Object.keys(devDependencies)]).toEqual(['acme-pumps-co-press-room', ['pressmark']])
    expect(execFileSync('git', ['init', '-q', root], { encoding: 'utf8' })).toBe('')
    writeFileSync(join(root, 'dist'), '')
    expect(execFileSync('git', ['-C', root, 'status', '--short', '-uall'], { encoding: 'utf8' })).toContain(
      'press.yaml',
    )
    expect(
      (await made({ bare: true })).written.filter((path) => !/^(?:press\.yaml|templates|releases)/.test(path)),
    ).toEqual([])
  })

  test('what a snippet writes can be built', async () => {
    const { read, root } = await made()
    const snippets = JSON.parse(read('.vscode/pressmark.code-snippets')) as Record<string, { body: string[] }>
    const typed = (name: string): string =>
      (snippets[name]?.body ?? [])
        .join('\n')
        .replaceAll('${CURRENT_YEAR}-${CURRENT_MONTH}-${CURRENT_DATE}', '2026-11-24')
        .replace(
          /\$\{\d\|([^,|]*)[^}]*\}|\$\{\d:([^}]*)\}|\$0/g,
          (_, choice: string = '', text: string = '') => choice + text,
        )
    const fields = ['embargo', 'correction', 'event', 'speaker'].map((name) => typed(name)).join('\n')
    const release = typed('release').replace('draft: true', fields)
    const blocks = ['quote', 'facts', 'notes'].map(typed).join('\n')
    writeFileSync(join(root, 'releases/2026-11-24-typed.md'), `${release}\n\n${blocks}\n`)
    const { value } = await openPressRoom(root)
    if (!value) throw new Error('no press room')
    expect((await build(value, { now: noon, files: ['releases/2026-11-24-typed.md'] })).diagnostics).toEqual([])
  })
})

const flags = [
  '--name',
  'Acme',
  '--contact-name',
  'Ana',
  '--contact-email',
  'ana@example.org',
  '--about',
  'Acme makes pumps.',
]

describe('pressmark init', () => {
  test('makes no press room of a file', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'acme'), 'mine')
    const { code, stderr } = await command(['init', 'acme', ...flags], folder)
    expect([code, readFileSync(join(folder, 'acme'), 'utf8')]).toEqual([1, 'mine'])
    expect(stderr).toContain('a press room is a folder')
  })

  test('makes a press room by flags, and says what is in it and what comes next', async () => {
    const folder = temporaryFolder()
    const { code, stdout, stderr } = await command(['init', 'the yard', ...flags], folder)
    expect([code, stdout]).toEqual([0, 'the yard\n'])
    for (const said of [
      'A press room in the yard: 11 files',
      'press.yaml  ',
      'cd "the yard"',
      'npm install',
      'pressmark new "',
    ])
      expect(stderr).toContain(said)
    expect((await command(['check', '--max-warnings', '0'], join(folder, 'the yard'))).code).toBe(0)
  })

  test('makes one in the folder where it runs, once', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, '.gitignore'), '*.tmp\n')
    const { code, stdout, stderr } = await command(['init', '.', ...flags, '--bare'], folder)
    expect([code, stdout, stderr.includes('cd ')]).toEqual([0, '.\n', false])
    const again = await command(['init', '.', ...flags], folder)
    expect([again.code, again.stdout, again.stderr]).toEqual([
      1,
      '',
      expect.stringContaining('There is a press room already'),
    ])
    expect(readFileSync(join(folder, '.gitignore'), 'utf8')).toBe('*.tmp\n')
  })

  test.each([
    [[], 'Missing --name, --contact-name, --contact-email, --about'],
    [flags.slice(2), 'Missing --name'],
    [[...flags, '--accent', '#eee'], '--accent: Too low contrast'],
    [[...flags, '--accent', 'blue'], '--accent: No colour, "blue"'],
    [[...flags, '--contact-phone', '02 555 0100'], '--contact-phone: Not an international number'],
    [[...flags, '--time-zone', 'Helsinki'], 'did you mean "Europe/Helsinki"?'],
    [[...flags, '--languages', 'english'], '--languages: No such language tag'],
    [[...flags, '--languages', 'en,EN'], '--languages: The same language twice'],
    [[...flags, '--logo', 'nothing.png'], '--logo: Missing logo'],
    [[...flags, '--base-url', 'press.example.org'], '--base-url: No web address'],
    [[...flags, '--name-in', 'Acmé'], 'Wrong form of --name-in'],
    [[...flags, '--name-in', 'fr=Acmé'], '--name-in fr: not one of the languages'],
  ])('without a terminal, %j is wrong usage that names the flag', async (args, said) => {
    const folder = temporaryFolder()
    const { code, stdout, stderr } = await command(['init', 'acme', ...args], folder)
    expect([code, stdout, stderr]).toEqual([2, '', expect.stringContaining(said)])
    expect(readdirSync(folder)).toEqual([])
  })

  test('speaks to programs', async () => {
    const folder = temporaryFolder()
    const { stdout } = await command(['init', 'acme', ...flags, '--bare', '--json'], folder)
    expect(JSON.parse(stdout)).toMatchObject({ root: join(folder, 'acme'), kept: [], diagnostics: [] })
  })
})

/** A terminal at which a person gives these answers, by what the questions ask for. */
function person(folder: string, answers: readonly [asked: RegExp, ...typed: string[]][]) {
  const said: string[] = []
  const faults: string[] = []
  const say = (text: string): void => {
    if (text !== '') said.push(text)
  }
  const io: Io = {
    cwd: folder,
    env: {},
    stdout: say,
    stderr: say,
    terminal: true,
    colour: false,
    now: () => noon,
    interrupted: () => new AbortController().signal,
    input: async () => new Uint8Array(),
    here: { language: 'fr-FR', timeZone: 'Europe/Paris', home: folder },
    async ask({ message, initial, fault }: Question) {
      const typed = answers.find(([asked]) => asked.test(message))?.slice(1) as string[] | undefined
      for (const answer of typed ?? [initial ?? '']) {
        if (answer === '^C') return undefined
        const wrong = fault(answer)
        if (wrong === undefined) return answer
        faults.push(wrong)
      }
      throw new Error(`no right answer to ${message}`)
    },
  }
  return { io, said, faults }
}

const usual: [RegExp, ...string[]][] = [
  [/called, in full/, '', 'Chantier Exemple'],
  [/may journalists call/, 'Ana Virta'],
  [/which number/, '02 555', '0033 4 65 71 10 16'],
  [/email address/, 'ana', 'ana@example.org'],
  [/your colour/, 'blue', '#ffff00', '#0b5c6b'],
  [/your logo/, 'nothing.png', "'~/my logo.png'"],
  [/^What is Chantier Exemple/, '', 'Le chantier construit des bateaux.'],
]

describe('at a terminal, pressmark init', () => {
  test('asks, and asks again where an answer will not do', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'my logo.png'), pixel)
    const { io, said, faults } = person(folder, usual)
    expect([await run(['init', 'salle'], io), said[1]]).toEqual([0, 'salle\n'])
    expect(faults).toEqual([
      'This cannot be left empty',
      expect.stringContaining('No colour, "blue"'),
      expect.stringMatching(/Too low contrast.*can be read as accent/),
      expect.stringContaining('Missing logo'),
      expect.stringContaining('Not an international number'),
      expect.stringContaining('No email address'),
      'This cannot be left empty',
    ])
    const settings = readFileSync(join(folder, 'salle/press.yaml'), 'utf8')
    expect(settings).toContain('language: fr-FR\ntime-zone: Europe/Paris\n')
    expect(readFileSync(join(folder, 'salle/templates/contacts.yaml'), 'utf8')).toContain(
      'phone: "+33 4 65 71 10 16"\n',
    )
    expect(existsSync(join(folder, 'salle/brand/logo.png'))).toBe(true)
    expect(await complaints(join(folder, 'salle'))).toEqual([])
  })

  test('asks for the words of each language, and not for what flags say', async () => {
    const folder = temporaryFolder()
    const { io } = person(
      folder,
      [
        ...usual,
        [/your logo/, ''],
        [/called in French/, 'Acmé'],
        [/same in French/, 'Acmé fait.'],
      ].reverse() as typeof usual,
    )
    expect(await run(['init', 'acme', '--languages', 'en, FR', '--name', 'Acme', '--about', 'Acme makes.'], io)).toBe(0)
    expect(readFileSync(join(folder, 'acme/press.yaml'), 'utf8')).toContain('name:\n    en: Acme\n    fr: Acmé\n')
    expect(readFileSync(join(folder, 'acme/templates/boilerplate/about-acme.fr.md'), 'utf8')).toContain('Acmé fait.')
  })

  test('leaves nothing behind when it is broken off', async () => {
    const folder = temporaryFolder()
    const { io, said } = person(folder, [
      [/email address/, '^C'],
      ...usual.filter(([asked]) => !asked.test('your logo')),
      [/your logo/, ''],
    ])
    expect([await run(['init', 'salle'], io), said]).toEqual([
      1,
      [expect.stringContaining('A few questions'), 'Broken off; nothing was written\n'],
    ])
    expect(readdirSync(folder)).toEqual([])
  })

  test('pressmark new asks for the headline', async () => {
    const { root } = await made({ bare: true })
    const { io, said } = person(root, [[/headline/, '', 'Acme opens a plant']])
    expect([await run(['new'], io), said[0]]).toEqual([0, 'releases/2026-11-24-acme-opens-a-plant.md\n'])
  })
})

const python = spawnSync('python3', ['-c', 'import pty'])
describe.skipIf(python.status !== 0)('on a real terminal (skipped without Python)', () => {
  /** Types lines on a pseudo-terminal, each when the next question stands on the screen. */
  const typing = `
import fcntl, os, pty, select, struct, sys, termios, time
lines, argv = sys.argv[1].split('|'), sys.argv[2:]
pid, fd = pty.fork()
if pid == 0: os.execvp(argv[0], argv)
fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack('HHHH', 40, 120, 0, 0))
seen = b''
def read(mark):
    global seen
    start, end = len(seen), time.time() + 40
    while time.time() < end and (mark is None or mark not in seen[start:]):
        ready, _, _ = select.select([fd], [], [], 1)
        if not ready: continue
        try: part = os.read(fd, 65536)
        except OSError: return
        if not part: return
        seen += part
for line in lines:
    read('\\u25c6'.encode())
    time.sleep(0.3)
    os.write(fd, {'^C': b'\\x03', '^D': b'\\x04'}.get(line) or line.encode() + b'\\r')
read(None)
_, status = os.waitpid(pid, 0)
sys.stdout.buffer.write(seen)
sys.exit(os.waitstatus_to_exitcode(status))
`
  const main = join(import.meta.dirname, '../../lib/cli/main.js')
  const typed = (folder: string, lines: string, ...args: string[]) => {
    const argv = ['-c', typing, lines, process.execPath, main, ...args]
    const { status, stdout } = spawnSync('python3', argv, { cwd: folder, encoding: 'utf8' })
    return { status, stdout: stripVTControlCharacters(stdout) }
  }

  test('a person answers', () => {
    const folder = temporaryFolder()
    const rest = [
      '--time-zone',
      'UTC',
      '--logo',
      '',
      '--base-url',
      '',
      '--place',
      '',
      '--contact-role',
      '',
      '--contact-phone',
      '',
      '--short-name',
      '',
      '--languages',
      'en',
      '--accent',
      '#1b4b8f',
    ]
    const { status, stdout } = typed(
      folder,
      'Acme|Ana Virta|ana@example.org|Acme makes pumps.',
      'init',
      'acme',
      ...rest,
    )
    expect([status, stdout]).toEqual([0, expect.stringContaining('What is your organization called, in full?')])
    expect(stdout).toContain('A press room in acme')
    expect(readFileSync(join(folder, 'acme/press.yaml'), 'utf8')).toContain('name: Acme\n')
  }, 60_000)

  test.each(['^C', '^D'])(
    'a person breaks off with %s',
    (key) => {
      const folder = temporaryFolder()
      const { status, stdout } = typed(folder, `Acme|${key}`, 'init', 'acme')
      expect([status, stdout]).toEqual([1, expect.stringContaining('Broken off; nothing was written')])
      expect(readdirSync(folder)).toEqual([])
    },
    60_000,
  )
})
