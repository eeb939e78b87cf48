import type { Terning } from '../../byggere/tilfaeldighed.ts'
import {
  FULDT_NAVN,
  I_FILNAVN,
  INITIALER,
  KUN_EFTERNAVN,
  KUN_FORNAVN,
  OMVENDT,
  SMAAT,
  STORT,
  UDENLANDSKE,
} from './navne-skabeloner.ts'
import {
  DOBBELTE_FORNAVNE,
  EFTERNAVNE,
  FORNAVNE,
  TVETYDIGE_EFTERNAVNE,
  TVETYDIGE_FORNAVNE,
  UDENLANDSKE_EFTERNAVNE,
  UDENLANDSKE_FORNAVNE,
} from './navnelister.ts'

type Navn = { readonly fornavn: string; readonly efternavn: string; readonly mellemnavn?: string }
type Navneart = {
  readonly kategori: string
  readonly skabeloner: readonly string[]
  /** How many of a hundred. */
  readonly vaegt: number
  readonly skriv?: (tekst: string) => string
  /** Ambiguous names only where a reader still sees a person. */
  readonly kanVaereTvetydig: boolean
  readonly navne?: 'udenlandske' | 'bindestreg'
}

/** What kinds of titles with a name there are, and how common each is. */
const ARTER: readonly Navneart[] = [
  { kategori: 'fuldt navn', skabeloner: FULDT_NAVN, vaegt: 33, kanVaereTvetydig: true },
  { kategori: 'kun fornavn', skabeloner: KUN_FORNAVN, vaegt: 14, kanVaereTvetydig: true },
  { kategori: 'kun efternavn', skabeloner: KUN_EFTERNAVN, vaegt: 7, kanVaereTvetydig: true },
  { kategori: 'initialer', skabeloner: INITIALER, vaegt: 7, kanVaereTvetydig: true },
  { kategori: 'efternavn først', skabeloner: OMVENDT, vaegt: 5, kanVaereTvetydig: true },
  { kategori: 'i filnavn', skabeloner: I_FILNAVN, vaegt: 4, kanVaereTvetydig: true },
  {
    kategori: 'små bogstaver',
    skabeloner: SMAAT,
    vaegt: 8,
    kanVaereTvetydig: true,
    skriv: (tekst) => tekst.toLocaleLowerCase('da'),
  },
  {
    kategori: 'store bogstaver',
    skabeloner: STORT,
    vaegt: 7,
    kanVaereTvetydig: true,
    skriv: (tekst) => tekst.toLocaleUpperCase('da'),
  },
  {
    kategori: 'udenlandske',
    skabeloner: [...UDENLANDSKE, ...FULDT_NAVN],
    vaegt: 9,
    kanVaereTvetydig: false,
    navne: 'udenlandske',
  },
  { kategori: 'bindestreg', skabeloner: FULDT_NAVN, vaegt: 6, kanVaereTvetydig: false, navne: 'bindestreg' },
]

export const ALLE_NAVNESKABELONER: readonly string[] = [...new Set(ARTER.flatMap(({ skabeloner }) => skabeloner))]

export type Navnetitel = {
  readonly titel: string
  readonly kategori: string
  readonly tvetydig: boolean
  readonly efternavn: string
}

/** A title with the name of somebody else in it. `tvetydig`: only such names as are also ordinary words. */
export function createNavnetitel(terning: Terning, tvetydig: boolean): Navnetitel {
  const art = chooseArt(terning, tvetydig)
  const navn = createNavn(terning, art, tvetydig)
  const titel = fill(terning.vaelg(art.skabeloner), navn, () => createNavn(terning, art, tvetydig), terning)
  return { titel: (art.skriv ?? ((tekst) => tekst))(titel), kategori: art.kategori, tvetydig, efternavn: navn.efternavn }
}

function chooseArt(terning: Terning, tvetydig: boolean): Navneart {
  const mulige = ARTER.filter(({ kanVaereTvetydig }) => kanVaereTvetydig || !tvetydig)
  return terning.vaelg(mulige.flatMap((art) => Array.from({ length: art.vaegt }, () => art)))
}

function createNavn(terning: Terning, art: Navneart, tvetydig: boolean): Navn {
  const { navne } = art
  if (tvetydig) return createTvetydigt(terning, art)
  if (navne === 'udenlandske') {
    return { fornavn: terning.vaelg(UDENLANDSKE_FORNAVNE), efternavn: terning.vaelg(UDENLANDSKE_EFTERNAVNE) }
  }
  if (navne === 'bindestreg') {
    const dobbelt = terning.chance(0.6)
    return {
      fornavn: dobbelt ? terning.vaelg(DOBBELTE_FORNAVNE) : terning.vaelg(FORNAVNE),
      efternavn: dobbelt ? terning.vaelg(EFTERNAVNE) : `${terning.vaelg(EFTERNAVNE)}-${terning.vaelg(TVETYDIGE_EFTERNAVNE)}`,
    }
  }
  const navn = { fornavn: terning.vaelg(FORNAVNE), efternavn: terning.vaelg(EFTERNAVNE) }
  return terning.chance(0.25) ? { ...navn, mellemnavn: terning.vaelg([...TVETYDIGE_EFTERNAVNE, ...EFTERNAVNE]) } : navn
}

/** The first name, the surname, or both are also ordinary words; where only one of them is written, that one is. */
function createTvetydigt(terning: Terning, { kategori }: Navneart): Navn {
  const begge = { fornavn: terning.vaelg(TVETYDIGE_FORNAVNE), efternavn: terning.vaelg(TVETYDIGE_EFTERNAVNE) }
  if (kategori.startsWith('kun ')) return begge
  return terning.vaelg([
    begge,
    { ...begge, fornavn: terning.vaelg(FORNAVNE) },
    { ...begge, efternavn: terning.vaelg(EFTERNAVNE) },
  ])
}

function fill(skabelon: string, navn: Navn, andet: () => Navn, terning: Terning): string {
  const helt = ({ fornavn, mellemnavn, efternavn }: Navn): string => [fornavn, mellemnavn, efternavn].filter(Boolean).join(' ')
  const felter: Readonly<Record<string, (det: Navn) => string>> = {
    '{n}': helt,
    '{ns}': (det) => toGenitiv(helt(det)),
    '{f}': (det) => det.fornavn,
    '{fs}': (det) => toGenitiv(det.fornavn),
    '{e}': (det) => det.efternavn,
    '{o}': (det) => `${det.efternavn}, ${[det.fornavn, det.mellemnavn].filter(Boolean).join(' ')}`,
    '{u}': (det) => helt(det).replace(/ /g, terning.vaelg(['_', ' ', '-', ''])),
    '{i}': (det) => toInitialer(det, terning),
  }
  let brugt = false
  return skabelon.replace(/\{[a-z]+\}/g, (felt) => {
    const det = brugt ? andet() : navn
    brugt = true
    return felter[felt]?.(det) ?? felt
  })
}

/** Names in s, x and z take an apostrophe. */
const toGenitiv = (navn: string): string => (/[sxz]$/i.test(navn) ? `${navn}'` : `${navn}s`)

/** "J. Hansen", "J.P. Hansen", "Jens H.", "J Hansen". */
function toInitialer({ fornavn, efternavn }: Navn, terning: Terning): string {
  const bogstav = [...fornavn][0] ?? ''
  return terning.vaelg([
    `${bogstav}. ${efternavn}`,
    `${bogstav}.${terning.vaelg(['A', 'K', 'M', 'P'])}. ${efternavn}`,
    `${fornavn} ${[...efternavn][0]}.`,
    `${bogstav} ${efternavn}`,
    `${fornavn} ${terning.vaelg(['A', 'K', 'M', 'P'])}. ${efternavn}`,
  ])
}
