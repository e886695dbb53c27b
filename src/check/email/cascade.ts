import type { AtRule, ChildNode, Container, Rule } from 'postcss'
import { isElement, type Element } from '../../clients/markup.ts'
import { onceForKey } from '../../source/once.ts'
import type { Email, Reading } from './email.ts'
import { selecting, selectorsOf, specificity, type Selected } from './selector.ts'
import { parseColour } from '../../clients/colour.ts'

/** The scheme that a reader has chosen; `outlook` is the dark of Outlook.com, which takes the rules for what it has marked. */
export type Scheme = 'light' | 'dark' | 'outlook'

/** What applies to an element before anything is inherited: property to value. */
export type Style = ReadonlyMap<string, string>

interface Candidate extends Selected {
  readonly weight: number
  readonly rule: Rule
}

type Cascade = (element: Element) => Style

/**
 * Which declarations win on an element, by the cascade of CSS: sheet, style attribute, and `!important` of a sheet above both. Several
 * rules ask for it, so it is kept for as long as the reading is.
 */
export const cascade = (email: Email, reading: Reading, scheme: Scheme): Cascade => cascadeOf(reading, scheme, email)

const cascadeOf = onceForKey((reading: Reading, scheme: Scheme, email: Email): Cascade => {
  const candidates = reading.sheets.flatMap((sheet) =>
    'root' in sheet.parsed ? rulesIn(sheet.parsed.root, scheme).flatMap((rule) => toCandidates(rule, scheme)) : [],
  )
  candidates.sort((a, b) => a.weight - b.weight)
  const rulesOf = selecting(candidates)
  const ways = new Map<string, Styled>()
  const known = new Map<unknown, Styled>()
  const styled = (element: Element): Styled => {
    const there = known.get(element)
    if (there) return there
    // All that the selectors look at: the way down from the root. Most elements of a mail share theirs with others.
    const around = element.parentNode && isElement(element.parentNode) ? styled(element.parentNode).number : -1
    const attributes = element.attrs.map(({ name, value }) => `${name}=${value}`).join('\n')
    const way = `${around} ${element.tagName} ${attributes}`
    const found = ways.get(way) ?? { number: ways.size, style: resolve(email, element, rulesOf(element)) }
    ways.set(way, found)
    known.set(element, found)
    return found
  }
  return (element) => styled(element).style
})

interface Styled {
  readonly number: number
  readonly style: Style
}

/** What Outlook.com marks as changed, and nobody else. */
const mark = /^\[data-ogs[cb]\]\s+/

const toCandidates = (rule: Rule, scheme: Scheme): Candidate[] =>
  selectorsOf(rule.selector).flatMap((written) => {
    const selector = written.replace(mark, '')
    return selector === written || scheme === 'outlook' ? [{ selector, weight: specificity(written), rule }] : []
  })

/** The rules that hold at a phone's and a desk's width alike, and in the scheme; those for one width only are left out. */
function rulesIn(container: Container<ChildNode>, scheme: Scheme): Rule[] {
  return (container.nodes ?? []).flatMap((node) => {
    if (node.type === 'rule') return [node]
    return node.type === 'atrule' && appliesIn(node, scheme) ? rulesIn(node, scheme) : []
  })
}

const appliesIn = (rule: AtRule, scheme: Scheme): boolean =>
  rule.name === 'media' &&
  !/width|height|print/i.test(rule.params) &&
  (!/prefers-color-scheme/i.test(rule.params) ||
    new RegExp(`prefers-color-scheme\\s*:\\s*${scheme === 'dark' ? 'dark' : 'light'}`, 'i').test(rule.params))

function resolve(email: Email, element: Element, candidates: readonly Candidate[]): Style {
  const style = new Map<string, string>()
  const important = new Map<string, string>()
  for (const { rule } of candidates) {
    rule.walkDecls((one) => {
      ;(one.important ? important : style).set(one.prop.toLowerCase(), one.value)
      if (one.prop.toLowerCase() === 'background') shorthand(one.important ? important : style, one.value)
    })
  }
  const own = email.styleOf(element)
  for (const pass of [false, true]) {
    for (const { property, value, important: wins } of own) {
      if (wins !== pass) continue
      style.set(property, value)
      if (property === 'background') shorthand(style, value)
    }
    if (!pass) for (const [property, value] of important) style.set(property, value)
  }
  return style
}

/** `background` says the background colour too, as transparent where it names none. */
const shorthand = (style: Map<string, string>, value: string): void => {
  const words = value.replace(/url\([^)]*\)/gi, '').match(/rgba?\([^)]*\)|[^\s,]+/gi) ?? []
  style.set('background-color', words.find((word) => parseColour(word)) ?? 'transparent')
}
