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

type Kind = Pick<Tag, 'kind' | 'name' | 'key'>

/** The first tag at or after a place in HTML that we or MJML wrote; a comment, a conditional one too, or a style sheet counts as one. */
export function nextTag(html: string, from: number): Tag | undefined {
  pattern.lastIndex = from
  const match = pattern.exec(html)
  if (!match) return undefined
  const [all, , slash, name, attributes = ''] = match
  return { start: match.index, end: match.index + all.length, ...kindOf(slash, name, attributes) }
}

function kindOf(slash: string | undefined, name: string | undefined, attributes: string): Kind {
  if (name === undefined) return { kind: 'other', name: '', key: '' }
  const tag = name.toLowerCase()
  const kind = slash === '/' ? 'close' : voids.has(tag) || attributes.endsWith('/') ? 'void' : 'open'
  return { kind, name: tag, key: kind === 'close' ? tag : keyOf(tag, attributes) }
}

/** All of them, in order. */
export function* tagsOf(html: string): Generator<Tag> {
  for (let tag = nextTag(html, 0); tag; tag = nextTag(html, tag.end)) yield tag
}

function keyOf(tag: string, typed: string): string {
  if (typed === '') return tag
  const attributes = asUsual(typed)
  const classes = /\sclass="([^"]*)"/.exec(attributes)?.[1]?.trim()
  const style = /\sstyle="([^"]*)"/.exec(attributes)?.[1]
  const names = classes ? `.${classes.split(/\s+/).join('.')}` : ''
  return style === undefined ? tag + names : `${tag}${names}[${style.replace(/[[\]>]/g, '')}]`
}

const usual = /^(?:\s+[a-z-]+="[^"]*")*\s*\/?$/
const attribute = /([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g

/** Attributes as the kit writes them, in small letters and double quotes: a press room's own partials need not. */
export function asUsual(attributes: string): string {
  if (usual.test(attributes)) return attributes
  const written = [...attributes.matchAll(attribute)].map(([, name = '', double, single, bare]) => {
    const value = double ?? single ?? bare
    return value === undefined ? ` ${name}` : ` ${name.toLowerCase()}="${value.replaceAll('"', '&quot;')}"`
  })
  return written.join('') + (attributes.endsWith('/') ? ' /' : '')
}
