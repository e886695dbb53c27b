import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lostIn } from '../../src/formats/email/lost.ts'
import { buildHere, pressRoom } from '../support/press-room.ts'

const inBody = (body: string): string => `<mjml>\n<mj-body>\n${body}\n</mj-body>\n</mjml>`
const inColumn = (text: string): string => inBody(`<mj-section><mj-column>${text}</mj-column></mj-section>`)

test.each([
  [inBody('Acme'), '3 Text that stands in no mj-text, "Acme"'],
  [inColumn('\nAcme &amp; sons\n'), '4 Text that stands in no mj-text, "Acme &amp; sons"'],
  [inColumn('<mj-text>Acme'), '3 Unclosed mj-text'],
  [inColumn('<mj-text>Acme</mj-column><mj-column><mj-text>Sons</mj-text>'), '3 Unclosed mj-text'],
  [inBody('<mj-include path="foot.mjml" />'), '3 mj-include is not followed, use a partial'],
])('what MJML would leave out of %j is told', (layout, expected) => {
  expect(lostIn(layout).map(({ line, message }) => `${line} ${message}`)).toEqual([expected])
})

test.each([
  inColumn('<!-- Acme <mj-include path="x" /> -->'),
  inColumn('<mj-text css-class="a > b">Acme <b>and</b> <!--[if mso]><p><![endif]--> sons</mj-text>'),
  inColumn('<mj-text /><mj-button href="https://example.org/">More</mj-button><mj-divider />'),
  inColumn(
    '<mj-table><tr><td>Acme</td></tr></mj-table><mj-social><mj-social-element>X</mj-social-element></mj-social>',
  ),
  inBody('<mj-raw><div>Acme</div></mj-raw>\n\n<mj-raw></mj-raw>'),
  '<mjml><mj-head><mj-title>Acme</mj-title><mj-html-attributes><mj-selector path="p"><mj-html-attribute name="id">a</mj-html-attribute></mj-selector></mj-html-attributes></mj-head><mj-body></mj-body></mjml>',
])('nothing is told of %j', (layout) => {
  expect(lostIn(layout)).toEqual([])
})

const faulty = new Set(['faulty.mjml', 'no-layout.mjml', 'unclosed.mjml'])
const fixtures = join(import.meta.dirname, '../fixtures/mjml')
test.each(readdirSync(fixtures).filter((name) => name.endsWith('.mjml') && !faulty.has(name)))(
  'nothing is told of %s',
  (name) => {
    expect(lostIn(readFileSync(join(fixtures, name), 'utf8'))).toEqual([])
  },
)

test('a masthead of which MJML would leave out the words is an error at its place', async () => {
  const { report } = await buildHere(
    pressRoom({
      'releases/2026-01-01-x.md': '---\nheadline: Acme opens a plant\ndate: 2026-01-01\n---\n\nIt opens on Monday.\n',
      'templates/email/partials/masthead.hbs':
        '<mj-section><mj-column>{{organization.name}}</mj-column></mj-section>\n',
    }),
    { formats: ['email'] },
  )
  expect(report.diagnostics.map(({ code, file, message }) => `${code} ${file} ${message}`)).toEqual([
    expect.stringMatching(
      /^invalid-layout templates\/email\/partials\/masthead.hbs .* Text that stands in no mj-text, "Acme" \(line \d+ /,
    ),
  ])
})
