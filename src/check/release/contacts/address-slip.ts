/** Ends of addresses that no domain has, and what was meant. Real ones, such as .co, .cm and .om, are not among them. */
const ends: Readonly<Record<string, string>> = {
  con: 'com',
  cmo: 'com',
  ocm: 'com',
  comm: 'com',
  vom: 'com',
  xom: 'com',
  ogr: 'org',
  rog: 'org',
  orgg: 'org',
  prg: 'org',
  nte: 'net',
  ent: 'net',
  nett: 'net',
  eud: 'edu',
  gvo: 'gov',
}

/** Slips in the names of services that half of the world has its mail at. */
const services: readonly (readonly [RegExp, string])[] = [
  [/^(?:gmial|gmal|gmai|gamil|gnail|gmil|gmaill|ggmail|gmsil)\.com$|^gmail\.(?:co|cm|om|cim)$/, 'gmail.com'],
  [/^(?:hotmial|hotmal|hotmil|hotmai|hotnail|hormail)\.com$|^hotmail\.(?:co|cm|om)$/, 'hotmail.com'],
  [/^(?:outlok|outloook|oulook|outllok|putlook)\.com$|^outlook\.(?:co|cm|om)$/, 'outlook.com'],
  [/^(?:yaho|yahooo|yhaoo|yahho|tahoo)\.com$|^yahoo\.(?:cm|om)$/, 'yahoo.com'],
  [/^(?:iclod|icoud|iclould)\.com$/, 'icloud.com'],
]

/** Domains that are set apart for examples and tests (RFC 2606, RFC 6761). */
export const isReserved = (domain: string): boolean =>
  /(?:^|\.)example\.(?:com|net|org)$|\.(?:example|invalid|test|localhost)$/.test(domain)

export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase()

/** What keeps mail to an address from arriving: what is wrong with it, and what was most likely meant. */
export function slipIn(address: string): { readonly message: string; readonly meant?: string } | undefined {
  const name = address.slice(0, address.lastIndexOf('@'))
  const domain = domainOf(address)
  const labels = domain.split('.')
  const end = labels.at(-1) ?? ''
  const meant = (right: string) => ({ message: `Email address at "${domain}"`, meant: `${name}@${right}` })
  const service = services.find(([pattern]) => pattern.test(domain))
  if (service) return meant(service[1])
  if (Object.hasOwn(ends, end)) return meant([...labels.slice(0, -1), ends[end]].join('.'))
  if (/^\d+$/.test(end) || end.length === 1 || labels.some((label) => /^$|^-|-$|_/.test(label)))
    return { message: `Email address at "${domain}", which can be no domain` }
  if (/^\.|\.\.|\.$/.test(name)) return { message: 'Email address with a point too many' }
  return undefined
}
