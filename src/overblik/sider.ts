import type { Daekningslager } from '#afstemning/daekning'
import type { Adgangsgrundlag, Art, Uuid } from '#kernel'
import type { Kilderegister } from '#kilde'
import type { Henvendelsesregister } from '#myndighed'
import type { Noegler } from '#platform/crypto'
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

type Daekningsdel = { readonly daekning: readonly DaekningVisning[]; readonly mangler: readonly Mangel[] }

/** What is known; where that itself cannot be read the rest stands, and the page says so. Nothing is then claimed of any area. */
async function hentDaekning(deps: Sidedeps, besoeg: Besoeg, arter: readonly Art[], alle = false): Promise<Daekningsdel> {
  try {
    const [daekning, kilder] = await Promise.all([deps.daekning.current(), deps.kilder.alle()])
    const kommuner = [...new Set(kilder.flatMap((kilde) => kilde.kommuner))]
    return { daekning: daekningOf({ daekning, register: deps.register, kommuner }, besoeg, arter, alle), mangler: [] }
  } catch {
    // Not an empty list: a lack that the page names.
    return { daekning: [], mangler: [{ del: 'daekning', aarsag: 'fejl' }] }
  }
}

export async function startside(deps: Sidedeps, grundlag: Adgangsgrundlag, hvad: 'overblik' | 'nyt' = 'overblik') {
  const besoeg = await hentBesoeg(deps, grundlag, hvad)
  const { daekning, mangler } = await hentDaekning(deps, besoeg, ['sag'])
  return { besoeg, visning: startsideOf(besoeg, daekning, mangler) }
}

/** A list of one kind, with what is known of that kind. */
const liste =
  <T>(hvad: string, arter: readonly Art[], linjerOf: (besoeg: Besoeg) => readonly T[]) =>
  async (deps: Sidedeps, grundlag: Adgangsgrundlag) => {
    const besoeg = await hentBesoeg(deps, grundlag, hvad)
    return { besoeg, visning: { linjer: linjerOf(besoeg), ...(await hentDaekning(deps, besoeg, arter)) } }
  }

export const listDokumenter = liste('dokumenter', ['dokument'], ({ billede }) => dokumenterOf(billede))
export const listNotater = liste('notater', ['journalnotat'], ({ billede }) => notaterOf(billede))
export const listAftaler = liste('aftaler', ['aftale'], ({ billede }) => aftalerOf(billede))

export async function listYdelser(deps: Sidedeps, grundlag: Adgangsgrundlag) {
  const besoeg = await hentBesoeg(deps, grundlag, 'ydelser')
  const { billede } = besoeg
  const del = await hentDaekning(deps, besoeg, ['bevilling', 'oekonomiskEffektuering'])
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

export async function listSager(deps: Sidedeps, grundlag: Adgangsgrundlag) {
  const besoeg = await hentBesoeg(deps, grundlag, 'sager')
  return { besoeg, visning: { sager: sagerOf(besoeg.billede), ...(await hentDaekning(deps, besoeg, ['sag'])) } }
}

/** One case; visning undefined where it is not shown, which tells nothing of whether it exists. */
export async function visSag(deps: Sidedeps, grundlag: Adgangsgrundlag, id: Uuid) {
  const besoeg = await hentBesoeg(deps, grundlag, 'sag', id)
  if (!besoeg.billede.efterId.has(id)) return { besoeg, visning: undefined }
  const notattekster = await hentNotattekster(deps, grundlag, besoeg.billede, id)
  const kilder = new Map((await deps.kilder.alle()).map((kilde) => [kilde.id, kilde]))
  const del = await hentDaekning(deps, besoeg, ['dokument', 'journalnotat'])
  return { besoeg, visning: sagssideOf(besoeg, id, { register: deps.register, kilder, notattekster, ...del }) }
}

export async function visNotat(deps: Sidedeps & { readonly noegler: Noegler }, grundlag: Adgangsgrundlag, id: Uuid) {
  const besoeg = await hentBesoeg(deps, grundlag, 'notater', id)
  if (besoeg.billede.efterId.get(id)?.raekke.art !== 'journalnotat') return { besoeg, visning: undefined }
  const notattekster = await hentNotattekster(deps, grundlag, besoeg.billede, id)
  const side = notatsideOf(besoeg, id, deps.register, notattekster)
  return { besoeg, visning: side && { ...side, forstaaet: await readForstaaelse(deps, grundlag, id) } }
}

const ALLE_ARTER: readonly Art[] = ['sag', 'dokument', 'journalnotat', 'bevilling', 'oekonomiskEffektuering', 'aftale']

export async function visDaekning(deps: Sidedeps, grundlag: Adgangsgrundlag) {
  const besoeg = await hentBesoeg(deps, grundlag, 'daekning')
  const { daekning, mangler } = await hentDaekning(deps, besoeg, ALLE_ARTER, true)
  return { besoeg, visning: { daekning, mangler, ikkeKilder: ikkeKilderFor(besoeg) } }
}
