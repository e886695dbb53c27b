import { Buffer } from 'node:buffer'

/** So many entries are on one sheet: enough to be deflated well, and few enough to be read at once. */
const perSheet = 256

/** So many sheets stay as they are, with the releases of all but the largest press rooms; those behind them are deflated to a seventh. */
const plainSheets = 40

type Entry = readonly [key: string, text: string]

/** A sheet that was opened. */
interface Opened {
  readonly at: number
  readonly entries: ReadonlyMap<string, string>
}

/**
 * Texts by key, in the order in which they were added: what is known of each release, of which a press room may have 100,000. They are held as
 * bytes beside the heap, on sheets, and are quickly found by whoever asks in about the same order. No text has a line feed.
 */
export class Register implements Iterable<Entry> {
  #sheets: Buffer[] = []
  /** The last sheet, which is not full yet. */
  #last = new Map<string, string>()
  #changes: ReadonlyMap<string, string> = new Map()
  /** The sheets that were read last, the latest first. */
  #opened: readonly Opened[] = []
  /** On which sheet each key is, where somebody asks in another order, or for what is not there. */
  #index: ReadonlyMap<string, number> | undefined

  /** The register that gave these sheets. */
  static of(sheets: readonly Buffer[]): Register {
    const register = new Register()
    register.#sheets = sheets.slice(0, -1)
    register.#last = entriesOn(sheets.at(-1) ?? Buffer.alloc(0))
    return register
  }

  get size(): number {
    return this.#sheets.length * perSheet + this.#last.size
  }

  /** Adds an entry behind the others. Its key must be a new one. */
  add(key: string, text: string): void {
    this.#last.set(key, text)
    if (this.#last.size < perSheet) return
    this.#sheets.push(packed(bytesOf(this.#last), this.#sheets.length))
    this.#last = new Map()
    this.#index = undefined
  }

  get(key: string): string | undefined {
    return this.#changes.get(key) ?? this.#last.get(key) ?? this.#find(key)
  }

  *[Symbol.iterator](): Generator<Entry> {
    for (let at = 0; at <= this.#sheets.length; at++)
      for (const [key, text] of this.#entriesOn(at)) yield [key, this.#changes.get(key) ?? text]
  }

  /** The same entries, with other texts for some of the keys that are there. */
  with(changes: ReadonlyMap<string, string>): Register {
    const register = new Register()
    register.#sheets = [...this.#sheets]
    register.#last = new Map(this.#last)
    register.#index = this.#index
    register.#changes = new Map([...this.#changes, ...changes])
    return register
  }

  /** Whether another one was filled with the same; not always told of what was changed later. */
  isLike(other: Register): boolean {
    if (this === other) return true
    if (this.size !== other.size || this.#changes.size + other.#changes.size > 0) return false
    return (
      this.#sheets.every((sheet, at) => other.#sheets[at]?.equals(sheet)) &&
      bytesOf(this.#last).equals(bytesOf(other.#last))
    )
  }

  /** All of it, to be written down; the last sheet may be empty. */
  sheets(): Buffer[] {
    const places = this.#changes.size === 0 ? undefined : this.#indexed()
    const changed = new Set(Array.from(this.#changes.keys(), (key) => places?.get(key)))
    const full = this.#sheets.map((sheet, at) => (changed.has(at) ? packed(this.#now(at), at) : sheet))
    return [...full, this.#now(full.length)]
  }

  #now(at: number): Buffer {
    return bytesOf(Array.from(this.#entriesOn(at), ([key, text]) => [key, this.#changes.get(key) ?? text]))
  }

  #find(key: string): string | undefined {
    if (this.#sheets.length === 0) return undefined
    for (const { entries } of this.#opened) if (entries.has(key)) return entries.get(key)
    if (this.#index === undefined) {
      const latest = Math.max(-1, ...this.#opened.map(({ at }) => at))
      const { entries } = this.#open((latest + 1) % this.#sheets.length)
      if (entries.has(key)) return entries.get(key)
    }
    const at = this.#indexed().get(key)
    return at === undefined ? undefined : this.#open(at).entries.get(key)
  }

  #indexed(): ReadonlyMap<string, number> {
    if (this.#index) return this.#index
    const index = new Map<string, number>()
    for (let at = 0; at < this.#sheets.length; at++) for (const key of this.#entriesOn(at).keys()) index.set(key, at)
    return (this.#index = index)
  }

  #open(at: number): Opened {
    const opened = { at, entries: this.#entriesOn(at) }
    this.#opened = [opened, ...this.#opened.slice(0, 1)]
    return opened
  }

  #entriesOn(at: number): ReadonlyMap<string, string> {
    if (at === this.#sheets.length) return this.#last
    return this.#opened.find((opened) => opened.at === at)?.entries ?? entriesOn(this.#bytesOf(at))
  }

  #bytesOf(at: number): Buffer {
    const sheet = this.#sheets[at] ?? Buffer.alloc(0)
    return at < plainSheets ? sheet : inflated(sheet)
  }
}

/** A sheet as it is held. What zlib gives has memory around it that it does not need; only large press rooms load it. */
function packed(bytes: Buffer, at: number): Buffer {
  if (at < plainSheets) return bytes
  const { deflateRawSync } = process.getBuiltinModule('node:zlib')
  return Buffer.from(deflateRawSync(bytes, { level: 1, memLevel: 9 }))
}

function inflated(sheet: Buffer): Buffer {
  const { inflateRawSync } = process.getBuiltinModule('node:zlib')
  return inflateRawSync(sheet, { chunkSize: 1 << 17 })
}

const bytesOf = (entries: Iterable<Entry>): Buffer =>
  Buffer.from(Array.from(entries, ([key, text]) => `${JSON.stringify(key)}\t${text}\n`).join(''))

/** Throws where the bytes are none of a sheet. */
function entriesOn(bytes: Buffer): Map<string, string> {
  const entries = new Map<string, string>()
  for (const line of bytes.toString('utf8').split('\n').slice(0, -1)) {
    const tab = line.indexOf('\t')
    entries.set(String(JSON.parse(line.slice(0, tab))), line.slice(tab + 1))
  }
  return entries
}
