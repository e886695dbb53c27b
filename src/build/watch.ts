import { resolve } from 'node:path'
import { Builder } from './builder.ts'
import { listenTo } from './changes.ts'
import type { WatchOptions } from './report.ts'

/**
 * Builds a press room, and again whenever one of its files changes, until the signal. Embargoes end at full minutes: it builds then
 * too, and only then looks at what stands in the output folder.
 */
export async function watchPressRoom(root: string, options: WatchOptions): Promise<void> {
  const { now, signal, onBuild, files, force = false } = options
  const builder = new Builder(root, options)
  const changes = await listenTo(root, resolve(root, options.out ?? 'dist'), signal)
  try {
    let saved: readonly string[] | undefined
    while (!signal.aborted) {
      const started = performance.now()
      const outcome = await builder.build({ now: now(), force, saved, hasty: true, ...(files && { files }) })
      onBuild(outcome, performance.now() - started)
      builder.writeDown()
      changes.alsoTo(builder.pictures)
      await builder.warmUp(now())
      saved = await changes.heard(60_000 - (now() % 60_000))
    }
  } finally {
    await changes.close()
  }
}
