import { ancestorsOf, attribute, classesOf, type Element } from '../../clients/markup.ts'

/** Something that a selector brings to the elements that it matches. */
export interface Selected {
  readonly selector: string
}

type Test = (element: Element) => boolean

interface Step {
  readonly tests: readonly Test[]
  /** True after `>`: the step before must match the parent itself. */
  readonly child: boolean
}

/** The selectors of a list; a comma inside brackets or quotation marks separates nothing. */
export const selectorsOf = (list: string): string[] =>
  (list.match(/(?:[^,("'[]|\([^)]*\)|\[[^\]]*\]|"[^"]*"|'[^']*')+/g) ?? []).map((one) => one.trim())

const parts = /[.#][\w-]+|\[[^\]]*\]|::?[\w-]+(?:\([^)]*\))?|\*|[\w-]+/g

/** Types, classes, ids, attributes, descendants, children and `:root` of CSS; all that mail can rely on. The rest never matches. */
function compileSelector(selector: string): Test {
  const steps = selector
    .replace(/\s*>\s*/g, ' >')
    .split(/\s+(?![^[]*\])/)
    .map((step): Step => ({ tests: testsOf(step.replace(/^>/, '')), child: step.startsWith('>') }))
  return (element) => climbs(element, steps)
}

/** What a compound selector asks of an element; of one that cannot be read, something that no element has. */
function testsOf(compound: string): readonly Test[] {
  const found = compound.match(parts) ?? []
  return found.length > 0 && found.join('') === compound ? found.map(testOf) : [() => false]
}

/**
 * Which of a list of selectors match an element, in the order of the list. They lie in boxes by the last name in each, so that an element
 * is asked about a few of them and not about all.
 */
export function selecting<T extends Selected>(list: readonly T[]): (element: Element) => T[] {
  const boxes = new Map<string, { readonly one: T; readonly place: number; readonly matches: Test }[]>()
  for (const [place, one] of list.entries()) {
    const name = lastName(one.selector)
    const box = boxes.get(name) ?? []
    box.push({ one, place, matches: compileSelector(one.selector) })
    boxes.set(name, box)
  }
  return (element) =>
    [element.tagName, '*', ...classesOf(element).map((name) => `.${name}`)]
      .flatMap((name) => boxes.get(name) ?? [])
      .filter(({ matches }) => matches(element))
      .sort((a, b) => a.place - b.place)
      .map(({ one }) => one)
}

/** A class or an element without which a selector matches nothing; `*` where it names neither. */
function lastName(selector: string): string {
  const last = /[^\s>]*$/.exec(selector.replace(/\[[^\]]*\]/g, '[]'))?.[0] ?? ''
  return /\.[\w-]+/.exec(last)?.[0] ?? /^[\w-]+/.exec(last)?.[0].toLowerCase() ?? '*'
}

function climbs(element: Element, steps: readonly Step[]): boolean {
  const last = steps.at(-1)
  if (!last?.tests.every((test) => test(element))) return false
  if (steps.length === 1) return true
  const around = last.child ? ancestorsOf(element).slice(0, 1) : ancestorsOf(element)
  return around.some((one) => climbs(one, steps.slice(0, -1)))
}

/** Takes a part of a selector apart once, for it is asked of every element. */
function testOf(part: string): Test {
  const name = part.slice(1)
  switch (part.charAt(0)) {
    case '*':
      return () => true
    case '.':
      return (element) => classesOf(element).includes(name)
    case '#':
      return (element) => attribute(element, 'id') === name
    case '[':
      return attributeTest(part)
    case ':':
      return ({ tagName }) => part === ':root' && tagName === 'html'
    default: {
      const tag = part.toLowerCase()
      return ({ tagName }) => tagName === tag
    }
  }
}

function attributeTest(part: string): Test {
  const [, name = '', sign, value] = /^\[\s*([\w-]+)\s*(?:([~|^$*]?=)\s*["']?([^"']*)["']?)?\s*\]$/.exec(part) ?? []
  const typed = name.toLowerCase()
  return (element) => {
    const own = attribute(element, typed)
    return own !== undefined && (sign === undefined || compare(own, sign, value ?? ''))
  }
}

function compare(own: string, sign: string, value: string): boolean {
  if (sign === '~=') return own.split(/\s+/).includes(value)
  if (sign === '^=') return own.startsWith(value)
  if (sign === '$=') return own.endsWith(value)
  if (sign === '*=') return own.includes(value)
  if (sign === '|=') return own === value || own.startsWith(`${value}-`)
  return own === value
}

/** How much a selector weighs, as one number: ids, then classes and attributes, then types (CSS Selectors 4). */
export function specificity(selector: string): number {
  let weight = 0
  for (const test of selector.match(parts) ?? []) {
    if (test.startsWith('#')) weight += 10_000
    else if (/^(?:[.[]|:(?!:))/.test(test)) weight += 100
    else if (test !== '*') weight += 1
  }
  return weight
}
