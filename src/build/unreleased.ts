import type { Day } from '../calendar/day.ts'
import { wallClock, type Instant } from '../calendar/zone.ts'
import type { Unreleased } from '../check/release/index.ts'
import type { PressRoom } from '../press-room/press-room.ts'
import { shelfOf, statusAt, turnOf } from '../release/status.ts'
import { slugOf, timingOf } from '../release/translation.ts'
import type { ReleaseGroup } from './listed.ts'
import { readFile } from './load.ts'

/**
 * The releases of a press room that the public may not see yet, in all languages: of those whose name says a later day, or whose front matter says
 * that they `mayBeKept`, by their paths.
 */
export function unreleasedIn(
  room: PressRoom,
  groups: readonly ReleaseGroup[],
  now: Instant,
  kept: ReadonlySet<string>,
): Unreleased[] {
  const { day } = wallClock(now, room.settings.timeZone ?? 'UTC')
  return groups
    .filter(({ files }) => files.some(({ path, name }) => kept.has(path) || (name.day ?? '') > day))
    .flatMap(({ key, files }) => {
      const group = files.flatMap((file) => readFile(room.root, file, room.settings).value ?? [])
      return group.flatMap((release): Unreleased[] => {
        const timing = timingOf(release, group)
        if (shelfOf(statusAt(timing, now, room.settings.timeZone)) === 'releases') return []
        return [
          {
            file: release.source.file,
            name: key.replace(/^.*\//, ''),
            slug: slugOf(release, group),
            aliases: release.fields.aliases ?? [],
            headline: release.fields.headline,
            turn: turnOf(timing, room.settings.timeZone),
          },
        ]
      })
    })
}

/** Whether front matter speaks of a draft or an embargo, or of a day that is still to come. */
export function mayBeKept(frontMatter: string, today: Day): boolean {
  if (/draft|embargo/.test(frontMatter)) return true
  const date = /^["']?date["']?:[ \t]*["']?(\d{4}-\d{2}-\d{2})/m.exec(frontMatter)?.[1] ?? ''
  return date > today
}
