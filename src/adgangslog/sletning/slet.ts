import { type CvrNummer, type Tidspunkt, tidspunkt } from '#kernel'
import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import { deleteLinjer, deleteSpoergsmaal, deleteUndtagelser, findOpbevaring } from './sletning.sql.ts'

export type Sletningsdeps = { readonly db: Database; readonly clock: Clock }
export type Logsletning = { readonly slettet: number; readonly graense: Tidspunkt; readonly maaneder: number }

/** Where a municipality has not chosen how long the log is kept. */
export const STANDARD_OPBEVARING_MAANEDER = 60
/** So many lines a transaction: readers and the batch writer wait for none of it. */
const STYKKE = 5_000
const ROLLE = { rolle: 'logsletning' } as const

/**
 * Deletes the lines whose time is over, from the oldest on, in pieces; what was sealed of them stays in the tree. The log is common to `kommuner`, and is
 * kept for as long as the one that wants to keep it longest. Can be stopped anywhere, and goes on where it was. Throws DatabaseFejl.
 */
export async function sletGamleLinjer(
  { db, clock }: Sletningsdeps,
  kommuner: readonly CvrNummer[],
  hvem: string,
  onFremdrift: (slettet: number) => void = () => undefined,
): Promise<Logsletning> {
  const [valgte] = await db.readBatch(ROLLE, [findOpbevaring()])
  const valgt = new Map(valgte.map(({ kommune, opbevaring_maaneder }) => [kommune, opbevaring_maaneder]))
  const oensket = [...kommuner.filter((cvr) => !valgt.has(cvr)).map(() => STANDARD_OPBEVARING_MAANEDER), ...valgt.values()]
  const maaneder = oensket.length === 0 ? STANDARD_OPBEVARING_MAANEDER : Math.max(...oensket)
  const nu = clock.now()
  const graense = minusMaaneder(nu, maaneder)
  let slettet = 0
  for (let sidst = STYKKE; sidst === STYKKE; ) {
    sidst = await db.transaction(ROLLE, async (tx) => (await tx.run(deleteLinjer(graense, STYKKE, hvem)))[0]?.antal ?? 0)
    slettet += sidst
    onFremdrift(slettet)
  }
  for (const statement of [deleteSpoergsmaal(graense, nu, STYKKE), deleteUndtagelser(graense, STYKKE)])
    for (let sidst = STYKKE; sidst === STYKKE; ) sidst = await db.transaction(ROLLE, (tx) => tx.count(statement))
  return { slettet, graense, maaneder }
}

function minusMaaneder(nu: Tidspunkt, maaneder: number): Tidspunkt {
  const dag = new Date(nu)
  const dagen = dag.getUTCDate()
  dag.setUTCDate(1)
  dag.setUTCMonth(dag.getUTCMonth() - maaneder)
  // The 31st of a month that has none is its last day.
  const sidste = new Date(Date.UTC(dag.getUTCFullYear(), dag.getUTCMonth() + 1, 0)).getUTCDate()
  dag.setUTCDate(Math.min(dagen, sidste))
  return tidspunkt(dag)
}
