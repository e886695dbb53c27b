import {
  accessSync,
  closeSync,
  constants,
  copyFileSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { readLedger, type Entry, type Ledger } from './ledger.ts'

export type Put = 'written' | 'unchanged' | 'not-ours'

/** What an output was made for. */
export interface Origin {
  /** The group of the release it is made from, or `press-room`. */
  readonly source: string
  /** The name of the format, or `file` for what is copied. */
  readonly format: string
}

/**
 * The folder that build writes to. A file is written in a folder of its own beside the outputs and moved to its place when it is
 * whole, so that a kill at any moment leaves the old file or the new one. A file that build did not write is never replaced.
 */
export class OutputFolder {
  /** Where it is. */
  readonly path: string
  readonly #force: boolean
  readonly #ledger: Ledger
  readonly #made = new Map<string, Entry>()
  readonly #folders = new Set<string>()
  #writing: string | undefined
  #temporary = 0

  constructor(out: string, force: boolean) {
    this.path = out
    this.#force = force
    this.#ledger = readLedger(out)
    removeLeftovers(out)
  }

  /** Writes an output unless it stands there already, byte for byte. Throws what the disk throws. */
  put(path: string, content: Uint8Array | string, origin: Origin): Put {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    const standing = standingAt(join(this.path, path), bytes)
    if (standing === 'same') return this.#claim(path, origin, 'unchanged')
    if (standing === 'other' && !this.#mayReplace(path)) return 'not-ours'
    this.#announce(path, origin)
    const temporary = this.#temporaryFile()
    const file = openSync(temporary, 'wx')
    try {
      writeFileSync(file, bytes)
    } finally {
      closeSync(file)
    }
    return this.#move(temporary, path, origin)
  }

  /** Copies a file to its place unless it stands there already. */
  copy(from: string, path: string, origin: Origin): Put {
    const bytes = readFileSync(from)
    const standing = standingAt(join(this.path, path), bytes)
    if (standing === 'same') return this.#claim(path, origin, 'unchanged')
    if (standing === 'other' && !this.#mayReplace(path)) return 'not-ours'
    this.#announce(path, origin)
    const temporary = this.#temporaryFile()
    copyFileSync(from, temporary)
    return this.#move(temporary, path, origin)
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
   * `stays` says of an output of before whether it is to be left alone.
   */
  close(stays: (path: string, entry: Entry) => boolean): string[] {
    const removed: string[] = []
    for (const [path, entry] of this.#ledger.entries()) {
      if (this.#made.has(path) || stays(path, entry)) continue
      const full = join(this.path, path)
      if (lstatSync(full, { throwIfNoEntry: false })?.isDirectory() === false) {
        rmSync(full, { force: true })
        removeEmptyFolders(this.path, dirname(path))
        removed.push(path)
      }
      this.#ledger.forget(path)
    }
    this.#ledger.save(this.#made)
    if (this.#writing !== undefined) rmSync(this.#writing, { recursive: true, force: true })
    return removed
  }

  #mayReplace(path: string): boolean {
    return this.#force || this.#ledger.has(path) || this.#made.has(path)
  }

  #claim(path: string, origin: Origin, put: Put): Put {
    this.#made.set(path, origin)
    return put
  }

  /** Says that a path is about to be ours, before it is: a kill between the two must not make it somebody else's. */
  #announce(path: string, origin: Origin): void {
    if (!this.#ledger.has(path)) this.#ledger.announce(path, origin)
  }

  #temporaryFile(): string {
    if (this.#writing === undefined) {
      mkdirSync(this.path, { recursive: true })
      this.#writing = mkdtempSync(join(this.path, `.writing-${process.pid}-`))
    }
    return join(this.#writing, String(this.#temporary++))
  }

  #move(temporary: string, path: string, origin: Origin): Put {
    const folder = dirname(path)
    if (!this.#folders.has(folder)) {
      mkdirSync(join(this.path, folder), { recursive: true })
      this.#folders.add(folder)
    }
    renameSync(temporary, join(this.path, path))
    return this.#claim(path, origin, 'written')
  }
}

type Standing = 'same' | 'other' | 'nothing'

/** What stands at a path: the same bytes, others, or nothing. A file of another size is not read. */
function standingAt(path: string, bytes: Uint8Array): Standing {
  const about = statSync(path, { throwIfNoEntry: false })
  if (!about) return 'nothing'
  const mayBeSame = about.size === bytes.byteLength || !about.isFile()
  return mayBeSame && Buffer.compare(readFileSync(path), bytes) === 0 ? 'same' : 'other'
}

/** Takes away what builds that were killed left half-written; those still running keep theirs. */
function removeLeftovers(out: string): void {
  let names: string[]
  try {
    names = readdirSync(out)
  } catch {
    return
  }
  for (const name of names) {
    const pid = /^\.writing-(\d+)-|^\.outputs\.json\.(\d+)\.tmp$/.exec(name)?.slice(1).find(Boolean)
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
