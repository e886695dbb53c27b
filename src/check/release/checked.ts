import type { Instant } from '../../calendar/zone.ts'
import type { Boilerplate } from '../../press-room/boilerplate.ts'
import type { PressRoom } from '../../press-room/press-room.ts'
import type { Release } from '../../release/read.ts'
import type { ResolvedRelease } from '../../release/resolved.ts'
import { inherited, isTranslation, originalOf, timingOf } from '../../release/translation.ts'
import type { SourceText } from '../../source/text.ts'
import { proseOf, type ReadField } from './prose.ts'
import { inside, type CheckedRelease, type CheckedText, type Unreleased } from './rule.ts'

/** A release and what came of it, as far as it came. */
export interface LoadedRelease {
  readonly release: Release
  readonly resolved: ResolvedRelease | undefined
}

/** What releases are checked with. */
export interface Surroundings {
  readonly room: PressRoom
  readonly now: Instant
  other(name: string): SourceText | undefined
  before(file: string): readonly SourceText[]
  unreleased(): readonly Unreleased[]
  readonly answerOf: CheckedText['answerOf']
  houseLanguages(): readonly string[]
  piece(file: string, start: number, length: number): Uint8Array
}

/** A release and its translations as the rules see them, in the order that they are given in. */
export function asChecked(loaded: readonly LoadedRelease[], surroundings: Surroundings): CheckedRelease[] {
  const group = loaded.map(({ release }) => release)
  const translations: CheckedRelease[] = []
  const checked = new Map<Release, CheckedRelease>()
  for (const { release, resolved } of [...loaded].sort((a, b) => rank(a.release, group) - rank(b.release, group))) {
    const original = isTranslation(release, group) ? originalOf(release, group) : undefined
    const one = checkedRelease(release, resolved, group, surroundings, original, {
      original: original && checked.get(original),
      translations: original ? [] : translations,
    })
    checked.set(release, one)
    if (original) translations.push(one)
  }
  return group.flatMap((release) => checked.get(release) ?? [])
}

/** Originals come first, so that their translations can lead back to them. */
const rank = (release: Release, group: readonly Release[]): number => (isTranslation(release, group) ? 1 : 0)

function checkedRelease(
  release: Release,
  resolved: ResolvedRelease | undefined,
  group: readonly Release[],
  around: Surroundings,
  original: Release | undefined,
  kin: Pick<CheckedRelease, 'original' | 'translations'>,
): CheckedRelease {
  const { source, fields, yaml, bodyStart } = release
  const { room } = around
  const all = inherited(release, group)
  // Named one by one: to spread them takes ten times as long, and what comes of it is read more slowly.
  return {
    source,
    tag: release.language,
    language: mainPart(release.language),
    prose: proseOf(source.text, bodyStart, readFields(release)),
    room,
    fields,
    yaml,
    kind: all.kind ?? 'press-release',
    date: release.date ?? original?.date,
    contacts: all.contacts ?? room.settings.house.contact,
    timing: timingOf(release, group),
    resolved,
    original: kin.original,
    translations: kin.translations,
    now: around.now,
    other: around.other,
    before: around.before,
    unreleased: around.unreleased,
    houseLanguages: around.houseLanguages,
    piece: around.piece,
    answerOf: around.answerOf,
  }
}

const mainPart = (tag: string): string => tag.split('-')[0] ?? tag

/** A boilerplate as the rules of texts see it. */
export const asText = (
  { source, language: tag, bodyStart }: Boilerplate,
  room: PressRoom,
  answerOf: CheckedText['answerOf'],
): CheckedText => ({
  source,
  tag,
  language: mainPart(tag),
  prose: proseOf(source.text, bodyStart),
  room,
  answerOf,
  date: undefined,
  kind: undefined,
})

/** The fields that people read. */
function readFields(release: Release): ReadField[] {
  const { fields } = release
  const lines = (['headline', 'subheadline', 'summary', 'dateline', 'subject'] as const).filter(
    (name) => fields[name] !== undefined,
  )
  const paths = [
    ...lines.map((name) => [name]),
    ...(fields.notes ?? []).map((_, i) => ['notes', i]),
    ...(fields.corrections ?? []).map((_, i) => ['corrections', i, 'text']),
    ...(fields.withdrawn?.reason === undefined ? [] : [['withdrawn', 'reason']]),
    ...(fields.media ?? []).flatMap((medium, i) =>
      (['alt', 'caption', 'credit', 'rights'] as const).flatMap((name) =>
        medium[name] === undefined ? [] : [['media', i, name]],
      ),
    ),
    ...(fields.attachments ?? []).map((_, i) => ['attachments', i, 'title']),
    ...(fields.links ?? []).map((_, i) => ['links', i, 'title']),
    ...(['place', 'address', 'registration'] as const).flatMap((name) =>
      fields.event?.[name] === undefined ? [] : [['event', name]],
    ),
    ...(fields.spokespeople ?? []).flatMap((person, i) =>
      (['role', 'topics'] as const).flatMap((name) => (person[name] === undefined ? [] : [['spokespeople', i, name]])),
    ),
  ]
  const whole = inside(release, [])
  return paths
    .map((path) => ({ path: path.join('.'), at: inside(release, path) }))
    .filter(({ at }) => at[0] !== whole[0] || at[1] !== whole[1])
}
