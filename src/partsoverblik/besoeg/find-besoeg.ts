import { grundlagForSagsbehandler, type Medarbejder } from '#adgang'
import type { Medarbejdergrundlag, Tidspunkt, Uuid } from '#kernel'
import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import { type BesoegRaekke, confirmBesoeg, extendBesoeg, findEgetBesoeg } from './besoeg.sql.ts'
import { kontekstForBesoeg } from './kontekst.ts'

type Deps = { readonly db: Database; readonly clock: Clock }
type Besoegende = Pick<Medarbejder, 'id' | 'cvr' | 'rettigheder' | 'enheder' | 'session'>

/** A visit that may be read in, or one that first asks whether it is meant: then nothing may be read. */
export type FundetBesoeg =
  | { readonly grundlag: Medarbejdergrundlag; readonly begyndt: Tidspunkt; readonly venter: false }
  | { readonly grundlag: undefined; readonly venter: true }

/**
 * The session's own visit, while it and the session hold; using it gives it its full time again. Undefined for one that is over, another session's,
 * and one that never was: they cannot be told apart. Throws DatabaseFejl.
 */
export async function findBesoeg({ db, clock }: Deps, medarbejder: Besoegende, besoeg: Uuid): Promise<FundetBesoeg | undefined> {
  const nu = clock.now()
  const kontekst = kontekstForBesoeg(medarbejder)
  const [[raekke]] = await db.readBatch(kontekst, [findEgetBesoeg(besoeg, medarbejder.session, nu)])
  if (!raekke) return undefined
  if (raekke.venter) return { grundlag: undefined, venter: true }
  if (raekke.forlaenges) await db.writeBatch(kontekst, [extendBesoeg(besoeg, medarbejder.session, nu)])
  return { grundlag: toGrundlag(medarbejder, raekke), begyndt: raekke.begyndt, venter: false }
}

const toGrundlag = (medarbejder: Besoegende, { besoeg_id, part_id, formaal, sag_id }: BesoegRaekke): Medarbejdergrundlag =>
  grundlagForSagsbehandler(medarbejder, { part: part_id, formaal, sag: sag_id ?? undefined, korrelation: besoeg_id })

/** The employee says that the visit is meant. False where there is none of theirs that waits. Throws DatabaseFejl. */
export async function bekraeftBesoeg(
  { db, clock }: Deps,
  medarbejder: Pick<Medarbejder, 'id' | 'cvr' | 'session'>,
  besoeg: Uuid,
): Promise<boolean> {
  const [antal] = await db.writeBatch(kontekstForBesoeg(medarbejder), [confirmBesoeg(besoeg, medarbejder.session, clock.now())])
  return antal === 1
}
