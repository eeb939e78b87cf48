import {
  ParseOption,
  XmlBufferInputProvider,
  XmlDocument,
  type XmlElement,
  XmlLibError,
  XmlValidateError,
  XsdValidator,
  xmlRegisterInputProvider,
} from 'libxml2-wasm'

/** A schema compiled once; libxml2's memory for it is kept as long as the process lives. */
export type Skema = { readonly validator: XsdValidator }

/** One breach of the schema: the path of the element in libxml2's form. Its message is not kept, since it repeats the value. */
export type Skemafejl = { readonly sti: string }

/** XML that is no message at all. `grund` is ours and holds nothing of the message. */
export class XmlFejl extends Error {
  readonly grund: 'tegnsaet' | 'dtd' | 'form'
  constructor(grund: XmlFejl['grund']) {
    super(`XML refused: ${grund}`)
    this.name = 'XmlFejl'
    this.grund = grund
  }
}

const filer = new XmlBufferInputProvider({})
let registreret = false

/**
 * Compiles a schema from files in memory, by name as they import each other. `navn` keeps sets apart; nothing is ever read from disk or
 * network by libxml2 itself. Throws XmlLibError where the schema is faulty.
 */
export function compileSkema(navn: string, indhold: Readonly<Record<string, Uint8Array>>, rod: string): Skema {
  if (!registreret) registreret = xmlRegisterInputProvider(filer)
  for (const [fil, data] of Object.entries(indhold)) filer.addBuffer(`${navn}/${fil}`, data)
  const dokument = XmlDocument.fromBuffer(indhold[rod] ?? new Uint8Array(), {
    url: `${navn}/${rod}`,
    option: ParseOption.XML_PARSE_NONET,
  })
  try {
    return { validator: XsdValidator.fromDoc(dokument) }
  } finally {
    dokument.dispose()
  }
}

/** What may stand before the root element: white space, the declaration, comments and processing instructions. */
const PROLOG = /^\uFEFF?(?:\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->)*/
const ERKLAERING = /^\uFEFF?<\?xml\s[^>]*?encoding\s*=\s*["']([^"']*)["']/

/**
 * The text of a message. UTF-8 alone is taken (the wire's own), and no document type: without one there are no entities to expand and no
 * external ones to fetch. Throws XmlFejl.
 */
export function readTekst(body: string | Uint8Array): string {
  const xml = typeof body === 'string' ? body : decode(body)
  const tegnsaet = ERKLAERING.exec(xml)?.[1]
  if (tegnsaet !== undefined && !/^(utf-8|us-ascii)$/i.test(tegnsaet)) throw new XmlFejl('tegnsaet')
  const prolog = PROLOG.exec(xml)?.[0].length ?? 0
  if (xml.startsWith('<!', prolog)) throw new XmlFejl('dtd')
  if (xml.includes('\0')) throw new XmlFejl('form')
  return xml
}

function decode(body: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body)
  } catch {
    throw new XmlFejl('tegnsaet')
  }
}

/**
 * Parses `xml` and hands the document to `brug`; its memory is freed whatever happens. libxml2 bounds depth to 256 elements and names to
 * 50,000 characters; the size is the caller's to bound. Throws XmlFejl for what is not well-formed, undeclared prefixes among it.
 */
export function withDokument<T>(xml: string | Uint8Array, brug: (rod: XmlElement) => T): T {
  const dokument = parse(xml)
  try {
    return brug(dokument.root)
  } finally {
    dokument.dispose()
  }
}

/** As withDokument, for `brug` that waits for something in between. */
export async function withDokumentAsync<T>(xml: string | Uint8Array, brug: (rod: XmlElement) => Promise<T>): Promise<T> {
  const dokument = parse(xml)
  try {
    return await brug(dokument.root)
  } finally {
    dokument.dispose()
  }
}

/** Bytes go into wasm's memory at once; libxml2-wasm writes a string into it character by character. */
function parse(xml: string | Uint8Array): XmlDocument {
  try {
    const option = ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE
    return XmlDocument.fromBuffer(typeof xml === 'string' ? Buffer.from(xml) : xml, { option, encoding: 'utf-8' })
  } catch (fejl) {
    if (fejl instanceof XmlLibError) throw new XmlFejl('form')
    throw fejl
  }
}

/** The schema's breaches in the element and what it holds; none: it is valid. */
export function validateElement(skema: Skema, element: XmlElement): Skemafejl[] {
  try {
    skema.validator.validate(element)
    return []
  } catch (fejl) {
    if (!(fejl instanceof XmlValidateError)) throw fejl
    return fejl.details.map(({ xpath }) => ({ sti: xpath ?? '' }))
  }
}
