import type { Format, Rendered } from '../formats/format.ts'
import { formatNames, loadFormat } from '../formats/formats.ts'
import type { PressRoom } from '../press-room/press-room.ts'
import type { ResolvedRelease } from '../release/resolved.ts'
import { Diagnostics, hasErrors, type Outcome } from '../source/diagnostic.ts'
import { didYouMean } from '../source/nearest.ts'
import { layoutCache } from './layout-cache.ts'

export interface CompiledFormat {
  readonly format: Format
  readonly render: (release: ResolvedRelease) => Promise<Rendered>
}

/** Compiles the layouts of the formats that are asked for, once for all releases. */
export async function compileFormats(
  room: PressRoom,
  names: readonly string[],
  cache: string,
): Promise<Outcome<CompiledFormat[]>> {
  // Formats that share a layout tell of the same faults.
  const found = new Diagnostics()
  const compiled: CompiledFormat[] = []
  for (const name of new Set(names)) {
    const format = await loadFormat(name)
    if (!format) {
      const at = ['formats', room.settings.formats.indexOf(name)]
      found.add([room.settingsFault(at, 'invalid-value', `Unknown format "${name}"`, didYouMean(name, formatNames))])
      continue
    }
    const made = await format.compile({ room, cache: layoutCache(cache) })
    found.add(made.diagnostics)
    if (made.value) compiled.push({ format, render: made.value })
  }
  const diagnostics = found.all
  return hasErrors(diagnostics) ? { diagnostics } : { value: compiled, diagnostics }
}
