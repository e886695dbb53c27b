import { relative, resolve, sep } from 'node:path'
import { Builder } from './builder.ts'
import type { EndSignal, WatchOptions } from './report.ts'

/** A save is often several events: a build begins when none has come for so long. In milliseconds. */
const quiet = 10

/**
 * Builds a press room, and again whenever one of its files changes, until the signal. Embargoes end at full minutes: it builds then
 * too, and only then looks at what stands in the output folder.
 */
export async function watchPressRoom(root: string, options: WatchOptions): Promise<void> {
  const { watch } = await import('chokidar')
  const { now, signal, onBuild, files, force = false } = options
  const builder = new Builder(root, options)
  const base = resolve(root)
  const out = resolve(root, options.out ?? 'dist')
  const isOurs = (path: string): boolean => {
    const way = relative(base, path).split(sep).join('/')
    if (path === out) return false
    return (
      /^(?:press\.yaml|(?:releases|templates)(?:\/.*)?)?$/.test(way) ||
      builder.pictures.some((picture) => picture === way || picture.startsWith(`${way}/`))
    )
  }
  const watcher = watch(base, { ignoreInitial: true, ignored: (path) => !isOurs(resolve(path)) })
  const bell = new Bell(signal)
  watcher.on('all', () => bell.ring())
  // Of two changes of a file within 50 ms, chokidar tells only the first; what it hears itself it passes on here.
  watcher.on('raw', () => bell.ring())
  await new Promise<void>((ready) => watcher.once('ready', ready))
  try {
    let trusting = false
    while (!signal.aborted) {
      const started = performance.now()
      const outcome = await builder.build({ now: now(), force, trusting, ...(files && { files }) })
      onBuild(outcome, performance.now() - started)
      watcher.add(builder.pictures.map((picture) => resolve(base, picture)))
      await builder.warmUp()
      trusting = await bell.heard(60_000 - (now() % 60_000))
    }
  } finally {
    await watcher.close()
  }
}

/** Rung at each change; heard when it has been quiet since. What rings during a build is heard after it. */
class Bell {
  readonly #signal: EndSignal
  #rung = Number.NEGATIVE_INFINITY
  #waiting = (): void => {}

  constructor(signal: EndSignal) {
    this.#signal = signal
    signal.addEventListener('abort', () => this.#waiting())
  }

  ring(): void {
    this.#rung = performance.now()
    this.#waiting()
  }

  /** Waits for the bell, then until it has been quiet; or for so many milliseconds, or for the signal. Says whether it rang. */
  async heard(atMost: number): Promise<boolean> {
    const isQuiet = (): boolean => this.#rung === Number.NEGATIVE_INFINITY
    const ends = performance.now() + atMost
    while (!this.#signal.aborted) {
      const now = performance.now()
      const left = isQuiet() ? ends - now : this.#rung + quiet - now
      if (left <= 0) break
      await new Promise<void>((wake) => {
        const timer = setTimeout(wake, left)
        this.#waiting = () => {
          clearTimeout(timer)
          wake()
        }
      })
    }
    const rang = !isQuiet()
    this.#rung = Number.NEGATIVE_INFINITY
    return rang
  }
}
