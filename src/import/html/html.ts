import { parse, type DefaultTreeAdapterTypes } from 'parse5'
import { noManuscript, type Aside, type Block, type Manuscript, type Run } from '../manuscript.ts'
import { refuse, type Refusal } from '../refusal.ts'
import type { FindPicture } from '../find-picture.ts'
import { footnotesOf } from './footnotes.ts'
import { attribute, depthOf, elementsBelow, silent, textBelow, type Element, type Node } from './tree.ts'
import { simpleRules } from './style.ts'
import { HtmlReader } from './reader.ts'
import { isBullet } from './word-list.ts'

/** Pages made by people nest some forty levels, mails made by editors some hundred. */
const maxDepth = 400
/** Far more than any page leaves open; beyond it the parser itself would take minutes. */
const maxUnclosed = 3_000

/**
 * Reads a page: saved by Word, Outlook, Google Docs or LibreOffice, or from a site. What its makers put around the text (menus, footers,
 * buttons) comes aside; scripts, styles and whatever else is no text is left out, and nothing is run or fetched.
 */
export function readHtml(html: string, findPicture: FindPicture): Manuscript | Refusal {
  const tooDeep = refuse(
    'The page is nested too deep to be a release',
    'copy its text into a .txt file, and import that',
  )
  if (unclosed(html) > maxUnclosed) return tooDeep
  const document = parse(withoutOffice(html), { scriptingEnabled: false })
  if (depthOf(document) > maxDepth) return tooDeep
  const all = elementsBelow(document)
  const named = (name: string): Element[] => all.filter(({ tagName }) => tagName === name)
  const [root] = named('html')
  const [body = root] = named('body')
  if (!body) return noManuscript
  const content = contentOf(body, all)
  const rules = simpleRules(named('style').map(textBelow))
  const notes = footnotesOf(content)
  const reader = new HtmlReader({ rules, findPicture, notes: notes.marks, noteBodies: notes.bodies })
  const blocks: Block[] = reader.read(content)
  const footnotes = new Map<string, readonly Run[]>(
    [...notes.texts].map(([id, elements]) => [id, reader.readNote(elements)]),
  )
  const outside = content === body ? [] : asidesAround(body, content)
  const meta = (name: string): string | undefined =>
    named('meta')
      .find((one) => [attribute(one, 'name'), attribute(one, 'property'), attribute(one, 'itemprop')].includes(name))
      ?.attrs.find((one) => one.name === 'content')
      ?.value.trim() || undefined
  const language = root && (attribute(root, 'lang') || attribute(root, 'xml:lang'))
  const time = elementsBelow(content).find(
    ({ tagName, attrs }) => tagName === 'time' && attrs.some(({ name }) => name === 'datetime'),
  )
  const published =
    meta('article:published_time') ??
    meta('datePublished') ??
    meta('dcterms.date') ??
    meta('date') ??
    (time && attribute(time, 'datetime'))
  return {
    ...noManuscript,
    blocks,
    footnotes,
    pictures: reader.pictures,
    asides: [...reader.asides, ...outside],
    remarks: reader.remarks,
    fields: { ...(published !== undefined && published !== '' && { 'page date': published }) },
    ...(language && { language }),
    words: visibleWords(body),
  }
}

/** Elements that end by themselves, or that nothing can stand in. */
const selfClosing =
  /^(?:p|li|dd|dt|td|th|tr|tbody|thead|tfoot|option|colgroup|br|hr|img|meta|link|input|wbr|area|base|col|embed|source|track|body|html|head)$/i

/** The most elements that are open at once, about: the parser looks through all of them for each new one. */
function unclosed(html: string): number {
  let open = 0
  let most = 0
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9:]*)/gi)) {
    if (selfClosing.test(name)) continue
    open = slash === '/' ? Math.max(0, open - 1) : open + 1
    most = Math.max(most, open)
  }
  return most
}

/** Outlook and Word wrap what only they read in conditional comments; a few of them are not comments to other readers. */
const withoutOffice = (html: string): string =>
  html.replace(/<!\[(?:if|endif)[^\]>]{0,100}\]>/gi, '').replace(/<\?xml[^>]{0,300}>/gi, '')

/** The one article or main part of a page, where it has one; a page of articles is read whole. */
function contentOf(body: Element, all: readonly Element[]): Element {
  const articles = all.filter(({ tagName }) => tagName === 'article')
  const mains = all.filter((one) => one.tagName === 'main' || attribute(one, 'role') === 'main')
  const [main] = mains
  const only = articles.length === 1 ? articles[0] : mains.length === 1 ? main : undefined
  return only && textBelow(only).trim().length > 200 ? only : body
}

/** What stands around the content, in the order of the page. */
function asidesAround(body: Element, content: Element): Aside[] {
  const texts: string[] = []
  const visit = (node: Node): void => {
    if (node === content) return
    if ('value' in node && node.nodeName === '#text') texts.push(node.value)
    else if ('childNodes' in node && !('tagName' in node && silent.has(node.tagName))) {
      for (const child of node.childNodes) visit(child)
      texts.push('\n')
    }
  }
  visit(body)
  const text = texts
    .join('')
    .replace(/[ \t\u00A0]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim()
  return text === '' ? [] : [{ what: 'around the text', text }]
}

/** Bullets that Word writes out, and marks of comments, are no words. */
const isUnread = (element: Element): boolean =>
  silent.has(element.tagName) ||
  isBullet(element) ||
  /mso-list:\s*ignore/i.test(attribute(element, 'style')) ||
  attribute(element, 'href').startsWith('#cmnt')

function visibleWords(body: Element): string {
  const texts: string[] = []
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('value' in node && node.nodeName === '#text') texts.push(node.value)
    else if ('childNodes' in node && !('tagName' in node && isUnread(node))) {
      const isInline = 'tagName' in node && inline.has(node.tagName)
      if (!isInline) texts.push('\n')
      for (const child of node.childNodes) visit(child)
      if (!isInline) texts.push('\n')
    }
  }
  visit(body)
  return texts.join('')
}

const inline = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
  'bdo',
  'big',
  'cite',
  'code',
  'del',
  'dfn',
  'em',
  'font',
  'i',
  'ins',
  'kbd',
  'label',
  'mark',
  'q',
  's',
  'small',
  'span',
  'strike',
  'strong',
  'sub',
  'sup',
  'time',
  'tt',
  'u',
  'var',
  'wbr',
  'o:p',
  'st1:city',
  'st1:place',
])
