import type { CvrNummer, Uuid } from '#kernel'
import type { LivsomraadeNoegle } from '#klassifikation'
import { KILDER, type Kilde, type KildeArt } from './kilder.ts'
import { BROBYSKOV, KORSBAEK, type Kommune } from './kommuner.ts'

/** What a municipality's console says of one area of life: the kinds of system that could hold a case there, and which those are. */
export type Daekningsvalg = {
  readonly kommune: CvrNummer
  readonly omraade: LivsomraadeNoegle
  /** False: nobody has looked into it, so nothing can be said of what is missing. */
  readonly kendt: boolean
  readonly forventedeKilder: readonly { readonly slags: KildeArt; readonly kilde: Uuid }[]
}

/** Absent: not looked into. The two ESDH systems count as one kind. */
type Kendte = Partial<Record<LivsomraadeNoegle, readonly KildeArt[]>>

const I_KORSBAEK: Kendte = {
  'arbejde-og-forsoergelse': ['jobcenter', 'ydelse'],
  'boern-og-familie': ['pladsanvisning', 'esdh', 'sundhed'],
  'hjaelp-pleje-og-handicap': ['eoj', 'esdh'],
  sundhed: ['eoj', 'sundhed'],
  'bolig-og-byggeri': ['esdh', 'eoj', 'ydelse'],
  'pension-og-oekonomi': ['ydelse', 'esdh'],
  'borgerservice-trafik-og-fritid': ['esdh'],
}

const I_BROBYSKOV: Kendte = {
  'arbejde-og-forsoergelse': ['jobcenter', 'ydelse'],
  'boern-og-familie': ['pladsanvisning', 'esdh', 'sundhed'],
  'hjaelp-pleje-og-handicap': ['eoj', 'esdh'],
  sundhed: ['eoj', 'sundhed'],
}

const OMRAADER: readonly LivsomraadeNoegle[] = [
  'arbejde-og-forsoergelse',
  'boern-og-familie',
  'skole-og-uddannelse',
  'hjaelp-pleje-og-handicap',
  'sundhed',
  'bolig-og-byggeri',
  'pension-og-oekonomi',
  'borgerservice-trafik-og-fritid',
  'andet',
]

const forventede = (kommune: Kommune, slags: readonly KildeArt[]): { slags: KildeArt; kilde: Uuid }[] =>
  KILDER.filter((kilde: Kilde) => kilde.kommuner.includes(kommune) && slags.includes(kilde.art)).map(({ art, id }) => ({
    slags: art,
    kilde: id,
  }))

const forKommune = (kommune: Kommune, kendte: Kendte): Daekningsvalg[] =>
  OMRAADER.map((omraade) => {
    const slags = kendte[omraade]
    return {
      kommune: kommune.cvr,
      omraade,
      kendt: slags !== undefined,
      forventedeKilder: slags ? forventede(kommune, slags) : [],
    }
  })

/** What the two municipalities' consoles hold when the demo begins: much in Korsbæk, little in Brobyskov. */
export const DAEKNING: readonly Daekningsvalg[] = [...forKommune(KORSBAEK, I_KORSBAEK), ...forKommune(BROBYSKOV, I_BROBYSKOV)]
