import { type Afvist, afvist, type Ok, ok } from '#kernel'
import type { IdwsAfvisning } from './idws.errors.ts'
import { NS } from './navne.ts'
import { boernOf, type Element, eneste, er, findBoern, type Laest, noegleFor } from './trae.ts'

/** The parts of a message, each found by where it stands. */
export type Dele = {
  /** SOAP's namespace, 1.1's or 1.2's. */
  readonly ns: string
  readonly body: Element
  /** The WS-Addressing blocks by name, none twice. */
  readonly adressering: ReadonlyMap<string, Element>
  readonly requestHeader: Element | undefined
  /** A sign of life, which is taken only where it is signed with the rest. */
  readonly livstegn: Element | undefined
  readonly timestamp: Element
  readonly assertion: Element
  readonly signatur: Element
  /** The references to the token, in Security and in the signature's KeyInfo. */
  readonly tokenreferencer: readonly Element[]
}

const SOAP = [NS.soap11, NS.soap12]
const soapnavne = (lokal: string): string[] => SOAP.map((ns) => noegleFor(ns, lokal))
const SECURITY = noegleFor(NS.wsse, 'Security')
const TIMESTAMP = noegleFor(NS.wsu, 'Timestamp')
const ASSERTION = noegleFor(NS.saml, 'Assertion')
const SIGNATURE = noegleFor(NS.ds, 'Signature')

/** What may stand in a message only so many times, wherever: a second one is there to be mistaken for the first. */
export const SAERLIGE: ReadonlySet<string> = new Set([
  ...soapnavne('Envelope'),
  ...soapnavne('Header'),
  ...soapnavne('Body'),
  SECURITY,
  TIMESTAMP,
  ASSERTION,
  SIGNATURE,
])

type Svar<T> = Ok<T> | Afvist<IdwsAfvisning>

/** Finds the parts by their places; refuses every message in which one of them stands anywhere else, or twice. */
export function findDele({ rod, saerlige }: Laest): Svar<Dele> {
  const antal = (noegler: readonly string[]): number =>
    noegler.reduce((sum, noegle) => sum + (saerlige.get(noegle)?.length ?? 0), 0)
  const [header, body, ...flere] = boernOf(rod)
  const ns = rod.ns
  if (!SOAP.some((soap) => soap === ns) || rod.lokal !== 'Envelope' || flere.length > 0) return afvist('KONVOLUT_UGYLDIG')
  if (!er(header, ns, 'Header') || !er(body, ns, 'Body')) return afvist('KONVOLUT_UGYLDIG')
  if (['Envelope', 'Header', 'Body'].some((lokal) => antal(soapnavne(lokal)) !== 1)) return afvist('KONVOLUT_UGYLDIG')
  if (antal([SECURITY]) === 0) return afvist('SIKKERHED_MANGLER')
  const security = eneste(header, NS.wsse, 'Security')
  if (antal([SECURITY]) !== 1 || !security || isForAnden(security, ns)) return afvist('SIKKERHED_TVETYDIG')
  // The message's own signature and the token's; no other may be anywhere.
  if (antal([TIMESTAMP]) !== 1 || antal([ASSERTION]) !== 1 || antal([SIGNATURE]) !== 2) return afvist('UVENTET_ELEMENT')
  const sikkerhed = findSikkerhed(security)
  if (!sikkerhed.ok) return sikkerhed
  const adressering = findAdressering(header)
  const requestHeadere = findBoern(header, NS.header, 'RequestHeader')
  if (!adressering) return afvist('ADRESSERING_UGYLDIG')
  const livstegn = findBoern(header, NS.livstegn, 'Livstegn')
  if (requestHeadere.length > 1 || livstegn.length > 1) return afvist('KONVOLUT_UGYLDIG')
  return ok({ ns, body, adressering, requestHeader: requestHeadere[0], livstegn: livstegn[0], ...sikkerhed.value })
}

/** SOAP 1.1's actor and 1.2's role name another receiver than the last. */
const isForAnden = (security: Element, ns: string): boolean =>
  security.attributter.some((attribut) => attribut.ns === ns && ['actor', 'role'].includes(attribut.lokal))

function findSikkerhed(security: Element): Svar<Pick<Dele, 'timestamp' | 'assertion' | 'signatur' | 'tokenreferencer'>> {
  const timestamp = eneste(security, NS.wsu, 'Timestamp')
  const assertion = eneste(security, NS.saml, 'Assertion')
  const signatur = eneste(security, NS.ds, 'Signature')
  const egne = findBoern(security, NS.wsse, 'SecurityTokenReference')
  if (!timestamp || !assertion || !signatur || boernOf(security).length !== 3 + egne.length) return afvist('UVENTET_ELEMENT')
  const keyInfo = eneste(signatur, NS.ds, 'KeyInfo')
  return ok({
    timestamp,
    assertion,
    signatur,
    tokenreferencer: [...egne, ...findBoern(keyInfo, NS.wsse, 'SecurityTokenReference')],
  })
}

/** Every block of WS-Addressing's namespace; undefined where one stands there twice. */
function findAdressering(header: Element): ReadonlyMap<string, Element> | undefined {
  const blokke = boernOf(header).filter(({ ns }) => ns === NS.wsa)
  const fundne = new Map(blokke.map((blok) => [blok.lokal, blok]))
  return fundne.size === blokke.length ? fundne : undefined
}
