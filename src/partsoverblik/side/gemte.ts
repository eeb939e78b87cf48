import type { Medarbejder } from '#adgang'
import { afvist, newUuid, ok, type Resultat, type Uuid } from '#kernel'
import type { Clock } from '#platform/clock'
import type { Database, Kontekst } from '#platform/database'
import { parseLinje } from '#platform/http'
import { countVisninger, deleteVisning, insertVisning, listVisninger, lockVisninger } from './gemte.sql.ts'
import { type Filtervalg, parseValg, toFiltervalg, type Valg } from './valg.ts'

/** A choice of tab and filters that an employee keeps by a name of their own, for every citizen they look up. */
export type GemtVisning = { readonly id: Uuid; readonly navn: string; readonly valg: Filtervalg }

export type Visningsafvisning = 'NAVN_UGYLDIGT' | 'FOR_MANGE'

type Deps = { readonly db: Database; readonly clock: Clock }
type Hvem = Pick<Medarbejder, 'id' | 'cvr'>

const HOEJST_VISNINGER = 30
const HOEJST_NAVN = 60

/** The employee's own rows: of no citizen, so no part is named. */
const kontekst = ({ id, cvr }: Hvem): Kontekst => ({ rolle: 'besoeg', parter: [], grund: 'visning', aktoer: id, kommune: cvr })

/** By name. Throws DatabaseFejl. */
export async function listGemteVisninger({ db }: Pick<Deps, 'db'>, hvem: Hvem): Promise<readonly GemtVisning[]> {
  const [raekker] = await db.readBatch(kontekst(hvem), [listVisninger(hvem)])
  // A kept choice is read as an address is: what it no longer can mean is as if it had not been chosen.
  return raekker.map(({ visning_id, navn, valg }) => ({ id: visning_id, navn, valg: toFiltervalg(parseValg(valg)) }))
}

/** Keeps the choice by the name; one that is kept by it already is replaced. Throws DatabaseFejl. */
export async function gemVisning(
  { db, clock }: Deps,
  hvem: Hvem,
  tastet: string,
  valg: Valg,
): Promise<Resultat<Uuid, Visningsafvisning>> {
  const navn = parseLinje(tastet.trim(), HOEJST_NAVN)
  if (navn === undefined) return afvist('NAVN_UGYLDIGT')
  return db.transaction(kontekst(hvem), async (tx) => {
    await tx.run(lockVisninger(hvem))
    const [antal] = await tx.run(countVisninger(hvem, navn))
    if ((antal?.andre ?? 0) >= HOEJST_VISNINGER) return afvist('FOR_MANGE')
    const id = newUuid()
    await tx.run(insertVisning(hvem, { id, navn, valg: toFiltervalg(valg) }, clock.now()))
    return ok(id)
  })
}

/** Forgets a view of the employee's own; of another's, or none, nothing happens. Throws DatabaseFejl. */
export async function sletVisning({ db }: Pick<Deps, 'db'>, hvem: Hvem, id: Uuid): Promise<void> {
  await db.writeBatch(kontekst(hvem), [deleteVisning(hvem, id)])
}
