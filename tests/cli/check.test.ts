import { chmodSync, lstatSync, readFileSync, renameSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { command, filesBelow } from '../support/command.ts'
import { check } from '../../src/index.ts'
import { noon, pressRoom } from '../support/press-room.ts'

const contacts =
  'ana: { name: Ana Virta, role: Press officer, location: Turku, phone: "+358 2 555 0142", email: ana@example.org }\n'
/** Enough for a release that nobody would call short. */
const rest =
  '\n\nThe plant makes pumps for ferries. The people of the town have waited for it since the old one was closed.'
const release = (body: string, front = ''): string =>
  `---\nheadline: Acme opens a plant\ndate: 2026-01-02\ncontacts: [ana]\n${front}---\n\n${body} It stands in Turku, by the river, where the shipyard was.${rest.repeat(7)}\n`
const room = (files: Readonly<Record<string, string>>): string =>
  pressRoom({ 'templates/contacts.yaml': contacts, ...files })

const first = 'releases/2026-01-02-first.md'
const second = 'releases/2026-01-02-second.md'

describe('pressmark check', () => {
  test('has nothing to say of a good release', async () => {
    const { code, stdout, stderr } = await command(['check'], room({ [first]: release('It makes pumps.') }))
    expect([code, stdout, stderr]).toEqual([0, '', '1 release checked: nothing to complain about\n'])
  })

  test('tells what keeps a release from being built, and what the rules say, all at once', async () => {
    const files = { [first]: release('Ask TK.', 'contact: ana\n'), [second]: release('It runs! Yes.') }
    const { code, stderr } = await command(['check'], room(files))
    expect(code).toBe(1)
    expect(stderr.match(/^releases\S+ \w+ [^(]*\([\w-]+\)$/gm)).toEqual([
      expect.stringMatching(/^releases\/2026-01-02-first.md:5:1 error Unknown key/),
      'releases/2026-01-02-first.md:8:5 error Placeholder "TK" (placeholder-text)',
      'releases/2026-01-02-second.md:7:8 warning Exclamation mark (exclamation-mark)',
    ])
    expect(stderr).toMatch(/2 releases checked: 2 errors, 1 warning\n$/)
  })

  test('looks at named files only, with their translations', async () => {
    const french =
      '---\nheadline: Acme ouvre une usine\nsummary: À Turku, Acme fabrique des pompes pour les navires.\n---\n\nElle marche ! Oui.\n'
    const files = { [first]: release('Ask TK.'), [second]: release('Fine.'), [second.replace('.md', '.fr.md')]: french }
    const { code, stdout } = await command(['check', second, '--format', 'json'], room(files))
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { file: string; code: string }[] }
    expect([code, [...new Set(diagnostics.map(({ file }) => file))]]).toEqual([0, [second.replace('.md', '.fr.md')]])
    expect(diagnostics.map(({ code: rule }) => rule)).toContain('exclamation-mark')
    expect((await command(['check', 'releases/third.md'], room(files))).code).toBe(2)
  })

  test('ends with 1 where there are more warnings than are fine', async () => {
    const root = room({ [first]: release('It runs! It runs! Yes.') })
    expect((await command(['check', '--max-warnings', '2'], root)).code).toBe(0)
    expect((await command(['check', '--max-warnings', '1'], root)).code).toBe(1)
    expect((await command(['check', '--max-warnings', 'some'], root)).code).toBe(2)
  })

  test('holds releases to what press.yaml makes of the rules', async () => {
    const settings =
      'organization: { name: Acme }\nhouse: { contact: [ana] }\ncheck:\n  double-space: off\n  exclamation-mark: error\n  weekdays: off\n'
    const bare = release('It  runs! Yes.').replace('contacts: [ana]\n', '')
    const { code, stdout } = await command(
      ['check', '--format', 'json'],
      room({ 'press.yaml': settings, [first]: bare }),
    )
    const { diagnostics } = JSON.parse(stdout) as {
      diagnostics: { file: string; severity: string; message: string; position: { start: { line: number } } }[]
    }
    expect([
      code,
      diagnostics.map((one) => `${one.file}:${one.position.start.line} ${one.severity} ${one.message}`),
    ]).toEqual([1, ['press.yaml:6 warning Unknown rule "weekdays"', `${first}:6 error Exclamation mark`]])
    const wrong = room({ 'press.yaml': settings.replace('error', 'loud'), [first]: bare })
    expect((await command(['check'], wrong)).stderr).toMatch(/^press\.yaml:5:21 error /m)
  })

  test('gives a rule the options that press.yaml settles, and says what of them no rule has', async () => {
    const settings =
      'organization: { name: Acme }\ncheck:\n  headline-length: { severity: info, max: 10 }\n  body-length: { most: 5, max: many }\n  dateline-place: { unknown: perhaps }\n'
    const { stdout } = await command(
      ['check', '--format', 'json'],
      room({ 'press.yaml': settings, [first]: release('It makes pumps.') }),
    )
    const { diagnostics } = JSON.parse(stdout) as {
      diagnostics: { severity: string; message: string; position: { start: { line: number; column: number } } }[]
    }
    expect(
      diagnostics.map(
        ({ position: { start }, severity, message }) => `${start.line}:${start.column} ${severity} ${message}`,
      ),
    ).toEqual([
      '4:18 warning Unknown option "most" of the rule "body-length"',
      '4:32 warning Wrong value for max, "many" is no whole number',
      '5:30 warning Wrong value for unknown, "perhaps" is neither true nor false',
      '2:11 info Too long headline, 18 characters, maximum 10',
    ])
  })

  test('is answered in every file that somebody writes, also what build remarks on', async () => {
    const answer = 'pressmark-ignore placeholder-link: it comes on Monday'
    const root = room({
      'press.yaml': 'organization: { name: Acme }\nhouse: { boilerplate: [about] }\n',
      'templates/boilerplate/about.md': `---\ntitle: About\n---\n\n<!-- ${answer} -->\n[Acme](#) makes pumps.\n`,
      'templates/facts.yaml': 'pumps:\n  value: 3\n  review: 2026-01-01 # pressmark-ignore review-date: asked for\n',
      [first]: release(`<!-- ${answer} -->\nRead [the report](#).\n\nAnd [more](#).`),
    })
    const { stdout } = await command(['check', '--format', 'json'], root)
    const { diagnostics } = JSON.parse(stdout) as {
      diagnostics: { file: string; code: string; position?: { start: { line: number } } }[]
    }
    const about = /placeholder-link|review-date|ignore|unknown-rule/
    expect(
      diagnostics
        .filter(({ code }) => about.test(code))
        .map(({ file, code, position }) => `${file}:${position?.start.line} ${code}`),
    ).toEqual([`${first}:10 placeholder-link`])
  })

  test('lets press.yaml settle what build only warns of, and nothing that keeps it from building', async () => {
    const files = { [first]: release('Read [the report](#).', 'contact: ana\n') }
    const said = async (worth: string): Promise<string[]> => {
      const root = room({ 'press.yaml': `organization: { name: Acme }\ncheck: { ${worth} }\n`, ...files })
      const { diagnostics } = await check(root, { now: noon })
      return diagnostics
        .filter(({ code }) => /placeholder-link|unknown-(?:key|rule)|ignore/.test(code))
        .map(
          ({ severity, code, message, hint }) =>
            `${severity} ${code === 'unknown-rule' ? `${message}: ${hint}` : code}`,
        )
    }
    expect(await said('')).toEqual(['error unknown-key', 'warning placeholder-link'])
    expect(await said('placeholder-link: off')).toEqual(['error unknown-key'])
    expect(await said('placeholder-link: { severity: info }')).toEqual(['error unknown-key', 'info placeholder-link'])
    expect(await said('placeholder-link: error')).toEqual(['error unknown-key', 'error placeholder-link'])
    expect(await said('placeholder-lnk: off')).toContain(
      'warning Unknown rule "placeholder-lnk": did you mean "placeholder-link"?',
    )
    expect(await said('unknown-key: off')).toEqual([
      expect.stringMatching(/^warning "unknown-key" cannot be settled: settle rules, and .* placeholder-link/),
      'error unknown-key',
      'warning placeholder-link',
    ])
  })

  test('settles what build warns of in files that releases share, too, and keeps the answers to it', async () => {
    const root = room({
      'press.yaml':
        'organization: { name: Acme }\nhouse: { boilerplate: [about] }\ncheck: { placeholder-link: off, yaml-cut: off }\n',
      'templates/boilerplate/about.md': '---\ntitle: About\n---\n\n[Acme](#) makes pumps.\n',
      'templates/facts.yaml': 'pumps: { value: 3 }\nhalls:\n  value: 12 #2\n',
      [first]: release('<!-- pressmark-ignore placeholder-link: it comes on Monday -->\nIt makes pumps.'),
    })
    const { diagnostics } = await check(root, { now: noon })
    expect(diagnostics.filter(({ code }) => /placeholder|yaml|ignore/.test(code))).toEqual([])
  })

  test('keeps an answer to a rule that is off, or asks the network, for when it speaks', async () => {
    const answer = '<!-- pressmark-ignore exclamation-mark, dead-link: so -->'
    const settings = { 'press.yaml': 'organization: { name: Acme }\ncheck: { exclamation-mark: off }\n' }
    const { diagnostics } = await check(room({ ...settings, [first]: release(`${answer}\nText.`) }), { now: noon })
    expect(diagnostics.filter(({ code }) => code === 'unused-ignore')).toEqual([])
    const on = await check(room({ [first]: release(`${answer}\nText.`) }), { now: noon })
    expect(on.diagnostics.filter(({ code }) => code === 'unused-ignore').map(({ message }) => message)).toEqual([
      'Nothing to ignore of "exclamation-mark"',
    ])
  })

  test('calls no answer to a rule of the clock one too many', async () => {
    const front = 'draft: true\n# pressmark-ignore draft-date, embargo-ended: it was to go out then\n'
    const root = room({
      'templates/facts.yaml': 'pumps:\n  value: 3\n  review: 2099-01-01 # pressmark-ignore review-date: asked for\n',
      [first]: release('Text.', front),
    })
    const { diagnostics } = await check(root, { now: noon })
    expect(diagnostics.filter(({ code }) => code === 'unused-ignore')).toEqual([])
  })

  test('says once of each language which rules do not know it', async () => {
    const root = room({ [first.replace('.md', '.nl.md')]: release('Acme maakt pompen.'), [first]: release('Pumps.') })
    const { stderr } = await command(['check'], root)
    expect(stderr.match(/rules do not know the language "nl"/g)).toHaveLength(1)
    expect(stderr).not.toContain('language "en"')
  })

  test('speaks to GitHub, with paths from where it runs', async () => {
    const root = room({ [first]: release('Ask TK.') })
    const { stdout, code } = await command(['check', '--format', 'github'], root)
    expect([code, stdout]).toEqual([
      1,
      `::error file=${first},line=7,endLine=7,col=5,endColumn=7,title=placeholder-text::Placeholder "TK"; write what belongs there\n`,
    ])
    expect((await command(['check', '--format', 'morse'], root)).code).toBe(2)
  })

  test('counts what it says, and what could be mended; leaves out remarks where it is to be quiet', async () => {
    const root = room({ [first]: release('It  runs! Yes.') })
    const { stderr } = await command(['check'], root)
    expect(stderr).toMatch(/checked: 1 warning, 1 remark; 1 can be mended with --fix\n$/)
    const { stderr: quiet } = await command(['check', '--quiet'], root)
    expect(quiet).not.toContain('double-space')
    expect(quiet).toMatch(/checked: 1 warning\n$/)
  })

  test('speaks SARIF', async () => {
    const root = room({ [first]: release('Ask TK.') })
    const { stdout, code } = await command(['check', '--format', 'sarif'], root)
    const log = JSON.parse(stdout) as { version: string; runs: { results: { ruleId: string }[] }[] }
    expect([code, log.version, log.runs[0]?.results[0]?.ruleId]).toEqual([1, '2.1.0', 'placeholder-text'])
  })

  test('tells of the releases too where the press room itself is at fault', async () => {
    const root = room({ 'press.yaml': 'organisation: { name: Acme }\n', [first]: '---\nheadlin: x\n---\n\nText.\n' })
    const { code, stderr } = await command(['check'], root)
    expect([code, stderr.includes('press.yaml'), stderr.includes('headlin')]).toEqual([1, true, true])
    const { code: none } = await command(['check', '--root', 'releases'], root)
    expect(none).toBe(2)
  })

  test('is the same from a program', async () => {
    const root = room({ [first]: release('Ask TK.'), [second]: release('Two  spaces.') })
    const { files, diagnostics, mended } = await check(root, { now: noon })
    expect(files).toEqual([first, second])
    expect(diagnostics.map(({ file, code, fix }) => [file, code, fix !== undefined])).toEqual([
      [first, 'placeholder-text', false],
      [second, 'double-space', true],
    ])
    expect(mended).toEqual([])
    expect((await check(root, { now: noon, files: [second], fix: true })).mended).toEqual([{ file: second, count: 1 }])
  })

  test('writes nothing but the cache of layouts', async () => {
    const root = room({ [first]: release('Ask TK.') })
    const before = filesBelow(root)
    expect((await command(['check'], root)).code).toBe(1)
    const after = [...filesBelow(root)].filter(([path]) => !path.startsWith('.pressmark/layouts/'))
    expect(new Map(after)).toEqual(before)
  })
})

describe('pressmark check --fix', () => {
  const poor =
    '\uFEFF---\r\nheadline: "Acme opens a plant."   # so far\r\ncontacts: [ana]\r\ndate: 2026-01-02\r\n---\r\n\r\nTwo  spaces   here!\r\n'

  test('mends what is safe, and leaves every other byte', async () => {
    const root = room({ [first]: poor, [second]: release('Fine.') })
    const { code, stderr } = await command(['check', '--fix'], root)
    expect([code, stderr.includes(`${first}: 3 mends made`), stderr.includes('double-space')]).toEqual([0, true, false])
    expect(readFileSync(join(root, first), 'utf8')).toBe(
      poor.replace('plant."', 'plant"').replace('Two  spaces   here', 'Two spaces here'),
    )
    const after = filesBelow(root)
    expect((await command(['check', '--fix'], root)).stderr).not.toContain('made')
    expect(filesBelow(root)).toEqual(after)
  })

  test('writes the date as the kit reads it', async () => {
    const typed = poor.replace('date: 2026-01-02', 'date: "2 January 2026" # Friday')
    const root = room({ [first]: typed })
    await command(['check', '--fix'], root)
    expect(readFileSync(join(root, first), 'utf8')).toContain('date: "2026-01-02" # Friday\r\n')
  })

  test('changes no word', async () => {
    const root = room({ [first]: poor })
    const text = async (): Promise<string> => {
      await command(['build', '--formats', 'html'], root)
      return readFileSync(join(root, 'dist/releases/first/index.html'), 'utf8')
    }
    const words = (html: string): string => (html.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')
    const before = words(await text())
    await command(['check', '--fix'], root)
    expect(words(await text())).toBe(before)
  })

  test('keeps what a file is: its mode, and the link that leads to it', async () => {
    const root = room({ [first]: poor })
    renameSync(join(root, first), join(root, 'kept.md'))
    chmodSync(join(root, 'kept.md'), 0o640)
    symlinkSync('../kept.md', join(root, first))
    await command(['check', '--fix'], root)
    expect([lstatSync(join(root, first)).isSymbolicLink(), statSync(join(root, 'kept.md')).mode & 0o777]).toEqual([
      true,
      0o640,
    ])
    expect(readFileSync(join(root, 'kept.md'), 'utf8')).toContain('Two spaces here')
  })
})

describe('pressmark explain', () => {
  test('says what a rule is for, and shows it', async () => {
    const { code, stdout, stderr } = await command(['explain', 'weekday'], pressRoom({}))
    expect([code, stderr]).toEqual([0, ''])
    for (const part of [
      '# weekday',
      '0.8–2',
      'en, fr, es, ar',
      'pressmark-ignore weekday',
      'is a Tuesday, not a Monday',
    ])
      expect(stdout).toContain(part)
  })

  test('knows the rules about what is made of releases', async () => {
    for (const [name, part] of [
      ['contrast', 'the HTML of the email'],
      ['line-ending', 'release.eml'],
      ['text-leftover', 'the plain text'],
    ] as const)
      expect((await command(['explain', name], pressRoom({}))).stdout).toContain(part)
  })

  test('knows the codes of build, and the nearest of those it does not know', async () => {
    expect((await command(['explain', 'unknown-contact'], pressRoom({}))).stdout).toContain('contacts.yaml')
    expect((await command(['explain', 'unused-ignore'], pressRoom({}))).stdout).toContain('finds nothing')
    const own = pressRoom({ 'rules/house-words.yaml': 'summary: Say what we say\nphrases: [world-class]\n' })
    expect((await command(['explain', 'house-words'], own)).stdout).toContain('How often it speaks up is not measured')
    const { code, stderr } = await command(['explain', 'weekdays'], pressRoom({}))
    expect([code, stderr]).toEqual([2, expect.stringContaining('did you mean "weekday"?')])
  })
})
