import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Origin } from './outputs.ts'
import type { Shard } from './shard.ts'
import { writeWhole } from './whole-file.ts'

/** What is known of an output of an earlier build. */
export type Entry = Origin

/** The outputs that build has written to a folder: what it may replace and remove. Anything unreadable in it counts as unknown. */
export interface Ledger {
  has(path: string): boolean
  entries(): [string, Entry][]
  /** Says that paths are about to be ours, all in one stroke. */
  announce(entries: readonly (readonly [path: string, entry: Entry])[]): void
  forget(path: string): void
  /** Writes down what is there now, with what another build has written down meanwhile. */
  save(made: ReadonlyMap<string, Entry>): void
  /** Leaves what was announced to whoever saves. */
  leave(): void
}

/**
 * Opens the ledger of an output folder. It stands in that folder and not in the cache, since a cache may be thrown away at any
 * time: without it build would no longer know its own files from those of others. A shard has a ledger of its own, so that the
 * folders of several can be put into one; the next whole build makes one of them. Where entries are given, nothing else is known.
 */
export function readLedger(out: string, shard?: Shard, entries?: readonly (readonly [string, Entry])[]): Ledger {
  const name = shard ? `.outputs-${shard.index}-of-${shard.count}` : '.outputs'
  const file = join(out, `${name}.json`)
  const journal = join(out, `${name}.journal`)
  const known = new Map(entries ?? filesOf(out).flatMap(readEntries))
  const forgotten = new Set<string>()
  let writing: number | undefined
  return {
    has: (path) => known.has(path),
    entries: () => [...known],
    announce(entries) {
      if (entries.length === 0) return
      if (writing === undefined) {
        mkdirSync(out, { recursive: true })
        writing = openSync(journal, 'a')
      }
      const lines = entries.map(([path, { source, format }]) => `${JSON.stringify([path, source, format])}\n`)
      writeSync(writing, lines.join(''))
      for (const [path, entry] of entries) known.set(path, entry)
    },
    forget(path) {
      known.delete(path)
      forgotten.add(path)
    },
    save(made) {
      const others = filesOf(out).filter((other) => other !== file)
      const merged = shard ? others.filter((other) => other === journal) : others
      const news = [...made].some(([path, { source, format }]) => {
        const before = known.get(path)
        return before?.source !== source || before.format !== format
      })
      if (!news && forgotten.size === 0 && writing === undefined && merged.length === 0) return
      const all = new Map([file, ...merged].flatMap(readEntries))
      for (const [path, entry] of [...(shard ? [] : known), ...made]) all.set(path, entry)
      for (const path of forgotten) if (!made.has(path)) all.delete(path)
      writeEntries(file, all)
      if (writing !== undefined) closeSync(writing)
      for (const other of others) {
        if (merged.includes(other)) rmSync(other, { force: true })
        else if (forgotten.size > 0 && other.endsWith('.json')) forgetIn(other, forgotten, made)
      }
    },
    leave() {
      if (writing !== undefined) closeSync(writing)
    },
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** The ledgers of an output folder and the journals of builds that were killed, journals last: they know what is newer. */
function filesOf(out: string): string[] {
  let names: string[]
  try {
    names = readdirSync(out)
  } catch {
    return []
  }
  const ours = names.filter((name) => /^\.outputs(?:-\d+-of-\d+)?\.(?:json|journal)$/.test(name)).sort()
  return [...ours.filter((name) => name.endsWith('.json')), ...ours.filter((name) => name.endsWith('.journal'))].map(
    (name) => join(out, name),
  )
}

/** A ledger is one JSON array; of a journal every line is JSON, and the last may be cut off. */
function readEntries(file: string): [string, Entry][] {
  const text = readText(file)
  if (file.endsWith('.json')) {
    const rows = parsed(text)
    return Array.isArray(rows) ? rows.flatMap(entryOf) : []
  }
  return text.split('\n').flatMap((line) => entryOf(parsed(line)))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function writeEntries(file: string, entries: ReadonlyMap<string, Entry>): void {
  const rows = [...entries]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, { source, format }]) => [path, source, format])
  const text = `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`
  if (text !== readText(file)) writeWhole(file, text)
}

/** Takes what is gone out of the ledger of another build: somebody else's file may come to stand there. */
function forgetIn(file: string, forgotten: ReadonlySet<string>, made: ReadonlyMap<string, Entry>): void {
  const entries = new Map(readEntries(file))
  const gone = [...forgotten].filter((path) => !made.has(path) && entries.delete(path))
  if (gone.length > 0) writeEntries(file, entries)
}

function entryOf(row: unknown): [string, Entry][] {
  if (!Array.isArray(row)) return []
  const [path, source, format] = row as unknown[]
  if (typeof path !== 'string' || typeof source !== 'string' || typeof format !== 'string') return []
  return /(?:^|[\\/])\.\.(?:[\\/]|$)|^[\\/]|^[A-Za-z]:/.test(path) ? [] : [[path, { source, format }]]
}
