import type { Database, Kontekst, RowsOf, Statement } from '#platform/database'
import type { Testdatabase } from './database.ts'

/**
 * The three layers that keep citizens apart, each to be switched off by itself in a test: the query's own WHERE, row-level security, and the
 * check of every row's part against the ground. Never outside a test.
 */
type Rows = readonly Readonly<Record<string, unknown>>[]

const betweenBorger = (
  db: Database,
  before: (statement: Statement<unknown>) => Statement<unknown>,
  after: (rows: Rows, kontekst: Kontekst & { rolle: 'borger' }) => Rows,
): Database => ({
  ...db,
  readBatch: async <const S extends readonly Statement<unknown>[]>(kontekst: Kontekst, statements: S): Promise<RowsOf<S>> => {
    if (kontekst.rolle !== 'borger') return db.readBatch(kontekst, statements)
    const svar = await db.readBatch(kontekst, statements.map(before))
    return svar.map((rows) => after(rows as Rows, kontekst)) as unknown as RowsOf<S>
  },
})

/** How many statements were rewritten: a test must see that some were. */
export type Taeller = { antal: number }

/** The citizens' statements without their condition on whose the rows are. The session's own statement is left alone. */
export const udenWhere = (db: Database, taeller: Taeller): Database =>
  betweenBorger(
    db,
    (statement) => {
      const text = statement.text.replace(/\b(?:part_id|f\.indehaver) = \$1\b/g, () => '$1::uuid IS NOT NULL')
      if (text === statement.text) return statement
      taeller.antal++
      return { ...statement, text, ...(statement.name ? { name: `${statement.name}_aaben` } : {}) }
    },
    (rows) => rows,
  )

/** The rows as though each were the reader's: what checks whose they are has nothing to find. */
export const udenGrundlagstjek = (db: Database): Database =>
  betweenBorger(
    db,
    (statement) => statement,
    (rows, { parter }) => rows.map((row) => ('part_id' in row ? { ...row, part_id: parter[0] } : row)),
  )

const TABELLER = ['overblik', 'adgangslog', 'part', 'foraeldremyndighed', 'session'] as const

/** In this database alone; the roles, which all databases share, are not touched. */
export async function sluk(raekkesikkerhed: Testdatabase): Promise<void> {
  for (const tabel of TABELLER) await raekkesikkerhed.asOwner(`ALTER TABLE ${tabel} DISABLE ROW LEVEL SECURITY`)
}
