import { attribute } from '../../clients/markup.ts'
import { attributeSpan, named } from './email.ts'
import { isLanguage } from './language-tag.ts'
import { defineEmailRule } from './rule.ts'

export const htmlLanguage = defineEmailRule({
  code: 'html-language',
  severity: 'error',
  summary: 'Say on html in which language and direction the email is',
  why: 'Screen readers choose their voice by `lang` (WCAG 2.2, 3.1.1); MJML says `und` unless it is told. Without `dir` an Arabic email is laid out from the left (HTML, the dir attribute).',
  examples: {
    good: ['<html lang="en-US" dir="ltr"><body><p>Text</p></body></html>', '<html lang="ar" dir="rtl"></html>'],
    bad: {
      '<html dir="ltr"><body><p>Text</p></body></html>': '1:1 Missing lang of <html>',
      '<html lang="und" dir="ltr"></html>': '1:7 Unknown language "und"',
      '<html lang="english_us" dir="ltr"></html>': '1:7 Unknown language "english_us"',
      '<html lang="en"></html>': '1:1 Missing dir of <html>',
      '<html lang="en" dir="left"></html>': '1:17 Unknown direction "left"',
    },
  },
  check({ page }, report) {
    const [html] = named(page, 'html')
    if (!html) return
    const lang = attribute(html, 'lang')
    const dir = attribute(html, 'dir')
    const language = 'Say `lang="en"`, with the language of the release'
    const direction = 'Say `dir="ltr"`, or `dir="rtl"` for Arabic and Hebrew'
    if (!lang) report({ message: 'Missing lang of <html>', hint: language, at: attributeSpan(html, 'lang') })
    else if (!isLanguage(lang))
      report({ message: `Unknown language "${lang}"`, hint: language, at: attributeSpan(html, 'lang') })
    if (!dir) report({ message: 'Missing dir of <html>', hint: direction, at: attributeSpan(html, 'dir') })
    else if (dir !== 'ltr' && dir !== 'rtl')
      report({ message: `Unknown direction "${dir}"`, hint: direction, at: attributeSpan(html, 'dir') })
  },
})
