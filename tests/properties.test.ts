import fc from 'fast-check'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { build, openPressRoom, type Diagnostic } from '../src/index.ts'
import { noon, pressRoom } from './support/press-room.ts'

const release =
  '---\nheadline: Acme opens a plant\ndate: 2026-01-02\ncontacts: jane\nboilerplate: about\n---\n\nIt has {{fact "plants"}}.\n'
const usual = {
  'press.yaml': 'organization: { name: Acme }\n',
  'templates/contacts.yaml': 'jane: { name: Jane Doe }\n',
  'templates/facts.yaml': 'plants: [{ value: twelve }]\n',
  'templates/boilerplate/about.md': '---\ntitle: About\n---\n\nAcme makes anvils.\n',
  'releases/2026-01-02-launch.md': release,
}

/** Opens and builds a press room in which one file is something else, and holds what is said of it to what a person can use. */
async function tryOut(root: string, path: string, content: Uint8Array): Promise<void> {
  const all = { ...usual, [path]: content }
  for (const [name, bytes] of Object.entries(all)) {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), bytes)
  }
  const room = await openPressRoom(root)
  const report = room.value && (await build(room.value, { now: noon, formats: ['html', 'text'], drafts: true }))
  const diagnostics = [...room.diagnostics, ...(report?.diagnostics ?? [])]
  const built = report !== undefined && report.failed.length === 0 && report.releases.length > 0
  expect(built || diagnostics.some(({ severity }) => severity === 'error')).toBe(true)
  for (const one of diagnostics) holds(one, one.file === path ? content : undefined)
  rmSync(join(root, path))
}

function holds({ message, hint = '', position }: Diagnostic, content: Uint8Array | undefined): void {
  expect(message).toMatch(/^[^\p{Cc}]{3,400}$/u)
  expect(hint).toMatch(/^[^\p{Cc}]*$/u)
  expect(message.endsWith('.')).toBe(false)
  if (!position) return
  expect(position.start.offset).toBeLessThanOrEqual(position.end.offset)
  expect(position.start.line * position.start.column).toBeGreaterThan(0)
  if (content)
    expect(position.end.offset).toBeLessThanOrEqual(
      new TextDecoder('utf-8', { ignoreBOM: true }).decode(content).length,
    )
}

const yaml =
  '\n¦: ¦- ¦{ ¦ }¦[¦]¦, ¦"¦\'¦|\n  ¦>\n  ¦ #¦&a ¦*a¦!t ¦? ¦\t¦\r\n¦---\n¦...\n¦%YAML 1.2\n¦@¦`¦<<: ¦~¦null¦\uFEFF¦\0¦\u2028¦__proto__: ¦constructor: '
const braces =
  '{{¦}}¦{{{¦}}}¦{{#if ¦{{/if}}¦{{#each ¦{{/each}}¦{{else}}¦{{> ¦headline¦contactGroups¦@root¦../¦this.¦t ¦"contacts"¦{{!-- ¦--}}¦(is ¦)¦=¦ as |x|¦\\{{¦{{^¦{{#>¦{{#*inline ¦constructor¦__proto__¦[¦]¦<p>¦\n¦\uFEFF¦~'
const kinds: Readonly<Record<string, string>> = {
  'press.yaml': `${yaml}¦organization: ¦{ name: Acme }\n¦name: ¦brand: ¦accent: ¦"#123456"¦house: ¦language: ¦fr¦time-zone: ¦base-url: ¦https://¦formats: ¦text: ¦wrap: ¦20¦mail: ¦check: ¦logo: ¦fonts: ¦dark: ¦../x`,
  'templates/contacts.yaml': `${yaml}¦jane: ¦name: ¦Jane¦phone: ¦+31 70¦email: ¦a@b.c¦from: ¦2026-01-01¦until: ¦en: ¦location: `,
  'templates/facts.yaml': `${yaml}¦plants: ¦value: ¦from: ¦2026-01-01¦source: ¦en: `,
  'templates/locales/en.yaml': `${yaml}¦words: ¦contacts: ¦quotes: ¦months: ¦dateline: ¦{place}¦date: ¦{day}¦time: ¦end-mark: ¦moment: ¦zone: `,
  'templates/boilerplate/about.md': `${yaml}¦---\ntitle: About\n---\n¦title: ¦review: ¦{{> about}}¦{{fact "plants"}}¦[a](¦)¦::: notes\n¦:::\n`,
  'templates/html/partials/headline.hbs': braces,
  'templates/html/partials/contacts.hbs': braces,
  'templates/text/release.hbs': braces,
  'releases/2026-01-02-launch.md': `${yaml}¦---\nheadline: A\ndate: 2026-01-02\n---\n¦headline: ¦date: ¦slug: ¦aliases: ¦media: ¦src: ¦a.png¦notes: ¦event: ¦starts: ¦::: quote\n¦:::\n¦[a](¦)¦<b>¦| a |\n|--|\n¦[^1]¦[^1]: ¦{{fact "plants"}}¦{{> about}}¦{{¦}}`,
}

describe.each(Object.entries(kinds))('whatever stands in %s', (path, fragments) => {
  const root = pressRoom(usual)
  const fragment = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...fragments.split('¦')) },
    fc.string({ maxLength: 5 }),
  )
  const text = fc.array(fragment, { maxLength: 25 }).map((parts) => Buffer.from(parts.join('')))
  const before = Buffer.from(path in usual ? usual[path as keyof typeof usual] : '')
  /** What was right before, with a stretch of it replaced. */
  const slip = fc
    .tuple(fc.nat(before.length), fc.nat(6), text)
    .map(([at, length, other]) =>
      Buffer.concat([before.subarray(0, at), other.subarray(0, 12), before.subarray(at + length)]),
    )
  const content = fc.oneof(text, slip, fc.uint8Array({ maxLength: 60 }))

  test('it is built, or the fault is told', async () => {
    await fc.assert(
      fc.asyncProperty(content, (bytes) => tryOut(root, path, bytes)),
      { numRuns: 150 },
    )
  })
})
