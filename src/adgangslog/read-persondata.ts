import { kontekstFor, type SessionRaekke, sessionStatement } from '#adgang'
import type { Adgangsgrundlag, Uuid } from '#kernel'
import type { Clock } from '#platform/clock'
import type { Database, RowsOf, Statement } from '#platform/database'
import type { Logskriver } from './skriver.ts'

/** Why a read is made. */
export type Formaal = 'seEgneData' | 'seBarnsData' | 'seOpslag'

/** What a read is for and what it reads, as the log tells it; and how long one of its statements may take. */
export type Laesning = {
  readonly formaal: Formaal
  readonly hvad: string
  readonly objekt?: Uuid | undefined
  readonly budgetMs?: number
}

export type Laesedeps = {
  readonly db: Database
  readonly log: Logskriver
  readonly clock: Clock
}

/** The session is no longer in force: nothing was handed out. */
export class Sessionsfejl extends Error {
  override readonly name = 'Sessionsfejl'
}

/** A row of somebody else came out of a read: a fault in ours that two other layers should have stopped. Nothing was handed out. */
export class Grundlagsfejl extends Error {
  override readonly name = 'Grundlagsfejl'
}

/**
 * The only way to personal data. Reads as the citizen's role with the ground's part as the only one that row-level security lets through,
 * checks the session in the same batch, checks that every row is about the ground's part, writes the log, and hands the rows over when
 * the log row is durable. Throws Sessionsfejl, Grundlagsfejl, Logfejl or DatabaseFejl; then no row has left this function.
 */
export async function readPersondata<const S extends readonly Statement<{ readonly part_id: Uuid }>[]>(
  deps: Laesedeps,
  grundlag: Adgangsgrundlag,
  laesning: Laesning,
  statements: S,
): Promise<{ readonly session: SessionRaekke; readonly raekker: RowsOf<S> }> {
  const saetninger = [sessionStatement(grundlag, deps.clock.now()), ...statements]
  const svar = await deps.db.readBatch(kontekstFor(grundlag), saetninger, laesning.budgetMs)
  const [sessioner, ...data] = svar as unknown as [readonly SessionRaekke[], ...(readonly { readonly part_id: Uuid }[])[]]
  const [session] = sessioner
  if (!session) throw new Sessionsfejl('The session is not in force')
  const antal = countEgne(data, grundlag.part)
  await deps.log.append({
    aktoerType: grundlag.aktoer.type,
    aktoer: grundlag.aktoer.part,
    part: grundlag.part,
    grund: grundlag.grund,
    formaal: laesning.formaal,
    hvad: laesning.hvad,
    objekt: laesning.objekt,
    antal,
    korrelation: grundlag.korrelation,
  })
  return { session, raekker: data as unknown as RowsOf<S> }
}

/** How many rows there are. Throws Grundlagsfejl where one is about another part. */
export function countEgne(data: readonly (readonly { readonly part_id: Uuid }[])[], part: Uuid): number {
  let antal = 0
  for (const raekker of data)
    for (const raekke of raekker) {
      if (raekke.part_id !== part) throw new Grundlagsfejl('A row about another part than the ground names')
      antal++
    }
  return antal
}
