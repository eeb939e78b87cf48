import { type Adgangsfakta, type Enkeltfakta, type Hvem, organisationsreference, UKENDT } from '#adgang'
import {
  type Art,
  cvrNummer,
  FOELSOMHEDER,
  type KleMoenster,
  parseKleMoenster,
  type Rettighedsgruppe,
  type Systemrolle,
  type Tidspunkt,
  tidspunkt,
  type Uuid,
  uuidFromName,
  type Virkning,
} from '#kernel'
import { createTerning, type Terning } from '../tilfaeldighed.ts'

/**
 * Worlds by chance for the question of who may see what: one employee with their groups of rights, an instant, and things that stand on each other.
 * Chance is bent towards the borders: instants that are the same, ends that are open, numbers that begin alike, groups of which each lacks a little
 * and which together would cover everything.
 */
export type Verden = {
  readonly nu: Tidspunkt
  readonly hvem: Hvem
  readonly grupper: readonly Rettighedsgruppe[]
  readonly ting: readonly Ting[]
}

/** One object as it says of itself. */
export type Ting = Enkeltfakta & {
  readonly id: Uuid
  readonly art: Art
  /** The cases that it is on, or the grants that it carries out, and when; one that is not among the things has not been delivered. */
  readonly paa: readonly { readonly til: Uuid; readonly virkning: Virkning }[]
}

const NAVNERUM = '6b1f1a3e-0000-4000-8000-000000000006' as Uuid
const id = (navn: string): Uuid => uuidFromName(NAVNERUM, navn)
const KORSBAEK = cvrNummer('11111111')
const NABO = cvrNummer('12345678')
const TIDER: readonly Tidspunkt[] = ['2023-12-31T23:00:00.000Z', '2024-06-01T00:00:00.000Z', '2025-01-01T00:00:00.001Z'].map(
  (tekst) => tidspunkt(tekst),
)
const BEGYNDELSE = tidspunkt('1800-01-01T00:00:00.000Z')
/** On an instant of the facts, and a millisecond to each side. */
const NU: readonly Tidspunkt[] = TIDER.flatMap((tid) => [-1, 0, 0, 1].map((ms) => tidspunkt(new Date(Date.parse(tid) + ms))))
const NUMRE = ['27.36.04', '27.36.08', '27.35.04', '27.03.04', '28.36.04', '32.27.36', '02.27.36'] as const
const [BIRTHE, KOLLEGA] = [id('Birthe'), id('en kollega')]
const ENHEDER = [id('Borgerservice'), id('Jobcenter'), 'urn:oio:enhed:pension'] as const
const SYSTEMER = [id('Nexus'), id('Momentum'), id('KY')] as const
const PROFIL = [BIRTHE, KOLLEGA, ...ENHEDER, organisationsreference(KORSBAEK), organisationsreference(NABO), ''] as const

/** The world of a seed: the same seed, the same world. */
export function createAdgangsverden(seed: number): Verden {
  const terning = createTerning(seed)
  const nu = terning.vaelg(NU)
  const ting = createTing(terning)
  const hvem: Hvem = { id: BIRTHE, kommune: KORSBAEK, enheder: terning.nogle(ENHEDER, 0.4) }
  return { nu, hvem, grupper: createGrupper(terning, ting), ting }
}

const ALTID: Virkning = { fra: BEGYNDELSE, til: null }

function tid(terning: Terning): Virkning {
  if (terning.chance(0.75)) return ALTID
  const [fra, til] = [terning.chance(0.4) ? BEGYNDELSE : terning.vaelg(TIDER), terning.vaelg(TIDER)]
  return terning.chance(0.4) || til < fra ? { fra, til: null } : { fra, til }
}

/** None, one, or some that may be valid at once. */
function liste<T extends object>(
  terning: Terning,
  ingen: number,
  vaerdi: () => T,
): readonly (T & { readonly virkning: Virkning })[] {
  if (terning.chance(ingen)) return []
  const antal = terning.vaelg([1, 1, 1, 1, 2, 3])
  return Array.from({ length: antal }, () => ({ ...vaerdi(), virkning: tid(terning) }))
}

const egenskaber = (terning: Terning): Enkeltfakta => ({
  ejer: liste(terning, 0.02, () => ({ cvr: terning.chance(0.93) ? KORSBAEK : NABO })),
  kle: liste(terning, 0.02, () => ({ kle: terning.vaelg(NUMRE) })),
  foelsomhed: liste(terning, 0.07, () => ({ foelsomhed: FOELSOMHEDER[terning.vaelg([0, 0, 0, 1, 1, 2, 3])] ?? 'VIP_SAGER' })),
  enheder: liste(terning, 0.2, () => ({ enhed: terning.vaelg(ENHEDER) })),
  itsystem: terning.vaelg(SYSTEMER),
  profil: liste(terning, 0.85, () => ({ ref: terning.vaelg(PROFIL) })),
})

const UDEN = { foelsomhed: [], enheder: [], profil: [] } as const

function createTing(terning: Terning): readonly Ting[] {
  const sager = ['sag 1', 'sag 2', 'sag 3'].map((navn) => ({
    ...egenskaber(terning),
    id: id(navn),
    art: 'sag' as const,
    paa: [],
  }))
  const bevillinger = ['bevilling 1', 'bevilling 2'].map((navn) => ({
    ...egenskaber(terning),
    id: id(navn),
    art: 'bevilling' as const,
    paa: [],
  }))
  const paa = (flere: readonly Ting[], antal: number, udenTid = false) =>
    terning
      .bland([...flere.map((en) => en.id), ...(terning.chance(0.15) ? [id('ikke leveret')] : [])])
      .slice(0, antal)
      .map((til) => ({ til, virkning: udenTid ? ALTID : tid(terning) }))
  const medEgne = (art: Art, navn: string, antal: readonly number[], udenTid = false): Ting => ({
    ...egenskaber(terning),
    id: id(navn),
    art,
    paa: paa(sager, terning.vaelg(antal), udenTid),
  })
  const [sag] = terning.bland(sager)
  const notat = (navn: string): Ting => {
    const egen = egenskaber(terning)
    // A note is part of its case: it has the case's Master, and nothing of its own but a sensitivity where it says one.
    const foelsomhed = terning.chance(0.5) ? [] : egen.foelsomhed
    return {
      ...egen,
      ...UDEN,
      ejer: [],
      kle: [],
      foelsomhed,
      itsystem: sag?.itsystem ?? egen.itsystem,
      id: id(navn),
      art: 'journalnotat',
      paa: paa(sag ? [sag] : [], 1),
    }
  }
  const udbetaling = (navn: string): Ting => ({
    ...egenskaber(terning),
    ...UDEN,
    id: id(navn),
    art: 'oekonomiskEffektuering',
    paa: paa(bevillinger, terning.vaelg([1, 1, 2]), true),
  })
  return [
    ...sager,
    ...bevillinger,
    medEgne('dokument', 'dokument 1', [0, 1, 2, 3]),
    medEgne('dokument', 'dokument 2', [1, 2]),
    medEgne('aftale', 'aftale', [0, 1], true),
    notat('notat'),
    ...['udbetaling 1', 'udbetaling 2'].slice(0, terning.heltal(0, 2)).map(udbetaling),
  ]
}

const ROLLER: readonly (readonly Systemrolle[])[] = [
  ['se'],
  ['se'],
  ['se', 'cpr'],
  ['kendskab'],
  ['sagsbehandler', 'se'],
  ['notat'],
]
const moenster = (tekst: string): KleMoenster => parseKleMoenster(tekst) ?? ('' as KleMoenster)

/** What covers a number by itself, by its gruppe, by its hovedgruppe, or with everything. */
const omkring = (terning: Terning, kle: string): KleMoenster =>
  moenster(terning.vaelg([kle, kle, `${kle.slice(0, 5)}.*`, `${kle.slice(0, 2)}.*`, `${kle.slice(0, 2)}.*`, '*', '*']))

/** Groups about one thing that is there: some cover it, some lack one limit, and often two lack one each. */
function createGrupper(terning: Terning, ting: readonly Ting[]): readonly Rettighedsgruppe[] {
  const antal = terning.vaelg([0, 1, 2, 2, 2, 3, 3, 4, 4])
  const om = terning.vaelg(ting)
  const numre = [...om.kle.map(({ kle }) => kle), terning.vaelg(NUMRE)]
  return Array.from({ length: antal }, (_, plads): Rettighedsgruppe => {
    // One group wide in its numbers and low in its sensitivity, the next the other way round: together they would let too much through.
    const bred = plads % 2 === 0
    const kle = [
      ...new Set([
        omkring(terning, terning.vaelg(bred ? numre : NUMRE)),
        ...(bred ? [omkring(terning, terning.vaelg(NUMRE))] : []),
      ]),
    ]
    return {
      kommune: terning.chance(0.95) ? KORSBAEK : NABO,
      systemroller: terning.vaelg(ROLLER),
      kle,
      foelsomhed: FOELSOMHEDER[terning.vaelg(bred ? [0, 1, 2, 3, 3] : [2, 3, 3])] ?? 'IKKE_FORTROLIGE_DATA',
      ...(terning.chance(0.12) ? { enheder: terning.nogle(ENHEDER, 0.7) } : {}),
      ...(terning.chance(0.12) ? { itsystemer: terning.nogle(SYSTEMER, 0.7) } : {}),
    }
  })
}

/** What decides about one thing of a world, as the rule takes it. */
export function faktaFor(verden: Verden, ting: Ting): Adgangsfakta {
  const led = ({ art, paa }: Ting, arter: readonly Art[]) =>
    arter.includes(art) ? paa.map(({ til, virkning }) => cut(verden.ting.find((en) => en.id === til) ?? UKENDT, virkning)) : []
  return {
    art: ting.art,
    egne: ting,
    sager: led(ting, ['dokument', 'journalnotat', 'aftale']),
    bevillinger: led(ting, ['oekonomiskEffektuering']),
    effektueringer: ting.art === 'bevilling' ? verden.ting.filter((en) => en.paa.some(({ til }) => til === ting.id)) : [],
  }
}

/** The facts in the times that lie in `paa`. */
function cut(fakta: Enkeltfakta, paa: Virkning): Enkeltfakta {
  const i = <T extends { readonly virkning: Virkning }>(led: readonly T[]): readonly T[] =>
    led.flatMap((et) => {
      const fra = et.virkning.fra > paa.fra ? et.virkning.fra : paa.fra
      const til = [et.virkning.til, paa.til].filter((ende) => ende !== null).sort()[0] ?? null
      return til === null || fra < til ? [{ ...et, virkning: { fra, til } }] : []
    })
  return {
    ...fakta,
    ejer: i(fakta.ejer),
    kle: i(fakta.kle),
    foelsomhed: i(fakta.foelsomhed),
    enheder: i(fakta.enheder),
    profil: i(fakta.profil),
  }
}
