import { XmlElement } from 'libxml2-wasm'
import { newUuid } from '#kernel'
import { NAVNERUM_URI, SOAP_1_1 } from './navnerum.ts'
import { type SoapSvar, writeIndFault, writeVersionMismatch } from './svar.ts'
import { egetSkema, readTekst, type Skemafejl, validateElement, withDokument, XmlFejl } from './validate.ts'
import { find, readXml, type Xml } from './xml-trae.ts'

/** A message whose envelope is in order: its operation, and what the schema says about it. */
export type Besked = {
  readonly transaktion: string
  /** The message's text, which the elements' places point into. */
  readonly tekst: string
  readonly rod: Xml
  readonly operation: Xml
  readonly fejl: readonly Skemafejl[]
}

/** The sender's key for the message is kept and echoed, so its length is bounded; the schema bounds it not. */
const HOEJST_TRANSAKTION = 200

/** By XPath, since libxml2-wasm cannot step past a processing instruction. */
const elementer = (foraelder: XmlElement): XmlElement[] => foraelder.find('*').filter((node) => node instanceof XmlElement)

const isSoap = (element: XmlElement | undefined, navn: string): element is XmlElement =>
  element?.name === navn && element.namespaceUri === NAVNERUM_URI.soap

/** The blocks of Header and the one operation of Body, or the fault that says why there are none. */
function splitKonvolut(rod: XmlElement): { readonly blokke: XmlElement[]; readonly operation: XmlElement } | SoapSvar {
  if (rod.name === 'Envelope' && rod.namespaceUri === SOAP_1_1) return writeVersionMismatch()
  const dele = elementer(rod)
  const header = isSoap(dele[0], 'Header') ? dele.shift() : undefined
  const [body, ...resten] = dele
  if (!isSoap(rod, 'Envelope') || !isSoap(body, 'Body') || resten.length > 0) return writeIndFault('IND-001')
  const [operation, ...flere] = elementer(body)
  if (!operation || flere.length > 0) return writeIndFault('IND-001')
  if (operation.name !== 'ImporterSagDokumentIndeksInput' || operation.namespaceUri !== NAVNERUM_URI.sdi)
    return writeIndFault('IND-013')
  return { blokke: header ? elementer(header) : [], operation }
}

const isRequestHeader = ({ name, namespaceUri }: XmlElement): boolean =>
  name === 'RequestHeader' && namespaceUri === NAVNERUM_URI.hd

function readDokument(rod: XmlElement): readonly Skemafejl[] | SoapSvar {
  const konvolut = splitKonvolut(rod)
  if ('status' in konvolut) return konvolut
  const hoveder = konvolut.blokke.filter(isRequestHeader)
  const skema = egetSkema()
  const gyldigt = hoveder.length <= 1 && hoveder.every((hoved) => validateElement(skema, hoved).length === 0)
  return gyldigt ? validateElement(skema, konvolut.operation) : writeIndFault('IND-001')
}

/**
 * libxml2 tells where a breach stands by counting the siblings before it, so breaches among very many siblings take quadratic time: 40,000
 * faulty ones of 17 bytes took 5 s, and nothing else of the process runs meanwhile. No case of a message's size has so many of anything.
 */
const HOEJST_BOERN = 5_000

const isForBred = ({ boern }: Xml): boolean => boern.length > HOEJST_BOERN || boern.some(isForBred)

/** Reads a message's envelope and validates it by the schema; a fault where it cannot be answered object by object. */
export function readBesked(body: string | Uint8Array): Besked | SoapSvar {
  try {
    const tekst = readTekst(body)
    const laest = withDokument(body, (dokument) => {
      const rod = readXml(tekst)
      if (isForBred(rod)) return writeIndFault('IND-015', 413)
      const fejl = readDokument(dokument)
      return 'status' in fejl ? fejl : { rod, fejl }
    })
    if ('status' in laest) return laest
    const { rod, fejl } = laest
    const transaktion = find(find(find(rod, 'soap:Header'), 'hd:RequestHeader'), 'hd:TransactionUUID')?.tekst ?? newUuid()
    const operation = find(find(rod, 'soap:Body'), 'sdi:ImporterSagDokumentIndeksInput')
    if (!operation || transaktion.length > HOEJST_TRANSAKTION) return writeIndFault('IND-001')
    return { transaktion, tekst, rod, operation, fejl }
  } catch (fejl) {
    if (fejl instanceof XmlFejl) return writeIndFault('IND-001')
    throw fejl
  }
}
