import { isNode, isScalar, visit, type Pair } from 'yaml'
import { diagnose, type Diagnostic } from './diagnostic.ts'
import { quoteHint, type Stretch } from './yaml-faults.ts'

/** `headline: We are #1` loses its end without a word from YAML; a # that touches a word was hardly meant as a comment. */
export function cutAtHash({ source, start, slice, document }: Stretch): Diagnostic[] {
  if (!/[ \t]#[^\s#]/.test(slice)) return []
  const found: Diagnostic[] = []
  visit(document, {
    Scalar(where, { type, value, comment, range }) {
      if (where === 'key' || type !== 'PLAIN' || !comment || !/^\S/.test(comment) || !range) return
      const at = slice.indexOf('#', range[1])
      const lineEnd = slice.indexOf('\n', range[1])
      if (at === -1 || (lineEnd !== -1 && at > lineEnd)) return
      const [line = ''] = comment.split('\n', 1)
      const span = [start + at, start + at + 1 + line.length] as const
      const hint = `if the # belongs to the value, ${quoteHint(`${String(value ?? '')} #${line}`.trim())}`
      const message = value ? 'A value that ends before "#"' : 'A value that is lost behind "#"'
      found.push(diagnose(source, span, 'yaml-cut', message, { hint, severity: 'warning' }))
    },
  })
  return found
}

/**
 * Between { and } a comma ends a value, and YAML takes what is left of `{ text: Not 5 euros, but 6 }` for a field that has nothing to
 * say. Every such field is told, in one with those that follow it.
 */
export function cutAtComma(stretch: Stretch): Diagnostic[] {
  const { document } = stretch
  // Of 12,000,000 the parser knows that 000 is there twice; where it knows something else, that comes first.
  if ([...document.errors, ...document.warnings].some(({ code }) => code !== 'DUPLICATE_KEY')) return []
  const found: Diagnostic[] = []
  visit(document, {
    Map(where, { flow, items }) {
      if (where === 'key') return visit.SKIP
      for (const [i, pair] of flow ? items.entries() : []) {
        if (pair.value !== null || items[i - 1]?.value === null) continue
        const next = items.slice(i).findIndex(({ value }) => value !== null)
        found.push(...restOf(stretch, items[i - 1], items.slice(i, next === -1 ? undefined : i + next)))
      }
      return undefined
    },
  })
  return found
}

/** What is to be said of fields without a colon, and of the field before them. */
function restOf({ source, start, slice }: Stretch, before: Pair | undefined, rest: readonly Pair[]): Diagnostic[] {
  const [from, to] = [rest.at(0)?.key, rest.at(-1)?.key].map((key) => (isNode(key) ? key.range : undefined))
  if (!from || !to) return []
  const say = ([at, end]: readonly [number, number], code: Diagnostic['code'], message: string, hint: string) => [
    diagnose(source, [start + at, start + end], code, message, { hint }),
  ]
  const typed = slice.slice(from[0], from[1])
  const glued = /^[a-z-]+:(?=[^\s/])/.exec(typed)?.[0]
  if (glued !== undefined)
    return say(
      [from[0], from[0] + glued.length],
      'yaml-syntax',
      `Missing space after "${glued}"`,
      'write `name: value`',
    )
  const value = before?.value
  if (isScalar(value) && value.type === 'PLAIN' && value.value && value.range) {
    const hint = `if the comma belongs to the value, ${quoteHint(slice.slice(value.range[0], to[1]))}`
    return say([value.range[1], to[1]], 'yaml-cut', 'A value that ends before ","', hint)
  }
  const name = typed.replace(/^["']|["']$/g, '')
  const hint = 'write `name: value`, or put the whole value in quotation marks'
  return say([from[0], from[1]], 'yaml-syntax', `Missing colon after "${name}"`, hint)
}
