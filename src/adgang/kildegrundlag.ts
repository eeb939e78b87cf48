import { isUnderPraefiks, type Kildegrundlag, type KlePraefiks, type Laeseret, newUuid, type Uuid } from '#kernel'
import type { Kontekst } from '#platform/database'

type Laesende = Laeseret & {
  readonly id: Uuid
  /** What a token leaves of its rights, where there is one; there no municipality or number is any that the source has. */
  readonly afgraensning?: readonly Laeseret[] | undefined
}

/** The ground of a source that is known by its key, for one call: what it is Master of itself, within what it may deliver now. */
export const grundlagForKilde = (kilde: Laesende): Kildegrundlag =>
  ({
    aktoer: { type: 'kilde', id: kilde.id },
    rettigheder: rettighederOf(kilde),
    grund: 'kilde',
    korrelation: newUuid(),
  }) as Kildegrundlag

function rettighederOf({ kommuner, kle, afgraensning }: Laesende): readonly Laeseret[] {
  if (!afgraensning) return [{ kommuner, kle }]
  return afgraensning.flatMap((gruppe) => {
    const faelles = gruppe.kommuner.length === 0 ? kommuner : gruppe.kommuner.filter((kommune) => kommuner.includes(kommune))
    const numre = commonKle(kle, gruppe.kle)
    // None would be all.
    return numre.length === 0 && (kle.length > 0 || gruppe.kle.length > 0) ? [] : [{ kommuner: faelles, kle: numre }]
  })
}

/** The numbers that are within both. */
function commonKle(a: readonly KlePraefiks[], b: readonly KlePraefiks[]): readonly KlePraefiks[] {
  if (a.length === 0) return b
  if (b.length === 0) return a
  const inden = (numre: readonly KlePraefiks[], af: readonly KlePraefiks[]) =>
    numre.filter((nummer) => af.some((praefiks) => isUnderPraefiks(nummer, praefiks)))
  return [...new Set([...inden(a, b), ...inden(b, a)])]
}

/** The database role of the ground: it sees what the source is Master of, and nothing else. */
export const kontekstForKilde = ({ aktoer, grund }: Kildegrundlag): Kontekst => ({
  rolle: 'kilde',
  parter: [],
  grund,
  aktoer: aktoer.id,
})
