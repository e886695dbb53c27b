import type * as dns from 'node:dns'
import type { RequestOptions } from 'node:http'
import type { LookupFunction } from 'node:net'
import type { Answer } from '../check/release/index.ts'
import { kitVersion } from '../source/kit.ts'
import { isInside, isPrivateAddress } from '../source/network.ts'

export interface AskOptions {
  /** A host that may be asked although it is of the own network: that of the press room's pages. */
  readonly own: string | undefined
  /** Whether the own machine may be asked, which tests do. */
  readonly loopback?: boolean
  /** How long all of it may take, in seconds. */
  readonly seconds?: number
}

/** At once, at once of one server, how often sent on, and how long one may take: what a person with a browser would do. */
const [mostAtOnce, mostOfHost, mostHops] = [8, 2, 5]
const secondsForOne = 10
const usualSeconds = 120
/** Longer than this nobody waits for a server that asks for patience. */
const mostPatience = 10

/**
 * Asks where links lead: HEAD, and GET where a server does not know that, of which nothing but the head is read. No more than a few at
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
  for (const url of waiting) answers.set(url, { kind: 'unasked' })
  return answers
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : '')

interface Reply {
  readonly status: number
  readonly location: string | undefined
  /** How long the server wants to be left alone, in seconds. */
  readonly patience: number | undefined
}

async function answerTo(url: string, options: AskOptions, signal: AbortSignal): Promise<Answer> {
  let at = url.replace(/#.*$/, '')
  let forGood = true
  for (let hop = 0; hop <= mostHops; hop++) {
    const there = URL.canParse(at) ? new URL(at) : undefined
    if (!there || !/^https?:$/.test(there.protocol) || there.username !== '' || !mayAsk(there, options))
      return { kind: 'unasked' }
    try {
      const { status, location } = await patiently(there, options, signal)
      if (location === undefined) return hop > 0 && forGood && status < 300 ? { kind: 'moved', to: at } : judged(status)
      forGood &&= status === 301 || status === 308
      at = new URL(location, there).href.replace(/#.*$/, '')
    } catch (error) {
      return failure(error, signal)
    }
  }
  return { kind: 'dead', why: `sent on more than ${mostHops} times` }
}

/** Turned away is not gone: many servers answer people and no programs. */
const judged = (status: number): Answer =>
  status === 404 || status === 410
    ? { kind: 'dead', why: String(status) }
    : status >= 500
      ? { kind: 'unsure', why: String(status) }
      : { kind: 'fine' }

function failure(error: unknown, signal: AbortSignal): Answer {
  if (signal.aborted) return { kind: 'unasked' }
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOTFOUND') return { kind: 'dead', why: 'no such host' }
  if (code === privateCode) return { kind: 'unasked' }
  const timedOut = error instanceof Error && /^(?:TimeoutError|AbortError)$/.test(error.name)
  return { kind: 'unsure', why: timedOut ? `none in ${secondsForOne} seconds` : code || 'the connection broke' }
}

const privateCode = 'EPRIVATE'

const mayAsk = ({ hostname }: URL, { own, loopback = false }: AskOptions): boolean => {
  const host = hostname.replace(/^\[|\]$/g, '')
  return host === own || !isInside(host) || (loopback && isLoopback(host))
}

const isLoopback = (host: string): boolean => /^(?:127\.\d+\.\d+\.\d+|::1|localhost)$/.test(host)

/** HEAD, then GET where HEAD is not welcome; once more where the server asks to be left alone for a moment. */
async function patiently(url: URL, options: AskOptions, signal: AbortSignal): Promise<Reply> {
  const head = await request(url, 'HEAD', options, signal)
  if (head.status < 400) return head
  if (head.patience !== undefined && head.patience <= mostPatience)
    await new Promise((resolve) => setTimeout(resolve, (head.patience ?? 0) * 1000))
  else if (head.status === 429 || head.status === 503) return head
  return request(url, 'GET', options, signal)
}

async function request(url: URL, method: 'HEAD' | 'GET', options: AskOptions, signal: AbortSignal): Promise<Reply> {
  const { request: send } = url.protocol === 'https:' ? await import('node:https') : await import('node:http')
  const lookup = url.hostname === options.own ? undefined : publicLookup(await import('node:dns'), options)
  const init: RequestOptions = {
    method,
    headers: { 'User-Agent': `Pressmark/${kitVersion()} (checks the links of a press release)`, Accept: '*/*' },
    signal: AbortSignal.any([signal, AbortSignal.timeout(secondsForOne * 1000)]),
    ...(lookup && { lookup }),
  }
  return new Promise((resolve, reject) => {
    const sent = send(url, init, (response) => {
      const { statusCode: status = 0, headers } = response
      response.destroy()
      const isRedirect = [301, 302, 303, 307, 308].includes(status)
      const seconds = /^\d{1,6}$/.exec(headers['retry-after'] ?? '')?.[0]
      resolve({
        status,
        location: isRedirect ? headers.location : undefined,
        patience: seconds === undefined ? undefined : Number(seconds),
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
