import { newUuid, type Soegegrundlag, type Tidspunkt, type Uuid } from '#kernel'
import type { Kontekst } from '#platform/database'
import type { Medarbejder } from './medarbejder/medarbejder.ts'

/** The ground of a caseworker for one search. Groups of another organisation than the session's give nothing, as in a visit. */
export const grundlagForSoegning = (
  medarbejder: Pick<Medarbejder, 'id' | 'cvr' | 'rettigheder' | 'enheder' | 'session'>,
): Soegegrundlag =>
  ({
    aktoer: { type: 'medarbejder', id: medarbejder.id },
    kommune: medarbejder.cvr,
    grund: 'jobfunktionsrolle',
    rettigheder: medarbejder.rettigheder.filter(({ kommune }) => kommune === medarbejder.cvr),
    enheder: medarbejder.enheder,
    formaal: 'soegning',
    session: medarbejder.session,
    korrelation: newUuid(),
  }) as unknown as Soegegrundlag

/** The role that finds ids by tokens and by numbers, and opens the names of the parts it names. */
export const kontekstForSoegning = ({ aktoer, kommune }: Soegegrundlag, parter: readonly Uuid[]): Kontekst => ({
  rolle: 'soegning',
  parter,
  grund: 'soegning',
  aktoer: aktoer.id,
  kommune,
})

/** The role that sees of these parts what the caseworker may know of, as of `nu`. */
export const kontekstForKendskab = (
  { aktoer, kommune, grund, rettigheder, enheder }: Soegegrundlag,
  parter: readonly Uuid[],
  nu: Tidspunkt,
): Kontekst => ({ rolle: 'kendskab', parter, grund, aktoer: aktoer.id, kommune, nu, rettigheder, enheder })
