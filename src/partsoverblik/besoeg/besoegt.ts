import { type Laesedeps, readForSagsbehandler } from '#adgangslog'
import type { Medarbejdergrundlag } from '#kernel'
import { findOplysninger, maskNummer, numreFor, openOplysninger } from '#part'
import type { Noegler } from '#platform/crypto'

/** Whom a visit is about. `nummer`: masked. Undefined is what is not known. */
export type Besoegt = { readonly navn: string | undefined; readonly nummer: string | undefined }

/**
 * Whom the visit is about, for the pages on which something is written or chosen: with two visits open nobody is to write about the wrong one. Logged.
 * Throws as readForSagsbehandler, and Forseglingsfejl.
 */
export async function readBesoegt(
  deps: Laesedeps & { readonly noegler: Noegler },
  grundlag: Medarbejdergrundlag,
): Promise<Besoegt> {
  const { part } = grundlag
  const [[[person]], numre] = await Promise.all([
    readForSagsbehandler(deps, grundlag, { hvad: 'person' }, [findOplysninger([part])]),
    numreFor(deps.db, deps.noegler, [part]),
  ])
  const nummer = numre.get(part)
  return { navn: person && openOplysninger(deps.noegler, person)?.navn, nummer: nummer && maskNummer(nummer) }
}
