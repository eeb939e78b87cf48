import { join } from 'node:path'
import { createSaml, parseWebsted } from '#adgang'
import { createLogskriver } from '#adgangslog'
import { createDaekningslager } from '#afstemning/daekning'
import type { Config } from '#config'
import { readAppAdgangskode } from '#config'
import { createKilderegister } from '#kilde'
import { createOrdlager } from '#klassifikation'
import { createRollekatalog } from '#modtagelse'
import { type Clock, systemClock } from '#platform/clock'
import { createNoegler, verifyNoegler } from '#platform/crypto'
import {
  createEmbedded,
  type Database,
  type Embedded,
  type Embeddedvalg,
  type Forbindelse,
  forbindelseFromUrl,
  migrate,
  openDatabase,
  provision,
} from '#platform/database'
import { createUnderskriver } from '#tilslutning/afproevning'
import { createIdws, sandkassenoegle } from '#tilslutning/tokentjeneste'
import { createOpsaetningslager } from '#visning'
import { findHenvendelsesregister, findMinimumsliste, findUdgaver, readRoller } from './registre.ts'

export type System = Awaited<ReturnType<typeof wireSystem>>

/**
 * Opens all that the program stands on, without serving anything: database, keys, registers. `signal` ends a start that is under way;
 * `onTabt` is told where the embedded database has ended for good. Throws Opstartsfejl, and then nothing is left running.
 */
export async function openSystem(config: Config, liv: Pick<Embeddedvalg, 'signal' | 'onTabt'> = {}): Promise<System> {
  const embedded = config.databaseUrl
    ? undefined
    : await createEmbedded({ dataMappe: config.dataMappe, pgBruger: config.pgBruger, ...liv })
  try {
    return await openOn(config, embedded)
  } catch (error) {
    await embedded?.stop()
    throw error
  }
}

async function openOn(config: Config, embedded: Embedded | undefined): Promise<System> {
  const ejer = embedded?.ejer ?? forbindelseFromUrl(config.databaseUrl ?? '')
  await migrate(ejer)
  const rolle = config.databaseRolle ?? `${ejer.database}_app`.toLowerCase().replaceAll(/[^a-z0-9_]/g, '_')
  const login = await provision(ejer, rolle, readAppAdgangskode(config.dataMappe))
  const db = openDatabase(login)
  const close = async () => {
    await db.close()
    await embedded?.stop()
  }
  try {
    return await wireSystem({ config, ejer, login, db, clock: systemClock, close })
  } catch (error) {
    await db.close()
    throw error
  }
}

/** What the program stands on: a migrated database, opened as the application's login role, and the time. */
export type Grundsten = {
  readonly config: Config
  readonly ejer: Forbindelse
  /** How the application logs in, for threads that open connections of their own; they go by the system's clock. Undefined: there are none. */
  readonly login?: Forbindelse
  readonly db: Database
  readonly clock: Clock
  readonly close: () => Promise<void>
}

/** Wires keys and registers onto an open database. Throws Opstartsfejl where the keys are not the database's. */
export async function wireSystem({ config, ejer, login, db, clock, close }: Grundsten) {
  const noegler = createNoegler(join(config.dataMappe, 'noegler'))
  await verifyNoegler(db, noegler)
  const kilder = await createKilderegister(db, clock, { udvikling: config.demo !== undefined })
  const websted = parseWebsted(config.url)
  const tokennoegle = sandkassenoegle(config.dataMappe)
  const sandkasse = config.demo !== undefined
  const idwsvalg = { konfiguration: config.idws, sandkasse, dataMappe: config.dataMappe, origin: websted.origin }
  return {
    config,
    ejer,
    login,
    db,
    noegler,
    clock,
    kilder,
    websted,
    roller: createRollekatalog(readRoller(config.rollefil)),
    opsaetning: await createOpsaetningslager(db, clock),
    ordvalg: await createOrdlager(db, clock),
    daekning: await createDaekningslager(db, clock, kilder),
    register: findHenvendelsesregister(config),
    udgaver: await findUdgaver(config),
    minimumsliste: findMinimumsliste(config),
    log: createLogskriver(db),
    underskriver: await createUnderskriver(join(config.dataMappe, 'noegler')),
    tokennoegle,
    idws: createIdws(idwsvalg, tokennoegle),
    saml: config.saml && (await createSaml(config.saml, join(config.dataMappe, 'noegler'), websted)),
    privilegier: config.privilegier,
    dataMappe: config.dataMappe,
    close,
  }
}
