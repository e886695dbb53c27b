// Fills the tables of docs/ from the code that they describe: npm run generate
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { bodyShapes } from '../lib/formats/body-shapes.js'
import { emailShape } from '../lib/formats/email/email.js'
import { pageShape } from '../lib/formats/html.js'
import { releaseShape } from '../lib/formats/shapes.js'
import { codes } from '../lib/source/codes.js'
import { schemas } from './schemas.mjs'

const table = (head, rows) =>
  [
    `| ${head.join(' | ')} |`,
    `|${head.map(() => '---').join('|')}|`,
    ...rows.map((row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`),
  ].join('\n')

/** The fields of a JSON Schema, those inside others after them: `house.contacts`. */
function fieldRows(schema, prefix = '') {
  const object = schema.properties
    ? schema
    : (schema.anyOf?.map((one) => one.items ?? one).find((one) => one.properties) ?? schema.additionalProperties)
  if (!object?.properties) return typeof object === 'object' && object.anyOf ? fieldRows(object, prefix) : []
  return Object.entries(object.properties).flatMap(([name, field]) => {
    const required = object.required?.includes(name) ? ' (required)' : ''
    const options = field.enum ? `; one of ${field.enum.map((one) => `\`${one}\``).join(', ')}` : ''
    const row =
      name.startsWith('$') || field.description === undefined
        ? []
        : [[`\`${prefix}${name}\`${required}`, `${field.description}${options}`]]
    return [...row, ...fieldRows(field, `${prefix}${name}.`)]
  })
}

/** What a template is given, those inside others after them: `contactGroups[].location`. */
function shapeRows(shape, prefix = '') {
  if (shape.kind === 'list') return shapeRows(shape.of, `${prefix}[]`)
  if (shape.kind !== 'object') return []
  return Object.entries(shape.fields).flatMap(([name, field]) => {
    const path = prefix === '' ? name : `${prefix}.${name}`
    return [[`\`${path}\``, field.kind, field.about], ...shapeRows(field, path)]
  })
}

const without = (shape, other) => ({
  ...shape,
  fields: Object.fromEntries(Object.entries(shape.fields).filter(([name]) => !(name in other.fields))),
})

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
    'body-partials': Object.entries(bodyShapes)
      .map(([name, shape]) => `**${name}**: ${shape.about}\n\n${shapes(shape)}`)
      .join('\n\n'),
    diagnostics: table(
      ['code', 'meaning'],
      Object.entries(codes).map(([code, meaning]) => [`\`${code}\``, meaning]),
    ),
  }
}

/** A page with its tables as they are to be. */
export function filled(page) {
  const all = tables()
  return page.replace(/(<!-- generated: ([\w-]+) -->\n)[\s\S]*?(<!-- \/generated -->)/g, (_, open, name, close) => {
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
}
