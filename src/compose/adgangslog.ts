import type { FastifyInstance } from 'fastify'
import { createVidne, openUnderskriver, startForsegling, startVidner, type Underskriver } from '#adgangslog'
import { readOrMakeUnderskriftsnoegle } from '#platform/crypto'
import type { System } from './system.ts'

/** Who signs the access log's checkpoints: the installation, by a key of its own. Throws Opstartsfejl and DatabaseFejl. */
export const openLogunderskriver = ({
  db,
  noegler,
  websted,
}: Pick<System, 'db' | 'noegler' | 'websted'>): Promise<Underskriver> =>
  openUnderskriver(db, readOrMakeUnderskriftsnoegle(noegler.mappe, 'adgangslog'), `${new URL(websted.origin).host}/adgangslog`)

/** Who signs others' logs: the installation, by another key, which says nothing of its own log. Throws Opstartsfejl. */
export const openVidne = ({ noegler, websted }: Pick<System, 'noegler' | 'websted'>): Underskriver =>
  createVidne(`${new URL(websted.origin).host}/adgangslog/vidne`, readOrMakeUnderskriftsnoegle(noegler.mappe, 'vidne'))

/** Begins to seal the access log, and to have witnesses sign it, for as long as the server runs. Answers how to stop. */
export async function startLogforsegling(system: System, app: FastifyInstance): Promise<() => Promise<void>> {
  const underskriver = await openLogunderskriver(system)
  const stopForsegling = startForsegling({ ...system, underskriver }, (fejl, brud) => {
    const hvad = { err: fejl instanceof Error ? fejl.message : 'unknown' }
    if (brud) app.log.error(hvad, 'the access log is not what was sealed; nothing more is sealed until somebody has looked')
    else app.log.warn(hvad, 'the access log could not be sealed; tried again')
  })
  const stopVidner = startVidner(
    { ...system, underskriver },
    (vidne, udfald) => {
      if (udfald === 'UENIG') app.log.error({ vidne }, 'a witness has signed another log than this: somebody must look')
      else if (udfald === 'UNDERSKREVET') app.log.info({ vidne }, 'a witness signs the access log')
      else app.log.warn({ vidne, udfald }, 'a witness does not sign the access log; asked again')
    },
    (fejl) =>
      app.log.warn({ err: fejl instanceof Error ? fejl.message : 'unknown' }, 'the witnesses could not be asked; tried again'),
  )
  return async () => {
    await stopVidner()
    await stopForsegling()
  }
}
