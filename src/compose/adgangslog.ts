import type { FastifyInstance } from 'fastify'
import { openUnderskriver, startForsegling, type Underskriver } from '#adgangslog'
import { readOrMakeUnderskriftsnoegle } from '#platform/crypto'
import type { System } from './system.ts'

/** Who signs the access log's checkpoints: the installation, by a key of its own. Throws Opstartsfejl and DatabaseFejl. */
export const openLogunderskriver = ({
  db,
  noegler,
  websted,
}: Pick<System, 'db' | 'noegler' | 'websted'>): Promise<Underskriver> =>
  openUnderskriver(db, readOrMakeUnderskriftsnoegle(noegler.mappe, 'adgangslog'), `${new URL(websted.origin).host}/adgangslog`)

/** Begins to seal the access log, for as long as the server runs. Answers how to stop. */
export async function startLogforsegling(system: System, app: FastifyInstance): Promise<() => Promise<void>> {
  const underskriver = await openLogunderskriver(system)
  return startForsegling({ ...system, underskriver }, (fejl, brud) => {
    const hvad = { err: fejl instanceof Error ? fejl.message : 'unknown' }
    if (brud) app.log.error(hvad, 'the access log is not what was sealed; nothing more is sealed until somebody has looked')
    else app.log.warn(hvad, 'the access log could not be sealed; tried again')
  })
}
