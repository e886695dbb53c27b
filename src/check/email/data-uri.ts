import { attribute } from '../../clients/markup.ts'
import { attributeSpan, everyDeclaration, inAnyReading } from './email.ts'
import { defineEmailRule } from './rule.ts'

export const dataUri = defineEmailRule({
  code: 'data-uri',
  severity: 'error',
  summary: 'Link images by address, never as data: URIs',
  why: 'Gmail, Outlook and Yahoo do not show images in `data:` URIs, and their bytes count towards the size at which Gmail cuts (caniemail.com, "Base64 image format").',
  examples: {
    good: ['<img src="https://example.org/a.png" alt="">', '<img src="cid:logo@example.org" alt="">'],
    bad: {
      '<img src="data:image/png;base64,iVBORw0KGgo=" alt="">': '1:6 Image in a data: URI',
      '<p style="background:url(data:image/gif;base64,R0lGODlh)">Text</p>': '1:4 Image in a data: URI',
      '<style>p{background:url("data:image/gif;base64,R0lGODlh")}</style>': '1:10 Image in a data: URI',
      '<table background="data:image/gif;base64,R0lGODlh"></table>': '1:8 Image in a data: URI',
      '<!--[if mso]><img src="data:image/png;base64,iVBORw0KGgo=" alt=""><![endif]-->': '1:19 Image in a data: URI',
    },
  },
  check(email, report) {
    const finding = { message: 'Image in a data: URI', hint: 'Put it on the web, or embed it in the message by `cid:`' }
    for (const element of inAnyReading(email))
      for (const name of ['src', 'background'])
        if (/^\s*data:/i.test(attribute(element, name) ?? '')) report({ ...finding, at: attributeSpan(element, name) })
    for (const { value, at } of everyDeclaration(email, email.page))
      if (/url\(\s*["']?data:/i.test(value)) report({ ...finding, at })
  },
})
