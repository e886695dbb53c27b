import * as v from 'valibot'
import { decode } from '../source/decode.ts'
import { diagnose, type Diagnostic, type Outcome } from '../source/diagnostic.ts'
import { isMap } from '../source/schema.ts'
import { validate } from '../source/validate.ts'
import type { SourceText } from '../source/text.ts'
import { readYaml, type Yaml } from '../source/yaml.ts'
import { readBoilerplate, type Boilerplate } from './boilerplate.ts'
import { contactsSchema, type Contact } from './contacts.ts'
import { factsSchema, type Fact } from './facts.ts'
import type { Language } from './language.ts'

/** What releases call by its name. */
export type MaterialKind = 'contact' | 'fact' | 'boilerplate'

/** The people, figures and texts that releases share. */
export interface Material {
  /** A person over time, by id; nobody where the id is unknown. */
  contact(id: string): readonly Contact[]
  /** A figure over time, by name. */
  fact(name: string): readonly Fact[]
  /** The versions of a reusable text in all languages, by id. */
  boilerplate(id: string): readonly Boilerplate[]
  /** The ids and names that there are, to tell what somebody most likely meant. */
  readonly names: {
    readonly contacts: readonly string[]
    readonly facts: readonly string[]
    readonly boilerplate: readonly string[]
  }
  /** What keeps such a thing from being used: its own errors, or those of the file that it stands in. None in a press room without errors. */
  faults(kind: MaterialKind, name: string): readonly Diagnostic[]
}

/** Reads what is sound of templates/contacts.yaml, templates/facts.yaml and templates/boilerplate/. */
export function readMaterial(
  templates: ReadonlyMap<string, Uint8Array>,
  language: Language,
): { readonly material: Material; readonly diagnostics: readonly Diagnostic[] } {
  const people = readEntries(templates, 'templates/contacts.yaml', contactsSchema)
  const figures = readEntries(templates, 'templates/facts.yaml', factsSchema)
  const texts = readTexts(templates, language)
  const faults = { contact: people.faults, fact: figures.faults, boilerplate: texts.faults }
  const material: Material = {
    contact: (id) => people.entries.get(id) ?? [],
    fact: (name) => figures.entries.get(name) ?? [],
    boilerplate: (id) => texts.entries.get(id) ?? [],
    names: {
      contacts: [...people.entries.keys()],
      facts: [...figures.entries.keys()],
      boilerplate: [...texts.entries.keys()],
    },
    faults: (kind, name) => faults[kind](name),
  }
  return { material, diagnostics: [people, figures, texts].flatMap(({ diagnostics }) => diagnostics) }
}

/** What is sound of some files, by name. */
interface Entries<T> {
  readonly entries: ReadonlyMap<string, readonly T[]>
  readonly diagnostics: readonly Diagnostic[]
  faults(name: string): readonly Diagnostic[]
}

function readEntries<T>(
  templates: ReadonlyMap<string, Uint8Array>,
  path: string,
  schema: v.GenericSchema<unknown, Readonly<Record<string, readonly T[]>>>,
): Entries<T> {
  const bytes = templates.get(path)
  if (!bytes) return { entries: new Map(), diagnostics: [], faults: () => [] }
  const { value: source, diagnostics: undecoded } = decode(path, bytes)
  const { value: yaml, diagnostics: broken } = source ? readYaml(source) : { diagnostics: [] }
  if (!source || !yaml) {
    const diagnostics = [...undecoded, ...broken]
    return { entries: new Map(), diagnostics, faults: () => diagnostics }
  }
  const data = validate(schema, yaml, source)
  const entries = new Map(Object.entries(data.value ?? v.parse(schema, data.sound)))
  const empty = yaml.blank.get(yaml.value) ?? []
  const found = [...data.diagnostics, ...empty.map((name) => missing(name, yaml, source))]
  const isThere = (name: string): boolean =>
    !isMap(yaml.value) || Object.hasOwn(yaml.value as object, name) || empty.includes(name)
  return {
    entries,
    diagnostics: [...undecoded, ...broken, ...found],
    faults: (name) => (isThere(name) && !entries.has(name) ? found : []),
  }
}

/** What is to be said of a name with nothing behind it: a field without a value is as good as none, but a person is called by the name. */
const missing = (name: string, yaml: Yaml, source: SourceText): Diagnostic =>
  diagnose(source, yaml.keyAt([name]), 'missing-value', `Nothing stands behind "${name}"`, {
    hint: 'put it there, each field on a line of its own and two blanks in, or take the name out',
  })

const texts = 'templates/boilerplate/'

function readTexts(templates: ReadonlyMap<string, Uint8Array>, language: Language): Entries<Boilerplate> {
  const entries = new Map<string, Boilerplate[]>()
  const diagnostics: Diagnostic[] = []
  const faulty = new Map<string, readonly Diagnostic[]>()
  for (const [path, bytes] of templates) {
    if (!path.startsWith(texts) || !path.endsWith('.md')) continue
    const source = decode(path, bytes)
    const read: Outcome<Boilerplate> = source.value ? readBoilerplate(source.value, language) : { diagnostics: [] }
    const found = [...source.diagnostics, ...read.diagnostics]
    diagnostics.push(...found)
    if (!read.value) {
      // A name that cannot be read still says which text was meant.
      const id = path.slice(texts.length).replace(/[/.].*$/s, '')
      faulty.set(id, [...(faulty.get(id) ?? []), ...found])
      continue
    }
    const versions = entries.get(read.value.id)
    if (versions) versions.push(read.value)
    else entries.set(read.value.id, [read.value])
  }
  return { entries, diagnostics, faults: (id) => faulty.get(id) ?? [] }
}
