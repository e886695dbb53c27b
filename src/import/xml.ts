import { refuse, type Refusal } from './refusal.ts'

/** An element of XML; text is kept in the order of its neighbours. */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: (Element | string)[]
}

/** Real documents nest some thirty levels; tables in tables in text boxes some eighty. */
const maxDepth = 250

const token = /<(\/?)([^\s/>]+)((?:\s+[^\s=>]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/g
const attribute = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

const unescape = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (all, hex?: string, number?: string, name?: string) => {
        if (name !== undefined) return Object.hasOwn(entities, name) ? (entities[name] ?? all) : all
        const code = hex === undefined ? Number(number) : Number.parseInt(hex, 16)
        return code > 0x10ffff ? '\uFFFD' : String.fromCodePoint(code)
      })
    : text

/**
 * Parses XML as office programs write it. A document type is refused, and with it every entity that could name a file or unfold
 * without end; nothing is ever fetched.
 */
export function parseXml(bytes: Uint8Array): Element | Refusal {
  const text = new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8').decode(bytes)
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) {
    const hint = 'no office program writes one; save the file anew as .docx'
    return refuse('The file has a document type, which may name other files', hint)
  }
  const root: Element = { name: '', attributes: {}, children: [] }
  const open = [root]
  for (const [, slash, name, typed = '', alone, words] of withoutAsides(text).matchAll(token)) {
    const parent = open.at(-1) ?? root
    if (words !== undefined) parent.children.push(unescape(words))
    else if (name !== undefined && slash === '/') {
      if (open.length > 1) open.pop()
    } else if (name !== undefined) {
      const attributes: Record<string, string> = Object.create(null)
      for (const [, key = '', double, single] of typed.matchAll(attribute))
        attributes[key] = unescape(double ?? single ?? '')
      const element: Element = { name, attributes, children: [] }
      parent.children.push(element)
      if (alone !== '/') open.push(element)
      if (open.length > maxDepth)
        return refuse('The file is nested too deep to be a release', 'save it anew in the program it was made with')
    }
  }
  return root
}

/** Without comments and processing instructions, and with CDATA as the text that it is; each is looked for once, so that none can be many. */
function withoutAsides(text: string): string {
  let out = ''
  let at = 0
  for (let start = text.search(/<[!?]/); start !== -1;) {
    const [open, close] = text.startsWith('<!--', start)
      ? ['<!--', '-->']
      : text.startsWith('<![CDATA[', start)
        ? ['<![CDATA[', ']]>']
        : ['<', '>']
    const end = text.indexOf(close, start + open.length)
    out += text.slice(at, start)
    if (end === -1) return out
    if (open === '<![CDATA[')
      out += text
        .slice(start + open.length, end)
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
    at = end + close.length
    const [bang, question] = [text.indexOf('<!', at), text.indexOf('<?', at)]
    start = bang === -1 ? question : question === -1 ? bang : Math.min(bang, question)
  }
  return out + text.slice(at)
}

export const elements = (parent: Element): Element[] =>
  parent.children.filter((child): child is Element => typeof child !== 'string')

export const child = (parent: Element | undefined, name: string): Element | undefined =>
  parent && elements(parent).find((one) => one.name === name)

export const childrenNamed = (parent: Element | undefined, name: string): Element[] =>
  parent ? elements(parent).filter((one) => one.name === name) : []

/** Every element of a name below one, in order. */
export function* below(parent: Element, name: string): Generator<Element> {
  for (const one of elements(parent)) {
    if (one.name === name) yield one
    yield* below(one, name)
  }
}

export const textBelow = (parent: Element): string =>
  parent.children.map((one) => (typeof one === 'string' ? one : textBelow(one))).join('')
