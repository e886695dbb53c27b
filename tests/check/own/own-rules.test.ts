import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { check, type CheckOptions, type CheckRule } from '../../../src/index.ts'
import { command } from '../../support/command.ts'
import { noon, pressRoom } from '../../support/press-room.ts'

const file = 'releases/2026-01-02-x.md'
const release = (body: string, front = ''): string =>
  `---\nheadline: Acme opens a plant\ndate: 2026-01-02\ncontacts: [ana]\n${front}---\n\n${body}\n`
const contacts = { 'templates/contacts.yaml': 'ana: { name: Ana Virta, email: ana@example.org }\n' }
const words = 'summary: Say what we say\nwords: { NGO: civil society group, e-mail: email }\n'

const roomWith = (rule: string, body: string, more: Readonly<Record<string, string>> = {}): string =>
  pressRoom({ ...contacts, 'rules/house-words.yaml': rule, [file]: release(body), ...more })

async function said(root: string, options: Partial<CheckOptions> = {}): Promise<string[]> {
  const { diagnostics } = await check(root, { now: noon, ...options })
  const own = new Set(['house-words', 'no-boats', 'invalid-file-name', 'unknown-rule', 'unused-ignore'])
  return diagnostics
    .filter(({ code }) => own.has(code))
    .map(
      ({ file: path, position, severity, code, message }) =>
        `${path.replace(file, 'x')}:${position ? `${position.start.line}:${position.start.column}` : '-'} ${severity} ${message} (${code})`,
    )
}

describe('a rule of the press room’s own', () => {
  test('finds whole words, literally, small letters for capitals too', async () => {
    expect(await said(roomWith(words, 'E-mail the NGO, not NGOs or the ngo; e_mail, e-mails.'))).toEqual([
      'x:7:1 warning Not "E-mail" but "Email" (house-words)',
      'x:7:12 warning Not "NGO" but "civil society group" (house-words)',
    ])
    const regex = 'summary: Say so\nphrases: ["(a+)+$", "a.c", "50 % off [today]"]\n'
    expect(await said(roomWith(regex, 'aaaaaaaaaaaaaaaaaaaaaaaaaaaa abc; a.c, 50 %\noff [today].'))).toEqual([
      'x:7:35 warning Not to be written, "a.c" (house-words)',
      'x:7:40 warning Not to be written, "50 % off [today]" (house-words)',
    ])
  })

  test('leaves alone what somebody says, what is excepted, and what nobody reads', async () => {
    const body = '“The NGO is here,” she said. The NGO Forum met. [Us](https://ngo.example.org/NGO) `NGO` <!-- NGO -->'
    expect(await said(roomWith(`${words}except: [NGO Forum]\n`, body))).toEqual([])
    expect(await said(roomWith(`${words}except: [NGO Forum]\nquotes: yes\n`, body))).toHaveLength(1)
  })

  test('writes a capital at the beginning of a sentence', async () => {
    const rule = 'summary: Say what we say\nwords: { OIS: the Observatory, e-mail: email }\nfix: true\n'
    const root = roomWith(rule, 'OIS sees it; so says\nOIS. **OIS** said so to OIS.\n\n- OIS\n\nE-mail OIS.')
    await check(root, { now: noon, fix: true })
    expect(readFileSync(join(root, file), 'utf8').split('---\n\n')[1]).toBe(
      'The Observatory sees it; so says\nthe Observatory. **The Observatory** said so to the Observatory.\n\n- The Observatory\n\nEmail the Observatory.\n',
    )
  })

  test('keeps capitals, and leaves code and what would get two articles to its author', async () => {
    const words = 'OIS: the Observatory, ONS: l’Office, sea grass: seagrass'
    const rule = `summary: Say what we say\nwords: { ${words} }\nfix: true\n`
    const kept = 'The OIS said so. An\nOIS report, the **OIS** too, and l’ONS.\n\n    the sea grass\n'
    const root = roomWith(rule, `${kept}\nSEA GRASS IS NEAR; Sea grass is, and OIS.`)
    await check(root, { now: noon, fix: true })
    expect(readFileSync(join(root, file), 'utf8').split('---\n\n')[1]).toBe(
      `${kept}\nSEAGRASS IS NEAR; Seagrass is, and the Observatory.\n`,
    )
    expect(await said(root)).toHaveLength(4)
  })

  test('holds names to their spelling', async () => {
    const names = 'summary: Spell names as they are\nnames: [BrightWater, the Inner Sea]\nfix: true\n'
    const root = roomWith(names, 'Brightwater and BrightWater at the inner\nsea.')
    expect(await said(root)).toEqual([
      'x:7:1 warning Not "Brightwater" but "BrightWater" (house-words)',
      'x:7:32 warning Not "the inner sea" but "the Inner Sea" (house-words)',
    ])
    await check(root, { now: noon, fix: true })
    expect(readFileSync(join(root, file), 'utf8')).toContain('BrightWater and BrightWater at the inner\nsea.')
  })

  test('is about the languages and kinds that it names, and boilerplate too', async () => {
    const rule = `${words}languages: [fr]\nkinds: [statement]\nseverity: error\n`
    const french = release('Une NGO.', 'kind: statement\n').replace('Acme opens a plant', 'Acme ouvre une usine')
    const more = {
      'releases/2026-01-03-y.fr.md': french,
      'templates/boilerplate/about.fr.md': '---\ntitle: À propos\n---\n\nUne NGO.\n',
    }
    expect(await said(roomWith(rule, 'The NGO.', more))).toEqual([
      'releases/2026-01-03-y.fr.md:8:5 error Not "NGO" but "civil society group" (house-words)',
      'templates/boilerplate/about.fr.md:5:5 error Not "NGO" but "civil society group" (house-words)',
    ])
  })

  test('is mended where it says so, once and for all', async () => {
    const root = roomWith(`${words}fix: true\n`, 'E-mail the NGO.')
    expect((await check(root, { now: noon, fix: true })).mended).toEqual([{ file, count: 2 }])
    expect(readFileSync(join(root, file), 'utf8')).toContain('\nEmail the civil society group.\n')
    expect((await check(root, { now: noon, fix: true })).mended).toEqual([])
    const kept = roomWith(words, 'E-mail the NGO.')
    expect((await check(kept, { now: noon, fix: true })).mended).toEqual([])
  })

  test('is mended nothing by a rule that finds its own mend', async () => {
    const grass = 'summary: Name the grass\nwords: { sea: sea grass }\nfix: true\n'
    expect((await check(roomWith(grass, 'The sea.'), { now: noon, fix: true })).mended).toEqual([])
    const swap = 'summary: Swap\nwords: { sea: ocean, ocean: sea }\nfix: true\n'
    expect((await check(roomWith(swap, 'The sea.'), { now: noon, fix: true })).mended).toEqual([])
  })

  test('is answered and settled by its name', async () => {
    const answered = 'The NGO. <!-- pressmark-ignore house-words: it is their name -->'
    expect(await said(roomWith(words, answered))).toEqual([])
    const settings = { 'press.yaml': 'organization: { name: Acme }\ncheck: { house-words: off }\n' }
    expect(await said(roomWith(words, 'The NGO.', settings))).toEqual([])
    const louder = { 'press.yaml': 'organization: { name: Acme }\ncheck: { house-words: error }\n' }
    expect(await said(roomWith(words, 'The NGO.', louder))).toEqual([
      'x:7:5 error Not "NGO" but "civil society group" (house-words)',
    ])
  })

  test('is explained', async () => {
    const root = roomWith(`${words}why: The board says so.\nexamples: { bad: The NGO met. }\n`, 'Text.')
    const { code, stdout } = await command(['explain', 'house-words'], root)
    expect([code, stdout]).toEqual([0, expect.stringContaining('Say what we say. (warning)\n\nThe board says so.')])
    expect(stdout).toContain('Not "NGO" but "civil society group"')
    expect((await command(['explain', 'house-words', '--root', root], join(root, 'rules'))).code).toBe(0)
  })
})

describe('what is wrong with a rule of the press room’s own', () => {
  test.each([
    ['summary: Say so\nword: { NGO: group }\n', ['2:1 Unknown key "word"']],
    ['words: { NGO: group }\n', ['1:1 Missing summary']],
    ['summary: Say so\n', ['1:1 Rule that looks for nothing']],
    ['summary: Say so\nwords: { NGO: group }\nseverity: loud\n', [expect.stringContaining('3:11 ')]],
    ['summary: Say so\nwords: { NGO: an NGO }\n', ['2:15 "an NGO" has "NGO" in it, which is not to be written']],
    [
      'summary: Say so\nwords: { NGO: group }\nexamples:\n  good: [A group., The NGO.]\n  bad: [The NGO., A group.]\n',
      ['4:20 Good example in which the rule finds something', '5:19 Bad example in which the rule finds nothing'],
    ],
    ['summary: [\n', ['1:10 Missing "]"']],
  ])('%j', async (rule, expected) => {
    const { diagnostics } = await check(roomWith(rule, 'Text.'), { now: noon })
    const faults = diagnostics.filter(({ severity }) => severity === 'error')
    const lines = faults.map(({ position, message }) => `${position?.start.line}:${position?.start.column} ${message}`)
    expect(lines).toEqual(expected)
    expect(faults.every(({ file: path }) => path === 'rules/house-words.yaml')).toBe(true)
  })

  test('is its name, where it is no name or that of another rule', async () => {
    const root = pressRoom({
      ...contacts,
      'rules/weekday.yaml': words,
      'rules/My rule.yaml': words,
      [file]: release('Text.'),
    })
    expect(await said(root)).toEqual([
      'rules/My rule.yaml:- error No name for a rule (invalid-file-name)',
      'rules/weekday.yaml:- error Two rules of one name, "weekday" (invalid-file-name)',
    ])
  })
})

describe('a rule of a program', () => {
  const noBoats: CheckRule = {
    code: 'no-boats',
    languages: ['en'],
    check({ prose, fields, date, kind, contacts: ids, language }, report) {
      const start = prose.indexOf('boat')
      const about = [fields['headline'], date, kind, ids.join(), language].join(' ')
      if (start !== -1) report({ message: about, start, end: start + 4, fix: 'ship', hint: 'say ship' })
    },
  }

  test('sees text and data, and is answered, settled and mended like ours', async () => {
    const root = pressRoom({ ...contacts, [file]: release('A `boat`: a boat.') })
    expect(await said(root, { rules: [noBoats] })).toEqual([
      'x:7:13 warning Acme opens a plant 2026-01-02 press-release ana en-US (no-boats)',
    ])
    await check(root, { now: noon, rules: [noBoats], fix: true })
    expect(readFileSync(join(root, file), 'utf8')).toContain('A `boat`: a ship.')
    const off = { 'press.yaml': 'organization: { name: Acme }\ncheck: { no-boats: off }\n' }
    expect(await said(pressRoom({ ...contacts, ...off, [file]: release('A boat.') }), { rules: [noBoats] })).toEqual([])
  })

  test('has a name of its own', async () => {
    const root = pressRoom({ [file]: release('Text.') })
    await expect(check(root, { now: noon, rules: [{ ...noBoats, code: 'weekday' }] })).rejects.toThrow(RangeError)
    await expect(check(root, { now: noon, rules: [noBoats, noBoats] })).rejects.toThrow(RangeError)
  })
})
