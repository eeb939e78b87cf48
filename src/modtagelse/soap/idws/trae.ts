import { type SaxesOptions, SaxesParser, type SaxesTagNS } from 'saxes'
import { readTekst } from '../faelles/validate.ts'

/** One attribute; namespace declarations are not among them. */
export type Attribut = { readonly navn: string; readonly lokal: string; readonly ns: string; readonly vaerdi: string }

/** One element of a message that is to be verified: strictly read, and nothing left out but comments. */
export type Element = {
  /** The name as written, with its prefix. */
  readonly navn: string
  readonly praefiks: string
  readonly lokal: string
  readonly ns: string
  readonly attributter: readonly Attribut[]
  /** The prefixes declared here, and what they stand for. */
  readonly erklaeret: Readonly<Record<string, string>>
  readonly boern: (Element | string)[]
  readonly foraelder: Element | undefined
}

/** What is found on the way, so that nothing in the message needs to be looked for twice. */
export type Laest = {
  readonly rod: Element
  /** Elements by the value of their Id, ID, id, wsu:Id or xml:id. No value is there twice. */
  readonly ider: ReadonlyMap<string, Element>
  /** Every element of the names that a wrapping attack needs a second one of. */
  readonly saerlige: ReadonlyMap<string, readonly Element[]>
}

export type Laesefejl = 'XML_UGYLDIG' | 'XML_FOR_STOR' | 'DUBLERET_ID' | 'KOMMENTAR_I_SIKKERHED'
class Stop extends Error {
  readonly fejl: Laesefejl
  constructor(fejl: Laesefejl) {
    super(fejl)
    this.fejl = fejl
  }
}

/** libxml2's own bound, so that what is verified here can be read later. */
const HOEJST_DYBDE = 256
/** A message of 5 MB with real cases holds some 175,000; every one costs about 300 bytes of memory while it is verified. */
const HOEJST_ELEMENTER = 250_000
const HOEJST_ATTRIBUTTER = 64
const HOEJST_IDER = 10_000
/** Declarations of namespaces: they cost most of all, and some platforms write one on every other element. */
const HOEJST_NAVNERUM = 100_000

/** saxes takes processing instructions and comments; here neither may be where they could part what two readers see. */
const VALG: SaxesOptions & { xmlns: true } = { xmlns: true, position: false }

/** The key under which an element stands in `saerlige`. */
export const noegleFor = (ns: string, lokal: string): string => `{${ns}}${lokal}`

/**
 * Reads a message strictly: UTF-8, well-formed, no DTD (so no entities of its own), no processing instructions, no comments within the
 * security header or a token. `saerlige` are the names (noegleFor) whose elements are gathered; `sikkerhed` is the name within which there
 * may be no comment.
 */
export function laesTrae(body: string | Uint8Array, saerlige: ReadonlySet<string>, sikkerhed: string): Laest | Laesefejl {
  try {
    return laes(readTekst(body), saerlige, sikkerhed)
  } catch (fejl) {
    // Whatever the parser says of the text is not told: it can repeat it.
    return fejl instanceof Stop ? fejl.fejl : 'XML_UGYLDIG'
  }
}

function laes(tekst: string, navne: ReadonlySet<string>, sikkerhed: string): Laest {
  const parser = new SaxesParser(VALG)
  const ider = new Map<string, Element>()
  const saerlige = new Map<string, Element[]>()
  let rod: Element | undefined
  let aaben: Element | undefined
  let dybde = 0
  let antal = 0
  let attributter = 0
  let navnerum = 0
  let iSikkerhed = 0
  const stop = (fejl: Laesefejl) => () => {
    throw new Stop(fejl)
  }
  const addTekst = (stykke: string): void => {
    aaben?.boern.push(stykke)
  }
  parser.on('error', stop('XML_UGYLDIG'))
  parser.on('doctype', stop('XML_UGYLDIG'))
  parser.on('processinginstruction', stop('XML_UGYLDIG'))
  parser.on('xmldecl', ({ version }) => {
    if (version !== '1.0') throw new Stop('XML_UGYLDIG')
  })
  parser.on('comment', () => {
    if (iSikkerhed > 0) throw new Stop('KOMMENTAR_I_SIKKERHED')
  })
  parser.on('text', addTekst)
  parser.on('cdata', addTekst)
  // Counted as they come: a tag with a hundred thousand of them is not read to its end first.
  parser.on('opentagstart', () => {
    attributter = 0
  })
  parser.on('attribute', () => {
    if (++attributter > HOEJST_ATTRIBUTTER) throw new Stop('XML_FOR_STOR')
  })
  parser.on('opentag', (tag) => {
    if (++dybde > HOEJST_DYBDE || ++antal > HOEJST_ELEMENTER) throw new Stop('XML_FOR_STOR')
    navnerum += Object.keys(tag.ns).length
    if (navnerum > HOEJST_NAVNERUM) throw new Stop('XML_FOR_STOR')
    const element = toElement(tag, aaben)
    for (const attribut of element.attributter) if (isId(attribut)) addId(ider, attribut.vaerdi, element)
    const noegle = noegleFor(element.ns, element.lokal)
    if (navne.has(noegle)) addSaerlig(saerlige, noegle, element)
    if (noegle === sikkerhed) iSikkerhed++
    aaben?.boern.push(element)
    rod ??= element
    aaben = element
  })
  parser.on('closetag', () => {
    if (aaben && noegleFor(aaben.ns, aaben.lokal) === sikkerhed) iSikkerhed--
    aaben = aaben?.foraelder
    dybde--
  })
  parser.write(tekst).close()
  if (!rod) throw new Stop('XML_UGYLDIG')
  return { rod, ider, saerlige }
}

function toElement(tag: SaxesTagNS, foraelder: Element | undefined): Element {
  const attributter = Object.values(tag.attributes)
    .filter(({ name, prefix }) => prefix !== 'xmlns' && name !== 'xmlns')
    .map(({ name, local, uri, value }) => ({ navn: name, lokal: local, ns: uri, vaerdi: value }))
  const { name: navn, prefix: praefiks, local: lokal, uri: ns, ns: erklaeret } = tag
  return { navn, praefiks, lokal, ns, attributter, erklaeret, boern: [], foraelder }
}

function addSaerlig(saerlige: Map<string, Element[]>, noegle: string, element: Element): void {
  const kendte = saerlige.get(noegle)
  if (kendte) kendte.push(element)
  else saerlige.set(noegle, [element])
}

/** Every spelling that some implementation takes for an id: two readers may then not find two elements. */
const isId = ({ lokal }: Attribut): boolean => lokal.length === 2 && lokal.toLowerCase() === 'id'

function addId(ider: Map<string, Element>, vaerdi: string, element: Element): void {
  if (ider.has(vaerdi)) throw new Stop('DUBLERET_ID')
  if (ider.size >= HOEJST_IDER) throw new Stop('XML_FOR_STOR')
  ider.set(vaerdi, element)
}

export const boernOf = (element: Element): Element[] => element.boern.filter((barn) => typeof barn !== 'string')

export const er = (element: Element | undefined, ns: string, lokal: string): element is Element =>
  element?.lokal === lokal && element.ns === ns

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

/** The value of an attribute without a namespace. */
export const attribut = (element: Element | undefined, navn: string): string | undefined =>
  element?.attributter.find(({ ns, lokal }) => ns === '' && lokal === navn)?.vaerdi
