import type { ChildNode } from 'postcss'
import { diagnose, type Diagnostic } from '../../source/diagnostic.ts'
import type { SourceText } from '../../source/text.ts'

interface Fault {
  readonly what: string
  /** An offset into the style sheet. */
  readonly at: number
}

/**
 * What in a press room's own inline.css.hbs cannot be written into elements, which juice does all the same, or ends at. Told where it
 * stands in the template, if that is as faulty without the values that are filled in.
 */
export async function inlineFaults(template: SourceText, css: string): Promise<Diagnostic[]> {
  // Loaded here, since hardly a press room has such a file.
  const { parseCss, faultOf } = await import('../../source/css.ts')
  const faultsIn = (sheet: string): Fault[] => {
    const parsed = parseCss(sheet)
    if ('fault' in parsed) return [{ what: parsed.fault, at: parsed.at }]
    const found: Fault[] = []
    parsed.root.walk((node) => {
      const what = faultOf(node) ?? misplaced(node)
      if (what !== undefined) found.push({ what, at: node.source?.start?.offset ?? 0 })
    })
    return found
  }
  const places = faultsIn(withoutBraces(template.text))
  const faults = faultsIn(css)
  return faults.map(({ what, at }, i) => {
    const place = places.length === faults.length ? places[i]?.at : undefined
    const line = place === undefined ? ` (line ${css.slice(0, at).split('\n').length} of what it renders to)` : ''
    const isLost = what.startsWith('@')
    const said = isLost ? 'CSS that no element can have' : 'CSS that cannot be parsed'
    const message = `${said}, ${what.charAt(0).toLowerCase()}${what.slice(1)}${line}`
    const hint = isLost
      ? 'write it in head.css.hbs, which stays a style sheet'
      : 'mend it, or elements get styles that are not theirs'
    return diagnose(template, place === undefined ? undefined : [place, place + 1], 'invalid-layout', message, { hint })
  })
}

/** What stands where an element's style cannot take it, or can never be part of one: juice leaves that out without a word. */
function misplaced(node: ChildNode): string | undefined {
  const { type, parent } = node
  if (node.type === 'atrule' && parent?.type === 'root') return `@${node.name}`
  if ((type === 'rule' || type === 'atrule') && parent?.type === 'rule') return 'a rule inside a rule'
  return type === 'decl' && parent?.type === 'root' ? 'a declaration outside a rule' : undefined
}

/** A template with something as long in place of each of its braces: a name for a value, blanks for the others. */
const withoutBraces = (text: string): string =>
  text.replace(/\{\{!--[^]*?--~?\}\}|\{\{[^}]*\}{2,3}/g, (braces) =>
    braces.replace(/[^\n]/g, /^\{\{~?(?:[!#/>^]|else)/.test(braces) ? ' ' : 'x'),
  )
