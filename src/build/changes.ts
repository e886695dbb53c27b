import { basename, relative, resolve, sep } from 'node:path'
import type { EndSignal } from './report.ts'

/** A save is often several events: it is heard when none has come for so long. In milliseconds. */
const quiet = 10

/** The changes of a press room's files, told when somebody listens. */
export interface Changes {
  /**
   * Waits for a change, then until it has been quiet; or for so many milliseconds, or for the signal. Says what has changed, by paths from the
   * press room; nothing where there was no change. What changes while nobody listens is heard at once by whoever listens next.
   */
  heard(atMost: number): Promise<readonly string[] | undefined>
  /** Listens to these pictures too, by their paths from the press room. */
  alsoTo(pictures: readonly string[]): void
  close(): Promise<void>
}

/** Listens to press.yaml and these folders of a press room; what stands at `out` is left out. */
export async function listenTo(
  root: string,
  folders: readonly string[],
  out: string | undefined,
  signal: EndSignal,
): Promise<Changes> {
  const { watch } = await import('chokidar')
  const base = resolve(root)
  let pictures: readonly string[] = []
  const wayTo = (path: string): string => relative(base, path).split(sep).join('/')
  const isOurs = (path: string): boolean => {
    const way = wayTo(path)
    if (path === out) return false
    return (
      way === '' ||
      way === 'press.yaml' ||
      folders.includes(way.split('/', 1)[0] ?? '') ||
      pictures.some((picture) => picture === way || picture.startsWith(`${way}/`))
    )
  }
  const watcher = watch(base, { ignoreInitial: true, ignored: (path) => !isOurs(resolve(path)) })
  const bell = new Bell(signal)
  watcher.on('all', (_, path) => bell.ring(wayTo(resolve(base, path))))
  // Of two changes of a file within 50 ms, chokidar tells only the first; what it hears itself it passes on here, of a folder or of a file in it.
  watcher.on('raw', (_, name, details) => {
    const { watchedPath } = details as { readonly watchedPath?: string }
    const at = watchedPath === undefined ? '' : resolve(base, watchedPath)
    bell.ring(wayTo(typeof name !== 'string' || basename(at) === name ? at : resolve(at, name)))
  })
  await new Promise<void>((ready) => watcher.once('ready', ready))
  return {
    heard: (atMost) => bell.heard(atMost),
    alsoTo(named) {
      pictures = named
      watcher.add(named.map((picture) => resolve(base, picture)))
    },
    close: () => watcher.close(),
  }
}

/** Rung at each change; heard when it has been quiet since. What rings meanwhile is heard after it. */
class Bell {
  readonly #signal: EndSignal
  #rung = Number.NEGATIVE_INFINITY
  #paths = new Set<string>()
  #waiting = (): void => {}

  constructor(signal: EndSignal) {
    this.#signal = signal
    signal.addEventListener('abort', () => this.#waiting())
  }

  ring(path: string): void {
    this.#rung = performance.now()
    this.#paths.add(path)
    this.#waiting()
  }

  async heard(atMost: number): Promise<readonly string[] | undefined> {
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
    const rang = isQuiet() ? undefined : [...this.#paths]
    this.#rung = Number.NEGATIVE_INFINITY
    this.#paths.clear()
    return rang
  }
}
