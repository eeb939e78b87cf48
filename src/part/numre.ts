import type { Uuid } from '#kernel'
import type { Noegler } from '#platform/crypto'
import type { Database, Transaktion } from '#platform/database'
import { type Nummertype, openNummer, opslagOf, type Partsnummer, partsnoegle } from './nummer.ts'
import { type FundetPart, findNumre, findParter } from './part.sql.ts'

/** The parts behind numbers, by `partsnoegle`; unknown ones are left out and none is made. Throws DatabaseFejl, or RangeError for no number. */
export async function lookUpParter(
  db: Pick<Database, 'readBatch'>,
  noegler: Noegler,
  numre: readonly Partsnummer[],
): Promise<ReadonlyMap<string, Uuid>> {
  if (numre.length === 0) return new Map()
  const opslag = toOpslag(noegler, numre)
  const [fundne] = await db.readBatch({ rolle: 'modtagelse' }, [findParter(toVaerdier(opslag))])
  return toParter(opslag, fundne)
}

/** The same, in a transaction. Roles: modtagelse, kvalitet. */
export async function lookUpParterIn(
  tx: Transaktion,
  noegler: Noegler,
  numre: readonly Partsnummer[],
): Promise<ReadonlyMap<string, Uuid>> {
  const opslag = toOpslag(noegler, numre)
  return opslag.size === 0 ? new Map() : toParter(opslag, await tx.run(findParter(toVaerdier(opslag))))
}

/** The parts of these numbers, for a statement among others. Roles: those that findParter has. */
export const findVedNumre = (noegler: Noegler, numre: readonly Partsnummer[]) =>
  findParter(numre.map((nummer) => opslagOf(noegler, nummer)))

/** The numbers' keys by what they are found by. */
type Opslag = ReadonlyMap<string, string>

const toOpslag = (noegler: Noegler, numre: readonly Partsnummer[]): Opslag =>
  new Map(numre.map((nummer) => [opslagOf(noegler, nummer).toString('base64'), partsnoegle(nummer)]))
const toVaerdier = (opslag: Opslag): Buffer[] => [...opslag.keys()].map((vaerdi) => Buffer.from(vaerdi, 'base64'))
const toParter = (opslag: Opslag, fundne: readonly FundetPart[]): Map<string, Uuid> =>
  new Map(fundne.map((raekke) => [opslag.get(raekke.opslag.toString('base64')) ?? '', raekke.part_id]))

/**
 * The numbers of parts, to give back to the sender that named them. A part with several has the newest: who has got another CPR number is
 * named by that. Whoever calls has a ground to read about the parts, and has it logged. Throws DatabaseFejl or Forseglingsfejl.
 */
export async function numreFor(
  db: Pick<Database, 'readBatch'>,
  noegler: Noegler,
  parter: readonly Uuid[],
): Promise<ReadonlyMap<Uuid, Partsnummer>> {
  if (parter.length === 0) return new Map()
  const [raekker] = await db.readBatch({ rolle: 'modtagelse' }, [findNumre(parter)])
  return new Map(
    raekker.map((raekke) => [raekke.part_id, { type: raekke.nummertype as Nummertype, nummer: openNummer(noegler, raekke) }]),
  )
}
