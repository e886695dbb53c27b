/** What an argument is to be, in words, and whether a value is that. */
type Kind = readonly [what: string, is: (value: unknown) => boolean]

const isText = (value: unknown): boolean => typeof value === 'string' && value !== ''
const isNumber = (value: unknown): boolean => typeof value === 'number'
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const listOf = (what: string, least: number): Kind => [
  what,
  (value) => Array.isArray(value) && value.length >= least && value.every(isText),
]
const optional = ([what, is]: Kind): Kind => [what, (value) => value === undefined || is(value)]

const flag: Kind = optional(['true or false', (value) => typeof value === 'boolean'])
const call: Kind = ['a function', (value) => typeof value === 'function']
const moment: Kind = ['a moment in milliseconds since 1970', (value) => Number.isFinite(value)]
const formats = optional(listOf('a list of names of formats, of one or more', 1))
const files = optional(listOf('a list of paths', 0))
const text: Kind = ['a text', (value) => typeof value === 'string']
const path = optional(['a path', isText])
const shard: Kind = [
  '{ index, count }, two numbers',
  (value) => isObject(value) && isNumber(value['index']) && isNumber(value['count']),
]

const texts: Kind = [
  'a text, or one for each language',
  (value) => isText(value) || (isObject(value) && Object.values(value).every(isText)),
]
const contact: Kind = [
  '{ name, email }, two texts, and more',
  (value) => isObject(value) && isText(value['name']) && isText(value['email']),
]
const port: Kind = ['a number', isNumber]

const making = { out: path, formats, files, drafts: flag, force: flag }

/** What the functions of the library take, by their names, for those who call them without types. */
const wanted = {
  build: { ...making, now: moment, shard: optional(shard), onProgress: optional(call) },
  watch: { ...making, now: call },
  check: { now: moment, files, fix: flag },
  render: { now: moment, formats, text: optional(text) },
  createPressRoom: {
    now: moment,
    name: texts,
    shortName: optional(texts),
    languages: listOf('a list of languages, of one or more', 1),
    contact,
    about: texts,
    bare: flag,
  },
  createRelease: {
    now: moment,
    headline: text,
    date: optional(text),
    embargo: optional(text),
    slug: optional(text),
    folder: flag,
  },
  createTranslation: { of: text, language: text },
  preview: { now: call, port: optional(port), editor: optional(text) },
  importFiles: { from: path, out: path, force: flag, add: flag, dryRun: flag },
} satisfies Record<string, Record<string, Kind>>

/** Throws a TypeError that names the first argument which is not what a function of the library takes. */
export function demandOptions(name: keyof typeof wanted, options: unknown): void {
  if (!isObject(options)) throw new TypeError(`the options of ${name} are to be an object`)
  for (const [option, [what, is]] of Object.entries(wanted[name]))
    if (!is(options[option])) throw new TypeError(`the option ${option} of ${name} is to be ${what}`)
}
