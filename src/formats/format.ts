import type { LayoutCache } from '../template/cache.ts'
import type { Parts } from '../template/parts.ts'
import type { PressRoom } from '../press-room/press-room.ts'
import type { ResolvedRelease } from '../release/resolved.ts'
import type { Outcome } from '../source/diagnostic.ts'

export interface FormatContext {
  readonly room: PressRoom
  readonly cache: LayoutCache
}

/** What a file is to hold: bytes, or text for UTF-8. */
export type Content = Uint8Array | string | Parts

/** A release, rendered, with what the rendering had to leave out. */
export type Rendered = Outcome<Content> & {
  /** What else the format hands out for the release, by the folder it stands in beside that of the release. */
  readonly beside?: readonly { readonly folder: string; readonly content: string }[]
}

/**
 * A way to hand out a release. Compiled once a build; what comes of it turns one release into the bytes of one file, and depends
 * on nothing but that release.
 */
export interface Format {
  readonly name: string
  readonly mediaType: string
  readonly fileName: string
  compile(context: FormatContext): Promise<Outcome<(release: ResolvedRelease) => Promise<Rendered>>>
}
