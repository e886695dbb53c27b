import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Origin } from './outputs.ts'
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
 * time: without it build would no longer know its own files from those of others.
 */
export function readLedger(out: string): Ledger {
  const file = join(out, '.outputs.json')
  const journal = join(out, '.outputs.journal')
  const known = new Map([...readEntries(file), ...readJournal(journal)])
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
      const news = [...made].some(([path, { source, format }]) => {
        const before = known.get(path)
        return before?.source !== source || before.format !== format
      })
      if (!news && forgotten.size === 0 && writing === undefined && !existsSync(journal)) return
      const all = new Map([...readEntries(file), ...readJournal(journal), ...known, ...made])
      for (const path of forgotten) if (!made.has(path)) all.delete(path)
      const rows = [...all]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([path, { source, format }]) => [path, source, format])
      const text = `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`
      if (text !== readText(file)) writeWhole(file, text)
      if (writing !== undefined) closeSync(writing)
      rmSync(journal, { force: true })
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

function readEntries(file: string): [string, Entry][] {
  try {
    const rows: unknown = JSON.parse(readText(file))
    return Array.isArray(rows) ? rows.flatMap(entryOf) : []
  } catch {
    return []
  }
}

/** The journal of a build that was killed; its last line may be cut off. */
function readJournal(file: string): [string, Entry][] {
  return readText(file)
    .split('\n')
    .flatMap((line): [string, Entry][] => {
      try {
        return entryOf(JSON.parse(line))
      } catch {
        return []
      }
    })
}

function entryOf(row: unknown): [string, Entry][] {
  if (!Array.isArray(row)) return []
  const [path, source, format] = row as unknown[]
  if (typeof path !== 'string' || typeof source !== 'string' || typeof format !== 'string') return []
  return /(?:^|[\\/])\.\.(?:[\\/]|$)|^[\\/]|^[A-Za-z]:/.test(path) ? [] : [[path, { source, format }]]
}
