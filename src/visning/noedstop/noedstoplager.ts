import { afvist, type CvrNummer, newUuid, ok, type Resultat, type Tidspunkt, type Uuid } from '#kernel'
import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import type { Stopslags } from '../fakta.ts'
import {
  decideOphaevelse,
  type Ophaevelseskommando,
  parseBegrundelse,
  type Stopforloeb,
  type Stophaendelse,
  type Stopperson,
} from './forloeb.ts'
import type { Stopafvisning } from './noedstop.errors.ts'
import {
  type ForloebRaekke,
  findNoedstop,
  insertNoedstop,
  insertOphaevelse,
  listAktiveNoedstop,
  listNoedstop,
} from './noedstop.sql.ts'

export type Noedstopdeps = { readonly db: Database; readonly clock: Clock }

/** What is to be stopped, and why. */
export type Stopvalg = {
  readonly kommune: CvrNummer
  readonly slags: Stopslags
  readonly vaerdi: string
  readonly begrundelse: string
}

/** So many of a municipality's stops the history goes back. */
const HISTORIK = 200

/**
 * Stops something at once: what is read after this has returned hides it, in every process, since each read takes the stops with it. One
 * person is enough, and the same thing may be stopped twice: each stop is opened by itself. Throws DatabaseFejl.
 */
export async function stopVisning(
  { db, clock }: Noedstopdeps,
  valg: Stopvalg,
  af: Stopperson,
): Promise<Resultat<Stopforloeb, Stopafvisning>> {
  const begrundelse = parseBegrundelse(valg.begrundelse)
  if (begrundelse === undefined) return afvist('BEGRUNDELSE_MANGLER')
  const stop = { ...valg, begrundelse, id: newUuid(), siden: clock.now(), af }
  await db.transaction({ rolle: 'opsaetning' }, (tx) => tx.run(insertNoedstop(stop)))
  return ok({ ...stop, haendelser: [] })
}

/** Takes a step towards opening a stop of the municipality's again; a confirmation opens it at once. Throws DatabaseFejl. */
export async function advanceOphaevelse(
  { db, clock }: Noedstopdeps,
  kommune: CvrNummer,
  id: Uuid,
  kommando: Ophaevelseskommando,
  af: Stopperson,
): Promise<Resultat<Stophaendelse, Stopafvisning>> {
  return db.transaction({ rolle: 'opsaetning' }, async (tx) => {
    const [raekke] = await tx.run(findNoedstop(kommune, id))
    if (!raekke) return afvist('FINDES_IKKE')
    const svar = decideOphaevelse(toForloeb(raekke), kommando, af, clock.now())
    if (!svar.ok) return svar
    // Two who act at the same moment have the same number: the database lets one through.
    return (await tx.count(insertOphaevelse(id, svar.value))) === 1 ? svar : afvist('ANDEN_VAR_FOERST')
  })
}

/** A municipality's stops: all in force, and the newest opened ones, newest first. Throws DatabaseFejl. */
export async function readNoedstop(
  { db }: Pick<Noedstopdeps, 'db'>,
  kommune: CvrNummer,
): Promise<{ readonly aktive: readonly Stopforloeb[]; readonly aabnede: readonly Stopforloeb[] }> {
  const [aktive, nyeste] = await db.readBatch({ rolle: 'opsaetning' }, [
    listAktiveNoedstop(kommune),
    listNoedstop(kommune, HISTORIK),
  ])
  const kendte = new Set(aktive.map(({ noedstop_id }) => noedstop_id))
  return {
    aktive: aktive.map(toForloeb),
    aabnede: nyeste.filter(({ noedstop_id }) => !kendte.has(noedstop_id)).map(toForloeb),
  }
}

function toForloeb(raekke: ForloebRaekke): Stopforloeb {
  const forslag = raekke.haendelser.findLast(({ trin }) => trin === 'foreslaaet')
  return {
    id: raekke.noedstop_id,
    kommune: raekke.kommune,
    slags: raekke.slags,
    vaerdi: raekke.vaerdi,
    siden: raekke.siden,
    begrundelse: raekke.begrundelse,
    af: { id: raekke.medarbejder_id, navn: raekke.medarbejder_navn },
    haendelser: raekke.haendelser.map(({ tid, ...led }) => ({
      ...led,
      tid: new Date(tid).toISOString() as Tidspunkt,
      forslag: led.trin === 'bekraeftet' && forslag ? { nr: forslag.nr, af: forslag.af.id } : undefined,
    })),
  }
}
