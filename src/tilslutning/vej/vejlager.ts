import type { CvrNummer, Uuid } from '#kernel'
import type { Database, Transaktion } from '#platform/database'
import { type Fagsystemhaendelse, type Fagsystemskridt, type Fagsystemvej, fagsystemvej } from './fagsystemvej.ts'
import type { Haendelse, Person } from './haendelse.ts'
import { type Kommunehaendelse, type Kommuneskridt, type Kommunevej, kommunevej } from './kommunevej.ts'
import { type Emne, insertSkridt, listSkridt, type SkridtRaekke } from './vej.sql.ts'

/** A road with all that has happened on it, oldest first. */
export type Fagsystemforloeb = { readonly vej: Fagsystemvej; readonly haendelser: readonly Fagsystemhaendelse[] }
export type Kommuneforloeb = { readonly vej: Kommunevej; readonly haendelser: readonly Kommunehaendelse[] }

const toHaendelse = <T>(raekke: SkridtRaekke): Haendelse<T> => ({
  nr: raekke.nr,
  tid: raekke.tid,
  af:
    raekke.medarbejder_id && raekke.medarbejder_cvr
      ? {
          id: raekke.medarbejder_id,
          cvr: raekke.medarbejder_cvr,
          navn: raekke.medarbejder_navn ?? '',
          organisation: raekke.medarbejder_organisation ?? '',
        }
      : undefined,
  // Written by this module alone, by the types of the steps.
  data: raekke.data as T,
})

/** All registered systems, by name. Throws DatabaseFejl. */
export async function listFagsystemer(db: Database): Promise<readonly Fagsystemforloeb[]> {
  const [raekker] = await db.readBatch({ rolle: 'opsaetning' }, [listSkridt('fagsystem', undefined)])
  const forloeb = [...Map.groupBy(raekker, ({ emne_id }) => emne_id)].flatMap(([id, egne]) => toFagsystem(id as Uuid, egne) ?? [])
  return forloeb.toSorted((a, b) => a.vej.navn.localeCompare(b.vej.navn, 'da'))
}

/** One system; undefined where it is not registered. Throws DatabaseFejl. */
export async function findFagsystem(db: Database, id: Uuid): Promise<Fagsystemforloeb | undefined> {
  const [raekker] = await db.readBatch({ rolle: 'opsaetning' }, [listSkridt('fagsystem', id)])
  return toFagsystem(id, raekker)
}

function toFagsystem(id: Uuid, raekker: readonly SkridtRaekke[]): Fagsystemforloeb | undefined {
  const haendelser = raekker.map((raekke) => toHaendelse<Fagsystemskridt>(raekke))
  const vej = fagsystemvej(id, haendelser)
  return vej && { vej, haendelser }
}

/** A municipality's own road; one that has done nothing stands at its beginning. Throws DatabaseFejl. */
export async function findKommune(db: Database, cvr: CvrNummer): Promise<Kommuneforloeb> {
  const [raekker] = await db.readBatch({ rolle: 'opsaetning' }, [listSkridt('kommune', cvr)])
  const haendelser = raekker.map((raekke) => toHaendelse<Kommuneskridt>(raekke))
  return { vej: kommunevej(cvr, haendelser), haendelser }
}

/** All municipalities that have begun, by CVR. Throws DatabaseFejl. */
export async function listKommuner(db: Database): Promise<ReadonlyMap<CvrNummer, Kommunevej>> {
  const [raekker] = await db.readBatch({ rolle: 'opsaetning' }, [listSkridt('kommune', undefined)])
  const grupper = Map.groupBy(raekker, ({ emne_id }) => emne_id as CvrNummer)
  return new Map(
    [...grupper].map(([cvr, egne]) => [
      cvr,
      kommunevej(
        cvr,
        egne.map((raekke) => toHaendelse<Kommuneskridt>(raekke)),
      ),
    ]),
  )
}

/** Writes the next step. False where somebody else took one meanwhile, and then nothing is written. */
export async function appendSkridt<T>(
  tx: Transaktion,
  emne: Emne,
  id: string,
  { nr, tid, af, data }: Omit<Haendelse<T>, 'af'> & { readonly af: Omit<Person, 'roller'> | undefined },
): Promise<boolean> {
  const raekke = {
    emne_id: id,
    nr,
    tid,
    medarbejder_id: af?.id ?? null,
    medarbejder_cvr: af?.cvr ?? null,
    medarbejder_navn: af?.navn ?? null,
    medarbejder_organisation: af?.organisation ?? null,
    data,
  }
  return (await tx.count(insertSkridt(emne, raekke))) === 1
}
