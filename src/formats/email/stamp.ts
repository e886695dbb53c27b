import type { LayoutCache } from '../../template/cache.ts'
import { inlineStyles } from './inline.ts'
import { asUsual, nextTag, type Tag } from './tags.ts'

/** Puts the inline styles of a style sheet on the elements of a body, without parsing and matching it anew. */
export interface Stamper {
  /** The body with its styles, if every kind of element in it has been met before. */
  known(html: string, within: string): string | undefined
  /** The same, with juice asked for the kinds that are new. */
  learn(html: string, within: string): Promise<string>
}

/**
 * Whether a style sheet tells elements apart only by what they are and what they stand in: elements and classes, inside or right
 * below each other. Then two elements with the same way down from the root have the same styles, and each way is asked for once.
 */
export function isPathOnly(css: string): boolean {
  const bare = css.replace(/\/\*[\s\S]*?\*\//g, '')
  if (/@/.test(bare)) return false
  return [...bare.matchAll(/([^{}]+)\{[^{}]*\}/g)].every(([, selectors = '']) => /^[\w\s.,>*-]+$/.test(selectors))
}

/** A table of styles by way, kept in the cache, in which juice is asked only for what is not there. */
export function stamper(css: string, cache: LayoutCache): Stamper {
  const key = `styles 1\n${css}`
  const styles = readStyles(cache.get(key))

  let roots = new Map<string, Place>()

  const stamp = (html: string, within: string, unknown?: Map<string, Chain>): string | undefined => {
    let out = ''
    let at = 0
    const open: Place[] = []
    const root = placeIn(roots, within, within, '', styles)
    for (let start = html.indexOf('<'); start !== -1; start = html.indexOf('<', at)) {
      const above = open.at(-1) ?? root
      const whole = html.slice(start, html.indexOf('>', start) + 1)
      let step = above.steps.get(whole)
      let end = start + whole.length
      if (!step) {
        const tag = nextTag(html, start)
        if (!tag) break
        ;({ start, end } = tag)
        step = stepAt(above, tag, html.slice(start, end))
      }
      out += html.slice(at, start) + step.written
      at = end
      const { kind, name, place } = step
      if (kind === 'close') {
        const opened = above.name === name ? open.length - 1 : open.findLastIndex((one) => one.name === name)
        if (opened !== -1) open.length = opened
      }
      if (!place) continue
      if (place.style === undefined) {
        if (!unknown) return undefined
        unknown.set(place.way, place.way.split('>'))
      }
      if (kind === 'open') open.push(place)
    }
    return out + html.slice(at)
  }

  const stepAt = (above: Place, { kind, name, key }: Tag, typed: string): Step => {
    if (kind !== 'open' && kind !== 'void') return kept(above, typed, { kind, name, written: typed })
    const place = placeIn(above.inside, key, `${above.way}>${key}`, name, styles)
    if (place.style === undefined) return { kind, name, written: typed, place }
    return kept(above, typed, { kind, name, written: styled(typed, place.style), place })
  }

  return {
    known: (html, within) => stamp(html, within),
    async learn(html, within) {
      const unknown = new Map<string, Chain>()
      stamp(html, within, unknown)
      await askJuice([...unknown], css, styles)
      roots = new Map()
      cache.set(key, JSON.stringify([...styles].sort(([a], [b]) => (a < b ? -1 : 1))))
      return stamp(html, within) ?? html
    },
  }
}

type Chain = readonly string[]

/** A place that elements stand in, with what is known of it: looked up step by step, since the whole way is a long key. */
interface Place {
  readonly way: string
  /** The name of the innermost element. */
  readonly name: string
  readonly style: string | undefined
  readonly inside: Map<string, Place>
  /** By tags without attributes, which are most of a body, what becomes of them here. */
  readonly steps: Map<string, Step>
}

/** What becomes of a tag in a place. */
interface Step extends Pick<Tag, 'kind' | 'name'> {
  readonly written: string
  /** The place within it, where it opens one. */
  readonly place?: Place
}

function placeIn(
  places: Map<string, Place>,
  key: string,
  way: string,
  name: string,
  styles: ReadonlyMap<string, string>,
): Place {
  let place = places.get(key)
  if (!place) {
    place = { way, name, style: styles.get(way), inside: new Map(), steps: new Map() }
    places.set(key, place)
  }
  return place
}

const isPlain = /^<\/?(?!style|script|title)[a-z][a-z0-9]{0,9}>$/
/** Of one place; more than HTML has elements. */
const mostSteps = 200

function kept({ steps }: Place, typed: string, step: Step): Step {
  if (isPlain.test(typed) && steps.size < mostSteps) steps.set(typed, step)
  return step
}

function styled(tag: string, style: string): string {
  if (style === '') return tag
  const [, name = '', attributes = '', end = ''] = /^(<[a-z0-9]+)([^]*?)(\/?>)$/i.exec(tag) ?? []
  return `${name}${asUsual(attributes).replace(/\sstyle="[^"]*"/, '')} style="${style}"${end}`
}

/** One document with each unknown element at the end of its own way, inlined by juice, and read back. */
async function askJuice(
  unknown: readonly (readonly [string, Chain])[],
  css: string,
  styles: Map<string, string>,
): Promise<void> {
  const specimen = unknown.map(([, chain], i) => chainHtml(chain, i)).join('\n')
  const inlined = await inlineStyles(specimen, css)
  const found = new Map<number, string>()
  for (const [tag, number] of inlined.matchAll(/<[a-z][^>]*\sdata-specimen="(\d+)"[^>]*>/g))
    found.set(Number(number), /\sstyle="([^"]*)"/.exec(tag)?.[1] ?? '')
  for (const [i, [way]] of unknown.entries()) styles.set(way, found.get(i) ?? '')
}

function chainHtml(chain: Chain, number: number): string {
  const tags = chain.map((key) => /^([^.[]+)((?:\.[^.[]+)*)(?:\[([\s\S]*)\])?$/.exec(key) ?? [key, key])
  const open = tags.map(([, tag = '', classes = '', style], i) => {
    const names = classes === '' ? '' : ` class="${classes.slice(1).replaceAll('.', ' ')}"`
    const own = style === undefined ? '' : ` style="${style}"`
    return `<${tag}${i === tags.length - 1 ? ` data-specimen="${number}"` : ''}${names}${own}>`
  })
  const close = tags.map(([, tag = '']) => `</${tag}>`).reverse()
  return open.join('') + close.join('')
}

function readStyles(kept: string | undefined): Map<string, string> {
  if (kept === undefined) return new Map()
  return new Map(JSON.parse(kept) as [string, string][])
}
