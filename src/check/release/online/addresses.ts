import { typedLinks, typedReferences } from '../../../release/link-places.ts'
import { matchesIn } from '../../../source/matches.ts'
import type { Span } from '../../rule.ts'
import type { CheckedText } from '../rule.ts'

/** A full web address that readers are led to, and where it is typed. */
export interface TypedAddress {
  readonly url: string
  readonly at: Span
}

const inFields = /(?<=:[ \t]*["']?|[ \t{,[]["']?)https?:\/\/[^\s"'<>{}[\],]+/gi

/** Several rules ask of each text. */
const read = new WeakMap<CheckedText, readonly TypedAddress[]>()

/** The web addresses in a text: the links of its body, and the addresses in its front matter. */
export function addressesIn(text: CheckedText): readonly TypedAddress[] {
  const before = read.get(text)
  if (before) return before
  const found = text.source.text.includes('://') ? readAddresses(text) : []
  read.set(text, found)
  return found
}

function readAddresses({ source, prose: { bodyStart } }: CheckedText): TypedAddress[] {
  const { text } = source
  const front = text
    .slice(0, bodyStart)
    .replace(/^[ \t]*#.*$|[ \t]#[ \t].*$/gm, (comment) => ' '.repeat(comment.length))
  const body = text.slice(bodyStart).replace(/<!--[\s\S]*?-->/g, (comment) => comment.replace(/[^\n]/g, ' '))
  return [
    ...matchesIn(front, inFields).map(({ 0: url, index }) => ({ url, at: [index, index + url.length] as const })),
    ...[...typedLinks(body), ...typedReferences(body)].flatMap(({ target, start, end }) =>
      /^https?:\/\//i.test(target) ? [{ url: target, at: [bodyStart + start, bodyStart + end] as const }] : [],
    ),
  ]
}
