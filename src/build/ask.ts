import type * as dns from 'node:dns'
import type { RequestOptions } from 'node:http'
import type { LookupFunction } from 'node:net'
import type { Answer } from '../check/release/index.ts'
import { kitVersion } from '../source/kit.ts'
import { isInside, isPrivateAddress } from '../source/network.ts'
import { cookieJar } from './cookies.ts'
import { codeOf } from './disk-fault.ts'

export interface AskOptions {
  /** A host that may be asked although it is of the own network: that of the press room's pages. */
  readonly own: string | undefined
  /** Whether the own machine may be asked, which tests do. */
  readonly loopback?: boolean
  /** How long all of it may take, and one request, in seconds. */
  readonly seconds?: number
  readonly secondsForOne?: number
}

/** At once, at once of one server, and how often sent on: as a browser does. */
const [mostAtOnce, mostOfHost, mostHops] = [8, 2, 20]
const usualSecondsForOne = 10
const usualSeconds = 120
/** Longer than this nobody waits for a server that asks for patience. */
const mostPatience = 10
/** A name that there always is (RFC 6761): where it is unknown, the others say nothing. It is looked up, and not called. */
const surelyThere = 'example.com'

/**
 * Asks where links lead: HEAD, and GET where a server does not answer that, of which nothing but the head is read. No more than a few at
 * once, and none of the own network, whatever a name or a redirect leads to. Never throws: what goes wrong is an answer. Robots.txt is not
 * asked for: each page is asked for once, as for a reader who clicks.
 */
export async function askLinks(urls: readonly string[], options: AskOptions): Promise<ReadonlyMap<string, Answer>> {
  const answers = new Map<string, Answer>()
  const waiting = [...urls]
  const busy = new Map<string, number>()
  const all = new AbortController()
  const timer = setTimeout(() => all.abort(), (options.seconds ?? usualSeconds) * 1000)
  const one = async (): Promise<void> => {
    for (;;) {
      if (all.signal.aborted) return
      const next = waiting.findIndex((url) => (busy.get(hostOf(url)) ?? 0) < mostOfHost)
      if (next === -1 && waiting.length === 0) return
      if (next === -1) {
        await new Promise((resolve) => setTimeout(resolve, 20))
        continue
      }
      const [url = ''] = waiting.splice(next, 1)
      const host = hostOf(url)
      busy.set(host, (busy.get(host) ?? 0) + 1)
      answers.set(url, await answerTo(url, options, all.signal))
      busy.set(host, (busy.get(host) ?? 1) - 1)
    }
  }
  await Promise.all(Array.from({ length: mostAtOnce }, one))
  clearTimeout(timer)
  for (const url of waiting) answers.set(url, { kind: 'late' })
  const nameless = [...answers].filter(([, answer]) => answer === noSuchHost)
  if (nameless.length > 0 && !(await isThere(surelyThere)))
    for (const [url] of nameless) answers.set(url, { kind: 'offline' })
  return answers
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : '')

const noSuchHost: Answer = { kind: 'dead', why: 'no such host' }

const isThere = async (host: string): Promise<boolean> => {
  const { lookup } = await import('node:dns')
  return new Promise((resolve) => lookup(host, (error) => resolve(error === null)))
}

interface Reply {
  readonly status: number
  readonly location: string | undefined
  /** How long the server wants to be left alone, in seconds. */
  readonly patience: number | undefined
  /** The values of its `Set-Cookie`. */
  readonly cookies: readonly string[]
}

async function answerTo(url: string, options: AskOptions, signal: AbortSignal): Promise<Answer> {
  let [at, fragment] = inTwo(url)
  let forGood = true
  const jar = cookieJar()
  for (let hop = 0; hop <= mostHops; hop++) {
    const there = URL.canParse(at) ? new URL(at) : undefined
    if (!there || !/^https?:$/.test(there.protocol))
      return hop > 0 ? { kind: 'unsure', why: `sent on to "${at.slice(0, 80)}"` } : { kind: 'unasked' }
    if (there.username !== '') return { kind: 'unasked' }
    const outside: Answer = { kind: hop > 0 ? 'inside' : 'unasked' }
    if (!mayAsk(there, options)) return outside
    try {
      const { status, location, cookies } = await patiently(there, jar.cookiesFor(there), options, signal)
      if (location === undefined) {
        const to = at + fragment
        return forGood && status < 300 && to !== url && hop > 0 ? { kind: 'moved', to } : judged(status)
      }
      jar.keep(there, cookies)
      forGood &&= status === 301 || status === 308
      const [next, itsFragment] = inTwo(URL.canParse(location, at) ? new URL(location, at).href : location)
      at = next
      fragment = itsFragment || fragment
    } catch (error) {
      return failure(error, outside, options, signal)
    }
  }
  return { kind: 'unsure', why: `sent on more than ${mostHops} times` }
}

/** An address, and what is to be looked for in its page: it is not part of what is asked, and outlasts being sent on (RFC 9110, 10.2.2). */
function inTwo(url: string): readonly [page: string, fragment: string] {
  const hash = url.indexOf('#')
  return hash === -1 ? [url, ''] : [url.slice(0, hash), url.slice(hash)]
}

/** Turned away is not gone: many servers answer people and no programs. */
const judged = (status: number): Answer =>
  status === 404 || status === 410
    ? { kind: 'dead', why: String(status) }
    : status >= 500
      ? { kind: 'unsure', why: String(status) }
      : { kind: 'fine' }

/** What a browser warns of across the whole page, by the names that OpenSSL and Node have for it. */
const distrusted: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'its certificate has expired',
  CERT_NOT_YET_VALID: 'its certificate is not valid yet',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'it vouches for itself by its own certificate',
  SELF_SIGNED_CERT_IN_CHAIN: 'nobody known vouches for its certificate',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is that of another site',
}

/** What may be the fault of the network, or of today. */
const broken: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'the server takes no calls',
  ECONNRESET: 'the connection broke',
  EAI_AGAIN: 'its name could not be looked up',
  // A browser may know the missing piece from another site.
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate lacks one that vouches for it',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its certificate lacks one that vouches for it',
}

function failure(error: unknown, outside: Answer, { secondsForOne }: AskOptions, signal: AbortSignal): Answer {
  if (signal.aborted) return { kind: 'late' }
  const code = codeOf(error)
  if (code === 'ENOTFOUND') return noSuchHost
  if (code === privateCode) return outside
  const why = distrusted[code]
  if (why !== undefined) return { kind: 'untrusted', why }
  if (isTimeout(error)) return { kind: 'unsure', why: `none in ${secondsForOne ?? usualSecondsForOne} seconds` }
  return { kind: 'unsure', why: broken[code] ?? code }
}

const isTimeout = (error: unknown): boolean =>
  error instanceof Error && /^(?:TimeoutError|AbortError)$/.test(error.name)

const privateCode = 'EPRIVATE'

const mayAsk = ({ hostname }: URL, { own, loopback = false }: AskOptions): boolean => {
  const host = hostname.replace(/^\[|\]$/g, '')
  return host === own || !isInside(host) || (loopback && isLoopback(host))
}

const isLoopback = (host: string): boolean => /^(?:127\.\d+\.\d+\.\d+|::1|localhost)$/.test(host)

/** HEAD, then GET where HEAD is not welcome; once more where the server asks to be left alone for a moment. */
async function patiently(url: URL, cookies: string, options: AskOptions, signal: AbortSignal): Promise<Reply> {
  const head = await request(url, 'HEAD', cookies, options, signal).catch((error: unknown) => {
    // Some servers hang up on HEAD, or never answer it.
    if (!signal.aborted && (isTimeout(error) || /^(?:ECONNRESET|EPIPE|HPE_)/.test(codeOf(error)))) return undefined
    throw error
  })
  if (head && head.status < 400) return head
  if (head?.patience !== undefined && head.patience <= mostPatience)
    await new Promise((resolve) => setTimeout(resolve, (head.patience ?? 0) * 1000))
  else if (head?.status === 429 || head?.status === 503) return head
  return request(url, 'GET', cookies, options, signal)
}

async function request(
  url: URL,
  method: 'HEAD' | 'GET',
  cookies: string,
  options: AskOptions,
  signal: AbortSignal,
): Promise<Reply> {
  const { request: send } = url.protocol === 'https:' ? await import('node:https') : await import('node:http')
  const lookup = url.hostname === options.own ? undefined : publicLookup(await import('node:dns'), options)
  const headers = { 'User-Agent': `Pressmark/${kitVersion()} (checks the links of a press release)`, Accept: '*/*' }
  const init: RequestOptions = {
    method,
    headers: cookies === '' ? headers : { ...headers, Cookie: cookies },
    signal: AbortSignal.any([signal, AbortSignal.timeout((options.secondsForOne ?? usualSecondsForOne) * 1000)]),
    ...(lookup && { lookup }),
  }
  return new Promise((resolve, reject) => {
    const sent = send(url, init, (response) => {
      const { statusCode: status = 0, headers: said } = response
      response.destroy()
      const isRedirect = [301, 302, 303, 307, 308].includes(status)
      const seconds = /^\d{1,6}$/.exec(said['retry-after'] ?? '')?.[0]
      resolve({
        status,
        // Its bytes, which Node takes for letters of Latin 1, as an address has them.
        location: isRedirect
          ? said.location?.replace(/[\x80-\xff]/g, (byte) => `%${byte.charCodeAt(0).toString(16)}`)
          : undefined,
        patience: seconds === undefined ? undefined : Number(seconds),
        cookies: said['set-cookie'] ?? [],
      })
    })
    sent.once('error', reject)
    sent.end()
  })
}

/** Looks a name up, and refuses those that lead into the own network: the address that was looked at is the one that is called. */
const publicLookup =
  ({ lookup }: typeof dns, { loopback = false }: AskOptions): LookupFunction =>
  (host, options: dns.LookupOptions, done) => {
    lookup(host, { ...options, all: true }, (error, addresses: dns.LookupAddress[]) => {
      const [first] = addresses ?? []
      const refused = addresses?.some(({ address }) => isPrivateAddress(address) && !(loopback && isLoopback(address)))
      if (error || !first) done(error ?? new Error('no address'), '', 0)
      else if (refused) done(Object.assign(new Error('an address of the own network'), { code: privateCode }), '', 0)
      else if (options.all) done(null, addresses)
      else done(null, first.address, first.family)
    })
  }
