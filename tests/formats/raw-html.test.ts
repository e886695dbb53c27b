import { expect, test } from 'vitest'
import { buildHere, pressRoom } from '../support/press-room.ts'

const file = 'releases/2026-05-04-plant.md'
const blocks =
  '::: quote Ana Virta\nGood.\n:::\n\n::: fact-box Figures\n- 12 pumps\n:::\n\n| a | b |\n|---|---|\n| 1 | 2 |'

/** The page and the email of a release in a press room that allows raw HTML, or does not. */
async function built(body: string, { html = true, headline = 'Acme opens', files = {} } = {}) {
  const root = pressRoom({
    'press.yaml': `organization: { name: Acme }\nmarkdown: { html: ${html} }\n`,
    [file]: `---\nheadline: ${JSON.stringify(headline)}\ndate: 2026-05-04\ndateline: Turku\n---\n\n${body}\n`,
    ...files,
  })
  const { report, output } = await buildHere(root)
  expect(report.failed).toEqual([])
  return { page: output('releases/plant/index.html'), email: output('releases/plant/email.html') }
}

test('what the partials of the kit make is the same where raw HTML is allowed', async () => {
  const body = `The plant opens.[^1]\n\n${blocks}\n\n> It is large.\n\n[^1]: In May.`
  expect(await built(body)).toEqual(await built(body, { html: false }))
})

test('a partial of the press room keeps its styles', async () => {
  const partial = '<aside class="said" style="color: teal" data-by="us">{{{body}}}</aside>\n'
  const files = { 'templates/html/partials/quote.hbs': partial }
  const { page } = await built('The plant opens.\n\n::: quote Ana Virta\nGood, <b onclick="x()">very</b>.\n:::', {
    files,
  })
  expect(page).toContain('<aside class="said" style="color: teal" data-by="us"><p>Good, <b>very</b>.</p>\n</aside>')
})

test.each([
  ['in the text', 'The plant opens.\n\nIt <b onclick="evil()">opens</b> <img src="x" onerror="evil()">.'],
  ['in a quotation', '::: quote Ana <i onclick="evil()">Virta</i>\nGood <img src="x" onerror="evil()">.\n:::'],
  [
    'in a list, a cell and a note',
    '| <b onclick="evil()">a</b> |\n|---|\n| 1[^1] |\n\n[^1]: <b onclick="evil()">May</b>',
  ],
  ['around a block', `<p class="\n\n${blocks.replace('Good.', 'Good onclick=evil() x')}\n\n">`],
  ['as a slot', '<div><slot name="0" onclick="evil()"></slot></div>\n\n::: quote Ana Virta\nGood.\n:::'],
])('what is typed is cleaned: %s', async (_, body) => {
  const { page, email } = await built(body)
  for (const out of [page, email]) expect(out).not.toMatch(/<[^>]*=\s*"?evil|<[^>"]*(?:"[^"]*"[^>"]*)*\son\w+\s*=/)
})

test('what is typed in a headline is cleaned', async () => {
  const { page, email } = await built('The plant opens.', {
    headline: 'Acme <i>opens</i> <img src="x" onerror="evil()">',
  })
  for (const out of [page, email]) expect(out).not.toMatch(/<img[^>]*onerror/)
})
