import fc from 'fast-check'
import markdownIt from 'markdown-it'
import footnote from 'markdown-it-footnote'
import { expect, test } from 'vitest'
import { takeShortcuts } from '../../src/markdown/shortcuts.ts'

const stretch = fc.oneof(
  fc.stringMatching(/^[a-zé“”' .,;:!?()]{1,12}$/),
  fc.constantFrom(
    '*',
    '**',
    '`',
    '[',
    '](',
    ')',
    '![',
    '<',
    '>',
    '\\',
    '&amp;',
    '\n',
    '  \n',
    '_',
    '~~',
    '://',
    '--',
    '😀',
  ),
  fc
    .tuple(
      fc.constantFrom('http://', 'https://', 'HTTPS://', 'mailto:', '//', ''),
      fc.stringMatching(/^[a-zA-Z0-9.-]{1,8}$/),
      fc.stringMatching(/^[\w/.~%:@?#é -]{0,10}$/),
    )
    .map((parts) => parts.join('')),
)
const text = fc.array(stretch, { maxLength: 12 }).map((parts) => parts.join(''))

test('a parser with shortcuts reads what the parser reads without them', () => {
  const options = { linkify: true, typographer: true }
  const [stock, quick] = [markdownIt(options), markdownIt(options)]
  takeShortcuts(quick)
  fc.assert(
    fc.property(text, (markdown) => {
      expect(quick.render(markdown)).toBe(stock.render(markdown))
    }),
    { numRuns: 5000, seed: 3 },
  )
})

const line = fc
  .tuple(
    fc.constantFrom('', '', '', ' ', '   ', '    ', '\t', '> ', '- ', '1. ', '[^a]: '),
    fc.constantFrom(
      '',
      '',
      'A word',
      'a word ',
      '"Quoted',
      '\u00A0é',
      '\u2028x',
      '# H',
      '---',
      '===',
      '- x',
      '2) y',
      '|a|b',
      'a | b',
      '|-|-',
      '--|--',
      '```',
      '<div>',
      '<!-- x',
      ':::',
      '[^a]: note',
      '[r]: /u',
      "[r] 'x'",
      '"t"',
    ),
  )
  .map((parts) => parts.join(''))

test('so does it where blocks stand beside each other', () => {
  const [stock, quick] = [false, true].map((isQuick) => {
    const parser = markdownIt({ html: true }).use(footnote)
    if (isQuick) takeShortcuts(parser)
    return (markdown: string) => JSON.stringify(parser.parse(markdown, {}))
  })
  fc.assert(
    fc.property(fc.array(line, { maxLength: 9 }), (lines) => {
      const markdown = lines.join('\n')
      expect(quick?.(markdown)).toBe(stock?.(markdown))
    }),
    { numRuns: 10_000, seed: 5 },
  )
})

test.each([
  'https://www.example.org/data/2007',
  'http://a.example/~b/c_d',
  'https://EXAMPLE.org/',
  'https://exämple.org/',
  'https://a.example:80/x?y=z',
  'https://a.example/a b',
])('the address %s is normalized as ever', (url) => {
  const [stock, quick] = [markdownIt(), markdownIt()]
  takeShortcuts(quick)
  expect(quick.normalizeLink(url)).toBe(stock.normalizeLink(url))
})
