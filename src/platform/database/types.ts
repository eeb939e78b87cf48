import type { CvrNummer, Kommuneformaal, Rettighedsgruppe, Tidspunkt, Uuid } from '#kernel'

/**
 * The database roles that the login role may put on inside a transaction (SET LOCAL ROLE). The login role itself has no grants, so a
 * statement outside a transaction, or one that forgot its role, reads nothing.
 */
export type Databaserolle =
  | 'borger'
  | 'login'
  | 'modtagelse'
  | 'log'
  | 'opsaetning'
  | 'drift'
  | 'beskedfordeler'
  | 'oprydning'
  | 'sletning'
  | 'kilde'
  | 'kommune'
  | 'kommunetekst'
  | 'kvalitet'
  | 'forsegling'
  | 'logsletning'
  | 'opslagssletning'
  | 'sagsbehandler'
  | 'kendskab'
  | 'besoeg'
  | 'alarm'
  | 'soegning'
  | 'sagsskriver'
  | 'advis'
  | 'vidne'

/**
 * Who a transaction reads as. `parter` is whose data row-level security lets the citizen's role see, and the operator's, one at a time;
 * `aktoer` is the one who acts, whose session it is, or the source that reads what is its own; `kommune` whose rows an employee of it may see,
 * and `formaal` what for; `rettigheder` and `enheder` what a caseworker may see and where it belongs, as of `nu`. Other roles leave them out.
 */
export type Kontekst =
  | { readonly rolle: 'borger'; readonly parter: readonly Uuid[]; readonly grund: string; readonly aktoer?: Uuid }
  | { readonly rolle: 'drift'; readonly parter: readonly [Uuid]; readonly grund: string }
  | { readonly rolle: 'kilde'; readonly parter: readonly []; readonly grund: string; readonly aktoer: Uuid }
  | {
      readonly rolle: 'kommune' | 'kommunetekst'
      readonly kommune: CvrNummer
      readonly formaal: Kommuneformaal
      readonly aktoer: Uuid
    }
  | {
      readonly rolle: 'sagsbehandler' | 'kendskab'
      readonly parter: readonly Uuid[]
      readonly grund: string
      readonly aktoer: Uuid
      readonly kommune: CvrNummer
      readonly nu: Tidspunkt
      readonly rettigheder: readonly Rettighedsgruppe[]
      readonly enheder: readonly string[]
    }
  | {
      /** Begins and finds an employee's own visits; looks after the municipality's alarms; writes what an employee has to say about a part; searches. */
      readonly rolle: 'besoeg' | 'alarm' | 'soegning' | 'sagsskriver'
      readonly parter: readonly Uuid[]
      readonly grund: string
      readonly aktoer: Uuid
      readonly kommune: CvrNummer
    }
  | {
      readonly rolle: Exclude<
        Databaserolle,
        | 'borger'
        | 'drift'
        | 'kilde'
        | 'kommune'
        | 'kommunetekst'
        | 'sagsbehandler'
        | 'kendskab'
        | 'besoeg'
        | 'alarm'
        | 'soegning'
        | 'sagsskriver'
      >
    }

export type Parameter = string | number | boolean | null | Uint8Array | readonly (string | number | boolean | null | Uint8Array)[]

/** One SQL statement. `name` makes it a prepared statement, parsed once a connection; `R` is the shape of its rows. */
export type Statement<R> = {
  readonly name?: string
  readonly text: string
  readonly values: readonly Parameter[]
  /** Never set: it only carries the row type. */
  readonly __row?: R
}

export type RowsOf<S extends readonly Statement<unknown>[]> = {
  [K in keyof S]: S[K] extends Statement<infer R> ? readonly R[] : never
}

/**
 * A transaction that is awaited in between: it holds a connection of its own until it ends. Statements are carried out in the order in which
 * they are given, each seeing what those before it did; those that are given without waiting for each other's answers share a round trip.
 */
export type Transaktion = {
  run<R>(statement: Statement<R>): Promise<readonly R[]>
  /** Rows that a data-changing statement touched. */
  count(statement: Statement<unknown>): Promise<number>
  /**
   * Runs `work` in the same transaction under the role that alone may delete, and goes back to the transaction's own. Only what is deleted
   * belongs in it: nothing else may be read or written there.
   */
  asSletning<T>(work: () => Promise<T>): Promise<T>
}

/** The two doors to the database (DESIGN 6). The raw client stays inside this folder. */
export type Database = {
  /**
   * Sends BEGIN … COMMIT in one go on a shared pipelined connection, read only, and hands out rows only when COMMIT has answered COMMIT.
   * Throws DatabaseFejl where any statement failed; then no row of any of them is handed out. A statement that takes longer than `budgetMs` is
   * cut by the database (57014), sooner than the connection's own limit: whoever shares the connection waits behind it.
   */
  readBatch<const S extends readonly Statement<unknown>[]>(
    kontekst: Kontekst,
    statements: S,
    budgetMs?: number,
  ): Promise<RowsOf<S>>
  /**
   * Sends a transaction whose statements are all known beforehand in one go: one round trip where `transaction` takes one a statement and
   * two more. Batches are kept in the order they were given. Answers the rows that each statement touched, when they are durable. Throws
   * DatabaseFejl, and then nothing of it is kept.
   */
  writeBatch(kontekst: Kontekst, statements: readonly Statement<unknown>[]): Promise<readonly number[]>
  /** Runs `work` in a transaction on an exclusive connection; rolls back where it throws. Throws DatabaseFejl, or what `work` threw. */
  transaction<T>(kontekst: Kontekst, work: (tx: Transaktion) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** The database could not do what it was asked. `kode` is PostgreSQL's SQLSTATE where there was one. The message holds no values. */
export class DatabaseFejl extends Error {
  override readonly name = 'DatabaseFejl'
  readonly kode: string | undefined
  constructor(message: string, kode?: string, options?: ErrorOptions) {
    super(message, options)
    this.kode = kode
  }
}

/** A statement whose row type is `R`. */
export const sql = <R>(text: string, values: readonly Parameter[] = [], name?: string): Statement<R> =>
  name === undefined ? { text, values } : { text, values, name }
