import pg from 'pg'
import { clientConfig, type Forbindelse, toDatabaseFejl } from './connections.ts'
import { toVaerdier } from './lister.ts'
import { createPipelined, holdUntilTickEnds } from './pipelined.ts'
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
  // A transaction's own connection is pipelined too: statements that do not depend on each other's answers are on their way together.
  const valg = { ...clientConfig(forbindelse, statementTimeoutMs), pipeline: true, max, idleTimeoutMillis: 60_000 }
  const pool = new pg.Pool(valg as pg.PoolConfig)
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
  const tilstand = { slut: false }
  try {
    // Not waited for: where it fails, so does every statement after it, and the COMMIT answers ROLLBACK.
    const begun = send(client, `BEGIN; ${settings}`)
    begun.catch(() => undefined)
    const result = await work(toTransaktion(client, kontekst.rolle, tilstand))
    tilstand.slut = true
    await begun
    const commit = await send(client, 'COMMIT')
    if (commit.command !== 'COMMIT') throw new DatabaseFejl('The transaction was rolled back')
    kasser = false
    return result
  } catch (error) {
    tilstand.slut = true
    // A client whose ROLLBACK fails is thrown away, so that nobody inherits its transaction.
    kasser = await client.query('ROLLBACK').then(
      () => false,
      () => true,
    )
    throw error
  } finally {
    client.release(kasser)
  }
}

/**
 * Put on the wire with whatever else is sent before the tick ends. What the driver says went wrong is told apart from our own faults here, where it
 * is said: a connection that broke has many words for it.
 */
function send(client: pg.PoolClient, statement: string | pg.QueryConfig): Promise<pg.QueryResult<pg.QueryResultRow>> {
  holdUntilTickEnds(client)
  return client.query(statement).catch((error: unknown) => {
    throw toDatabaseFejl(error)
  })
}

const toQuery = (statement: Statement<unknown>): pg.QueryConfig => ({ ...statement, values: toVaerdier(statement.values) })

/**
 * `tilstand.slut`: the transaction has ended. Of statements that were given together one may have failed while another's answer is worked
 * on; what that would send next must not reach a connection that is somebody else's by now.
 */
const toTransaktion = (client: pg.PoolClient, rolle: Databaserolle, tilstand: { readonly slut: boolean }): Transaktion => {
  const query = async (statement: string | pg.QueryConfig) => {
    if (tilstand.slut) throw new DatabaseFejl('The transaction has ended')
    return send(client, statement)
  }
  return {
    run: async <R>(statement: Statement<R>) => (await query(toQuery(statement))).rows as R[],
    count: async (statement) => (await query(toQuery(statement))).rowCount ?? 0,
    asSletning: async (work) => {
      await query(settingsFor({ rolle: 'sletning' }))
      const resultat = await work()
      // Where `work` throws the transaction is lost, and its role with it.
      await query(`SET LOCAL ROLE borgerblikket_${rolle}`)
      return resultat
    },
  }
}
