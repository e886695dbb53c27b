import { expect, test } from 'vitest'
import { renderHtml, type HtmlParts } from '../../src/markdown/html.ts'
import { parseMarkdown } from '../../src/markdown/parse.ts'

const render = (markdown: string, rightToLeft: boolean): string => {
  const margins = { quote: 0, box: 0, item: 0, cell: 0 }
  const parts = { rightToLeft, room: 600, margins, link: (href) => href } as Partial<HtmlParts> as HtmlParts
  return renderHtml(parseMarkdown(markdown, { quotes: ['“', '”', '‘', '’'], rawHtml: false }).document, parts).trim()
}
const [arabic, english] = ['عادت الأعشاب البحرية إلى الخليج (WHO).', 'The seagrass is back (منظمة).']

test.each([
  ['a paragraph in the other script', arabic, english, 'p'],
  ['a heading in it', `## ${arabic}`, `## ${english}`, 'h2'],
])('%s has its own direction', (_, inEnglish, inArabic, tag) => {
  expect(render(inEnglish, false)).toMatch(new RegExp(`^<${tag} dir="rtl">`))
  expect(render(inArabic, true)).toMatch(new RegExp(`^<${tag} dir="ltr">`))
  expect(render(inEnglish, true)).toMatch(new RegExp(`^<${tag}>`))
  expect(render(inArabic, false)).toMatch(new RegExp(`^<${tag}>`))
})

test('so has an item of a list, tight or with paragraphs', () => {
  expect(render(`- ${arabic}\n- ${english}`, false)).toContain(`<li dir="rtl">${arabic}</li>\n<li>`)
  expect(render(`- ${arabic}\n\n- ${english}`, true)).toContain(`<li><p dir="ltr">${english}</p>`)
})

test.each(['press@example.org', 'Deutsche Welle', '2026', ''])(
  'a few words read alike in either direction: %j',
  (words) => {
    expect(render(words, true)).not.toContain('dir=')
  },
)

test('code runs from left to right in a text that runs the other way', () => {
  expect(render('`a(b)`\n\n    c(d)', true)).toBe(
    '<p><code dir="ltr">a(b)</code></p>\n<pre dir="ltr"><code>c(d)</code></pre>',
  )
  expect(render('`a(b)`', false)).toBe('<p><code>a(b)</code></p>')
})

test.each([
  ['| Harbour | Boats |\n|---|---|\n| Falmouth | 1,200 |', 'data narrow figures'],
  [
    '| Harbour | A long note |\n|---|---|\n| Falmouth | of words, none of which is long, however many |',
    'data narrow figures',
  ],
  ['| Harbour | Harbourmaster |\n|---|---|\n| Falmouth | Northumberlands |', 'data narrow figures'],
  ['| Harbour | Remark |\n|---|--:|\n| Falmouth | a whole sentence at the end of its cell |', 'data narrow figures'],
  [
    '| Body | Who speaks | Sum | Paid out |\n|---|---|--:|--:|\n| Telecommunications | Schwarzenegger | 1 000 000 000 | 900 000 000 |',
    'data wide broad',
  ],
  [
    '| Organisation | Responsibility | Representative | Commitment 2026 | Disbursement |\n|---|---|---|--:|--:|\n| International Federation | Telecommunications | Schwarzenegger | €1,000,000,000 | €900,000,000 |',
    'data wide sums',
  ],
  [
    '| A | B | C | D | E | F | G | H | I |\n|---|---|---|---|---|---|---|---|---|\n| 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 |',
    'data narrow figures crowded',
  ],
  ['| Harbours | Harbourmaster |\n|---|---|\n| Falmouths | Northumberlands |', 'data medium figures'],
])('a table is classed by where its words and figures fit beside each other: %j', (markdown, name) => {
  const margins = { quote: 0, box: 0, item: 0, cell: 0 }
  const parts = { table: ({ table }: { table: string }) => table, room: 552, margins } as HtmlParts
  const { document } = parseMarkdown(markdown, { quotes: ['“', '”', '‘', '’'], rawHtml: false })
  expect(/<table class="([^"]*)"/.exec(renderHtml(document, parts))?.[1]).toBe(name)
})
