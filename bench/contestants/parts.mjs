// What the rivals have in common: how they read the press room, and the layouts of the page and of the email.
import Handlebars from 'handlebars'
import matter from 'gray-matter'
import { compile } from 'html-to-text'
import markdownIt from 'markdown-it'
import footnote from 'markdown-it-footnote'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

export const markdown = markdownIt({ html: false, typographer: true, linkify: true }).use(footnote)

/**
 * The settings, the contacts and the boilerplate texts (with their facts filled in, as Markdown) of a press room.
 * @param {string} root
 */
export function readRoom(root) {
  const read = (path) => readFileSync(join(root, path), 'utf8')
  const facts = parse(read('templates/facts.yaml'))
  const about = readdirSync(join(root, 'templates/boilerplate')).map((name) => {
    const { data, content } = matter(read(`templates/boilerplate/${name}`), {})
    const text = content.replace(/\{\{fact "([^"]+)"\}\}/g, (_, fact) => facts[fact].at(-1).value)
    return [name.replace('.md', ''), { title: data.title, text: text.trim(), html: markdown.render(text) }]
  })
  return {
    settings: parse(read('press.yaml')),
    people: parse(read('templates/contacts.yaml')),
    about: Object.fromEntries(about),
  }
}

/** The releases of a press room, by the names of their files. */
export const releasesOf = (root) => readdirSync(join(root, 'releases'))
/** `2005-01-01-survey-0.md` is published as `survey-0`. */
export const slugOf = (name) => name.slice('2005-01-01-'.length, -'.md'.length)

/**
 * A release with what its layouts show beside its body.
 * @param {ReturnType<typeof readRoom>} room
 * @param {Record<string, any>} data the front matter
 */
export function viewOf({ settings, people, about }, data) {
  return {
    ...data,
    date: new Date(data.date).toLocaleDateString('en-US', { dateStyle: 'long', timeZone: 'UTC' }),
    organization: settings.organization.name,
    contacts: data.contacts.map((id) => people[id]),
    about: data.boilerplate.map((id) => about[id]),
  }
}

/** Reads a release: its front matter and its Markdown, quotes in Markdown's own form. */
export function readRelease(root, name) {
  const { data, content } = matter(readFileSync(join(root, 'releases', name), 'utf8'), {})
  return { data, source: withPlainQuotes(content).trim() }
}

/** Writes quotes with their speakers the way that every Markdown has them. */
export const withPlainQuotes = (source) =>
  source.replace(/^::: quote (.*)\n([\s\S]*?)\n:::$/gm, (_, speaker, text) => `> ${text.trim()}\n>\n> — ${speaker}`)

/** Puts a file of a release where the site has it. */
export function write(out, slug, files) {
  const folder = join(out, 'releases', slug)
  mkdirSync(folder, { recursive: true })
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
}

const blocks = `<p><strong>FOR IMMEDIATE RELEASE</strong></p><p>{{date}}</p><h2>CONTACTS</h2>{{#each contacts}}<p>{{name}}<br>{{role}}<br>Tel: <a href="tel:{{phone}}">{{phone}}</a><br><a href="mailto:{{email}}">{{email}}</a></p>{{/each}}<h1>{{headline}}</h1>{{#if subheadline}}<p class="sub">{{subheadline}}</p>{{/if}}{{{body}}}<p class="end">###</p>{{#each about}}<h2>{{title}}</h2>{{{html}}}{{/each}}`
const css =
  'body{font:17px/1.6 Georgia,serif;max-width:42rem;margin:auto}h1{font-size:32px;line-height:38px}h2{font-size:20px}p{margin:0 0 16px}a{color:#1b4b8f}table{width:100%;border-collapse:collapse}th,td{padding:8px;border-bottom:1px solid #ddd;text-align:left}blockquote{border-left:3px solid #1b4b8f;padding-left:20px}.sub{color:#565d66}.end{text-align:center}'
/** The page, given a view with `body` and the `html` of its About texts. */
export const page = Handlebars.compile(
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{{headline}}</title><style>${css}</style></head><body><article>${blocks}</article></body></html>`,
)

// The email has the blocks of the kit's: masthead, release line, contacts side by side, headline, text, About texts on a tint, footer.
const section = (inner, attributes = '') => `<mj-section padding="0"${attributes}>${inner}</mj-section>`
const column = (inner) => `<mj-column><mj-text padding="0 24px">${inner}</mj-text></mj-column>`
/** The email in MJML, given the same. */
export const mail =
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
export const mailCss =
  'h1{font-size:28px;line-height:34px}h2{font-size:20px}p{margin:0 0 16px}a{color:#1b4b8f}table{width:100%;border-collapse:collapse}th,td{padding:8px;border-bottom:1px solid #ddd;text-align:left}blockquote{border-left:3px solid #1b4b8f;margin:0 0 16px;padding-left:20px}.sub{color:#565d66}.end{text-align:center}'

/** The plain text of a page. */
export const textOf = compile({ wordwrap: false, baseElements: { selectors: ['article'] } })
