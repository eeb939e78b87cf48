import { grundlagForSoegning, type Medarbejder } from '#adgang'
import { searchForSagsbehandler } from '#adgangslog'
import type { Uuid } from '#kernel'
import { findOplysninger, openOplysninger } from '#part'
import type { Soegedeps } from './soeg-personer.ts'
import { findKendte } from './soegning.sql.ts'

/** What may be told of somebody whom another leads to. `foedt`: YYYY-MM-DD. */
export type Kendtperson = { readonly navn: string | undefined; readonly foedt: string | undefined }

/**
 * Those of these persons of whom the caseworker may see, or know of, at least one thing. Who is not among them may be anybody or nobody. Each who is told
 * of is logged first, as one whom a search shows. Throws Sessionsfejl, Logfejl or DatabaseFejl.
 */
export async function findKendtePersoner(
  deps: Omit<Soegedeps, 'taktgiver'>,
  medarbejder: Pick<Medarbejder, 'id' | 'cvr' | 'rettigheder' | 'enheder' | 'session'>,
  parter: readonly Uuid[],
): Promise<ReadonlyMap<Uuid, Kendtperson>> {
  if (parter.length === 0) return new Map()
  const grundlag = grundlagForSoegning(medarbejder)
  return searchForSagsbehandler(deps, grundlag, async (laeser) => {
    const kandidater = parter.map((part) => ({ part, item: undefined }))
    const raekker = await laeser.known(parter, findKendte(grundlag, deps.clock.now(), kandidater))
    const kendte = [...new Set(raekker.map(({ part_id }) => part_id))]
    const [oplysninger] = kendte.length === 0 ? [[]] : await laeser.find(kendte, [findOplysninger(kendte)])
    const svar = new Map(
      oplysninger.map((raekke): [Uuid, Kendtperson] => [
        raekke.part_id,
        { navn: openOplysninger(deps.noegler, raekke)?.navn, foedt: raekke.foedt ?? undefined },
      ]),
    )
    return { svar, vist: kendte }
  })
}
