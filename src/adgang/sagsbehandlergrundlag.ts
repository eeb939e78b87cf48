import type { Medarbejdergrundlag, Opslagsformaal, Rettighedsgruppe, Tidspunkt, Uuid } from '#kernel'
import type { Kontekst, Statement } from '#platform/database'
import type { Medarbejder } from './medarbejder/medarbejder.ts'
import { findSagsbehandlersSession } from './medarbejder/session.sql.ts'

/** One visit to one citizen's matters. */
export type Opslag = {
  readonly part: Uuid
  readonly formaal: Opslagsformaal
  readonly sag?: Uuid | undefined
  /** The visit's id: what is read in it is one line to the citizen. */
  readonly korrelation: Uuid
}

/**
 * The ground of a caseworker for one visit, of who asks as of this request (requireMedarbejder). Groups of another organisation than the
 * session's give nothing. Whether the session still holds is checked with each read.
 */
export const grundlagForSagsbehandler = (
  medarbejder: Pick<Medarbejder, 'id' | 'cvr' | 'rettigheder' | 'enheder' | 'session'>,
  { part, formaal, sag, korrelation }: Opslag,
): Medarbejdergrundlag => {
  const rettigheder: readonly Rettighedsgruppe[] = medarbejder.rettigheder.filter(({ kommune }) => kommune === medarbejder.cvr)
  return {
    aktoer: { type: 'medarbejder', id: medarbejder.id },
    kommune: medarbejder.cvr,
    part,
    grund: 'jobfunktionsrolle',
    rettigheder,
    enheder: medarbejder.enheder,
    formaal,
    sag,
    session: medarbejder.session,
    korrelation,
  } as Medarbejdergrundlag
}

/**
 * The database role of the ground: 'sagsbehandler' sees what may be seen, 'kendskab' what may be known to exist and nothing of what it is. Both
 * see the ground's part alone, and decide as of `nu`.
 */
export const kontekstForSagsbehandler = (
  { part, aktoer, kommune, grund, rettigheder, enheder }: Medarbejdergrundlag,
  rolle: 'sagsbehandler' | 'kendskab',
  nu: Tidspunkt,
): Kontekst => ({ rolle, parter: [part], grund, aktoer: aktoer.id, kommune, nu, rettigheder, enheder })

/** To be put in the same batch as the data. No row: the session is over or another's, and everything in the batch must be discarded. */
export const sagsbehandlersSession = (
  { session, aktoer, kommune }: Pick<Medarbejdergrundlag, 'session' | 'aktoer' | 'kommune'>,
  nu: Tidspunkt,
): Statement<{ readonly session_id: Uuid }> => findSagsbehandlersSession(session, aktoer.id, kommune, nu)
