import { join } from 'node:path'
import type { Instant } from '../calendar/zone.ts'
import { hasCome } from '../release/status.ts'
import { sameStamp, stampOf } from '../source/stamp.ts'
import type { ReleaseGroup } from './listed.ts'
import type { GroupRecord, Manifest } from './manifest.ts'
import { digestOfAll, type RoomNow } from './room-now.ts'

export interface Today {
  readonly root: string
  readonly out: string
  readonly now: Instant
  readonly press: RoomNow
  readonly before: Manifest
  /** Whether outputs count as they were left, and are not looked at. */
  readonly trusting: boolean
}

/** Whether what was made of a release and its translations is still what would be made of them now. Reads nothing but metadata. */
export const isFresh = (record: GroupRecord, group: ReleaseGroup, today: Today): boolean =>
  record.sources.length === group.files.length &&
  record.sources.every(([path, digest], i) => {
    const file = group.files[i]
    return digest !== '' && path === file?.path && digest === file.place.digest
  }) &&
  stillStands(record, today)

/** The same for all but the files of the release themselves. */
export const stillStands = (
  { digest, turns, media, outputs }: GroupRecord,
  { root, out, now, press, before, trusting }: Today,
): boolean =>
  digestOfAll(before.ingredients.get(digest) ?? [], press) === digest &&
  turns.every(([turn, come]) => hasCome(turn, now, press.timeZone) === come) &&
  media.every(([path, size, mtime]) => {
    const stamp = stampOf(join(root, path))
    return stamp ? sameStamp(stamp, { size, mtime }) : size === -1
  }) &&
  (trusting ||
    outputs.every((output) => {
      const stamp = stampOf(join(out, output.path))
      return stamp !== undefined && sameStamp(stamp, output)
    }))
