import type { Writable } from 'node:stream'
import pg from 'pg'
import { clientConfig, type Forbindelse, toDatabaseFejl } from './connections.ts'
import { toVaerdier } from './lister.ts'
import { settingsFor } from './session-settings.ts'
import { DatabaseFejl, type Kontekst, type RowsOf, type Statement } from './types.ts'

/**
 * Connections on which whole batches are queued back to back. A batch is put on the wire in one synchronous stretch, so two people's
 * statements can never lie between each other's BEGIN and COMMIT; awaiting inside a transaction on such a connection gave four people the
 * fourth one's rows, which is why nothing else may use it.
 */
export function createPipelined(forbindelse: Forbindelse, antal: number, statementTimeoutMs: number) {
  const linjer = Array.from({ length: antal }, () => createLinje(forbindelse, statementTimeoutMs))
  let naeste = 0
  const send = async (begin: Begyndelse, kontekst: Kontekst, statements: readonly Statement<unknown>[], budgetMs?: number) => {
    const settings = budgetMs === undefined ? settingsFor(kontekst) : `${settingsFor(kontekst)}; ${budgetSetting(budgetMs)}`
    naeste = (naeste + 1) % linjer.length
    const client = await (linjer[naeste] as Linje).client()
    return sendBatch(client, `${begin}; ${settings}`, statements)
  }
  return {
    async readBatch<const S extends readonly Statement<unknown>[]>(
      kontekst: Kontekst,
      statements: S,
      budgetMs?: number,
    ): Promise<RowsOf<S>> {
      const svar = await send('BEGIN READ ONLY', kontekst, statements, budgetMs)
      return svar.map(({ rows }) => rows) as unknown as RowsOf<S>
    },
    async writeBatch(kontekst: Kontekst, statements: readonly Statement<unknown>[]): Promise<readonly number[]> {
      const svar = await send('BEGIN', kontekst, statements)
      return svar.map(({ rowCount }) => rowCount ?? 0)
    },
    close: async () => {
      await Promise.all(linjer.map((linje) => linje.close()))
    },
  }
}

/** Literal, as all settings are; a whole number of milliseconds can be nothing else. */
const budgetSetting = (ms: number): string => `SET LOCAL statement_timeout = ${Math.max(1, Math.round(ms))}`

type Begyndelse = 'BEGIN READ ONLY' | 'BEGIN'

type Linje = { client(): Promise<pg.Client>; close(): Promise<void> }

/** One connection that is opened when first needed and opened anew after it broke. */
function createLinje(forbindelse: Forbindelse, statementTimeoutMs: number): Linje {
  let aaben: Promise<pg.Client> | undefined
  let aktuel: pg.Client | undefined
  const open = async (): Promise<pg.Client> => {
    const client = new pg.Client({ ...clientConfig(forbindelse, statementTimeoutMs), pipeline: true } as pg.ClientConfig)
    // A broken connection tells so twice, and the second time its successor may stand in its place.
    const glem = () => {
      if (aktuel === client) aaben = undefined
    }
    client.on('error', glem)
    client.on('end', glem)
    aktuel = client
    await client.connect()
    return client
  }
  return {
    client: async () => {
      aaben ??= open().catch((error: unknown) => {
        aaben = undefined
        throw toDatabaseFejl(error)
      })
      return aaben
    },
    close: async () => {
      const client = await aaben?.catch(() => undefined)
      await client?.end()
    },
  }
}

async function sendBatch(
  client: pg.Client,
  begin: string,
  statements: readonly Statement<unknown>[],
): Promise<pg.QueryResult<pg.QueryResultRow>[]> {
  holdUntilTickEnds(client)
  // Everything from here to the COMMIT is queued without an await: this is what keeps batches whole.
  const begun = client.query(begin)
  const svar = statements.map((statement) => client.query({ ...statement, values: toVaerdier(statement.values) }))
  const commit = client.query('COMMIT')
  const resultater = await Promise.allSettled([begun, ...svar, commit])
  const fejlet = resultater.find((resultat) => resultat.status === 'rejected')
  if (fejlet) throw toDatabaseFejl(fejlet.reason)
  // A COMMIT of a failed transaction succeeds with the tag ROLLBACK.
  if ((await commit).command !== 'COMMIT') throw new DatabaseFejl('The batch was rolled back')
  return Promise.all(svar)
}

/** Answers when the statements given so far are on the wire: the database carries them out while more are made ready here. */
export const untilSent = (): Promise<void> => new Promise((resolve) => process.nextTick(resolve))

/** The driver writes each statement by itself; held back until the tick ends, all of them are one write, which halves what a batch costs. */
export function holdUntilTickEnds(client: pg.Client | pg.PoolClient): void {
  const { stream } = (client as unknown as { readonly connection: { readonly stream: Writable } }).connection
  stream.cork()
  process.nextTick(() => stream.uncork())
}
