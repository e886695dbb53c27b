// Fills the tables of docs/ from the code that they describe: npm run generate
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseEmail } from '../src/check/email/index.ts'
import { parseMessage } from '../src/check/message/index.ts'
import { outputCodes, outputGroups } from '../src/check/outputs.ts'
import { pageOfOutput } from '../src/check/output-page.ts'
import { pageOf } from '../src/check/page.ts'
import { groups, rules } from '../src/check/release/rules.ts'
import { runRule } from '../src/check/rule.ts'
import { readText } from '../src/check/text/index.ts'
import { bodyShapes } from '../src/formats/body-shapes.ts'
import { emailShape } from '../src/formats/email/email.ts'
import { pageShape } from '../src/formats/html.ts'
import { textShape } from '../src/formats/text.ts'
import { brandShape, releaseShape } from '../src/formats/shapes.ts'
import { codes, ofRules } from '../src/source/codes.ts'
import { schemas } from './schemas.mjs'

const table = (head, rows) =>
  [
    `| ${head.join(' | ')} |`,
    `|${head.map(() => '---').join('|')}|`,
    ...rows.map((row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`),
  ].join('\n')

/** The maps with known fields that a value may be, in a list or by itself. */
const objectsIn = (schema) =>
  schema.properties
    ? [schema]
    : [...(schema.anyOf ?? []), schema.items, schema.additionalProperties]
        .filter((one) => typeof one === 'object')
        .flatMap(objectsIn)

/** The fields of a JSON Schema, those inside others after them: `house.contacts`. */
function fieldRows(schema, prefix = '') {
  const objects = objectsIn(schema)
  const fields = Object.assign({}, ...objects.map(({ properties }) => properties))
  return Object.entries(fields).flatMap(([name, field]) => {
    const required = objects.every((one) => one.required?.includes(name)) ? ' (required)' : ''
    const options = field.enum ? `; one of ${field.enum.map((one) => `\`${one}\``).join(', ')}` : ''
    const about = field.description ?? field.anyOf?.find(({ description }) => description)?.description
    const row = about === undefined || name === '$schema' ? [] : [[`\`${prefix}${name}\`${required}`, about + options]]
    // Every rule is a field of `check`, and has a page of its own.
    return [...row, ...(name === 'check' ? [] : fieldRows(field, `${prefix}${name}.`))]
  })
}

/** What a template is given, those inside others after them: `contactGroups[].location`. The brand has a table of its own. */
function shapeRows(shape, prefix = '') {
  if (shape.kind === 'list') return shapeRows(shape.of, `${prefix}[]`)
  if (shape.kind !== 'object' || (shape === brandShape && prefix !== '')) return []
  return Object.entries(shape.fields).flatMap(([name, field]) => {
    const path = prefix === '' ? name : `${prefix}.${name}`
    return [[`\`${path}\``, field.kind, field.about], ...shapeRows(field, path)]
  })
}

const without = (shape, other) => ({
  ...shape,
  fields: Object.fromEntries(Object.entries(shape.fields).filter(([name]) => !(name in other.fields))),
})

/** The partials that share a shape, where it is not called as its partial is. */
const sharers = { titled: ['notes-block', 'fact-box'] }

/** What the rules about an output ask for, and what they say, by what they are for. */
const outputTables = (stage, held) =>
  Object.entries(held)
    .map(([title, group]) => {
      const rows = group.map((rule) => [
        `[\`${rule.code}\`](rules/${rule.code}.md)`,
        rule.severity,
        rule.summary,
        saidBy(stage, rule).join('; '),
      ])
      return `### ${title}\n\n${table(['rule', 'severity', 'what it asks for', 'what it says, for example'], rows)}`
    })
    .join('\n\n')

const reading = {
  email: (example, { subject }) => parseEmail('', new TextEncoder().encode(example), subject),
  message: (example) => parseMessage('', new TextEncoder().encode(example)),
  text: (example, { context }) => readText('', example, context),
}

/** Each thing that a rule says of its examples, once, with the severity where it is another than the rule's. */
function saidBy(stage, rule) {
  const kinds = new Map()
  for (const example of Object.keys(rule.examples.bad))
    for (const { message, severity } of runRule(rule, reading[stage](example, rule))) {
      const kind = message.replace(/#[\da-f]{6}|[\d.:]+/g, '')
      const short = message.length > 72 ? `${message.slice(0, 71)}…` : message
      const shown = `\`${short.replaceAll('`', "'")}\`${severity === rule.severity ? '' : ` (${severity})`}`
      if (!kinds.has(kind)) kinds.set(kind, shown)
    }
  return [...kinds.values()]
}

/** Every generated table, by the name that the pages call it by. */
export function tables() {
  const made = Object.fromEntries(
    Object.entries(schemas()).map(([name, text]) => [
      name.replace('.schema.json', ''),
      table(['field', 'what it is'], fieldRows(JSON.parse(text))),
    ]),
  )
  const shapes = (shape) => table(['name', 'kind', 'what it is'], shapeRows(shape))
  return {
    ...made,
    'release-view': shapes(releaseShape),
    'page-view': shapes(without(pageShape, releaseShape)),
    'email-view': shapes(without(emailShape, releaseShape)),
    'text-view': shapes(without(textShape, releaseShape)),
    brand: shapes(brandShape),
    'body-partials': Object.entries(bodyShapes)
      .map(([name, shape]) => {
        const partials = (sharers[name] ?? [name]).map((one) => `\`${one}.hbs\``).join(', ')
        return `${partials}: ${shape.about}\n\n${shapes(shape)}`
      })
      .join('\n\n'),
    rules: Object.entries(groups)
      .filter(([, group]) => group.length > 0)
      .map(([name, group]) => {
        const rows = group.map(({ code, severity, summary, rate }) => [
          `[\`${code}\`](rules/${code}.md)`,
          severity,
          summary,
          rate,
        ])
        return `### ${name}\n\n${table(['rule', 'severity', 'what it asks for', 'speaks up on, of 100 releases'], rows)}`
      })
      .join('\n\n'),
    ...Object.fromEntries(
      Object.entries(outputGroups).map(([stage, held]) => [`${stage}-rules`, outputTables(stage, held)]),
    ),
    diagnostics: table(
      ['code', 'meaning'],
      Object.entries({ ...codes, ...ofRules }).map(([code, meaning]) => [`\`${code}\``, meaning]),
    ),
  }
}

/** The pages of docs/rules/, by file name. */
export const rulePages = () =>
  Object.fromEntries([
    ...rules.map((rule) => [`${rule.code}.md`, pageOf(rule)]),
    ...outputCodes.map((code) => [`${code}.md`, pageOfOutput(code)]),
  ])

const stretch = /(<!-- generated: ([\w-]+) -->\n)[\s\S]*?(<!-- \/generated -->)/g

/** The names of the tables that a page has. */
export const tablesIn = (page) => [...page.matchAll(stretch)].map(([, , name]) => name)

/** A page with its tables as they are to be. */
export function filled(page) {
  const all = tables()
  return page.replace(stretch, (_, open, name, close) => {
    if (all[name] === undefined) throw new Error(`no table "${name}"`)
    return `${open}\n${all[name]}\n\n${close}`
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = fileURLToPath(new URL('../docs/', import.meta.url))
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.md'))) {
    const page = readFileSync(folder + name, 'utf8')
    writeFileSync(folder + name, filled(page))
  }
  rmSync(`${folder}rules`, { recursive: true, force: true })
  mkdirSync(`${folder}rules`)
  for (const [name, page] of Object.entries(rulePages())) writeFileSync(`${folder}rules/${name}`, page)
}
