import { attributeSpan, named } from './email.ts'
import { attribute } from '../../clients/markup.ts'
import { defineEmailRule } from './rule.ts'

/** What is left of letters that were read in the wrong encoding. */
export const lost = /[\u0080-\u009f\ufffd]/

export const utf8 = defineEmailRule({
  code: 'utf-8',
  severity: 'error',
  reads: 'whole',
  summary: 'Write the email in UTF-8, without control characters',
  why: 'Gmail and most others take HTML for UTF-8 whatever it says; C1 control characters (U+0080 to U+009F) are what is left of text that was read in the wrong encoding, and U+FFFD is a letter already lost (Unicode 23.1; WHATWG Encoding).',
  examples: {
    good: [
      '<meta charset="utf-8"><p>Société – 東京</p>',
      '<meta http-equiv="Content-Type" content="text/html; charset=UTF-8">',
    ],
    bad: {
      '<p>It\u0092s</p>': '1:6 Control character U+0092',
      '<p>Soci\ufffdt\ufffd</p>': '1:8 Lost character, U+FFFD',
      '<meta charset="iso-8859-1">': '1:7 Wrong charset, "iso-8859-1"',
      '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">':
        '1:33 Wrong charset, "windows-1252"',
    },
  },
  check({ source, bytes, page }, report) {
    const control = /[\u0080-\u009f]/.exec(source.text)
    if (control) {
      const code = control[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
      const hint = 'Save the source as UTF-8 and type the character again'
      report({ message: `Control character U+${code}`, hint, at: [control.index, control.index + 1] })
    }
    const lost = source.text.indexOf('\ufffd')
    if (lost !== -1) {
      const message = isUtf8(bytes) ? 'Lost character, U+FFFD' : 'Bytes that are not UTF-8'
      report({ message, hint: 'Save the source as UTF-8', at: [lost, lost + 1] })
    }
    for (const meta of named(page, 'meta')) {
      const name = attribute(meta, 'charset') === undefined ? 'content' : 'charset'
      if (name === 'content' && attribute(meta, 'http-equiv')?.toLowerCase() !== 'content-type') continue
      const value = attribute(meta, name) ?? ''
      const charset = name === 'charset' ? value : /charset=([\w-]+)/i.exec(value)?.[1]
      if (charset && charset.toLowerCase() !== 'utf-8')
        report({ message: `Wrong charset, "${charset}"`, hint: 'Say `utf-8`', at: attributeSpan(meta, name) })
    }
  },
})

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
