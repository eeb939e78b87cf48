import { randomInt } from 'node:crypto'
import { kontekstForKommune } from '#adgang'
import { type Laesedeps, readForKommune } from '#adgangslog'
import type { OverblikData } from '#indeks'
import { type Art, type Kommunegrundlag, newUuid, type Tidspunkt, type Uuid } from '#kernel'
import { livsomraadeFor } from '#klassifikation'
import type { Stavning } from '#kvalitet/stavning'
import { checkTitel, type Fund } from '#kvalitet/titeltjek'
import { tekstHash, titlerAf } from '#kvalitet/vurdering'
import type { Database } from '#platform/database'
import { findSeneste, type SenesteRaekke } from './afgoer.sql.ts'
import {
  countEns,
  countVentende,
  findKoe,
  findOpgave,
  findTing,
  type Koefilter,
  type Koejer,
  type OpgaveRaekke,
  type TalRaekke,
  takeOpgave,
} from './koe.sql.ts'
import { findAabenPlantet, findValg, insertPlantet, type PlantetRaekke } from './plantede.sql.ts'
import { artOfSkabelon, chooseSkabelon, isTurnForPlantet, STANDARD_HVER } from './plantede.ts'
import { findTempo } from './tal.sql.ts'
import type { Tempo } from './tid-tilbage.ts'

export type Koedeps = Pick<Laesedeps, 'log' | 'clock'> & {
  readonly db: Database
  /** Whether words may be misspelled; without it nothing is said of that. */
  readonly stavning?: Pick<Stavning, 'tjek'>
  /** A number from [0, 1), for when a planted title is shown. */
  readonly tilfaeldig?: () => number
}

/** What a reviewer is shown of one title. */
export type Aktuel = {
  readonly opgave: OpgaveRaekke
  readonly titel: string
  /** Where the checks point in the text; empty for what only more than the text tells. */
  readonly fund: readonly Fund[]
  /** Words that may be misspelled. */
  readonly stavefejl: readonly Fund[]
  readonly dokumenttype: string | undefined
  readonly dato: Tidspunkt | undefined
  /** How many others wait with the same title. */
  readonly ens: number
}

export type Koeside = {
  readonly tal: readonly TalRaekke[]
  readonly tempo: ReadonlyMap<string | null, Tempo>
  readonly koe: readonly OpgaveRaekke[]
  readonly aktuel: Aktuel | undefined
  /** What became of the one that was asked for, where it cannot be shown: a colleague has it open, or it is decided. */
  readonly optaget: 'TAGET' | 'ALLEREDE_AFGJORT' | 'FORAELDET' | 'FINDES_IKKE' | undefined
  readonly seneste: SenesteRaekke | undefined
}

export type Koevalg = {
  readonly filter: Koefilter
  /** The task that is asked for; undefined is the next. */
  readonly opgave?: Uuid | undefined
  /** The task whose decision the page tells of. */
  readonly kvittering?: Uuid | undefined
}

/** So many of the queue stand on the page; one works from the top. */
const PAA_SIDEN = 12
/** How long a title is kept for whoever has it open. */
const HOLDES_MS = 5 * 60_000
/** So many are tried where colleagues open the same ones at the same moment. */
const FORSOEG = 5

/** The queue as one reviewer sees it, with one title opened. Throws what readForKommune throws, and DatabaseFejl. */
export async function hentKoe(deps: Koedeps, grundlag: Kommunegrundlag, koejer: Koejer, valg: Koevalg): Promise<Koeside> {
  const nu = deps.clock.now()
  const kontekst = kontekstForKommune(grundlag)
  const [tal, koe, tempo, plantede, [hver], oensket, seneste] = await deps.db.readBatch(kontekst, [
    countVentende(koejer),
    findKoe(koejer, valg.filter, nu, PAA_SIDEN),
    findTempo(koejer.kommune),
    findAabenPlantet(koejer.kommune, koejer.medarbejder),
    findValg(koejer.kommune),
    findOpgave(koejer, valg.opgave ?? koejer.medarbejder),
    findSeneste(koejer, valg.kvittering ?? koejer.medarbejder),
  ])
  // Only where the next title is asked for: one that came in place of another that was chosen would give itself away.
  const naeste = valg.opgave === undefined || valg.kvittering !== undefined
  const plantet =
    plantede[0] ?? (naeste ? await plant(deps, grundlag, koejer, koe, hver?.plantet_hver ?? STANDARD_HVER) : undefined)
  const side = { tal, tempo: new Map(tempo.map(({ enhed, ...et }) => [enhed, et])), seneste: seneste[0], optaget: undefined }
  if (plantet && (naeste || valg.opgave === plantet.plantet_id)) {
    const aktuel = { ...toAktuelPlantet(plantet, koe[0]), stavefejl: await findStavefejl(deps, plantet.titel) }
    return { ...side, koe: [aktuel.opgave, ...koe].slice(0, PAA_SIDEN), aktuel }
  }
  const [egen] = oensket
  const raekke = egen && egen.tilstand === 'venter' ? [egen, ...koe.filter(({ opgave_id }) => opgave_id !== egen.opgave_id)] : koe
  const aktuel = await openFirst(deps, grundlag, koejer, raekke, nu)
  return { ...side, koe, aktuel, optaget: findOptaget(valg.opgave, egen, aktuel) }
}

function findOptaget(oensket: Uuid | undefined, egen: OpgaveRaekke | undefined, aktuel: Aktuel | undefined): Koeside['optaget'] {
  if (oensket === undefined || aktuel?.opgave.opgave_id === oensket) return undefined
  if (!egen) return 'FINDES_IKKE'
  if (egen.tilstand === 'foraeldet') return 'FORAELDET'
  return egen.tilstand === 'venter' ? 'TAGET' : 'ALLEREDE_AFGJORT'
}

/** Opens the first that nobody else has, and whose title is there. */
async function openFirst(
  deps: Koedeps,
  grundlag: Kommunegrundlag,
  koejer: Koejer,
  raekke: readonly OpgaveRaekke[],
  nu: Tidspunkt,
): Promise<Aktuel | undefined> {
  const til = new Date(Date.parse(nu) + HOLDES_MS).toISOString() as Tidspunkt
  for (const opgave of raekke.slice(0, FORSOEG)) {
    const { taget, ens } = await deps.db.transaction(kontekstForKommune(grundlag), async (tx) => {
      const [foerste, antal] = await Promise.all([
        tx.run(takeOpgave(koejer, opgave.opgave_id, nu, til)),
        tx.run(countEns(koejer, opgave.opgave_id)),
      ])
      return { taget: foerste[0], ens: antal[0]?.antal ?? 0 }
    })
    const aktuel = taget && (await readAktuel(deps, grundlag, opgave, taget.parter, ens))
    if (aktuel) return aktuel
  }
  return undefined
}

/** The title as one of its parts has it: the first that still does. Each look is written in that citizen's log, and only theirs. */
async function readAktuel(
  deps: Koedeps,
  grundlag: Kommunegrundlag,
  opgave: OpgaveRaekke,
  parter: readonly Uuid[],
  ens: number,
): Promise<Aktuel | undefined> {
  for (const part of parter) {
    const [raekker] = await readForKommune(deps, grundlag, { hvad: 'titler', objekt: opgave.item_id }, [
      findTing(part, opgave.item_id, grundlag.kommune),
    ])
    const data = raekker[0]?.data as OverblikData | undefined
    const titel = data && titlerAf(data).find((tekst) => tekstHash(tekst) === opgave.hash)
    if (data && titel !== undefined)
      return {
        opgave,
        titel,
        ens,
        stavefejl: await findStavefejl(deps, titel),
        ...toKendetegn(data, opgave.art, opgave.kle, titel),
      }
  }
  return undefined
}

function toKendetegn(data: OverblikData, art: Art, kle: string, titel: string): Pick<Aktuel, 'fund' | 'dokumenttype' | 'dato'> {
  const egenskaber = data.art === 'dokument' ? data.titler.at(-1) : undefined
  const dokumenttype = egenskaber?.type
  return {
    fund: checkTekst(titel, art, kle, dokumenttype),
    dokumenttype,
    dato: (egenskaber?.brevDato as Tidspunkt | undefined) ?? data.oprettet,
  }
}

const findStavefejl = async ({ stavning }: Koedeps, titel: string): Promise<readonly Fund[]> =>
  (await stavning?.tjek(titel)) ?? []

/** What the checks see in the text alone. Who else is on the case is known to the task's own findings. */
export const checkTekst = (titel: string, art: Art, kle: string, dokumenttype?: string): readonly Fund[] =>
  checkTitel(titel, { art, kle, dokumenttype, egneNavne: [], kendteNavne: [] })

/** A made-up title, now and then, made to look like the next in the queue; undefined mostly. */
async function plant(
  { db, clock, tilfaeldig = () => randomInt(2 ** 32) / 2 ** 32 }: Koedeps,
  grundlag: Kommunegrundlag,
  { kommune, medarbejder }: Koejer,
  koe: readonly OpgaveRaekke[],
  hver: number,
): Promise<PlantetRaekke | undefined> {
  const [naeste] = koe
  if (!naeste || !isTurnForPlantet(hver, tilfaeldig(), koe.length)) return undefined
  const skabelon = chooseSkabelon(naeste.art, tilfaeldig())
  const ny: PlantetRaekke = {
    kommune,
    plantet_id: newUuid(),
    enhed: naeste.enhed,
    kle: naeste.kle,
    skabelon: skabelon.navn,
    titel: skabelon.titel,
    vist: clock.now(),
  }
  await db.transaction(kontekstForKommune(grundlag), (tx) => tx.run(insertPlantet(medarbejder, ny)))
  return ny
}

function toAktuelPlantet(plantet: PlantetRaekke, naeste: OpgaveRaekke | undefined): Omit<Aktuel, 'stavefejl'> {
  const art = artOfSkabelon(plantet.skabelon)
  const dokumenttype = art === 'dokument' ? 'Andet' : undefined
  const fund = checkTekst(plantet.titel, art, plantet.kle, dokumenttype)
  const blokeret = fund.some(({ alvor }) => alvor === 'blokerer')
  const advaret = fund.some(({ alvor }) => alvor === 'advarer')
  const opgave: OpgaveRaekke = {
    kommune: plantet.kommune,
    opgave_id: plantet.plantet_id,
    item_id: plantet.plantet_id,
    hash: tekstHash(plantet.titel),
    art,
    kle: plantet.kle,
    omraade: livsomraadeFor(plantet.kle as never).noegle,
    enhed: plantet.enhed,
    enhedsnavn: naeste?.enhed === plantet.enhed ? naeste.enhedsnavn : '',
    udfald: blokeret ? 'blokeret' : advaret ? 'advaret' : 'ren',
    tilbageholdt: false,
    fund: [...new Set(fund.map(({ kode }) => kode))],
    grund: fund.length > 0 ? 'fund' : (naeste?.grund ?? 'alle'),
    tilstand: 'venter',
    version: 0,
    oprettet: plantet.vist,
    egen: naeste?.egen ?? false,
  }
  return { opgave, titel: plantet.titel, fund, dokumenttype, dato: naeste?.oprettet ?? plantet.vist, ens: 0 }
}
