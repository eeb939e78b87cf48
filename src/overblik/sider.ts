import type { Daekning, Daekningslager } from '#afstemning/daekning'
import type { Adgangsgrundlag, Art, CvrNummer, Uuid } from '#kernel'
import type { Kilde, Kilderegister } from '#kilde'
import type { Henvendelsesregister } from '#myndighed'
import type { Noegler } from '#platform/crypto'
import type { Billede } from './billede.ts'
import { daekningOf } from './daekning.ts'
import { forsoeg } from './forsoeg.ts'
import { readForstaaelse } from './forstaaelse.ts'
import { type Besoeg, type Billeddeps, hentBesoeg, hentNotattekster } from './hent.ts'
import { createHerkomst } from './herkomst.ts'
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

/** A visit, with the registers that say where things come from and what is known, as far as they can be read. */
type Sidebesoeg = Besoeg & { readonly kilder: readonly Kilde[] | undefined; readonly viden: Daekning | undefined }

async function readBesoeg(deps: Sidedeps, grundlag: Sidegrundlag, hvad: string, objekt?: Uuid): Promise<Sidebesoeg> {
  // Before the items, both at once and once a page: where they cannot be read nobody waits twice, and what was proved after the items were
  // read says nothing of them.
  const [kilder, foer] = await Promise.all([
    forsoeg('herkomst', () => deps.kilder.alle()),
    forsoeg('daekning', () => deps.daekning.current()),
  ])
  const besoeg = await (isLaeser(grundlag) ? grundlag.besoeg(hvad, objekt) : hentBesoeg(deps, grundlag, hvad, objekt))
  const viden = foer.vaerdi ? await followBrud(deps, foer.vaerdi, besoeg) : foer
  const { billede, session } = besoeg
  const siden = session.forrige_besoeg ?? undefined
  const herkomst = createHerkomst(billede, { kilder: kilder.vaerdi, daekning: viden.vaerdi?.fakta, siden })
  return {
    ...besoeg,
    billede: { ...billede, herkomst },
    kilder: kilder.vaerdi,
    viden: viden.vaerdi,
    mangler: [...besoeg.mangler, ...kilder.mangler, ...viden.mangler],
  }
}

/** What was broken while the items were read, and since coverage was, is taken away before anything is said. */
const followBrud = ({ daekning }: Sidedeps, foer: Daekning, { brudNr }: Besoeg) =>
  forsoeg('daekning', async () => {
    if (brudNr === undefined) throw new TypeError('How often proofs were broken was not read')
    return daekning.followBrud(foer, brudNr)
  })

const readTekster = (deps: Sidedeps, grundlag: Sidegrundlag, billede: Billede, sagEllerNotat: Uuid) =>
  isLaeser(grundlag) ? grundlag.notattekster(billede, sagEllerNotat) : hentNotattekster(deps, grundlag, billede, sagEllerNotat)

type Daekningsdel = { readonly daekning: readonly DaekningVisning[]; readonly mangler: readonly Mangel[] }

/** What is known; where that itself cannot be read the rest stands, and the page says so. Nothing is then claimed of any area. */
function hentDaekning(
  { register }: Sidedeps,
  grundlag: Sidegrundlag,
  besoeg: Sidebesoeg,
  arter: readonly Art[],
  alle = false,
): Daekningsdel {
  const { kilder, viden: daekning, mangler } = besoeg
  // Which municipalities there is something to say of stands in the register of sources.
  if (!kilder || !daekning)
    return { daekning: [], mangler: mangler.some(({ del }) => del === 'daekning') ? mangler : [...mangler, UDEN_DAEKNING] }
  const leveres = [...new Set(kilder.flatMap((kilde) => kilde.kommuner))]
  const kommuner = isLaeser(grundlag) ? leveres.filter((kommune) => grundlag.kommuner.includes(kommune)) : leveres
  return { daekning: daekningOf({ daekning, register, kommuner }, besoeg, arter, alle), mangler }
}
const UDEN_DAEKNING: Mangel = { del: 'daekning', aarsag: 'fejl' }

export async function startside(deps: Sidedeps, grundlag: Sidegrundlag, hvad: 'overblik' | 'nyt' = 'overblik') {
  const besoeg = await readBesoeg(deps, grundlag, hvad)
  const { daekning, mangler } = hentDaekning(deps, grundlag, besoeg, ['sag'])
  return { besoeg, visning: startsideOf(besoeg, daekning, mangler) }
}

/** A list of one kind, with what is known of that kind. */
const liste =
  <T>(hvad: string, arter: readonly Art[], linjerOf: (besoeg: Besoeg) => readonly T[]) =>
  async (deps: Sidedeps, grundlag: Sidegrundlag) => {
    const besoeg = await readBesoeg(deps, grundlag, hvad)
    return { besoeg, visning: { linjer: linjerOf(besoeg), ...hentDaekning(deps, grundlag, besoeg, arter) } }
  }

export const listDokumenter = liste('dokumenter', ['dokument'], ({ billede }) => dokumenterOf(billede))
export const listNotater = liste('notater', ['journalnotat'], ({ billede }) => notaterOf(billede))
export const listAftaler = liste('aftaler', ['aftale'], ({ billede }) => aftalerOf(billede))

export async function listYdelser(deps: Sidedeps, grundlag: Sidegrundlag) {
  const besoeg = await readBesoeg(deps, grundlag, 'ydelser')
  const { billede } = besoeg
  const del = hentDaekning(deps, grundlag, besoeg, ['bevilling', 'oekonomiskEffektuering'])
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
  return { besoeg, visning: { sager: sagerOf(besoeg.billede), ...hentDaekning(deps, grundlag, besoeg, ['sag']) } }
}

/** One case; visning undefined where it is not shown, which tells nothing of whether it exists. */
export async function visSag(deps: Sidedeps, grundlag: Sidegrundlag, id: Uuid) {
  const besoeg = await readBesoeg(deps, grundlag, 'sag', id)
  if (!besoeg.billede.efterId.has(id)) return { besoeg, visning: undefined }
  const tekster = await forsoeg('notattekst', () => readTekster(deps, grundlag, besoeg.billede, id))
  const { daekning, mangler } = hentDaekning(deps, grundlag, besoeg, ['dokument', 'journalnotat'])
  const andet = { register: deps.register, notattekster: tekster.vaerdi, daekning, mangler: [...mangler, ...tekster.mangler] }
  return { besoeg, visning: sagssideOf(besoeg, id, andet) }
}

export async function visNotat(deps: Sidedeps & { readonly noegler: Noegler }, grundlag: Sidegrundlag, id: Uuid) {
  const besoeg = await readBesoeg(deps, grundlag, 'notater', id)
  if (besoeg.billede.efterId.get(id)?.raekke.art !== 'journalnotat') return { besoeg, visning: undefined }
  const tekster = await forsoeg('notattekst', () => readTekster(deps, grundlag, besoeg.billede, id))
  const side = notatsideOf(besoeg, id, deps.register, tekster.vaerdi)
  // The citizen is asked; a municipality's people are not.
  const svar = await forsoeg('forstaaelse', async () =>
    side && !isLaeser(grundlag) ? readForstaaelse(deps, grundlag, id) : undefined,
  )
  const mangler = [...besoeg.mangler, ...tekster.mangler, ...svar.mangler]
  return { besoeg, visning: side && { ...side, forstaaet: svar.vaerdi, mangler } }
}

const ALLE_ARTER: readonly Art[] = ['sag', 'dokument', 'journalnotat', 'bevilling', 'oekonomiskEffektuering', 'aftale']

export async function visDaekning(deps: Sidedeps, grundlag: Sidegrundlag) {
  const besoeg = await readBesoeg(deps, grundlag, 'daekning')
  const { daekning, mangler } = hentDaekning(deps, grundlag, besoeg, ALLE_ARTER, true)
  return { besoeg, visning: { daekning, mangler, ikkeKilder: ikkeKilderFor(besoeg) } }
}
