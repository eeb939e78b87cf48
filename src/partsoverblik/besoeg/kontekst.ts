import type { Medarbejder } from '#adgang'
import type { Uuid } from '#kernel'
import type { Kontekst } from '#platform/database'

/** The database role that begins and finds visits: the employee's own, in their municipality; `parter` whom one is to be about, and who asks. */
export const kontekstForBesoeg = ({ id, cvr }: Pick<Medarbejder, 'id' | 'cvr'>, parter: readonly Uuid[] = []): Kontekst => ({
  rolle: 'besoeg',
  parter,
  grund: 'besoeg',
  aktoer: id,
  kommune: cvr,
})
