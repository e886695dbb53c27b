import sanitize from 'sanitize-html'
import { renderHtml, renderInlineHtml, type HtmlParts, type Renderer } from './html.ts'

const allowedTags = `
  p h2 h3 h4 h5 h6 ul ol li blockquote pre code hr br div section aside footer table thead tbody tfoot tr th
  td caption figure figcaption img a em strong s sup sub b i u small mark abbr cite q span bdi bdo dl dt dd details summary time kbd slot
`.match(/\w+/g) as string[]

const own = ['class', 'id', 'lang', 'dir']

/**
 * Renders in a press room that allows raw HTML: what Markdown brings is cleaned, so that nothing of it runs, loads or restyles the page,
 * and what the partials make of it stays as it is. While the rest is cleaned, which is done at once so that a tag left open in one
 * paragraph is closed, a slot stands for each partial. In an attribute a slot is no tag, and nothing is filled in; nor is any twice.
 */
export function renderCleaned(parts: HtmlParts): Renderer {
  const made = new Map<string, string>()
  let count = 0
  const keep = (html: string): string => {
    const name = String(count++)
    made.set(name, html)
    return `<slot name="${name}"></slot>`
  }
  const clean = (html: string): string =>
    sanitizeHtml(html).replace(/<slot name="(\d+)"><\/slot>/g, (_, name: string) => {
      const html = made.get(name) ?? ''
      made.delete(name)
      return html
    })
  const titled = ({ title, body }: { title: string; body: string }) => ({ title: clean(title), body: clean(body) })
  const cleaned: HtmlParts = {
    ...parts,
    figure: (view) => keep(parts.figure(view)),
    quote: ({ body, speaker }) => keep(parts.quote({ body: clean(body), speaker: clean(speaker) })),
    blockquote: ({ body }) => keep(parts.blockquote({ body: clean(body) })),
    table: ({ table }) => keep(parts.table({ table: clean(table) })),
    notes: (view) => keep(parts.notes(titled(view))),
    factBox: (view) => keep(parts.factBox(titled(view))),
    dateline: ({ text }) => keep(parts.dateline({ text: clean(text) })),
    footnotes: ({ footnotes }) =>
      keep(parts.footnotes({ footnotes: footnotes.map((note) => ({ ...note, body: clean(note.body) })) })),
  }
  return {
    document: (document) => clean(renderHtml(document, cleaned)),
    line: (children) => clean(renderInlineHtml(children, cleaned)),
  }
}

function sanitizeHtml(body: string): string {
  return sanitize(body, {
    allowedTags,
    allowedAttributes: {
      '*': own,
      a: ['href', 'title'],
      img: ['src', 'alt', 'title', 'width', 'height'],
      ol: ['start'],
      th: ['scope', 'colspan', 'rowspan'],
      td: ['colspan', 'rowspan'],
      div: ['role', 'tabindex', 'aria-label'],
      section: ['role', 'aria-label', 'aria-labelledby'],
      time: ['datetime'],
      abbr: ['title'],
      slot: ['name'],
    },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowedSchemesByTag: { img: ['http', 'https'] },
    allowProtocolRelative: false,
  })
}
