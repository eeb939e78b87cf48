import { SaxesParser, type SaxesTagNS } from 'saxes'

/** One element, strictly read: nothing has been left out, since what could be is refused. */
export type Element = {
  readonly lokal: string
  readonly ns: string
  /** Attributes without a namespace, by name. */
  readonly attributter: ReadonlyMap<string, string>
  readonly boern: (Element | string)[]
  readonly foraelder: Element | undefined
}

export type Laest = { readonly rod: Element; readonly alle: readonly Element[] }
export type Laesefejl = 'XML_UGYLDIG' | 'XML_KOMMENTAR' | 'XML_DUBLERET_ID' | 'FOR_STOR'

class Stop extends Error {
  readonly fejl: Laesefejl
  constructor(fejl: Laesefejl) {
    super(fejl)
    this.fejl = fejl
  }
}

/** A login's answer with the largest set of privileges (64 KB), encrypted and in base64 twice, is some 150 KB. */
const HOEJST_XML = 256 * 1024
const HOEJST_DYBDE = 40
const HOEJST_ELEMENTER = 5_000
const HOEJST_ATTRIBUTTER = 40

export type Laesevalg = {
  readonly hoejst?: number
  /** Comments are passed over: in the operator's own file, never in what comes from outside. */
  readonly kommentarer?: boolean
}

/**
 * Reads a message of the login strictly: UTF-8, XML 1.0, well-formed, no DTD (so no entities of its own), no processing instruction, no
 * comment and no CDATA, which two readers could read differently, and no id twice in whatever spelling. The library that verifies
 * signatures is given nothing that this has not read.
 */
export function laesXml(
  kilde: string | Uint8Array,
  { hoejst = HOEJST_XML, kommentarer = false }: Laesevalg = {},
): Laest | Laesefejl {
  if (kilde.length > hoejst) return 'FOR_STOR'
  try {
    return laes(typeof kilde === 'string' ? kilde : new TextDecoder('utf-8', { fatal: true }).decode(kilde), kommentarer)
  } catch (fejl) {
    // Whatever the parser says of the text is not told: it can repeat it.
    return fejl instanceof Stop ? fejl.fejl : 'XML_UGYLDIG'
  }
}

function laes(tekst: string, kommentarer: boolean): Laest {
  const parser = new SaxesParser({ xmlns: true, position: false })
  const alle: Element[] = []
  const ider = new Set<string>()
  let aaben: Element | undefined
  let dybde = 0
  let attributter = 0
  const stop = (fejl: Laesefejl) => () => {
    throw new Stop(fejl)
  }
  parser.on('error', stop('XML_UGYLDIG'))
  parser.on('doctype', stop('XML_UGYLDIG'))
  parser.on('processinginstruction', stop('XML_UGYLDIG'))
  parser.on('cdata', stop('XML_UGYLDIG'))
  if (!kommentarer) parser.on('comment', stop('XML_KOMMENTAR'))
  parser.on('xmldecl', ({ version, encoding }) => {
    if (version !== '1.0' || (encoding !== undefined && encoding.toUpperCase() !== 'UTF-8')) throw new Stop('XML_UGYLDIG')
  })
  parser.on('text', (stykke) => {
    aaben?.boern.push(stykke)
  })
  parser.on('opentagstart', () => {
    attributter = 0
  })
  parser.on('attribute', () => {
    if (++attributter > HOEJST_ATTRIBUTTER) throw new Stop('FOR_STOR')
  })
  parser.on('opentag', (tag) => {
    if (++dybde > HOEJST_DYBDE || alle.length >= HOEJST_ELEMENTER) throw new Stop('FOR_STOR')
    addIder(ider, tag)
    const element = toElement(tag, aaben)
    aaben?.boern.push(element)
    alle.push(element)
    aaben = element
  })
  parser.on('closetag', () => {
    aaben = aaben?.foraelder
    dybde--
  })
  parser.write(tekst).close()
  const [rod] = alle
  if (!rod) throw new Stop('XML_UGYLDIG')
  return { rod, alle }
}

const toElement = ({ local, uri, attributes }: SaxesTagNS, foraelder: Element | undefined): Element => ({
  lokal: local,
  ns: uri,
  attributter: new Map(
    Object.values(attributes)
      .filter(({ prefix, name }) => prefix === '' && name !== 'xmlns')
      .map(({ local: navn, value }) => [navn, value]),
  ),
  boern: [],
  foraelder,
})

/** Every spelling that some implementation takes for an id: no two readers may find two elements by one. */
function addIder(ider: Set<string>, { attributes }: SaxesTagNS): void {
  for (const { local, value } of Object.values(attributes)) {
    if (local.toLowerCase() !== 'id') continue
    if (ider.has(value)) throw new Stop('XML_DUBLERET_ID')
    ider.add(value)
  }
}

export const er = (element: Element | undefined, ns: string, lokal: string): element is Element =>
  element?.lokal === lokal && element.ns === ns

export const boernOf = (element: Element): Element[] => element.boern.filter((barn) => typeof barn !== 'string')

export const findBoern = (element: Element | undefined, ns: string, lokal: string): Element[] =>
  element ? boernOf(element).filter((barn) => er(barn, ns, lokal)) : []

/** The one child of the name; undefined where there is none or more than one. */
export function eneste(element: Element | undefined, ns: string, lokal: string): Element | undefined {
  const [fundet, ...flere] = findBoern(element, ns, lokal)
  return flere.length > 0 ? undefined : fundet
}

/** The text of an element that holds nothing else, without white space about it; undefined where it holds elements. */
export function tekstOf(element: Element | undefined): string | undefined {
  if (!element || element.boern.some((barn) => typeof barn !== 'string')) return undefined
  return element.boern.join('').trim()
}

const TID = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/

/** An xs:dateTime with its zone, in ms since 1970; undefined for anything else, a time without a zone among it. */
export function laesTid(tekst: string | undefined): number | undefined {
  if (tekst === undefined || !TID.test(tekst)) return undefined
  const ms = Date.parse(tekst)
  return Number.isNaN(ms) ? undefined : ms
}

/** Base64 (RFC 4648), white space apart; undefined for anything else. */
export function laesBase64(tekst: string | undefined): Buffer | undefined {
  const ren = tekst?.replace(/[ \t\r\n]+/g, '')
  if (!ren || ren.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(ren)) return undefined
  const bytes = Buffer.from(ren, 'base64')
  return bytes.toString('base64') === ren ? bytes : undefined
}
