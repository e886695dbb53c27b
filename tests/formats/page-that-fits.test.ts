import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { axeFindings, sidewaysScroll, useBrowser } from '../support/browser.ts'
import { buildHere, pressRoom, temporaryFolder } from '../support/press-room.ts'

const meadow = readFileSync(
  join(import.meta.dirname, '../../examples/trilingual/releases/2026-09-15-seagrass-returns/meadow.png'),
)
const browser = useBrowser()

const columns = (cells: readonly string[]): string => {
  const row = (all: readonly string[]): string => `| ${all.join(' | ')} |`
  return [row(cells), row(cells.map(() => '---')), row(cells)].join('\n')
}
const table = columns(Array.from({ length: 14 }, (_, i) => `Measurement${i}`))
const nearlyWide = columns(Array.from({ length: 8 }, (_, i) => `Harbour-${i}`))
const picture = '[![The harbour](p.png)](https://example.org/)'

/** What is wider than a phone, in each place in which it can stand. */
const wide = {
  'a linked picture': picture,
  'a picture within a sentence': 'A sentence with ![the harbour](p.png) inside.',
  'a picture in a table': `| a | b |\n|---|---|\n| ![the harbour](p.png) | ${picture} |`,
  'a picture in a list': `- ${picture}`,
  'a table of many columns': table,
  'a table that is nearly too wide': nearlyWide,
  'a long line of code': `\`\`\`\n${'curl --header '.repeat(20)}${'x'.repeat(200)}\n\`\`\``,
}

async function pageOf(body: string): Promise<string> {
  const out = join(temporaryFolder(), 'dist')
  const root = pressRoom({
    'press.yaml': `organization:
  name: Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft
  url: https://www.donaudampfschifffahrtsgesellschaft-hauptbetrieb.example/
  address: Street 1
`,
    'templates/contacts.yaml': 'ana: { name: Ana, email: ana.maria.konstantinidou-papadopoulos@press.example.org }\n',
    'releases/2026-01-02-x/index.md': `---\nheadline: Acme opens\ndate: 2026-01-02\ncontacts: [ana]\n---\n\n${body}\n`,
    'releases/2026-01-02-x/p.png': meadow,
  })
  const { report } = await buildHere(root, { out, formats: ['html'] })
  expect(report.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  return `file://${join(out, 'releases/x/index.html')}`
}

/** The elements that reach over an edge of the paper, or whose text is cut off by themselves. */
const cutOff = `[...document.querySelectorAll('main *')].filter((one) => one.getBoundingClientRect().right > innerWidth
  || (getComputedStyle(one).overflowX !== 'visible' && one.scrollWidth > one.clientWidth)).map(({ tagName }) => tagName)`

describe.each(Object.entries(wide))('%s', (_, body) => {
  test('needs no sideways scrolling on a phone (WCAG 2.2, 1.4.10)', async () => {
    const page = await browser.page({ viewport: { width: 320, height: 800 } })
    await page.goto(await pageOf(body))
    expect(await sidewaysScroll(page)).toBe(0)
  })

  test('is whole on paper', async () => {
    const page = await browser.page({ viewport: { width: 628, height: 971 } })
    await page.emulateMedia({ media: 'print' })
    await page.goto(await pageOf(body))
    expect(await page.evaluate<string[]>(cutOff)).toEqual([])
  })
})

test('axe finds nothing in several tables and in code that is wider than a phone', async () => {
  const page = await browser.page({ viewport: { width: 320, height: 800 } })
  await page.goto(await pageOf([table, table, wide['a long line of code']].join('\n\n')))
  expect(await axeFindings(page)).toEqual([])
})
