import { XmlElement } from 'libxml2-wasm'
import { newUuid } from '#kernel'
import { type Adresseringsfejl, readAdressering } from './adressering.ts'
import type { Besked } from './besked.ts'
import { findUforstaaede, isRequestHeader, isSecurity } from './hoved.ts'
import { NAVNERUM_URI, praefiksFor, SOAP_1_1 } from './navnerum.ts'
import { skemaFor } from './skema.ts'
import {
  type SoapSvar,
  type Svarhoved,
  writeAdresseringFault,
  writeIndFault,
  writeUforstaaet,
  writeVersionMismatch,
} from './svar.ts'
import type { SoapOperation, SoapTjeneste } from './tjeneste.ts'
import { readTekst, type Skema, validateElement, withDokumentAsync, XmlFejl } from './validate.ts'
import { find, readXml, type Xml } from './xml-trae.ts'

/** A message as it came, for whoever asks who signed it: the exact bytes, and whether it has a wsse:Security block. */
export type Raabesked = { readonly body: Uint8Array; readonly harSecurity: boolean }

export type Laesevalg = {
  /**
   * Asked when the envelope and header are known to be well-formed and of bounded size, and before anything of Body is read: undefined
   * where the message may be read on, else the fault that answers it.
   */
  readonly verifySikkerhed?: (raa: Raabesked) => Promise<SoapSvar | undefined>
  /** The action of HTTP's Content-Type, where there was one. */
  readonly httpAction?: string | undefined
}

/** The sender's key for the message is kept and echoed, so its length is bounded; the schema bounds it not. */
const HOEJST_TRANSAKTION = 200

/** By XPath, since libxml2-wasm cannot step past a processing instruction. */
const elementer = (foraelder: XmlElement): XmlElement[] => foraelder.find('*').filter((node) => node instanceof XmlElement)

const isSoap = (element: XmlElement | undefined, navn: string): element is XmlElement =>
  element?.name === navn && element.namespaceUri === NAVNERUM_URI.soap

type Konvolut = { readonly blokke: XmlElement[]; readonly krop: XmlElement }

/** The blocks of Header, and Body; or the fault that says why there are none. */
function splitKonvolut(rod: XmlElement): Konvolut | SoapSvar {
  if (rod.name === 'Envelope' && rod.namespaceUri === SOAP_1_1) return writeVersionMismatch()
  const dele = elementer(rod)
  const header = isSoap(dele[0], 'Header') ? dele.shift() : undefined
  const [krop, ...resten] = dele
  if (!isSoap(rod, 'Envelope') || !isSoap(krop, 'Body') || resten.length > 0) return writeIndFault('IND-001')
  return { blokke: header ? elementer(header) : [], krop }
}

type Hoved = { readonly hoved: Svarhoved; readonly action: string | undefined }

/** Reads what the answer repeats: RequestHeader and WS-Addressing. */
function readHoved(blokke: readonly XmlElement[], rod: Xml, skema: Skema): Hoved | SoapSvar {
  const adressering = readAdressering(blokke)
  if (typeof adressering === 'string') return writeAdresseringFault(adressering satisfies Adresseringsfejl)
  const { messageId, action } = adressering
  const hoveder = blokke.filter(isRequestHeader)
  const gyldigt = hoveder.length <= 1 && hoveder.every((hoved) => validateElement(skema, hoved).length === 0)
  const transaktion = find(find(find(rod, 'soap:Header'), 'hd:RequestHeader'), 'hd:TransactionUUID')?.tekst ?? newUuid()
  if (!gyldigt || transaktion.length > HOEJST_TRANSAKTION) return writeIndFault('IND-001', 400, { messageId })
  return { hoved: { transaktion, messageId }, action }
}

/** The operation of a Body's one element. A message that says otherwise about its action than its Body does is refused. */
function findOperation(
  tjeneste: SoapTjeneste,
  krop: XmlElement,
  { hoved, action }: Hoved,
  httpAction: string | undefined,
): { readonly operation: SoapOperation; readonly element: XmlElement } | SoapSvar {
  const [element, ...flere] = elementer(krop)
  if (!element || flere.length > 0) return writeIndFault('IND-001', 400, hoved)
  const navn = `${praefiksFor.get(element.namespaceUri) ?? '?'}:${element.name}`
  const operation = tjeneste.operationer.find((kendt) => kendt.element === navn)
  if (!operation) return writeIndFault('IND-013', 400, hoved)
  if (action !== undefined && action !== operation.action) return writeAdresseringFault('ActionNotSupported', hoved)
  if (httpAction && httpAction !== operation.action) return writeIndFault('IND-013', 400, hoved)
  return { operation, element }
}

/**
 * libxml2 tells where a breach stands by counting the siblings before it, so breaches among very many siblings take quadratic time: 40,000
 * faulty ones of 17 bytes took 5 s, and nothing else of the process runs meanwhile. No case of a message's size has so many of anything.
 */
const HOEJST_BOERN = 5_000

/**
 * A message of cases that fills all its bytes has three quarters of these. Each takes 250 bytes once it is read, however few it is written
 * with: 5 MB of the shortest took 215 MB.
 */
const HOEJST_ELEMENTER = 100_000

function hasForMange(tekst: string): boolean {
  let antal = 0
  for (let sted = tekst.indexOf('<'); sted >= 0; sted = tekst.indexOf('<', sted + 1))
    if (tekst[sted + 1] !== '/' && ++antal > HOEJST_ELEMENTER) return true
  return false
}

const isForBred = ({ boern }: Xml): boolean => boern.length > HOEJST_BOERN || boern.some(isForBred)

export type LaestBesked = { readonly operation: SoapOperation; readonly besked: Besked }

/**
 * Reads a message's envelope, asks who signed it, finds the operation and validates it by the schema; a fault where it cannot be answered
 * object by object. Throws what `verifySikkerhed` throws.
 */
export async function readBesked(
  tjeneste: SoapTjeneste,
  body: string | Uint8Array,
  valg: Laesevalg = {},
): Promise<LaestBesked | SoapSvar> {
  try {
    const tekst = readTekst(body)
    if (hasForMange(tekst)) return writeIndFault('IND-015', 413)
    return await withDokumentAsync(body, async (dokument) => {
      const rod = readXml(tekst)
      return isForBred(rod) ? writeIndFault('IND-015', 413) : readKonvolut(tjeneste, { dokument, rod, tekst, body }, valg)
    })
  } catch (fejl) {
    if (fejl instanceof XmlFejl) return writeIndFault('IND-001')
    throw fejl
  }
}

type Parset = {
  readonly dokument: XmlElement
  readonly rod: Xml
  readonly tekst: string
  readonly body: string | Uint8Array
}

async function readKonvolut(
  tjeneste: SoapTjeneste,
  { dokument, rod, tekst, body }: Parset,
  { verifySikkerhed, httpAction }: Laesevalg,
): Promise<LaestBesked | SoapSvar> {
  const konvolut = splitKonvolut(dokument)
  if ('status' in konvolut) return konvolut
  const { blokke, krop } = konvolut
  const uforstaaede = findUforstaaede(blokke)
  if (uforstaaede.length > 0) return writeUforstaaet(uforstaaede)
  const raa = { body: typeof body === 'string' ? Buffer.from(body) : body, harSecurity: blokke.some(isSecurity) }
  const afvist = await verifySikkerhed?.(raa)
  if (afvist) return afvist
  const skema = skemaFor(tjeneste)
  const hoved = readHoved(blokke, rod, skema)
  if ('status' in hoved) return hoved
  const fundet = findOperation(tjeneste, krop, hoved, httpAction)
  if ('status' in fundet) return fundet
  const { operation, element } = fundet
  const xml = find(find(rod, 'soap:Body'), operation.element)
  if (!xml) return writeIndFault('IND-001', 400, hoved.hoved)
  const besked = {
    hoved: { ...hoved.hoved, action: operation.svarAction },
    tekst,
    rod,
    operation: xml,
    fejl: validateElement(skema, element),
  }
  return { operation, besked }
}
