import type { CvrNummer, KleEmne } from '#kernel'
import { type Borgertitel, borgertitel } from '../borgertitel.ts'
import type { Sprog } from '../emner/emne.ts'

/** What a municipality may choose its own words for: KLE numbers, the steps of a case, the source's own states, kinds of document, benefits. */
export const ORDSLAGS = ['kle', 'fremdrift', 'sagsstatus', 'dokumenttype', 'ydelse'] as const
export type Ordslags = (typeof ORDSLAGS)[number]

export const parseOrdslags = (tekst: string): Ordslags | undefined => ORDSLAGS.find((slags) => slags === tekst)

/** A text in each language of the citizens' pages. Never one alone: a page would be in two languages. */
export type Tosprogstekst = { readonly [S in Sprog]: string }

/**
 * A municipality's words. `titel` is the name, the word on a colour, or the whole text, by kind; `forklaring` the sentence under a KLE
 * number's name, or a step's sentence.
 */
export type Borgerord = { readonly titel: Tosprogstekst; readonly forklaring: Tosprogstekst | undefined }

export type Ordpost = Borgerord & { readonly kommune: CvrNummer; readonly slags: Ordslags; readonly noegle: string }

/** All municipalities' own words, in memory. Where there are none the shipped ones stand. */
export type Ordvalg = {
  find(kommune: CvrNummer, slags: Ordslags, noegle: string): Borgerord | undefined
  /** What the municipality has words of its own for. */
  egne(kommune: CvrNummer): readonly Ordpost[]
}

/** States and benefits come as free text from the sources: spaces and capitals do not make another of them. */
export const toOrdnoegle = (slags: Ordslags, tekst: string): string =>
  slags === 'sagsstatus' || slags === 'ydelse' ? tekst.trim().replace(/\s+/g, ' ').toLocaleLowerCase('da') : tekst

export function createOrdvalg(poster: readonly Ordpost[]): Ordvalg {
  const kommuner = Map.groupBy(poster, ({ kommune }) => kommune)
  const navn = (slags: Ordslags, noegle: string): string => `${slags} ${toOrdnoegle(slags, noegle)}`
  const opslag = new Map(
    [...kommuner].map(([kommune, egne]) => [kommune, new Map(egne.map((post) => [navn(post.slags, post.noegle), post]))]),
  )
  return {
    find: (kommune, slags, noegle) => opslag.get(kommune)?.get(navn(slags, noegle)),
    egne: (kommune) => kommuner.get(kommune) ?? [],
  }
}

/** Nobody has chosen any. */
export const INGEN_ORDVALG: Ordvalg = createOrdvalg([])

const NIVEAUER: { readonly [N in Borgertitel['niveau']]: number } = { emne: 8, gruppe: 5, hovedgruppe: 2, livsomraade: 0 }

/**
 * What a case with this number is called in this municipality, and is. The nearest words to the number win, and the municipality's own where
 * two are as near: its word for a group does not take away the shipped words for a number within it.
 */
export function kommunensBorgerord(
  ordvalg: Ordvalg,
  kommune: CvrNummer,
  kle: KleEmne,
): Borgerord & { readonly forklaring: Tosprogstekst } {
  const [da, en] = [borgertitel(kle, 'da'), borgertitel(kle, 'en')]
  const forklaring = { da: da.forklaring, en: en.forklaring }
  for (const laengde of [8, 5, 2]) {
    if (laengde < NIVEAUER[da.niveau]) break
    const eget = ordvalg.find(kommune, 'kle', kle.slice(0, laengde))
    if (eget) return { titel: eget.titel, forklaring: eget.forklaring ?? forklaring }
  }
  return { titel: { da: da.titel, en: en.titel }, forklaring }
}
