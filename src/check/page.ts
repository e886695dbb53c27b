import { filesOf } from './example.ts'
import type { Options, Value } from './options.ts'
import { pageFrom } from './page-form.ts'
import type { AnyRule } from './release/rule.ts'

/** What there is to know of a rule, as Markdown. */
export function pageOf(rule: AnyRule): string {
  const { code, rate, languages, kinds, options, stage, timeBound } = rule
  const spoken = languages
    ? `It knows ${languages.join(', ')} and is silent in other languages.`
    : 'It knows every language.'
  const kindly = kinds ? ` It runs on ${kinds.join(', ')}.` : ''
  const timely = timeBound ? ' It looks at the clock, so that an answer to it is never called one too many.' : ''
  const rates = rate.startsWith('not measured')
    ? `How often it speaks up is ${rate}.`
    : `Of 100 releases that professionals sent it speaks up on: ${rate}.`
  const about = `It looks at ${looksAt[stage]}. ${rates} ${spoken}${kindly}${timely}${optionsOf(code, options)}`
  return pageFrom(rule, about, `front matter and in YAML files \`# pressmark-ignore ${code}: your reason\`.`, shown)
}

const looksAt = {
  text: 'releases and boilerplate',
  release: 'releases',
  room: 'what releases share: press.yaml, contacts, facts, boilerplate',
} as const

/** The options, and how press.yaml settles them; nothing where there are none. */
function optionsOf(code: string, options: Options = {}): string {
  const rows = Object.entries(options)
  if (rows.length === 0) return ''
  const value = (preset: Value): string => (typeof preset === 'object' ? `[${preset.join(', ')}]` : String(preset))
  const settled = rows.map(([name, option]) => `${name}: ${value(option.default)}`).join(', ')
  const table = rows.map(([name, option]) => `| \`${name}\` | ${option.about} | ${value(option.default)} |`)
  return `

In press.yaml, \`check: { ${code}: { ${settled} } }\`:

| option | what it is | where nothing is said |
|---|---|---|
${table.join('\n')}`
}

/** An example, file by file. */
const shown = (example: string): string =>
  Object.entries(filesOf(example, ''))
    .map(([path, text]) => `${path && `\`${path}\`\n\n`}\`\`\`\`\n${text.trimEnd()}\n\`\`\`\``)
    .join('\n\n')
