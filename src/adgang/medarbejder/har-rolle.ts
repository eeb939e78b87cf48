import type { CvrNummer, Tidspunkt, Uuid } from '#kernel'
import type { Transaktion } from '#platform/database'
import type { Rolle } from './medarbejder.ts'
import { listGaeldendeRoller } from './rolle.sql.ts'

/** Whether somebody holds a role in the organisation at `nu`, for a decision that stands on another than the one who asks. Throws DatabaseFejl. */
export async function harRolle(
  tx: Transaktion,
  { cvr, id }: { readonly cvr: CvrNummer; readonly id: Uuid },
  rolle: Rolle,
  nu: Tidspunkt,
): Promise<boolean> {
  return (await tx.run(listGaeldendeRoller(cvr, id, nu))).some((raekke) => raekke.rolle === rolle)
}
