import type { Beroert } from '#afstemning/livstegn'
import type { Hjemsted } from '#indeks'
import type { CvrNummer, Tidspunkt } from '#kernel'
import type { Kilde } from '#kilde'
import type { Resultat } from './resultat.ts'

/**
 * What a delivery's lines count as, each line kept as new for the municipality that it is for, and what of others' they touch. A source that
 * delivers for one municipality alone delivers for that one, also what stands on something that has not come.
 */
export function toBeroerte({ id, kommuner }: Kilde, resultater: Iterable<Resultat>): Beroert[] {
  const eneste = kommuner.length === 1 ? kommuner[0] : undefined
  const taelt = (kommune: CvrNummer | undefined, nyeste: Tidspunkt): Beroert => ({
    kilde: id,
    kommune: kommune ?? eneste ?? UKENDT,
    antal: 1,
    nyeste,
  })
  const beroerte: Beroert[] = []
  for (const led of resultater) {
    if ('fjernede' in led) {
      if (led.fjernede.length > 0) beroerte.push(taelt(led.kommune, led.tidspunkt), ...touch(led.beroerte, [led.tidspunkt]))
    } else if ('ny' in led && led.udfald !== 'uaendret') beroerte.push(taelt(led.kommune, led.ny.tidspunkt))
  }
  return beroerte
}

/** What was there already and was changed by registrations of these times: as of an earlier time it was another. */
export function touch(beroerte: readonly Hjemsted[], tider: readonly Tidspunkt[]): Beroert[] {
  if (beroerte.length === 0) return []
  const nyeste = tider.reduce((a, b) => (a > b ? a : b))
  // What belongs nowhere is shown to nobody, and nothing is proved of it.
  return beroerte.flatMap(({ kilde, kommune }) => (kommune ? [{ kilde, kommune, antal: 0, nyeste }] : []))
}

/** Lines that are counted for no municipality. */
const UKENDT = ''
