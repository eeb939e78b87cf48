import { type Afvist, afvist, type Ok, ok } from '#kernel'
import { type Dele, findDele, SAERLIGE } from './dele.ts'
import type { IdwsAfvisning } from './idws.errors.ts'
import { kanonisk } from './kanonisk.ts'
import { NS } from './navne.ts'
import { checkReferencer } from './referencer.ts'
import { type Samltoken, verifySamltoken } from './samltoken.ts'
import { erSigneretMed, laesSignatur } from './signatur.ts'
import { laesTid, UR_MS } from './tid.ts'
import { fingeraftrykOf, type Tillid } from './tillid.ts'
import { boernOf, type Element, eneste, laesTrae, noegleFor, tekstOf } from './trae.ts'

/** A message that is proved to be the token holder's. */
export type VerificeretBesked = {
  /**
   * The message made anew of the very octets that were digested (and of RequestHeader, which OIOIDWS does not have signed). Whoever reads
   * the message reads these and never the bytes that came: what another parser would have seen elsewhere in those is not there.
   */
  readonly bytes: Buffer
  readonly beskedId: string
  readonly til: string
  readonly handling: string
  /** SHA-256 of the certificate whose key signed, hexadecimal. */
  readonly certifikat: string
  readonly samltoken: Samltoken
  /** When the message would be too old for us in any case, in ms since 1970: until then it must be known again. */
  readonly udloeber: number
}

/** What is known of the connection that the message came on. */
export type Forbindelse = {
  /** SHA-256 of the certificate that the caller showed (mutual TLS); undefined where it showed none. */
  readonly certifikat?: string | undefined
  /** The path that the message came to: one that is signed for another interface is not taken here. */
  readonly sti?: string | undefined
}

/** How old a message may be, and how long its sender may have said that it lasts. */
const HOEJST_ALDER_MS = 300_000

/**
 * Is the message, as it came, signed as OIO IDWS says by the holder of a token that we trust? Pure: no clock, network, file or database; that
 * it has not been seen before is the caller's to ask, by `beskedId` until `udloeber`. Never throws for what the message holds.
 *
 * Nothing is looked up by id and then believed. Each part is found by where it stands (Body directly in Envelope, Security directly in
 * Header, and so on), and the references must then be to those very elements.
 */
export function verifyIdws(
  bytes: string | Uint8Array,
  tillid: Tillid,
  nu: number,
  forbindelse: Forbindelse = {},
): Ok<VerificeretBesked> | Afvist<IdwsAfvisning> {
  const laest = laesTrae(bytes, SAERLIGE, noegleFor(NS.wsse, 'Security'))
  if (typeof laest === 'string') return afvist(laest)
  const fundet = findDele(laest)
  if (!fundet.ok) return fundet
  const dele = fundet.value
  const frisk = checkTidsstempel(dele.timestamp, nu)
  if (!frisk.ok) return frisk
  const adresse = laesAdresse(dele, forbindelse.sti)
  if (!adresse.ok) return adresse
  const samltoken = verifySamltoken(dele.assertion, tillid, nu, adresse.value.til)
  if (!samltoken.ok) return samltoken
  const certifikat = fingeraftrykOf(samltoken.value.certifikat)
  if (forbindelse.certifikat !== undefined && forbindelse.certifikat !== certifikat) return afvist('CERTIFIKAT_ET_ANDET')
  const verificeret = verifySignatur(dele, laest.ider, samltoken.value)
  if (!verificeret.ok) return verificeret
  return ok({
    ...adresse.value,
    bytes: rebuild(dele, verificeret.value),
    certifikat,
    samltoken: samltoken.value,
    udloeber: frisk.value,
  })
}

/** The message's signature covers what it must, by its digests, and is made with the key of the token's certificate. Answers what it covers. */
function verifySignatur(
  dele: Dele,
  ider: ReadonlyMap<string, Element>,
  { certifikat }: Samltoken,
): Ok<ReadonlyMap<Element, string>> | Afvist<IdwsAfvisning> {
  const signatur = laesSignatur(dele.signatur)
  if (!signatur.ok) return signatur
  const daekket = checkReferencer(signatur.value, dele, ider)
  if (!daekket.ok) return daekket
  return erSigneretMed(signatur.value, certifikat.publicKey) ? daekket : afvist('SIGNATUR_FORKERT')
}

/** Until when the message can be taken; or why it cannot. */
function checkTidsstempel(timestamp: Element, nu: number): Ok<number> | Afvist<IdwsAfvisning> {
  const [created, expires] = boernOf(timestamp)
  const fra = laesTid(created === eneste(timestamp, NS.wsu, 'Created') ? tekstOf(created) : undefined)
  const til = laesTid(expires === eneste(timestamp, NS.wsu, 'Expires') ? tekstOf(expires) : undefined)
  if (fra === undefined || til === undefined || til <= fra || boernOf(timestamp).length !== 2)
    return afvist('TIDSSTEMPEL_UGYLDIGT')
  if (fra > nu + UR_MS) return afvist('BESKED_FRA_FREMTIDEN')
  if (nu > fra + HOEJST_ALDER_MS || nu - UR_MS >= til) return afvist('BESKED_UDLOEBET')
  return ok(fra + HOEJST_ALDER_MS)
}

type Adresse = Pick<VerificeretBesked, 'beskedId' | 'til' | 'handling'>
const HOEJST_ADRESSE = 500

function laesAdresse({ adressering }: Dele, sti: string | undefined): Ok<Adresse> | Afvist<IdwsAfvisning> {
  const laes = (navn: string): string | undefined => tekstOf(adressering.get(navn))
  const [beskedId, til, handling] = [laes('MessageID'), laes('To'), laes('Action')]
  if (!beskedId || !til || !handling || [beskedId, til, handling].some((tekst) => tekst.length > HOEJST_ADRESSE))
    return afvist('ADRESSERING_UGYLDIG')
  if (sti !== undefined && (!URL.canParse(til) || new URL(til).pathname !== sti)) return afvist('BESKED_TIL_ANDEN')
  return ok({ beskedId, til, handling })
}

/** An envelope with nothing in it but what was verified, in the form in which it was. */
function rebuild({ ns, body, adressering, requestHeader, livstegn }: Dele, daekket: ReadonlyMap<Element, string>): Buffer {
  const blokke = [...adressering.values()].map((blok) => daekket.get(blok) ?? '')
  if (requestHeader) blokke.push(daekket.get(requestHeader) ?? kanonisk(requestHeader))
  // What proves that nothing is missing must be the source's own word.
  if (livstegn) blokke.push(daekket.get(livstegn) ?? '')
  const krop = daekket.get(body) ?? ''
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>\n<soap:Envelope xmlns:soap="${ns}"><soap:Header>${blokke.join('')}</soap:Header>${krop}</soap:Envelope>`,
  )
}
