import { X509Certificate } from 'node:crypto'
import { type Afvist, afvist, type Ok, ok } from '#kernel'
import type { IdwsAfvisning } from './idws.errors.ts'
import { kanonisk } from './kanonisk.ts'
import { HOLDER_OF_KEY, NS } from './navne.ts'
import { erKontrolsum, erSigneretMed, laesBase64, laesSignatur } from './signatur.ts'
import { laesTid, UR_MS } from './tid.ts'
import { erStaerkRsa, gaelderDa, type Tillid, type Udsteder } from './tillid.ts'
import { attribut, boernOf, type Element, eneste, er, findBoern, tekstOf } from './trae.ts'

/** What a trusted issuer says of a sender. */
export type Samltoken = {
  readonly id: string
  readonly udsteder: string
  /** Who must have signed the message. */
  readonly certifikat: X509Certificate
  /** The values by the attributes' names. */
  readonly attributter: ReadonlyMap<string, readonly string[]>
}

type Svar<T> = Ok<T> | Afvist<IdwsAfvisning>

/**
 * The token in `assertion`, where a trusted issuer signed it, it is for us, it is valid now, and it names the certificate of the one who may
 * use it (holder-of-key). `til`: where the message says that it is sent to, which a Recipient must name. Looks at nothing but the assertion
 * itself; that the sender holds the certificate's key is the caller's to ask.
 */
export function verifySamltoken(assertion: Element, tillid: Tillid, nu: number, til: string): Svar<Samltoken> {
  const id = attribut(assertion, 'ID')
  const issuer = eneste(assertion, NS.saml, 'Issuer')
  const subject = eneste(assertion, NS.saml, 'Subject')
  const conditions = eneste(assertion, NS.saml, 'Conditions')
  if (!id || attribut(assertion, 'Version') !== '2.0' || !issuer || !subject || !conditions) return afvist('SAMLTOKEN_UGYLDIG')
  const udsteder = tillid.udstedere.find(({ navn }) => navn === tekstOf(issuer))
  if (!udsteder) return afvist('UDSTEDER_UKENDT')
  const signeret = verifyUdsteder(assertion, id, udsteder, nu)
  if (!signeret.ok) return signeret
  const gaelder = checkConditions(conditions, tillid.modtager, nu)
  if (!gaelder.ok) return gaelder
  const certifikat = verifySubject(subject, nu, [til, tillid.modtager])
  if (!certifikat.ok) return certifikat
  const attributter = laesAttributter(assertion)
  if (!attributter) return afvist('SAMLTOKEN_UGYLDIG')
  return ok({ id, udsteder: udsteder.navn, certifikat: certifikat.value, attributter })
}

/** One signature, one reference, and that to the whole assertion but the signature itself. */
function verifyUdsteder(assertion: Element, id: string, { certifikater }: Udsteder, nu: number): Svar<true> {
  const element = eneste(assertion, NS.ds, 'Signature')
  if (!element) return afvist('SAMLTOKEN_UGYLDIG')
  const signatur = laesSignatur(element)
  if (!signatur.ok) return signatur
  const [reference, ...flere] = signatur.value.referencer
  if (!reference || flere.length > 0 || reference.id !== id) return afvist('SAMLTOKENSIGNATUR_FORKERT')
  if (reference.transformation !== 'omsluttet') return afvist('TRANSFORMATION_IKKE_TILLADT')
  if (!erKontrolsum(reference, kanonisk(assertion, { inklusive: reference.inklusive, uden: element })))
    return afvist('SAMLTOKENSIGNATUR_FORKERT')
  // What KeyInfo says is not asked: only the installation's own certificates count.
  const kendt = certifikater.some(
    (certifikat) => gaelderDa(certifikat, nu) && erSigneretMed(signatur.value, certifikat.publicKey),
  )
  return kendt ? ok(true) : afvist('SAMLTOKENSIGNATUR_FORKERT')
}

function checkConditions(conditions: Element, modtager: string, nu: number): Svar<true> {
  const gaelder = checkTid(conditions, nu, true)
  if (!gaelder.ok) return gaelder
  const kraftige = boernOf(conditions)
  // A condition that is not understood is not known to be kept (SAML 2.0 core, 2.5.1).
  if (!kraftige.every((betingelse) => er(betingelse, NS.saml, 'AudienceRestriction'))) return afvist('SAMLTOKEN_UGYLDIG')
  const forOs = (betingelse: Element): boolean =>
    findBoern(betingelse, NS.saml, 'Audience').some((audience) => tekstOf(audience) === modtager)
  return kraftige.length > 0 && kraftige.every(forOs) ? ok(true) : afvist('MODTAGER_FORKERT')
}

function checkTid(element: Element, nu: number, skalUdloebe: boolean): Svar<true> {
  const fraTekst = attribut(element, 'NotBefore')
  const tilTekst = attribut(element, 'NotOnOrAfter')
  const fra = laesTid(fraTekst)
  const til = laesTid(tilTekst)
  if ((fraTekst !== undefined && fra === undefined) || (tilTekst !== undefined && til === undefined))
    return afvist('SAMLTOKEN_UGYLDIG')
  if (til === undefined && skalUdloebe) return afvist('SAMLTOKEN_UGYLDIG')
  if (til !== undefined && nu - UR_MS >= til) return afvist('SAMLTOKEN_UDLOEBET')
  return fra !== undefined && nu + UR_MS < fra ? afvist('SAMLTOKEN_FRA_FREMTIDEN') : ok(true)
}

/** The certificate in the one confirmation. Another way of confirming beside it would let in one who does not hold the key. */
function verifySubject(subject: Element, nu: number, modtagere: readonly string[]): Svar<X509Certificate> {
  const confirmation = eneste(subject, NS.saml, 'SubjectConfirmation')
  if (!confirmation || attribut(confirmation, 'Method') !== HOLDER_OF_KEY) return afvist('IKKE_HOLDER_OF_KEY')
  const data = eneste(confirmation, NS.saml, 'SubjectConfirmationData')
  if (!data) return afvist('IKKE_HOLDER_OF_KEY')
  const gaelder = checkTid(data, nu, false)
  if (!gaelder.ok) return gaelder
  const recipient = attribut(data, 'Recipient')
  if (recipient !== undefined && !modtagere.includes(recipient)) return afvist('MODTAGER_FORKERT')
  const keyInfo = eneste(data, NS.ds, 'KeyInfo')
  const der = laesBase64(eneste(eneste(keyInfo, NS.ds, 'X509Data'), NS.ds, 'X509Certificate'), HOEJST_CERTIFIKAT)
  const certifikat = der && parseCertifikat(der)
  if (!certifikat) return afvist('IKKE_HOLDER_OF_KEY')
  return erStaerkRsa(certifikat) && gaelderDa(certifikat, nu) ? ok(certifikat) : afvist('CERTIFIKAT_UGYLDIGT')
}

const HOEJST_CERTIFIKAT = 8192

function parseCertifikat(der: Buffer): X509Certificate | undefined {
  try {
    return new X509Certificate(der)
  } catch {
    return undefined
  }
}

const HOEJST_ATTRIBUTTER = 100

function laesAttributter(assertion: Element): ReadonlyMap<string, readonly string[]> | undefined {
  const alle = findBoern(assertion, NS.saml, 'AttributeStatement').flatMap((del) => findBoern(del, NS.saml, 'Attribute'))
  if (alle.length > HOEJST_ATTRIBUTTER) return undefined
  const attributter = new Map<string, readonly string[]>()
  for (const element of alle) {
    const navn = attribut(element, 'Name')
    if (!navn) return undefined
    const vaerdier = findBoern(element, NS.saml, 'AttributeValue').flatMap((vaerdi) => tekstOf(vaerdi) ?? [])
    attributter.set(navn, [...(attributter.get(navn) ?? []), ...vaerdier])
  }
  return attributter
}
