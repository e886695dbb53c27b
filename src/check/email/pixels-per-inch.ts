import { holdsInWord } from '../../clients/conditional.ts'
import { named, tagSpan } from './email.ts'
import { defineEmailRule } from './rule.ts'

export const pixelsPerInch = defineEmailRule({
  code: 'pixels-per-inch',
  severity: 'error',
  summary: 'Tell Outlook that the email is laid out at 96 pixels an inch',
  why: 'Without `PixelsPerInch` Outlook for Windows scales images and the widths in attributes on screens set to 120 % and more, but not those in styles (Microsoft, Office document settings).',
  examples: {
    good: [
      '<head><!--[if mso]><xml><o:OfficeDocumentSettings><o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml><![endif]--></head>',
    ],
    bad: {
      '<html><head></head></html>': '1:7 Missing PixelsPerInch for Outlook',
      '<head><!--[if mso]><xml><o:PixelsPerInch>72</o:PixelsPerInch></xml><![endif]--></head>':
        '1:1 Missing PixelsPerInch for Outlook',
      '<head><xml><o:PixelsPerInch>96</o:PixelsPerInch></xml></head>': '1:1 Missing PixelsPerInch for Outlook',
    },
  },
  check({ source, conditionals, page }, report) {
    const said = conditionals.blocks.some(
      ({ open, close }) =>
        open.form === 'hidden' &&
        holdsInWord(open.condition) &&
        /<o:PixelsPerInch>\s*96\s*<\/o:PixelsPerInch>/i.test(source.text.slice(open.end, close.start)),
    )
    const [head] = named(page, 'head')
    if (!said && head)
      report({
        message: 'Missing PixelsPerInch for Outlook',
        hint: 'Put `<o:PixelsPerInch>96</o:PixelsPerInch>` into office settings between `<!--[if mso]>` and `<![endif]-->`',
        at: tagSpan(head),
      })
  },
})
