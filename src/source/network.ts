import { BlockList, isIP } from 'node:net'

/** Networks that are not the public one (IANA special-purpose address registries, RFC 6890 and those that it was updated by). */
const ranges: readonly (readonly [address: string, bits: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  ['::', 127],
  ['64:ff9b:1::', 48],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
]

let list: BlockList | undefined

function blocked(): BlockList {
  if (list) return list
  list = new BlockList()
  for (const [address, bits] of ranges) list.addSubnet(address, bits, isIP(address) === 6 ? 'ipv6' : 'ipv4')
  return list
}

/** Whether an IP address is of a network that is not the public one; one of IPv4 inside IPv6 counts as what it holds. */
export function isPrivateAddress(address: string): boolean {
  const plain = address.replace(/%.*$/, '')
  if (isIP(plain) === 4) return blocked().check(plain, 'ipv4')
  const held = /^(?:::ffff:|64:ff9b::)([\da-f]{1,4}):([\da-f]{1,4})$/i.exec(
    new URL(`http://[${plain}]/`).hostname.slice(1, -1),
  )
  if (!held) return blocked().check(plain, 'ipv6')
  const [high, low] = [held[1], held[2]].map((part = '') => Number.parseInt(part, 16)) as [number, number]
  return blocked().check([high >> 8, high & 255, low >> 8, low & 255].join('.'), 'ipv4')
}

/** Names that lead nowhere but at home (RFC 6761, 6762, 8375; `.internal` is reserved by ICANN). */
const homely = /^localhost\.?$|\.(?:localhost|local|internal|intranet|lan|home|corp|home\.arpa)\.?$/i

/** Whether a host can only be reached from inside a network: a private address, a name without a domain, or one of a network's own. */
export const isInside = (host: string): boolean =>
  isIP(host) === 0 ? homely.test(host) || !host.includes('.') : isPrivateAddress(host)
