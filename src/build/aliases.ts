import type { ResolvedRelease } from '../release/resolved.ts'
import { diagnose, type Diagnostic } from '../source/diagnostic.ts'
import type { SourceText } from '../source/text.ts'

/** The older addresses of the releases of a run: none is the address of a release today, and no two releases have the same. */
export class Aliases {
  readonly #slugs: ReadonlySet<string>
  readonly #taken = new Map<string, SourceText>()

  constructor(slugs: Iterable<string>) {
    this.#slugs = new Set([...slugs].map(folded))
  }

  /** What keeps a release from having an older address, or nothing. */
  fault(alias: string, { source, slug }: ResolvedRelease): Diagnostic | undefined {
    const key = folded(alias)
    const other = this.#taken.get(key)
    if (other && other.file !== source.file) {
      const related = [{ message: 'the other one', file: other.file }]
      return clash(alias, source, `The alias "${alias}" is that of two releases`, related)
    }
    this.#taken.set(key, source)
    if (key !== folded(slug) && !this.#slugs.has(key)) return undefined
    return clash(alias, source, `The alias "${alias}" is the address of a release`)
  }
}

/** As file systems compare names that take no heed of letter case. */
export const folded = (name: string): string => name.normalize('NFC').toLowerCase()

function clash(alias: string, source: SourceText, message: string, related: Diagnostic['related'] = []): Diagnostic {
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
