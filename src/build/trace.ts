import type { OutputFinding } from './check-outputs.ts'
import { inside, type YamlFile } from '../check/release/rule.ts'
import type { Span } from '../check/rule.ts'

/** Shorter than this, words may stand in a release by chance; markup, such as `<b>`, may not. In characters. */
const shortest = 4

/** The fields from which outputs take what a rule looks at, the first that a release has. */
const fields: Readonly<Record<string, readonly string[]>> = {
  preheader: ['summary', 'subheadline'],
  title: ['subject'],
  subject: ['subject'],
  'title-is-subject': ['subject'],
}

/** Where in a release that which was found in an output was typed; nothing where that can't be told. */
export function placeOf(
  { code, message, position }: OutputFinding,
  output: string,
  release: YamlFile,
): Span | undefined {
  const typed = release.source.text
  const found = position ? output.slice(position.start.offset, position.end.offset) : ''
  const addresses = [...found.matchAll(/(?:^|\s)(?:src|href)="([^"]+)"/g)].flatMap(([, address = '']) => {
    const whole = unescaped(address)
    return [whole, whole.replace(/^mailto:|^tel:/, ''), whole.replace(/^.*\//, '')]
  })
  const quoted = [...message.matchAll(/"([^"]+)"/g)].map(([, words = '']) => words)
  const said = /(?:^|\s)alt="([^"]+)"/.exec(found)?.[1]
  for (const words of [...addresses, ...quoted, ...(said === undefined ? [] : [unescaped(said)])]) {
    const at = words.length < shortest && !/^[<&]/.test(words) ? -1 : typed.indexOf(words)
    if (at !== -1) return [at, at + words.length]
  }
  const field = fields[code]?.find((name) => has(release, name))
  return field === undefined ? undefined : inside(release, [field])
}

const unescaped = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

/** Whether a release has a field itself. */
export const has = ({ yaml }: YamlFile, name: string): boolean =>
  typeof yaml.value === 'object' && yaml.value !== null && name in yaml.value
