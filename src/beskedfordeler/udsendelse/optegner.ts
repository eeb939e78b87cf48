import type { Uuid } from '#kernel'
import type { Database, Statement } from '#platform/database'

/** Records what became of deliveries. */
export type Optegner = {
  /** Answers when it is durable. Throws DatabaseFejl; then the delivery's loan runs out, and it is made again. */
  record(abonnement: Uuid, statements: readonly Statement<never>[]): Promise<void>
}

type Ventende = {
  readonly abonnement: Uuid
  readonly statements: readonly Statement<never>[]
  readonly resolve: () => void
  readonly reject: (fejl: unknown) => void
}

const HOEJST_PR_SKRIVNING = 100

/**
 * Whatever ends while one record is being written goes into the next: many deliveries share one flush to disk, and all of them together use one
 * of the connections that intake and logins need too.
 */
export function createOptegner(db: Pick<Database, 'transaction'>): Optegner {
  let ventende: Ventende[] = []
  let skriver = false
  const writeAll = async (): Promise<void> => {
    skriver = true
    while (ventende.length > 0) {
      const bunke = ventende.slice(0, HOEJST_PR_SKRIVNING)
      ventende = ventende.slice(HOEJST_PR_SKRIVNING)
      await writeBunke(db, bunke)
    }
    skriver = false
  }
  return {
    record: async (abonnement, statements) => {
      const skrevet = new Promise<void>((resolve, reject) => ventende.push({ abonnement, statements, resolve, reject }))
      if (!skriver) void writeAll()
      await skrevet
    },
  }
}

async function writeBunke(db: Pick<Database, 'transaction'>, bunke: readonly Ventende[]): Promise<void> {
  // In one order in all processes: each writes its subscription's row, and two that met crosswise would wait for each other.
  const ordnet = bunke.toSorted((a, b) => (a.abonnement < b.abonnement ? -1 : a.abonnement > b.abonnement ? 1 : 0))
  try {
    await db.transaction({ rolle: 'beskedfordeler' }, async (tx) => {
      for (const { statements } of ordnet) for (const statement of statements) await tx.run(statement)
    })
    for (const { resolve } of bunke) resolve()
  } catch (fejl) {
    for (const { reject } of bunke) reject(fejl)
  }
}
