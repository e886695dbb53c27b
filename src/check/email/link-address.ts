import { attribute } from '../../clients/markup.ts'
import { attributeSpan, named } from './email.ts'
import { defineEmailRule } from './rule.ts'

const sources = ['img', 'source', 'td', 'table'] as const

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
      '<img src="logo.png" alt="">': '1:6 Relative address, "logo.png"',
    },
  },
  check({ page }, report) {
    for (const link of named(page, 'a', 'area')) {
      const href = attribute(link, 'href')
      if (href === undefined) continue
      const message = faultOf(href.trim(), /^(?:https?:\/\/[^/]|mailto:.|tel:\+?\d|sms:\+?\d)/i)
      if (message)
        report({ message, hint: 'Write the whole address, from https:// on', at: attributeSpan(link, 'href') })
    }
    for (const element of named(page, ...sources))
      for (const name of ['src', 'background']) {
        const address = attribute(element, name)
        if (address === undefined || /^\s*data:/i.test(address)) continue
        const message = faultOf(address.trim(), /^(?:https?:\/\/[^/]|cid:.)/i)
        if (message)
          report({ message, hint: 'Write the whole address, from https:// on', at: attributeSpan(element, name) })
      }
  },
})

function faultOf(address: string, good: RegExp): string | undefined {
  if (good.test(address)) return undefined
  if (address === '' || address === '#') return `Placeholder link, "${address}"`
  if (address.startsWith('#')) return `Link inside the email, "${address}"`
  return /^[a-z][a-z0-9+.-]*:/i.test(address) ? `Refused address, "${address}"` : `Relative address, "${address}"`
}
