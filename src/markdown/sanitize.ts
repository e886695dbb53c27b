import sanitize from 'sanitize-html'

const allowedTags = `
  p h2 h3 h4 h5 h6 ul ol li blockquote pre code hr br div section aside footer table thead tbody tfoot tr th
  td caption figure figcaption img a em strong s sup sub b i u small mark abbr cite q span bdi bdo dl dt dd details summary time kbd
`.match(/\w+/g) as string[]

const own = ['class', 'id', 'lang', 'dir']

/**
 * Cleans a rendered body in a press room that allows raw HTML: what our own renderer makes stays, what could run, load or
 * restyle the page goes. The whole body is cleaned at once, so that a tag left open in one paragraph is closed.
 */
export function sanitizeHtml(body: string): string {
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
    },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowedSchemesByTag: { img: ['http', 'https'] },
    allowProtocolRelative: false,
  })
}
