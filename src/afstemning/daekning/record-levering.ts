import type { Tidspunkt, Uuid } from '#kernel'
import type { Transaktion } from '#platform/database'
import { upsertLeveringer } from './daekning.sql.ts'
import type { Emnefelt } from './daekning.ts'

/** What came from a source at `tid`. */
export type Levering = Emnefelt & { readonly kilde: Uuid; readonly tid: Tidspunkt }

/**
 * Notes that a source has delivered, in the intake's own transaction (role modtagelse), so that coverage and items can never disagree.
 * The first delivery connects the source for the field; how far back its data go is for others to say.
 */
export async function recordLevering(tx: Transaktion, leveringer: readonly Levering[]): Promise<void> {
  const unikke = new Map(
    leveringer
      .toSorted((a, b) => (a.tid < b.tid ? -1 : 1))
      .map((levering) => [[levering.kommune, levering.livsomraade, levering.art, levering.kilde].join(' '), levering]),
  )
  if (unikke.size > 0) await tx.run(upsertLeveringer([...unikke.values()]))
}
