import type { Tidspunkt } from '#kernel'
import { type Kilde, slagsnavn } from '#kilde'
import { AFSTEMT_GYLDIG_MS, type Bevis } from '../livstegn/index.ts'

/** A source that is connected for the field the statement is about. */
export type KildeDaekning = {
  readonly kilde: Kilde
  readonly tilsluttetSiden: Tidspunkt
  readonly dataFra: string | undefined
  /** Its last delivery or agreeing count for the municipality, whatever the area: what shows that the connection lives. */
  readonly senesteLivstegn: Tidspunkt | undefined
  /** Until when it may be silent, by what it has promised or its rhythm; undefined where only what is agreed is known. */
  readonly livsfrist?: Tidspunkt | undefined
  readonly afstemt: Tidspunkt | undefined
  /** What the source has proved for the municipality; undefined where it has proved nothing, or that is no longer known to hold. */
  readonly bevis: Bevis | undefined
}

/** All that a statement follows from. Of the person it knows one thing: whether something is seen. */
export type Udsagnsgrundlag = {
  /** The municipality has opened a number in the area and shows the kind. */
  readonly aaben: boolean
  /** The earliest day from which something is shown (fradato); undefined where nothing is opened. */
  readonly visesFra: string | undefined
  readonly tilsluttede: readonly KildeDaekning[]
  /**
   * Sources of what such things stand on, as documents on cases: a case that they have not told of yet may make a thing visible that
   * another has delivered. They need not be late or early, but they must have proved what they hold.
   */
  readonly baerende: readonly KildeDaekning[]
  /** The kinds of system that could hold such things; none where nobody has said. */
  readonly forventedeSlags: readonly string[]
  /** Known sources of an expected kind that could hold such things and are not connected for it. */
  readonly ikkeTilsluttede: readonly Kilde[]
  readonly aabneAfvisninger: number
  /** The municipality has stopped the showing of something there: what cannot be seen just now is not therefore not there. */
  readonly stoppet: boolean
  readonly nu: Tidspunkt
  readonly hasVisible: boolean
}

/** `ikkeBevist`: the source has agreed before, and has delivered since without having confirmed that we hold it all. */
export type Forbehold =
  | 'forsinket'
  | 'kunSiden'
  | 'afviste'
  | 'ikkeAfstemt'
  | 'ikkeBevist'
  | 'ukendteKilder'
  | 'manglendeKilder'
  | 'stoppet'

export type Udsagn = {
  /**
   * 'intet': proved, nothing can be shown. 'ikkeSet': connected, but see forbehold. 'ikkeTilsluttet': nobody delivers it, or the
   * municipality has not opened it. 'vist': something is seen, and forbehold says what may be missing beside it.
   */
  readonly udsagn: 'intet' | 'ikkeSet' | 'ikkeTilsluttet' | 'vist'
  readonly kilder: readonly {
    readonly slags: { readonly da: string; readonly en: string }
    readonly navn: string
    readonly tilsluttetSiden: Tidspunkt
    readonly dataFra: string | undefined
    readonly senesteLevering: Tidspunkt | undefined
  }[]
  readonly forbehold: readonly Forbehold[]
  /** As of when all of it is known; set where there is no forbehold, so always for 'intet'. */
  readonly bevistTil: Tidspunkt | undefined
}

const TIME_MS = 3_600_000
/** A daily delivery is not late because it takes an hour longer today. */
const RYTME_SLAEK = 1.25

/**
 * What can be said of a kind of thing in an area of life in a municipality. The default is ignorance: "there is none" is said only where
 * the kinds of system that could hold one are known, all of them are connected and deliver in their rhythm, reach back as far as the
 * municipality shows, have proved that we hold what they do and delivered nothing since, and have no refused line. Everybody without a
 * visible item gets the same statement, so that one with only hidden items and one with none cannot be told apart.
 */
export function udsagnFor(grundlag: Udsagnsgrundlag): Udsagn {
  const { aaben, tilsluttede, hasVisible } = grundlag
  const forbehold = FORBEHOLD.filter(([, holder]) => holder(grundlag)).map(([navn]) => navn)
  const kilder = tilsluttede.map(toKilde)
  const bevistTil = forbehold.length === 0 ? findBevistTil(grundlag) : undefined
  if (hasVisible) return { udsagn: 'vist', kilder, forbehold, bevistTil }
  if (!aaben) return { udsagn: 'ikkeTilsluttet', kilder: [], forbehold: [], bevistTil: undefined }
  if (tilsluttede.length === 0) return { udsagn: 'ikkeTilsluttet', kilder, forbehold, bevistTil: undefined }
  return { udsagn: bevistTil ? 'intet' : 'ikkeSet', kilder, forbehold, bevistTil }
}

/**
 * The one time as of which all sources together are known to hold what the index holds: that of the oldest proof, where what each of the
 * others held has not changed since. Undefined where one has proved nothing, or there is no such time.
 */
function findBevistTil({ tilsluttede, baerende }: Udsagnsgrundlag): Tidspunkt | undefined {
  const beviser = [...tilsluttede, ...baerende].map(({ bevis }) => bevis)
  const til = beviser.map((bevis) => (bevis?.brudt === false ? bevis.bevistTil : undefined))
  const [aeldste] = til.toSorted()
  if (aeldste === undefined || til.includes(undefined)) return undefined
  return beviser.every((bevis) => bevis?.nyeste === undefined || bevis.nyeste <= aeldste) ? aeldste : undefined
}

const isAfstemt = ({ afstemt }: KildeDaekning, nu: Tidspunkt): boolean => isWithin(afstemt, AFSTEMT_GYLDIG_MS, nu)

/** Where some have not even been reconciled, the others are looked at by themselves. */
const isIkkeBevist = (grundlag: Udsagnsgrundlag): boolean => {
  const afstemte = (led: KildeDaekning) => isAfstemt(led, grundlag.nu)
  const [tilsluttede, baerende] = [grundlag.tilsluttede.filter(afstemte), grundlag.baerende.filter(afstemte)]
  return tilsluttede.length + baerende.length > 0 && findBevistTil({ ...grundlag, tilsluttede, baerende }) === undefined
}

const FORBEHOLD: readonly (readonly [Forbehold, (grundlag: Udsagnsgrundlag) => boolean])[] = [
  ['forsinket', ({ tilsluttede, nu }) => tilsluttede.some((led) => isForsinket(led, nu))],
  [
    'kunSiden',
    ({ tilsluttede, visesFra }) =>
      tilsluttede.some(({ dataFra }) => dataFra === undefined || (visesFra !== undefined && dataFra > visesFra)),
  ],
  ['afviste', ({ aabneAfvisninger }) => aabneAfvisninger > 0],
  ['ikkeAfstemt', ({ tilsluttede, baerende, nu }) => [...tilsluttede, ...baerende].some((led) => !isAfstemt(led, nu))],
  ['ikkeBevist', isIkkeBevist],
  ['ukendteKilder', ({ forventedeSlags }) => forventedeSlags.length === 0],
  [
    'manglendeKilder',
    ({ forventedeSlags, ikkeTilsluttede, tilsluttede }) =>
      ikkeTilsluttede.length > 0 || forventedeSlags.some((slags) => !tilsluttede.some(({ kilde }) => kilde.slags === slags)),
  ],
  ['stoppet', ({ stoppet }) => stoppet],
]

/** A blocked source delivers no more, however lately it did. */
const isForsinket = ({ kilde, senesteLivstegn, livsfrist }: KildeDaekning, nu: Tidspunkt): boolean => {
  if (kilde.spaerret !== undefined || senesteLivstegn === undefined) return true
  return livsfrist === undefined ? !isWithin(senesteLivstegn, kilde.rytmeTimer * RYTME_SLAEK * TIME_MS, nu) : nu > livsfrist
}

const isWithin = (tid: Tidspunkt | undefined, ms: number, nu: Tidspunkt): boolean => tid !== undefined && tid >= foer(nu, ms)

// A page of the whole country asks of half a million times, all at one instant: reading each as a date was most of what it cost.
let kendte: { readonly nu: Tidspunkt; readonly efterMs: Map<number, string> } | undefined
function foer(nu: Tidspunkt, ms: number): string {
  if (kendte?.nu !== nu) kendte = { nu, efterMs: new Map() }
  const kendt = kendte.efterMs.get(ms)
  if (kendt !== undefined) return kendt
  const graense = new Date(Date.parse(nu) - ms).toISOString()
  kendte.efterMs.set(ms, graense)
  return graense
}

const toKilde = ({ kilde, tilsluttetSiden, dataFra, senesteLivstegn }: KildeDaekning): Udsagn['kilder'][number] => ({
  slags: slagsnavn(kilde.slags),
  navn: kilde.navn,
  tilsluttetSiden,
  dataFra,
  // By the hour: to the minute it would tell who watches that something of theirs came just now, though it is hidden.
  senesteLevering: senesteLivstegn && (`${senesteLivstegn.slice(0, 13)}:00:00.000Z` as Tidspunkt),
})
