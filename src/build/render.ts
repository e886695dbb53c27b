import { join } from 'node:path'
import { plainText } from '../markdown/tree.ts'
import type { PressRoom } from '../press-room/press-room.ts'
import { diagnose, hasErrors, type Diagnostic, type Outcome } from '../source/diagnostic.ts'
import { didYouMean } from '../source/nearest.ts'
import { isParts, joined } from '../template/parts.ts'
import { compileFormats } from './compiled-formats.ts'
import { loadGroup } from './load.ts'
import { claimsOf } from './claims.ts'
import type { RenderedRelease, RenderOptions } from './report.ts'
import { originalNames, releasesIn } from './sources.ts'

/** Renders one release of a press room, named by its path from there, and writes nothing but the cache of layouts. */
export async function render(room: PressRoom, file: string, options: RenderOptions): Promise<Outcome<RenderedRelease>> {
  const { value: groups, ...unreadable } = await releasesIn(room.root)
  if (!groups) return unreadable
  const path = file.replaceAll('\\', '/').replace(/^\.\//, '')
  const group = groups.find(({ files }) => files.some((one) => one.path === path))
  if (!group) {
    const hint = didYouMean(
      path,
      groups.flatMap(({ files }) => files.map((one) => one.path)),
    )
    return { diagnostics: [diagnose({ file }, undefined, 'unknown-file', 'No release of this press room', { hint })] }
  }
  const { now, text } = options
  const unsaved = text === undefined ? undefined : new TextEncoder().encode(text)
  const loaded = await loadGroup(room, group, {
    now,
    claims: claimsOf(groups),
    originals: () => originalNames(groups),
    text: (one) => (one === path ? unsaved : undefined),
  })
  const one = loaded.find((each) => each.file.path === path)
  const formats = await compileFormats(room, options.formats ?? room.settings.formats, join(room.root, '.pressmark'))
  const diagnostics: Diagnostic[] = [...formats.diagnostics, ...(one?.diagnostics ?? [])]
  const release = one?.resolved
  if (!release || !formats.value) return { diagnostics }
  const outputs: Record<string, Uint8Array | string> = {}
  for (const { format, render: renderFormat } of formats.value) {
    const rendered = await renderFormat(release)
    diagnostics.push(...rendered.diagnostics)
    const content = rendered.value
    if (content !== undefined) outputs[format.name] = isParts(content) ? joined(content) : content
  }
  if (hasErrors(diagnostics)) return { diagnostics }
  const { status, subject } = release
  return { value: { status, headline: plainText(release.headline), subject, outputs }, diagnostics }
}
