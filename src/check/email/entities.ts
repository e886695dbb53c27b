/** Text of HTML as it is read; nothing where it calls a character by a name that is not one of these. */
export function decoded(raw: string): string | undefined {
  if (!raw.includes('&')) return raw
  let isKnown = true
  const text = raw.replace(/&(?:#(\d+);|([a-z]+);)?/g, (_, code: string | undefined, name: string | undefined) => {
    const character = code === undefined ? names[name ?? ''] : characterOf(Number(code))
    isKnown &&= character !== undefined
    return character ?? ''
  })
  return isKnown ? text : undefined
}

const names: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' }

const characterOf = (code: number): string | undefined =>
  (code >= 0x20 && code < 0x7f) || (code >= 0xa0 && code < 0xd800) ? String.fromCharCode(code) : undefined
