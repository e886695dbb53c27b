import { attribute } from '../../clients/markup.ts'
import { named, tagSpan, type Email } from './email.ts'
import { defineEmailRule } from './rule.ts'

const metas =
  '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">'
const scheme = ':root{color-scheme:light dark}'
const media = '@media (prefers-color-scheme:dark){.ink{color:#eeeeee}}'
const outlook = '[data-ogsc] .ink{color:#eeeeee}[data-ogsb] .ground{background-color:#222222}'

export const darkMode = defineEmailRule({
  code: 'dark-mode',
  severity: 'warning',
  summary: 'Say that the email knows dark mode, and how it looks there',
  why: 'Apple Mail leaves colours alone only where both metas and `:root{color-scheme}` are there; Outlook on the web and on phones marks what it has changed with data-ogsc and data-ogsb and takes rules from them (WebKit, supporting dark mode in mail; caniemail.com, "prefers-color-scheme").',
  examples: {
    good: [`<head>${metas}<style>${scheme}${media}${outlook}</style></head>`],
    bad: {
      '<html><head></head></html>':
        '1:7 Missing meta color-scheme\n1:7 Missing meta supported-color-schemes\n1:7 Missing :root{color-scheme:light dark}\n1:7 Missing @media (prefers-color-scheme:dark)\n1:7 Missing [data-ogsc] and [data-ogsb]',
      [`<head>${metas}<style>${scheme}${media}</style></head>`]: '1:1 Missing [data-ogsc] and [data-ogsb]',
      [`<head>${metas}<style>${scheme}${media}[data-ogsc] .ink{color:#eeeeee}</style></head>`]:
        '1:1 Missing [data-ogsc] and [data-ogsb]',
      [`<head>${metas}<style>${scheme}${outlook}</style></head>`]: '1:1 Missing @media (prefers-color-scheme:dark)',
      [`<head>${metas}<style>${media}${outlook}</style></head>`]: '1:1 Missing :root{color-scheme:light dark}',
      [`<head><meta name="color-scheme" content="light dark"><style>${scheme}${media}${outlook}</style></head>`]:
        '1:1 Missing meta supported-color-schemes',
      [`<head><meta name="color-scheme" content="light">${metas.slice(47)}<style>${scheme}${media}${outlook}</style></head>`]:
        '1:1 Missing meta color-scheme',
    },
  },
  check(email, report) {
    const [head] = named(email.page, 'head')
    if (!head) return
    for (const missing of missingIn(email))
      report({ message: `Missing ${missing}`, hint: 'See the email layout that comes with the kit', at: tagSpan(head) })
  },
})

function missingIn({ page }: Email): string[] {
  const css = page.sheets.map((sheet) => sheet.css).join('\n')
  const hasMeta = (name: string): boolean =>
    named(page, 'meta').some(
      (meta) => attribute(meta, 'name') === name && /light\s+dark|dark\s+light/.test(attribute(meta, 'content') ?? ''),
    )
  const wanted: readonly (readonly [boolean, string])[] = [
    [hasMeta('color-scheme'), 'meta color-scheme'],
    [hasMeta('supported-color-schemes'), 'meta supported-color-schemes'],
    [/:root\s*{[^}]*\bcolor-scheme\s*:\s*light dark/.test(css), ':root{color-scheme:light dark}'],
    [/prefers-color-scheme\s*:\s*dark/.test(css), '@media (prefers-color-scheme:dark)'],
    [/\[data-ogsc\]/.test(css) && /\[data-ogsb\]/.test(css), '[data-ogsc] and [data-ogsb]'],
  ]
  return wanted.filter(([there]) => !there).map(([, what]) => what)
}
