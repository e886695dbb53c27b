import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asWordReads, conditionals, holdsInWord } from '../../src/clients/conditional.ts'

test.each([
  ['mso', true],
  ['!mso', false],
  ['mso | IE', true],
  ['IE', false],
  ['!mso | IE', false],
  ['gte mso 9', true],
  ['lte mso 11', false],
  ['mso 16', true],
  ['(gte mso 9)|(IE)', true],
  ['(mso 16)&(!IE)', true],
  ['gt mso 15 & lt mso 17', true],
  ['', false],
])('in Word, "%s" is %s', (condition, expected) => expect(holdsInWord(condition)).toBe(expected))

describe('Word reads', () => {
  test.each([
    ['<!--[if mso]><i>Word</i><![endif]-->', '<i>Word</i>'],
    ['<!--[if !mso]><!--><b>others</b><!--<![endif]-->', ''],
    ['<!--[if !mso]> --><b>others</b><!-- <![endif]-->', ''],
    ['<![if mso]><i>Word</i><![endif]>', '<i>Word</i>'],
    ['<!--[if lte mso 11]><i>old</i><![endif]--><b>all</b>', '<b>all</b>'],
    ['<!--[if mso]><xml><o:AllowPNG/></xml><![endif]--><b>all</b>', '<b>all</b>'],
    ['<!-- a comment --><b>all</b>', '<!-- a comment --><b>all</b>'],
  ])('%s', (html, expected) => expect(asWordReads(html).trim()).toBe(expected))

  test('everything at the same offset', () => {
    const scraps = fc.constantFrom(
      '<!--[if mso]>',
      '<![endif]-->',
      '<!--[if !mso]><!-->',
      '<!--<![endif]-->',
      '<p>a</p>\n',
      '<xml>',
      '</xml>',
    )
    fc.assert(
      fc.property(fc.array(scraps), (parts) => {
        const html = parts.join('')
        const read = asWordReads(html)
        expect(read.length).toBe(html.length)
        for (const [i, unit] of [...read].entries()) expect([' ', html[i]]).toContain(unit)
      }),
    )
  })
})

test('marks without a partner are found', () => {
  const kinds = (html: string): string[] => conditionals(html).unpaired.map(({ kind, form }) => `${form} ${kind}`)
  expect(kinds('<!--[if mso]>a')).toEqual(['hidden open'])
  expect(kinds('a<![endif]-->')).toEqual(['hidden close'])
  expect(kinds('<!--[if mso]><!--[if mso]>a<![endif]-->')).toEqual(['hidden open'])
  expect(kinds('<!--[if !mso]><!-->a<![endif]-->')).toEqual(['revealed open', 'hidden close'])
})
