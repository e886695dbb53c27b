import matter from 'gray-matter'
import { diagnose, type Diagnostic, type Outcome } from './diagnostic.ts'
import type { SourceText } from './text.ts'

/** Where the two parts of a file stand in it, as offsets. */
export interface FrontMatter {
  readonly yaml: { readonly start: number; readonly end: number }
  readonly bodyStart: number
}

const fence = /^---[ \t]*$/
const opening = /^(---+)[ \t]*([^\r\n]*)/

/**
 * Finds the front matter of a file: the lines between a first line of `---` and the next one.
 *
 * gray-matter makes the cut; what it would let through is refused before it sees the file. Left to itself it evaluates
 * `---js` and `---javascript`, takes a file whose block is never closed for front matter as a whole, and ends the block at any
 * line that merely begins with `---`.
 */
export function frontMatter(source: SourceText): Outcome<FrontMatter> {
  const { text } = source
  const bom = text.charCodeAt(0) === 0xfeff ? 1 : 0
  const refuse = (diagnostic: Diagnostic): Outcome<FrontMatter> => ({ diagnostics: [diagnostic] })
  const first = opening.exec(text.slice(bom, bom + 200))
  if (!first) {
    const hint = 'begin with a line of ---, then the fields, each as `name: value`, then another line of ---'
    return refuse(diagnose(source, [bom, bom], 'missing-front-matter', 'Missing front matter', { hint }))
  }
  const [line, dashes = '', language = ''] = first
  if (dashes !== '---' || language !== '') {
    const span = [bom, bom + line.length] as const
    const known = language === '' || /^ya?ml$/i.test(language)
    const message = known
      ? `Front matter that begins with "${line.trim()}"`
      : `Front matter in "${language.trim()}" is not read`
    const code = known ? 'missing-front-matter' : 'executable-front-matter'
    return refuse(diagnose(source, span, code, message, { hint: 'begin with a line of just ---, and write YAML' }))
  }
  const close = closingLine(text, bom + line.length)
  if (close.kind === 'missing') {
    const hint = 'put a line of --- after the last field'
    return refuse(diagnose(source, [bom, bom + 3], 'unclosed-front-matter', 'Unclosed front matter', { hint }))
  }
  if (close.kind === 'confusing') {
    const message = `A line in the front matter begins with ---`
    const hint = 'a line of exactly --- ends the front matter; quote the text or indent it'
    return refuse(diagnose(source, [close.start, close.end], 'yaml-syntax', message, { hint }))
  }
  const bodyStart = text[close.end] === '\n' ? close.end + 1 : close.end
  const start = startsPlainly(text, bom) ? bom + 3 : startByMatter(text, bom, close)
  return { value: { yaml: { start, end: close.start }, bodyStart }, diagnostics: [] }
}

/**
 * Whether a field stands right below the first line. Then there is nothing to decide for gray-matter, which takes as long as all else
 * that is done with the front matter; a property test holds the two equal.
 */
const startsPlainly = (text: string, bom: number): boolean => /^\n[a-z]/.test(text.slice(bom + 3, bom + 5))

interface Line {
  readonly start: number
  readonly end: number
}
type Close = { readonly kind: 'missing' } | ({ readonly kind: 'found' | 'confusing' } & Line)

function closingLine(text: string, from: number): Close {
  for (let at = text.indexOf('\n---', from); at !== -1; at = text.indexOf('\n---', at + 1)) {
    const start = at + 1
    const newline = text.indexOf('\n', start)
    const end = newline === -1 ? text.length : newline
    return { kind: fence.test(text.slice(start, end).replace(/\r$/, '')) ? 'found' : 'confusing', start, end }
  }
  return { kind: 'missing' }
}

/**
 * Where the YAML begins. gray-matter cuts the file; its options keep it from caching and from evaluating. What it cuts out ends before
 * the last line end, of which CRLF would leave half: the YAML goes on to the closing line.
 */
function startByMatter(text: string, bom: number, close: Line): number {
  const never = () => {
    throw new Error('front matter is YAML only')
  }
  let block = ''
  const parse = (yaml: string) => {
    block = yaml
    return {}
  }
  const engines = { yaml: parse, json: never, javascript: never, js: never }
  matter(text.slice(bom, close.end), { language: 'yaml', engines })
  return block === '' ? close.start : text.indexOf(block, bom + 3)
}
