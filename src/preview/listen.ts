import { createServer, type RequestListener, type Server } from 'node:http'
import { blockedPorts } from './ports.ts'

/** Where the preview is looked for first; no well-known service has this port. */
const usualPort = 4040

/** How many ports after the usual one are tried before the system is asked for any. */
const tries = 20

/**
 * Listens on this machine only. At the port that is named, and nowhere else; without one at the usual one, or at the next that is free
 * and that browsers open.
 * Throws what the system throws, such as EADDRINUSE for a port that somebody else has.
 */
export async function listen(
  answer: RequestListener,
  named: number | undefined,
): Promise<{ server: Server; port: number }> {
  if (named !== undefined) return listenAt(answer, named)
  for (let port = usualPort; port < usualPort + tries; port++) {
    if (blockedPorts.has(port)) continue
    try {
      return await listenAt(answer, port)
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && /^(?:EADDRINUSE|EACCES)$/.test(String(error.code))))
        throw error
    }
  }
  return listenAt(answer, 0)
}

function listenAt(answer: RequestListener, port: number): Promise<{ server: Server; port: number }> {
  return new Promise((resolve, reject) => {
    const server = createServer(answer)
    server.once('error', reject)
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      const address = server.address()
      resolve({ server, port: typeof address === 'object' && address ? address.port : port })
    })
  })
}
