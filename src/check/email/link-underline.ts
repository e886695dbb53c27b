import { parseColour } from '../../clients/colour.ts'
import { elementsOf, textOf, type Element } from '../../clients/markup.ts'
import { attribute } from '../../clients/markup.ts'
import { cascade, type Style } from './cascade.ts'
import { named, tagSpan } from './email.ts'
import { defineEmailRule } from './rule.ts'

export const linkUnderline = defineEmailRule({
  code: 'link-underline',
  severity: 'error',
  summary: 'Underline links, or make buttons of them',
  why: 'One man in twelve does not tell red from green, and many do not see a link by its colour alone (WCAG 2.2, 1.4.1 Use of color); bold type or a border is a sign too, but not one that everybody knows.',
  examples: {
    good: [
      '<a href="https://example.org">Read it</a>',
      '<a href="https://example.org" style="text-decoration:none;background:#1b4b8f;color:#ffffff">Read it</a>',
      '<a href="https://example.org" style="text-decoration:none"><img src="https://example.org/a.png" alt="Acme"></a>',
      '<a href="https://example.org" style="text-decoration:none"><span style="text-decoration:underline">Read it</span></a>',
    ],
    bad: {
      '<a href="https://example.org" style="text-decoration:none">Read it</a>': '1:1 Link shown by colour alone',
      '<style>a{text-decoration:none}</style><a href="https://example.org">Read it</a>':
        '1:39 Link shown by colour alone',
      '<a href="https://example.org" style="text-decoration:none;font-weight:bold">Read it</a>':
        '1:1 Link that is not underlined',
      '<style>a{text-decoration:underline!important}</style><a href="https://example.org" style="text-decoration:none">Read it</a>':
        '1:54 Link shown by colour alone without the style sheet',
    },
  },
  check(email, report) {
    const readings = [
      ['', cascade(email, email.page, 'light')],
      [' without the style sheet', cascade(email, { ...email.page, sheets: [] }, 'light')],
    ] as const
    for (const link of named(email.page, 'a')) {
      if (attribute(link, 'href') === undefined || textOf(link).trim() === '') continue
      const bare = readings.find(([, styleOf]) => isUnmarked(link, styleOf))
      if (!bare) continue
      const [where, styleOf] = bare
      const otherSign = [link, ...elementsOf(link)].some((one) => isMarked(one, styleOf(one)))
      const finding = { hint: 'Say `text-decoration:underline` in its style attribute', at: tagSpan(link) }
      report(
        otherSign
          ? { ...finding, message: `Link that is not underlined${where}`, severity: 'warning' }
          : { ...finding, message: `Link shown by colour alone${where}` },
      )
    }
  },
})

/** Whether a link has neither a line under it nor a ground of its own. */
const isUnmarked = (link: Element, styleOf: (element: Element) => Style): boolean =>
  isBare(styleOf(link)) &&
  ![link, ...elementsOf(link)].some((one) => isUnderlined(styleOf(one)) || isButton(styleOf(one)))

const decoration = (style: Style): string => style.get('text-decoration') ?? style.get('text-decoration-line') ?? ''
const isBare = (style: Style): boolean => /\bnone\b/.test(decoration(style))
const isUnderlined = (style: Style): boolean => decoration(style).includes('underline')
const isButton = (style: Style): boolean => (parseColour(style.get('background-color') ?? '')?.alpha ?? 0) > 0

const isMarked = ({ tagName }: Element, style: Style): boolean =>
  tagName === 'b' ||
  tagName === 'strong' ||
  /^(?:bold|[6-9]00)/.test(style.get('font-weight') ?? '') ||
  /[1-9]/.test(style.get('border-bottom') ?? style.get('border') ?? '')
