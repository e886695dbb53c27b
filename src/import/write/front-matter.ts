import { Document, isCollection, isMap } from 'yaml'
import type { Remark } from '../draft.ts'

/** The fields of a release in the order of the house. */
export type Front = readonly (readonly [key: string, value: unknown])[]

const isFlow = (value: unknown): boolean =>
  Array.isArray(value) && value.every((one) => typeof one === 'string' && one.length < 60 && !one.includes('\n'))

/** A field as YAML: quoted only where it has to be, short lists on one line. */
export function fieldText(key: string, value: unknown): string {
  const document = new Document({ [key]: value })
  const node = isMap(document.contents) ? document.contents.get(key, true) : undefined
  if (isCollection(node) && isFlow(value)) node.flow = true
  return document.toString({ lineWidth: 0, flowCollectionPadding: false }).trimEnd()
}

/** A remark as comments: the first line is what check reports, what follows belongs to it. */
const comment = (text: string): string =>
  text
    .split('\n')
    .map((line, i) => (i === 0 ? `# import: ${line}` : `#   ${line}`))
    .join('\n')

/** The front matter between its lines of ---; each remark above its field, or on top. */
export function frontMatterOf(front: Front, remarks: readonly Remark[]): string {
  const keys = new Set(front.map(([key]) => key))
  const general = remarks.filter(({ field }) => field === undefined || !keys.has(keyOf(field)))
  const lines = [
    ...general.map(({ text }) => comment(text)),
    ...front.flatMap(([key, value]) => [
      ...remarks.filter(({ field }) => field !== undefined && keyOf(field) === key).map(({ text }) => comment(text)),
      fieldText(key, value),
    ]),
  ]
  return `---\n${lines.join('\n')}\n---\n`
}

const keyOf = (field: string): string => (field === 'about' ? 'boilerplate' : field)
