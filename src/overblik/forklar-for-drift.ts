import { grundlagForDrift, isFormaal } from '#adgang'
import { type Afvist, afvist, type CprNummer, type Ok, ok, type Uuid } from '#kernel'
import { findPerson } from '#part'
import type { Noegler } from '#platform/crypto'
import { type Betragter, type Forklaring, type Forklaringsdeps, forklarVisning } from './forklar.ts'

export type Driftsspoergsmaal = {
  readonly operatoer: Uuid
  readonly formaal: string
  readonly cpr: CprNummer
  readonly objekt: Uuid
  readonly betragter: Betragter
}

/** Why there is no explanation. 'FINDES_IKKE': the person, the item, or the two together are not known, and nothing tells which. */
export type Forklaringsafvisning = 'FORMAAL_UGYLDIGT' | 'FINDES_IKKE'

/** The operator asks why an item is shown to a person or not. Throws what forklarVisning throws. */
export async function forklarForDrift(
  deps: Forklaringsdeps & { readonly noegler: Noegler },
  { operatoer, formaal, cpr, objekt, betragter }: Driftsspoergsmaal,
): Promise<Ok<Forklaring> | Afvist<Forklaringsafvisning>> {
  // The purpose is judged before anybody is looked up.
  if (!isFormaal(formaal)) return afvist('FORMAAL_UGYLDIGT')
  const part = await findPerson(deps.db, deps.noegler, cpr)
  if (!part) return afvist('FINDES_IKKE')
  const grundlag = grundlagForDrift({ operatoer, part, formaal })
  if (!grundlag.ok) return afvist(grundlag.afvisning)
  const forklaring = await forklarVisning(deps, grundlag.value, objekt, betragter)
  return forklaring ? ok(forklaring) : afvist('FINDES_IKKE')
}
