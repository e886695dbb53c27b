import { attribute } from '../../clients/markup.ts'
import { attributeSpan, inAnyReading } from './email.ts'
import { defineEmailRule } from './rule.ts'

const links = new Set(['a', 'area'])
const sources = new Set(['img', 'source', 'td', 'table'])

export const linkAddress = defineEmailRule({
  code: 'link-address',
  severity: 'error',
  summary: 'Write every address in full, and leave no placeholder',
  why: 'An email has no address of its own that a relative one could begin with; clients rewrite or drop what is left, and links inside the message do nothing in Gmail and Outlook apps (RFC 3986, 5.1; caniemail.com, "anchor links").',
  examples: {
    good: [
      '<a href="https://example.org/">Read it</a><a href="mailto:press@example.org">Write</a><a href="tel:+31705550100">Call</a>',
      '<img src="cid:logo@example.org" alt=""><a id="top">No link</a>',
    ],
    bad: {
      '<a href="#">Read it</a>': '1:4 Placeholder link, "#"',
      '<a href="">Read it</a>': '1:4 Placeholder link, ""',
      '<a href="#notes">Notes</a>': '1:4 Link inside the email, "#notes"',
      '<a href="/releases/">Releases</a>': '1:4 Relative address, "/releases/"',
      '<a href="www.example.org">Site</a>': '1:4 Relative address, "www.example.org"',
      '<a href="javascript:void(0)">Read it</a>': '1:4 Refused address, "javascript:void(0)"',
      '<a href="//example.org/releases/">Releases</a>': '1:4 Relative address, "//example.org/releases/"',
      '<!--[if mso]><a href="#">Read it</a><![endif]-->': '1:17 Placeholder link, "#"',
      '<img src="logo.png" alt="">': '1:6 Relative address, "logo.png"',
    },
  },
  check(email, report) {
    for (const element of inAnyReading(email)) {
      const tell = (name: string, good: RegExp): void => {
        const address = attribute(element, name)
        const message = address === undefined ? undefined : faultOf(address.trim(), good)
        if (message)
          report({ message, hint: 'Write the whole address, from https:// on', at: attributeSpan(element, name) })
      }
      if (links.has(element.tagName)) tell('href', /^(?:https?:\/\/[^/]|mailto:.|tel:\+?\d|sms:\+?\d)/i)
      // What a data: URI is good for, another rule says.
      if (sources.has(element.tagName))
        for (const name of ['src', 'background']) tell(name, /^(?:https?:\/\/[^/]|cid:.|data:)/i)
    }
  },
})

function faultOf(address: string, good: RegExp): string | undefined {
  if (good.test(address)) return undefined
  if (address === '' || address === '#') return `Placeholder link, "${address}"`
  if (address.startsWith('#')) return `Link inside the email, "${address}"`
  return /^[a-z][a-z0-9+.-]*:/i.test(address) ? `Refused address, "${address}"` : `Relative address, "${address}"`
}
