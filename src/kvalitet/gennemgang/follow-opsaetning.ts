import { createHash } from 'node:crypto'
import { type CvrNummer, type Uuid, uuid } from '#kernel'
import type { Database } from '#platform/database'
import { startRunder } from '#platform/runder'
import type { KleKonfiguration } from '#visning'
import { findNaesteItems, lockMaerke, setMaerke } from './keep.sql.ts'
import { type Holddeps, keepOpgaver } from './keep-opgaver.ts'

export type Genfyldningsdeps = Holddeps & { readonly db: Pick<Database, 'transaction'> }

const AD_GANGEN = 200
const FOER_ALLE = uuid('00000000-0000-0000-0000-000000000000')
const PAUSE_MS = 5_000
const MELLEM_STYKKER_MS = 50

/**
 * Where a municipality asks for another review than before, or shows what it did not, all its titles are gone through once more, a piece at
 * each call. Answers how many were; 0 where nothing is left. The place is kept in the transaction that does the work. Throws DatabaseFejl.
 */
export async function refillNaeste(deps: Genfyldningsdeps): Promise<number> {
  const opsaetning = await deps.opsaetning.current()
  const nu = deps.clock.now()
  let antal = 0
  const fejl: unknown[] = []
  for (const kommune of opsaetning.kommuner())
    try {
      antal += await refillFor(deps, kommune, fingerprint(opsaetning.gaeldendeFor(kommune, nu)))
    } catch (error) {
      // One that fails must not keep those after it waiting.
      fejl.push(error)
    }
  if (fejl.length > 0) throw fejl[0]
  return antal
}

/** What decides who is to look at what. A version that comes into force by its date is another fingerprint. */
const fingerprint = (konfigurationer: readonly KleKonfiguration[]): string =>
  createHash('sha256')
    .update(
      JSON.stringify(
        konfigurationer
          .map((k) => [
            ...[
              k.kle,
              k.aaben,
              k.titelvisning,
              k.kvalitetskrav,
              k.stikproeve,
              k.visDokumenttitler,
              k.visJournalnotater,
              k.visAftaler,
            ],
            ...[...k.dokumenttyper, ...k.notatsystemer].toSorted(),
          ])
          .toSorted((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1)),
      ),
    )
    .digest('base64url')

const refillFor = (deps: Genfyldningsdeps, kommune: CvrNummer, opsaetning: string): Promise<number> =>
  deps.db.transaction({ rolle: 'kvalitet' }, async (tx) => {
    const [maerke] = await tx.run(lockMaerke(kommune))
    if (maerke && maerke.opsaetning === opsaetning && maerke.part_id === null) return 0
    const efter: readonly [Uuid, Uuid] =
      maerke?.opsaetning === opsaetning ? [maerke.part_id ?? FOER_ALLE, maerke.item_id ?? FOER_ALLE] : [FOER_ALLE, FOER_ALLE]
    const raekker = await tx.run(findNaesteItems(kommune, efter, AD_GANGEN))
    await keepOpgaver(
      tx,
      deps,
      raekker.map(({ item_id }) => item_id),
    )
    const sidste = raekker.length === AD_GANGEN ? raekker.at(-1) : undefined
    await tx.run(setMaerke(kommune, opsaetning, sidste))
    return raekker.length
  })

/** Goes on for as long as the server runs. Answers how to stop: what is under way is waited for. */
export const startGenfyldning = (deps: Genfyldningsdeps, onFejl: (fejl: unknown) => void): (() => Promise<void>) =>
  startRunder({
    work: async () => ((await refillNaeste(deps)) > 0 ? MELLEM_STYKKER_MS : PAUSE_MS),
    onFejl,
    efterFejlMs: PAUSE_MS,
  })
