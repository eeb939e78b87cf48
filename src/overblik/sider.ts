import type { Daekningslager } from '#afstemning/daekning'
import type { Adgangsgrundlag, Art, CvrNummer, Uuid } from '#kernel'
import type { Kilderegister } from '#kilde'
import type { Henvendelsesregister } from '#myndighed'
import type { Noegler } from '#platform/crypto'
import type { Billede } from './billede.ts'
import { daekningOf } from './daekning.ts'
import { readForstaaelse } from './forstaaelse.ts'
import { type Besoeg, type Billeddeps, hentBesoeg, hentNotattekster } from './hent.ts'
import { notatsideOf, sagssideOf } from './sagsside.ts'
import { ikkeKilderFor, startsideOf } from './startside.ts'
import { aftalerOf, dokumenterOf, notaterOf, sagerOf } from './vis-sag.ts'
import { bevillingerOf, udbetalingerOf } from './vis-ydelse.ts'
import type { DaekningVisning, Mangel } from './visninger.ts'

export type Sidedeps = Billeddeps & {
  readonly daekning: Daekningslager
  readonly kilder: Kilderegister
  readonly register: Henvendelsesregister
}

/** Another way to a citizen's page than as that citizen: the municipality's, which sees what it has itself delivered. */
export type Sidelaeser = {
  /** Of which municipalities something may be said. */
  readonly kommuner: readonly CvrNummer[]
  readonly besoeg: (hvad: string, objekt?: Uuid) => Promise<Besoeg>
  readonly notattekster: (billede: Billede, sagEllerNotat: Uuid) => Promise<ReadonlyMap<Uuid, string>>
}
/** On what ground a page is made. */
type Sidegrundlag = Adgangsgrundlag | Sidelaeser
const isLaeser = (grundlag: Sidegrundlag): grundlag is Sidelaeser => 'besoeg' in grundlag

const readBesoeg = (deps: Sidedeps, grundlag: Sidegrundlag, hvad: string, objekt?: Uuid): Promise<Besoeg> =>
  isLaeser(grundlag) ? grundlag.besoeg(hvad, objekt) : hentBesoeg(deps, grundlag, hvad, objekt)
const readTekster = (deps: Sidedeps, grundlag: Sidegrundlag, billede: Billede, sagEllerNotat: Uuid) =>
  isLaeser(grundlag) ? grundlag.notattekster(billede, sagEllerNotat) : hentNotattekster(deps, grundlag, billede, sagEllerNotat)

type Daekningsdel = { readonly daekning: readonly DaekningVisning[]; readonly mangler: readonly Mangel[] }

/** What is known; where that itself cannot be read the rest stands, and the page says so. Nothing is then claimed of any area. */
async function hentDaekning(
  deps: Sidedeps,
  grundlag: Sidegrundlag,
  besoeg: Besoeg,
  arter: readonly Art[],
  alle = false,
): Promise<Daekningsdel> {
  try {
    const [daekning, kilder] = await Promise.all([deps.daekning.current(), deps.kilder.alle()])
    const leveres = [...new Set(kilder.flatMap((kilde) => kilde.kommuner))]
    const kommuner = isLaeser(grundlag) ? leveres.filter((kommune) => grundlag.kommuner.includes(kommune)) : leveres
    return { daekning: daekningOf({ daekning, register: deps.register, kommuner }, besoeg, arter, alle), mangler: [] }
  } catch {
    // Not an empty list: a lack that the page names.
    return { daekning: [], mangler: [{ del: 'daekning', aarsag: 'fejl' }] }
  }
}

export async function startside(deps: Sidedeps, grundlag: Sidegrundlag, hvad: 'overblik' | 'nyt' = 'overblik') {
  const besoeg = await readBesoeg(deps, grundlag, hvad)
  const { daekning, mangler } = await hentDaekning(deps, grundlag, besoeg, ['sag'])
  return { besoeg, visning: startsideOf(besoeg, daekning, mangler) }
}

/** A list of one kind, with what is known of that kind. */
const liste =
  <T>(hvad: string, arter: readonly Art[], linjerOf: (besoeg: Besoeg) => readonly T[]) =>
  async (deps: Sidedeps, grundlag: Sidegrundlag) => {
    const besoeg = await readBesoeg(deps, grundlag, hvad)
    return { besoeg, visning: { linjer: linjerOf(besoeg), ...(await hentDaekning(deps, grundlag, besoeg, arter)) } }
  }

export const listDokumenter = liste('dokumenter', ['dokument'], ({ billede }) => dokumenterOf(billede))
export const listNotater = liste('notater', ['journalnotat'], ({ billede }) => notaterOf(billede))
export const listAftaler = liste('aftaler', ['aftale'], ({ billede }) => aftalerOf(billede))

export async function listYdelser(deps: Sidedeps, grundlag: Sidegrundlag) {
  const besoeg = await readBesoeg(deps, grundlag, 'ydelser')
  const { billede } = besoeg
  const del = await hentDaekning(deps, grundlag, besoeg, ['bevilling', 'oekonomiskEffektuering'])
  return {
    besoeg,
    visning: {
      bevillinger: bevillingerOf(billede),
      udbetalinger: udbetalingerOf(billede),
      ...del,
      ikkeKilder: ikkeKilderFor(besoeg),
    },
  }
}

export async function listSager(deps: Sidedeps, grundlag: Sidegrundlag) {
  const besoeg = await readBesoeg(deps, grundlag, 'sager')
  return { besoeg, visning: { sager: sagerOf(besoeg.billede), ...(await hentDaekning(deps, grundlag, besoeg, ['sag'])) } }
}

/** One case; visning undefined where it is not shown, which tells nothing of whether it exists. */
export async function visSag(deps: Sidedeps, grundlag: Sidegrundlag, id: Uuid) {
  const besoeg = await readBesoeg(deps, grundlag, 'sag', id)
  if (!besoeg.billede.efterId.has(id)) return { besoeg, visning: undefined }
  const notattekster = await readTekster(deps, grundlag, besoeg.billede, id)
  const kilder = new Map((await deps.kilder.alle()).map((kilde) => [kilde.id, kilde]))
  const del = await hentDaekning(deps, grundlag, besoeg, ['dokument', 'journalnotat'])
  return { besoeg, visning: sagssideOf(besoeg, id, { register: deps.register, kilder, notattekster, ...del }) }
}

export async function visNotat(deps: Sidedeps & { readonly noegler: Noegler }, grundlag: Sidegrundlag, id: Uuid) {
  const besoeg = await readBesoeg(deps, grundlag, 'notater', id)
  if (besoeg.billede.efterId.get(id)?.raekke.art !== 'journalnotat') return { besoeg, visning: undefined }
  const notattekster = await readTekster(deps, grundlag, besoeg.billede, id)
  const side = notatsideOf(besoeg, id, deps.register, notattekster)
  // The citizen is asked; a municipality's people are not.
  const forstaaet = side && !isLaeser(grundlag) ? await readForstaaelse(deps, grundlag, id) : undefined
  return { besoeg, visning: side && { ...side, forstaaet } }
}

const ALLE_ARTER: readonly Art[] = ['sag', 'dokument', 'journalnotat', 'bevilling', 'oekonomiskEffektuering', 'aftale']

export async function visDaekning(deps: Sidedeps, grundlag: Sidegrundlag) {
  const besoeg = await readBesoeg(deps, grundlag, 'daekning')
  const { daekning, mangler } = await hentDaekning(deps, grundlag, besoeg, ALLE_ARTER, true)
  return { besoeg, visning: { daekning, mangler, ikkeKilder: ikkeKilderFor(besoeg) } }
}
