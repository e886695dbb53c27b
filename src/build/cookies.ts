/** What servers give to be shown again, from one page of a chain to the next; it is gone with the chain. */
export interface CookieJar {
  keep(from: URL, cookies: readonly string[]): void
  /** The value of the `Cookie` field; empty where there is none to show. */
  cookiesFor(to: URL): string
}

/** An empty jar. Of RFC 6265 it knows names, values and domains: a chain is over before anything expires. */
export function cookieJar(): CookieJar {
  const kept = new Map<string, { readonly pair: string; readonly domain: string }>()
  return {
    keep({ hostname }, cookies) {
      for (const cookie of cookies) {
        const [pair = '', ...attributes] = cookie.split(';').map((part) => part.trim())
        const named = attributes.map((part) => /^domain=\.?(.+)$/i.exec(part)?.[1]?.toLowerCase()).find(Boolean)
        const domain = named !== undefined && isOf(hostname, named) ? named : hostname
        kept.set(`${domain} ${pair.split('=')[0]}`, { pair, domain })
      }
    },
    cookiesFor: ({ hostname }) =>
      [...kept.values()]
        .filter(({ domain }) => isOf(hostname, domain))
        .map(({ pair }) => pair)
        .join('; '),
  }
}

const isOf = (host: string, domain: string): boolean => host === domain || host.endsWith(`.${domain}`)
