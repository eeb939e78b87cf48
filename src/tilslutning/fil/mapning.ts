import { ARTER, type Art } from '#kernel'
import { Opstartsfejl } from '#platform/database'
import { KOLONNER, type Raekke } from './csv-kolonner.ts'

/**
 * What a vendor's own CSV is called here: a JSON file `{"art":"sag","kolonner":{"Sagsnr":"sagsnummer"},"vaerdier":{"facet":"G01"},
 * "omsaet":{"foelsomhed":{"Almindelig":"IKKE_FORTROLIGE_DATA"}}}`. Columns of the file that it does not name are left out.
 */
export type Mapning = {
  readonly art: Art
  /** The file's column → ours. Undefined: the file uses our names. */
  readonly kolonner: Readonly<Record<string, string>> | undefined
  /** What every row has. */
  readonly vaerdier: Readonly<Record<string, string>>
  /** By our column: the file's value → ours. */
  readonly omsaet: Readonly<Record<string, Readonly<Record<string, string>>>>
}

const isTekster = (vaerdi: unknown): vaerdi is Readonly<Record<string, string>> =>
  isObjekt(vaerdi) && Object.values(vaerdi).every((en) => typeof en === 'string')
const isObjekt = (vaerdi: unknown): vaerdi is Readonly<Record<string, unknown>> =>
  typeof vaerdi === 'object' && vaerdi !== null && !Array.isArray(vaerdi)

/** A file whose columns have our names. */
export const egneNavne = (art: Art): Mapning => ({ art, kolonner: undefined, vaerdier: {}, omsaet: {} })

/** Reads a mapping file's text. Throws Opstartsfejl with what is wrong in it. */
export function readMapning(tekst: string): Mapning {
  const laest = parse(tekst)
  const { art: navn, kolonner, vaerdier = {}, omsaet = {}, ...ukendte } = laest
  const art = ARTER.find((kendt) => kendt === navn)
  if (!art) throw new Opstartsfejl(`Mapningen: art skal være en af ${ARTER.join(', ')}.`)
  if (Object.keys(ukendte).length > 0) throw new Opstartsfejl(`Mapningen: ${Object.keys(ukendte).join(', ')} er ukendt.`)
  if (!(kolonner === undefined || isTekster(kolonner)) || !isTekster(vaerdier))
    throw new Opstartsfejl('Mapningen: kolonner og vaerdier skal være navne og tekster.')
  if (!isObjekt(omsaet) || !Object.values(omsaet).every(isTekster))
    throw new Opstartsfejl('Mapningen: omsaet skal være tekster for hver kolonne.')
  const vores = [...Object.values(kolonner ?? {}), ...Object.keys(vaerdier), ...Object.keys(omsaet)]
  requireKendte(art, vores)
  return { art, kolonner, vaerdier, omsaet: omsaet as Mapning['omsaet'] }
}

function parse(tekst: string): Readonly<Record<string, unknown>> {
  try {
    const laest: unknown = JSON.parse(tekst)
    if (isObjekt(laest)) return laest
  } catch {
    // Told below.
  }
  throw new Opstartsfejl('Mapningen kan ikke læses som JSON.')
}

/** Throws Opstartsfejl with the names that are none of the kind's columns: a misspelt column would be left out of every row. */
export function requireKendte(art: Art, navne: readonly string[]): void {
  const kendte = KOLONNER[art].map(({ navn }) => navn)
  const ukendte = navne.filter((navn) => !kendte.includes(navn))
  if (ukendte.length > 0)
    throw new Opstartsfejl(`Ukendte kolonner: ${ukendte.join(', ')}. En ${art} kan have: ${kendte.join(', ')}.`)
}

/** The row under our names. */
export function toRaekke({ kolonner, vaerdier, omsaet }: Mapning, raa: Readonly<Record<string, string>>): Raekke {
  const raekke: Record<string, string> = { ...vaerdier }
  for (const [navn, vaerdi] of Object.entries(raa)) {
    const vores = kolonner ? kolonner[navn] : navn
    if (vores === undefined || vaerdi === '') continue
    raekke[vores] = omsaet[vores]?.[vaerdi] ?? vaerdi
  }
  return raekke
}
