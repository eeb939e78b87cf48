import type { KendtRaekke } from './partsoverblik.sql.ts'
import type { Skjultvisning, Ting } from './visninger.ts'

/** What may be known of and not seen, by kind and unit; most first. Pure. */
export function skjulteOf(kendte: readonly KendtRaekke[], ting: readonly Ting[]): Skjultvisning[] {
  const sete = new Set(ting.map(({ id }) => id))
  const skjulte = kendte.filter(({ item_id }) => !sete.has(item_id))
  const efter = Map.groupBy(skjulte, ({ art, enhed }) => `${art} ${enhed ?? ''}`)
  return [...efter.values()]
    .flatMap((egne): Skjultvisning[] => {
      const [foerste] = egne
      return foerste ? [{ art: foerste.art, enhed: foerste.enhed ?? '', antal: egne.length }] : []
    })
    .sort((a, b) => b.antal - a.antal || a.enhed.localeCompare(b.enhed, 'da') || a.art.localeCompare(b.art))
}
