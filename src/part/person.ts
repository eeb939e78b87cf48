import { afvist, type CprNummer, ok, type Resultat, type Uuid } from '#kernel'
import type { Noegler } from '#platform/crypto'
import type { Database, Transaktion } from '#platform/database'
import { opslagOf, partsnoegle, sealNummer } from './nummer.ts'
import { refreshOplysninger } from './oplysninger.ts'
import { findParter, insertNummer, type PersonfaktaRaekke, updatePersonfakta } from './part.sql.ts'
import { resolveParter } from './resolve-parter.ts'

/** The part of a person who logs in; made where no source has named them yet. Throws DatabaseFejl. */
export async function findOrCreatePerson(db: Database, noegler: Noegler, cpr: CprNummer): Promise<Uuid> {
  const nummer = { type: 'cpr', nummer: cpr } as const
  const parter = await db.transaction({ rolle: 'login' }, (tx) => resolveParter(tx, noegler, [nummer]))
  return parter.get(partsnoegle(nummer)) as Uuid
}

/** The part of a person, or undefined where nobody has named them; nothing is made. Throws DatabaseFejl. */
export async function findPerson(db: Database, noegler: Noegler, cpr: CprNummer): Promise<Uuid | undefined> {
  const opslag = opslagOf(noegler, { type: 'cpr', nummer: cpr })
  const [fundne] = await db.readBatch({ rolle: 'login' }, [findParter([opslag])])
  return fundne[0]?.part_id
}

/** What a register says about a person today. `foedt` null: it does not say, and what is known stays. `doed` null: alive. Days are YYYY-MM-DD. */
export type Personfakta = PersonfaktaRaekke

/**
 * Replaces what is known about these persons; of two facts about one person the last counts. An address that is protected now is forgotten.
 * Answers how many are known. Role: modtagelse.
 */
export async function registerPersonfakta(tx: Transaktion, noegler: Noegler, fakta: readonly Personfakta[]): Promise<number> {
  const sidste = new Map(fakta.map((et) => [et.part, et]))
  if (sidste.size === 0) return 0
  const antal = await tx.count(updatePersonfakta([...sidste.values()]))
  await refreshOplysninger(tx, noegler, [...sidste.keys()])
  return antal
}

/** The new number already belongs to somebody else: items were delivered under it before the change was told. The two must be joined by hand. */
export type NummerskiftAfvisning = 'NUMMERET_HAR_EN_ANDEN_PART'

/**
 * A person has got another CPR number and keeps the part: both numbers lead to it from now on, since late deliveries still name the old one.
 * Idempotent. Role: modtagelse.
 */
export async function changeCprNummer(
  tx: Transaktion,
  noegler: Noegler,
  skift: { readonly gammelt: CprNummer; readonly nyt: CprNummer },
): Promise<Resultat<Uuid, NummerskiftAfvisning>> {
  const gammelt = { type: 'cpr', nummer: skift.gammelt } as const
  const nyt = { type: 'cpr', nummer: skift.nyt } as const
  const opslag = opslagOf(noegler, nyt)
  const part = (await resolveParter(tx, noegler, [gammelt])).get(partsnoegle(gammelt)) as Uuid
  await tx.run(insertNummer({ opslag, part, nummertype: 'cpr', krypteret: sealNummer(noegler, nyt, opslag, part) }))
  const [indehaver] = await tx.run(findParter([opslag]))
  return indehaver?.part_id === part ? ok(part) : afvist('NUMMERET_HAR_EN_ANDEN_PART')
}
