import type { SourceText } from '../../source/text.ts'
import { lostIn } from './lost.ts'
import type { Compiled } from './mjml.ts'

/**
 * Where in the press room's own files that stands of which MJML tells: it knows only the line of what they render to. Nothing where it
 * is in none of them, or in more than one place.
 */
export function placeOfFault(
  fault: Compiled['faults'][number],
  own: readonly SourceText[],
): { readonly source: SourceText; readonly span: readonly [start: number, end: number] } | undefined {
  const wanted = patternOf(fault)
  if (!wanted) return undefined
  const found = own.flatMap((source) =>
    [...source.text.matchAll(wanted)]
      .filter(({ index }) => !isText(fault) || isLost(fault, source.text, index))
      .map(({ 0: all, 1: before = '', index }) => ({
        source,
        span: [index + before.length, index + all.length] as const,
      })),
  )
  return found.length === 1 ? found[0] : undefined
}

const isText = ({ message }: Compiled['faults'][number]): boolean => message.startsWith('Text ')

/** The same words may stand elsewhere in their mj-text. */
const isLost = ({ message: said }: Compiled['faults'][number], template: string, index: number): boolean => {
  const at = template.slice(0, index).split('\n').length
  return lostIn(template).some(({ line, message }) => message === said && line === at)
}

/** What to look for; a first group is what stands before it. Kit and press room share the tags that may only stand elsewhere. */
function patternOf({ message, tag }: Compiled['faults'][number]): RegExp | undefined {
  const text = /^Text that stands in no mj-text, "(.+)"$/.exec(message)?.[1]
  if (text !== undefined) return new RegExp(text.replace(/[^\w\s]/g, '\\$&'), 'g')
  if (message.startsWith('mj-include ')) return /<mj-include\b/g
  if (tag === undefined || !/^[\w-]+$/.test(tag)) return undefined
  if (/^Element \S+ doesn't exist/.test(message)) return new RegExp(`<${tag}(?![\\w-])`, 'g')
  const attribute = /^Attribute ([\w-]+) (?:is illegal|has invalid value)/.exec(message)?.[1]
  return attribute === undefined ? undefined : new RegExp(`(<${tag}\\s(?:[^<>]*\\s)?)${attribute}(?=\\s*=)`, 'g')
}
