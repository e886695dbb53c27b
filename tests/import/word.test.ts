import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readDocx } from '../../src/import/docx/docx.ts'
import { isRefusal } from '../../src/import/refusal.ts'
import { missingWords } from '../../src/import/nothing-lost.ts'
import { wordsOf } from '../../src/import/runs.ts'

/** The blocks of a Word document with this body, its remarks, and the words that its blocks lack. */
function read(body: string) {
  const bytes = zipSync({ 'word/document.xml': strToU8(`<w:document><w:body>${body}</w:body></w:document>`) })
  const manuscript = readDocx(bytes)
  if (isRefusal(manuscript)) throw new Error(JSON.stringify(manuscript))
  const texts = manuscript.blocks.map(wordsOf)
  return { ...manuscript, texts, missing: missingWords(manuscript.words, texts) }
}

const run = (text: string, look = ''): string => `<w:r><w:rPr>${look}</w:rPr><w:t>${text}</w:t></w:r>`
const raised = '<w:vertAlign w:val="superscript"/>'
const lowered = '<w:vertAlign w:val="subscript"/>'
const math = (inside: string): string => `<w:p>${run('so: ')}<m:oMath>${inside}</m:oMath></w:p>`
const term = (text: string): string => `<m:r><m:t>${text}</m:t></m:r>`

describe('figures of a Word document stay what they are', () => {
  test.each([
    [run('5 × 10') + run('6', raised) + run(' tonnes'), '5 × 10⁶ tonnes'],
    [run('10') + run('-3', raised), '10⁻³'],
    [run('10') + run('n', raised), '10ⁿ'],
    [run('CO') + run('2', lowered), 'CO₂'],
    [run('on the 1') + run('st', raised) + run(' and the 2') + run('nd', raised), 'on the 1st and the 2nd'],
    [run('1', '<w:vertAlign w:val="baseline"/>') + run('2'), '12'],
  ])('%#: %s', (runs, text) => {
    const { texts, missing } = read(`<w:p>${runs}</w:p>`)
    expect([texts, missing]).toEqual([[text], []])
  })

  test.each([
    [`<m:f><m:num>${term('1')}</m:num><m:den>${term('2')}</m:den></m:f>`, 'so: 1/2'],
    [`<m:f><m:num>${term('1')}</m:num><m:den>${term('a+b')}</m:den></m:f>`, 'so: 1/(a+b)'],
    [`${term('5 ×')}<m:sSup><m:e>${term('10')}</m:e><m:sup>${term('6')}</m:sup></m:sSup>`, 'so: 5 × 10⁶'],
    [`<m:sSup><m:e>${term('x')}</m:e><m:sup>${term('y')}</m:sup></m:sSup>`, 'so: x^y'],
    [`<m:sSub><m:e>${term('CO')}</m:e><m:sub>${term('2')}</m:sub></m:sSub>`, 'so: CO₂'],
  ])('in formulas: %s', (formula, text) => {
    const { texts, missing } = read(math(formula))
    expect([texts, missing]).toEqual([[text], []])
  })
})

describe('a deleted paragraph mark', () => {
  const deleted = '<w:pPr><w:rPr><w:del w:id="1" w:author="Ana"/></w:rPr></w:pPr>'
  const paragraph = (text: string, properties = ''): string => `<w:p>${properties}${run(text)}</w:p>`
  const gone = `<w:p>${deleted}<w:del w:id="2"><w:r><w:delText>Gone.</w:delText></w:r></w:del></w:p>`

  test('joins its paragraph with the next one, with a remark', () => {
    const mark = '<w:bookmarkStart w:id="3"/>'
    const { texts, missing, remarks } = read(
      paragraph('The yard launched its fer', deleted) + mark + paragraph('ry, and ', deleted) + paragraph('sold it.'),
    )
    expect([texts, missing]).toEqual([['The yard launched its ferry, and sold it.'], []])
    expect(remarks).toEqual([
      'the file had tracked changes (0 put in, 2 taken out); the text is as if all were accepted',
    ])
  })

  test('of a paragraph that is deleted whole leaves the next as it was', () => {
    const { blocks } = read(
      gone + paragraph('Ferries', '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>') + paragraph('Sold.'),
    )
    expect(blocks.map(({ kind }) => kind)).toEqual(['heading', 'paragraph'])
  })

  test('before a table or at the end joins nothing', () => {
    const table = `<w:tbl><w:tr><w:tc>${paragraph('Cell', deleted)}</w:tc></w:tr></w:tbl>`
    expect(read(paragraph('One', deleted) + table + paragraph('Two', deleted)).texts).toEqual(['One', 'Cell', 'Two'])
  })
})

describe('signs of symbol fonts', () => {
  const sign = (code: string): string => `<w:r><w:sym w:font="Wingdings" w:char="${code}"/></w:r>`

  test('that people use are letters of any font', () => {
    const codes = ['F0E0', 'F0DF', 'F04A', 'F0FC', 'F0B7', 'F0A7', 'F0D8', '2192']
    expect(read(`<w:p>${codes.map(sign).join('')}</w:p>`).texts).toEqual(['→←☺✓•▪➢→'])
  })

  test('are left out otherwise, with a remark', () => {
    const { texts, remarks } = read(`<w:p>${run('Call us ')}${sign('F028')}${run('now')}</w:p>`)
    expect([texts, remarks]).toEqual([['Call us now'], ['signs of a symbol font are left out: Wingdings F028']])
  })
})
