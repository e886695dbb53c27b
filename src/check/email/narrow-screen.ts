import { pixels } from '../../clients/inline-style.ts'
import { ancestorsOf, attribute, isText, type Element } from '../../clients/markup.ts'
import { attributeSpan, styleValue, tagSpan, type Email, type Span } from './email.ts'
import { defineEmailRule } from './rule.ts'

/** The narrowest screen that mail is read on, in px. */
const narrowest = 280
/** What fits there beside 24 px of padding, at 16 px: the widest word, in letters. */
const widestWord = 30
export const longestLine = widestWord

export const narrowScreen = defineEmailRule({
  code: 'narrow-screen',
  severity: 'error',
  summary: 'Let everything fit into 280 px without any style sheet',
  why: 'Where media queries are dropped (Gmail with a foreign account, GMX, many Android clients) only fluid widths in style attributes keep a phone from scrolling sideways; watches and folded phones are 280 px wide (WCAG 2.2, 1.4.10 Reflow).',
  examples: {
    good: [
      '<div style="max-width:600px;width:100%">Text</div>',
      '<img src="https://example.org/a.png" width="552" style="width:100%;max-width:552px" alt="">',
      '<table><tr><td style="width:552px">Text</td></tr></table>',
      '<p style="word-break:break-word">press.and.media.relations@example.org</p>',
      '<p>https://example.org/releases/a-hyphen-lets-a-line-end</p>',
      '<!--[if mso]><table width="600"><tr><td><![endif]--><p>Text</p><!--[if mso]></td></tr></table><![endif]-->',
    ],
    bad: {
      '<div style="width:600px">Text</div>': '1:6 Too wide for a phone, 600 px, maximum 280',
      '<table width="600"><tr><td>Text</td></tr></table>': '1:8 Too wide for a phone, 600 px, maximum 280',
      '<p style="min-width:320px">Text</p>': '1:4 Too wide for a phone, 320 px, maximum 280',
      '<img src="https://example.org/a.png" width="552" alt="">': '1:38 Too wide for a phone, 552 px, maximum 280',
      '<p style="white-space:nowrap">For immediate release on Thursday</p>':
        '1:1 Line that cannot break, 33 characters, maximum 30',
      '<p>press.and.media.relations@example.org</p>': '1:1 Word that cannot break, 37 characters, maximum 30',
    },
  },
  check(email, report) {
    for (const element of email.page.elements) {
      const wide = fixedWidth(email, element)
      if (wide && wide.width > narrowest)
        report({
          message: `Too wide for a phone, ${wide.width} px, maximum ${narrowest}`,
          hint: 'Say `width:100%` with a `max-width` in the style attribute',
          at: wide.at,
        })
      const message = unbreakable(email, element)
      if (message) report({ message, hint: 'Say `word-break:break-word` around it', at: tagSpan(element) })
    }
  },
})

/** A width that does not give way; a cell's does, within a fluid table. */
function fixedWidth(email: Email, element: Element): { readonly width: number; readonly at: Span } | undefined {
  const style = email.styleOf(element)
  const least = pixels(styleValue(style, 'min-width'))
  if (least) return { width: least, at: attributeSpan(element, 'style') }
  const { tagName } = element
  const said = styleValue(style, 'width')
  if (tagName === 'td' || tagName === 'th' || styleValue(style, 'max-width') === '100%' || said?.endsWith('%'))
    return undefined
  const width = pixels(said)
  if (width) return { width, at: attributeSpan(element, 'style') }
  const given = tagName === 'img' || tagName === 'table' ? attribute(element, 'width') : undefined
  return given && /^\d+$/.test(given) ? { width: Number(given), at: attributeSpan(element, 'width') } : undefined
}

const unseen = new Set(['head', 'title', 'style', 'noscript'])

function unbreakable(email: Email, element: Element): string | undefined {
  const text = element.childNodes
    .filter(isText)
    .map(({ value }) => value)
    .join(' ')
    .trim()
    .replace(/\s+/g, ' ')
  if (text.length <= widestWord) return undefined
  const around = [element, ...ancestorsOf(element)]
  if (around.some(({ tagName }) => unseen.has(tagName))) return undefined
  const has = (property: string, value: RegExp): boolean =>
    around.some((one) => value.test(styleValue(email.styleOf(one), property) ?? ''))
  if (has('display', /^none$/)) return undefined
  const space = around.map((one) => styleValue(email.styleOf(one), 'white-space')).find((value) => value !== undefined)
  if (space === 'nowrap') return `Line that cannot break, ${text.length} characters, maximum ${widestWord}`
  if (
    has('word-break', /break-(?:word|all)/) ||
    has('overflow-wrap', /break-word|anywhere/) ||
    has('word-wrap', /break-word/)
  )
    return undefined
  const word = longWord(text)
  return word && `Word that cannot break, ${word.length} characters, maximum ${widestWord}`
}

/** A word of a text that is wider than the screen, where no line can end in it. */
export const longWord = (text: string): string | undefined =>
  hasLongRun(text) ? (text.match(long) ?? []).find((one) => !breaksAnywhere.test(one)) : undefined

/** Whether there are more characters without a space between them than a word may have. */
function hasLongRun(text: string): boolean {
  for (let space = -1; space + widestWord + 1 < text.length;) {
    const next = text.lastIndexOf(' ', space + widestWord + 1)
    if (next <= space) return true
    space = next
  }
  return false
}

// From where a word begins: to try it from each letter takes as long as the word is.
const long = /(?<![^\s\-/\u2010-\u2014])[^\s\-/\u2010-\u2014]{31,}/g

/** Scripts that are written without spaces; a line may end at nearly any character of them. */
const breaksAnywhere =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
