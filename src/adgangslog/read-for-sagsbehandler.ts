import { kontekstForSagsbehandler, sagsbehandlersSession } from '#adgang'
import type { Medarbejdergrundlag, Uuid } from '#kernel'
import type { RowsOf, Statement } from '#platform/database'
import { countEgne, type Laesedeps, Sessionsfejl } from './read-persondata.ts'

/** What a caseworker reads, as the log tells it. */
export type Sagsbehandlerhvad =
  | 'partsoverblik'
  | 'udtraek'
  | 'fuldtCpr'
  | 'detalje'
  | 'notattekst'
  | 'somBorgeren'
  | 'kendskab'
  | 'adgangsforklaring'
  | 'bemaerkninger'
  | 'person'
  | 'sager'
  | 'skrevneNotater'
  | 'advis'
  | 'advisvalg'

/** What is read, and how long one of its statements may take. */
export type Sagsbehandlerlaesning = {
  readonly hvad: Sagsbehandlerhvad
  readonly objekt?: Uuid | undefined
  readonly budgetMs?: number
}

type Parts = readonly Statement<{ readonly part_id: Uuid }>[]

/**
 * A caseworker's only way to what a citizen's matters say, with the same promise as the citizen's own: the session is checked in the same batch,
 * row-level security lets through what the ground's rights cover, every row is about the ground's part, and none is handed over before the log
 * row is durable. That nothing was found is logged as well. Throws Sessionsfejl, Grundlagsfejl, Logfejl or DatabaseFejl; then no row has left.
 */
export const readForSagsbehandler = <const S extends Parts>(
  deps: Laesedeps,
  grundlag: Medarbejdergrundlag,
  laesning: Sagsbehandlerlaesning,
  statements: S,
): Promise<RowsOf<S>> => readAs('sagsbehandler', deps, grundlag, laesning, statements)

/** The same for what the caseworker may know to exist, and of which no more than kind and unit can be read. */
export const readKendskab = <const S extends Parts>(
  deps: Laesedeps,
  grundlag: Medarbejdergrundlag,
  laesning: Sagsbehandlerlaesning,
  statements: S,
): Promise<RowsOf<S>> => readAs('kendskab', deps, grundlag, laesning, statements)

async function readAs<const S extends Parts>(
  rolle: 'sagsbehandler' | 'kendskab',
  { db, log, clock }: Laesedeps,
  grundlag: Medarbejdergrundlag,
  { hvad, objekt, budgetMs }: Sagsbehandlerlaesning,
  statements: S,
): Promise<RowsOf<S>> {
  const nu = clock.now()
  const saetninger = [sagsbehandlersSession(grundlag, nu), ...statements]
  const svar = await db.readBatch(kontekstForSagsbehandler(grundlag, rolle, nu), saetninger, budgetMs)
  const [[session], ...data] = svar as unknown as [readonly unknown[], ...(readonly { readonly part_id: Uuid }[])[]]
  if (!session) throw new Sessionsfejl('The session is not in force')
  const { aktoer, kommune, enheder, part, grund, formaal, korrelation } = grundlag
  const antal = countEgne(data, part)
  const hvem = { aktoerType: aktoer.type, aktoer: aktoer.id, kommune, enhed: enheder[0] }
  await log.append({ ...hvem, part, grund, formaal, hvad, objekt, antal, korrelation })
  return data as unknown as RowsOf<S>
}
