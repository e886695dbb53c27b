import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseMarkdown } from '../../src/markdown/parse.ts'
import { finish, renderText, type TextOptions } from '../../src/markdown/text.ts'
import { wrapLine } from '../../src/markdown/wrap.ts'
import { displayWidth } from '../../src/markdown/width.ts'

const quotes = ['“', '”', '‘', '’']
const plain: TextOptions = {
  wrap: undefined,
  ascii: false,
  link: (href) => href,
  caption: (_, alt, title) => [title, alt].filter(Boolean).join(' '),
}
const render = (markdown: string, options: Partial<TextOptions> = {}): string =>
  renderText(parseMarkdown(markdown, { quotes, rawHtml: false }).document, { ...plain, ...options })

describe('a body as plain text', () => {
  test.each([
    ['One\ntwo', 'One two'],
    ['One  \ntwo', 'One\ntwo'],
    ['**Bold** and *em* and `code`', 'Bold and em and code'],
    ['- a\n- b\n  1. c\n  2. d', '- a\n- b\n  1. c\n  2. d'],
    ['7. a\n8. b', '7. a\n8. b'],
    ['> Said', '> Said'],
    ['::: quote Jane Doe, Director\nWe did.\n:::', '> We did.\n>\n> — Jane Doe, Director'],
    ['::: fact-box Plant\nLarge.\n:::', 'Plant\n-----\n\nLarge.'],
    ['::: fact-box Plant\nLarge.\n:::\n\nText.', 'Plant\n-----\n\nLarge.\n\n* * *\n\nText.'],
    ['::: notes\nFor editors.\n:::\n\n## Heading', 'For editors.\n\nHeading\n-------'],
    ['# Heading', 'Heading\n-------'],
    ['[Acme](https://example.org/)', 'Acme (https://example.org/)'],
    [
      '[a](https://a.example/) [b](https://b.example/)',
      'a [1] b [2]\n\n[1] https://a.example/\n[2] https://b.example/',
    ],
    ['[a](https://a.example/) [b](https://a.example/)', 'a [1] b [1]\n\n[1] https://a.example/'],
    ['<https://example.org/>', 'https://example.org/'],
    ['[jane@example.org](mailto:jane@example.org)', 'jane@example.org'],
    ['[Jane](mailto:jane@example.org?subject=Hi)', 'Jane (jane@example.org)'],
    ['| a | b |\n|---|---|\n| one | 2 |', 'a    b\n---  -\none  2'],
    ['Said "so" -- and *left*...', 'Said “so” – and left…'],
    ["It's the '90s, 'tis rock 'n' roll: 'never'", 'It’s the ’90s, ’tis rock ’n’ roll: ‘never’'],
    [
      "Ana '98, of the class of '26. Wait 'til then, and '20 more'",
      'Ana ’98, of the class of ’26. Wait ’til then, and ‘20 more’',
    ],
    ["'90% of it', 'nice', 'Tisbury'", '‘90% of it’, ‘nice’, ‘Tisbury’'],
    ['A claim[^1].\n\n[^1]: The proof.', 'A claim¹.\n\n¹ The proof.'],
    ['<b>not bold</b>', '<b>not bold</b>'],
    ['(c) 2026 +-1', '(c) 2026 +-1'],
  ])('%j', (markdown, text) => {
    expect(render(markdown)).toBe(text)
  })

  test('a table wider than a mail becomes lines of label and value', () => {
    const long = 'a very long description of the item in this row, which no mail would show in one line'
    expect(render(`| Item | Price |\n|---|---|\n| ${long} | 12 |`)).toBe(`Item: ${long}\nPrice: 12`)
  })

  test('as ASCII it keeps every word, and letters that ASCII lacks', () => {
    expect(finish('“Café” – l’été… 5\u00A0€ • «\u00A0oui\u00A0»', true)).toBe('"Café" - l\'été... 5 € * "oui"')
  })

  test('as ASCII it is measured as it is shown: tables, headings and lines', () => {
    const ascii = { ascii: true }
    expect(render('| Stop | Note |\n|---|---|\n| North… | one |\n| South | two — three |', ascii)).toBe(
      'Stop      Note\n--------  ------------\nNorth...  one\nSouth     two -- three',
    )
    expect(render('# Wait…', ascii)).toBe('Wait...\n-------')
    expect(render('North — south — east — west', { ...ascii, wrap: 14 })).toBe('North -- south\n-- east --\nwest')
  })

  test('characters that nobody sees go', () => {
    expect(finish('co\u00ADop\u200Berate\uFEFF 5\u202F%  \nnext', false)).toBe('cooperate 5 %\nnext')
  })
})

describe('every word of the source is there, in its order', () => {
  let count = 0
  const word = fc.stringMatching(/^[a-z]{2,7}$/).map((letters) => () => `${letters}${++count}`)
  const words = fc.array(word, { minLength: 1, maxLength: 12 }).map((all) => () => all.map((one) => one()).join(' '))
  const span = fc.oneof(
    words,
    words.map((text) => () => `**${text()}**`),
    words.map((text) => () => `*${text()}*`),
    words.map((text) => () => `\`${text()}\``),
    words.map((text) => () => `[${text()}](https://example.org/)`),
    words.map((text) => () => `[${text()}](#)`),
  )
  const line = fc.array(span, { minLength: 1, maxLength: 4 }).map((all) => () => all.map((one) => one()).join(' '))
  const block = fc.oneof(
    line,
    line.map((text) => () => `## ${text()}`),
    fc.array(line, { minLength: 1, maxLength: 3 }).map((items) => () => items.map((one) => `- ${one()}`).join('\n')),
    fc
      .array(line, { minLength: 1, maxLength: 3 })
      .map((items) => () => items.map((one, i) => `${i + 1}. ${one()}`).join('\n')),
    line.map((text) => () => `> ${text()}`),
    fc.tuple(line, words).map(([text, who]) => () => {
      const said = text()
      return `::: quote ${who()}\n${said}\n:::`
    }),
    fc.tuple(words, line).map(
      ([title, text]) =>
        () =>
          `::: notes ${title()}\n${text()}\n:::`,
    ),
    fc.tuple(words, words, words, words).map((cells) => () => {
      const [a, b, c, d] = cells.map((cell) => cell())
      return `| ${a} | ${b} |\n|---|---|\n| ${c} | ${d} |`
    }),
  )
  const body = fc.array(block, { minLength: 1, maxLength: 6 }).map((all) => all.map((one) => one()).join('\n\n'))
  const numbered = /[a-z]{2,7}\d+/g
  /** A quote names its speaker after what was said; the head of a wide table is said again in each row. */
  const inOrder = (markdown: string): string[] =>
    markdown
      .replace(/^::: quote (.*)\n(.*)$/gm, '$2 $1')
      .replace(/^.*\n\|---.*$/gm, '')
      .match(numbered) ?? []

  test.each([undefined, 72, 20])('wrapped at %s', (wrap) => {
    fc.assert(
      fc.property(body, fc.boolean(), (markdown, ascii) => {
        const found =
          render(markdown, { wrap, ascii, link: (href) => (href === '#' ? undefined : href) }).match(numbered) ?? []
        const wanted = inOrder(markdown)
        let at = 0
        for (const one of found) if (one === wanted[at]) at++
        expect(wanted.slice(at)).toEqual([])
        expect(found).toEqual(expect.arrayContaining(markdown.match(numbered) ?? []))
      }),
    )
  })
})

describe('wrapping', () => {
  const url = 'https://example.org/a-very-long/path?with=many&parts=of-it'
  const piece = fc.oneof(
    fc.stringMatching(/^[a-zA-Z,.'-]{1,14}$/),
    fc.constantFrom('日本語の文章です', 'é', '–', url, '（注）', '5 €', '😀'),
  )
  const line = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(' '))
  const bare = (text: string): string => text.replace(/\s/g, '')

  test('loses nothing but white space', () => {
    fc.assert(
      fc.property(line, fc.integer({ min: 20, max: 100 }), (text, width) => {
        expect(bare(wrapLine(text, width))).toBe(bare(text))
      }),
    )
  })

  test('never breaks inside an address', () => {
    fc.assert(
      fc.property(line, fc.integer({ min: 20, max: 100 }), (text, width) => {
        const count = (all: string): number => all.split(url).length
        expect(count(wrapLine(text, width))).toBe(count(text))
      }),
    )
  })

  test('keeps to the width wherever a line can be broken', () => {
    const words = fc.array(fc.oneof(fc.stringMatching(/^[a-z]{1,14}$/), fc.constant('日本語の文章です')), {
      maxLength: 30,
    })
    fc.assert(
      fc.property(words, fc.integer({ min: 20, max: 100 }), (all, width) => {
        for (const one of wrapLine(all.join(' '), width).split('\n'))
          expect(displayWidth(one)).toBeLessThanOrEqual(width)
      }),
    )
  })

  test('wrapping twice changes nothing', () => {
    fc.assert(
      fc.property(line, fc.integer({ min: 20, max: 100 }), (text, width) => {
        const once = wrapLine(text, width)
        expect(
          once
            .split('\n')
            .map((one) => wrapLine(one, width))
            .join('\n'),
        ).toBe(once)
      }),
    )
  })

  test('wide characters count for two', () => {
    expect(['日本', 'é', 'e\u0301', '😀', '\u200B'].map(displayWidth)).toEqual([4, 1, 1, 2, 0])
  })
})

test('a quotation mark to which Arabic attaches a word is one of its quotation marks', () => {
  const arabic = { quotes: ['«', '»', '“', '”'], rawHtml: false }
  const text = (markdown: string): string => renderText(parseMarkdown(markdown, arabic).document, plain)
  expect(text('العمل بـ"المحطة" و"الميناء" بدأ، وفي "السفينة" وبـ"الجدار".')).toBe(
    'العمل بـ«المحطة» و«الميناء» بدأ، وفي «السفينة» وبـ«الجدار».',
  )
  expect(text('12" و"')).toBe('12" و"')
})

test('what a browser runs and never shows is in no plain text', () => {
  const text = (markdown: string): string =>
    renderText(parseMarkdown(markdown, { quotes, rawHtml: true }).document, plain)
  expect(text('Hello <script>alert(2)</script><style>p{}</style><b>there</b>.')).toBe('Hello there.')
  expect(text('Hello <SCRIPT>alert(2)')).toBe('Hello')
  expect(text('<table><tr><td>Cell</td><td>Two</td></tr></table>')).toBe('Cell Two')
  expect(text('<div>AT&amp;T &copy; &#8364;5&nbsp;m &x; <img src="a.png" alt="A plant"></div>')).toBe(
    'AT&T © €5 m &x; A plant',
  )
  expect(text('<details><summary>Sum</summary>Hidden</details>')).toBe('Sum\nHidden')
})
