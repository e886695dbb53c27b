import type { News } from '../wire.ts'

/** What a tab hears: the news of the server, and whether the server is there. */
export type Heard = News | { readonly kind: 'lost' }

const name = 'pressmark-preview'

/**
 * Listens to the news of the server. A browser opens no more than six connections to a server, and a stream holds one as long as its tab
 * is open: with a stream for each, the seventh tab would wait for ever. So one tab holds a lock and the stream, and passes on what it hears;
 * when it is closed, the lock goes to another.
 */
export function listen(hear: (heard: Heard) => void): void {
  const others = new BroadcastChannel(name)
  others.addEventListener('message', ({ data }: MessageEvent<Heard>) => hear(data))
  const pass = (heard: Heard): void => {
    hear(heard)
    others.postMessage(heard)
  }
  const hold = (waited: boolean): Promise<never> => {
    let late = waited
    const stream = new EventSource('/api/news')
    stream.addEventListener('message', ({ data }: MessageEvent<string>) => {
      const news = JSON.parse(data) as News
      pass(news)
      // Between two streams nobody listened: anything may have changed.
      if (news.kind === 'hello' && late) pass({ kind: 'changed', pictures: true })
      late = true
    })
    stream.addEventListener('error', () => pass({ kind: 'lost' }))
    // Held until the tab is closed.
    return new Promise<never>(() => {})
  }
  void navigator.locks.request(name, { ifAvailable: true }, (lock) => {
    if (lock) return hold(false)
    void navigator.locks.request(name, () => hold(true))
    return undefined
  })
}
