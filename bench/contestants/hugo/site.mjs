import juice from 'juice'
import mjml from 'mjml'
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { mail, mailCss, page, readRoom, releasesOf, slugOf, withPlainQuotes } from '../parts.mjs'

const settings = (site) => `
baseURL = "https://press.example.org/"
languageCode = "en-US"
title = "Institute of the Northern Waters"
disableKinds = ["home", "section", "taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404"]
cacheDir = ${JSON.stringify(join(site, 'cache'))}
timeout = "300s"
[permalinks]
releases = "/releases/:slug/"
[frontmatter]
date = [":filename", ":default"]
[markup.goldmark.extensions]
typographer = true
[mediaTypes."text/mail"]
suffixes = ["html"]
[outputFormats.email]
mediaType = "text/mail"
baseName = "email"
isPlainText = true
[outputFormats.plain]
mediaType = "text/plain"
baseName = "release"
isPlainText = true
[outputs]
page = ["html", "email", "plain"]
`

/** What Hugo puts where a layout of the other contestants shows a value; `escape` for what goes into HTML by hand. */
function places(escape) {
  const show = (expression) => `{{ ${expression}${escape} }}`
  return {
    headline: show('.Params.headline'),
    subheadline: show('.Params.subheadline'),
    summary: show('.Params.summary'),
    organization: show('.Site.Data.press.organization.name'),
    date: show('.Date.Format "January 2, 2006"'),
    body: '{{ $body }}',
    contacts: [0, 1].map((i) =>
      Object.fromEntries(
        ['name', 'role', 'phone', 'email'].map((key) => [
          key,
          show(`(index $.Site.Data.contacts (index $.Params.contacts ${i})).${key}`),
        ]),
      ),
    ),
    about: [0, 1].map((i) => ({
      title: `{{ (index $about ${i}).Title${escape} }}`,
      html: `{{ (index $about ${i}).Content }}`,
    })),
  }
}

const abouts = `{{- $about := slice }}{{ range .Params.boilerplate }}{{ $about = $about | append ($.Site.GetPage (printf "/about/%s" .)) }}{{ end -}}
`
const withDateline = (safe) =>
  `{{- $body := replace .Content "<p>" (printf "<p><strong>%s</strong> — " .Params.dateline) 1 ${safe} -}}\n`

/** Layouts written for Handlebars escape what they are given; expressions for Hugo have to come out as they are. */
const unescaped = (text) => text.replaceAll('&quot;', '"').replaceAll('&#x3D;', '=').replaceAll('&#x27;', "'")

/**
 * What a mail's text needs of styles, on its tags: links and headings by Hugo's render hooks, which may differ by output format, all other
 * tags by replacing them in what Goldmark has made, with the values that juice puts on them from the style sheet that all contestants have.
 */
const styled = (tag) => juice.inlineContent(`<${tag}></${tag}>`, mailCss).replace(`</${tag}>`, '')
const styleOf = (tag) => /style="([^"]*)"/.exec(styled(tag))?.[1] ?? ''
const hooks = {
  'render-link.email.html': `<a href="{{ .Destination | safeURL }}" style="${styleOf('a')}">{{ .Text | safeHTML }}</a>`,
  'render-heading.email.html': `<h{{ .Level }} style="${styleOf('h2')}">{{ .Text | safeHTML }}</h{{ .Level }}>`,
}
const inlined = [
  ...['th', 'td'].map((tag) => [`<${tag} style="`, `<${tag} style="${styleOf(tag)} `]),
  ...['p', 'blockquote', 'table', 'th', 'td'].map((tag) => [`<${tag}>`, styled(tag)]),
]
  .map(([from, to]) => `{{- $body = replace $body \`${from}\` \`${to}\` -}}\n`)
  .join('')

/**
 * Writes a site for Hugo with the same releases, contacts and texts. Its email is compiled by MJML and juice here, once, with
 * Hugo's expressions in it: Hugo itself has neither.
 * @param {string} root the press room
 * @param {string} site the folder to write to
 */
export async function writeSite(root, site) {
  const put = (path, text) => {
    mkdirSync(join(site, path, '..'), { recursive: true })
    writeFileSync(join(site, path), text)
  }
  put('hugo.toml', settings(site))
  for (const name of releasesOf(root))
    put(
      `content/releases/${name}`,
      withPlainQuotes(readFileSync(join(root, 'releases', name), 'utf8')).replace(
        '---\n',
        `---\nslug: ${slugOf(name)}\n`,
      ),
    )
  for (const [name, { title, text }] of Object.entries(readRoom(root).about))
    put(`content/about/${name}.md`, `---\ntitle: ${title}\n_build: { render: never, list: never }\n---\n\n${text}\n`)
  cpSync(join(root, 'templates/contacts.yaml'), join(site, 'data/contacts.yaml'))
  cpSync(join(root, 'press.yaml'), join(site, 'data/press.yaml'))
  put('layouts/_default/single.html', abouts + withDateline('| safeHTML') + unescaped(page(places(''))))
  const { html } = await mjml(unescaped(mail(places(' | htmlEscape'))))
  const mailLayout = juice.inlineContent(html, mailCss).replace('</head>', `<style>${mailCss}</style></head>`)
  put('layouts/_default/single.email.html', abouts + withDateline('') + inlined + unescaped(mailLayout))
  put('layouts/_default/single.plain.txt', textLayout)
  for (const [name, hook] of Object.entries(hooks)) put(`layouts/_default/_markup/${name}`, hook)
}

/** Plain text that can be read: Hugo's own drops addresses, the space between paragraphs, and the dashes of lists. */
const textLayout = `{{- $text := .Content -}}
{{- $text = replaceRE \`<a href="(http[^"]*)"[^>]*>([^<]*)</a>\` "$2 ($1)" $text -}}
{{- $text = replace $text "<li>" "- " -}}
{{- $text = replaceRE "</t[dh]>\\\\s*" "  " $text -}}
{{- $text = replaceRE "</(p|h2|ul|table|blockquote)>" "\\n" $text -}}
{{- $text = replaceRE "<[^>]*>" "" $text -}}
FOR IMMEDIATE RELEASE
{{ .Date.Format "January 2, 2006" }}

CONTACTS
{{ range .Params.contacts }}{{ with index $.Site.Data.contacts . }}
{{ .name }}
{{ .role }}
Tel: {{ .phone }}
{{ .email }}
{{ end }}{{ end }}
{{ .Params.headline }}

{{ .Params.subheadline }}

{{ .Params.dateline }} — {{ $text | htmlUnescape }}

###
{{ range .Params.boilerplate }}{{ with $.Site.GetPage (printf "/about/%s" .) }}
{{ .Title }}

{{ .Plain | htmlUnescape }}
{{ end }}{{ end }}`
