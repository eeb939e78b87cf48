import { grundlagForKommune, type Medarbejder } from '#adgang'
import { countForKommune } from '#adgangslog'
import { type CvrNummer, parseKleEmne, type Tidspunkt } from '#kernel'
import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import { countEfterKle } from './konfiguration.sql.ts'

/** How much lies in the index by KLE emne: numbers alone. */
export type Antal = { readonly tid: Tidspunkt; readonly efterEmne: ReadonlyMap<string, number> }

/** Counting reads everything that the municipality has, so it is done at most this often, and no page waits longer for it. */
const FRISK_MS = 10 * 60_000
const VENT_MS = 400

/**
 * Counts what a municipality has in the index, at most each ten minutes. Answers what is known: undefined where the first count is still
 * under way, or failed.
 */
export type Antalstaeller = (medarbejder: Pick<Medarbejder, 'id' | 'cvr'>) => Promise<Antal | undefined>

/** `onFejl` is told where a count failed; it is tried again when somebody asks. */
export function createAntalstaeller(
  { db, clock }: { readonly db: Database; readonly clock: Clock },
  onFejl: (fejl: unknown) => void,
): Antalstaeller {
  const talte = new Map<CvrNummer, Antal>()
  const igang = new Map<CvrNummer, Promise<void>>()
  const count = async (medarbejder: Pick<Medarbejder, 'id' | 'cvr'>): Promise<void> => {
    const tid = clock.now()
    const tal = await countForKommune({ db }, grundlagForKommune(medarbejder, 'forhaandsvisning'), async (laeser) =>
      // What has no number is hidden anyway, and lies below none.
      Object.fromEntries(
        (await laeser.read(countEfterKle(medarbejder.cvr))).flatMap(({ kle, antal }) =>
          parseKleEmne(kle) ? [[kle, antal]] : [],
        ),
      ),
    )
    talte.set(medarbejder.cvr, { tid, efterEmne: new Map(Object.entries(tal)) })
  }
  return async (medarbejder) => {
    const { cvr } = medarbejder
    const kendt = talte.get(cvr)
    if (kendt && Date.parse(clock.now()) - Date.parse(kendt.tid) < FRISK_MS) return kendt
    const arbejde =
      igang.get(cvr) ??
      count(medarbejder)
        .catch(onFejl)
        .finally(() => igang.delete(cvr))
    igang.set(cvr, arbejde)
    await Promise.race([arbejde, new Promise((resolve) => setTimeout(resolve, VENT_MS).unref())])
    return talte.get(cvr)
  }
}
