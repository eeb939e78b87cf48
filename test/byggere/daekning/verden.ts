/**
 * A small world for the model of coverage: two municipalities, two areas of life, two sources that hold cases and documents, and two citizens,
 * the first of whom reads. What a source holds is the truth; it knows nothing of proofs.
 */

/** 0 or 1: which municipality, area, source or citizen. */
export type En = 0 | 1
export const BEGGE: readonly En[] = [0, 1]

/** What is so of an object, at its source or in the index. Of a document only `findes` and `undtaget` count: the rest is its case's. */
export type Tilstand = {
  readonly findes: boolean
  readonly borger: En
  readonly undtaget: boolean
  readonly kommune: En
  readonly omraade: En
}

type Objekt = { readonly art: 'sag' | 'dokument'; readonly kilde: En; readonly sag?: number; readonly kanFlytte?: boolean }
/**
 * Cases and documents. The documents are the second source's, and one stands on a case of the first's, which has none of its own. Only the case
 * without documents moves to another municipality.
 */
export const OBJEKTER: readonly Objekt[] = [
  { art: 'sag', kilde: 0 },
  { art: 'sag', kilde: 0, kanFlytte: true },
  { art: 'sag', kilde: 1 },
  { art: 'dokument', kilde: 1, sag: 0 },
  { art: 'dokument', kilde: 1, sag: 2 },
]
/** What a source is connected for. */
export const ARTER_AF: readonly (readonly Objekt['art'][])[] = [['sag'], ['sag', 'dokument']]
export const objektAf = (nr: number): Objekt => {
  const objekt = OBJEKTER[nr]
  if (!objekt) throw new RangeError(`There is no object ${nr}`)
  return objekt
}

/** One thing that a source registered: from `tid` on the object was so. */
export type Registrering = {
  readonly nr: number
  readonly objekt: number
  readonly tid: number
  readonly tilstand: Tilstand
  /** Which municipality it counts for. */
  readonly kommune: En
}

/** Which field of a statement. */
export type Felt = { readonly kommune: En; readonly omraade: En; readonly art: 'sag' | 'dokument' }
export const FELTER: readonly Felt[] = BEGGE.flatMap((kommune) =>
  BEGGE.flatMap((omraade) => (['sag', 'dokument'] as const).map((art) => ({ kommune, omraade, art }))),
)

/** What the municipalities show: by municipality and area, and whether document titles are shown. */
export type Aabent = { readonly omraader: readonly (readonly boolean[])[]; readonly dokumenter: boolean }

/** What the first citizen could be shown in the field of objects that are so. Naive: a case is asked of itself, a document of its case as well. */
export function showable(felt: Felt, aabent: Aabent, tilstande: readonly (Tilstand | undefined)[]): boolean {
  const vises = (sag: Tilstand | undefined): boolean =>
    sag?.findes === true &&
    sag.borger === 0 &&
    !sag.undtaget &&
    sag.kommune === felt.kommune &&
    sag.omraade === felt.omraade &&
    aabent.omraader[sag.kommune]?.[sag.omraade] === true
  return OBJEKTER.some((objekt, nr) => {
    const egen = tilstande[nr]
    if (objekt.art !== felt.art || !egen?.findes || egen.undtaget) return false
    return objekt.art === 'sag' ? vises(egen) : aabent.dokumenter && vises(tilstande[objekt.sag ?? -1])
  })
}

/** A source: what it has registered, what it has not had confirmed, and how much it counts as confirmed. */
export type Kildemodel = {
  readonly registreringer: Registrering[]
  udestaaende: Registrering[]
  readonly sendt: [number, number]
}
export const createKildemodel = (): Kildemodel => ({ registreringer: [], udestaaende: [], sendt: [0, 0] })

/** What the object was at the source as of `tid`. */
export const tilstandVed = (kilde: Kildemodel, objekt: number, tid: number): Tilstand | undefined =>
  kilde.registreringer.findLast((led) => led.objekt === objekt && led.tid <= tid)?.tilstand

/** All objects as their sources held them as of `tid`, of sources that were connected by then. */
export const sandhedVed = (kilder: readonly Kildemodel[], tilsluttet: readonly (number | undefined)[], tid: number) =>
  OBJEKTER.map(({ kilde }, nr) => {
    const siden = tilsluttet[kilde]
    return siden !== undefined && siden <= tid ? tilstandVed(kilder[kilde] as Kildemodel, nr, tid) : undefined
  })

/** The source registers a change of the object; undefined where that cannot be, as when it is gone. */
export function registerHosKilde(
  kilde: Kildemodel,
  objekt: number,
  tid: number,
  aendring: Partial<Tilstand>,
): Registrering | undefined {
  const nu = kilde.registreringer.findLast((led) => led.objekt === objekt)
  if (nu && !nu.tilstand.findes) return undefined
  if (!nu && aendring.findes === false) return undefined
  const tilstand = { ...(nu?.tilstand ?? NY), ...aendring }
  // What is removed counts where it was.
  const kommune = objektAf(objekt).kanFlytte ? (tilstand.findes ? tilstand : (nu?.tilstand ?? NY)).kommune : 0
  const ny = { nr: kilde.registreringer.length, objekt, tid, tilstand: { ...tilstand, kommune }, kommune }
  kilde.registreringer.push(ny)
  kilde.udestaaende.push(ny)
  return ny
}
const NY: Tilstand = { findes: true, borger: 0, undtaget: false, kommune: 0, omraade: 0 }

/** The municipalities that a refused line may be about: a removal names none. */
export const kommunerAf = ({ tilstand, kommune }: Registrering): readonly En[] => (tilstand.findes ? [kommune] : BEGGE)
