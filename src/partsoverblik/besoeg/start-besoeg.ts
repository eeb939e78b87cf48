import type { Medarbejder } from '#adgang'
import { afvist, newUuid, type Opslagsformaal, ok, type Resultat, type Uuid } from '#kernel'
import type { Clock } from '#platform/clock'
import { type Noegler, seal } from '#platform/crypto'
import type { Database } from '#platform/database'
import { parseLinje } from '#platform/http'
import type { Besoegsafvisning } from './besoeg.errors.ts'
import { findSammeBesoeg, insertBesoeg } from './besoeg.sql.ts'
import { HOEJST_BEGRUNDELSE, needsBegrundelse } from './formaal.ts'
import { kontekstForBesoeg } from './kontekst.ts'

export type Besoegsdeps = { readonly db: Database; readonly clock: Clock; readonly noegler: Noegler }
export type Besoegsvalg = {
  readonly part: Uuid
  readonly formaal: Opslagsformaal
  readonly sag?: Uuid | undefined
  /** In the employee's own words; kept sealed, never shown to the citizen. */
  readonly begrundelse?: string | undefined
}

/** A visit that began. `venter`: the employee must first say that it is meant (bekraeftBesoeg); until then nothing can be read in it. */
export type Begyndt = { readonly besoeg: Uuid; readonly venter: boolean }

/** Where a visit's reason belongs: sealed there, it opens nowhere else. */
export const begrundelsesAad = (besoeg: Uuid): string => `borgerblikket/besoeg/begrundelse ${besoeg}`

/**
 * An employee begins a visit to one citizen's matters: for a purpose, in this session, for half an hour at a time. The same citizen for the same
 * purpose in the same session is the same visit. Throws DatabaseFejl.
 */
export async function startBesoeg(
  { db, clock, noegler }: Besoegsdeps,
  medarbejder: Pick<Medarbejder, 'id' | 'cvr' | 'session'>,
  { part, formaal, sag, begrundelse }: Besoegsvalg,
): Promise<Resultat<Begyndt, Besoegsafvisning>> {
  const tekst = parseLinje((begrundelse ?? '').trim(), HOEJST_BEGRUNDELSE)
  if (needsBegrundelse(formaal) && (tekst === undefined || tekst.length < 5)) return afvist('BEGRUNDELSE_MANGLER')
  if (formaal === 'sagsbehandling' && sag === undefined) return afvist('INGEN_EGEN_SAG')
  const { session } = medarbejder
  const nu = clock.now()
  return db.transaction(kontekstForBesoeg(medarbejder, part), async (tx) => {
    const [samme] = tekst === undefined ? await tx.run(findSammeBesoeg({ session, part, formaal, sag }, nu)) : []
    if (samme) return ok({ besoeg: samme.besoeg_id, venter: samme.venter })
    const besoeg = newUuid()
    const forseglet = tekst === undefined ? undefined : seal(noegler.indhold, tekst, begrundelsesAad(besoeg))
    const nyt = { besoeg, session, part, formaal, sag, begrundelse: forseglet, skalBekraeftes: false }
    const [begyndt] = await tx.run(insertBesoeg(nyt, nu))
    return begyndt ? ok({ besoeg, venter: false }) : afvist('SESSIONEN_ER_SLUT')
  })
}
