import { type CvrNummer, type Kildegrundlag, newUuid, type Uuid } from '#kernel'
import type { Kontekst } from '#platform/database'

/** The ground of a source that is known by its key, for one call: what it is Master of itself, in its municipalities. */
export const grundlagForKilde = (kilde: { readonly id: Uuid; readonly kommuner: readonly CvrNummer[] }): Kildegrundlag =>
  ({
    aktoer: { type: 'kilde', id: kilde.id },
    kommuner: kilde.kommuner,
    grund: 'kilde',
    korrelation: newUuid(),
  }) as Kildegrundlag

/** The database role of the ground: it sees what the source is Master of, and nothing else. */
export const kontekstForKilde = ({ aktoer, grund }: Kildegrundlag): Kontekst => ({
  rolle: 'kilde',
  parter: [],
  grund,
  aktoer: aktoer.id,
})
