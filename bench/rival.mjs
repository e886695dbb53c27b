// The straightforward pipeline: gray-matter, markdown-it, Handlebars, MJML, juice and html-to-text, each once for each release.
import Handlebars from 'handlebars'
import matter from 'gray-matter'
import { compile } from 'html-to-text'
import juice from 'juice'
import markdownIt from 'markdown-it'
import footnote from 'markdown-it-footnote'
import mjml from 'mjml'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

const [root, out] = process.argv.slice(2)
const markdown = markdownIt({ html: false, typographer: true, linkify: true }).use(footnote)
const read = (path) => readFileSync(join(root, path), 'utf8')
const settings = parse(read('press.yaml'))
const people = parse(read('templates/contacts.yaml'))
const facts = parse(read('templates/facts.yaml'))
const about = Object.fromEntries(
  readdirSync(join(root, 'templates/boilerplate')).map((name) => {
    const { data, content } = matter(read(`templates/boilerplate/${name}`), {})
    const filled = content.replace(/\{\{fact "([^"]+)"\}\}/g, (_, fact) => facts[fact].at(-1).value)
    return [name.replace('.md', ''), { title: data.title, html: markdown.render(filled) }]
  }),
)
const blocks = `<p><strong>FOR IMMEDIATE RELEASE</strong></p><p>{{date}}</p><h2>CONTACTS</h2>{{#each contacts}}<p>{{name}}<br>{{role}}<br>Tel: <a href="tel:{{phone}}">{{phone}}</a><br><a href="mailto:{{email}}">{{email}}</a></p>{{/each}}<h1>{{headline}}</h1>{{#if subheadline}}<p class="sub">{{subheadline}}</p>{{/if}}{{{body}}}<p class="end">###</p>{{#each about}}<h2>{{title}}</h2>{{{html}}}{{/each}}`
const css =
  'body{font:17px/1.6 Georgia,serif;max-width:42rem;margin:auto}h1{font-size:32px;line-height:38px}h2{font-size:20px}p{margin:0 0 16px}a{color:#1b4b8f}table{width:100%;border-collapse:collapse}th,td{padding:8px;border-bottom:1px solid #ddd;text-align:left}blockquote{border-left:3px solid #1b4b8f;padding-left:20px}.sub{color:#565d66}.end{text-align:center}'
const page = Handlebars.compile(
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{{headline}}</title><style>${css}</style></head><body><article>${blocks}</article></body></html>`,
)
// The email has the blocks of the kit's: masthead, release line, contacts side by side, headline, text, About texts on a tint, footer.
const section = (inner, attributes = '') => `<mj-section padding="0"${attributes}>${inner}</mj-section>`
const column = (inner) => `<mj-column><mj-text padding="0 24px">${inner}</mj-text></mj-column>`
const mail =
  Handlebars.compile(`<mjml lang="en" dir="ltr"><mj-head><mj-title>{{headline}}</mj-title><mj-preview>{{summary}}</mj-preview><mj-attributes><mj-text font-size="16px" line-height="25px" font-family="Georgia, serif" /></mj-attributes><mj-style>@media (prefers-color-scheme: dark) { body, div { background: #16181c !important; color: #e6e8eb !important } }</mj-style></mj-head><mj-body width="600px">
${section('<mj-column><mj-text>{{organization}}</mj-text><mj-divider border-color="#1b4b8f" /></mj-column>')}
${section(column('<strong>FOR IMMEDIATE RELEASE</strong><br>{{date}}'))}
${section(column('<strong>CONTACTS</strong>'))}
${section(`{{#each contacts}}${column('<strong>{{name}}</strong><br>{{role}}<br>Tel: <a href="tel:{{phone}}">{{phone}}</a><br><a href="mailto:{{email}}">{{email}}</a>')}{{/each}}`)}
${section(column('<h1>{{headline}}</h1>{{#if subheadline}}<p class="sub">{{subheadline}}</p>{{/if}}'))}
${section(column('{{{body}}}'))}
${section(column('<p class="end">###</p>'))}
{{#each about}}${section(column('<h2>{{title}}</h2>{{{html}}}'), ' background-color="#f4f5f7"')}{{/each}}
${section(column('{{organization}}'))}
</mj-body></mjml>`)
const mailCss =
  'h1{font-size:28px;line-height:34px}h2{font-size:20px}p{margin:0 0 16px}a{color:#1b4b8f}table{width:100%;border-collapse:collapse}th,td{padding:8px;border-bottom:1px solid #ddd;text-align:left}blockquote{border-left:3px solid #1b4b8f;margin:0 0 16px;padding-left:20px}.sub{color:#565d66}.end{text-align:center}'
const text = compile({ wordwrap: false, baseElements: { selectors: ['article'] } })

for (const name of readdirSync(join(root, 'releases'))) {
  const { data, content } = matter(read(`releases/${name}`), {})
  const source = content.replace(
    /^::: quote (.*)\n([\s\S]*?)\n:::$/gm,
    (_, speaker, text) => `> ${text.trim()}\n>\n> — ${speaker}`,
  )
  const body = markdown.render(`**${data.dateline}** — ${source.trim()}`)
  const date = new Date(data.date).toLocaleDateString('en-US', { dateStyle: 'long', timeZone: 'UTC' })
  const view = {
    ...data,
    date,
    organization: settings.organization.name,
    body,
    contacts: data.contacts.map((id) => people[id]),
    about: data.boilerplate.map((id) => about[id]),
  }
  const html = page(view)
  const { html: compiled } = await mjml(mail(view))
  const folder = join(out, 'releases', name.slice(11, -3))
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'index.html'), html)
  writeFileSync(join(folder, 'email.html'), juice.inlineContent(compiled, mailCss))
  writeFileSync(join(folder, 'release.txt'), text(html))
}
