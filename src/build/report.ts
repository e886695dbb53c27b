import type { Instant } from '../calendar/zone.ts'
import type { Status } from '../release/status.ts'
import type { Diagnostic, Outcome } from '../source/diagnostic.ts'

export interface BuildOptions {
  /** The folder to write to; `dist` in the press room where it is not given. Relative paths start at the press room. */
  readonly out?: string
  /** Names of formats; those of press.yaml where they are not given. */
  readonly formats?: readonly string[]
  /** Only these releases, by their paths from the press room; a release comes with its translations. */
  readonly files?: readonly string[]
  /**
   * Only one of several disjoint parts, counted from 1: parts that are built apart, on machines or jobs of their own, make up a whole
   * build together. Not with `files`.
   */
  readonly shard?: { readonly index: number; readonly count: number }
  /** Whether drafts are built too, into a folder of their own. */
  readonly drafts?: boolean
  /** Whether files in the output folder that build did not write are replaced. */
  readonly force?: boolean
  /** The moment that counts as now, for embargoes. */
  readonly now: Instant
  readonly onProgress?: (done: number, all: number) => void
}

/** A release that was rendered, and where to. */
export interface BuiltRelease {
  readonly file: string
  /** BCP 47. */
  readonly language: string
  readonly status: Status['kind']
  readonly outputs: readonly string[]
}

export interface BuildReport {
  readonly out: string
  readonly diagnostics: readonly Diagnostic[]
  readonly releases: readonly BuiltRelease[]
  /** Drafts that were left out. */
  readonly drafts: number
  /** Releases with errors; their earlier outputs are left as they were, but for those of what is not public any more. */
  readonly failed: readonly string[]
  /** Paths from the output folder. */
  readonly written: readonly string[]
  readonly unchanged: number
  readonly removed: readonly string[]
  /** How many there are, told without the long lists: those are put together when they are first asked for. */
  readonly counts: {
    readonly releases: number
    /** Of these, the releases that are kept apart until their moment comes. */
    readonly apart: number
    /** Outputs. */
    readonly written: number
  }
}

/** What an `AbortSignal` is, as far as it is asked for here; its own type is only there with those of Node or of a browser. */
export interface EndSignal {
  readonly aborted: boolean
  addEventListener(type: 'abort', listener: () => void): void
}

export interface WatchOptions extends Omit<BuildOptions, 'now' | 'onProgress' | 'shard'> {
  /** The moment that counts as now, asked for each build. */
  now(): Instant
  /** Ends the watching: an `AbortSignal`. */
  readonly signal: EndSignal
  /**
   * Called after each build, the first one included, with the time that it took. Without a report where the press room itself is at
   * fault; watching goes on until that is mended.
   */
  onBuild(outcome: Outcome<BuildReport>, milliseconds: number): void
}

export interface RenderOptions {
  /** Names of formats; those of press.yaml where they are not given. */
  readonly formats?: readonly string[]
  /** The moment that counts as now, for embargoes. */
  readonly now: Instant
  /** What the file holds, where it is not saved yet. */
  readonly text?: string
}

export interface RenderedRelease {
  readonly status: Status
  readonly headline: string
  readonly subject: string
  /** By the name of the format. */
  readonly outputs: Readonly<Record<string, Uint8Array | string>>
}
