import { kontekstForKendskab, kontekstForSoegning, sagsbehandlersSession } from '#adgang'
import { type Soegegrundlag, type Uuid, uuid } from '#kernel'
import type { RowsOf, Statement } from '#platform/database'
import type { Logpost } from './adgangslog.sql.ts'
import { appendAlle } from './append-alle.ts'
import { Grundlagsfejl, type Laesedeps, Sessionsfejl } from './read-persondata.ts'

/** Whom a line is about where a search showed nobody: that somebody searched is kept all the same. */
export const INGEN_PART = uuid('00000000-0000-0000-0000-000000000000')

/** Reads for a search. Nothing of what it reads leaves it but as a Soegefund. */
export type Soegelaeser = {
  /** Candidates by tokens and numbers, and the sealed names of the parts that are named. */
  find<const S extends readonly Statement<unknown>[]>(parter: readonly Uuid[], statements: S): Promise<RowsOf<S>>
  /** What the caseworker may know of, of these parts and no others. */
  known<R extends { readonly part_id: Uuid }>(parter: readonly Uuid[], statement: Statement<R>): Promise<readonly R[]>
}

/** What a search came to, whom it shows, and whom a number asked for by itself, shown or not. */
export type Soegefund<T> = { readonly svar: T; readonly vist: readonly Uuid[]; readonly spurgt?: Uuid | undefined }

/**
 * A caseworker's only way to search. The session is checked with each look at what may be known of, nobody is shown of whom that found nothing,
 * and the answer is not handed over before a log row about each who is shown is durable. A part that was asked for by number is logged though it
 * is not shown; where nobody is, one row says that a search was made, so that a search for a stranger and one for nobody are one write each.
 * Throws Sessionsfejl, Grundlagsfejl, Logfejl, DatabaseFejl or what `work` throws; then nothing has left.
 */
export async function searchForSagsbehandler<T>(
  { db, log, clock }: Laesedeps,
  grundlag: Soegegrundlag,
  work: (laeser: Soegelaeser) => Promise<Soegefund<T>>,
): Promise<T> {
  const nu = clock.now()
  const kendte = new Set<Uuid>()
  let tjekket = false
  const { svar, vist, spurgt } = await work({
    find: (parter, statements) => db.readBatch(kontekstForSoegning(grundlag, parter), statements),
    known: async (parter, statement) => {
      const saetninger = [sagsbehandlersSession(grundlag, nu), statement] as const
      const [[session], raekker] = await db.readBatch(kontekstForKendskab(grundlag, parter, nu), saetninger)
      if (!session) throw new Sessionsfejl('The session is not in force')
      tjekket = true
      for (const { part_id } of raekker) {
        if (!parter.includes(part_id)) throw new Grundlagsfejl('A row about another part than was asked for')
        kendte.add(part_id)
      }
      return raekker
    },
  })
  if (!tjekket) throw new Sessionsfejl('The session has not been looked at')
  if (vist.some((part) => !kendte.has(part))) throw new Grundlagsfejl('A search shows somebody of whom nothing may be known')
  const omtalt = new Set([...vist, ...(spurgt ? [spurgt] : [])])
  await appendAlle(
    log,
    [...(omtalt.size > 0 ? omtalt : [INGEN_PART])].map((part) => toPost(grundlag, part, kendte.has(part) ? 1 : 0)),
  )
  return svar
}

const toPost = (
  { aktoer, kommune, enheder, grund, formaal, korrelation }: Soegegrundlag,
  part: Uuid,
  antal: number,
): Logpost => ({
  aktoerType: aktoer.type,
  aktoer: aktoer.id,
  kommune,
  enhed: enheder[0],
  part,
  grund,
  formaal,
  hvad: 'soegning',
  objekt: undefined,
  antal,
  korrelation,
})
