import { type KeyObject, sign } from 'node:crypto'
import { kanonisk } from './kanonisk.ts'
import { ALG, NS } from './navne.ts'
import { sha256 } from './signatur.ts'
import { type Attribut, boernOf, type Element, er, laesTrae } from './trae.ts'

/** A part that is written in its canonical form, so that it is digested as it is sent. */
export type Del = { readonly id: string; readonly tekst: string }

export type Underskrift = {
  readonly noegle: KeyObject
  /** What stands in KeyInfo. */
  readonly keyInfo: string
  /** `str`: the reference is to a SecurityTokenReference, and `tekst` is the token that it points to. */
  readonly dele: readonly (Del & { readonly str?: true })[]
}

export const escapeXml = (tekst: string): string =>
  tekst.replace(/[&<>"]/g, (tegn) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[tegn] ?? tegn)

/** A WS-Addressing block with its own id, canonical. */
export const skrivAdresse = (navn: string, vaerdi: string): Del => ({
  id: `id-${navn.toLowerCase()}`,
  tekst: `<wsa:${navn} xmlns:wsa="${NS.wsa}" xmlns:wsu="${NS.wsu}" wsu:Id="id-${navn.toLowerCase()}">${escapeXml(vaerdi)}</wsa:${navn}>`,
})

export const skrivTidsstempel = (fra: number, til: number): Del => ({
  id: 'id-tidsstempel',
  tekst: `<wsu:Timestamp xmlns:wsu="${NS.wsu}" wsu:Id="id-tidsstempel"><wsu:Created>${new Date(fra).toISOString()}</wsu:Created><wsu:Expires>${new Date(til).toISOString()}</wsu:Expires></wsu:Timestamp>`,
})

/** A SOAP message taken apart. Throws TypeError for anything else. */
export function splitBesked(besked: string | Uint8Array): {
  readonly ns: string
  readonly blokke: Element[]
  readonly body: Element
} {
  const laest = laesTrae(besked, new Set(), '')
  if (typeof laest === 'string') throw new TypeError(`The message is no XML that can be signed: ${laest}`)
  const { rod } = laest
  const dele = boernOf(rod)
  const header = er(dele[0], rod.ns, 'Header') ? dele.shift() : undefined
  const [body, ...flere] = dele
  if (!er(rod, rod.ns, 'Envelope') || !er(body, rod.ns, 'Body') || flere.length > 0)
    throw new TypeError('The message is no SOAP envelope')
  return { ns: rod.ns, blokke: header ? boernOf(header) : [], body }
}

/** The element with `id` as its wsu:Id, canonical. */
export function skrivMedId(element: Element, id: string): Del {
  const uden = element.attributter.filter(({ ns, lokal }) => ns !== NS.wsu || lokal !== 'Id')
  const attribut: Attribut = { navn: 'wsu:Id', lokal: 'Id', ns: NS.wsu, vaerdi: id }
  return { id, tekst: kanonisk({ ...element, attributter: [...uden, attribut] }) }
}

/** A message's signature over `dele` (RSA-SHA256, exclusive canonicalization); SignedInfo is written canonical. */
export function skrivSignatur({ noegle, keyInfo, dele }: Underskrift): string {
  const metode = `<ds:CanonicalizationMethod Algorithm="${ALG.excC14n}"></ds:CanonicalizationMethod>`
  const referencer = dele.map(({ id, tekst, str }) => {
    const transform = str
      ? `<ds:Transform Algorithm="${ALG.str}"><wsse:TransformationParameters xmlns:wsse="${NS.wsse}">${metode}</wsse:TransformationParameters></ds:Transform>`
      : `<ds:Transform Algorithm="${ALG.excC14n}"></ds:Transform>`
    return `<ds:Reference URI="#${id}"><ds:Transforms>${transform}</ds:Transforms><ds:DigestMethod Algorithm="${ALG.sha256}"></ds:DigestMethod><ds:DigestValue>${sha256(tekst).toString('base64')}</ds:DigestValue></ds:Reference>`
  })
  const signedInfo = `<ds:SignedInfo xmlns:ds="${NS.ds}">${metode}<ds:SignatureMethod Algorithm="${ALG.rsaSha256}"></ds:SignatureMethod>${referencer.join('')}</ds:SignedInfo>`
  const vaerdi = sign('sha256', Buffer.from(signedInfo), noegle).toString('base64')
  return `<ds:Signature xmlns:ds="${NS.ds}">${signedInfo}<ds:SignatureValue>${vaerdi}</ds:SignatureValue><ds:KeyInfo>${keyInfo}</ds:KeyInfo></ds:Signature>`
}

export const skrivKonvolut = (ns: string, blokke: readonly string[], sikkerhed: string, body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<soap:Envelope xmlns:soap="${ns}"><soap:Header>${blokke.join('')}<wsse:Security xmlns:wsse="${NS.wsse}" soap:mustUnderstand="1">${sikkerhed}</wsse:Security></soap:Header>${body}</soap:Envelope>`
