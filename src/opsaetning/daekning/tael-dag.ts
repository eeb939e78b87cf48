import { danskDag } from '#platform/clock'
import { startRunder } from '#platform/runder'
import { listStop, upsertDag } from './daekning.sql.ts'
import type { Kortdeps } from './hent-kort.ts'
import { felterI } from './kort.ts'
import { landskort } from './land.ts'

/**
 * Writes how coverage stands now as the day's, for every municipality that shows anything. Counted again later in the day the later count
 * holds; two servers that count do no harm. Answers how many municipalities. Throws DatabaseFejl and SnapshotFejl.
 */
export async function countDag(deps: Kortdeps): Promise<number> {
  const [daekning, opsaetning, [stop]] = await Promise.all([
    deps.daekning.current(),
    deps.opsaetning.current(),
    deps.db.readBatch({ rolle: 'opsaetning' }, [listStop(undefined)]),
  ])
  const nu = deps.clock.now()
  const raekker = landskort({ daekning, opsaetning, nu }, stop)
    .regioner.flatMap(({ kommuner }) => kommuner)
    .filter(({ tal }) => felterI(tal) > 0)
    .map(({ kommune, tal }) => ({
      kommune: kommune.cvr,
      bevist: tal.bevist,
      forbehold: tal.forbehold,
      ikke_tilsluttet: tal.ikkeTilsluttet,
    }))
  if (raekker.length > 0) await deps.db.transaction({ rolle: 'opsaetning' }, (tx) => tx.run(upsertDag(danskDag(nu), nu, raekker)))
  return raekker.length
}

const EN_TIME_MS = 3_600_000

/** Counts once an hour for as long as the server runs: the last count of a day is the day's. Answers how to stop. */
export const startDagstaelling = (deps: Kortdeps, onFejl: (fejl: unknown) => void): (() => Promise<void>) =>
  startRunder({ work: () => countDag(deps).then(() => EN_TIME_MS), onFejl, efterFejlMs: EN_TIME_MS })
