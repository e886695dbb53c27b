import {
  accessSync,
  closeSync,
  constants,
  copyFileSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join, sep } from 'node:path'
import type { Content } from '../formats/format.ts'
import { encoded } from '../template/parts.ts'
import { namesIn } from '../source/file-names.ts'
import type { Stamp } from '../source/stamp.ts'
import type { Entry, Ledger } from './ledger.ts'

/** What was done to put an output in its place, and the file that stands there now. */
export interface Put extends Stamp {
  readonly done: 'written' | 'unchanged' | 'not-ours'
}

/** What stands in the place of a group's key where the press room's own pictures are meant. */
export const ownPictures = 'press-room'

/** What an output was made for. */
export interface Origin {
  /** The group of the release it is made from, or `ownPictures`. */
  readonly source: string
  /** The name of the format, or `file` for what is copied. */
  readonly format: string
}

/** What is to stand at a path in the output folder. */
export interface Output {
  readonly path: string
  readonly content: Content
  readonly origin: Origin
}

/**
 * The folder that build writes to. A file is written in a folder of its own beside the outputs and moved to its place when it is
 * whole, so that a kill at any moment leaves the old file or the new one. A file that build did not write is never replaced.
 */
export class OutputFolder {
  /** Where it is. */
  readonly path: string
  /** Whether files that build did not write are replaced. */
  readonly force: boolean
  readonly #ledger: Ledger
  readonly #folders = new Map<string, boolean>()
  #writing: string | undefined
  #temporary = 0

  constructor(out: string, force: boolean, ledger: Ledger) {
    this.path = out
    this.force = force
    this.#ledger = ledger
    removeLeftovers(out)
  }

  /** Writes an output unless it stands there already, byte for byte. Throws what the disk throws. */
  put(path: string, content: Content, origin: Origin): Put {
    const bytes = bytesOf(content)
    const isSame = (full: string): boolean => Buffer.compare(readFileSync(full), bytes) === 0
    const { is, stamp } = this.#isNew(dirname(path))
      ? nothing
      : standingAt(join(this.path, path), bytes.byteLength, isSame)
    if (is === 'same') return { done: 'unchanged', ...stamp }
    if (is === 'other' && !this.#mayReplace(path)) return { done: 'not-ours', ...stamp }
    this.#announce(path, origin)
    const temporary = this.#temporaryFile()
    const written = writeFile(temporary, bytes)
    return this.#move(temporary, path, written)
  }

  /**
   * Puts outputs into a folder that is not there yet: it is written beside and moved to its place as a whole, by one move instead of one
   * for each of its files. Where that cannot be, nothing is done: `put` does each of them, and says what stands in its way.
   */
  putFolder(folder: string, outputs: readonly Output[]): readonly Put[] | undefined {
    if (outputs.length < 2 || outputs.some(({ path }) => dirname(path) !== folder)) return undefined
    const fresh = outputs.filter(({ path }) => !this.#ledger.has(path))
    let writing: string | undefined
    try {
      const full = join(this.path, folder)
      if (lstatSync(full, { throwIfNoEntry: false })) return undefined
      this.#isNew(dirname(folder))
      this.#ledger.announce(fresh.map(({ path, origin }) => [path, origin]))
      writing = this.#temporaryFile()
      mkdirSync(writing)
      const beside = `${writing}${sep}`
      const stamps = outputs.map(({ path, content }) => writeFile(beside + basename(path), bytesOf(content)))
      renameSync(writing, full)
      return stamps.map((stamp) => ({ done: 'written', ...stamp }))
    } catch {
      // Somebody else made the folder meanwhile, and what is in it is not ours; or the disk is full.
      for (const { path } of fresh) this.#ledger.retract(path)
      if (writing !== undefined) rmSync(writing, { recursive: true, force: true })
      return undefined
    }
  }

  /**
   * Says that outputs are about to be put, so that those in new folders are announced in one stroke. Only ever saves work: `put` does
   * whatever is not done here, and says what stands in its way.
   */
  expect(outputs: readonly (readonly [path: string, origin: Origin])[]): void {
    try {
      this.#ledger.announce(outputs.filter(([path]) => this.#isNew(dirname(path)) && !this.#ledger.has(path)))
    } catch {
      return
    }
  }

  /** An output that stands there and is right, put there by this build or by an earlier one. What nobody keeps is removed in the end. */
  keep(path: string, origin: Origin): void {
    this.#ledger.claim(path, origin)
  }

  /** Copies a file to its place unless it stands there already. However large it is, only a part of it is in memory. */
  copy(from: string, path: string, origin: Origin): Put {
    const { is, stamp } = standingAt(join(this.path, path), statSync(from).size, (full) => areSame(from, full))
    if (is === 'same') return { done: 'unchanged', ...stamp }
    if (is === 'other' && !this.#mayReplace(path)) return { done: 'not-ours', ...stamp }
    this.#announce(path, origin)
    const temporary = this.#temporaryFile()
    copyFileSync(from, temporary)
    const { size, mtimeMs: mtime } = statSync(temporary)
    return this.#move(temporary, path, { size, mtime })
  }

  /** Whether anything can be written here at all, or in the folder where this one would be made. */
  isWritable(): boolean {
    for (let at = this.path; ; at = dirname(at)) {
      try {
        const there = statSync(at)
        if (!there.isDirectory()) return false
        accessSync(at, constants.W_OK)
        return true
      } catch (error) {
        const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
        if (!isMissing || at === dirname(at)) return false
      }
    }
  }

  /**
   * Ends a build: removes what build once made and nothing makes any more, and writes down what is there.
   * `stays` says of an output of before whether it is to be left alone; `kept` are all those that were kept.
   */
  close(
    kept: Iterable<readonly [path: string, origin: Origin]>,
    stays: (path: string, entry: Entry) => boolean,
  ): string[] {
    const removed: string[] = []
    for (const [path, entry] of this.#ledger.before()) {
      if (stays(path, entry)) continue
      const full = join(this.path, path)
      if (lstatSync(full, { throwIfNoEntry: false })?.isDirectory() === false) {
        rmSync(full, { force: true })
        removeEmptyFolders(this.path, dirname(path))
        removed.push(path)
      }
      this.#ledger.forget(path)
    }
    this.#ledger.save(kept)
    this.#clear()
    return removed
  }

  /** What earlier builds have written, by what it was made for. */
  standing(): ReadonlyMap<string, readonly (readonly [path: string, entry: Entry])[]> {
    const all = new Map<string, (readonly [string, Entry])[]>()
    for (const row of this.#ledger.before()) {
      const rows = all.get(row[1].source)
      if (rows) rows.push(row)
      else all.set(row[1].source, [row])
    }
    return all
  }

  /** Ends the work on a folder that somebody else closes, who is to be told what this gives. */
  leave(): number {
    this.#ledger.leave()
    this.#clear()
    return this.#ledger.announced
  }

  /** Takes over a folder that somebody has left. */
  takeOver(announced: number): void {
    this.#ledger.leftBy(announced)
  }

  #clear(): void {
    if (this.#writing === undefined) return
    try {
      rmSync(this.#writing, { recursive: true, force: true })
    } catch {
      // The next build takes it away.
    }
  }

  #mayReplace(path: string): boolean {
    return this.force || this.#ledger.has(path)
  }

  /** Makes the folder of an output, and says whether it was not there before, so that nothing can stand in it but what was put there. */
  #isNew(folder: string): boolean {
    const before = this.#folders.get(folder)
    if (before !== undefined) return before
    const made = mkdirSync(join(this.path, folder), { recursive: true })
    this.#folders.set(folder, made !== undefined)
    return made !== undefined
  }

  /** Says that a path is about to be ours, before it is: a kill between the two must not make it somebody else's. */
  #announce(path: string, origin: Origin): void {
    if (!this.#ledger.has(path)) this.#ledger.announce([[path, origin]])
  }

  #temporaryFile(): string {
    if (this.#writing === undefined) {
      mkdirSync(this.path, { recursive: true })
      this.#writing = mkdtempSync(join(this.path, `.writing-${process.pid}-`))
    }
    return join(this.#writing, String(this.#temporary++))
  }

  #move(temporary: string, path: string, stamp: Stamp): Put {
    this.#isNew(dirname(path))
    renameSync(temporary, join(this.path, path))
    return { done: 'written', ...stamp }
  }
}

interface Standing {
  readonly is: 'same' | 'other' | 'nothing'
  readonly stamp: Stamp
}

const nothing: Standing = { is: 'nothing', stamp: { size: 0, mtime: -1 } }

/** What stands at a path: the same bytes, others, or nothing. A file of another size is not read. */
function standingAt(path: string, size: number, isSame: (path: string) => boolean): Standing {
  const about = statSync(path, { throwIfNoEntry: false })
  if (!about) return nothing
  const mayBeSame = about.size === size || !about.isFile()
  return { is: mayBeSame && isSame(path) ? 'same' : 'other', stamp: { size: about.size, mtime: about.mtimeMs } }
}

/** Whether two files have the same bytes. What cannot be told in one go, such as of a slow share, counts as different. */
function areSame(one: string, other: string): boolean {
  const [mine, theirs] = [Buffer.allocUnsafe(1 << 16), Buffer.allocUnsafe(1 << 16)]
  const [a, b] = [openSync(one, 'r'), openSync(other, 'r')]
  try {
    for (let at = 0, length = -1; length !== 0; at += length) {
      length = readSync(a, mine, 0, mine.length, at)
      if (readSync(b, theirs, 0, length || 1, at) !== length) return false
      if (mine.compare(theirs, 0, length, 0, length) !== 0) return false
    }
    return true
  } finally {
    closeSync(a)
    closeSync(b)
  }
}

const bytesOf = (content: Content): Uint8Array => (content instanceof Uint8Array ? content : encoded(content))

/** Writes a new file, and says how it looks. */
function writeFile(path: string, bytes: Uint8Array): Stamp {
  const file = openSync(path, 'wx')
  try {
    writeAll(file, bytes)
    const { size, mtimeMs: mtime } = fstatSync(file)
    return { size, mtime }
  } finally {
    closeSync(file)
  }
}

/** One call may write only a part of what it is given. */
function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.byteLength;) at += writeSync(file, bytes, at)
}

/** Takes away what builds that were killed left half-written; those still running keep theirs. */
function removeLeftovers(out: string): void {
  for (const name of namesIn(out)) {
    const pid = /^\.writing-(\d+)-|^\.outputs[\w-]*\.json\.(\d+)\.tmp$/.exec(name)?.slice(1).find(Boolean)
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(out, name), { recursive: true, force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function removeEmptyFolders(out: string, folder: string): void {
  for (let at = folder; at !== '.' && at !== '' && at !== '/'; at = dirname(at)) {
    try {
      rmdirSync(join(out, at))
    } catch {
      return
    }
  }
}
