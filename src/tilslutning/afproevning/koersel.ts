import {
  type Afvist,
  type Art,
  afvist,
  type CvrNummer,
  type KleEmne,
  newUuid,
  type Ok,
  ok,
  type Tidspunkt,
  tidspunkt,
  type Uuid,
} from '#kernel'
import {
  countKoersler,
  findKoerselRaekke,
  findResultat,
  insertKoersel,
  insertResultat,
  type KoerselRaekke,
  listKoerselRaekker,
  listNyesteResultater,
  type MatrixRaekke,
} from './koersel.sql.ts'
import { AFPROEVNINGSVERSION } from './laes-sager.ts'
import { rapportForServer } from './rapport/rapport.ts'
import type { Underskriver } from './rapport/underskrift.ts'
import { type UnderskrevetRapport, underskrivRapport } from './rapport/verificer.ts'
import { type Afsenderbedoemmelse, bedoemAfsender } from './server/bedoem-afsender.ts'
import { forloebFor } from './server/forloeb.ts'
import { type Observationsdeps, observerAfsender } from './server/observer.ts'

/** Why a run does not begin or end. */
export type Koerselsafvisning = 'FINDES_IKKE' | 'ALLEREDE_SLUTTET' | 'FOR_MANGE_AABNE' | 'FOR_MANGE_I_DAG'

export type Koersel = {
  readonly id: Uuid
  readonly kilde: Uuid
  readonly navn: string
  readonly version: string
  readonly kommune: CvrNummer
  readonly arter: readonly Art[]
  /** The number that is asked for. */
  readonly kle: KleEmne
  readonly proeveversion: string
  readonly startet: Tidspunkt
  /** What has not come by then is told as missing. */
  readonly frist: Tidspunkt
  readonly sluttet: Tidspunkt | undefined
  readonly bestaaet: boolean | undefined
}

export type Koerselsdeps = Observationsdeps & {
  readonly underskriver: Underskriver
  /** The installation's own address: what the system delivers to. */
  readonly origin: string
  /** Told of each result, for the road of the system into production. */
  readonly onAfproevet?: (koersel: Koersel, bestaaet: boolean) => Promise<void>
}

const OPSAETNING = { rolle: 'opsaetning' } as const
const FRIST_MS = 4 * 3_600_000
const HOEJST_AABNE = 5
/** A run and its report are kept for good, however soon it is ended. */
const HOEJST_PR_DOEGN = 200
const DOEGN_MS = 24 * 3_600_000
const HOEJST_VISTE = 50

const toKoersel = (r: KoerselRaekke): Koersel => ({
  id: r.koersel_id,
  kilde: r.kilde_id,
  navn: r.system_navn,
  version: r.system_version,
  kommune: r.kommune,
  arter: r.arter,
  kle: r.kle,
  proeveversion: r.proeveversion,
  startet: r.startet,
  frist: r.frist,
  sluttet: r.sluttet ?? undefined,
  bestaaet: r.bestaaet ?? undefined,
})

export type Koerselsvalg = Pick<Koersel, 'kilde' | 'navn' | 'version' | 'kommune' | 'arter' | 'kle'>

/** Begins a run: from now on what the source delivers for the run's persons is judged. Throws DatabaseFejl. */
export async function startKoersel(deps: Koerselsdeps, valg: Koerselsvalg): Promise<Ok<Koersel> | Afvist<Koerselsafvisning>> {
  const startet = deps.clock.now()
  const aabne = (await listKoersler(deps, [valg.kilde])).filter((en) => isAaben(en, startet))
  if (aabne.length >= HOEJST_AABNE) return afvist('FOR_MANGE_AABNE')
  const [[talt]] = await deps.db.readBatch(OPSAETNING, [
    countKoersler(valg.kilde, tidspunkt(new Date(Date.parse(startet) - DOEGN_MS))),
  ])
  if ((talt?.antal ?? 0) >= HOEJST_PR_DOEGN) return afvist('FOR_MANGE_I_DAG')
  const frist = tidspunkt(new Date(Date.parse(startet) + FRIST_MS))
  const koersel = {
    ...valg,
    id: newUuid(),
    proeveversion: AFPROEVNINGSVERSION,
    startet,
    frist,
    sluttet: undefined,
    bestaaet: undefined,
  }
  await deps.db.transaction(OPSAETNING, (tx) =>
    tx.run(
      insertKoersel({
        koersel_id: koersel.id,
        kilde_id: valg.kilde,
        system_navn: valg.navn,
        system_version: valg.version,
        kommune: valg.kommune,
        arter: valg.arter,
        kle: valg.kle,
        proeveversion: koersel.proeveversion,
        startet,
        frist,
      }),
    ),
  )
  return ok(koersel)
}

export const isAaben = (koersel: Koersel, nu: Tidspunkt): boolean => koersel.sluttet === undefined && nu < koersel.frist

/** Throws DatabaseFejl. */
export async function findKoersel({ db }: Pick<Koerselsdeps, 'db'>, id: Uuid): Promise<Koersel | undefined> {
  const [[raekke]] = await db.readBatch(OPSAETNING, [findKoerselRaekke(id)])
  return raekke && toKoersel(raekke)
}

/** The newest runs of the sources. Throws DatabaseFejl. */
export async function listKoersler({ db }: Pick<Koerselsdeps, 'db'>, kilder: readonly Uuid[]): Promise<readonly Koersel[]> {
  if (kilder.length === 0) return []
  const [raekker] = await db.readBatch(OPSAETNING, [listKoerselRaekker(kilder, HOEJST_VISTE)])
  return raekker.map(toKoersel)
}

/** How the run stands now. Throws what observerAfsender throws. */
export async function bedoemKoersel(deps: Koerselsdeps, koersel: Koersel): Promise<Afsenderbedoemmelse> {
  const set = await observerAfsender(deps, koersel)
  return bedoemAfsender(forloebFor(koersel.arter, koersel.kle), set, koersel.sluttet !== undefined || set.nu >= koersel.frist)
}

/** Ends a run: judges it for the last time, signs the report and keeps it. Throws what observerAfsender throws. */
export async function afslutKoersel(
  deps: Koerselsdeps,
  koersel: Koersel,
): Promise<Ok<UnderskrevetRapport> | Afvist<Koerselsafvisning>> {
  if (koersel.sluttet) return afvist('ALLEREDE_SLUTTET')
  const set = await observerAfsender(deps, koersel)
  const rapport = rapportForServer(
    {
      id: koersel.id,
      maade: 'server',
      system: { id: koersel.kilde, navn: koersel.navn, version: koersel.version },
      kommune: koersel.kommune,
      proeveversion: koersel.proeveversion,
      startet: koersel.startet,
      sluttet: set.nu,
      endepunkt: deps.origin,
    },
    bedoemAfsender(forloebFor(koersel.arter, koersel.kle), set, true),
  )
  const underskrevet = await underskrivRapport(deps.underskriver, rapport)
  const skrevet = await deps.db.transaction(OPSAETNING, (tx) =>
    tx.count(insertResultat({ koersel: koersel.id, tid: set.nu, ...underskrevet })),
  )
  if (skrevet === 0) return afvist('ALLEREDE_SLUTTET')
  await deps.onAfproevet?.(koersel, rapport.bestaaet)
  return ok(underskrevet)
}

/** The report of a run that has ended. Throws DatabaseFejl. */
export async function findRapport({ db }: Pick<Koerselsdeps, 'db'>, id: Uuid): Promise<UnderskrevetRapport | undefined> {
  const [[raekke]] = await db.readBatch(OPSAETNING, [findResultat(id)])
  return raekke
}

/** What came of the newest run of each system, version and municipality. Throws DatabaseFejl. */
export async function listOverensstemmelse({ db }: Pick<Koerselsdeps, 'db'>): Promise<readonly MatrixRaekke[]> {
  const [raekker] = await db.readBatch(OPSAETNING, [listNyesteResultater()])
  return raekker
}
