import { foedselsdato, newUuid, type Uuid } from '#kernel'
import type { Noegler } from '#platform/crypto'
import type { Database, Transaktion } from '#platform/database'
import { opslagOf, type Partsnummer, partsnoegle, parttypeOf, sealNummer } from './nummer.ts'
import { findParter, insertParter, type NytNummer } from './part.sql.ts'

/**
 * The parts behind any number of party numbers, by `partsnoegle`; unknown ones are made. Two statements where all are known, three at most
 * otherwise, whatever their number. Roles: modtagelse, login. Two at once with the same new number end with one part; to keep them from
 * waiting crosswise, call it once a transaction. Throws RangeError for a number that is not digits alone.
 */
export async function resolveParter(
  tx: Transaktion,
  noegler: Noegler,
  numre: readonly Partsnummer[],
): Promise<Map<string, Uuid>> {
  const opslag = toOpslag(noegler, numre)
  const fundet = new Map<string, Uuid>()
  await lookUp(tx, [...opslag.values()], fundet)
  const ukendte = missingIn(opslag, fundet)
  if (ukendte.length > 0) {
    const nye = await tx.run(insertParter(ukendte.map((ukendt) => toNytNummer(noegler, ukendt))))
    addTo(fundet, ukendte, nye)
    // Somebody else added these between our look and our insert.
    await lookUp(tx, missingIn(opslag, fundet), fundet)
  }
  return fundet
}

/** The parts of those numbers that have one already, by `partsnoegle`, outside any transaction. Role: modtagelse. Throws DatabaseFejl. */
export async function findKendteParter(
  db: Pick<Database, 'readBatch'>,
  noegler: Noegler,
  numre: readonly Partsnummer[],
): Promise<ReadonlyMap<string, Uuid>> {
  const opslag = [...toOpslag(noegler, numre).values()]
  const fundet = new Map<string, Uuid>()
  if (opslag.length === 0) return fundet
  const [raekker] = await db.readBatch({ rolle: 'modtagelse' }, [findParter(opslag.map(({ vaerdi }) => vaerdi))])
  addTo(fundet, opslag, raekker)
  return fundet
}

function toOpslag(noegler: Noegler, numre: readonly Partsnummer[]): Map<string, Opslag> {
  const opslag = new Map<string, Opslag>()
  for (const nummer of numre) {
    const noegle = partsnoegle(nummer)
    if (!opslag.has(noegle)) opslag.set(noegle, { noegle, nummer, vaerdi: opslagOf(noegler, nummer) })
  }
  return opslag
}

type Opslag = { readonly noegle: string; readonly nummer: Partsnummer; readonly vaerdi: Buffer }

const missingIn = (opslag: ReadonlyMap<string, Opslag>, fundet: ReadonlyMap<string, Uuid>): Opslag[] =>
  [...opslag.values()].filter(({ noegle }) => !fundet.has(noegle))

async function lookUp(tx: Transaktion, opslag: readonly Opslag[], fundet: Map<string, Uuid>): Promise<void> {
  if (opslag.length > 0) addTo(fundet, opslag, await tx.run(findParter(opslag.map(({ vaerdi }) => vaerdi))))
}

function addTo(
  fundet: Map<string, Uuid>,
  opslag: readonly Opslag[],
  raekker: readonly { readonly opslag: Buffer; readonly part_id: Uuid }[],
): void {
  const parter = new Map(raekker.map((raekke) => [raekke.opslag.toString('base64'), raekke.part_id]))
  for (const { noegle, vaerdi } of opslag) {
    const part = parter.get(vaerdi.toString('base64'))
    if (part) fundet.set(noegle, part)
  }
}

/** A random part for a number; the date of birth that a CPR number tells stands until a register says another. */
function toNytNummer(noegler: Noegler, { nummer, vaerdi }: Opslag): NytNummer {
  const part = newUuid()
  return {
    opslag: vaerdi,
    part,
    nummertype: nummer.type,
    krypteret: sealNummer(noegler, nummer, vaerdi, part),
    parttype: parttypeOf(nummer.type),
    foedt: nummer.type === 'cpr' ? (foedselsdato(nummer.nummer) ?? null) : null,
  }
}
