import { verify } from 'node:crypto'
import { inflateRawSync } from 'node:zlib'
import { afvist, ok, type Resultat, type Tidspunkt } from '#kernel'
import { UR_MS } from './assertion.ts'
import { dekrypter } from './dekrypter.ts'
import { NS, SIGNATURER, STATUS } from './navne.ts'
import type { Samlafvisning } from './saml.errors.ts'
import type { Saml } from './saml.ts'
import { checkSignaturform } from './signaturform.ts'
import type { Tjeneste } from './sp.ts'
import { gyldigeCertifikater, type Udbyder } from './udbyder.ts'
import { isUnderskrevet } from './underskrift.ts'
import { type Element, eneste, er, findBoern, type Laest, laesBase64, laesTid, laesXml, tekstOf } from './xml.ts'

/** A message about a log out, by either binding, before anything of it is believed. */
export type Sendt = { readonly binding: 'redirect' | 'post'; readonly felter: URLSearchParams; readonly raa: string }

/** What a provider says of a log out, verified. */
export type Logudbesked =
  | {
      readonly type: 'anmodning'
      readonly udbyder: Udbyder
      readonly id: string
      readonly udloeber: number
      readonly navneid: string
      readonly sessionsindeks: readonly string[]
      readonly relayState: string | undefined
    }
  | { readonly type: 'svar'; readonly udbyder: Udbyder; readonly paa: string | undefined; readonly lykkedes: boolean }

type Svar<T> = Resultat<T, Samlafvisning>

const HOEJST_BESKED = 32 * 1024
/** SAML's own bound is 80 (bindings, 3.4.3), and several makes send whole addresses. */
const HOEJST_RELAYSTATE = 1024
const HOEJST_ALDER_MS = 600_000
const NAVNE: ReadonlySet<string> = new Set(['SAMLRequest', 'SAMLResponse', 'RelayState', 'SigAlg', 'Signature', 'SAMLEncoding'])

/**
 * A verified message about a log out: strictly read, for us, signed by a known provider with its own key, and no older than ten minutes. One that is
 * not signed is refused: anybody could throw anybody out.
 */
export async function laesLogudbesked(saml: Saml, sendt: Sendt, nu: Tidspunkt): Promise<Svar<Logudbesked>> {
  const aaben = aabn(sendt)
  if (!aaben.ok) return aaben
  const { rod, type } = aaben.value
  if (rod.attributter.get('Version') !== '2.0' || rod.attributter.get('Destination') !== saml.tjeneste.logud)
    return afvist('DESTINATION_FORKERT')
  const issuer = tekstOf(eneste(rod, NS.saml, 'Issuer'))
  const udbyder = saml.udbydere.find(({ entityId }) => entityId === issuer)
  if (!udbyder) return afvist('UDBYDER_UKENDT')
  const udstedt = checkUdstedt(rod, Date.parse(nu))
  if (udstedt) return afvist(udstedt)
  const fejl = sendt.binding === 'redirect' ? verifyQuery(sendt, udbyder, nu) : await verifyPost(aaben.value, udbyder, nu)
  if (fejl) return afvist(fejl)
  return type === 'anmodning'
    ? laesAnmodning(rod, saml.tjeneste, udbyder, sendt.felter.get('RelayState') ?? undefined)
    : ok(laesSvar(rod, udbyder))
}

type Aaben = Laest & { readonly tekst: string; readonly type: Logudbesked['type'] }

/** The one message that was sent, strictly read. */
function aabn({ felter, binding }: Sendt): Svar<Aaben> {
  const navne = [...felter.keys()]
  const [anmodning, svar] = [felter.get('SAMLRequest'), felter.get('SAMLResponse')]
  const besked = anmodning ?? svar
  const entydig = new Set(navne).size === navne.length && (anmodning === null || svar === null)
  if (!besked || !entydig || (felter.get('RelayState')?.length ?? 0) > HOEJST_RELAYSTATE) return afvist('FORMULAR_UGYLDIG')
  const xml = binding === 'redirect' ? inflate(besked) : laesBase64(besked)
  const laest = xml ? laesXml(xml, { hoejst: HOEJST_BESKED }) : 'XML_UGYLDIG'
  if (typeof laest === 'string') return afvist(laest)
  const type = anmodning === null ? 'svar' : 'anmodning'
  const ventet = er(laest.rod, NS.samlp, type === 'anmodning' ? 'LogoutRequest' : 'LogoutResponse')
  return xml && ventet ? ok({ ...laest, tekst: new TextDecoder().decode(xml), type }) : afvist('LOGUD_UGYLDIGT')
}

function inflate(besked: string): Buffer | undefined {
  const bytes = laesBase64(besked)
  try {
    // A few bytes can become very many: no more than the bound is ever made of them.
    return bytes && inflateRawSync(bytes, { maxOutputLength: HOEJST_BESKED })
  } catch {
    return undefined
  }
}

/**
 * Whether the query is signed (bindings, 3.4.4.1): over the parameters as they were sent, in the standard's order. Asked here and not of the library,
 * which takes a query without a signature, and any algorithm that OpenSSL knows.
 */
function verifyQuery({ raa, felter }: Sendt, udbyder: Udbyder, nu: Tidspunkt): Samlafvisning | undefined {
  const dele = new Map(raa.split('&').map((del) => [del.slice(0, del.indexOf('=')), del]))
  if (![...dele.keys()].every((navn) => NAVNE.has(navn)) || dele.size !== raa.split('&').length) return 'FORMULAR_UGYLDIG'
  const [algoritme, signatur] = [felter.get('SigAlg') ?? '', laesBase64(felter.get('Signature') ?? undefined)]
  if (!signatur) return 'SIGNATUR_MANGLER'
  if (!SIGNATURER.has(algoritme)) return 'ALGORITME_IKKE_TILLADT'
  const signeret = ['SAMLRequest', 'SAMLResponse', 'RelayState', 'SigAlg'].flatMap((navn) => dele.get(navn) ?? []).join('&')
  const certifikater = gyldigeCertifikater(udbyder, Date.parse(nu))
  const hash = algoritme.endsWith('512') ? 'sha512' : 'sha256'
  const kendt = certifikater.some(({ publicKey }) => verify(hash, Buffer.from(signeret), publicKey, signatur))
  return kendt ? undefined : 'SIGNATUR_FORKERT'
}

/** The message's own signature, directly in it and of the one form. */
async function verifyPost({ rod, alle, tekst }: Aaben, udbyder: Udbyder, nu: Tidspunkt): Promise<Samlafvisning | undefined> {
  const form = checkSignaturform(rod, alle)
  if (form) return form
  return (await isUnderskrevet(tekst, gyldigeCertifikater(udbyder, Date.parse(nu)))) ? undefined : 'SIGNATUR_FORKERT'
}

function checkUdstedt(rod: Element, nu: number): Samlafvisning | undefined {
  const udstedt = laesTid(rod.attributter.get('IssueInstant'))
  const tilTekst = rod.attributter.get('NotOnOrAfter')
  const til = tilTekst === undefined ? Number.POSITIVE_INFINITY : laesTid(tilTekst)
  if (udstedt === undefined || til === undefined) return 'TID_UGYLDIG'
  if (nu - UR_MS >= til || nu - HOEJST_ALDER_MS >= udstedt) return 'UDLOEBET'
  return nu + UR_MS < udstedt ? 'FRA_FREMTIDEN' : undefined
}

function laesAnmodning(rod: Element, { noegle }: Tjeneste, udbyder: Udbyder, relayState: string | undefined): Svar<Logudbesked> {
  const id = rod.attributter.get('ID')
  const navneid = tekstOf(eneste(rod, NS.saml, 'NameID') ?? aabnNavneid(rod, noegle))
  const udstedt = laesTid(rod.attributter.get('IssueInstant'))
  if (!id || id.length > 200 || !navneid || udstedt === undefined) return afvist('LOGUD_UGYLDIGT')
  const sessionsindeks = findBoern(rod, NS.samlp, 'SessionIndex').flatMap((en) => tekstOf(en) ?? [])
  const udloeber = udstedt + HOEJST_ALDER_MS + UR_MS
  return ok({ type: 'anmodning', udbyder, id, udloeber, navneid, sessionsindeks, relayState })
}

/** A name id that is encrypted to us, as some send it through the browser. Opened when the message is known to be signed. */
function aabnNavneid(rod: Element, noegle: string): Element | undefined {
  const krypteret = eneste(rod, NS.saml, 'EncryptedID')
  const aabnet = krypteret && dekrypter(krypteret, noegle)
  const laest = aabnet?.ok ? laesXml(aabnet.value, { hoejst: HOEJST_BESKED }) : undefined
  return laest && typeof laest !== 'string' && er(laest.rod, NS.saml, 'NameID') ? laest.rod : undefined
}

function laesSvar(rod: Element, udbyder: Udbyder): Logudbesked {
  const kode = eneste(eneste(rod, NS.samlp, 'Status'), NS.samlp, 'StatusCode')?.attributter.get('Value')
  return { type: 'svar', udbyder, paa: rod.attributter.get('InResponseTo'), lykkedes: kode === STATUS.succes }
}
