import { unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { afvist, ok, type Resultat } from '#kernel'
import type { Notatafvisning } from './notat.errors.ts'

/**
 * The plain text of an Office Open XML document (ECMA-376): the zipped package of word processors, or the flat one in a single XML file.
 * Only the document part is unpacked, and only its text is kept.
 */

/** A note has at most 100 KB of base64; unpacked, text and its formatting are seldom ten times that. */
const HOEJST_UDPAKKET = 4 * 1024 * 1024
const HOEJST_DELE = 500
const HOEJST_DYBDE = 100
const DOKUMENT = 'word/document.xml'
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const W_STRENG = 'http://purl.oclc.org/ooxml/wordprocessingml/main'
const PKG = 'http://schemas.microsoft.com/office/2006/xmlPackage'
/** Programs, and files within the file. */
const FARLIG = /vbaProject|vbaData|\/embeddings\/|\/activeX\/|\.bin$/i

/** The text of the document, or why it cannot be read. Never throws for what it holds. */
export function laesOoxml(data: Uint8Array): Resultat<string, Notatafvisning> {
  // A package with a password is a compound file around the encrypted zip.
  if (data[0] === 0xd0 && data[1] === 0xcf) return afvist('LAAST')
  if (data[0] === 0x50 && data[1] === 0x4b) {
    const dokument = unpackDokument(data)
    return dokument.ok ? readXml(dokument.value, DOKUMENT) : dokument
  }
  const xml = decode(data)
  return xml === undefined ? afvist('ULAESELIGT') : readXml(xml, undefined)
}

function unpackDokument(data: Uint8Array): Resultat<string, Notatafvisning> {
  let antal = 0
  let grund: Notatafvisning | undefined
  const filter = ({ name, originalSize }: { readonly name: string; readonly originalSize: number }): boolean => {
    antal++
    if (antal > HOEJST_DELE) grund ??= 'FOR_STORT'
    if (FARLIG.test(name)) grund ??= 'INDLEJRET'
    if (name !== DOKUMENT || grund) return false
    if (originalSize > HOEJST_UDPAKKET) grund ??= 'FOR_STORT'
    return grund === undefined
  }
  try {
    // The size that the package states is all that is written to, so one that states too little is cut, and is no XML.
    const dele = unzipSync(data, { filter })
    if (grund) return afvist(grund)
    const xml = decode(dele[DOKUMENT])
    return xml === undefined ? afvist('ULAESELIGT') : ok(xml)
  } catch {
    return afvist(grund ?? 'ULAESELIGT')
  }
}

function decode(bytes: Uint8Array | undefined): string | undefined {
  try {
    return bytes && new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** What a word is written as, where it is not text of its own. */
const TEGN: Readonly<Record<string, string>> = { tab: '\t', br: '\n', cr: '\n', noBreakHyphen: '\u2011', softHyphen: '' }
/** What has been deleted, what a field computes from, and what stands in a box beside the text's own copy of it. */
const UDEN_TEKST = new Set(['del', 'moveFrom', 'instrText', 'delText', 'Fallback'])
/** How a property is turned off. */
const FRA = new Set(['0', 'false', 'off'])

/** `del`: the part that the XML is; undefined for a flat package, whose parts are named inside it. */
function readXml(xml: string, del: string | undefined): Resultat<string, Notatafvisning> {
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) return afvist('ULAESELIGT')
  const laeser = new Dokumentlaeser(del)
  try {
    createParser(laeser).write(xml).close()
  } catch (fejl) {
    return afvist(fejl instanceof Notatfejl ? fejl.grund : 'ULAESELIGT')
  }
  return laeser.harDokument ? ok(laeser.tekst()) : afvist('ULAESELIGT')
}

class Notatfejl extends Error {
  readonly grund: Notatafvisning
  constructor(grund: Notatafvisning) {
    super(`Note refused: ${grund}`)
    this.grund = grund
  }
}

function createParser(laeser: Dokumentlaeser): SaxesParser<{ xmlns: true }> {
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (fejl) => {
    throw fejl
  })
  parser.on('opentag', ({ local, uri, attributes }) => {
    const navn = Object.values(attributes).find((attribut) => attribut.local === 'name' && attribut.uri === PKG)?.value
    const vaerdi = Object.values(attributes).find((attribut) => attribut.local === 'val' && isW(attribut.uri))?.value
    laeser.open(local, uri, { navn, vaerdi })
  })
  parser.on('closetag', ({ local, uri }) => laeser.close(local, uri))
  parser.on('text', (tekst) => laeser.text(tekst))
  parser.on('cdata', (tekst) => laeser.text(tekst))
  return parser
}

class Dokumentlaeser {
  harDokument = false
  readonly #dele: string[] = []
  #del: string | undefined
  #dybde = 0
  /** Within so many elements whose text is not to be read. */
  #tavs = 0
  #iTekst = 0
  /** The runs that it is within, and whether each is hidden. */
  readonly #stykker: boolean[] = []

  constructor(del: string | undefined) {
    this.#del = del
  }

  tekst(): string {
    return this.#dele.join('')
  }

  open(
    navn: string,
    rum: string,
    { navn: delnavn, vaerdi }: { readonly navn: string | undefined; readonly vaerdi: string | undefined },
  ): void {
    if (++this.#dybde > HOEJST_DYBDE) throw new Notatfejl('FOR_DYBT')
    if (rum === PKG && navn === 'part') {
      if (delnavn !== undefined && FARLIG.test(delnavn)) throw new Notatfejl('INDLEJRET')
      this.#del = delnavn?.replace(/^\//, '')
    }
    if (!isW(rum) || this.#del !== DOKUMENT) return
    if (navn === 'document') this.harDokument = true
    if (navn === 'object' || navn === 'control') throw new Notatfejl('INDLEJRET')
    if (UDEN_TEKST.has(navn)) this.#tavs++
    if (navn === 'r') this.#stykker.push(false)
    if (navn === 'vanish' && this.#stykker.length > 0) this.#stykker[this.#stykker.length - 1] = !FRA.has(vaerdi ?? '')
    if (navn === 't') this.#iTekst++
    else if (this.#tavs === 0) this.#put(TEGN[navn])
  }

  close(navn: string, rum: string): void {
    this.#dybde--
    if (!isW(rum) || this.#del !== DOKUMENT) return
    if (UDEN_TEKST.has(navn)) this.#tavs--
    if (navn === 'r') this.#stykker.pop()
    if (navn === 't') this.#iTekst--
    else if (navn === 'p' && this.#tavs === 0) this.#put('\n')
    else if (navn === 'tc' && this.#tavs === 0) this.#put('\t')
  }

  text(tekst: string): void {
    if (this.#iTekst > 0 && this.#tavs === 0) this.#put(tekst)
  }

  #put(tekst: string | undefined): void {
    if (tekst && !this.#stykker.includes(true)) this.#dele.push(tekst)
  }
}

const isW = (rum: string): boolean => rum === W || rum === W_STRENG
