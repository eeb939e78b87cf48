import { generateKeyPairSync, type KeyObject, sign, X509Certificate } from 'node:crypto'
import { createCertifikat } from '#platform/crypto'
import { kanonisk } from './kanonisk.ts'
import { NS } from './navne.ts'
import { type Signeringsvalg, signIdws } from './sign-idws.ts'
import { type Samltokenvalg, skrivSamltoken } from './skriv-samltoken.ts'
import type { Tillid } from './tillid.ts'
import { laesTrae } from './trae.ts'

/** For tests: keys, tokens and signed messages, with an error of any kind in them. */
export const NU = Date.parse('2026-11-22T12:00:00Z')
export const MODTAGER = 'https://borgerblikket.test/soap'
export const TIL = 'https://borgerblikket.test/soap/sagdokumentindeks/6'
const UDSTEDER = 'https://sts.test'
const ET_AAR = 365 * 86_400_000

export type Noeglepar = { readonly noegle: KeyObject; readonly certifikat: X509Certificate }

export function lavNoeglepar(navn: string, fra = NU - ET_AAR, til = NU + ET_AAR, bit = 2048): Noeglepar {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: bit })
  const pem = createCertifikat({ navn, noegle: privateKey, fra: new Date(fra), til: new Date(til), vaerter: ['localhost'] })
  return { noegle: privateKey, certifikat: new X509Certificate(pem) }
}

export const tillidTil = (sts: Noeglepar, mere: Partial<Tillid> = {}): Tillid => ({
  modtager: MODTAGER,
  udstedere: [{ navn: UDSTEDER, certifikater: [sts.certifikat] }],
  privilegium: undefined,
  ...mere,
})

export const lavToken = (sts: Noeglepar, holder: X509Certificate, mere: Partial<Samltokenvalg> = {}): string =>
  skrivSamltoken(
    {
      udsteder: UDSTEDER,
      modtager: MODTAGER,
      holder,
      subjekt: 'CN=Kastanje Sag',
      fra: NU - 60_000,
      til: NU + 3_600_000,
      attributter: {},
      ...mere,
    },
    sts.noegle,
    sts.certifikat,
  )

export const BESKED = `<soap:Envelope xmlns:soap="http://www.w3.org/2003/05/soap-envelope"><soap:Header><hd:RequestHeader xmlns:hd="http://kombit.dk/xml/schemas/RequestHeader/1/"><hd:TransactionUUID>11111111-0000-4000-8000-000000000001</hd:TransactionUUID></hd:RequestHeader></soap:Header><soap:Body><t:Sag xmlns:t="urn:test"><t:Titel>Hjælp &amp; pleje</t:Titel></t:Sag></soap:Body></soap:Envelope>`

export const signer = (besked: string, { noegle }: Noeglepar, token: string, valg: Partial<Signeringsvalg> = {}): string =>
  signIdws(besked, noegle, token, { til: TIL, handling: 'urn:test:importer', nu: NU, ...valg })

/** The message's own SignedInfo changed and signed anew, as one who holds the key can. */
export function omsigner(
  besked: string,
  { noegle }: Pick<Noeglepar, 'noegle'>,
  aendr: (signedInfo: string) => string,
  underskriv: (tekst: string) => string = (tekst) => sign('sha256', Buffer.from(tekst), noegle).toString('base64'),
): string {
  const fra = besked.lastIndexOf('<ds:SignedInfo')
  const til = besked.indexOf('</ds:SignedInfo>', fra) + '</ds:SignedInfo>'.length
  const signedInfo = aendr(besked.slice(fra, til))
  const resten = besked
    .slice(til)
    .replace(/<ds:SignatureValue>[^<]*/, `<ds:SignatureValue>${underskriv(kanoniskTekst(signedInfo))}`)
  return besked.slice(0, fra) + signedInfo + resten
}

/** The canonical form of a piece of XML that stands alone, but for the prefix of XML Signature. */
export function kanoniskTekst(xml: string): string {
  const alene = xml.startsWith('<ds:SignedInfo>') ? xml.replace('<ds:SignedInfo', `<ds:SignedInfo xmlns:ds="${NS.ds}"`) : xml
  const laest = laesTrae(alene, new Set(), '')
  if (typeof laest === 'string') throw new TypeError(laest)
  return kanonisk(laest.rod)
}
