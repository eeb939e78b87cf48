import type { Uuid } from '#kernel'
import type { KendtRaekke } from './partsoverblik.sql.ts'
import type { Skjultvisning, Ting } from './visninger.ts'

/** What may be known of, with what an address of the visit calls it. */
export type Skjult = KendtRaekke & { readonly ref: string }

/** What may be known of and not seen. */
export function skjulteOf(kendte: readonly KendtRaekke[], ting: readonly Ting[], refFor: (item: Uuid) => string): Skjult[] {
  const sete = new Set(ting.map(({ id }) => id))
  return kendte.filter(({ item_id }) => !sete.has(item_id)).map((en) => ({ ...en, ref: refFor(en.item_id) }))
}

/** By kind and unit; most first. Pure. */
export function groupSkjulte(skjulte: readonly Skjult[]): Skjultvisning[] {
  const efter = Map.groupBy(skjulte, ({ art, enhed }) => `${art} ${enhed ?? ''}`)
  return [...efter.values()]
    .flatMap((egne): Skjultvisning[] => {
      const [foerste] = egne
      // By reference, which is made of chance: the order of ids could tell which came first.
      return foerste ? [{ art: foerste.art, enhed: foerste.enhed ?? '', refs: egne.map(({ ref }) => ref).sort() }] : []
    })
    .sort((a, b) => b.refs.length - a.refs.length || a.enhed.localeCompare(b.enhed, 'da') || a.art.localeCompare(b.art))
}
