import { Ajv, type ValidateFunction } from 'ajv'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'

const root = join(import.meta.dirname, '..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const tools = async <T>(name: string): Promise<T> => (await import(join(root, 'tools', name))) as T
const stale = (path: string): string => `${path} is not as the code is: run npm run generate`

/** The files below a folder, by their paths from the repository. */
const files = (folder: string): string[] =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name))
    : []
const pages = files('docs').filter((path) => path.endsWith('.md'))

describe('what is made from the code', () => {
  test('the JSON Schemas', async () => {
    const { schemas } = await tools<{ schemas(): Record<string, string> }>('schemas.mjs')
    const made = schemas()
    expect(files('schemas').sort(), stale('schemas/')).toEqual(
      Object.keys(made)
        .map((name) => `schemas/${name}`)
        .sort(),
    )
    for (const [name, text] of Object.entries(made)) expect(read(`schemas/${name}`), stale(name)).toBe(text)
  })

  test('the tables of the documentation', async () => {
    const { filled } = await tools<{ filled(page: string): string }>('docs.mjs')
    for (const path of pages) expect(read(path), stale(path)).toBe(filled(read(path)))
  })

  test('a page for each rule', async () => {
    const { rulePages } = await tools<{ rulePages(): Record<string, string> }>('docs.mjs')
    const made = rulePages()
    const names = Object.keys(made).map((name) => `docs/rules/${name}`)
    expect(files('docs/rules').sort(), stale('docs/rules/')).toEqual(names.sort())
    for (const [name, text] of Object.entries(made)) expect(read(`docs/rules/${name}`), stale(name)).toBe(text)
  })

  test('every table stands on a page, once', async () => {
    const { tables, tablesIn } = await tools<{
      tables(): Record<string, string>
      tablesIn(page: string): string[]
    }>('docs.mjs')
    expect(pages.flatMap((path) => tablesIn(read(path))).sort()).toEqual(Object.keys(tables()).sort())
  })
})

const validators = new Map<string, ValidateFunction>()
function validator(name: string): ValidateFunction {
  const schema = JSON.parse(read(`schemas/${name}.schema.json`)) as object
  const made =
    validators.get(name) ?? new Ajv({ strict: true, allowUnionTypes: true, validateFormats: false }).compile(schema)
  validators.set(name, made)
  return made
}

const frontMatter = (text: string): string => /^---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1] ?? ''

/** The files that an editor checks by each schema, by their paths in a press room. */
const checked: Readonly<Record<string, RegExp>> = {
  press: /^press\.yaml$/,
  contacts: /^templates\/contacts\.yaml$/,
  facts: /^templates\/facts\.yaml$/,
  locale: /^templates\/locales\/[^/]+\.yaml$/,
  boilerplate: /^templates\/boilerplate\/.+\.md$/,
  release: /^releases\/.+\.md$/,
  rule: /^rules\/[^/]+\.yaml$/,
}

const rooms = [
  '',
  ...['examples', 'tests/fixtures'].flatMap((folder) =>
    readdirSync(join(root, folder), { withFileTypes: true }).map(({ name }) => `${folder}/${name}/`),
  ),
].filter((room) => existsSync(join(root, room, 'press.yaml')))

describe.each(rooms)('an editor with the schemas in the press room "%s"', (room) => {
  const paths = [
    'press.yaml',
    ...['templates', 'releases', 'rules'].flatMap((folder) =>
      files(room + folder).map((path) => path.slice(room.length)),
    ),
  ]
  test.each(Object.entries(checked))('finds nothing by that of %s', (name, pattern) => {
    const validate = validator(name)
    for (const path of paths.filter((one) => pattern.test(one))) {
      const text = read(room + path)
      const data: unknown = parse(path.endsWith('.md') ? frontMatter(text) : text)
      expect([path, validate(data), validate.errors]).toEqual([path, true, null])
    }
  })
})

test.each([
  ['press', { organization: { name: 'Acme' } }, { organization: { name: 'Acme', nmae: 'Acme' } }],
  ['release', { headline: 'A headline', date: '2026-01-01' }, { headline: 'A headline', contact: ['ana'] }],
  ['contacts', { ana: { name: 'Ana' } }, { ana: [{ name: 'Ana', mail: 'ana@example.org' }] }],
  ['facts', { stations: [{ value: 52 }] }, { stations: [{ value: 52, since: '2026-01-01' }] }],
  ['boilerplate', { title: 'About us' }, { title: 'About us', form: '2026-01-01' }],
  ['rule', { summary: 'Say so', words: { NGO: 'group' } }, { summary: 'Say so', word: { NGO: 'group' } }],
  ['locale', { words: { contacts: 'Contacts' } }, { word: { contacts: 'Contacts' } }],
])('the schema of %s refuses a key that nothing reads', (name, right, wrong) => {
  const validate = validator(name)
  expect(validate(right)).toBe(true)
  expect(validate(wrong)).toBe(false)
  expect(validate.errors?.map(({ keyword }) => keyword)).toContain('additionalProperties')
})

test('the schemas take what is right and refuse what is not', () => {
  const right: [string, unknown][] = [
    ['release', parse('{ headline: 2026, number: 007, tags: heat, notes: [one, 2], draft: true }')],
    [
      'release',
      parse('{ headline: x, attachments: [{ src: a.pdf, title: A }, { url: "https://example.org/", title: B }] }'),
    ],
    ['facts', parse('stations: { value: { en: 52, ar: ٥٢ }, from: 2026-01-01 }')],
    [
      'press',
      parse('{ organization: { name: { en: Acme } }, brand: { logo: logo.png }, check: { exclamation: off } }'),
    ],
    [
      'press',
      parse('{ organization: { name: Acme }, check: { long-email: off, acronym: { severity: info, known: [IPU] } } }'),
    ],
  ]
  for (const [name, data] of right) expect([validator(name)(data), validator(name).errors]).toEqual([true, null])
  const wrong: [string, unknown][] = [
    ['release', { date: '2026-01-01' }],
    ['release', { headline: 'x', kind: 'pres-release' }],
    ['release', { headline: 'x', attachments: [{ title: 'A' }] }],
    ['release', { headline: 'x', research: { doi: 'https://doi.org/10.1000/182' } }],
    ['press', { organization: { name: 'Acme' }, brand: { accent: 'blue' } }],
    ['press', { organization: { name: 'Acme', url: 'example.org' } }],
    ['press', { organization: { name: 'Acme' }, check: { 'long-email': 'of' } }],
    ['press', { organization: { name: 'Acme' }, check: { acronym: { knows: ['IPU'] } } }],
    ['contacts', { ana: { role: 'Officer' } }],
  ]
  for (const [name, data] of wrong) expect([data, validator(name)(data)]).toEqual([data, false])
})

test('every link in the documentation leads to a file, and to a heading in it', () => {
  const dead = ['README.md', 'bench/README.md', ...pages].flatMap((page) => {
    const prose = read(page).replace(/```[\s\S]*?```|`[^`\n]*`/g, '')
    return [...prose.matchAll(/\]\(([^)\s]+)[^)]*\)/g)]
      .map(([, target = '']) => target)
      .filter((target) => !/^(?:https?|mailto):/.test(target) && !leads(page, target))
      .map((target) => `${page}: ${target}`)
  })
  expect(dead).toEqual([])
})

test('every file that the architecture names by its room is there', () => {
  const named = [...read('docs/architecture.md').matchAll(/`([\w-]+\/[\w/.-]+\.ts)`/g)].map(([, path = '']) => path)
  expect(named.length).toBeGreaterThan(20)
  expect(named.filter((path) => !existsSync(join(root, 'src', path)))).toEqual([])
})

function leads(page: string, target: string): boolean {
  const [path = '', heading] = target.split('#', 2)
  const file = path === '' ? page : join(dirname(page), path)
  if (!existsSync(join(root, file))) return false
  return heading === undefined || headings(read(file)).includes(heading)
}

/** The headings of a page as links call them. */
const headings = (page: string): string[] =>
  [...page.matchAll(/^#+ (.+)$/gm)].map(([, text = '']) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  )
