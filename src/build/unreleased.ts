import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { wallClock, type Instant } from '../calendar/zone.ts'
import type { Unreleased } from '../check/release/index.ts'
import type { PressRoom } from '../press-room/press-room.ts'
import { shelfOf, statusAt, turnOf } from '../release/status.ts'
import { slugOf, timingOf } from '../release/translation.ts'
import type { ReleaseFile, ReleaseGroup } from './listed.ts'
import { readFile } from './load.ts'

/**
 * The releases of a press room that the public may not see yet, in all languages. Those that say nothing of a draft or an embargo, and
 * name no later day, are only glanced at.
 */
export function unreleasedIn(room: PressRoom, groups: readonly ReleaseGroup[], now: Instant): Unreleased[] {
  const { day } = wallClock(now, room.settings.timeZone ?? 'UTC')
  return groups
    .filter(({ files }) => files.some((file) => (file.name.day ?? '') > day || mayBeKept(room.root, file, day)))
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
function mayBeKept(root: string, { path, place }: ReleaseFile, today: string): boolean {
  if (place.digest === '') return false
  try {
    const text = readFileSync(join(root, path), 'utf8')
    const frontMatter = text.slice(0, text.indexOf('\n---', 3) + 1)
    const date = /^["']?date["']?:[ \t]*["']?(\d{4}-\d{2}-\d{2})/m.exec(frontMatter)?.[1] ?? ''
    return date > today || /draft|embargo/.test(frontMatter)
  } catch {
    return false
  }
}
