import * as v from 'valibot'
import { readMoment, type Moment } from '../calendar/moment.ts'
import { isDay, whyNoDay, type Day } from '../calendar/day.ts'
import { dayMeant } from '../calendar/day-meant.ts'
import type { Language } from '../press-room/language.ts'
import { diagnose, type Diagnostic, type Outcome } from '../source/diagnostic.ts'
import { frontMatter } from '../source/front-matter.ts'
import type { SourceText } from '../source/text.ts'
import { splitHint, validate } from '../source/validate.ts'
import { readYaml, type Yaml } from '../source/yaml.ts'
import { releaseSchema, type ReleaseFields } from './fields.ts'
import type { ReleaseName } from './file-name.ts'

/** A release as its file says it: typed, and nothing yet taken from the press room. */
export interface Release {
  readonly source: SourceText
  readonly name: ReleaseName
  readonly fields: ReleaseFields
  /** The way from a field back to its place in the file. */
  readonly yaml: Yaml
  readonly bodyStart: number
  readonly date: Day | undefined
  /** The moment it goes out, where `date` has a time. */
  readonly time: Moment | undefined
  readonly embargo: Moment | undefined
  readonly language: Language
  readonly slug: string
}

export interface ReadOptions {
  readonly language: Language
  readonly timeZone: string | undefined
}

/**
 * Reads one release: front matter to typed fields, dates and times to what they are. Never throws on what a file holds. Where
 * something is wrong with it, the value is what can be read all the same: enough to look for more, not to be handed out.
 */
export function readRelease(source: SourceText, name: ReleaseName, options: ReadOptions): Outcome<Release> {
  const parts = frontMatter(source)
  if (!parts.value) return { diagnostics: parts.diagnostics }
  const yaml = readYaml(source, parts.value.yaml.start, parts.value.yaml.end)
  if (!yaml.value) return { diagnostics: yaml.diagnostics }
  const data = validate(releaseSchema, yaml.value, source)
  const diagnostics: Diagnostic[] = [...yaml.diagnostics, ...data.diagnostics]
  const fields = data.value ?? v.parse(releaseSchema, { headline: '?', ...data.sound })

  const report = new Reporter(source, yaml.value, diagnostics)
  const slug = fields.slug ?? name.slug
  if (!isSlug(slug)) {
    const hint = fields.slug === undefined ? `${slugHint(slug)}, or set \`slug\`` : slugHint(slug)
    const span = fields.slug === undefined ? undefined : yaml.value.valueAt(['slug'])
    diagnostics.push(diagnose(source, span, 'invalid-slug', slugFault(slug), { hint }))
  }
  for (const [i, alias] of (fields.aliases ?? []).entries())
    if (!isSlug(alias)) report.at(['aliases', i], 'invalid-slug', slugFault(alias), slugHint(alias))
  const date = report.day(fields.date, ['date'], options.timeZone)
  const embargo =
    fields.embargo === undefined ? undefined : report.moment(fields.embargo, ['embargo'], options.timeZone)
  if (date.day && embargo && embargo.day > date.day) {
    const hint = `set \`date\` to ${embargo.day}, or end the embargo earlier`
    report.at(
      ['embargo'],
      'embargo-conflict',
      `The embargo ends on ${embargo.day}, after the release's date, ${date.day}`,
      hint,
    )
  }
  if (isBlank(source, parts.value) && fields.withdrawn === undefined)
    diagnostics.push(emptyBody(source, parts.value.bodyStart))
  const language = name.language ?? fields.language ?? options.language
  const value = {
    source,
    name,
    fields,
    yaml: yaml.value,
    bodyStart: parts.value.bodyStart,
    date: date.day,
    time: date.time,
    embargo,
    language,
    slug,
  }
  return { value, diagnostics }
}

/** Whether there is nothing below the front matter. */
export const isBlank = (source: SourceText, { bodyStart }: Pick<Release, 'bodyStart'>): boolean =>
  source.text.slice(bodyStart).trim() === ''

export const emptyBody = (source: SourceText, bodyStart: number): Diagnostic =>
  diagnose(source, [bodyStart, bodyStart], 'empty-body', 'Empty body', {
    hint: 'write the release below the closing ---',
  })

/** Names that Windows keeps for its devices, whatever their ending. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

/** A plain folder name on every system: no separators, no device names of Windows, nothing hidden. */
export const isSlug = (text: string): boolean =>
  (ascii.test(text) || letters.test(text)) &&
  text.length <= maxSlug &&
  !text.includes('..') &&
  !text.endsWith('.') &&
  !devices.test(text)

const letters = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]*$/u
/** The same for most names: V8 takes a millisecond to get ready for the other. */
const ascii = /^[a-z0-9][a-z0-9._-]*$/i
const maxSlug = 150

const slugFault = (slug: string): string =>
  letters.test(slug) && slug.length > maxSlug
    ? `Too long name for a folder, ${slug.length} characters, maximum ${maxSlug}`
    : `No name for a folder, "${slug}"`

function slugHint(slug: string): string {
  if (devices.test(slug)) return 'take another name, Windows keeps this one for a device'
  if (letters.test(slug) && slug.length > maxSlug) return 'keep the few words that tell it from others'
  if (/^[\p{L}\p{M}\p{N}._-]+$/u.test(slug))
    return 'begin and end it with a letter or a digit, and write no two points together'
  return 'use letters, digits, hyphens, points and underscores'
}

/** Reports faults at the places of fields. */
class Reporter {
  constructor(
    readonly source: SourceText,
    readonly yaml: Yaml,
    readonly diagnostics: Diagnostic[],
  ) {}

  at(
    path: readonly (string | number)[],
    code: Diagnostic['code'],
    message: string,
    hint?: string,
    severity: Diagnostic['severity'] = 'error',
  ): void {
    this.diagnostics.push(diagnose(this.source, this.yaml.valueAt(path), code, message, { hint, severity }))
  }

  moment(text: string, path: readonly string[], zone: string | undefined): Moment | undefined {
    const read = readMoment(text, zone)
    if ('fault' in read) {
      this.at(path, read.code, read.fault, read.hint)
      return undefined
    }
    if (read.warning) this.at(path, 'invalid-time', read.warning, read.hint, 'warning')
    return read.moment
  }

  day(text: string | undefined, path: readonly string[], zone: string | undefined): { day?: Day; time?: Moment } {
    if (text === undefined) return {}
    if (isDay(text)) return { day: text }
    if (/^\d{4}-\d{2}-\d{2}[T ]/.test(text)) {
      const time = this.moment(text, path, zone)
      return time ? { day: time.day, time } : {}
    }
    const { what, hint } = splitHint(whyNoDay(text).replace('invalid-date: ', ''))
    const meant = dayMeant(text)
    const span = this.yaml.valueAt(path)
    // As it is typed, within its quotation marks.
    const start = span ? this.source.text.indexOf(text, span[0]) : -1
    const isTyped = span !== undefined && start >= span[0] && start + text.length <= span[1]
    this.diagnostics.push(
      diagnose(this.source, span, 'invalid-date', what, {
        hint: meant === undefined ? hint : `write it as ${meant}`,
        ...(meant !== undefined && isTyped && { fix: { start, end: start + text.length, text: meant } }),
      }),
    )
    return {}
  }
}
