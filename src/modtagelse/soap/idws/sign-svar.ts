import type { KeyObject, X509Certificate } from 'node:crypto'
import { kanonisk } from './kanonisk.ts'
import { type Del, skrivKonvolut, skrivMedId, skrivSignatur, skrivTidsstempel, splitBesked } from './konvolut.ts'
import { BASE64, NS, X509_TOKEN } from './navne.ts'

/** The service's own key, by which its answers are known. */
export type Tjenestenoegle = { readonly noegle: KeyObject; readonly certifikat: X509Certificate }

const LEVETID_MS = 300_000

/**
 * Signs an answer (AsymmetricBinding of OIOIDWS.wsdl): body, timestamp, the addresses that it has (RelatesTo among them), and the service's
 * certificate, which comes along. So nobody between can tell a sender that its delivery was kept, or that it was not. Throws TypeError where
 * `svar` is no SOAP envelope.
 */
export function signSvar(svar: string, { noegle, certifikat }: Tjenestenoegle, nu: number): string {
  const { ns, blokke, body: krop } = splitBesked(svar)
  const hoveder = blokke.map((blok, i) =>
    blok.ns === NS.wsa ? { signeres: true, ...skrivMedId(blok, `id-${i}`) } : { signeres: false, id: '', tekst: kanonisk(blok) },
  )
  const body = skrivMedId(krop, 'id-body')
  const tidsstempel = skrivTidsstempel(nu, nu + LEVETID_MS)
  const bevis: Del = {
    id: 'id-certifikat',
    tekst: `<wsse:BinarySecurityToken xmlns:wsse="${NS.wsse}" xmlns:wsu="${NS.wsu}" EncodingType="${BASE64}" ValueType="${X509_TOKEN}" wsu:Id="id-certifikat">${certifikat.raw.toString('base64')}</wsse:BinarySecurityToken>`,
  }
  const keyInfo = `<wsse:SecurityTokenReference xmlns:wsse="${NS.wsse}"><wsse:Reference URI="#${bevis.id}" ValueType="${X509_TOKEN}"></wsse:Reference></wsse:SecurityTokenReference>`
  const dele = [...hoveder.filter(({ signeres }) => signeres), body, tidsstempel, bevis]
  const sikkerhed = `${tidsstempel.tekst}${bevis.tekst}${skrivSignatur({ noegle, keyInfo, dele })}`
  return skrivKonvolut(
    ns,
    hoveder.map(({ tekst }) => tekst),
    sikkerhed,
    body.tekst,
  )
}
