import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { createEmbedded, type Forbindelse, forbindelseFromUrl, migrate, provision } from '#platform/database'

/** The server that the run's databases are made on, and the migrated database that they are copies of. */
export type Testserver = { readonly ejer: Forbindelse; readonly app: Forbindelse; readonly skabelon: string }

declare module 'vitest' {
  interface ProvidedContext {
    testserver: Testserver
  }
}

/** Starts an embedded PostgreSQL for the run, or uses the one at DATABASE_URL, and makes the template once. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const mappe = mkdtempSync(join(tmpdir(), 'bbtest-'))
  // As root the server runs as another account, which must be able to pass through.
  chmodSync(mappe, 0o711)
  const url = process.env['DATABASE_URL']
  const embedded = url ? undefined : await createEmbedded({ dataMappe: mappe })
  const server = embedded?.ejer ?? forbindelseFromUrl(url ?? '')
  const skabelon = `bbskabelon_${randomBytes(4).toString('hex')}`
  const rolle = `${skabelon}_app`
  await withServer(server, (client) => client.query(`CREATE DATABASE ${skabelon}`))
  const ejer = { ...server, database: skabelon }
  await migrate(ejer)
  const app = await provision(ejer, rolle, randomBytes(16).toString('hex'))
  project.provide('testserver', { ejer: server, app, skabelon })
  return async () => {
    await withServer(server, async (client) => {
      await client.query(`DROP DATABASE IF EXISTS ${skabelon} WITH (FORCE)`)
      await client.query(`DROP ROLE IF EXISTS ${rolle}`)
    })
    await embedded?.stop()
    rmSync(mappe, { recursive: true, force: true })
  }
}

async function withServer<T>(server: Forbindelse, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ ...server, ssl: server.ssl ?? false, database: 'postgres' })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
