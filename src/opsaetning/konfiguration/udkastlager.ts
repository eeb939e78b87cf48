import type { CvrNummer, Tidspunkt, Uuid } from '#kernel'
import type { Database, Transaktion } from '#platform/database'
import {
  type AendringRaekke,
  insertUdkastskridt,
  listAendringer,
  listUdkastskridt,
  type SkridtRaekke,
} from './konfiguration.sql.ts'
import { type Linjevirkning, type Person, type Udkast, type Udkasthaendelse, type Udkastskridt, udkastFra } from './udkast.ts'

/** A draft with all that has happened to it, oldest first. */
export type Udkastforloeb = { readonly udkast: Udkast; readonly haendelser: readonly Udkasthaendelse[] }

const toHaendelse = (raekke: SkridtRaekke): Udkasthaendelse => ({
  nr: raekke.nr,
  tid: raekke.tid,
  af: { id: raekke.medarbejder_id, cvr: raekke.kommune, navn: raekke.medarbejder_navn },
  // Written by this module alone, by the type of the steps.
  skridt: raekke.data as Udkastskridt,
})

function toForloeb(id: Uuid, kommune: CvrNummer, raekker: readonly SkridtRaekke[]): Udkastforloeb | undefined {
  const haendelser = raekker.map(toHaendelse)
  const udkast = udkastFra(id, kommune, haendelser)
  return udkast && { udkast, haendelser }
}

/** A municipality's draft with its steps; undefined where there is none, or it is another's. Throws DatabaseFejl. */
export async function readUdkastforloeb(db: Database, kommune: CvrNummer, id: Uuid): Promise<Udkastforloeb | undefined> {
  const [raekker] = await db.readBatch({ rolle: 'opsaetning' }, [listUdkastskridt(kommune, id)])
  return toForloeb(id, kommune, raekker)
}

/** A municipality's draft; undefined where there is none, or it is another's. Throws DatabaseFejl. */
export const readUdkast = async ({ db }: { readonly db: Database }, kommune: CvrNummer, id: Uuid): Promise<Udkast | undefined> =>
  (await readUdkastforloeb(db, kommune, id))?.udkast

/** The same as the transaction sees it. */
export const findUdkast = async (tx: Transaktion, kommune: CvrNummer, id: Uuid): Promise<Udkastforloeb | undefined> =>
  toForloeb(id, kommune, await tx.run(listUdkastskridt(kommune, id)))

/** All the municipality's drafts, newest first. Throws DatabaseFejl. */
export async function listUdkast(db: Database, kommune: CvrNummer): Promise<readonly Udkast[]> {
  const [raekker] = await db.readBatch({ rolle: 'opsaetning' }, [listUdkastskridt(kommune, undefined)])
  return [...Map.groupBy(raekker, ({ udkast_id }) => udkast_id)]
    .flatMap(([id, egne]) => toForloeb(id, kommune, egne)?.udkast ?? [])
    .toSorted((a, b) => (a.oprettet < b.oprettet ? 1 : -1))
}

/** Writes the next step. False where somebody else took one meanwhile, and then nothing is written. */
export async function appendUdkastskridt(
  tx: Transaktion,
  { id, kommune }: Pick<Udkast, 'id' | 'kommune'>,
  { nr, tid, af, skridt }: Udkasthaendelse,
): Promise<boolean> {
  const raekke = { udkast_id: id, kommune, nr, tid, medarbejder_id: af.id, medarbejder_navn: af.navn, data: skridt }
  return (await tx.count(insertUdkastskridt(raekke))) === 1
}

/** A change that was put into force: who, when, why, and what it did to each number. */
export type Aendring = {
  readonly nr: number
  readonly tid: Tidspunkt
  readonly slags: 'godkendelse' | 'indsnaevring'
  readonly udkast: Uuid | undefined
  /** Who approved; of a narrowing, who made it. */
  readonly af: Person
  readonly indhold: Aendringsindhold
}
export type Aendringsindhold = {
  readonly navn: string
  readonly aarsag: string
  /** Who proposed it, where it took two. */
  readonly foreslaaetAf?: Person
  readonly gaelderFra: Tidspunkt
  readonly linjer: readonly Linjevirkning[]
}

const toAendring = (raekke: AendringRaekke): Aendring => ({
  nr: raekke.nr,
  tid: raekke.tid,
  slags: raekke.slags,
  udkast: raekke.udkast_id ?? undefined,
  af: { id: raekke.medarbejder_id, cvr: raekke.kommune, navn: raekke.medarbejder_navn },
  // Written by this module alone, by this type.
  indhold: raekke.data as Aendringsindhold,
})

/** The municipality's changes, newest first, from before number `foer`. Throws DatabaseFejl. */
export async function readHistorik(
  db: Database,
  kommune: CvrNummer,
  { foer, hoejst }: { readonly foer?: number | undefined; readonly hoejst: number },
): Promise<readonly Aendring[]> {
  const [raekker] = await db.readBatch({ rolle: 'opsaetning' }, [listAendringer(kommune, foer, hoejst)])
  return raekker.map(toAendring)
}
