// The straightforward pipeline: gray-matter, markdown-it, Handlebars, MJML, juice and html-to-text, each once for each release.
import juice from 'juice'
import mjml from 'mjml'
import {
  mail,
  mailCss,
  markdown,
  page,
  readRelease,
  readRoom,
  releasesOf,
  slugOf,
  textOf,
  viewOf,
  write,
} from '../parts.mjs'

const [root, out] = process.argv.slice(2)
const room = readRoom(root)
for (const name of releasesOf(root)) {
  const { data, source } = readRelease(root, name)
  const view = { ...viewOf(room, data), body: markdown.render(`**${data.dateline}** — ${source}`) }
  const html = page(view)
  const { html: compiled } = await mjml(mail(view))
  write(out, slugOf(name), {
    'index.html': html,
    'email.html': juice.inlineContent(compiled, mailCss),
    'release.txt': textOf(html),
  })
}
