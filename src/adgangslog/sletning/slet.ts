import type { CvrNummer, Tidspunkt } from '#kernel'
import { type Clock, minusMaaneder } from '#platform/clock'
import type { Database } from '#platform/database'
import { deleteLinjer, deleteSpoergsmaal, deleteUndtagelser, findOpbevaring } from './sletning.sql.ts'

export type Sletningsdeps = { readonly db: Database; readonly clock: Clock }
export type Logsletning = { readonly slettet: number; readonly graense: Tidspunkt; readonly maaneder: number }

/** Where a municipality has not chosen how long the log is kept. */
export const STANDARD_OPBEVARING_MAANEDER = 60
/** So many lines a transaction: readers and the batch writer wait for none of it. */
const STYKKE = 5_000
const ROLLE = { rolle: 'logsletning' } as const

/** While a choice is new it counts as the longest that can be chosen: what was chosen by mistake is taken back before anything is deleted by it. */
const NYT_VALG_MAANEDER = 1
const LAENGSTE_OPBEVARING_MAANEDER = 120

/** Before when lines are over: as long ago as the one of `kommuner`, or of those that have chosen, that wants the log kept longest. Throws DatabaseFejl. */
export async function findLoggraense(
  { db, clock }: Sletningsdeps,
  kommuner: readonly CvrNummer[],
): Promise<Pick<Logsletning, 'graense' | 'maaneder'>> {
  const nu = clock.now()
  const [valgte] = await db.readBatch(ROLLE, [findOpbevaring()])
  const stod = minusMaaneder(nu, NYT_VALG_MAANEDER)
  const valgt = new Map(
    valgte.map(({ kommune, opbevaring_maaneder, aendret }) => [
      kommune,
      aendret < stod ? opbevaring_maaneder : LAENGSTE_OPBEVARING_MAANEDER,
    ]),
  )
  const oensket = [...kommuner.filter((cvr) => !valgt.has(cvr)).map(() => STANDARD_OPBEVARING_MAANEDER), ...valgt.values()]
  const maaneder = oensket.length === 0 ? STANDARD_OPBEVARING_MAANEDER : Math.max(...oensket)
  return { graense: minusMaaneder(nu, maaneder), maaneder }
}

/**
 * Deletes the lines whose time is over, from the oldest on, in pieces; what was sealed of them stays in the tree. Can be stopped anywhere, by the signal
 * between two pieces, and goes on where it was. Throws DatabaseFejl.
 */
export async function sletGamleLinjer(
  { db, clock }: Sletningsdeps,
  kommuner: readonly CvrNummer[],
  hvem: string,
  { onFremdrift, signal }: { readonly onFremdrift?: (slettet: number) => void; readonly signal?: AbortSignal } = {},
): Promise<Logsletning> {
  const { graense, maaneder } = await findLoggraense({ db, clock }, kommuner)
  let slettet = 0
  for (let sidst = STYKKE; sidst === STYKKE && !signal?.aborted; ) {
    sidst = await db.transaction(ROLLE, async (tx) => (await tx.run(deleteLinjer(graense, STYKKE, hvem)))[0]?.antal ?? 0)
    slettet += sidst
    onFremdrift?.(slettet)
  }
  for (const statement of [deleteSpoergsmaal(graense, clock.now(), STYKKE), deleteUndtagelser(graense, STYKKE)])
    for (let sidst = STYKKE; sidst === STYKKE && !signal?.aborted; )
      sidst = await db.transaction(ROLLE, (tx) => tx.count(statement))
  return { slettet, graense, maaneder }
}
