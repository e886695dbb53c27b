import { attribute, elementsBelow, textBelow, type Element } from './tree.ts'

/**
 * The footnotes of a page: links to an id further down whose text is a number or a star, as Word, Google Docs, LibreOffice and Markdown
 * write them, each with a link back.
 */
export interface Footnotes {
  /** The footnote's id by the link that is its mark. */
  readonly marks: ReadonlyMap<Element, string>
  /** What holds the texts, which is not read as text itself. */
  readonly bodies: ReadonlySet<Element>
  readonly texts: ReadonlyMap<string, readonly Element[]>
}

const isMark = (link: Element): boolean =>
  /^\s*[[(]?\s*(?:\d{1,3}|[ivx]{1,4}|[*†‡a-z])\s*[\])]?\s*$/i.test(textBelow(link))

export function footnotesOf(content: Element): Footnotes {
  const all = elementsBelow(content)
  const parents = new Map<Element, Element>()
  for (const parent of [content, ...all])
    for (const node of parent.childNodes) if ('tagName' in node) parents.set(node, parent)
  const targets = new Map<string, Element>()
  for (const one of all)
    for (const name of [attribute(one, 'id'), attribute(one, 'name')]) if (name !== '') targets.set(name, one)
  const marks = new Map<Element, string>()
  const texts = new Map<string, readonly Element[]>()
  const bodies = new Set<Element>()
  const ids = new Map<Element, string>()
  const order = new Map(all.map((one, i) => [one, i]))
  for (const link of all) {
    const href = attribute(link, 'href')
    if (link.tagName !== 'a' || !href.startsWith('#') || !isMark(link)) continue
    const target = targets.get(decodeURIComponentSafely(href.slice(1)))
    if (!target || (order.get(target) ?? 0) < (order.get(link) ?? 0)) continue
    const holder = holderOf(target, parents, content)
    const leadsBack = [target, ...elementsBelow(holder)].some((one) => {
      const back = targets.get(decodeURIComponentSafely(attribute(one, 'href').slice(1)))
      return (
        back !== undefined &&
        attribute(one, 'href').startsWith('#') &&
        (order.get(back) ?? 0) < (order.get(holder) ?? 0)
      )
    })
    if (!leadsBack) continue
    const id = ids.get(holder) ?? String(ids.size + 1)
    ids.set(holder, id)
    marks.set(link, id)
    texts.set(id, [holder])
    bodies.add(holder)
  }
  return { marks, bodies, texts }
}

/** The item or the paragraph that a footnote's anchor stands in, or the division that a word processor makes for it. */
function holderOf(target: Element, parents: ReadonlyMap<Element, Element>, content: Element): Element {
  let holder = target
  while (!['li', 'p', 'div', 'aside'].includes(holder.tagName)) {
    const parent = parents.get(holder)
    if (!parent || parent === content) return holder
    holder = parent
  }
  const parent = parents.get(holder)
  return parent && parent.tagName === 'div' && /^(?:ftn|edn|sdfootnote|sdendnote)\d+/i.test(attribute(parent, 'id'))
    ? parent
    : holder
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
