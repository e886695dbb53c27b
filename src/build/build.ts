import { isAbsolute, join, relative, resolve, sep } from 'node:path'
import type { PressRoom } from '../press-room/press-room.ts'
import { diagnose, type Diagnostic, type Outcome } from '../source/diagnostic.ts'
import { didYouMean } from '../source/nearest.ts'
import { Aliases } from './aliases.ts'
import { compileFormats } from './compiled-formats.ts'
import { faultsOf } from './faults.ts'
import { OutputFolder } from './outputs.ts'
import type { BuildOptions, BuildReport } from './report.ts'
import { Run } from './run.ts'
import { clashes, originalNames, releasesIn, type ReleaseGroup } from './sources.ts'

/**
 * Renders the releases of a press room into its output folder. A release with an error does not stop the others. Throws only what
 * the disk throws before anything is written; later it is a diagnostic.
 */
export async function build(room: PressRoom, options: BuildOptions): Promise<BuildReport> {
  const out = resolve(room.root, options.out ?? 'dist')
  const cache = join(room.root, '.pressmark')
  const formats = await compileFormats(room, options.formats ?? room.settings.formats, cache)
  const listed = releasesIn(room.root)
  const groups = listed.value ?? []
  const chosen = choose(groups, options.files, room.root)
  const diagnostics: Diagnostic[] = [
    ...formats.diagnostics,
    ...listed.diagnostics,
    ...(listed.value ? chosen.diagnostics : []),
  ]
  const nothing = { out, releases: [], drafts: 0, failed: [], written: [], unchanged: 0, removed: [] }
  const loading = { now: options.now, clashes: clashes(groups), originals: () => originalNames(groups) }
  if (!formats.value || !listed.value || !chosen.value) {
    const faults = await faultsOf(room, chosen.value ?? [], loading)
    return { ...nothing, diagnostics: [...diagnostics, ...faults] }
  }

  if (out === resolve(room.root)) {
    const hint = 'name a folder of its own with --out'
    const message = 'The output folder is the press room itself'
    return {
      ...nothing,
      diagnostics: [...diagnostics, diagnose({ file: '.' }, undefined, 'output-not-ours', message, { hint })],
    }
  }

  const folder = new OutputFolder(out, options.force ?? false)
  const run = new Run(
    room,
    options.drafts ?? false,
    formats.value,
    folder,
    loading,
    new Aliases(groups.map(({ slug }) => slug)),
  )
  let done = 0
  for (const group of chosen.value) {
    await run.build(group)
    if (run.stopped) break
    options.onProgress?.(++done, chosen.value.length)
  }
  if (!run.stopped) run.copyAssets()
  const complete = options.files === undefined
  const built = new Set(chosen.value.map(({ key }) => key))
  const asked = new Set([...formats.value.map(({ format }) => format.name), 'file'])
  const removed = run.close((path, { source, format }) => {
    if (run.failedGroups.has(source)) return true
    if (source === 'press-room') return !complete
    if (!built.has(source)) return !complete
    return !asked.has(format) && [...(run.folders.get(source) ?? [])].some((own) => path.startsWith(`${own}/`))
  })
  const { releases, drafts, failed, written, unchanged } = run
  return {
    out,
    diagnostics: [...diagnostics, ...run.diagnostics.all],
    releases,
    drafts,
    failed,
    written,
    unchanged,
    removed,
  }
}

/** The groups that named files belong to; all of them where none is named. */
function choose(
  groups: readonly ReleaseGroup[],
  files: readonly string[] | undefined,
  root: string,
): Outcome<readonly ReleaseGroup[]> {
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
      const hint = didYouMean(path, byPath.keys()) ?? 'releases are the .md files in releases/'
      diagnostics.push(diagnose({ file }, undefined, 'unknown-file', 'No release of this press room', { hint }))
    }
  }
  return diagnostics.length > 0 ? { diagnostics } : { value: [...chosen], diagnostics }
}
