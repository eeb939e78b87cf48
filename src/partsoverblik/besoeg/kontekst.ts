import type { Medarbejder } from '#adgang'
import type { Uuid } from '#kernel'
import type { Kontekst } from '#platform/database'

/** The database role that begins and finds visits: the employee's own, in their municipality; `part` whom one is to be about. */
export const kontekstForBesoeg = ({ id, cvr }: Pick<Medarbejder, 'id' | 'cvr'>, part?: Uuid): Kontekst => ({
  rolle: 'besoeg',
  parter: part ? [part] : [],
  grund: 'besoeg',
  aktoer: id,
  kommune: cvr,
})
