import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** The names by which this machine calls itself, with the port; browsers leave 80 out. */
const ownHosts = (port: number): readonly string[] =>
  ['127.0.0.1', 'localhost'].flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`]))

/**
 * Why a request is refused, or nothing. The server only listens on this machine, but any page that is open in its browser can send
 * requests there. One whose name was pointed at 127.0.0.1 (DNS rebinding) asks for another host; any other one is of another origin,
 * or says so in Sec-Fetch-Site, which no script can set. What acts on this machine also needs the token, which only our page is given.
 */
export function refusal(
  { method = '', headers, url = '' }: IncomingMessage,
  port: number,
  token: string,
): string | undefined {
  const hosts = ownHosts(port)
  if (!hosts.includes(headers.host ?? '')) return 'Another host'
  if (headers.origin !== undefined && headers.origin !== `http://${headers.host}`) return 'Another origin'
  const from = headers['sec-fetch-site']
  const follows = method === 'GET' && headers['sec-fetch-dest'] === 'document' && /^\/(?:\?|$)/.test(url)
  if (from !== undefined && from !== 'same-origin' && from !== 'none' && !follows) return 'Another site'
  if (method === 'GET' || method === 'HEAD') return undefined
  if (method !== 'POST') return 'Unknown method'
  return sameToken(headers['x-token'], token) ? undefined : 'Wrong token'
}

const sameToken = (given: string | readonly string[] | undefined, token: string): boolean =>
  typeof given === 'string' &&
  Buffer.byteLength(given) === Buffer.byteLength(token) &&
  timingSafeEqual(Buffer.from(given), Buffer.from(token))
