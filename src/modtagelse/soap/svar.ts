import { isUuid } from '#kernel'
import type { Problem } from '#platform/http'
import { type IndNummer, indBrud, type Regelbrud } from '../regler/index.ts'
import { NAVNERUM_URI, SOAP_1_1 } from './navnerum.ts'
import { escapeXml } from './xml-tekst.ts'

/** What the HTTP route sends. `regel`: the rule by which the whole message is refused, so that the caller can keep that it was. */
export type SoapSvar = {
  readonly status: number
  readonly contentType: string
  readonly body: string
  readonly regel?: IndNummer
}

/**
 * The status codes of StandardRetur. 20 for done is asserted by KOMBIT's own public samples for importer of this very interface; the codes for
 * a refusal are not public, so both are configuration. 40 is ours, by likeness to HTTP's 400.
 */
export type Statuskoder = { readonly modtaget: number; readonly afvist: number }
export const STANDARD_STATUSKODER: Statuskoder = { modtaget: 20, afvist: 40 }

/** The answer for one object. Without a UUID that can be read the nil UUID stands, since the schema wants one. */
export type Objektsvar = { readonly uuid: string | undefined; readonly type: string; readonly brud: readonly Regelbrud[] }

const NIL = '00000000-0000-0000-0000-000000000000'
const SOAP12 = 'application/soap+xml; charset=utf-8'

const element = (navn: string, tekst: string): string => `<${navn}>${escapeXml(tekst)}</${navn}>`

/** The first breach in a sentence: rule, place, Danish, English. */
const fejlbesked = ({ regel, sti, da, en }: Regelbrud): string => `${regel}${sti ? ` (${sti})` : ''}: ${da} / ${en}`

const standardRetur = (brud: readonly Regelbrud[], koder: Statuskoder): string => {
  const [foerste, ...resten] = brud
  if (!foerste) return element('sd:StatusKode', String(koder.modtaget))
  return [
    element('sd:StatusKode', String(koder.afvist)),
    element('sd:FejlbeskedTekst', fejlbesked(foerste)),
    resten.length > 0 ? element('sd:DetaljeretFejlbesked', resten.map(fejlbesked).join('\n')) : '',
  ].join('')
}

const unikRetur = ({ uuid, type, brud }: Objektsvar, koder: Statuskoder): string =>
  `<sd:UnikRetur>${standardRetur(brud, koder)}${element('sd:Type', type)}${element('sd:UUIDIdentifikator', uuid !== undefined && isUuid(uuid) ? uuid : NIL)}</sd:UnikRetur>`

const konvolut = (header: string, body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<soap:Envelope xmlns:soap="${NAVNERUM_URI.soap}">${header}<soap:Body>${body}</soap:Body></soap:Envelope>`

const header = (transaktion: string): string =>
  `<soap:Header><hd:RequestHeader xmlns:hd="${NAVNERUM_URI.hd}">${element('hd:TransactionUUID', transaktion)}</hd:RequestHeader></soap:Header>`

const output = (transaktion: string, indhold: string): SoapSvar => ({
  status: 200,
  contentType: SOAP12,
  body: konvolut(
    header(transaktion),
    `<sdi:ImporterSagDokumentIndeksOutput xmlns:sdi="${NAVNERUM_URI.sdi}" xmlns:sd="${NAVNERUM_URI.sd}">${indhold}</sdi:ImporterSagDokumentIndeksOutput>`,
  ),
})

/** ImporterSagDokumentIndeksOutput with a UnikRetur for each object, in the order of the message. */
export const writeSvar = (transaktion: string, objekter: readonly Objektsvar[], koder: Statuskoder): SoapSvar =>
  output(transaktion, objekter.map((objekt) => unikRetur(objekt, koder)).join(''))

/** ImporterSagDokumentIndeksOutput for a message that has no objects to answer for. */
export const writeTomtSvar = (transaktion: string, brud: Regelbrud, koder: Statuskoder): SoapSvar =>
  output(transaktion, `<sd:StandardRetur>${standardRetur([brud], koder)}</sd:StandardRetur>`)

type Skyld = 'Sender' | 'Receiver'

function writeFault(skyld: Skyld, status: number, da: string, en: string): SoapSvar {
  const tekst = (sprog: string, saetning: string) => `<soap:Text xml:lang="${sprog}">${escapeXml(saetning)}</soap:Text>`
  const fault = `<soap:Code><soap:Value>soap:${skyld}</soap:Value></soap:Code><soap:Reason>${tekst('da', da)}${tekst('en', en)}</soap:Reason>`
  return { status, contentType: SOAP12, body: konvolut('', `<soap:Fault>${fault}</soap:Fault>`) }
}

/** A fault of the sender's for a message that cannot be answered object by object. `status`: where HTTP has a better one than 400. */
export function writeIndFault(regel: IndNummer, status = 400): SoapSvar {
  const { da, en } = indBrud(regel, '')
  return { ...writeFault('Sender', status, `${regel}: ${da}`, `${regel}: ${en}`), regel }
}

/** A refusal of the whole message for another reason than its content: who sent it, or how. */
export const writeProblemFault = ({ status, kode, da, en }: Problem): SoapSvar =>
  writeFault('Sender', status, `${kode}: ${da}`, `${kode}: ${en}`)

/** A fault of ours: nothing of the message was kept, and it can be sent again. `status` 503 where it is overload. */
export const writeReceiverFault = (status: 500 | 503 = 500): SoapSvar =>
  writeFault(
    'Receiver',
    status,
    'Modtagelsen mislykkedes hos os, og intet er gemt; send meddelelsen igen.',
    'Intake failed on our side, and nothing was kept; send the message again.',
  )

/** The answer to a SOAP 1.1 message, in its own form: this service speaks SOAP 1.2, as its WSDL says. */
export function writeVersionMismatch(): SoapSvar {
  const { da, en, regel } = indBrud('IND-013', '')
  const fault = `<faultcode>soap11:VersionMismatch</faultcode>${element('faultstring', `${regel}: ${da} / ${en}`)}`
  return {
    status: 500,
    contentType: 'text/xml; charset=utf-8',
    regel: 'IND-013',
    body: `<?xml version="1.0" encoding="UTF-8"?>\n<soap11:Envelope xmlns:soap11="${SOAP_1_1}"><soap11:Body><soap11:Fault>${fault}</soap11:Fault></soap11:Body></soap11:Envelope>`,
  }
}
