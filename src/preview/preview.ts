import { randomBytes } from 'node:crypto'
import { platform } from 'node:os'
import { resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { listenTo } from '../build/changes.ts'
import type { Instant } from '../calendar/zone.ts'
import type { Outcome } from '../source/diagnostic.ts'
import { refuse } from './answer.ts'
import { Desk } from './desk.ts'
import { findEditor } from './editor.ts'
import { refusal } from './gate.ts'
import { listen } from './listen.ts'
import { answerer } from './routes.ts'
import { openStream } from './stream.ts'

export interface PreviewOptions {
  /** The port to listen at; the first free one from 4040 on where it is not given. */
  readonly port?: number
  /**
   * The command that opens a file, such as `code`, and none other does; without it VISUAL or EDITOR of `env` count, else an editor that
   * is in its PATH.
   */
  readonly editor?: string
  /** The environment in which editors are looked for, such as `process.env`; without one, none is. */
  readonly env?: Readonly<Record<string, string | undefined>>
  /** The moment that counts as now, for embargoes; asked again and again. */
  now(): Instant
}

/** A preview that is running. */
export interface Preview {
  /** Where its page is: `http://127.0.0.1:4040/`. */
  readonly address: string
  /** Ends it at once. */
  close(): Promise<void>
}

/**
 * Shows the press room in a folder in the browser of this machine, and follows its files. Without a value where there is no press room;
 * any other fault is shown in the page until it is mended. Throws what the system throws where it cannot listen, such as EADDRINUSE.
 */
export async function startPreview(root: string, options: PreviewOptions): Promise<Outcome<Preview>> {
  const { now, port: named, env = {} } = options
  const editor = findEditor(options.editor, { env, platform: platform() })
  const run = randomBytes(8).toString('hex')
  const stream = openStream(run)
  const desk = new Desk({ root: resolve(root), now, canOpen: editor !== undefined, tell: stream.tell })
  await desk.refresh()
  if (desk.roomFaults.some(({ code }) => code === 'missing-settings')) {
    stream.close()
    await desk.close()
    return { diagnostics: desk.roomFaults }
  }
  const token = randomBytes(24).toString('base64url')
  const answer = answerer({ desk, stream, editor, token, run })
  let own = 0
  const { server, port } = await listen((request, response) => {
    const refused = refusal(request, own, token)
    if (refused !== undefined) return refuse(response, 403, refused)
    const base = 'http://127.0.0.1'
    // Such as `//`, which no browser asks for.
    if (!URL.canParse(request.url ?? '/', base)) return refuse(response, 404, 'Not found')
    const answered = async (): Promise<void> => answer(request, response, new URL(request.url ?? '/', base))
    answered().catch((error: unknown) => {
      if (response.headersSent) response.destroy()
      else refuse(response, 500, `This is a fault of Pressmark: ${String(error)}`)
    })
  }, named)
  own = port
  const ending = new AbortController()
  const following = follow(desk, now, ending.signal)
  return {
    value: {
      address: `http://127.0.0.1:${port}/`,
      async close() {
        ending.abort()
        stream.close()
        server.close()
        server.closeAllConnections()
        await Promise.all([following, desk.close()])
      },
    },
    diagnostics: desk.roomFaults,
  }
}

/** How long the look at everything else waits until what was saved is on the screen, in milliseconds. */
const restOfTheLook = 150

/** Looks at the disk after each change, and at the clock at each full minute: embargoes end then. */
async function follow(desk: Desk, now: () => Instant, signal: AbortSignal): Promise<void> {
  const changes = await listenTo(desk.root, ['releases', 'templates', 'rules'], undefined, signal)
  try {
    // What changed before anybody listened.
    await desk.refresh()
    while (!signal.aborted) {
      changes.alsoTo(desk.pictures)
      const changed = await changes.heard(60_000 - (now() % 60_000))
      if (signal.aborted) return
      if (changed && desk.glance()) await pause(restOfTheLook, undefined, { signal }).catch(() => {})
      if (signal.aborted) return
      if (changed) await desk.refresh(changed)
      desk.tick()
    }
  } finally {
    await changes.close()
  }
}
