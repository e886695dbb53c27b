import { over, parseColour } from '../../clients/colour.ts'
import { pixels } from '../../clients/inline-style.ts'
import { attribute, isText, type Element } from '../../clients/markup.ts'
import { onceForKey } from '../../source/once.ts'
import { cascade, type Scheme, type Style } from './cascade.ts'
import type { Email, Reading } from './email.ts'

/** How the text that stands directly in an element is painted. */
export interface Paint {
  readonly element: Element
  readonly text: string
  /** Both as #rrggbb. */
  readonly ink: string
  readonly ground: string
  /** In px. */
  readonly size: number
  /** The nearest link around the text. */
  readonly link: Element | undefined
}

interface Inherited {
  readonly ink: string
  readonly ground: string
  readonly size: number
  readonly link: Element | undefined
}

const headings: Readonly<Record<string, number>> = { h1: 2, h2: 1.5, h3: 1.17, h4: 1, h5: 0.83, h6: 0.67, small: 0.83 }

/** What a client paints where nothing is said: Chromium's and WebKit's colours for pages that declare both schemes. */
const defaults = {
  light: { ink: '#000000', ground: '#ffffff', link: '#0000ee' },
  dark: { ink: '#ffffff', ground: '#121212', link: '#9e9eff' },
  // Before it darkens anything.
  outlook: { ink: '#000000', ground: '#ffffff', link: '#0000ee' },
} as const

/**
 * All visible text with its colours and size: inherited colour, nearest opaque background, the scheme's own rules.
 * Several rules ask for it, so it is kept for as long as the reading is.
 */
export const paints = (email: Email, reading: Reading, scheme: Scheme): readonly Paint[] =>
  painted(reading, scheme, email)

const painted = onceForKey((reading: Reading, scheme: Scheme, email: Email): Paint[] => {
  const styleOf = cascade(email, reading, scheme)
  const { ink, ground, link: linkInk } = defaults[scheme]
  const page: Inherited = { ink, ground, size: 16, link: undefined }
  const states = new Map<unknown, Inherited | 'hidden'>()
  const found: Paint[] = []
  for (const element of reading.elements) {
    const from = states.get(element.parentNode) ?? page
    const style = styleOf(element)
    const state = from === 'hidden' || isHidden(element, style) ? 'hidden' : inherit(element, style, from, linkInk)
    states.set(element, state)
    if (state === 'hidden') continue
    const text = element.childNodes.filter(isText).map(({ value }) => value)
    if (/[^\s\p{Cf}]/u.test(text.join('')) && state.size > 0) found.push({ element, text: text.join(' '), ...state })
  }
  return found
})

const unseen = new Set(['head', 'style', 'script', 'title', 'template', 'noscript'])

/** Is an element not shown at all, and with it nothing inside it? */
const isHidden = (element: Element, style: Style): boolean =>
  unseen.has(element.tagName) ||
  attribute(element, 'hidden') !== undefined ||
  style.get('display') === 'none' ||
  style.get('visibility') === 'hidden' ||
  style.get('opacity') === '0'

function inherit(element: Element, style: Style, from: Inherited, linkInk: string): Inherited {
  const link = element.tagName === 'a' && attribute(element, 'href') !== undefined ? element : from.link
  const behind = parseColour(style.get('background-color') ?? attribute(element, 'bgcolor') ?? '')
  const ground = behind ? over(behind, from.ground) : from.ground
  const said = style.get('color') ?? attribute(element, 'color')
  const colour = said === undefined ? undefined : parseColour(said)
  const own = link === element && said === undefined ? linkInk : from.ink
  return { link, ground, ink: colour ? over(colour, ground) : own, size: sizeOf(element, style, from.size) }
}

function sizeOf(element: Element, style: Style, from: number): number {
  const said = style.get('font-size') ?? /[\d.]+(?:px|pt|em|%)/.exec(style.get('font') ?? '')?.[0]
  if (said === undefined) return from * (headings[element.tagName] ?? 1)
  const [, number, unit] = /^([\d.]+)(em|%|rem)$/.exec(said.trim()) ?? []
  if (unit === 'rem') return Number(number) * 16
  return unit ? (Number(number) / (unit === '%' ? 100 : 1)) * from : (pixels(said) ?? from)
}
