import { join } from 'node:path'
import type { CprNummer } from '#kernel'
import { findOrCreatePerson } from '#part'
import { systemClock } from '#platform/clock'
import { createNoegler } from '#platform/crypto'
import { openDatabase } from '#platform/database'
import { parseWebsted } from '../../src/adgang/index.ts'
import { sessionCookie } from '../../src/adgang/session.ts'
import { startSession } from '../../src/adgang/session-liv.ts'
import { forbindelserOf } from './serverproces.ts'

/** The cookie (`name=value`) of a person who is logged in at a program that runs on this data folder, without the way around MitID. */
export async function logInd(dataMappe: string, url: string, cpr: string): Promise<string> {
  const db = openDatabase(forbindelserOf(dataMappe).app)
  try {
    const noegler = createNoegler(join(dataMappe, 'noegler'))
    const part = await findOrCreatePerson(db, noegler, cpr as CprNummer)
    const deps = { db, noegler, clock: systemClock, websted: parseWebsted(url) }
    const session = await startSession(deps, { part, navn: 'Prøve Person', loa: 'Substantial', forrige: undefined })
    return sessionCookie(deps, session).split(';')[0] ?? ''
  } finally {
    await db.close()
  }
}
