import { isUuid, newUuid } from '#kernel'
import type { Problem } from '#platform/http'
import { type IndNummer, indBrud, type Regelbrud } from '../../regler/index.ts'
import { HEADER_URI, NAVNERUM_URI, SOAP_1_1 } from './navnerum.ts'
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
export type Objektsvar = {
  readonly uuid: string | undefined
  readonly type: string
  readonly brud: readonly Regelbrud[]
  /** Of an object taken in: what will be refused from a day on. */
  readonly varsler?: readonly Regelbrud[]
}

const NIL = '00000000-0000-0000-0000-000000000000'
const SOAP12 = 'application/soap+xml; charset=utf-8'

const element = (navn: string, tekst: string): string => `<${navn}>${escapeXml(tekst)}</${navn}>`

/** The first breach in a sentence: rule, place, Danish, English. */
const fejlbesked = ({ regel, sti, da, en }: Regelbrud): string => `${regel}${sti ? ` (${sti})` : ''}: ${da} / ${en}`

const standardRetur = (brud: readonly Regelbrud[], koder: Statuskoder, varsler: readonly Regelbrud[] = []): string => {
  const [foerste, ...resten] = brud
  if (!foerste) return element('sd:StatusKode', String(koder.modtaget)) + advarsler(varsler)
  return [
    element('sd:StatusKode', String(koder.afvist)),
    element('sd:FejlbeskedTekst', fejlbesked(foerste)),
    resten.length > 0 ? element('sd:DetaljeretFejlbesked', resten.map(fejlbesked).join('\n')) : '',
  ].join('')
}

/** Done, and yet something to mend: told where the schema has room for it. */
const advarsler = (varsler: readonly Regelbrud[]): string =>
  varsler.length > 0
    ? element('sd:DetaljeretFejlbesked', varsler.map((en) => `Advarsel / Warning: ${fejlbesked(en)}`).join('\n'))
    : ''

const unikRetur = ({ uuid, type, brud, varsler }: Objektsvar, koder: Statuskoder): string =>
  `<sd:UnikRetur>${standardRetur(brud, koder, varsler)}${element('sd:Type', type)}${element('sd:UUIDIdentifikator', uuid !== undefined && isUuid(uuid) ? uuid : NIL)}</sd:UnikRetur>`

/** What the header of an answer repeats of its question. */
export type Svarhoved = {
  /** RequestHeader's, echoed in answers that are no faults. */
  readonly transaktion?: string
  /** WS-Addressing's MessageID: only where the question had one has the answer addressing. */
  readonly messageId?: string | undefined
  /** WS-Addressing's Action of the answer. */
  readonly action?: string
}

const konvolut = (header: string, body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<soap:Envelope xmlns:soap="${NAVNERUM_URI.soap}">${header && `<soap:Header>${header}</soap:Header>`}<soap:Body>${body}</soap:Body></soap:Envelope>`

const requestHeader = (transaktion: string | undefined): string =>
  transaktion === undefined
    ? ''
    : `<hd:RequestHeader xmlns:hd="${NAVNERUM_URI.hd}">${element('hd:TransactionUUID', transaktion)}</hd:RequestHeader>`

function adressering({ messageId, action }: Svarhoved): string {
  if (messageId === undefined || action === undefined) return ''
  const felter: [string, string][] = [
    ['Action', action],
    ['MessageID', `urn:uuid:${newUuid()}`],
    ['RelatesTo', messageId],
    ['To', `${HEADER_URI.wsa}/anonymous`],
  ]
  return felter.map(([navn, tekst]) => `<wsa:${navn} xmlns:wsa="${HEADER_URI.wsa}">${escapeXml(tekst)}</wsa:${navn}>`).join('')
}

/** An answer that is no fault, with `body` as the content of Body. */
export const writeOutput = (hoved: Svarhoved, body: string): SoapSvar => ({
  status: 200,
  contentType: SOAP12,
  body: konvolut(adressering(hoved) + requestHeader(hoved.transaktion), body),
})

/** A MultipleOutputType with a UnikRetur for each object, in the order of the message. `navn`: the output's element. */
export const writeMultipleOutput = (
  hoved: Svarhoved,
  navn: { readonly element: string; readonly uri: string },
  objekter: readonly Objektsvar[],
  koder: Statuskoder,
): SoapSvar => writeOutput(hoved, pakOutput(navn, objekter.map((objekt) => unikRetur(objekt, koder)).join('')))

/** A MultipleOutputType or BasicOutputType that answers for the message as a whole. No breach: it was done. */
export const writeStandardOutput = (
  hoved: Svarhoved,
  navn: { readonly element: string; readonly uri: string },
  brud: readonly Regelbrud[],
  koder: Statuskoder,
): SoapSvar => writeOutput(hoved, pakOutput(navn, writeStandardRetur(brud, koder)))

export const writeStandardRetur = (brud: readonly Regelbrud[], koder: Statuskoder): string =>
  `<sd:StandardRetur>${standardRetur(brud, koder)}</sd:StandardRetur>`

const pakOutput = ({ element: navn, uri }: { readonly element: string; readonly uri: string }, indhold: string): string =>
  `<ud:${navn} xmlns:ud="${uri}" xmlns:sd="${NAVNERUM_URI.sd}">${indhold}</ud:${navn}>`

type Skyld = 'Sender' | 'Receiver' | 'MustUnderstand'
type Fault = {
  readonly skyld: Skyld
  readonly status: number
  readonly da: string
  readonly en: string
  /** WS-Addressing's own name for the fault. */
  readonly adresseringsfejl?: string
  /** WS-Security's own name for the fault. */
  readonly sikkerhedsfejl?: string
  /** Further header blocks. */
  readonly header?: string
}

const SOAP_FAULT = `${HEADER_URI.wsa}/soap/fault`
const WSA_FAULT = `${HEADER_URI.wsa}/fault`

function writeFault(
  { skyld, status, da, en, adresseringsfejl, sikkerhedsfejl, header = '' }: Fault,
  { messageId }: Svarhoved = {},
): SoapSvar {
  const tekst = (sprog: string, saetning: string) => `<soap:Text xml:lang="${sprog}">${escapeXml(saetning)}</soap:Text>`
  const underkode = adresseringsfejl
    ? writeUnderkode('wsa', HEADER_URI.wsa, adresseringsfejl)
    : sikkerhedsfejl
      ? writeUnderkode('wsse', HEADER_URI.wsse, sikkerhedsfejl)
      : ''
  const fault = `<soap:Code><soap:Value>soap:${skyld}</soap:Value>${underkode}</soap:Code><soap:Reason>${tekst('da', da)}${tekst('en', en)}</soap:Reason>`
  const hoveder = adressering({ messageId, action: adresseringsfejl ? WSA_FAULT : SOAP_FAULT }) + header
  return { status, contentType: SOAP12, body: konvolut(hoveder, `<soap:Fault>${fault}</soap:Fault>`) }
}

const writeUnderkode = (praefiks: string, uri: string, navn: string): string =>
  `<soap:Subcode><soap:Value xmlns:${praefiks}="${uri}">${praefiks}:${navn}</soap:Value></soap:Subcode>`

/** A fault for a message whose security is wrong; `kode` names the rule. It was not read, so it is kept as refused, unless it is known already. */
export const writeSikkerhedFault = (
  { kode, da, en, soapfejl }: { readonly kode: string; readonly da: string; readonly en: string; readonly soapfejl: string },
  gemmes: boolean,
): SoapSvar => {
  const fault = { skyld: 'Sender', status: 400, da: `${kode}: ${da}`, en: `${kode}: ${en}`, sikkerhedsfejl: soapfejl } as const
  return { ...writeFault(fault), ...(gemmes ? { regel: 'IND-026' as const } : {}) }
}

/** A fault of the sender's for a message that cannot be answered object by object. `status`: where HTTP has a better one than 400. */
export function writeIndFault(regel: IndNummer, status = 400, hoved: Svarhoved = {}): SoapSvar {
  const { da, en } = indBrud(regel, '')
  return { ...writeFault({ skyld: 'Sender', status, da: `${regel}: ${da}`, en: `${regel}: ${en}` }, hoved), regel }
}

const ADRESSERINGSFEJL = {
  InvalidAddressingHeader: {
    da: 'Et felt fra WS-Addressing står to gange, er tomt eller er for langt; ret hovedet.',
    en: 'A field of WS-Addressing stands twice, is empty or is too long; correct the header.',
  },
  OnlyAnonymousAddressSupported: {
    da: 'Svaret gives på samme forbindelse; udelad ReplyTo og FaultTo, eller sæt adressen til anonymous.',
    en: 'The answer is given on the same connection; leave out ReplyTo and FaultTo, or give the anonymous address.',
  },
  ActionNotSupported: {
    da: 'Action er ikke den, som meddelelsens indhold hører til; ret den efter beskrivelsen.',
    en: 'Action is not that of what the message holds; correct it by the description.',
  },
} as const

/** A fault for addressing that cannot be followed. The message was not read, so it is kept as refused (IND-013). */
export const writeAdresseringFault = (fejl: keyof typeof ADRESSERINGSFEJL, hoved: Svarhoved = {}): SoapSvar => {
  const { da, en } = ADRESSERINGSFEJL[fejl]
  const fault = { skyld: 'Sender', status: 400, da: `IND-013: ${da}`, en: `IND-013: ${en}`, adresseringsfejl: fejl } as const
  return { ...writeFault(fault, hoved), regel: 'IND-013' }
}

/** At most so many blocks are named back: a header can hold thousands. */
const HOEJST_NAEVNT = 10

/** The fault for header blocks that had to be understood and are not (SOAP 1.2 part 1, 5.4.8). */
export function writeUforstaaet(blokke: readonly { readonly navn: string; readonly uri: string }[]): SoapSvar {
  const header = blokke
    .slice(0, HOEJST_NAEVNT)
    .map(({ navn, uri }) => `<soap:NotUnderstood qname="u:${escapeXml(navn)}" xmlns:u="${escapeXml(uri)}"/>`)
    .join('')
  const fault = {
    skyld: 'MustUnderstand',
    status: 500,
    da: 'IND-013: Meddelelsen har et hoved, der skal forstås, og som ikke kendes her; send den uden.',
    en: 'IND-013: The message has a header block that must be understood and is not known here; send it without.',
    header,
  } as const
  return { ...writeFault(fault), regel: 'IND-013' }
}

/** A refusal of the whole message for another reason than its content: who sent it, or how. */
export const writeProblemFault = ({ status, kode, da, en }: Problem): SoapSvar =>
  writeFault({ skyld: 'Sender', status, da: `${kode}: ${da}`, en: `${kode}: ${en}` })

/** A fault of ours: nothing of the message was kept, and it can be sent again. `status` 503 where it is overload. */
export const writeReceiverFault = (status: 500 | 503 = 500): SoapSvar =>
  writeFault({
    skyld: 'Receiver',
    status,
    da: 'Modtagelsen mislykkedes hos os, og intet er gemt; send meddelelsen igen.',
    en: 'Intake failed on our side, and nothing was kept; send the message again.',
  })

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
