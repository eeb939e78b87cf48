import { Grundlagsfejl, Sessionsfejl } from '#adgangslog'
import { DatabaseFejl } from '#platform/database'
import type { Mangel } from './visninger.ts'

/** So long a part of a page may take. A query that takes longer is cut by the database, so that nobody waits behind it. */
export const DELBUDGET_MS = 2_000
/** What a query is cut by answers a little before the page gives the part up. */
const SLAEK_MS = 300

/** What a part of a page came to; without a value its lack is named. */
export type Forsoegt<T> =
  | { readonly vaerdi: T; readonly mangler: readonly [] }
  | { readonly vaerdi: undefined; readonly mangler: readonly [Mangel] }

/**
 * A part that may fail or be slow without taking the page along. The part is named as lacking, and its place stays empty of claims: never an
 * empty list. What says that nothing at all may be handed out is thrown on.
 */
export async function forsoeg<T>(del: string, work: () => Promise<T>, budgetMs = DELBUDGET_MS): Promise<Forsoegt<T>> {
  try {
    return { vaerdi: await withinBudget(work(), budgetMs + SLAEK_MS), mangler: [] }
  } catch (error) {
    if (error instanceof Sessionsfejl || error instanceof Grundlagsfejl) throw error
    return { vaerdi: undefined, mangler: [{ del, aarsag: isForSent(error) ? 'tid' : 'fejl' }] }
  }
}

class Tidsfejl extends Error {
  override readonly name = 'Tidsfejl'
}

/** As PostgreSQL calls a statement that was cut. */
const AFBRUDT = '57014'

/** True where it was cut for taking too long. */
export const isForSent = (error: unknown): boolean =>
  error instanceof Tidsfejl ||
  (error instanceof DatabaseFejl && error.kode === AFBRUDT) ||
  (error instanceof Error && error.cause !== undefined && isForSent(error.cause))

async function withinBudget<T>(arbejde: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const udloeb = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Tidsfejl('A part of a page took too long')), ms)
  })
  try {
    return await Promise.race([arbejde, udloeb])
  } finally {
    clearTimeout(timer)
    // Where it fails after it was given up, nobody is there to hear it.
    arbejde.catch(() => undefined)
  }
}
