import { kontekstForKommune, tekstkontekstForKommune } from '#adgang'
import type { CvrNummer, Kommunegrundlag, Uuid } from '#kernel'
import type { Database, Kontekst, RowsOf, Statement } from '#platform/database'
import type { Logpost } from './adgangslog.sql.ts'
import { appendAlle } from './append-alle.ts'
import type { Laesedeps } from './read-persondata.ts'

/** What a municipality reads about somebody. The citizen is told the same words of each: which it was would tell what there is. */
export type Kommunelaesning = {
  readonly hvad: 'titler' | 'eksempler' | 'somBorgeren' | 'forklaring' | 'notattekster' | 'spoergsmaal' | 'undtagelse'
  readonly objekt?: Uuid | undefined
  /** Whom was asked about by name. It is logged whether there is anything or not, so that the log does not tell which. */
  readonly part?: Uuid | undefined
}

/** A row of a municipality's, about somebody. */
type Kommuneraekke = { readonly part_id: Uuid; readonly kommune: CvrNummer }

/** A row of another municipality's came out of a read: a fault in ours that two other layers should have stopped. Nothing was handed out. */
class Kommunefejl extends Error {
  override readonly name = 'Kommunefejl'
}

/** Throws Kommunefejl where a row is not the ground's municipality's. */
export function requireKommunens(
  svar: readonly (readonly { readonly kommune: CvrNummer }[])[],
  { kommune }: Kommunegrundlag,
): void {
  for (const raekker of svar)
    if (raekker.some((raekke) => raekke.kommune !== kommune)) throw new Kommunefejl('A row of another municipality')
}

type Deps = Pick<Laesedeps, 'log'> & { readonly db: Pick<Database, 'readBatch'> }

/**
 * A municipality's only way to rows about persons, with the same promise as the citizen's: every row is its own, and none is handed over before
 * a log row for each part that it concerns is durable. What a page shows belongs in one call; a great many parts are for countForKommune.
 * Throws Kommunefejl, Logfejl or DatabaseFejl; then no row has left.
 */
export const readForKommune = async <const S extends readonly Statement<Kommuneraekke>[]>(
  deps: Deps,
  grundlag: Kommunegrundlag,
  laesning: Kommunelaesning,
  statements: S,
): Promise<RowsOf<S>> => readAs(deps, kontekstForKommune(grundlag), grundlag, laesning, statements)

/** The same for the text of notes. Finds none but for the purposes that the text is for: the review, and seeing as the citizen. */
export const readNotattekster = async <const S extends readonly Statement<Kommuneraekke>[]>(
  deps: Deps,
  grundlag: Kommunegrundlag,
  laesning: Omit<Kommunelaesning, 'hvad'>,
  statements: S,
): Promise<RowsOf<S>> =>
  readAs(deps, tekstkontekstForKommune(grundlag), grundlag, { ...laesning, hvad: 'notattekster' }, statements)

async function readAs<const S extends readonly Statement<Kommuneraekke>[]>(
  { db, log }: Deps,
  kontekst: Kontekst,
  grundlag: Kommunegrundlag,
  laesning: Kommunelaesning,
  statements: S,
): Promise<RowsOf<S>> {
  const svar = await db.readBatch(kontekst, statements)
  const raekker = svar as unknown as readonly (readonly Kommuneraekke[])[]
  requireKommunens(raekker, grundlag)
  const antal = new Map<Uuid, number>(laesning.part ? [[laesning.part, 0]] : [])
  for (const { part_id } of raekker.flat()) antal.set(part_id, (antal.get(part_id) ?? 0) + 1)
  await appendAlle(
    log,
    [...antal].map(([part, egne]) => toPost(grundlag, laesning, part, egne)),
  )
  return svar
}

const toPost = (
  { aktoer, kommune, grund, formaal, korrelation }: Kommunegrundlag,
  { hvad, objekt }: Kommunelaesning,
  part: Uuid,
  antal: number,
): Logpost => ({ aktoerType: aktoer.type, aktoer: aktoer.id, kommune, part, grund, formaal, hvad, objekt, antal, korrelation })
