import { picturesAmong, stampPressRoom } from '../press-room/folder.ts'
import { digestsOf, type Piece } from '../press-room/pieces.ts'
import type { PressRoom } from '../press-room/press-room.ts'
import type { Diagnostic } from '../source/diagnostic.ts'
import { onceForKey } from '../source/once.ts'
import { digestOf, sameStamp, settledFile, type KnownFile } from '../source/stamp.ts'
import type { RoomRecord } from './manifest.ts'

/** What a build has to know of the press room. It is opened only for those releases that are made again. */
export interface RoomNow {
  readonly files: readonly (readonly [path: string, file: KnownFile])[]
  /** Where it had to be opened, since its files no longer look as they did. */
  readonly room: PressRoom | undefined
  readonly timeZone: string | undefined
  /** The names of the formats. */
  readonly formats: readonly string[]
  /** What is to be said of press.yaml and templates/. */
  readonly diagnostics: readonly Diagnostic[]
  /** The digest of a piece as it is now; nothing where it is not known. */
  digest(piece: Piece): string | undefined
}

/** One digest of several pieces; nothing where one of them is not known. Most releases are made from the same pieces as others. */
export const digestOfAll = (pieces: readonly Piece[], { digest }: RoomNow): string | undefined =>
  digestOfPieces(digest, pieces.join('\n'), pieces)

const digestOfPieces = onceForKey((digest: RoomNow['digest'], _key: string, pieces: readonly Piece[]) => {
  const digests = pieces.map(digest)
  return digests.includes(undefined) ? undefined : digestOf(JSON.stringify([pieces, digests]))
})

/** A press room that was opened, with what was said of it. */
export function asOpened(room: PressRoom, diagnostics: readonly Diagnostic[]): RoomNow {
  const { timeZone, formats } = room.settings
  const files = [...room.known].map(([path, file]) => [path, settledFile(file)] as const)
  return { files, room, timeZone, formats, diagnostics, digest: digestsOf(room) }
}

/** The press room as an earlier build wrote it down. */
export function asRecorded({ files, pieces, timeZone, formats, diagnostics }: RoomRecord): RoomNow {
  const digests = new Map(pieces)
  return { files, room: undefined, timeZone, formats, diagnostics, digest: (piece) => digests.get(piece) }
}

/** The files of a press room, by path and digest: a thread, which has read them itself, works only with the same. */
export type Files = readonly string[]

export const filesOf = ({ files }: RoomNow): Files => files.map(([path, { digest }]) => `${path} ${digest}`).sort()

/** Whether a press room was made of these files, whenever they were written. */
export const isMadeOf = (press: RoomNow, files: Files): boolean => String(filesOf(press)) === String(files)

/** Whether the files of a press room look as they did; nothing of them is read. */
export function looksLike(root: string, files: RoomNow['files']): boolean {
  try {
    const now = stampPressRoom(root, picturesAmong(files.map(([path]) => path)))
    return (
      now.size === files.length &&
      files.every(([path, file]) => {
        const stamp = now.get(path)
        return stamp !== undefined && sameStamp(stamp, file)
      })
    )
  } catch {
    return false
  }
}
