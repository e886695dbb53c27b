import type { ServerResponse } from 'node:http'
import type { News } from './wire.ts'

/** Everybody who listens to the news, by server-sent events. */
export interface Stream {
  add(response: ServerResponse): void
  tell(news: News): void
  close(): void
}

/** A line now and then, so that a connection which is gone is noticed. In milliseconds. */
const sign = 25_000

export function openStream(run: string): Stream {
  const listeners = new Set<ServerResponse>()
  const write = (text: string): void => {
    for (const listener of listeners) listener.write(text)
  }
  const timer = setInterval(() => write(':\n\n'), sign)
  timer.unref()
  return {
    add(response) {
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' })
      response.write(asEvent({ kind: 'hello', run }))
      listeners.add(response)
      response.once('close', () => listeners.delete(response))
    },
    tell: (news) => write(asEvent(news)),
    close() {
      clearInterval(timer)
      for (const listener of listeners) listener.end()
    },
  }
}

const asEvent = (news: News): string => `retry: 500\ndata: ${JSON.stringify(news)}\n\n`
