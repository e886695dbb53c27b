import { sourceText } from '../source/text.ts'
import { documentOf, unfold } from '../source/unfold.ts'
import { cutAtComma } from '../source/yaml-cuts.ts'

/** What stands before the text of a Markdown file, and the text. */
export interface Fields {
  readonly fields: Readonly<Record<string, unknown>>
  readonly body: string
  readonly remark?: string
}

/** Reads front matter of whatever system: YAML between lines of `---`, or TOML between lines of `+++`. What cannot be read stays in the text. */
export async function readFields(text: string): Promise<Fields> {
  const yaml = /^---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text)
  const toml = /^\+\+\+[ \t]*\n([\s\S]*?)\n\+\+\+[ \t]*(?:\n|$)/.exec(text)
  const found = yaml ?? toml
  if (!found) return { fields: {}, body: text }
  const fields = yaml ? fromYaml(found[1] ?? '') : await fromToml(found[1] ?? '')
  if (!fields) {
    const remark = `the front matter is not ${yaml ? 'YAML' : 'TOML'} that can be read; it stands in the text`
    return { fields: {}, body: text, remark }
  }
  return { fields, body: text.slice(found[0].length) }
}

/** In YAML's failsafe schema a value is the text that was typed, so that 007 and 2020-04-09 stay what they are. */
function fromYaml(text: string): Record<string, unknown> | undefined {
  const document = documentOf(text, { uniqueKeys: false, logLevel: 'silent' })
  if (!document || document.errors.length > 0) return undefined
  if (cutAtComma({ source: sourceText('', text), start: 0, slice: text, document }).length > 0) return undefined
  const plain = unfold(document)
  if ('bomb' in plain) return undefined
  return typeof plain.value === 'object' && plain.value !== null && !Array.isArray(plain.value)
    ? (plain.value as Record<string, unknown>)
    : undefined
}

async function fromToml(text: string): Promise<Record<string, unknown> | undefined> {
  const { parse } = await import('smol-toml')
  try {
    return parse(text)
  } catch {
    return undefined
  }
}
