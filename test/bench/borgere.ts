import type { Adgangsgrundlag, Uuid } from '#kernel'
import { grundlagForEgen } from '../../src/adgang/grundlag.ts'
import { sessionCookie } from '../../src/adgang/session.ts'
import { startSession } from '../../src/adgang/session-liv.ts'
import type { Anlaeg } from './anlaeg.ts'

/** A citizen who is logged in. */
export type Borger = { readonly part: Uuid; readonly cookie: string; readonly grundlag: Adgangsgrundlag }

/** Logs random citizens of the overview in, as the login does after MitID; their visit before this one was a month ago. */
export async function logBorgereInd(anlaeg: Anlaeg, antal: number): Promise<Borger[]> {
  const { system, asOwner } = anlaeg
  const raekker = await asOwner(
    'SELECT part_id FROM (SELECT DISTINCT part_id FROM overblik) AS alle ORDER BY random() LIMIT $1',
    [antal],
  )
  const borgere: Borger[] = []
  for (const { part_id } of raekker) {
    const part = part_id as Uuid
    const session = await startSession(system, { part, navn: 'Prøve Person', loa: 'Substantial', forrige: undefined })
    const [cookie = ''] = sessionCookie(system, session).split(';')
    borgere.push({ part, cookie, grundlag: grundlagForEgen(session) })
  }
  await asOwner(`UPDATE session SET forrige_besoeg = now() - interval '30 days'`)
  return borgere
}
