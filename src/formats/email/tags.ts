export interface Tag {
  readonly kind: 'open' | 'close' | 'void' | 'other'
  readonly name: string
  /** What style sheets can tell the element by: its name, classes, and a style of its own. */
  readonly key: string
  readonly start: number
  readonly end: number
}

const pattern =
  /<!--[\s\S]*?-->|<![^>]*>|<(style|script|title)\b[^>]*>[\s\S]*?<\/\1\s*>|<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/g
const voids = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
])

/** The tags of HTML that we or MJML wrote, in order; comments, conditional ones too, and style sheets count as one each. */
export function* tagsOf(html: string): Generator<Tag> {
  for (const match of html.matchAll(pattern)) {
    const [all, , slash, name, attributes = ''] = match
    const place = { start: match.index, end: match.index + all.length }
    if (name === undefined) yield { kind: 'other', name: '', key: '', ...place }
    else {
      const tag = name.toLowerCase()
      const kind = slash === '/' ? 'close' : voids.has(tag) || attributes.endsWith('/') ? 'void' : 'open'
      yield { kind, name: tag, key: kind === 'close' ? tag : keyOf(tag, attributes), ...place }
    }
  }
}

function keyOf(tag: string, attributes: string): string {
  if (attributes === '') return tag
  const classes = /\sclass="([^"]*)"/.exec(attributes)?.[1]?.trim()
  const style = /\sstyle="([^"]*)"/.exec(attributes)?.[1]
  const names = classes ? `.${classes.split(/\s+/).join('.')}` : ''
  return style === undefined ? tag + names : `${tag}${names}[${style.replace(/[[\]>]/g, '')}]`
}
