import { isAbsolute, relative, sep } from 'node:path'
import type { ReleaseGroup } from './listed.ts'
import { diagnose, type Diagnostic, type Outcome } from '../source/diagnostic.ts'

/** The groups that named files belong to; all of them where none is named. */
export async function choose(
  groups: readonly ReleaseGroup[],
  files: readonly string[] | undefined,
  root: string,
): Promise<Outcome<readonly ReleaseGroup[]>> {
  if (files === undefined) return { value: groups, diagnostics: [] }
  const byPath = new Map(groups.flatMap((group) => group.files.map(({ path }) => [path, group] as const)))
  const chosen = new Set<ReleaseGroup>()
  const diagnostics: Diagnostic[] = []
  for (const file of files) {
    const path = (isAbsolute(file) ? relative(root, file) : file)
      .split(sep)
      .join('/')
      .replaceAll('\\', '/')
      .replace(/^\.\//, '')
    const group = byPath.get(path)
    if (group) chosen.add(group)
    else {
      const { didYouMean } = await import('../source/nearest.ts')
      const hint = didYouMean(path, byPath.keys()) ?? 'releases are the .md files in releases/'
      diagnostics.push(diagnose({ file }, undefined, 'unknown-file', 'No release of this press room', { hint }))
    }
  }
  return diagnostics.length > 0 ? { diagnostics } : { value: [...chosen], diagnostics }
}
