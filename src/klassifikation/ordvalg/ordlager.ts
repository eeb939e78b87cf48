import type { CvrNummer, Tidspunkt, Uuid } from '#kernel'
import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import { createSnapshot, type Snapshot } from '#platform/snapshot'
import { findOrdversioner, insertOrdversion, loadOrdvalg, type OrdvalgRaekke } from './ordvalg.sql.ts'
import { type Borgerord, createOrdvalg, type Ordpost, type Ordslags, type Ordvalg, toOrdnoegle } from './ordvalg.ts'

/** A choice of words as it was made: `ord` undefined is back to the shipped ones. */
export type Ordversion = {
  readonly version: number
  readonly tid: Tidspunkt
  readonly medarbejder: string
  readonly ord: Borgerord | undefined
}

export type NytOrd = {
  readonly kommune: CvrNummer
  readonly slags: Ordslags
  readonly noegle: string
  /** The number of the version that was seen; 0 where there was none. */
  readonly set: number
  readonly ord: Borgerord | undefined
  readonly medarbejder: { readonly id: Uuid; readonly navn: string }
}

/**
 * Where the municipalities' words are kept. `current()` is at most half a minute old; where it can be read no more it throws SnapshotFejl, as
 * the configuration does. Each choice is kept for good, with who made it and when.
 */
export type Ordlager = Snapshot<Ordvalg> & {
  /** Newest first, at most fifty. Throws DatabaseFejl. */
  historik(kommune: CvrNummer, slags: Ordslags, noegle: string): Promise<readonly Ordversion[]>
  /** In force in this process when it returns. False where somebody else chose meanwhile: then nothing is written. Throws DatabaseFejl. */
  gem(nyt: NytOrd): Promise<boolean>
}

/** Opens the store and reads it. Throws SnapshotFejl where it cannot be read. */
export async function createOrdlager(db: Database, clock: Clock): Promise<Ordlager> {
  const load = async (): Promise<Ordvalg> => {
    const [raekker] = await db.readBatch({ rolle: 'opsaetning' }, [loadOrdvalg()])
    return createOrdvalg(raekker.flatMap(toPost))
  }
  const snapshot = await createSnapshot({ navn: 'ordvalg', load, clock })
  return {
    ...snapshot,
    historik: async (kommune, slags, noegle) => {
      const [raekker] = await db.readBatch({ rolle: 'opsaetning' }, [
        findOrdversioner(kommune, slags, toOrdnoegle(slags, noegle)),
      ])
      return raekker.map((raekke) => ({
        version: raekke.version,
        tid: raekke.tid,
        medarbejder: raekke.medarbejder_navn,
        ord: toOrd(raekke),
      }))
    },
    gem: async ({ kommune, slags, noegle, set, ord, medarbejder }) => {
      const ny = {
        kommune,
        slags,
        noegle: toOrdnoegle(slags, noegle),
        version: set + 1,
        titel_da: ord?.titel.da ?? null,
        titel_en: ord?.titel.en ?? null,
        forklaring_da: ord?.forklaring?.da ?? null,
        forklaring_en: ord?.forklaring?.en ?? null,
        tid: clock.now(),
        medarbejder_id: medarbejder.id,
        medarbejder_navn: medarbejder.navn,
      }
      const skrevet = await db.transaction({ rolle: 'opsaetning' }, (tx) => tx.count(insertOrdversion(ny)))
      if (skrevet === 0) return false
      await snapshot.refresh()
      return true
    },
  }
}

type Tekster = Pick<OrdvalgRaekke, 'titel_da' | 'titel_en' | 'forklaring_da' | 'forklaring_en'>

function toOrd({ titel_da, titel_en, forklaring_da, forklaring_en }: Tekster): Borgerord | undefined {
  if (titel_da === null || titel_en === null) return undefined
  const forklaring = forklaring_da === null || forklaring_en === null ? undefined : { da: forklaring_da, en: forklaring_en }
  return { titel: { da: titel_da, en: titel_en }, forklaring }
}

function toPost({ kommune, slags, noegle, ...tekster }: OrdvalgRaekke): Ordpost[] {
  const ord = toOrd(tekster)
  return ord ? [{ kommune, slags, noegle, ...ord }] : []
}
