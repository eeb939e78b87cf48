import type { Medarbejder } from '#adgang'
import { kontekstForTilsyn, type Logskriver, readForTilsyn } from '#adgangslog'
import { afvist, ok, type Resultat, type Tidspunkt, tidspunkt, type Uuid } from '#kernel'
import { type Clock, danskDag, startOfDanskDag } from '#platform/clock'
import { type Noegler, open, seal } from '#platform/crypto'
import type { Database } from '#platform/database'
import { begrundelsesAad, udfaldsAad } from './forsegling.ts'
import { SOEGNINGER } from './regler/maengde.ts'
import { listSoegedage } from './soegedage.sql.ts'
import { pickUsaedvanlige, type Soegedag } from './soegedage.ts'
import {
  type AfgjortRaekke,
  type ArttalRaekke,
  type BesoegsRaekke,
  countAlarmer,
  countArter,
  countKoe,
  findAlarmbesoeg,
  insertLaesning,
  insertUdfald,
  type KoeRaekke,
  type KoetalRaekke,
  listAfgjorte,
  listKoe,
  type TalRaekke,
} from './tilsyn.sql.ts'
import type { Afgoerelse, Udfaldsafvisning } from './udfald.ts'

export type Tilsynsdeps = { readonly db: Database; readonly log: Logskriver; readonly clock: Clock; readonly noegler: Noegler }
export type Tilsynende = Pick<Medarbejder, 'id' | 'cvr' | 'navn'>

const PR_SIDE = 25
/** Nobody turns more pages than this; the oldest of the gravest stand first. */
const HOEJST_SIDER = 40

export type Koe = {
  readonly raekker: readonly KoeRaekke[]
  readonly tal: KoetalRaekke
  readonly afgjorte: readonly AfgjortRaekke[]
  readonly soegedage: readonly Soegedag[]
  readonly side: number
  readonly sider: number
}

export const toLaeser = ({ id, cvr, navn }: Tilsynende, nu: Tidspunkt) => ({ kommune: cvr, af: id, navn, nu })

/** The municipality's visits that wait to be judged, those judged last, and days of unusually many searches. That it was read is durable before it is shown. Throws DatabaseFejl. */
export async function hentKoe({ db, clock }: Tilsynsdeps, hvem: Tilsynende, oensket: number): Promise<Koe> {
  const kontekst = kontekstForTilsyn(hvem)
  const nu = clock.now()
  await db.writeBatch(kontekst, [insertLaesning(toLaeser(hvem, nu), 'koe')])
  const side = Math.min(Math.max(1, oensket), HOEJST_SIDER)
  const [raekker, [tal], afgjorte, soegedage] = await db.readBatch(kontekst, [
    listKoe(hvem.cvr, (side - 1) * PR_SIDE, PR_SIDE),
    countKoe(hvem.cvr),
    listAfgjorte(hvem.cvr, 10),
    listSoegedage(hvem.cvr, danskDag(nu), SOEGNINGER.altidFaa),
  ])
  const kendt = tal ?? { antal: 0, spurgt: 0, aeldste: null }
  const sider = Math.min(HOEJST_SIDER, Math.max(1, Math.ceil(kendt.antal / PR_SIDE)))
  return { raekker, tal: kendt, afgjorte, soegedage: pickUsaedvanlige(soegedage), side, sider }
}

/** A visit as the one who judges it reads it: what was read in it, and never whom it was about. */
export type Alarmbesoeg = Omit<BesoegsRaekke, 'part_id' | 'begrundelse' | 'udfald' | 'linjer'> & {
  /** The employee's own words. */
  readonly begrundelse: string | undefined
  readonly udfald: readonly (Omit<BesoegsRaekke['udfald'][number], 'tid'> & { readonly tid: Tidspunkt })[]
  readonly linjer: readonly (Omit<BesoegsRaekke['linjer'][number], 'tid'> & { readonly tid: Tidspunkt })[]
}

/** Undefined where there is no such visit with alarms, it is another municipality's, or the reader's own: alike. Throws Logfejl or DatabaseFejl. */
export async function hentAlarmbesoeg(deps: Tilsynsdeps, hvem: Tilsynende, besoeg: Uuid): Promise<Alarmbesoeg | undefined> {
  const laest = insertLaesning(toLaeser(hvem, deps.clock.now()), 'besoeg', besoeg)
  const [raekke] = await readForTilsyn(deps, hvem, besoeg, findAlarmbesoeg(hvem.cvr, besoeg), laest)
  if (!raekke) return undefined
  const ring = deps.noegler.indhold
  const { part_id: _, begrundelse, udfald, linjer, ...resten } = raekke
  return {
    ...resten,
    begrundelse: begrundelse === null ? undefined : open(ring, begrundelse, begrundelsesAad(besoeg)).toString('utf8'),
    udfald: udfald.map((led) => ({
      ...led,
      tid: tidspunkt(new Date(led.tid)),
      begrundelse: open(ring, Buffer.from(led.begrundelse, 'hex'), udfaldsAad(besoeg)).toString('utf8'),
    })),
    linjer: linjer.map((led) => ({ ...led, tid: tidspunkt(new Date(led.tid)) })),
  }
}

/** Judges a visit's alarms, with the reason kept sealed. `foer`: how many judgements the one who judges has seen. Throws DatabaseFejl. */
export async function afgoerAlarm(
  { db, clock, noegler }: Tilsynsdeps,
  hvem: Tilsynende,
  besoeg: Uuid,
  foer: number,
  { udfald, naeste, begrundelse }: Afgoerelse,
): Promise<Resultat<true, Udfaldsafvisning>> {
  const nyt = { besoeg, foer, udfald, naeste, begrundelse: seal(noegler.indhold, begrundelse, udfaldsAad(besoeg)) }
  const [gemt] = await db.transaction(kontekstForTilsyn(hvem), (tx) => tx.run(insertUdfald(toLaeser(hvem, clock.now()), nyt)))
  return gemt ? ok(true) : afvist('ALLEREDE_AFGJORT')
}

export type Alarmtal = { readonly maaneder: readonly TalRaekke[]; readonly arter: readonly ArttalRaekke[] }

/** The first of the month eleven months ago: with this month twelve, each of them from its first day on. */
const findFoersteMaaned = (nu: Tidspunkt): Tidspunkt => {
  const [aar = 0, maaned = 1] = danskDag(nu).split('-').map(Number)
  return startOfDanskDag(new Date(Date.UTC(aar, maaned - 12, 1)).toISOString().slice(0, 10))
}

/** The last twelve months in numbers, nobody's. Throws DatabaseFejl. */
export async function hentAlarmtal({ db, clock }: Tilsynsdeps, hvem: Tilsynende): Promise<Alarmtal> {
  const kontekst = kontekstForTilsyn(hvem)
  const nu = clock.now()
  const fra = findFoersteMaaned(nu)
  await db.writeBatch(kontekst, [insertLaesning(toLaeser(hvem, nu), 'tal')])
  const [maaneder, arter] = await db.readBatch(kontekst, [countAlarmer(hvem.cvr, fra), countArter(hvem.cvr, fra)])
  return { maaneder, arter }
}
