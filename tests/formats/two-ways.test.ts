import fc from 'fast-check'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadGroup } from '../../src/build/load.ts'
import { claimsOf } from '../../src/build/claims.ts'
import { releasesIn } from '../../src/build/sources.ts'
import { compileEmail } from '../../src/formats/email/email.ts'
import { joined } from '../../src/template/parts.ts'
import { openPressRoom } from '../../src/press-room/open.ts'
import { noon, pressRoom } from '../support/press-room.ts'
import { treeOf } from '../support/same-mail.ts'

const contact = (n: number) =>
  `person-${n}: { name: "Person <${n}> & Co", role: 'Press "officer"', location: ${n % 2 ? 'Turku' : 'The "Hague"'}, phone: "+31 70 311 108${n}", email: p${n}@example.org }\n`
const files = {
  'press.yaml':
    'organization: { name: "Acme & Sons <Ltd>", url: "https://example.org/?a=1&b=2", address: "1 Road\\n2 Town" }\nbase-url: https://press.example.org\ntime-zone: Europe/Amsterdam\n',
  'templates/contacts.yaml': [1, 2, 3, 4, 5, 6].map(contact).join(''),
  'templates/boilerplate/about.md':
    '---\ntitle: About "Acme" & <others>\n---\nAcme makes *everything*.\n\n- one\n- two\n',
  'releases/2026-01-01-x.md': '',
}

const words = fc
  .stringMatching(/^[A-Za-z0-9 <>&"'`={}$;,.!?éن日\\/()#:zqer-]{1,60}$/)
  .map((text) => text.replaceAll('{{', '{ {').trim() || 'x')
const inline = fc.oneof(
  words,
  words.map((text) => `*${text.replace(/[*_]/g, '')}*`),
  words.map((text) => `**${text}**`),
  words.map((text) => `[${text.replace(/[[\]]/g, '')}](https://example.org/?a=1&b="2")`),
  words.map((text) => `\`${text.replaceAll('`', '')}\``),
)
const line = fc.array(inline, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '))
const table = fc
  .tuple(line, line)
  .map(([a, b]) => `| ${a.replaceAll('|', '')} | n |\n|---|--:|\n| ${b.replaceAll('|', '')} | 12 |`)
const list = fc
  .array(line, { minLength: 1, maxLength: 4 })
  .chain((items) => fc.constantFrom('- ', '1. ', '> ').map((mark) => items.map((item) => mark + item).join('\n')))
const leaf = fc.oneof(
  { weight: 4, arbitrary: line },
  list,
  table,
  line.map((text) => `## ${text}`),
  fc.constant('---'),
  line.map((text) => `    ${text}\n      indented`),
  fc.constant('Note[^1]\n\n[^1]: A *note*.'),
)
const nested = fc
  .tuple(fc.constantFrom('quote', 'fact-box', 'notes'), fc.array(leaf, { minLength: 1, maxLength: 3 }), fc.boolean())
  .map(([name, inner, titled]) => `::: ${name}${titled ? ' Somebody, *Role*' : ''}\n${inner.join('\n\n')}\n:::`)
const body = fc
  .array(fc.oneof({ weight: 4, arbitrary: leaf }, nested), { minLength: 1, maxLength: 12 })
  .map((blocks) => blocks.join('\n\n'))
const quoted = (text: string): string => JSON.stringify(text)
const release = fc
  .record({
    headline: words,
    subheadline: fc.option(words),
    summary: fc.option(words),
    contacts: fc.nat({ max: 6 }),
    dateline: fc.option(words),
    about: fc.boolean(),
    correction: fc.option(words),
    kind: fc.constantFrom('press-release', 'statement', 'joint'),
    language: fc.constantFrom('en', 'ar', 'fr'),
    body,
  })
  .map((r) =>
    [
      '---',
      `headline: ${quoted(r.headline)}`,
      'date: 2026-01-01',
      ...(r.subheadline ? [`subheadline: ${quoted(r.subheadline)}`] : []),
      ...(r.summary ? [`summary: ${quoted(r.summary)}`] : []),
      ...(r.dateline ? [`dateline: ${quoted(r.dateline)}`] : []),
      ...(r.about && r.language === 'en' ? ['boilerplate: [about]'] : []),
      ...(r.correction ? [`corrections: [{ date: 2026-01-02, text: ${quoted(r.correction)} }]`] : []),
      `contacts: [${Array.from({ length: r.contacts }, (_, i) => `person-${i + 1}`).join(', ')}]`,
      `kind: ${r.kind}`,
      `language: ${r.language}`,
      '---',
      r.body,
    ].join('\n'),
  )

test('the compiled layout gives the same mail as MJML and juice do each time', { timeout: 240_000 }, async () => {
  const root = pressRoom(files)
  const room = await openPressRoom(root)
  if (!room.value) throw new Error(JSON.stringify(room.diagnostics))
  const store = new Map<string, string>()
  const cache = {
    get: (key: string) => store.get(key),
    set: (key: string, value: string) => void store.set(key, value),
  }
  const compiled = await compileEmail({ room: room.value, cache })
  if (!compiled.value) throw new Error(JSON.stringify(compiled.diagnostics))
  const { fast, slow } = compiled.value
  const [group] = (await releasesIn(root)).value ?? []
  if (!group) throw new Error('no release')
  const opened = room.value
  let compared = 0
  await fc.assert(
    fc.asyncProperty(release, async (text) => {
      const bytes = new TextEncoder().encode(text)
      const [loaded] = await loadGroup(opened, group, { now: noon, claims: claimsOf([group]), text: () => bytes })
      if (!loaded?.resolved) return
      compared++
      const ways = [await fast(loaded.resolved), await slow(loaded.resolved)]
      const [one = '', other = ''] = ways.map(({ value }) => joined(value ?? ['nothing']))
      expect(one.length).toBeLessThan(other.length)
      expect(treeOf(one)).toBe(treeOf(other))
    }),
    { numRuns: 150, seed: 20200409 },
  )
  expect(compared).toBeGreaterThan(100)
})

test('a mail goes the fast way, and a layout that looks at a value goes the slow one to the same words', async () => {
  const root = pressRoom({
    ...files,
    'releases/2026-01-01-x.md': '---\nheadline: Acme\ndate: 2026-01-01\n---\nText.\n',
  })
  const looking = {
    ...files,
    'templates/email/partials/headline.hbs':
      '<mj-section><mj-column><mj-text>{{#if (is title "Acme")}}It is Acme{{/if}}</mj-text></mj-column></mj-section>',
  }
  for (const [folder, kept] of [
    [root, 2],
    [pressRoom({ ...looking, 'releases/2026-01-01-x.md': '---\nheadline: Acme\ndate: 2026-01-01\n---\nText.\n' }), 0],
  ] as const) {
    const room = await openPressRoom(folder)
    const store = new Map<string, string>()
    const cache = {
      get: (key: string) => store.get(key),
      set: (key: string, value: string) => void store.set(key, value),
    }
    const [group] = (await releasesIn(folder)).value ?? []
    if (!room.value || !group) throw new Error(join(folder, 'is not a press room'))
    const ways = await compileEmail({ room: room.value, cache })
    const [loaded] = await loadGroup(room.value, group, { now: noon, claims: claimsOf([group]) })
    if (!loaded?.resolved || !ways.value) throw new Error('not resolved')
    const { value } = await ways.value.fast(loaded.resolved)
    expect([...store.keys()].filter((key) => /^(?:layout|styles) /.test(key))).toHaveLength(kept)
    expect(joined(value ?? [])).toContain(kept === 0 ? 'It is Acme' : '>Acme</h1>')
  }
})

test('partials of the press room’s own may write attributes and lines as they like', async () => {
  const partial = (name: string): string => `templates/email/partials/${name}.hbs`
  const folder = pressRoom({
    ...files,
    [partial('quote')]:
      "<table class='block own' border=0 style='color:#333333'><tr><td class=quote>{{{body}}}</table>",
    [partial('blockquote')]: '<DIV\n CLASS = "quote" title=\'a "class=box" b\' hidden>{{{body}}}</DIV>',
    [partial('footer')]:
      '<mj-section><mj-column><mj-text><pre>a\n    b\n\n\n  c</pre>\n    {{title}}</mj-text></mj-column></mj-section>',
    [partial('fact-box')]: `<div alt="no class=quote here" style='font-family:"Open Sans"' class=box>{{{body}}}</div>`,
    'releases/2026-01-01-x.md':
      '---\nheadline: Acme\ndate: 2026-01-01\n---\nText.\n\n> Said\n\n::: quote\nWords\n:::\n\n::: fact-box\nFacts\n:::\n',
  })
  const room = await openPressRoom(folder)
  const [group] = (await releasesIn(folder)).value ?? []
  if (!room.value || !group) throw new Error(join(folder, 'is not a press room'))
  const ways = await compileEmail({ room: room.value, cache: { get: () => undefined, set: () => {} } })
  const [loaded] = await loadGroup(room.value, group, { now: noon, claims: claimsOf([group]) })
  if (!loaded?.resolved || !ways.value) throw new Error('not resolved')
  const fast = joined((await ways.value.fast(loaded.resolved)).value ?? [])
  const slow = joined((await ways.value.slow(loaded.resolved)).value ?? [])
  expect(fast).toMatch(/<td class="quote" style="padding: 2px 0 2px 20px;/)
  expect(treeOf(fast)).toBe(treeOf(slow))
})
