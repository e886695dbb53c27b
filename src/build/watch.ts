import { resolve } from 'node:path'
import type { Instant } from '../calendar/zone.ts'
import { Builder } from './builder.ts'
import { listenTo } from './changes.ts'
import type { WatchOptions } from './report.ts'

/** How long it is from one moment to the end of the full minute after an earlier one, in milliseconds; no longer than a minute, wherever clocks are set. */
const untilMinute = (earlier: Instant, now: Instant): number =>
  Math.max(0, Math.min(60_000, earlier - (earlier % 60_000) + 60_000 - now))

/**
 * Builds a press room, and again whenever one of its files changes, until the signal. Embargoes end at full minutes: it builds then
 * too, and only then looks at what stands in the output folder.
 */
export async function watchPressRoom(root: string, options: WatchOptions): Promise<void> {
  const { now, signal, onBuild, files, force = false } = options
  const builder = new Builder(root, options)
  const changes = await listenTo(root, ['releases', 'templates'], resolve(root, options.out ?? 'dist'), signal)
  try {
    let saved: readonly string[] | undefined
    let looked = now()
    while (!signal.aborted) {
      const started = performance.now()
      const outcome = await builder.build({ now: now(), force, saved, hasty: true, ...(files && { files }) })
      onBuild(outcome, performance.now() - started)
      builder.writeDown()
      changes.alsoTo(builder.pictures)
      await builder.warmUp(now())
      // What is saved as a minute ends need not wait for the look at all.
      saved = await changes.heard(untilMinute(looked, now()))
      if (!saved) looked = now()
    }
  } finally {
    await changes.close()
  }
}
