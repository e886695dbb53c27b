// Email.md with its own layout; the page and the plain text are made as the straightforward pipeline makes them.
import { render } from 'emailmd'
import { markdown, page, readRelease, readRoom, releasesOf, slugOf, viewOf, write } from '../parts.mjs'

const [root, out] = process.argv.slice(2)
const room = readRoom(root)
for (const name of releasesOf(root)) {
  const { data, source } = readRelease(root, name)
  const body = `**${data.dateline}** — ${source}`
  const view = { ...viewOf(room, data), body: markdown.render(body) }
  const { html, text } = await render(mailOf(view, body))
  write(out, slugOf(name), { 'index.html': page(view), 'email.html': html, 'release.txt': text })
}

/** The whole mail as Markdown, with the directives that Email.md has for header and footer. */
function mailOf({ summary, organization, date, contacts, headline, subheadline, about }, body) {
  const people = contacts.map(
    ({ name, role, phone, email }) =>
      `**${name}**  \n${role}  \nTel: [${phone}](tel:${phone})  \n[${email}](mailto:${email})`,
  )
  const texts = about.map(({ title, text }) => `## ${title}\n\n${text}`)
  return [
    `---\npreheader: ${JSON.stringify(summary)}\n---`,
    `::: header\n${organization}\n:::`,
    `**FOR IMMEDIATE RELEASE**  \n${date}`,
    '**CONTACTS**',
    ...people,
    `# ${headline}`,
    `*${subheadline}*`,
    body,
    '###',
    ...texts,
    `::: footer\n${organization}\n:::`,
  ].join('\n\n')
}
