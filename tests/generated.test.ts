import { Ajv } from 'ajv'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'

const root = join(import.meta.dirname, '..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const tools = async <T>(name: string): Promise<T> => (await import(join(root, 'tools', name))) as T

describe('what is made from the code is as the code is (otherwise: npm run generate)', () => {
  test('the JSON Schemas', async () => {
    const { schemas } = await tools<{ schemas(): Record<string, string> }>('schemas.mjs')
    for (const [name, text] of Object.entries(schemas())) expect(read(`schemas/${name}`), name).toBe(text)
  })

  test('the tables of the documentation', async () => {
    const { filled } = await tools<{ filled(page: string): string }>('docs.mjs')
    for (const name of readdirSync(join(root, 'docs')).filter((one) => one.endsWith('.md')))
      expect(read(`docs/${name}`), name).toBe(filled(read(`docs/${name}`)))
  })
})

const validator = (name: string) =>
  new Ajv({ strict: false, validateFormats: false }).compile(JSON.parse(read(`schemas/${name}.schema.json`)) as object)
const frontMatter = (text: string): unknown => parse(/^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '')
const rooms = ['.', 'examples/minimal', 'examples/trilingual', 'tests/fixtures/mail']

describe.each(rooms)('an editor that checks %s by the schemas', (room) => {
  const files = (folder: string): string[] =>
    existsSync(join(root, room, folder))
      ? readdirSync(join(root, room, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
          join(room, folder, name),
        )
      : []
  test.each([
    ['press', () => [[join(room, 'press.yaml'), parse(read(join(room, 'press.yaml')))]]],
    [
      'contacts',
      () =>
        files('templates')
          .filter((path) => path.endsWith('contacts.yaml'))
          .map((path) => [path, parse(read(path))]),
    ],
    [
      'facts',
      () =>
        files('templates')
          .filter((path) => path.endsWith('facts.yaml'))
          .map((path) => [path, parse(read(path))]),
    ],
    ['locale', () => files('templates/locales').map((path) => [path, parse(read(path))])],
    [
      'boilerplate',
      () =>
        files('templates/boilerplate')
          .filter((path) => path.endsWith('.md'))
          .map((path) => [path, frontMatter(read(path))]),
    ],
    [
      'release',
      () =>
        files('releases')
          .filter((path) => path.endsWith('.md'))
          .map((path) => [path, frontMatter(read(path))]),
    ],
  ] as const)('finds nothing in what is checked as %s', (name, list) => {
    const validate = validator(name)
    for (const [path, data] of list()) expect([path, validate(data), validate.errors]).toEqual([path, true, null])
  })
})

test.each([
  ['press', { organization: { name: 'Acme', nmae: 'x' } }],
  ['release', { headline: 'x', date: '2026-01-01', contact: ['ana'] }],
  ['contacts', { ana: { name: 'Ana', phone: 1, mail: 'x' } }],
])('a key that nothing reads is refused by the schema of %s', (name, data) => {
  expect(validator(name)(data)).toBe(false)
})

test('every link in the documentation leads to a file', () => {
  const pages = [
    'README.md',
    ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`),
    'bench/README.md',
  ].filter((page) => page.endsWith('.md'))
  const dead = pages.flatMap((page) =>
    [
      ...read(page)
        .replace(/```[\s\S]*?```|`[^`\n]*`/g, '')
        .matchAll(/\]\(([^)#\s]+)[^)]*\)/g),
    ]
      .map(([, target = '']) => target)
      .filter((target) => !/^(?:https?|mailto):/.test(target))
      .filter((target) => !existsSync(join(root, dirname(page), target)))
      .map((target) => `${page}: ${target}`),
  )
  expect(dead).toEqual([])
})
