import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { classifyLink } from '../../src/markdown/links.ts'
import { parseInline, parseMarkdown } from '../../src/markdown/parse.ts'
import { renderText } from '../../src/markdown/text.ts'
import { plainText, type Block } from '../../src/markdown/tree.ts'

const dialect = { quotes: ['“', '”', '‘', '’'], rawHtml: false }
const parse = (markdown: string) => parseMarkdown(markdown, dialect)

/** A tree in one line: blocks by their names, with their words. */
const outline = (blocks: readonly Block[]): string =>
  blocks
    .map((block) => {
      switch (block.type) {
        case 'paragraph':
          return `p(${plainText(block.children)})`
        case 'heading':
          return `h${block.level}(${plainText(block.children)})`
        case 'list':
          return `${block.ordered ? 'ol' : 'ul'}(${block.items.map(outline).join('; ')})`
        case 'blockquote':
          return `blockquote(${outline(block.children)})`
        case 'block':
          return `${block.name}[${plainText(block.label)}](${outline(block.children)})`
        case 'figure':
          return `figure(${block.src})`
        case 'table':
          return `table(${[block.head, ...block.rows].map((row) => row.map(({ align, children }) => `${align}:${plainText(children)}`).join(' ')).join('; ')})`
        default:
          return block.type
      }
    })
    .join(' ')

test.each([
  ['# One\n\n### Two\n\n# Three', 'h2(One) h3(Two) h2(Three)'],
  ['#### Deep', 'h2(Deep)'],
  ['![Alt](a.png "Title")', 'figure(a.png)'],
  ['Text ![Alt](a.png)', 'p(Text Alt)'],
  ['::: quote\nA\n\nB\n:::\nC', 'quote[](p(A) p(B)) p(C)'],
  ['::: notes\n::: quote X\nA\n:::\nB\n:::', 'notes[](quote[X](p(A)) p(B))'],
  [':::: notes\n::: quote\nA\n:::\n::::', 'notes[](quote[](p(A)))'],
  ['Text\n::: quote\nA\n:::', 'p(Text) quote[](p(A))'],
  ['> ::: quote\n> A\n> :::', 'blockquote(quote[](p(A)))'],
  ['    ::: quote\n    A', 'code'],
  [
    '| City | Plants |\n|---|---|\n| Turku | 1,200 |\n| Oulu | 3 |',
    'table(start:City end:Plants; start:Turku end:1,200; start:Oulu end:3)',
  ],
  ['| City | Plants |\n|---|:-:|\n| Turku | 1 |', 'table(start:City center:Plants; start:Turku center:1)'],
])('%j', (markdown, expected) => {
  const { document, faults } = parse(markdown)
  expect([outline(document.blocks), faults]).toEqual([expected, []])
})

describe('links', () => {
  test.each([
    ['https://example.org', 'web'],
    ['HTTP://EXAMPLE.ORG', 'web'],
    ['mailto:a@example.org', 'mail'],
    ['tel:+31703111085', 'phone'],
    ['report.pdf', 'relative'],
    ['./data/table.csv#top', 'relative'],
    ['', 'placeholder'],
    ['#', 'placeholder'],
    ['#section', 'placeholder'],
    ['TODO', 'placeholder'],
    ['tbd', 'placeholder'],
    ['https://', 'placeholder'],
    ['javascript:alert(1)', 'refused'],
    [' JaVaScRiPt:alert(1)', 'refused'],
    ['data:text/html,x', 'refused'],
    ['vbscript:x', 'refused'],
    ['file:///etc/passwd', 'refused'],
    ['//example.org/', 'refused'],
    ['/etc/passwd', 'refused'],
    ['\\\\server\\share', 'refused'],
    ['../../secret', 'refused'],
    ['a/%2e%2e/%2E%2E/secret', 'refused'],
    ['a%', 'refused'],
    ['mailto:', 'refused'],
  ])('%j is %s', (href, kind) => {
    expect(classifyLink(href)).toBe(kind)
  })
})

test('any text is parsed without throwing, and in time', () => {
  const piece = fc.constantFrom(
    '::: quote\n',
    ':::\n',
    '# ',
    '- ',
    '1. ',
    '> ',
    '| a |',
    '\n',
    '\n\n',
    '|---|\n',
    '[',
    ']',
    '(',
    ')',
    '!',
    '[^1]',
    '[^1]: ',
    '**',
    '_',
    '`',
    '```\n',
    '<b>',
    '&amp;',
    '"',
    "'",
    '--',
    '\\',
    '\t',
    '    ',
    'word',
    '\u202E',
    'é',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 4 })), { maxLength: 40 }), (parts) => {
      const { document } = parse(parts.join(''))
      renderText(document, { wrap: 40, ascii: false, link: () => undefined, caption: () => '' })
    }),
    { numRuns: 1000 },
  )
})

test.each([
  ['brackets', '['.repeat(20_000)],
  ['emphasis', '*a '.repeat(20_000)],
  ['marks', `${'*'.repeat(20_000)}a${'*'.repeat(20_000)}`],
  ['marks of a list', `${'- '.repeat(20_000)}a`],
  ['quotes', '> '.repeat(5_000) + 'a'],
  ['blocks', '::: quote\n'.repeat(2_000)],
  ['block ends', '::: notes\n' + ':::\n'.repeat(20_000)],
  ['code marks', '`a``'.repeat(10_000)],
  ['links', '[a]('.repeat(10_000)],
  ['footnotes', '[^1]'.repeat(10_000) + '\n\n[^1]: a'],
])('pathological %s take no more than two seconds', (_, markdown) => {
  const started = performance.now()
  parse(markdown)
  expect(performance.now() - started).toBeLessThan(2000)
})

test('what is emphasized deeper than anybody does is told of, and all of its text is kept', () => {
  const { document, faults } = parse(`One.\n\n${'*'.repeat(500)}a${'*'.repeat(500)} b`)
  expect(faults).toMatchObject([{ code: 'deep-nesting', line: 2 }])
  expect(renderText(document, { wrap: 40, ascii: false, link: () => undefined, caption: () => '' })).toContain('a b')
})

test('spaces before French marks do not break, in text and in lines', () => {
  const french = { quotes: ['«\u00A0', '\u00A0»', '“', '”'], rawHtml: false }
  const words = (markdown: string): string => outline(parseMarkdown(markdown, french).document.blocks)
  expect(words('Qui : **« oui »** ; "non" ? `a : b`')).toBe(
    'p(Qui\u00A0: «\u00A0oui\u00A0»\u00A0; «\u00A0non\u00A0»\u00A0? a : b)',
  )
  expect(plainText(parseInline('Qui vient ?', french))).toBe('Qui vient\u00A0?')
  expect(plainText(parseInline('n° 12, 45 % de 1 060 000, 3 ans', french))).toBe(
    'n°\u00A012, 45\u00A0% de 1\u00A0060\u00A0000, 3 ans',
  )
  expect(plainText(parseInline('Who ?', dialect))).toBe('Who ?')
})

describe('comments', () => {
  const text = (markdown: string): string =>
    renderText(parseMarkdown(markdown, { quotes: ['“', '”', '‘', '’'], rawHtml: false }).document, {
      wrap: undefined,
      ascii: false,
      link: () => undefined,
      caption: () => '',
    })

  test.each([
    ['<!-- a word between us -->\nThe text.', 'The text.'],
    ['One.\n\n<!-- over\n\ntwo lines -->\n\nTwo.', 'One.\n\nTwo.'],
    ['One. <!-- so -->\nTwo.', 'One. Two.'],
    ['A <!-- b --> c.', 'A c.'],
    ['<!-- one --> Text.', 'Text.'],
    ['It ends <!-- never.', 'It ends <!– never.'],
    ['`<!-- code -->`', '<!-- code -->'],
  ])('%j are in no output', (markdown, expected) => {
    expect(text(markdown)).toBe(expected)
  })
})

test('addresses that stand in links alone are read as they are beside others', () => {
  const stretch = fc.oneof(
    fc.constantFrom('[', ']', '](', ')', '![', '\\', '`', '|', '<', '>', '\n', '\n\n', ' ', '*', '^', '[^a]', '(', '"'),
    fc.constantFrom('[^a]: n\n', '[a]: /u\n', '|-|-|\n', '> ', '- ', '    ', '://', '//'),
    fc.constantFrom('https://a.example/b', 'http://a.example', '[a](https://a.example/b)', '[a|b](https://a.example)'),
    fc.stringMatching(/^[a-z ]{1,4}$/),
  )
  fc.assert(
    fc.property(fc.array(stretch, { maxLength: 8 }), (parts) => {
      const text = parts.join('')
      // With it, every address is looked for.
      const beside = parseMarkdown(`${text}\n\n\n# @\n`, dialect).document
      const alone = parseMarkdown(`${text}\n\n\n# q\n`, dialect).document
      expect(JSON.stringify(alone)).toBe(JSON.stringify(beside).replaceAll('@', 'q'))
    }),
    { numRuns: 20_000, seed: 12 },
  )
})
