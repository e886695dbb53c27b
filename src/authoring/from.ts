import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { stringify } from 'yaml'
import { findMedia } from '../build/media-files.ts'
import type { ReleaseGroup } from '../build/listed.ts'
import type { Language } from '../press-room/language.ts'
import type { PressRoom } from '../press-room/press-room.ts'
import { mediaCandidates } from '../release/media.ts'
import type { Release } from '../release/read.ts'
import type { Outcome } from '../source/diagnostic.ts'
import { blocksOf } from './blocks.ts'
import { findRelease, unreadable } from './find-release.ts'
import { releaseAt } from './house.ts'
import { mentionsIn } from './mentions.ts'
import { openingFields, type Begun } from './opening.ts'
import { wordingOf } from './wording.ts'
import { oneLine, scalar } from './yaml-text.ts'

/** A release that a new one is begun from. */
export interface Earlier {
  readonly language: Language
  readonly isFolder: boolean
  /** The text of the new release. */
  begin(begun: Begun): string
  /** The files beside it that a release in a folder of its own takes along, by their new paths. */
  copies(file: string): Promise<Map<string, Uint8Array>>
}

/** What is of the one release only, or is said anew. */
const ofItsOwn = new Set(
  'headline date embargo draft withdrawn corrections aliases number slug translation-of language kind'.split(' '),
)

/** Fields whose words may be of another day. */
const toLookAt = new Set(['subheadline', 'summary', 'subject', 'notes', 'event', 'spokespeople', 'research'])

/** Finds and reads the release that a new one is begun from. */
export function earlierRelease(room: PressRoom, groups: readonly ReleaseGroup[], called: string): Outcome<Earlier> {
  const { value: found, diagnostics } = findRelease(groups, called)
  if (!found) return { diagnostics }
  const release = releaseAt(room, found.file)
  if (!release) return unreadable(found.file.path)
  const { path } = found.file
  const origin = found.group.key.replace(/^releases\//, '')
  const isFolder = /\/index(?:\.[A-Za-z-]+)?\.\w+$/.test(path)
  return {
    value: {
      language: release.language,
      isFolder,
      begin: (begun) => begunFrom(release, origin, room, begun),
      copies: (file) => copiedBeside(release, file, room),
    },
    diagnostics,
  }
}

async function copiedBeside(release: Release, file: string, room: PressRoom): Promise<Map<string, Uint8Array>> {
  const folder = dirname(file)
  const from = release.name.folder
  if (folder === from) return new Map()
  const { files } = await findMedia(room.root, from, mediaCandidates(release))
  return new Map([...files.values()].map((one) => [`${folder}/${one.src}`, readFileSync(join(room.root, one.file))]))
}

function begunFrom(release: Release, origin: string, room: PressRoom, begun: Begun): string {
  const { fields, source, bodyStart } = release
  const kind = begun.kind ?? fields.kind
  const old = oldIn(begun.language, room)
  const words = wordingOf(begun.language)
  const kept = fieldTexts(release)
    .filter(([key]) => !ofItsOwn.has(key) && !(key === 'dateline' && begun.dateline !== undefined))
    .flatMap(([key, text]) => {
      const found = toLookAt.has(key) ? old(text) : ''
      return found === '' ? [text] : [`# earlier: ${found}`, text]
    })
  const lines = [
    `# pressmark-from: ${origin}`,
    `headline: ${scalar(begun.headline)}`,
    ...openingFields(room, { ...begun, ...(kind && { kind }) }, words.draft),
    ...(begun.dateline === undefined ? [] : [`dateline: ${scalar(oneLine(begun.dateline))}`]),
    ...kept,
  ]
  const body = blocksOf(source.text.slice(bodyStart)).map((block) => {
    const found = /^ {0,3}(?:<!--|`{3}|~{3})/.test(block) ? '' : old(block)
    return found === '' ? block : `<!-- earlier: ${found} -->\n${block}`
  })
  return `---\n${lines.join('\n')}\n---\n\n${body.join('\n\n')}\n`
}

/** The dates, weekdays, embargoes and figures of a text, each once; few enough to be read. */
function oldIn(language: Language, room: PressRoom): (text: string) => string {
  const months = room.locale(language).value?.months ?? []
  return (text) =>
    [...new Set(mentionsIn(text.replace(/\s+/g, ' '), language, months).map((one) => one.text))].slice(0, 8).join('; ')
}

/** The fields of a release as they are typed, each with the comments above it. */
function fieldTexts({ source, yaml, bodyStart }: Release): (readonly [key: string, text: string])[] {
  const value = yaml.value as Readonly<Record<string, unknown>>
  const starts = Object.keys(value).map((key) => ({ key, at: yaml.keyAt([key])[0] }))
  if (starts.some(({ at }) => source.text[at - 1] !== '\n')) {
    return Object.entries(value).map(([key, item]) => [key, stringify({ [key]: item }).trimEnd()])
  }
  const end = source.text.lastIndexOf('\n---', bodyStart) + 1
  const from = starts.map(({ at }) => beforeComments(source.text, at))
  return starts.map(({ key }, i) => [key, withoutOrigin(source.text.slice(from[i], from[i + 1] ?? end)).trimEnd()])
}

const withoutOrigin = (text: string): string => text.replace(/^# pressmark-from:.*\r?\n/gm, '').replaceAll('\r\n', '\n')

/** Where the comments above a line begin. */
function beforeComments(text: string, at: number): number {
  let start = at
  for (;;) {
    const above = text.lastIndexOf('\n', start - 2) + 1
    if (above === start || !/^\s*#/.test(text.slice(above, start))) return start
    start = above
  }
}
