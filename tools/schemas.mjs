// Writes the JSON Schemas of the files of a press room, made from the schemas that check them: npm run generate
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { outputRules } from '../src/check/outputs.ts'
import { ownRuleSchema } from '../src/check/own/file.ts'
import { rules } from '../src/check/release/rules.ts'
import { boilerplateSchema } from '../src/press-room/boilerplate.ts'
import { contactsSchema } from '../src/press-room/contacts.ts'
import { factsSchema } from '../src/press-room/facts.ts'
import { localeSchema } from '../src/press-room/locale.ts'
import { settingsSchema } from '../src/press-room/settings.ts'
import { releaseSchema } from '../src/release/fields.ts'
import { codes, warned } from '../src/source/codes.ts'

const files = {
  press: ['press.yaml', settingsSchema],
  contacts: ['templates/contacts.yaml', contactsSchema],
  facts: ['templates/facts.yaml', factsSchema],
  boilerplate: ['The front matter of a boilerplate', boilerplateSchema],
  release: ['The front matter of a release', releaseSchema],
  rule: ['rules/<name>.yaml, a rule of the press room’s own', ownRuleSchema],
  locale: ['templates/locales/<language>.yaml', localeSchema],
}

/** A schema that checks a file, as JSON Schema: what may be typed, before anything is made of it. */
function jsonSchemaOf(schema) {
  const steps = stepsOf(schema)
  const description = steps.findLast(({ type }) => type === 'description')?.description
  const said = steps.findLast(({ type }) => type === 'metadata')?.metadata?.json
  const pattern = steps.find(({ type }) => type === 'regex')?.requirement.source
  const made =
    said ??
    (pattern ? { type: 'string', pattern } : undefined) ??
    structureOf(steps.find(({ type }) => type === 'record' || type === 'object') ?? steps[0])
  return description === undefined ? made : { description, ...made }
}

/** The steps of a schema, those of the schemas in its pipe among them. */
const stepsOf = (schema) =>
  schema.pipe ? schema.pipe.flatMap((step) => (step.pipe ? stepsOf(step) : [step])) : [schema]

function structureOf(schema) {
  switch (schema.type) {
    case 'object':
      return objectOf(schema.entries)
    case 'record':
      return { type: 'object', additionalProperties: jsonSchemaOf(schema.value) }
    case 'array':
      return { type: 'array', items: jsonSchemaOf(schema.item) }
    case 'union':
      return { anyOf: schema.options.map(jsonSchemaOf) }
    // The kit reads every scalar as it was typed; what an editor takes for a number is text as well.
    case 'string':
      return { type: ['string', 'number'] }
    case 'unknown':
      return {}
    default:
      throw new Error(`no JSON Schema for ${schema.type}`)
  }
}

function objectOf(entries) {
  const fields = Object.entries(entries)
  const required = fields.filter(([, field]) => field.type !== 'exact_optional').map(([name]) => name)
  const properties = Object.fromEntries(fields.map(([name, field]) => [name, jsonSchemaOf(field.wrapped ?? field)]))
  return { type: 'object', properties, ...(required.length > 0 && { required }), additionalProperties: false }
}

const typed = {
  number: { type: 'integer', minimum: 0 },
  boolean: { type: 'boolean' },
  list: { type: ['string', 'array'], items: { type: 'string' } },
}

const severity = { $ref: '#/definitions/severity' }

/** What a rule may be worth in press.yaml. */
function worthOf(options = {}) {
  const fields = Object.entries(options).map(([name, { default: preset, about }]) => [
    name,
    { description: about, ...typed[Array.isArray(preset) ? 'list' : typeof preset] },
  ])
  const properties = { severity, ...Object.fromEntries(fields) }
  return { anyOf: [severity, { type: 'object', properties, additionalProperties: false }] }
}

/** press.yaml, with the names of all rules, for editors to complete; what the press room's own are called nobody knows here. */
function pressSchema() {
  const made = jsonSchemaOf(settingsSchema)
  const { check } = made.properties
  const remarks = warned.map((code) => ({ code, summary: codes[code] }))
  const known = [...rules, ...Object.values(outputRules).flat(), ...remarks]
  const properties = known.map(({ code, summary, options }) => [
    code,
    { description: summary, ...(options ? worthOf(options) : { allOf: [{ $ref: '#/definitions/worth' }] }) },
  ])
  check.properties = Object.fromEntries(properties)
  return { ...made, definitions: { severity: check.additionalProperties.anyOf[0], worth: worthOf() } }
}

/** The schemas as text, by file name. */
export function schemas() {
  return Object.fromEntries(
    Object.entries(files).map(([name, [title, schema]]) => {
      const made = schema === settingsSchema ? pressSchema() : jsonSchemaOf(schema)
      const whole = { $schema: 'http://json-schema.org/draft-07/schema#', title, ...made }
      return [`${name}.schema.json`, `${JSON.stringify(whole, undefined, 2)}\n`]
    }),
  )
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = fileURLToPath(new URL('../schemas/', import.meta.url))
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of Object.entries(schemas())) writeFileSync(folder + name, text)
}
