import { ancestorsOf, attribute, classesOf, type Element } from '../../clients/markup.ts'

interface Step {
  readonly tests: readonly string[]
  /** True after `>`: the step before must match the parent itself. */
  readonly child: boolean
}

/** The selectors of a list; a comma inside brackets or quotation marks separates nothing. */
export const selectorsOf = (list: string): string[] =>
  (list.match(/(?:[^,("'[]|\([^)]*\)|\[[^\]]*\]|"[^"]*"|'[^']*')+/g) ?? []).map((one) => one.trim())

const parts = /[.#][\w-]+|\[[^\]]*\]|::?[\w-]+(?:\([^)]*\))?|\*|[\w-]+/g

/** Types, classes, ids, attributes, descendants, children and `:root` of CSS; all that mail can rely on. The rest never matches. */
export function compileSelector(selector: string): (element: Element) => boolean {
  const steps = selector
    .replace(/\s*>\s*/g, ' >')
    .split(/\s+(?![^[]*\])/)
    .map((step): Step => ({ tests: testsOf(step.replace(/^>/, '')), child: step.startsWith('>') }))
  return (element) => climbs(element, steps)
}

export const matches = (element: Element, selector: string): boolean => compileSelector(selector)(element)

/** What a compound selector asks of an element; of one that cannot be read, something that no element has. */
function testsOf(compound: string): readonly string[] {
  const tests = compound.match(parts) ?? []
  return tests.length > 0 && tests.join('') === compound ? tests : [':unknown']
}

function climbs(element: Element, steps: readonly Step[]): boolean {
  const last = steps.at(-1)
  if (!last?.tests.every((test) => matchesPart(element, test))) return false
  if (steps.length === 1) return true
  const around = last.child ? ancestorsOf(element).slice(0, 1) : ancestorsOf(element)
  return around.some((one) => climbs(one, steps.slice(0, -1)))
}

function matchesPart(element: Element, test: string): boolean {
  if (test === '*') return true
  if (test.startsWith('.')) return classesOf(element).includes(test.slice(1))
  if (test.startsWith('#')) return attribute(element, 'id') === test.slice(1)
  if (test.startsWith('[')) {
    const [, name = '', sign, value] = /^\[\s*([\w-]+)\s*(?:([~|^$*]?=)\s*["']?([^"']*)["']?)?\s*\]$/.exec(test) ?? []
    const own = attribute(element, name.toLowerCase())
    return own !== undefined && (sign === undefined || compare(own, sign, value ?? ''))
  }
  if (test.startsWith(':')) return test === ':root' && element.tagName === 'html'
  return element.tagName === test.toLowerCase()
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
