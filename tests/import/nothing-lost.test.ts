import * as fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { importFiles } from '../../src/import/import.ts'
import { missingWords } from '../../src/import/nothing-lost.ts'
import { accountFor } from '../support/account.ts'

const room = join(import.meta.dirname, '../fixtures/import/press-room')

describe('missing words', () => {
  test('are those that are nowhere, each as often as it is missing, as they follow each other', () => {
    expect(missingWords('one two three two', ['two one'])).toEqual(['three two'])
    expect(missingWords('FOR IMMEDIATE RELEASEMay 2', ['for immediate release', '2 May'])).toEqual([])
    expect(missingWords('Größe, größe', ['GRÖSSE'])).toEqual(['große große'])
    expect(missingWords('', [])).toEqual([])
  })
})

/** What releases are made of, in any order, with what trips up whoever reads or writes them. */
const scraps = fc.constantFrom(
  'FOR IMMEDIATE RELEASE',
  'EMBARGOED UNTIL 9 a.m. EST, May 4, 2026',
  'Embargo',
  'May 4, 2026',
  '4 mai 2026',
  'CONTACT:',
  'Contact: Ben Okoro, +44 20 7946 0102',
  'Ana Virta',
  'Tel: +358 2 555 0100',
  'someone@example.org',
  'Office: Mobile:',
  'About the Lumen Harbour Trust',
  'About Käldö',
  'Notes to editors',
  'ENDS',
  '###',
  'Skip to content',
  'Page 1 of 2',
  'UPDATED: Something else',
  'Turku — The harbour was opened by those who had asked for it for eleven long years.',
  'The trust has lent two million euros to a harbour that nobody had on their map before, it says, and it will lend more.',
  '“We asked,” said Ana Virta.',
  '• a quay',
  '1. a boat',
  'snake_case *stars* [link](x) `code` #1',
  'a < b & c > d',
  '{{fact}} {% include %}',
  '1986. It was a year.',
  '- 30 -',
  'ليلى حداد',
  '« Oui » : non !',
)
const paragraphs = fc.array(
  fc.array(fc.oneof({ weight: 6, arbitrary: scraps }, fc.lorem({ maxCount: 12 })), { minLength: 1, maxLength: 3 }),
  { minLength: 1, maxLength: 14 },
)

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const makers: Readonly<Record<string, (lines: readonly (readonly string[])[]) => Uint8Array>> = {
  'a.txt': (lines) => strToU8(lines.map((one) => one.join('\n')).join('\n\n')),
  'a.html': (lines) =>
    strToU8(
      `<body>${lines.map((one, i) => `<${i % 3 === 0 ? 'h2' : 'p'}>${one.map(escapeXml).join('<br>')}</${i % 3 === 0 ? 'h2' : 'p'}>`).join('\n')}</body>`,
    ),
  'a.docx': (lines) =>
    zipSync({
      'word/document.xml': strToU8(
        `<w:document><w:body>${lines.map((one, i) => `<w:p>${one.map((text) => `<w:r>${i % 2 === 0 ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t>${escapeXml(text)}</w:t></w:r>`).join('<w:r><w:br/></w:r>')}</w:p>`).join('')}</w:body></w:document>`,
      ),
    }),
}

describe.each(Object.entries(makers))('of a generated %s', (name, make) => {
  test('every word is in the release, its front matter or a listed remainder', async () => {
    await fc.assert(
      fc.asyncProperty(paragraphs, async (lines) => {
        const bytes = make(lines)
        const { releases } = await importFiles(room, [{ name, bytes }], { dryRun: true })
        const [release] = releases
        if (!release) throw new Error('not imported')
        expect(await accountFor(name, bytes, release, room)).toEqual([])
      }),
      { numRuns: 40 },
    )
  }, 120_000)
})
