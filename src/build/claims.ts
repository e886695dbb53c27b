import type { ResolvedRelease } from '../release/resolved.ts'
import { diagnose, type Diagnostic } from '../source/diagnostic.ts'
import { foldedName } from '../source/file-names.ts'
import { speakerOf, type ReleaseGroup } from './listed.ts'
import type { SourceText } from '../source/text.ts'

/** Who claims which address: no two releases have the same, and an older address of one is not that of another. */
export interface Claims {
  /** The files that claim a folder name, letter case aside, where they are more than one. */
  clash(slug: string): readonly string[] | undefined
  /** What keeps a release from having an older address, or nothing. */
  aliasFault(alias: string, release: ResolvedRelease): Diagnostic | undefined
  /** Whether somebody else claims an address of a group too. */
  contested(group: ReleaseGroup): boolean
}

/** The claims that a release has to heed which shares no address with another. */
export const noClaims: Claims = { clash: () => undefined, aliasFault: () => undefined, contested: () => false }

/** The claims of all releases of a press room. Of two that claim the same alias it is that of the first. */
export function claimsOf(groups: Iterable<ReleaseGroup>): Claims {
  const { again, aliases } = claimedTwice(groups)
  const slugs = new Set<string>()
  const clashes = new Map<string, string[]>()
  // Few addresses are of interest to anybody else, and only those are kept.
  if (again.size + aliases.size > 0)
    for (const group of groups) {
      const key = foldedName(group.slug)
      if (aliases.has(key)) slugs.add(key)
      if (again.has(key)) clashes.set(key, [...(clashes.get(key) ?? []), fileOf(group)])
    }
  const clash = (slug: string): readonly string[] | undefined => clashes.get(foldedName(slug))
  return {
    clash,
    aliasFault(alias, { source }) {
      const key = foldedName(alias)
      if (slugs.has(key)) return fault(alias, source, `The alias "${alias}" is the address of a release`)
      const first = aliases.get(key)
      if (first === undefined || first === source.file) return undefined
      const related = [{ message: 'the other one', file: first }]
      return fault(alias, source, `The alias "${alias}" is that of two releases`, related)
    },
    contested: (group) =>
      clash(group.slug) !== undefined ||
      group.aliases.some((alias) => slugs.has(foldedName(alias)) || aliases.get(foldedName(alias)) !== fileOf(group)),
  }
}

/** The addresses that several releases have, and the older ones, each with the file whose it is. */
function claimedTwice(groups: Iterable<ReleaseGroup>): { again: Set<string>; aliases: Map<string, string> } {
  const slugs = new Set<string>()
  const again = new Set<string>()
  const aliases = new Map<string, string>()
  for (const group of groups) {
    const key = foldedName(group.slug)
    if (slugs.has(key)) again.add(key)
    slugs.add(key)
    for (const alias of group.aliases)
      if (!aliases.has(foldedName(alias))) aliases.set(foldedName(alias), fileOf(group))
  }
  return { again, aliases }
}

const fileOf = ({ files }: ReleaseGroup): string => speakerOf(files)?.path ?? ''

function fault(alias: string, source: SourceText, message: string, related: Diagnostic['related'] = []): Diagnostic {
  const at = placeOf(alias, source.text)
  const hint = 'take it out of `aliases`'
  const details = { hint, ...(related.length > 0 && { related }) }
  return diagnose(source, [at, at + alias.length], 'duplicate-slug', message, details)
}

/** Where an alias is typed: as a whole name, after `aliases:`. */
function placeOf(alias: string, text: string): number {
  const from = Math.max(0, text.search(/^["']?aliases["']?[ \t]*:/m))
  for (let at = text.indexOf(alias, from); at !== -1; at = text.indexOf(alias, at + 1)) {
    const around = text.charAt(at - 1) + text.charAt(at + alias.length)
    if (!/[\p{L}\p{N}._-]/u.test(around)) return at
  }
  return from
}
