import { BlockList, isIP } from 'node:net'
import { type Afvist, afvist, type Ok, ok } from '#kernel'

export type Adresseafvisning = 'ADRESSE_UGYLDIG' | 'ADRESSE_IKKE_HTTPS' | 'ADRESSE_IKKE_OFFENTLIG'

const HOEJST_TEGN = 500

/** What is not of the public internet: private, shared, loopback, link-local, documentation, benchmarks, multicast, reserved. */
const IKKE_OFFENTLIGE_V4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
]
/** Within 2000::/3, which is all that is given out: tunnels that carry an IPv4 address of anybody's choice, and documentation. */
const IKKE_OFFENTLIGE_V6: readonly (readonly [string, number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
]

const lukkede = new BlockList()
for (const [net, bits] of IKKE_OFFENTLIGE_V4) lukkede.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of IKKE_OFFENTLIGE_V6) lukkede.addSubnet(net, bits, 'ipv6')
const givneV6 = new BlockList()
givneV6.addSubnet('2000::', 3, 'ipv6')

/** True for an address on the public internet. Anything else could be a neighbour of ours that trusts whoever can reach it. */
export function isOffentlig(ip: string): boolean {
  const slags = isIP(ip)
  if (slags === 4) return !lukkede.check(ip, 'ipv4')
  return slags === 6 && givneV6.check(ip, 'ipv6') && !lukkede.check(ip, 'ipv6')
}

/**
 * The URL of a receiver. `lokal` (the demo) takes http and the machine's own addresses too. A name is looked up and its addresses asked only when
 * it is called, each time: what a name leads to can change.
 */
export function parseModtager(tekst: string, lokal: boolean): Ok<URL> | Afvist<Adresseafvisning> {
  const url = tekst.length <= HOEJST_TEGN ? URL.parse(tekst) : null
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || url.hash) return afvist('ADRESSE_UGYLDIG')
  if (lokal) return ok(url)
  if (url.protocol !== 'https:') return afvist('ADRESSE_IKKE_HTTPS')
  const ip = toIp(url.hostname)
  return ip !== undefined && !isOffentlig(ip) ? afvist('ADRESSE_IKKE_OFFENTLIG') : ok(url)
}

/** The address where the host is one; a URL writes those of version 6 in brackets, and 0x7f.1 as 127.0.0.1. */
export function toIp(vaert: string): string | undefined {
  const uden = vaert.replace(/^\[(.*)\]$/, '$1')
  return isIP(uden) ? uden : undefined
}
