import { closeSync, mkdirSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { StringDecoder } from 'node:string_decoder'
import { namesIn } from '../source/file-names.ts'
import { stampOf } from '../source/stamp.ts'
import { Entries, rowOf } from './entries.ts'
import type { Origin } from './outputs.ts'
import type { Shard } from './shard.ts'
import { writeWhole } from '../source/whole-file.ts'

/** What is known of an output of an earlier build. */
export type Entry = Origin

/** The outputs that build has written to a folder: what it may replace and remove. Anything unreadable in it counts as unknown. */
export interface Ledger {
  has(path: string): boolean
  /** What an earlier build has made, and this one has not. */
  before(): Iterable<[string, Entry]>
  /** Says that paths are about to be ours, all in one stroke. */
  announce(entries: readonly (readonly [path: string, entry: Entry])[]): void
  /** Takes back what was announced and has not come to be. */
  retract(path: string): void
  /** Says that this build has made what stands at a path. Nothing of it is held: whoever saves tells of all of it again. */
  claim(path: string, entry: Entry): void
  forget(path: string): void
  /** Writes down what is there now: what this build has made, what is left of before, and what another build has written down meanwhile. */
  save(made: Iterable<readonly [path: string, entry: Entry]>): void
  /** How many bytes were announced. */
  readonly announced: number
  /** Says how many bytes were announced by those who leave them to this one. */
  leftBy(bytes: number): void
  /** Leaves what was announced to whoever saves. */
  leave(): void
}

export interface LedgerOptions {
  /** The press room that the folder belongs to, where the ledger is saved. */
  readonly root?: string
  readonly shard?: Shard | undefined
  readonly entries?: readonly (readonly [string, Entry])[]
}

/**
 * Opens the ledger of an output folder. It stands in that folder and not in the cache, since a cache may be thrown away at any
 * time: without it build would no longer know its own files from those of others. A shard has a ledger of its own, so that the
 * folders of several can be put into one; the next whole build makes one of them. Where entries are given, nothing else is known.
 */
export function readLedger(out: string, { root, shard, entries }: LedgerOptions = {}): Ledger {
  const name = shard ? `.outputs-${shard.index}-of-${shard.count}` : '.outputs'
  const file = join(out, `${name}.json`)
  const journal = join(out, `${name}.journal`)
  const known = new Entries()
  for (const rows of entries ? [entries] : filesOf(out).map(entriesOf))
    for (const [path, entry] of rows) known.set(path, entry)
  const room = root && relative(out, root).split(sep).join('/')
  const forgotten = new Set<string>()
  let news = false
  let writing: number | undefined
  let [announced, ofOthers] = [0, 0]
  return {
    has: (path) => known.has(path),
    before: () => known.inOrder(),
    announce(entries) {
      if (entries.length === 0) return
      if (writing === undefined) {
        mkdirSync(out, { recursive: true })
        writing = openSync(journal, 'a')
      }
      announced += writeSync(writing, entries.map(([path, entry]) => `${rowOf(path, entry)}\n`).join(''))
      for (const [path, entry] of entries) known.set(path, entry)
    },
    retract: (path) => known.delete(path),
    claim(path, entry) {
      const before = known.get(path)
      news ||= before?.source !== entry.source || before.format !== entry.format
      known.delete(path)
    },
    forget(path) {
      known.delete(path)
      forgotten.add(path)
    },
    save(made) {
      const others = filesOf(out).filter((other) => other !== file)
      const merged = shard ? others.filter((other) => other === journal) : others
      if (!news && forgotten.size === 0 && writing === undefined && merged.length === 0) return
      const all = new Entries()
      for (const [path, entry] of made) all.set(path, entry)
      if (!shard) for (const [path, entry] of known.inOrder()) all.set(path, entry)
      const found = new Entries()
      // Nobody else has announced anything: what this build has put is known.
      const read = merged.filter((other) => other !== journal || sizeOf(journal) !== announced + ofOthers)
      for (const one of [file, ...read])
        for (const [path, entry] of entriesOf(one)) if (!all.has(path) && !forgotten.has(path)) found.set(path, entry)
      for (const [path, entry] of found.inOrder()) all.set(path, entry)
      writeEntries(file, all, room)
      if (writing !== undefined) closeSync(writing)
      for (const other of others) {
        if (merged.includes(other)) rmSync(other, { force: true })
        else if (forgotten.size > 0 && other.endsWith('.json')) forgetIn(other, forgotten, all, room)
      }
    },
    get announced() {
      return announced
    },
    leftBy(bytes) {
      ofOthers += bytes
    },
    leave() {
      if (writing !== undefined) closeSync(writing)
    },
  }
}

const sizeOf = (file: string): number | undefined => stampOf(file)?.size

/** Whether an output folder is as builds leave it, and not emptied. */
export const hasLedger = (out: string): boolean => filesOf(out).length > 0

/** The press rooms that the ledgers of an output folder belong to, as ways from there: none in those of before they said so. */
export function roomsIn(out: string): string[] {
  return filesOf(out).flatMap((file) => {
    for (const line of linesOf(file)) {
      const row = parsed(line.replace(/,$/, ''))
      if (typeof row === 'object' && row !== null && 'room' in row) return String(row.room)
      if (line !== '[') return []
    }
    return []
  })
}

/** The ledgers of an output folder and the journals of builds that were killed, journals last: they know what is newer. */
function filesOf(out: string): string[] {
  const ours = namesIn(out)
    .filter((name) => /^\.outputs(?:-\d+-of-\d+)?\.(?:json|journal)$/.test(name))
    .sort()
  return [...ours.filter((name) => name.endsWith('.json')), ...ours.filter((name) => name.endsWith('.journal'))].map(
    (name) => join(out, name),
  )
}

/**
 * A ledger is one JSON array with a line for its press room and one for each entry; of a journal every line is JSON, and the last may be cut off. Both are read in
 * parts, and what many entries say is kept once: memory holds little more than the paths.
 */
function* entriesOf(file: string): Generator<[string, Entry]> {
  const words = new Map<string, string>()
  let source = ''
  for (const line of linesOf(file)) {
    const row = parsed(line.replace(/,$/, ''))
    if (!isRow(row)) continue
    const [path, from, named] = row
    if (from !== source) source = from
    const format = words.get(named) ?? named
    words.set(format, format)
    yield [path, { source, format }]
  }
}

/** The lines of a file, read in parts; none of one that cannot be read. */
function* linesOf(file: string): Generator<string> {
  const decoder = new StringDecoder('utf8')
  const part = Buffer.allocUnsafe(65_536)
  let from: number | undefined
  try {
    from = openSync(file, 'r')
    let rest = ''
    for (let length = readSync(from, part); length > 0; length = readSync(from, part)) {
      const lines = (rest + decoder.write(part.subarray(0, length))).split('\n')
      rest = lines.pop() ?? ''
      yield* lines
    }
    yield rest
  } catch {
    return
  } finally {
    if (from !== undefined) closeSync(from)
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const writeEntries = (file: string, entries: Entries, room: string | undefined): void =>
  writeWhole(file, ledgerText(entries, room))

/** In parts, since the whole of it would take as much memory as all else. */
function* ledgerText(entries: Entries, room: string | undefined): Generator<string> {
  let part = '['
  let end = '\n'
  const rows = function* (): Generator<string> {
    if (room !== undefined) yield JSON.stringify({ room })
    yield* entries.inJson()
  }
  for (const row of rows()) {
    part += end + row
    end = ',\n'
    if (part.length < 10_000) continue
    yield part
    part = ''
  }
  yield `${part}\n]\n`
}

/** Takes what is gone out of the ledger of another build: somebody else's file may come to stand there. */
function forgetIn(file: string, forgotten: ReadonlySet<string>, made: Entries, room: string | undefined): void {
  const left = new Entries()
  let isShorter = false
  for (const [path, entry] of entriesOf(file))
    if (made.has(path) || !forgotten.has(path)) left.set(path, entry)
    else isShorter = true
  if (isShorter) writeEntries(file, left, room)
}

function isRow(row: unknown): row is [path: string, source: string, format: string] {
  if (!Array.isArray(row)) return false
  const [path, source, format] = row as unknown[]
  if (typeof path !== 'string' || typeof source !== 'string' || typeof format !== 'string') return false
  return !/(?:^|[\\/])\.\.(?:[\\/]|$)|^[\\/]|^[A-Za-z]:/.test(path)
}
