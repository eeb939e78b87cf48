import type { Uuid } from '#kernel'
import type { Ordvalg } from '#klassifikation'
import type { Saetning } from '#visning'
import { createBillede } from './billede.ts'
import type { Afgoerelsesgrundlag } from './fakta.ts'
import { explainI } from './forklar.ts'
import { ordEfterId } from './forklar-ord.ts'
import type { OverblikRaekke } from './overblik.sql.ts'
import type { Tosproget } from './visninger.ts'

/** How an item stands for the citizen: the words it is shown in, or why it is not and what would have to change. For people at work. */
export type Borgersyn =
  | { readonly vises: true; readonly titel: Tosproget; readonly tilstand: string | undefined }
  | { readonly vises: false; readonly forklaring: Saetning; readonly aendring: Saetning | undefined }

/** The same for each of the rows, decided in one picture as the citizen's page is. Pure. */
export function borgersynOf(
  raekker: readonly OverblikRaekke[],
  grundlag: Afgoerelsesgrundlag,
  ordvalg: Ordvalg,
): ReadonlyMap<Uuid, Borgersyn> {
  const billede = createBillede(raekker, grundlag, ordvalg)
  const ordene = ordEfterId(billede)
  return new Map(
    raekker.map((raekke): [Uuid, Borgersyn] => {
      const ord = ordene.get(raekke.item_id)
      if (ord) return [raekke.item_id, { vises: true, ...ord }]
      const { forklaring, aendring } = explainI(billede, raekke, undefined)
      return [raekke.item_id, { vises: false, forklaring, aendring }]
    }),
  )
}
