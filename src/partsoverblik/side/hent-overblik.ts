import type { Medarbejder } from '#adgang'
import type { Laesedeps } from '#adgangslog'
import type { Daekningslager } from '#afstemning/daekning'
import type { Medarbejdergrundlag } from '#kernel'
import type { Kilde, Kilderegister } from '#kilde'
import type { Ordvalg } from '#klassifikation'
import type { Henvendelsesregister } from '#myndighed'
import { borgersynOf, forsoeg, readSammenhaeng, readVisningsvalg } from '#overblik'
import { numreFor, type Partsnummer } from '#part'
import { toBemaerkninger } from '#partsoverblik/bemaerkning'
import { findKendtePersoner } from '#partsoverblik/soegning'
import type { Noegler } from '#platform/crypto'
import type { Opsaetning } from '#visning'
import { aabn } from './aabn.ts'
import { daekningFor } from './daekning.ts'
import { familieOf } from './familie.ts'
import { filtrer, mulighederFor } from './filtrer.ts'
import { listGemteVisninger } from './gemte.ts'
import { enhederOf } from './kontakt.ts'
import { type Laest, laesBorger, laesKendte, laesVisningsvalg } from './laes.ts'
import { toPerson } from './person.ts'
import { enhedsnoegle, referencerFor } from './reference.ts'
import { makeSeddel } from './seddel.ts'
import type { Overblikside } from './side.ts'
import { skjulteOf } from './skjulte.ts'
import { tingOf } from './ting.ts'
import { FANEARTER, type Valg } from './valg.ts'
import type { Mangel, Systemvisning, Ting } from './visninger.ts'

export type Overblikdeps = Laesedeps & {
  readonly noegler: Noegler
  readonly kilder: Kilderegister
  readonly daekning: Daekningslager
  readonly register: Henvendelsesregister
  readonly opsaetning: { current(): Promise<Opsaetning> }
  readonly ordvalg: { current(): Promise<Ordvalg> }
}

export type Besoegende = Pick<Medarbejder, 'id' | 'cvr' | 'rettigheder' | 'enheder' | 'session'>

/** What the log tells of a page of the visit: the page itself, what it hands out as a file, or that the whole number was shown. */
export type Sidelaesning = 'partsoverblik' | 'udtraek' | 'fuldtCpr'

/**
 * The caseworker's page about one citizen: all that the rights cover in one batch, and beside it what may fail without taking the page along. Every
 * page is logged before it leaves. Throws what readForSagsbehandler throws, where the citizen's matters cannot be read.
 */
export async function hentOverblik(
  deps: Overblikdeps,
  hvem: Besoegende,
  grundlag: Medarbejdergrundlag,
  valg: Valg,
  hvad: Sidelaesning = 'partsoverblik',
): Promise<Overblikside> {
  const nu = deps.clock.now()
  // The registers lie in memory, and one's own views are of nobody: they are asked for while the citizen's matters are read.
  const [laest, kendte, kilder, gemte, daekning] = await Promise.all([
    laesBorger(deps, grundlag, { hvad }),
    laesKendte(deps, grundlag),
    forsoeg('systemer', () => deps.kilder.alle()),
    forsoeg('gemte', () => listGemteVisninger(deps, hvem)),
    forsoeg('daekning', () => readDaekning(deps, grundlag, valg)),
  ])
  const nummer = await forsoeg('person', async () => (await numreFor(deps.db, deps.noegler, [grundlag.part])).get(grundlag.part))
  const person = await forsoeg('person', async () => laest.person && toPerson(deps.noegler, laest.person, nummer.vaerdi, nu))
  const bemaerkninger = await forsoeg('bemaerkninger', async () => toBemaerkninger(deps.noegler, laest.bemaerkninger ?? []))
  const systemer = new Map(kilder.vaerdi?.map((kilde) => [kilde.id, kilde]))
  const ting = tingOf(laest.raekker, {
    nu,
    systemFor: (id) => toSystem(id, systemer.get(id)),
    refFor: referencerFor(deps.noegler, grundlag.korrelation),
    enhedsnoegleFor: enhedsnoegle,
  })
  const syn = await forsoeg('borgeren', async () =>
    valg.fane === 'borgeren' || valg.ting !== '' ? readBorgersyn(deps, grundlag, laest) : undefined,
  )
  const slaegt = await forsoeg('familie', async () =>
    valg.fane === 'familie' ? findKendtePersoner(deps, hvem, [...new Set(laest.familie?.map(({ anden }) => anden))]) : undefined,
  )
  const oplukket = await aabnValgt(deps, grundlag, { valg, ting, systemer, borgersyn: syn.vaerdi })
  return {
    besoeg: grundlag.korrelation,
    formaal: grundlag.formaal,
    nu,
    person: person.vaerdi,
    ...heltNummer(nummer.vaerdi, grundlag, hvad),
    bemaerkninger: bemaerkninger.vaerdi ?? [],
    valg,
    ting,
    valgte: filtrer(ting, valg.fane, valg),
    muligheder: mulighederFor(ting, valg.fane),
    skjulte: skjulteOf(kendte.vaerdi ?? [], ting),
    gemte: gemte.vaerdi ?? [],
    enheder: enhederOf(ting, deps.register, grundlag.kommune),
    familie: familieOf(laest.familie ?? [], slaegt.vaerdi ?? new Map(), nu),
    seddelFor: (part) => makeSeddel(deps.noegler, hvem.session, part, nu),
    borgersyn: syn.vaerdi,
    daekning: daekning.vaerdi,
    aabnet: oplukket.aabnet,
    mangler: uniq([
      ...laest.mangler,
      ...kendte.mangler,
      ...kilder.mangler,
      ...gemte.mangler,
      ...daekning.mangler,
      ...nummer.mangler,
      ...person.mangler,
      ...bemaerkninger.mangler,
      ...slaegt.mangler,
      ...syn.mangler,
      ...oplukket.mangler,
    ]),
  }
}

const uniq = (mangler: readonly Mangel[]): Mangel[] => [...new Map(mangler.map((mangel) => [mangel.del, mangel])).values()]

/** A source that is not known just now stands without a name: that it is there is not told away. */
const toSystem = (id: Systemvisning['id'], kilde: Kilde | undefined): Systemvisning => ({
  id,
  navn: kilde?.navn ?? '',
  slags: kilde?.slags ?? '',
})

async function readDaekning({ daekning, opsaetning, clock }: Overblikdeps, grundlag: Medarbejdergrundlag, { fane }: Valg) {
  const arter = FANEARTER[fane]
  if (arter.length === 0) return undefined
  const [kendt, valgt] = await Promise.all([daekning.current(), opsaetning.current()])
  const { kommune, rettigheder: grupper } = grundlag
  return daekningFor(kendt, { kommune, grupper, arter, opsaetning: valgt, nu: clock.now() })
}

/** How everything stands for the citizen, decided on what the employee sees. Throws where what it follows from cannot be read. */
async function readBorgersyn(deps: Overblikdeps, grundlag: Medarbejdergrundlag, { raekker }: Laest) {
  const sete = raekker.map(({ item_id }) => item_id)
  const [visningsvalg, valgt, ord] = await Promise.all([
    laesVisningsvalg(deps, grundlag, sete),
    deps.opsaetning.current(),
    deps.ordvalg.current(),
  ])
  const nu = deps.clock.now()
  const afgoerelsesgrundlag = {
    nu,
    grund: 'egen' as const,
    alder: undefined,
    opsaetning: valgt,
    ...readVisningsvalg(visningsvalg, []),
    ...readSammenhaeng(raekker, nu),
  }
  return borgersynOf(raekker, afgoerelsesgrundlag, ord)
}

/** The whole number, only where it was asked for by one who may see it. */
function heltNummer(
  nummer: Partsnummer | undefined,
  { rettigheder }: Medarbejdergrundlag,
  hvad: Sidelaesning,
): Pick<Overblikside, 'heltNummer' | 'maaSeCpr'> {
  const maaSeCpr = nummer?.type === 'cpr' && rettigheder.some(({ systemroller }) => systemroller.includes('cpr'))
  return { maaSeCpr, heltNummer: maaSeCpr && hvad === 'fuldtCpr' ? nummer.nummer : undefined }
}

type Oplukning = {
  readonly valg: Valg
  readonly ting: readonly Ting[]
  readonly systemer: ReadonlyMap<Systemvisning['id'], Kilde>
  readonly borgersyn: Overblikside['borgersyn']
}

async function aabnValgt(
  deps: Overblikdeps,
  grundlag: Medarbejdergrundlag,
  { valg, ting: alle, systemer, borgersyn }: Oplukning,
): Promise<{ readonly aabnet: Overblikside['aabnet']; readonly mangler: readonly Mangel[] }> {
  if (valg.ting === '') return { aabnet: undefined, mangler: [] }
  const ting = alle.find(({ ref }) => ref === valg.ting)
  if (!ting) return { aabnet: 'findesIkke', mangler: [] }
  const skabelon = systemer.get(ting.system.id)?.sagslink
  return aabn(deps, grundlag, { ting, alle, skabelon, borger: borgersyn?.get(ting.id) })
}
