import { afvist, ok, type Resultat, type Tidspunkt } from '#kernel'
import type { Noegler } from '#platform/crypto'
import { isEgenAnmodning } from './anmodning.ts'
import { dekrypter } from './dekrypter.ts'
import { NS, STATUS } from './navne.ts'
import type { Samlafvisning } from './saml.errors.ts'
import { checkSignaturform } from './signaturform.ts'
import type { Tjeneste } from './sp.ts'
import type { Udbyder } from './udbyder.ts'
import { boernOf, type Element, eneste, er, findBoern, laesBase64, laesXml, tekstOf } from './xml.ts'

type Svar<T> = Resultat<T, Samlafvisning>

export type Gennemset = {
  readonly udbyder: Udbyder
  /** Our own request's id, which the answer names. */
  readonly forsoeg: string
  /** Whether the answer bears a signature of its own: then it must hold, also where none is asked for. */
  readonly signeret: boolean
  /** The answer as it was sent, and the assertion in it, opened. */
  readonly svar: string
  readonly assertion: string
}

export type Gennemsynsdeps = {
  readonly tjeneste: Tjeneste
  readonly udbydere: readonly Udbyder[]
  readonly noegler: Noegler
}

/**
 * Looks an answer over before the library gets it: strictly read, for us, from a provider that is known, to a request of ours to that provider,
 * with one encrypted assertion in one place and signatures of the one allowed form. Nothing of it is believed yet.
 */
export function gennemseSvar(deps: Gennemsynsdeps, sendt: string, nu: Tidspunkt): Svar<Gennemset> {
  const bytes = laesBase64(sendt)
  const laest = bytes ? laesXml(bytes) : 'XML_UGYLDIG'
  if (!bytes || typeof laest === 'string') return afvist(typeof laest === 'string' ? laest : 'XML_UGYLDIG')
  const { rod, alle } = laest
  if (!er(rod, NS.samlp, 'Response') || rod.attributter.get('Version') !== '2.0') return afvist('IKKE_ET_SVAR')
  if (rod.attributter.get('Destination') !== deps.tjeneste.svar) return afvist('DESTINATION_FORKERT')
  const issuer = tekstOf(eneste(rod, NS.saml, 'Issuer'))
  const udbyder = deps.udbydere.find(({ entityId }) => entityId === issuer)
  if (!udbyder) return afvist('UDBYDER_UKENDT')
  const forsoeg = rod.attributter.get('InResponseTo')
  if (!isEgenAnmodning(deps.noegler, forsoeg, { udbyder: udbyder.noegle, slags: 'login', nu })) return afvist('FORSOEG_UKENDT')
  const status = checkStatus(rod)
  if (status) return afvist(status)
  const krypteret = findKrypteret(rod, alle)
  if (!krypteret.ok) return krypteret
  const signeret = alle.some((en) => er(en, NS.ds, 'Signature') && !isInde(en, krypteret.value))
  const form = signeret || udbyder.svarSigneret ? checkSignaturform(rod, alle) : undefined
  if (form) return afvist(form)
  const aabnet = dekrypter(krypteret.value, deps.tjeneste.noegle)
  if (!aabnet.ok) return aabnet
  const indhold = gennemseAssertion(aabnet.value, udbyder)
  return indhold
    ? afvist(indhold)
    : ok({ udbyder, forsoeg, signeret, svar: toTekst(bytes), assertion: toTekst(aabnet.value).replace(XML_DECL, '') })
}

function checkStatus(rod: Element): Samlafvisning | undefined {
  const kode = eneste(eneste(rod, NS.samlp, 'Status'), NS.samlp, 'StatusCode')
  if (kode?.attributter.get('Value') === STATUS.succes) return undefined
  const indre = eneste(kode, NS.samlp, 'StatusCode')?.attributter.get('Value')
  if (indre === STATUS.ukendtNiveau) return 'NIVEAU_UKENDT'
  return indre === STATUS.afbrudt ? 'AFBRUDT' : 'AFVIST_AF_UDBYDER'
}

const ROLIGE = ['Issuer', 'Signature', 'Status', 'EncryptedAssertion']

/** The one encrypted assertion, directly in the answer, with nothing beside it that some reader could take for another. */
function findKrypteret(rod: Element, alle: readonly Element[]): Svar<Element> {
  const aabne = alle.filter((en) => en.lokal === 'Assertion')
  const krypterede = alle.filter((en) => en.lokal === 'EncryptedAssertion')
  if (aabne.length + krypterede.length > 1) return afvist('FLERE_ASSERTIONS')
  if (aabne.length === 1) return afvist('IKKE_KRYPTERET')
  const [krypteret] = findBoern(rod, NS.saml, 'EncryptedAssertion')
  const svar = alle.filter((en) => en.lokal === 'Response')
  if (!krypteret || svar.length !== 1 || !boernOf(rod).every(({ lokal }) => ROLIGE.includes(lokal)))
    return afvist('UVENTET_ELEMENT')
  return ok(krypteret)
}

const isInde = (en: Element, i: Element): boolean => en.foraelder !== undefined && (en.foraelder === i || isInde(en.foraelder, i))

const XML_DECL = /^\s*<\?xml[^>]*\?>/

/** The same letters that laesXml has read. */
const toTekst = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes)

/** The assertion inside, looked over in the same way; undefined where the library may have it. */
function gennemseAssertion(xml: Uint8Array, { entityId }: Udbyder): Samlafvisning | undefined {
  const laest = laesXml(xml)
  if (typeof laest === 'string') return laest
  const { rod, alle } = laest
  if (!er(rod, NS.saml, 'Assertion') || rod.attributter.get('Version') !== '2.0') return 'UVENTET_ELEMENT'
  if (alle.some((en) => en !== rod && /^(Assertion|Encrypted\w*|Response|Advice)$/.test(en.lokal))) return 'FLERE_ASSERTIONS'
  if (tekstOf(eneste(rod, NS.saml, 'Issuer')) !== entityId) return 'UDBYDER_UKENDT'
  if (!eneste(rod, NS.saml, 'Conditions')) return 'AUDIENCE_FORKERT'
  return checkSignaturform(rod, alle)
}
