import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Day } from '../calendar/day.ts'
import type { Instant } from '../calendar/zone.ts'
import type { Piece } from '../press-room/pieces.ts'
import type { Diagnostic } from '../source/diagnostic.ts'
import { kitBuild } from '../source/kit.ts'
import { digestOf, settledFile, startDigest, type KnownFile, type Stamp } from '../source/stamp.ts'
import type { Place } from './listed.ts'
import { outputsIn, unpack } from './packed.ts'
import { Register } from './register.ts'
import type { BuiltRelease } from './report.ts'
import { writeWhole } from '../source/whole-file.ts'

/** An output as it stood when it was made. */
export interface KnownOutput extends Stamp {
  /** From the output folder. */
  readonly path: string
  readonly format: string
}

/** What the outputs of a release and its translations were made from, and what came of it. */
export interface GroupRecord {
  /** The files with the digests of what was read. */
  readonly sources: readonly (readonly [path: string, digest: string])[]
  /** One digest of the pieces of the press room that they were made from. */
  readonly digest: string
  /** When its files turn public, and whether that had come. */
  readonly turns: readonly (readonly [turn: Instant | Day, come: boolean])[]
  /** The files beside it that it may mean; a missing one has the size -1. */
  readonly media: readonly (readonly [path: string, size: number, mtime: number])[]
  readonly outputs: readonly KnownOutput[]
  readonly releases: readonly BuiltRelease[]
  /** Drafts that were left out. */
  readonly drafts: number
  readonly diagnostics: readonly Diagnostic[]
}

/** The turns that had not come. */
export const yetToCome = (turns: GroupRecord['turns']): (Instant | Day)[] =>
  turns.flatMap(([turn, come]) => (come ? [] : [turn]))

/** What the press room was when the manifest was written. */
export interface RoomRecord {
  readonly files: readonly (readonly [path: string, file: KnownFile])[]
  /** The digests of the pieces that releases were made from. */
  readonly pieces: readonly (readonly [piece: Piece, digest: string])[]
  readonly timeZone: string | undefined
  readonly formats: readonly string[]
  /** What is to be said of press.yaml and templates/. */
  readonly diagnostics: readonly Diagnostic[]
  /** What the rules of mail say of mails made with a layout of the room's own; nothing where it has none. */
  readonly mails?: MailRecord | undefined
}

export interface MailRecord {
  readonly mails: readonly KnownOutput[]
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * What an earlier build knew: enough to tell, from metadata alone, which outputs are still right. It only ever saves work: without
 * it, or with one that is damaged, of another kit, or of other options, everything is made again and compared.
 */
export interface Manifest {
  readonly room: RoomRecord | undefined
  /** The pieces of the press room that releases were made from, by the digest of them all: most are made from the same as others. */
  readonly ingredients: ReadonlyMap<string, readonly Piece[]>
  /** By the paths of the release files, as `asLine` writes them. */
  readonly places: Register
  /** By the keys of the groups, as `lineOf` writes them: most of them are only looked at once, and copied to the next manifest. */
  readonly groups: Register
}

const none: Manifest = { room: undefined, ingredients: new Map(), places: new Register(), groups: new Register() }

/** Where the manifest of builds with these options is kept. */
export const manifestFile = (root: string, identity: string): string =>
  join(root, '.pressmark', 'manifests', `${digestOf(identity)}.manifest`)

/** Dates and names of languages come from Node's own data, so that another Node is another kit. */
const title = (identity: string): string => JSON.stringify(['pressmark', 5, kitBuild, process.versions.icu, identity])

/** Reads a manifest; anything but a whole one, of this build of the kit and of these options, counts as none. */
export function readManifest(file: string, identity: string): Manifest {
  try {
    return parse(readFileSync(file), identity)
  } catch {
    return none
  }
}

/** What stands in the second line of a manifest. Behind it come the sheets of its registers. */
interface Head {
  readonly room?: RoomRecord | undefined
  readonly ingredients: readonly (readonly [digest: string, pieces: readonly Piece[]])[]
  /** How many bytes each sheet has, the last one included. */
  readonly places: readonly number[]
  readonly groups: readonly number[]
}

function parse(bytes: Buffer, identity: string): Manifest {
  const end = bytes.lastIndexOf('\n', -2)
  if (bytes.toString('utf8', end) !== `\nend ${digestOf(bytes.subarray(0, end))}\n`) return none
  let from = 0
  const take = (length: number): Buffer => bytes.subarray(from, (from += length))
  const line = (): string => take(bytes.indexOf('\n', from) + 1 - from).toString()
  if (line() !== `${title(identity)}\n`) return none
  const { room, ingredients, places, groups } = JSON.parse(line()) as Head
  const register = (lengths: readonly number[]): Register => Register.of(lengths.map(take))
  return { room, ingredients: new Map(ingredients), places: register(places), groups: register(groups) }
}

/** Writes a manifest down. One that cannot be written is done without. */
export function writeManifest(file: string, identity: string, manifest: Manifest): void {
  try {
    writeWhole(file, signed(partsOf(manifest, identity)))
  } catch {
    return
  }
}

function* partsOf({ room, ingredients, places, groups }: Manifest, identity: string): Generator<string | Uint8Array> {
  const [ofPlaces, ofGroups] = [places.sheets(), groups.sheets()]
  const lengths = (sheets: readonly Buffer[]): number[] => sheets.map(({ length }) => length)
  const head: Head = { room, ingredients: [...ingredients], places: lengths(ofPlaces), groups: lengths(ofGroups) }
  yield `${title(identity)}\n${JSON.stringify(head)}\n`
  yield* ofPlaces
  yield* ofGroups
}

/** Parts, and a last line with the digest of them all; before it a line feed, since a deflated sheet ends with anything. */
function* signed(parts: Iterable<string | Uint8Array>): Generator<string | Uint8Array> {
  const digest = startDigest()
  for (const one of parts) {
    digest.add(one)
    yield one
  }
  yield `\nend ${digest.end()}\n`
}

/** Whether a manifest says what another one said. */
export const sameManifest = (a: Manifest, b: Manifest): boolean =>
  a.places.isLike(b.places) && a.groups.isLike(b.groups) && JSON.stringify(a.room) === JSON.stringify(b.room)

/** A line of `places`. */
export const asLine = (place: Place): string => JSON.stringify(settledFile(place))

/** The place of a release file; nothing where it is not known. */
export function placeIn({ places }: Manifest, path: string): Place | undefined {
  const line = places.get(path)
  return line === undefined ? undefined : (JSON.parse(line) as Place)
}

/** A line of `groups`: the digest, and the contents as they are packed. */
export const lineOf = (digest: string, contents: string): string => `${digest} ${contents}`

/** The outputs that a line of `groups` tells of, and nothing else of it. */
export const outputsOf = (line: string): Iterable<readonly [path: string, format: string]> =>
  outputsIn(line.slice(line.indexOf(' ') + 1))

/** What is known of a group; nothing where it is not. */
export function recordIn({ groups }: Manifest, key: string): GroupRecord | undefined {
  const line = groups.get(key)
  return line === undefined ? undefined : recordOf(line)
}

/** What a line of `groups` says. */
export function recordOf(line: string): GroupRecord {
  const end = line.indexOf(' ')
  return { digest: line.slice(0, end), ...unpack(line.slice(end + 1)) }
}
