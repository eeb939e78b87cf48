import { X509Certificate } from 'node:crypto'
import { type Afvist, afvist, type Ok, ok } from '#kernel'
import { escapeXml } from './konvolut.ts'
import { NS, SAML2_TOKEN } from './navne.ts'
import { laesBase64 } from './signatur.ts'
import { boernOf, type Element, eneste, er, laesTrae, tekstOf } from './trae.ts'

/** An order for a token (WS-Trust 1.3, RequestSecurityToken), alone or in a SOAP envelope. */
export type Tokenbestilling = {
  /** For which system: AppliesTo. Undefined where nothing is said. */
  readonly modtager: string | undefined
  /** The certificate that the token is to be bound to: UseKey. */
  readonly certifikat: X509Certificate | undefined
  /** The envelope that it came in, which the answer comes in too. */
  readonly konvolut: string | undefined
}
export type Bestillingsfejl = 'BESTILLING_UGYLDIG' | 'BESTILLING_UKENDT_SLAGS'

const PUBLIC_KEY = `${NS.wst}/PublicKey`
const ISSUE = `${NS.wst}/Issue`
const HOEJST_CERTIFIKAT = 8192

/** Reads an order strictly; never throws for what it holds. */
export function laesRst(bytes: Uint8Array): Ok<Tokenbestilling> | Afvist<Bestillingsfejl> {
  const laest = laesTrae(bytes, new Set(), '')
  if (typeof laest === 'string') return afvist('BESTILLING_UGYLDIG')
  const { rod } = laest
  const konvolut = rod.lokal === 'Envelope' && (rod.ns === NS.soap11 || rod.ns === NS.soap12) ? rod.ns : undefined
  const rst = konvolut ? eneste(eneste(rod, konvolut, 'Body'), NS.wst, 'RequestSecurityToken') : rod
  if (!er(rst, NS.wst, 'RequestSecurityToken')) return afvist('BESTILLING_UGYLDIG')
  const slags = [
    ['RequestType', ISSUE],
    ['TokenType', SAML2_TOKEN],
    ['KeyType', PUBLIC_KEY],
  ] as const
  if (!eneste(rst, NS.wst, 'RequestType')) return afvist('BESTILLING_UGYLDIG')
  if (slags.some(([navn, vaerdi]) => (tekstOf(eneste(rst, NS.wst, navn)) ?? vaerdi) !== vaerdi))
    return afvist('BESTILLING_UKENDT_SLAGS')
  const certifikat = laesUseKey(rst)
  return certifikat === 'ulaeselig' ? afvist('BESTILLING_UGYLDIG') : ok({ modtager: laesAppliesTo(rst), certifikat, konvolut })
}

function laesAppliesTo(rst: Element): string | undefined {
  const adresse = eneste(eneste(eneste(rst, NS.wsp, 'AppliesTo'), NS.wsa, 'EndpointReference'), NS.wsa, 'Address')
  return tekstOf(adresse)
}

/** The certificate as X509Data or as BinarySecurityToken: both are in use. */
function laesUseKey(rst: Element): X509Certificate | undefined | 'ulaeselig' {
  const useKey = eneste(rst, NS.wst, 'UseKey')
  if (!useKey) return undefined
  const [indhold] = boernOf(useKey)
  const data = er(indhold, NS.ds, 'KeyInfo') ? eneste(indhold, NS.ds, 'X509Data') : indhold
  const element = er(data, NS.ds, 'X509Data') ? eneste(data, NS.ds, 'X509Certificate') : data
  const der = laesBase64(element, HOEJST_CERTIFIKAT)
  try {
    return der ? new X509Certificate(der) : 'ulaeselig'
  } catch {
    return 'ulaeselig'
  }
}

const iso = (ms: number): string => new Date(ms).toISOString()
const pak = (konvolut: string | undefined, indhold: string): string =>
  konvolut ? `<soap:Envelope xmlns:soap="${konvolut}"><soap:Body>${indhold}</soap:Body></soap:Envelope>` : indhold

/** The answer with the token, in an envelope where the order came in one. */
export const skrivRstr = ({ konvolut }: Pick<Tokenbestilling, 'konvolut'>, token: string, fra: number, til: number): string =>
  pak(
    konvolut,
    `<wst:RequestSecurityTokenResponseCollection xmlns:wst="${NS.wst}"><wst:RequestSecurityTokenResponse><wst:TokenType>${SAML2_TOKEN}</wst:TokenType><wst:RequestedSecurityToken>${token}</wst:RequestedSecurityToken><wst:Lifetime><wsu:Created xmlns:wsu="${NS.wsu}">${iso(fra)}</wsu:Created><wsu:Expires xmlns:wsu="${NS.wsu}">${iso(til)}</wsu:Expires></wst:Lifetime><wst:KeyType>${PUBLIC_KEY}</wst:KeyType></wst:RequestSecurityTokenResponse></wst:RequestSecurityTokenResponseCollection>`,
  )

/** An order as a client writes it; for simulators, the compliance test and tests. */
export const skrivRst = (modtager: string, certifikat: X509Certificate, konvolut?: string): string =>
  pak(
    konvolut,
    `<wst:RequestSecurityToken xmlns:wst="${NS.wst}"><wst:TokenType>${SAML2_TOKEN}</wst:TokenType><wst:RequestType>${ISSUE}</wst:RequestType><wst:KeyType>${PUBLIC_KEY}</wst:KeyType><wsp:AppliesTo xmlns:wsp="${NS.wsp}"><wsa:EndpointReference xmlns:wsa="${NS.wsa}"><wsa:Address>${escapeXml(modtager)}</wsa:Address></wsa:EndpointReference></wsp:AppliesTo><wst:UseKey><ds:KeyInfo xmlns:ds="${NS.ds}"><ds:X509Data><ds:X509Certificate>${certifikat.raw.toString('base64')}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></wst:UseKey></wst:RequestSecurityToken>`,
  )

/** The token in an answer, as it was issued, byte for byte; undefined where there is none. For clients. */
export function findTokenIRstr(svar: string): string | undefined {
  return /<wst:RequestedSecurityToken>([\s\S]*)<\/wst:RequestedSecurityToken>/.exec(svar)?.[1]
}
