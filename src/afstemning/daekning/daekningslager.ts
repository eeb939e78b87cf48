import { tidspunkt } from '#kernel'
import type { Kilderegister } from '#kilde'
import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import { createSnapshot, type Snapshot } from '#platform/snapshot'
import { findBrudte, loadBeviser, loadLivstegnstider, loadSenesteLivstegn, readBrudnummer, toBevis } from '../livstegn/index.ts'
import { laerRytme } from '../rytme/index.ts'
import {
  countAabneAfvisninger,
  deleteForventninger,
  insertForventninger,
  loadDaekning,
  loadForventninger,
  toAabenAfvisning,
  toDaekning,
  upsertTilslutninger,
} from './daekning.sql.ts'
import type { Forventning, Tilslutning } from './daekning.ts'
import type { Rytmer } from './livsfrist.ts'
import { createDaekning, type Daekning } from './sammenhold.ts'

/** Coverage, at most half a minute old. Where it can be read no more `current` throws SnapshotFejl: then nothing is known, and no page says none. */
export type Daekningslager = Snapshot<Daekning> & {
  /**
   * Coverage that is good enough to speak of items: `daekning`, taken before they were read, without the proofs broken up to `brudNr`, which
   * was read after them (readBrudnummer). Asks the database only where something has been broken between, once for all who ask. Throws
   * DatabaseFejl where it does not answer: then nothing may be said.
   */
  followBrud(daekning: Daekning, brudNr: number): Promise<Daekning>
  /** Says that sources deliver, from when and how far back, before (or though) nothing has come. */
  saveTilslutninger(tilslutninger: readonly Tilslutning[]): Promise<void>
  /** Replaces what each municipality named has said of the kinds of system it has. */
  saveForventninger(forventninger: readonly Forventning[]): Promise<void>
}

/** Opens the store and reads it. Throws SnapshotFejl where it cannot be read. */
export async function createDaekningslager(db: Database, clock: Clock, kilder: Kilderegister): Promise<Daekningslager> {
  const learnRytmer = createRytmelaere(db, clock)
  const load = async (): Promise<Daekning> => {
    // The number first: a break while the rest is read is then one that whoever reads items later sees a higher number of. Refusals last: a
    // line that is settled has been delivered, which broke the proof that is read before.
    const foerst = [readBrudnummer(), loadBeviser(), loadSenesteLivstegn()] as const
    const statements = [...foerst, loadDaekning(), loadForventninger(), countAabneAfvisninger()] as const
    const [[brud], beviser, tegn, raekker, forventninger, afvisninger] = await db.readBatch({ rolle: 'opsaetning' }, statements)
    if (!brud) throw new TypeError('How often proofs were broken was not read')
    return createDaekning({
      raekker: raekker.map(toDaekning),
      forventninger,
      afvisninger: afvisninger.map(toAabenAfvisning),
      kilder: await kilder.alle(),
      beviser: beviser.map(toBevis),
      brudNr: brud.nr,
      tegn,
      rytmer: await learnRytmer(),
    })
  }
  const snapshot = await createSnapshot({ navn: 'daekning', load, clock })
  return {
    ...snapshot,
    followBrud: createBrudfoelger(db),
    saveTilslutninger: async (tilslutninger) => {
      await db.transaction({ rolle: 'opsaetning' }, (tx) => tx.run(upsertTilslutninger(tilslutninger)))
      await snapshot.refresh()
    },
    saveForventninger: async (forventninger) => {
      await db.transaction({ rolle: 'opsaetning' }, async (tx) => {
        for (const kommune of new Set(forventninger.map((led) => led.kommune))) await tx.run(deleteForventninger(kommune))
        await tx.run(insertForventninger(forventninger))
      })
      await snapshot.refresh()
    },
  }
}

const LAERES_AF_MS = 28 * 24 * 3_600_000
const LAERT_HVER_MS = 3_600_000

/** How sources give signs of life, learned of the last four weeks, anew by the hour: a habit does not change from one page to the next. */
function createRytmelaere(db: Database, clock: Clock): () => Promise<Rytmer> {
  let laert: { readonly ved: number; readonly rytmer: Rytmer } | undefined
  return async () => {
    const nu = Date.parse(clock.now())
    if (laert && nu - laert.ved < LAERT_HVER_MS) return laert.rytmer
    const siden = tidspunkt(new Date(nu - LAERES_AF_MS))
    const [tider] = await db.readBatch({ rolle: 'opsaetning' }, [loadLivstegnstider(siden)])
    const egne = Map.groupBy(tider, ({ kilde_id }) => kilde_id)
    const rytmer = new Map([...egne].map(([kilde, led]) => [kilde, laerRytme(led.map(({ tid }) => tid))]))
    laert = { ved: nu, rytmer }
    return rytmer
  }
}

function createBrudfoelger(db: Database): Daekningslager['followBrud'] {
  const fulgt = new WeakMap<Daekning, Map<number, Promise<Daekning>>>()
  const follow = async (daekning: Daekning): Promise<Daekning> => {
    const [brudte] = await db.readBatch({ rolle: 'opsaetning' }, [findBrudte(daekning.fakta.brudNr)])
    return daekning.withoutBeviser(brudte.map(({ kilde_id, kommune }) => ({ kilde: kilde_id, kommune })))
  }
  return async (daekning, brudNr) => {
    if (brudNr === daekning.fakta.brudNr) return daekning
    // A number that is lower than it was is another database's, as after one was put back from a copy: nothing is proved of that.
    if (brudNr < daekning.fakta.brudNr) return daekning.withoutBeviser(daekning.fakta.beviser)
    const kendte = fulgt.get(daekning) ?? new Map<number, Promise<Daekning>>()
    fulgt.set(daekning, kendte)
    const kendt = kendte.get(brudNr)
    if (kendt) return kendt
    const ny = follow(daekning)
    kendte.set(brudNr, ny)
    ny.catch(() => kendte.delete(brudNr))
    return ny
  }
}
