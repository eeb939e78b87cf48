import type { NyRegistrering, Sted } from '#indeks'
import type { CvrNummer, Uuid } from '#kernel'
import { conceal, insertSoegeord, type Soegeord, type Soegeordsraekke, tokenOfCaseNumber, tokenOfKommune } from '#part'
import type { Noegler } from '#platform/crypto'
import type { Transaktion } from '#platform/database'

/** What a batch has made to be found: who has got something in a municipality, and cases, by the numbers they have and have had. */
export type Findbart = { readonly steder: readonly Sted[]; readonly sager: readonly NyRegistrering[] }

/**
 * Keeps what they are found by, in the batch's own transaction and in one statement: one that took them in several could wait for somebody who waits for
 * it. Nothing is taken away: who is found by what no longer holds is known of by nobody there.
 */
export async function keepSoegeord(tx: Transaktion, noegler: Noegler, { steder, sager }: Findbart): Promise<void> {
  const raekker = [...stederAsRaekker(noegler, steder), ...sager.flatMap((sag) => sagAsRaekker(noegler, sag))]
  const hver = new Map(raekker.map((raekke) => [`${raekke.ord} ${raekke.id}`, raekke]))
  if (hver.size > 0) await tx.run(insertSoegeord([...hver.values()]))
}

function stederAsRaekker(noegler: Noegler, steder: readonly Sted[]): Soegeordsraekke[] {
  const kommuner = new Map<string, Soegeord>()
  return steder.map(({ part, kommune }) => {
    const ord = kommuner.get(kommune) ?? tokenOfKommune(noegler, kommune)
    kommuner.set(kommune, ord)
    return { ord, id: conceal(noegler, part) }
  })
}

function sagAsRaekker(noegler: Noegler, { objekt }: NyRegistrering): Soegeordsraekke[] {
  const { art, id, kommune } = objekt
  return art === 'sag' && kommune
    ? soegeordForSag(noegler, { id, kommune, numre: objekt.titler.map(({ nummer }) => nummer) })
    : []
}

/** What a case is found by: each of its numbers once. */
export function soegeordForSag(
  noegler: Noegler,
  { id, kommune, numre }: { readonly id: Uuid; readonly kommune: CvrNummer; readonly numre: readonly string[] },
): Soegeordsraekke[] {
  return [...new Set(numre)].flatMap((nummer) => {
    const ord = tokenOfCaseNumber(noegler, kommune, nummer)
    return ord ? [{ ord, id: conceal(noegler, id) }] : []
  })
}
