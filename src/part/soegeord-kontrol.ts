import type { CvrNummer, Uuid } from '#kernel'
import type { Noegler } from '#platform/crypto'
import type { Transaktion } from '#platform/database'
import { soegeordFor } from './oplysninger.ts'
import { insertSoegeord, lockOplysninger, type Soegeordsraekke } from './soegeord.sql.ts'
import { conceal, reveal, type Soegeord, tokenOfKommune } from './soegeord.ts'
import { findManglendeSoegeord, findParterAfIder, findPartside, type PartRaekke } from './soegeord-kontrol.sql.ts'

/** Tokens that should be there, by the ids that are found by them. */
const asRaekker = (noegler: Noegler, part: PartRaekke): Soegeordsraekke[] => {
  const id = conceal(noegler, part.part_id)
  return [...new Set(soegeordFor(noegler, part, part.kommuner))].map((ord) => ({ ord, id }))
}

export type Partside = {
  /** The last part of the page; undefined where there are no more. */
  readonly sidste: Uuid | undefined
  readonly antal: number
  /** The municipalities that somebody on the page has something in. */
  readonly kommuner: ReadonlySet<CvrNummer>
  /** Parts that lack tokens, and how many. */
  readonly parter: readonly Uuid[]
  readonly mangler: number
}

/** A page of parts, and which of them lack something that they should be found by. Role: modtagelse. Throws Forseglingsfejl. */
export async function findParterUdenSoegeord(tx: Transaktion, noegler: Noegler, efter: Uuid, antal: number): Promise<Partside> {
  const parter = await tx.run(findPartside(efter, antal))
  const ventet = parter.flatMap((part) => asRaekker(noegler, part))
  const mangler = ventet.length > 0 ? await tx.run(findManglendeSoegeord(ventet)) : []
  return {
    sidste: parter.at(-1)?.part_id,
    antal: parter.length,
    kommuner: new Set(parter.flatMap(({ kommuner }) => kommuner)),
    parter: [...new Set(mangler.map(({ id }) => reveal(noegler, id)))],
    mangler: mangler.length,
  }
}

/**
 * Gives parts what they should be found by. They are read again under the lock of whoever registers them: an address that has become protected
 * since must not be found again. Answers how many tokens were added.
 */
export async function restoreSoegeord(tx: Transaktion, noegler: Noegler, parter: readonly Uuid[]): Promise<number> {
  await tx.run(lockOplysninger(parter))
  const fundne = await tx.run(findParterAfIder(parter))
  return addMissing(
    tx,
    fundne.flatMap((part) => asRaekker(noegler, part)),
  )
}

/** Adds those of the tokens that are not there. Answers how many they were. */
export async function addMissing(tx: Transaktion, raekker: readonly Soegeordsraekke[]): Promise<number> {
  const mangler = raekker.length > 0 ? await tx.run(findManglendeSoegeord(raekker)) : []
  if (mangler.length > 0) await tx.run(insertSoegeord(mangler))
  return mangler.length
}

/** A token that no part calls for, with the id that is found by it. */
export type Upaakaldt = {
  readonly raekke: Soegeordsraekke
  readonly id: Uuid
  readonly erPart: boolean
  /** It tells of a municipality that the part has nothing in any more: the intake leaves those behind. */
  readonly gammel: boolean
}

/** Those of the tokens that no part calls for; cases' are among them. `kommuner`: all whose tokens are known for what they are. */
export async function findUpaakaldte(
  tx: Transaktion,
  noegler: Noegler,
  raekker: readonly Soegeordsraekke[],
  kommuner: ReadonlySet<CvrNummer>,
): Promise<readonly Upaakaldt[]> {
  const sande = new Map(raekker.map(({ id }) => [id, reveal(noegler, id)]))
  const kommuneord = new Set<Soegeord>([...kommuner].map((kommune) => tokenOfKommune(noegler, kommune)))
  const fundne = await tx.run(findParterAfIder([...new Set(sande.values())]))
  const parter = new Map(fundne.map((part) => [part.part_id, new Set(soegeordFor(noegler, part, part.kommuner))]))
  return raekker.flatMap((raekke) => {
    const id = sande.get(raekke.id) as Uuid
    const egne = parter.get(id)
    if (egne?.has(raekke.ord)) return []
    return [{ raekke, id, erPart: egne !== undefined, gammel: egne !== undefined && kommuneord.has(raekke.ord) }]
  })
}
