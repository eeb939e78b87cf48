import { X509Certificate } from 'node:crypto'
import { Opstartsfejl } from '#platform/database'
import { isLoopback } from '../websted.ts'
import { BINDING, NS } from './navne.ts'
import { checkSignaturform } from './signaturform.ts'
import { isUnderskrevet } from './underskrift.ts'
import { boernOf, type Element, eneste, er, findBoern, laesBase64, laesTid, laesXml, tekstOf } from './xml.ts'

/** What an identity provider's metadata tell of it. */
export type Udbydermetadata = {
  readonly entityId: string
  /** What it signs with, pinned: a certificate that a message brings is never asked. Two in a change of keys. */
  readonly certifikater: readonly X509Certificate[]
  /** Where logins begin (HTTP-Redirect). */
  readonly login: string
  /** Where it is told of a log out; undefined where it has no such place. */
  readonly logud: { readonly anmodning: string; readonly svar: string } | undefined
  /** After this the file says nothing any more, in ms. */
  readonly gyldigTil: number | undefined
  /** How long a copy of the file may be used before it is fetched anew (cacheDuration), in ms. */
  readonly genhentesEfter: number | undefined
}

const HOEJST_FIL = 1024 * 1024
const MINDST_BIT = 2048

/**
 * Reads the metadata (XML) of one identity provider. Throws Opstartsfejl with a sentence for what an operator can mend: no entity or more
 * than one, no address for HTTP-Redirect, no certificate, a weak key, an address without TLS.
 */
export function readUdbydermetadata(xml: Uint8Array, fil: string): Udbydermetadata {
  const fejl = (hvad: string): never => {
    throw new Opstartsfejl(`${fil}: ${hvad}`)
  }
  const laest = laesXml(xml, { hoejst: HOEJST_FIL, kommentarer: true })
  if (typeof laest === 'string') return fejl(`filen kan ikke læses som SAML-metadata (${laest}).`)
  const entiteter = laest.alle.filter(
    (en) => er(en, NS.md, 'EntityDescriptor') && findBoern(en, NS.md, 'IDPSSODescriptor').length > 0,
  )
  const [entitet, ...flere] = entiteter
  if (!entitet || flere.length > 0) return fejl('filen skal beskrive netop én udbyder af login (IDPSSODescriptor).')
  const rolle = eneste(entitet, NS.md, 'IDPSSODescriptor') ?? fejl('filen har mere end én IDPSSODescriptor.')
  const entityId = entitet.attributter.get('entityID') ?? ''
  if (entityId === '' || entityId.length > 1024) return fejl('entityID mangler.')
  const login = findSted(rolle, 'SingleSignOnService')?.anmodning
  if (!login) return fejl('der mangler en SingleSignOnService med HTTP-Redirect på https.')
  const certifikater = findBoern(rolle, NS.md, 'KeyDescriptor')
    .filter((en) => (en.attributter.get('use') ?? 'signing') === 'signing')
    .map((en) => readCertifikat(en) ?? fejl('et certifikat kan ikke læses, eller det har ikke en RSA-nøgle på mindst 2048 bit.'))
  if (certifikater.length === 0 || certifikater.length > 5) return fejl('der skal være 1 til 5 certifikater til underskrift.')
  const omkring = [...forfaedre(entitet), entitet, rolle]
  // An end that cannot be read would be none.
  const gyldigTil = laesAlle(omkring, 'validUntil', laesTid) ?? fejl('validUntil kan ikke læses; et tidspunkt med zone ventes.')
  const genhentes = laesAlle(omkring, 'cacheDuration', laesVarighed) ?? fejl('cacheDuration kan ikke læses.')
  return {
    entityId,
    certifikater,
    login,
    logud: findSted(rolle, 'SingleLogoutService'),
    gyldigTil: gyldigTil.length > 0 ? Math.min(...gyldigTil) : undefined,
    genhentesEfter: genhentes.length > 0 ? Math.min(...genhentes) : undefined,
  }
}

const forfaedre = ({ foraelder }: Element): Element[] => (foraelder ? [...forfaedre(foraelder), foraelder] : [])

/** What the elements say in an attribute; undefined where one of them says something that cannot be read. */
function laesAlle(
  elementer: readonly Element[],
  navn: string,
  laes: (tekst: string) => number | undefined,
): readonly number[] | undefined {
  const laest = elementer.flatMap((en) => en.attributter.get(navn) ?? []).map(laes)
  return laest.every((en) => en !== undefined) ? laest : undefined
}

const VARIGHED = /^P(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,8})M)?(?:(\d{1,10})(?:\.\d+)?S)?)?$/
const DELE_MS = [31_536_000_000, 2_592_000_000, 86_400_000, 3_600_000, 60_000, 1_000]

/** An xs:duration in ms, a month as 30 days; undefined for anything else. */
function laesVarighed(tekst: string): number | undefined {
  const dele = /\d/.test(tekst) ? VARIGHED.exec(tekst)?.slice(1) : undefined
  return dele?.reduce((sum, del, i) => sum + Number(del ?? 0) * (DELE_MS[i] ?? 0), 0)
}

/** Whether a metadata file as a whole is signed by a certificate; what is not in the one form that SAML allows is not. */
export async function isMetadataUnderskrevet(xml: Uint8Array, certifikat: X509Certificate): Promise<boolean> {
  const laest = laesXml(xml, { hoejst: HOEJST_FIL, kommentarer: true })
  if (typeof laest === 'string' || checkSignaturform(laest.rod, laest.alle)) return false
  return isUnderskrevet(new TextDecoder().decode(xml), [certifikat])
}

/** The address of a service for HTTP-Redirect, and where its answers go if that is elsewhere. */
function findSted(rolle: Element, tjeneste: string): Udbydermetadata['logud'] {
  const sted = findBoern(rolle, NS.md, tjeneste).find((en) => en.attributter.get('Binding') === BINDING.redirect)
  const anmodning = sted?.attributter.get('Location')
  const svar = sted?.attributter.get('ResponseLocation') ?? anmodning
  return anmodning && svar && isSikker(anmodning) && isSikker(svar) ? { anmodning, svar } : undefined
}

function isSikker(adresse: string): boolean {
  const url = URL.parse(adresse)
  return url !== null && url.hash === '' && (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url)))
}

function readCertifikat(noegle: Element): X509Certificate | undefined {
  const data = eneste(eneste(noegle, NS.ds, 'KeyInfo'), NS.ds, 'X509Data')
  const [der] = data
    ? boernOf(data).flatMap((en) => (er(en, NS.ds, 'X509Certificate') ? (laesBase64(tekstOf(en)) ?? []) : []))
    : []
  try {
    const certifikat = der && new X509Certificate(der)
    return certifikat && isStaerkRsa(certifikat) ? certifikat : undefined
  } catch {
    return undefined
  }
}

function isStaerkRsa({ publicKey }: X509Certificate): boolean {
  const { modulusLength = 0, publicExponent = 0n } = publicKey.asymmetricKeyDetails ?? {}
  return publicKey.asymmetricKeyType === 'rsa' && modulusLength >= MINDST_BIT && modulusLength <= 16_384 && publicExponent >= 3n
}
