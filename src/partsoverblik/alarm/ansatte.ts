import { afvist, type CprNummer, type CvrNummer, ok, parseCprNummer, parseUuid, type Resultat, type Uuid } from '#kernel'
import { partsnoegle, resolveParter } from '#part'
import type { Clock } from '#platform/clock'
import type { Noegler } from '#platform/crypto'
import type { Database } from '#platform/database'
import { deleteAnsatte, deleteMedarbejderparter, insertAnsatte, upsertMedarbejderparter } from './ansatte.sql.ts'

type Deps = { readonly db: Database; readonly clock: Clock; readonly noegler: Noegler }

/** Somebody whom a municipality employs, and the id they log in by, where the municipality knows it. */
export type Ansat = { readonly cpr: CprNummer; readonly medarbejder: Uuid | undefined }

/** No municipality has more, and a list that names nobody is more likely a wrong file than a municipality without people. */
const HOEJST = 100_000
export type Ansatafvisning =
  | { readonly kode: 'LINJE'; readonly linje: number }
  | { readonly kode: 'TOM' | 'FOR_MANGE' }
  | { readonly kode: 'TO_PERSONER'; readonly linje: number }

/** Reads a list: a CPR number a line, and after a semicolon the id that the employee logs in by. A line that cannot be read refuses the list. Pure. */
export function parseAnsatte(tekst: string): Resultat<readonly Ansat[], Ansatafvisning> {
  const linjer = tekst.replace(/^\uFEFF/, '').split(/\r?\n/)
  if (linjer.length > HOEJST + 1) return afvist({ kode: 'FOR_MANGE' })
  const ansatte: Ansat[] = []
  const kendte = new Map<Uuid, CprNummer>()
  for (const [i, linje] of linjer.entries()) {
    if (linje.trim() === '' || (i === 0 && /^cpr\b/i.test(linje))) continue
    const ansat = readLinje(linje)
    if (!ansat) return afvist({ kode: 'LINJE', linje: i + 1 })
    const { cpr, medarbejder } = ansat
    if (medarbejder && (kendte.get(medarbejder) ?? cpr) !== cpr) return afvist({ kode: 'TO_PERSONER', linje: i + 1 })
    if (medarbejder) kendte.set(medarbejder, cpr)
    ansatte.push(ansat)
  }
  return ansatte.length === 0 ? afvist({ kode: 'TOM' }) : ok(ansatte)
}

function readLinje(linje: string): Ansat | undefined {
  const [nummer = '', id = '', ...mere] = linje.split(';').map((felt) => felt.trim())
  const cpr = parseCprNummer(nummer.replace('-', ''))
  const medarbejder = id === '' ? undefined : parseUuid(id.replace(/^urn:uuid:/i, ''))
  const laest = cpr !== undefined && (id === '' || medarbejder !== undefined) && mere.every((felt) => felt === '')
  return laest ? { cpr, medarbejder } : undefined
}

/** Replaces whom a municipality employs: for alarms alone, and by part alone. Answers how many persons and how many logins. Throws DatabaseFejl. */
export async function replaceAnsatte(
  { db, clock, noegler }: Deps,
  kommune: CvrNummer,
  ansatte: readonly Ansat[],
): Promise<{ readonly personer: number; readonly logins: number }> {
  const nu = clock.now()
  return db.transaction({ rolle: 'login' }, async (tx) => {
    const numre = ansatte.map(({ cpr }) => ({ type: 'cpr', nummer: cpr }) as const)
    const parter = await resolveParter(tx, noegler, numre)
    const partOf = (cpr: CprNummer): Uuid => parter.get(partsnoegle({ type: 'cpr', nummer: cpr })) as Uuid
    const alle = [...new Set(ansatte.map(({ cpr }) => partOf(cpr)))]
    const logins = new Map(ansatte.flatMap(({ cpr, medarbejder }) => (medarbejder ? [[medarbejder, partOf(cpr)] as const] : [])))
    await tx.run(deleteAnsatte(kommune, alle))
    await tx.run(insertAnsatte(kommune, alle, nu))
    await tx.run(deleteMedarbejderparter(kommune, [...logins.keys()]))
    await tx.run(
      upsertMedarbejderparter(
        kommune,
        [...logins].map(([medarbejder, part]) => ({ medarbejder, part })),
        nu,
      ),
    )
    return { personer: alle.length, logins: logins.size }
  })
}
