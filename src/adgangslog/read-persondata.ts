import type { Adgangsgrundlag, Uuid } from '#kernel'
import { type Database, DatabaseFejl, type RowsOf, type Statement } from '#platform/database'
import type { Logskriver } from './skriver.ts'

/** Why a read is made. */
export type Formaal = 'seEgneData' | 'seBarnsData' | 'seOpslag'

/** What a read is for and what it reads, as the log tells it. */
export type Laesning = { readonly formaal: Formaal; readonly hvad: string; readonly objekt?: Uuid | undefined }

export type Laesedeps = {
  readonly db: Database
  readonly log: Logskriver
  /** The statement that answers a row only while the session is in force; it rides in the same batch as the data. */
  readonly sessionStatement: (grundlag: Adgangsgrundlag) => Statement<{ readonly part_id: Uuid }>
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
): Promise<RowsOf<S>> {
  const kontekst = { rolle: 'borger', parter: [grundlag.part], grund: grundlag.grund, aktoer: grundlag.aktoer.part } as const
  const svar = await deps.db.readBatch(kontekst, [deps.sessionStatement(grundlag), ...statements])
  const [session, ...data] = svar as unknown as readonly (readonly { readonly part_id: Uuid }[])[]
  if (!session) throw new DatabaseFejl('The batch answered without the session')
  if (session.length === 0) throw new Sessionsfejl('The session is not in force')
  const antal = countEgne(data, grundlag)
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
  return data as unknown as RowsOf<S>
}

function countEgne(data: readonly (readonly { readonly part_id: Uuid }[])[], grundlag: Adgangsgrundlag): number {
  let antal = 0
  for (const raekker of data)
    for (const raekke of raekker) {
      if (raekke.part_id !== grundlag.part) throw new Grundlagsfejl('A row about another part than the ground names')
      antal++
    }
  return antal
}
