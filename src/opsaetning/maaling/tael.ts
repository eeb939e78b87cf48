import type { KlePraefiks } from '#kernel'
import { parseKleEmne } from '#kernel'
import { livsomraadeFor } from '#klassifikation'
import { isAaben } from '#opsaetning/konfiguration'
import { type Clock, danskDag } from '#platform/clock'
import type { Database } from '#platform/database'
import { startRunder } from '#platform/runder'
import type { Opsaetning } from '#visning'
import {
  countBesoeg,
  countTitler,
  deleteMaaned,
  findNumre,
  findTilNr,
  insertMaaned,
  insertOmraader,
  insertTitler,
  type Logstykke,
  listMaaneder,
  type Maanedsraekke,
  type Omraadenummer,
} from './maaling.sql.ts'
import { graenserFor, maanedFor, plusMaaneder } from './maaned.ts'

export type Taelledeps = {
  readonly db: Database
  readonly clock: Clock
  readonly opsaetning: { current(): Promise<Opsaetning> }
}

/**
 * Counts this month, and the last where it was not counted to its end. At most once a day: whoever saw a number grow by one as somebody logged
 * in would know who it was. Answers the months that were counted. Throws DatabaseFejl and SnapshotFejl.
 */
export async function countMaaneder(deps: Taelledeps): Promise<readonly string[]> {
  const nu = deps.clock.now()
  const [talte] = await deps.db.readBatch({ rolle: 'opsaetning' }, [listMaaneder()])
  const denne = maanedFor(nu)
  const mangler = [plusMaaneder(denne, -1), denne].filter((maaned) => {
    const foer = talte.find((en) => en.maaned === maaned)
    return !foer || (!foer.afsluttet && (maaned !== denne || danskDag(foer.talt) < danskDag(nu)))
  })
  let fraNr = talte.find(({ afsluttet }) => afsluttet)?.til_nr ?? 0
  for (const maaned of mangler) {
    const raekke = await countMaaned(deps, maaned, { fraNr, ...graenserFor(maaned) }, maaned !== denne)
    fraNr = raekke.afsluttet ? raekke.til_nr : fraNr
  }
  return mangler
}

async function countMaaned(
  { db, clock, opsaetning }: Taelledeps,
  maaned: string,
  stykke: Logstykke,
  afsluttet: boolean,
): Promise<Maanedsraekke> {
  const aabent = await opsaetning.current()
  const nu = clock.now()
  const [titler] = await db.readBatch({ rolle: 'kvalitet' }, [countTitler()])
  return db.transaction({ rolle: 'opsaetning' }, async (tx) => {
    const numre = (await tx.run(findNumre(stykke))).flatMap(({ kommune, kle }): Omraadenummer[] => {
      const emne = parseKleEmne(kle)
      // What the municipality does not show is no data that a citizen has found.
      const vises = emne && isAaben(aabent, kommune, emne as string as KlePraefiks, nu)
      return vises ? [{ kommune, kle, omraade: livsomraadeFor(emne).noegle }] : []
    })
    const raekker = await tx.run(countBesoeg(stykke, numre))
    const [slut] = await tx.run(findTilNr(stykke.fraNr, stykke.til))
    const alle = raekker.find(({ kommune }) => kommune === '')
    const { besoeg, borgere } = alle ?? { besoeg: 0, borgere: 0 }
    const raekke = { maaned, besoeg, borgere, til_nr: slut?.nr ?? stykke.fraNr, talt: nu, afsluttet }
    for (const statement of deleteMaaned(maaned)) await tx.run(statement)
    await tx.run(insertMaaned(raekke))
    await tx.run(
      insertOmraader(
        maaned,
        raekker.filter(({ kommune }) => kommune !== ''),
      ),
    )
    // How titles stand is known of today alone.
    if (!afsluttet) await tx.run(insertTitler(maaned, titler))
    return raekke
  })
}

const EN_TIME_MS = 3_600_000

/** Counts for as long as the server runs. Answers how to stop: what is under way is waited for. */
export const startTaelling = (deps: Taelledeps, onFejl: (fejl: unknown) => void): (() => Promise<void>) =>
  startRunder({ work: () => countMaaneder(deps).then(() => EN_TIME_MS), onFejl, efterFejlMs: EN_TIME_MS })
