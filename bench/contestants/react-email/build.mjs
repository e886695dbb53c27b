// React Email: one component for the mail, rendered once as HTML and once as plain text; the page as the straightforward pipeline makes it.
import {
  Body,
  Column,
  Container,
  Head,
  Heading,
  Hr,
  Html,
  Link,
  Markdown,
  Preview,
  Row,
  Section,
  Text,
} from '@react-email/components'
import { render, toPlainText } from '@react-email/render'
import { createElement as h } from 'react'
import { markdown, page, readRelease, readRoom, releasesOf, slugOf, viewOf, write } from '../parts.mjs'

const serif = { fontFamily: 'Georgia, serif' }
const styles = { p: { margin: '0 0 16px', fontSize: '16px', lineHeight: '25px', ...serif }, link: { color: '#1b4b8f' } }
const words = (text) => h(Markdown, { markdownCustomStyles: styles }, text)
const padded = { padding: '0 24px' }

function Mail({ headline, subheadline, summary, organization, date, contacts, about, source }) {
  const person = ({ name, role, phone, email }) =>
    h(
      Column,
      { key: email, style: padded },
      h(
        Text,
        { style: serif },
        h('strong', {}, name),
        h('br'),
        role,
        h('br'),
        'Tel: ',
        h(Link, { href: `tel:${phone}` }, phone),
        h('br'),
        h(Link, { href: `mailto:${email}` }, email),
      ),
    )
  const section = (key, ...inner) => h(Section, { key, style: padded }, ...inner)
  return h(
    Html,
    { lang: 'en', dir: 'ltr' },
    h(Head, {}, h('title', {}, headline)),
    h(
      Body,
      {},
      h(Preview, {}, summary),
      h(
        Container,
        { style: { maxWidth: '600px' } },
        section('masthead', h(Text, {}, organization), h(Hr)),
        section('line', h(Text, {}, h('strong', {}, 'FOR IMMEDIATE RELEASE'), h('br'), date)),
        section('contacts', h(Text, {}, h('strong', {}, 'CONTACTS'))),
        h(Row, {}, ...contacts.map(person)),
        section('headline', h(Heading, { as: 'h1' }, headline), h(Text, {}, subheadline)),
        section('body', words(source)),
        section('end', h(Text, { style: { textAlign: 'center' } }, '###')),
        ...about.map(({ title, text }) =>
          h(
            Section,
            { key: title, style: { ...padded, backgroundColor: '#f4f5f7' } },
            h(Heading, { as: 'h2' }, title),
            words(text),
          ),
        ),
        section('footer', h(Text, {}, organization)),
      ),
    ),
  )
}

const [root, out] = process.argv.slice(2)
const room = readRoom(root)
for (const name of releasesOf(root)) {
  const { data, source } = readRelease(root, name)
  const body = `**${data.dateline}** — ${source}`
  const view = viewOf(room, data)
  const email = await render(h(Mail, { ...view, source: body }))
  write(out, slugOf(name), {
    'index.html': page({ ...view, body: markdown.render(body) }),
    'email.html': email,
    'release.txt': toPlainText(email),
  })
}
