import { findLoggraense } from '#adgangslog'
import type { CvrNummer, Tidspunkt } from '#kernel'
import { type Clock, minusMaaneder } from '#platform/clock'
import type { Database } from '#platform/database'
import { countGamle, holdOprydning, RYDDES, type Ryddes, removeGamle } from './oprydning.sql.ts'

export type Oprydningsdeps = {
  readonly db: Database
  readonly clock: Clock
  readonly kilder: { alle(): Promise<readonly { readonly kommuner: readonly CvrNummer[] }[]> }
  /** How many months a remark is kept after it has ended. */
  readonly bemaerkningerMaaneder: number
}
export type Oprydning = { readonly hvad: Ryddes; readonly foer: Tidspunkt; readonly antal: number }

const ROLLE = { rolle: 'opslagssletning' } as const
/** So many a transaction: nobody waits long for any of it. */
const STYKKE = 1_000
/** An extract is fetched within a month of being ordered; what it was is kept for half a year more. */
const UDTRAEK_MAANEDER = 7
/** Whom an extract can be about: it reaches six months back. */
const SOEGEDAG_MAANEDER = 7

/** How much there is whose time is over. Removes nothing. Throws DatabaseFejl. */
export async function countOverstaaet(deps: Oprydningsdeps): Promise<readonly Oprydning[]> {
  const graenser = await findGraenser(deps)
  const raekker = await deps.db.readBatch(
    ROLLE,
    RYDDES.map((hvad) => countGamle(hvad, graenser[hvad])),
  )
  return RYDDES.map((hvad, nr) => ({ hvad, foer: graenser[hvad], antal: raekker[nr]?.[0]?.antal ?? 0 }))
}

/**
 * Removes what is kept of look-ups and whose time is over, the oldest first, in pieces. Can be stopped anywhere, by the signal between two pieces, and
 * goes on where it was. Throws DatabaseFejl.
 */
export async function ryd(
  deps: Oprydningsdeps,
  hvem: string,
  { signal, onFremdrift }: { readonly signal?: AbortSignal; readonly onFremdrift?: (antal: number) => void } = {},
): Promise<readonly Oprydning[]> {
  const graenser = await findGraenser(deps)
  const fjernet: Oprydning[] = []
  for (const hvad of RYDDES) {
    let antal = 0
    for (let sidst = STYKKE; sidst > 0 && !signal?.aborted; ) {
      sidst = await removePiece(deps.db, hvad, graenser[hvad], hvem)
      antal += sidst
      onFremdrift?.(sidst)
    }
    fjernet.push({ hvad, foer: graenser[hvad], antal })
  }
  return fjernet
}

const removePiece = (db: Database, hvad: Ryddes, foer: Tidspunkt, hvem: string): Promise<number> =>
  db.transaction(ROLLE, async (tx) => {
    await tx.run(holdOprydning())
    return (await tx.run(removeGamle(hvad, foer, STYKKE, hvem)))[0]?.antal ?? 0
  })

/** Visits, what was read of them and what is left of notes are kept as the log is. */
async function findGraenser(deps: Oprydningsdeps): Promise<Readonly<Record<Ryddes, Tidspunkt>>> {
  const { graense } = await findLoggraense(deps, await readKommuner(deps))
  const nu = deps.clock.now()
  return {
    besoeg: graense,
    tilsynslaesning: graense,
    notat: graense,
    udtraek: minusMaaneder(nu, UDTRAEK_MAANEDER),
    bemaerkning: minusMaaneder(nu, deps.bemaerkningerMaaneder),
    soegedag: minusMaaneder(nu, SOEGEDAG_MAANEDER),
  }
}

export const readKommuner = async ({ kilder }: Pick<Oprydningsdeps, 'kilder'>): Promise<readonly CvrNummer[]> => [
  ...new Set((await kilder.alle()).flatMap(({ kommuner }) => kommuner)),
]
