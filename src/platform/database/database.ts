import pg from 'pg'
import { clientConfig, type Forbindelse, toDatabaseFejl } from './connections.ts'
import { createPipelined } from './pipelined.ts'
import { settingsFor } from './session-settings.ts'
import { type Database, DatabaseFejl, type Databaserolle, type Kontekst, type Statement, type Transaktion } from './types.ts'

export type Databasegraenser = {
  /** Connections shared by batches of reads. */
  readonly delte: number
  /** Connections for transactions, each held by one. */
  readonly eksklusive: number
  readonly laesTimeoutMs: number
  readonly skriveTimeoutMs: number
}

const STANDARD: Databasegraenser = { delte: 2, eksklusive: 8, laesTimeoutMs: 5_000, skriveTimeoutMs: 60_000 }

/** Opens the two doors to the database as the login role. Nothing is connected until first used. */
export function openDatabase(forbindelse: Forbindelse, graenser: Partial<Databasegraenser> = {}): Database {
  const { delte, eksklusive, laesTimeoutMs, skriveTimeoutMs } = { ...STANDARD, ...graenser }
  const laesninger = createPipelined(forbindelse, delte, laesTimeoutMs)
  // A connection of their own, and one: they are kept in order, and no read waits behind a flush to disk.
  const skrivninger = createPipelined(forbindelse, 1, skriveTimeoutMs)
  const pool = createPool(forbindelse, eksklusive, skriveTimeoutMs)
  return {
    readBatch: laesninger.readBatch,
    writeBatch: skrivninger.writeBatch,
    transaction: async (kontekst, work) => {
      const settings = settingsFor(kontekst)
      const client = await pool.connect().catch((error: unknown) => {
        throw toDatabaseFejl(error)
      })
      return runTransaction(client, kontekst, settings, work)
    },
    close: async () => {
      await Promise.all([laesninger.close(), skrivninger.close(), pool.end()])
    },
  }
}

function createPool(forbindelse: Forbindelse, max: number, statementTimeoutMs: number): pg.Pool {
  const pool = new pg.Pool({ ...clientConfig(forbindelse, statementTimeoutMs), max, idleTimeoutMillis: 60_000 })
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined)
  // One that breaks while it is held by a transaction fails that transaction's statements; it must not end the process either.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

async function runTransaction<T>(
  client: pg.PoolClient,
  kontekst: Kontekst,
  settings: string,
  work: (tx: Transaktion) => Promise<T>,
): Promise<T> {
  let kasser = true
  try {
    await client.query(`BEGIN; ${settings}`)
    const result = await work(toTransaktion(client, kontekst.rolle))
    const commit = await client.query('COMMIT')
    if (commit.command !== 'COMMIT') throw new DatabaseFejl('The transaction was rolled back')
    kasser = false
    return result
  } catch (error) {
    // A client whose ROLLBACK fails is thrown away, so that nobody inherits its transaction.
    kasser = await client.query('ROLLBACK').then(
      () => false,
      () => true,
    )
    throw isFromDriver(error) ? toDatabaseFejl(error) : error
  } finally {
    client.release(kasser)
  }
}

const isFromDriver = (error: unknown): boolean =>
  error instanceof pg.DatabaseError ||
  (error instanceof Error && /^(Connection terminated|timeout|write|read ECONN)/.test(error.message))

const toTransaktion = (client: pg.PoolClient, rolle: Databaserolle): Transaktion => ({
  run: async <R>(statement: Statement<R>) => {
    const result = await client.query({ ...statement, values: statement.values as unknown[] })
    return result.rows as R[]
  },
  count: async (statement) => {
    const result = await client.query({ ...statement, values: statement.values as unknown[] })
    return result.rowCount ?? 0
  },
  asSletning: async (work) => {
    await client.query(settingsFor({ rolle: 'sletning' }))
    const resultat = await work()
    // Where `work` throws the transaction is lost, and its role with it.
    await client.query(`SET LOCAL ROLE borgerblikket_${rolle}`)
    return resultat
  },
})
