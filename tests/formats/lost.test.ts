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

/** What is told of a release whose email has these partials of the press room's own. */
async function toldOf(partials: Readonly<Record<string, string>>) {
  const own = Object.entries(partials).map(([name, text]) => [`templates/email/partials/${name}.hbs`, text])
  const release = '---\nheadline: Acme opens a plant\ndate: 2026-01-01\n---\n\nIt opens on Monday.\n'
  const root = pressRoom({ 'releases/2026-01-01-x.md': release, ...Object.fromEntries(own) })
  return (await buildHere(root, { formats: ['email'] })).report.diagnostics
}

test('a masthead of which MJML would leave out the words is an error at its place', async () => {
  const told = await toldOf({ masthead: '<mj-section><mj-column>{{organization.name}}</mj-column></mj-section>\n' })
  expect(told.map(({ code, file, message }) => `${code} ${file} ${message}`)).toEqual([
    expect.stringMatching(
      /^invalid-layout templates\/email\/partials\/masthead.hbs .* Text that stands in no mj-text, "Acme" \(line \d+ /,
    ),
  ])
})

test('words that are typed in no mj-text are told where they are typed', async () => {
  const told = await toldOf({
    footer: '<mj-section><mj-column><mj-text>Acme (1)</mj-text></mj-column></mj-section>\n',
    masthead: '{{!-- Who. --}}\n<mj-section><mj-column>Acme (1)</mj-column></mj-section>\n',
  })
  expect(told.map(({ file, position }) => [file, position?.start.line, position?.start.column])).toEqual([
    ['templates/email/partials/masthead.hbs', 2, 24],
  ])
})

test('a fault that MJML tells of is told once, at its place in the file of the press room that has it', async () => {
  const release = (language: string): string =>
    `---\nheadline: Acme\ndate: 2026-01-01\nlanguage: ${language}\n---\n\nIt opens.\n\n${'## More\n\nText.\n\n'.repeat(language.length)}`
  const { report } = await buildHere(
    pressRoom({
      'releases/2026-01-01-x.md': release('en'),
      'releases/2026-01-01-y.md': release('fr-CA'),
      'templates/email/partials/end-mark.hbs':
        '<mj-section><mj-column>\n  Bon voyage (1)\n<mj-txt>{{endMark}}</mj-txt></mj-column></mj-section>\n',
      'templates/email/partials/headline.hbs':
        '<mj-section><mj-column><mj-text css-class="{{status}}" colour="red"><h1>{{{headline}}}</h1></mj-text></mj-column></mj-section>\n',
      'templates/email/partials/masthead.hbs': '<mj-section><mj-section></mj-section></mj-section>\n',
    }),
    { formats: ['email'] },
  )
  const places = report.diagnostics.map(({ file, position, message }) => {
    const place = position ? `${file}:${position.start.line}:${position.start.column}` : file
    return `${place} ${message.replace(/^MJML does not accept the layout: /, '').replace(/line \d+/, 'line N')}`
  })
  expect(places.filter((place) => !place.includes('cannot be used'))).toEqual([
    "templates/email/partials/end-mark.hbs:3:1 Element mj-txt doesn't exist or is not registered",
    'templates/email/partials/headline.hbs:1:56 Attribute colour is illegal',
  ])
  expect(places).toContainEqual(expect.stringMatching(/mj-section cannot be used inside mj-section.*line N of what/))
})
