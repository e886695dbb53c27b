import { blankOutComments, typedLinks, typedReferences } from '../../../release/link-places.ts'
import { matchesIn } from '../../../source/matches.ts'
import { onceFor } from '../../../source/once.ts'
import type { Span } from '../../rule.ts'
import type { CheckedText } from '../rule.ts'

/** A full web address that readers are led to, and where it is typed. */
export interface TypedAddress {
  readonly url: string
  readonly at: Span
}

const inFields = /(?<=:[ \t]*["']?|[ \t{,[]["']?)https?:\/\/[^\s"'<>{}[\],]+/gi

/** The web addresses in a text: the links of its body, and the addresses in its front matter. Several rules ask of each text. */
export const addressesIn = onceFor((text: CheckedText): readonly TypedAddress[] =>
  text.source.text.includes('://') ? readAddresses(text) : [],
)

function readAddresses({ source, prose: { bodyStart } }: CheckedText): TypedAddress[] {
  const { text } = source
  const front = text
    .slice(0, bodyStart)
    .replace(/^[ \t]*#.*$|[ \t]#[ \t].*$/gm, (comment) => ' '.repeat(comment.length))
  const body = blankOutComments(text.slice(bodyStart))
  return [
    ...matchesIn(front, inFields).map(({ 0: url, index }) => ({ url, at: [index, index + url.length] as const })),
    ...[...typedLinks(body), ...typedReferences(body)].flatMap(({ target, start, end }) =>
      /^https?:\/\//i.test(target) ? [{ url: target, at: [bodyStart + start, bodyStart + end] as const }] : [],
    ),
  ]
}
