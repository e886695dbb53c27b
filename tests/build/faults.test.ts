import { describe, expect, test } from 'vitest'
import { check } from '../../src/index.ts'
import { command } from '../support/command.ts'
import { noon, pressRoom } from '../support/press-room.ts'

const people = {
  ana: 'ana: { name: Ana Virta, role: Press officer, phone: "+358 2 555 0142", email: ana@example.org }',
  leo: 'leo: { name: Leo Salo, role: Press officer, phone: "+358 2 555 0143", email: leo@example.org }',
}
const facts = 'pumps: [{ value: "34", from: 2025-01-01 }]\nferries: [{ value: "9", from: 2025-01-01 }]\n'
const about = (text: string): string => `---\ntitle: About Acme\n---\n\n${text}\n`

/** A press room in which each of two releases takes one of everything, and both have a slip of their own. */
const room = (files: Readonly<Record<string, string>>): string =>
  pressRoom({
    'press.yaml': 'organization: { name: Acme }\nformats: [html, email, text]\n',
    'templates/contacts.yaml': `${people.ana}\n${people.leo}\n`,
    'templates/facts.yaml': facts,
    'templates/boilerplate/about-acme.md': about('Acme makes pumps in Turku.'),
    'templates/boilerplate/about-turku.md': about('Turku is a town by the sea!'),
    'releases/2026-01-02-first.md': release(
      'contacts: [ana]\nboilerplate: [about-acme]',
      'Acme makes {{fact "pumps"}} pumps!',
    ),
    'releases/2026-01-03-second.md': release(
      'contacts: [leo]\nboilerplate: [about-turku]',
      'Acme makes pumps for {{fact "ferries"}} ferries!',
    ),
    ...files,
  })

const release = (front: string, first: string): string =>
  `---\nheadline: Acme opens a plant in Turku\ndate: 2026-01-02\n${front}\n---\n\n${first} It stands by the river, where the shipyard was.\n${'\nThe people of the town have waited for it since the old one was closed, and it begins in spring.\n'.repeat(8)}`

const slips = [
  'releases/2026-01-02-first.md exclamation-mark',
  'releases/2026-01-03-second.md exclamation-mark',
  'templates/boilerplate/about-turku.md exclamation-mark',
]

const said = async (root: string): Promise<string[]> =>
  (await check(root, { now: noon })).diagnostics
    .filter(({ severity }) => severity !== 'info')
    .map(({ file, code }) => `${file} ${code}`)

test('a press room without faults', async () => {
  expect(await said(room({}))).toEqual(slips)
})

describe.each<[string, Record<string, string>, string[]]>([
  [
    'a contact with a space in the address',
    { 'templates/contacts.yaml': `${people.ana.replace('ana@', 'ana @')}\n${people.leo}\n` },
    ['templates/contacts.yaml invalid-value'],
  ],
  [
    'a contact with a key that there is not',
    { 'templates/contacts.yaml': `${people.ana}\n${people.leo.replace('role:', 'roll:')}\n` },
    ['templates/contacts.yaml unknown-key'],
  ],
  [
    'contacts that are no YAML',
    { 'templates/contacts.yaml': 'ana: { name: Ana\n' },
    ['templates/contacts.yaml yaml-syntax'],
  ],
  [
    'contacts that are a list',
    { 'templates/contacts.yaml': '- ana\n- leo\n' },
    ['templates/contacts.yaml invalid-value'],
  ],
  [
    'a figure of no day',
    { 'templates/facts.yaml': facts.replace('2025-01-01', '2025-02-30') },
    ['templates/facts.yaml invalid-date'],
  ],
  [
    'a text without a title',
    { 'templates/boilerplate/about-acme.md': 'Acme makes pumps.\n' },
    ['templates/boilerplate/about-acme.md missing-front-matter'],
  ],
  [
    'a version of a text without a title',
    { 'templates/boilerplate/about-acme.fr.md': '---\n---\n\nAcme fabrique des pompes.\n' },
    ['templates/boilerplate/about-acme.fr.md missing-value'],
  ],
  [
    'a version of a text of no day',
    { 'templates/boilerplate/about-acme/2020-02-30.md': about('Acme made pumps.') },
    ['templates/boilerplate/about-acme/2020-02-30.md invalid-file-name'],
  ],
  [
    'a locale with a key that there is not',
    {
      'templates/locales/fr.yaml': 'month: [janvier]\n',
      'releases/2026-01-05-fourth.md': release('language: fr\ncontacts: [leo]', 'Acme fabrique des pompes.'),
    },
    ['templates/locales/fr.yaml unknown-key'],
  ],
  [
    'a logo that is not there',
    { 'press.yaml': 'organization: { name: Acme }\nbrand: { logo: logo.png }\n' },
    ['press.yaml missing-media'],
  ],
  [
    'a colour that cannot be read',
    { 'press.yaml': 'organization: { name: Acme }\nbrand: { accent: "#eeeeee" }\n' },
    ['press.yaml low-contrast'],
  ],
  [
    'a house contact that there is not',
    {
      'press.yaml': 'organization: { name: Acme }\nhouse: { contact: [eve] }\n',
      'releases/2026-01-02-first.md': release('boilerplate: [about-acme]', 'Acme makes {{fact "pumps"}} pumps!'),
    },
    ['press.yaml unknown-contact'],
  ],
])('%s', (_, files, faults) => {
  test('is told of with all else, and nothing that comes of it', async () => {
    expect((await said(room(files))).toSorted()).toEqual([...faults, ...slips].toSorted())
  })

  test('keeps build from building, which tells what else is wrong', async () => {
    const unknown = release('contacts: [leo]', 'Acme makes {{fact "boats"}} boats.')
    const root = room({ ...files, 'releases/2026-01-04-third.md': unknown })
    const { code, stderr } = await command(['build'], root)
    expect(code).toBe(1)
    const told = [...stderr.matchAll(/^(\S+?)(?::\d+:\d+)? error .*\(([\w-]+)\)$/gm)].map(
      ([, file, rule]) => `${file} ${rule}`,
    )
    expect(told.toSorted()).toEqual([...faults, 'releases/2026-01-04-third.md unknown-fact'].toSorted())
    expect(stderr).not.toMatch(/Unknown (?:contact "(?:ana|leo)|boilerplate)/)
  })
})

test('a press.yaml that cannot be used leaves the front matter of releases to be looked at', async () => {
  const files = {
    'press.yaml': 'organisation: { name: Acme }\n',
    'releases/2026-01-04-third.md': '---\nhead: Acme\n---\n\nText!\n',
  }
  expect((await said(room(files))).toSorted()).toEqual(
    [
      'press.yaml unknown-key',
      'releases/2026-01-04-third.md unknown-key',
      'releases/2026-01-04-third.md missing-value',
    ].toSorted(),
  )
})
