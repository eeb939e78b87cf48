import { type Database, Opstartsfejl } from '#platform/database'
import { type FingeraftrykRaekke, insertNewFingeraftryk, listFingeraftryk } from './noeglefingeraftryk.sql.ts'
import type { Noegler } from './noegler.ts'

/**
 * Compares the keys with those that the database was filled with, and remembers new ones. Without the right HMAC key every person would be
 * unknown and get a second part; without an encryption key what it sealed is lost. Session keys are not compared: losing one only ends sessions.
 * Throws Opstartsfejl where keys and database do not belong together; then nothing is remembered.
 */
export async function verifyNoegler(db: Database, noegler: Noegler): Promise<void> {
  const vore = linjerOf(noegler)
  await db.transaction({ rolle: 'login' }, async (tx) => {
    await tx.run(insertNewFingeraftryk(vore))
    const kendte = await tx.run(listFingeraftryk())
    const passer = kendte.every(({ navn, fingeraftryk }) =>
      vore.some((linje) => linje.navn === navn && linje.fingeraftryk === fingeraftryk),
    )
    if (!passer)
      throw new Opstartsfejl(
        `Nøglerne i ${noegler.mappe} hører ikke til denne database: læg de nøgler tilbage, som databasen blev oprettet med, eller brug en tom database.`,
      )
  })
}

const linjerOf = (noegler: Noegler): readonly FingeraftrykRaekke[] => [
  { navn: 'opslag', fingeraftryk: noegler.opslag.fingeraftryk },
  ...[noegler.nummer, noegler.indhold].flatMap((ring) =>
    ring.alle.map(({ id, fingeraftryk }) => ({ navn: `${ring.navn}:${id}`, fingeraftryk })),
  ),
]
