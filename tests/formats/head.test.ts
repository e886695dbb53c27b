import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildHere, pressRoom } from '../support/press-room.ts'

const meadow = readFileSync(
  join(import.meta.dirname, '../../examples/trilingual/releases/2026-09-15-seagrass-returns/meadow.png'),
)

async function outputsOf(fields: string, body = 'The plant opens on Monday.', settings = '') {
  const root = pressRoom({
    'press.yaml': `organization: { name: Acme }\n${settings}\n`,
    'releases/2026-01-02-x/index.md': `---\n${fields}\ndate: 2026-01-02\ndateline: Turku\n---\n\n${body}\n`,
    'releases/2026-01-02-x/p.png': meadow,
  })
  const { output } = await buildHere(root)
  const [html, email, text] = ['index.html', 'email.html', 'release.txt'].map((name) => output(`releases/x/${name}`))
  const article: unknown = JSON.parse(/<script type="application\/ld\+json">(.*)<\/script>/.exec(html ?? '')?.[1] ?? '')
  return { html, email, text, article }
}

test.each([
  ['its summary', 'headline: Acme opens\nsummary: A plant in Turku.\nsubheadline: In the harbour', 'A plant in Turku.'],
  ['the line under its headline', 'headline: Acme opens\nsubheadline: In the harbour', 'In the harbour'],
  ['how it begins', 'headline: Acme opens', 'The plant opens on Monday.'],
])('a page is described by %s', async (_, fields, description) => {
  const { html, article } = await outputsOf(fields)
  expect(html).toContain(`<meta name="description" content="${description}">`)
  expect(html).toContain(`<meta property="og:description" content="${description}">`)
  expect(article).toMatchObject({ description })
})

test('a long beginning is cut off between words', async () => {
  const { article } = await outputsOf('headline: Acme opens', 'The plant opens on Monday. '.repeat(10))
  expect(article).toMatchObject({ description: expect.stringMatching(/^.{100,159} \S*[a-z.]…$/) })
})

test.each([
  ['en-US', 'en_US'],
  ['ar', 'ar'],
  ['fr-Latn-CA', 'fr_CA'],
])('cards are told the language %s as %s', async (language, locale) => {
  expect((await outputsOf(`headline: Acme opens\nlanguage: ${language}`)).html).toContain(
    `<meta property="og:locale" content="${locale}">`,
  )
})

test('a headline that is typed as a block has nothing after it', async () => {
  const { html, article } = await outputsOf('headline: |\n  Acme opens\n')
  expect(html).toContain('<title>Acme opens</title>')
  expect(article).toMatchObject({ headline: 'Acme opens' })
})

test('search engines are told corrections in plain words, each once', async () => {
  const { article } = await outputsOf(
    'headline: Acme opens\ncorrections: [{ date: 2026-01-03, text: It is *R&D*. }, { date: 2026-01-03, text: In Oulu. }]',
  )
  expect(article).toMatchObject({ correction: ['January 3, 2026: It is R&D.', 'January 3, 2026: In Oulu.'] })
})

test('a picture beside the release takes its room before it is there', async () => {
  const { html } = await outputsOf('headline: Acme opens\nmedia: [{ src: p.png, alt: A meadow }]')
  expect(html).toContain('alt="A meadow" width="640" height="356" loading="lazy">')
})

test('what no address may hold is encoded in all that lead somewhere', async () => {
  const { html, email, text } = await outputsOf(
    `headline: Acme opens
research: { title: Ice, doi: "10.1002/(SICI)1<39::AID#1>3.0" }
attachments: [{ url: "https://acme.example/an nual/ü.pdf", title: The figures }]
links: [{ url: "https://acme.example", title: As it was typed }]`,
    undefined,
    'base-url: https://acme.example/pre ss',
  )
  for (const address of [
    'https://doi.org/10.1002/(SICI)1%3C39::AID%231%3E3.0',
    'https://acme.example/an%20nual/%C3%BC.pdf',
  ]) {
    expect(html).toContain(`href="${address}"`)
    expect(email).toContain(`href="${address}"`)
    expect(text).toContain(address)
  }
  expect(html).toContain('<a href="https://acme.example">')
  expect(html).toContain('<link rel="canonical" href="https://acme.example/pre%20ss/releases/x/">')
})
