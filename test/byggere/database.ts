import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { type Database, type Forbindelse, openDatabase } from '#platform/database'

/** A database of the test file's own, with the current schema and nothing in it. */
export type Testdatabase = {
  /** The two doors, as the application's login role. */
  readonly db: Database
  /** How the tables' owner logs in: for what no role may do, as looking over the whole database. */
  readonly ejer: Forbindelse
  readonly app: Forbindelse
  /** Runs SQL as the owner, past every protection. */
  readonly asOwner: <R extends pg.QueryResultRow>(text: string, values?: unknown[]) => Promise<R[]>
  readonly close: () => Promise<void>
}

export async function createTestDatabase(): Promise<Testdatabase> {
  const { ejer: server, app, skabelon } = inject('testserver')
  const database = `bbtest_${randomBytes(6).toString('hex')}`
  await copyTemplate(server, database, skabelon)
  const ejer = { ...server, database }
  const appForbindelse = { ...app, database }
  const db = openDatabase(appForbindelse)
  const owner = new pg.Client({ ...ejer, ssl: ejer.ssl ?? false })
  owner.on('error', () => undefined)
  await owner.connect()
  return {
    db,
    ejer,
    app: appForbindelse,
    asOwner: async <R extends pg.QueryResultRow>(text: string, values?: unknown[]) => (await owner.query<R>(text, values)).rows,
    close: async () => {
      await db.close()
      await owner.end()
      await onServer(server, `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`)
    },
  }
}

/** A template can be copied by one at a time, so another file's copy is waited for. */
async function copyTemplate(server: Forbindelse, database: string, skabelon: string): Promise<void> {
  for (let forsoeg = 0; ; forsoeg++) {
    try {
      return await onServer(server, `CREATE DATABASE ${database} TEMPLATE ${skabelon}`)
    } catch (error) {
      if (forsoeg > 40 || (error as { code?: string }).code !== '55006') throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

async function onServer(server: Forbindelse, text: string): Promise<void> {
  const client = new pg.Client({ ...server, ssl: server.ssl ?? false, database: 'postgres' })
  await client.connect()
  try {
    await client.query(text)
  } finally {
    await client.end()
  }
}
