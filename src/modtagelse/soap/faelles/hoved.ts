import type { XmlElement } from 'libxml2-wasm'
import { isAdressering } from './adressering.ts'
import { HEADER_URI, NAVNERUM_URI } from './navnerum.ts'

const erBlok =
  (uri: string, navn: string) =>
  ({ name, namespaceUri }: XmlElement): boolean =>
    name === navn && namespaceUri === uri

export const isRequestHeader = erBlok(NAVNERUM_URI.hd, 'RequestHeader')
export const isSecurity = erBlok(HEADER_URI.wsse, 'Security')
/** OIOIDWS's block that names the framework's version; it asks for nothing. */
const isFramework = erBlok(HEADER_URI.sbf, 'Framework')

/** A sign of life (livstegn.ts). */
const isLivstegn = erBlok(HEADER_URI.bbl, 'Livstegn')

const FORSTAAEDE = [isRequestHeader, isSecurity, isFramework, isLivstegn, isAdressering]

const ROLLER = new Set(['', `${NAVNERUM_URI.soap}/role/next`, `${NAVNERUM_URI.soap}/role/ultimateReceiver`])

function isTilOs(blok: XmlElement): boolean {
  const attribut = (navn: string) =>
    blok.attrs.find(({ name, namespaceUri }) => name === navn && namespaceUri === NAVNERUM_URI.soap)?.value.trim()
  return /^(1|true)$/.test(attribut('mustUnderstand') ?? '') && ROLLER.has(attribut('role') ?? '')
}

/** The header blocks that must be understood, by us, and are not: a message with one may not be processed (SOAP 1.2 part 1, 2.4). */
export const findUforstaaede = (blokke: readonly XmlElement[]): { readonly navn: string; readonly uri: string }[] =>
  blokke
    .filter((blok) => isTilOs(blok) && !FORSTAAEDE.some((kendt) => kendt(blok)))
    .map(({ name, namespaceUri }) => ({ navn: name, uri: namespaceUri }))
