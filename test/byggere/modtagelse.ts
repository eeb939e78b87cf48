import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { genopbyg } from '#indeks'
import { newUuid, tidspunkt, type Uuid } from '#kernel'
import type { Kilde } from '#kilde'
import { fixedClock } from '#platform/clock'
import { createNoegler } from '#platform/crypto'
import {
  type AendringKilde,
  type ElementKilde,
  type FjernelseKilde,
  type IndkommenLinje,
  type Kvittering,
  laesRegistrering,
  type Modtagelsesdeps,
  modtagLinjer,
  openLeverance,
} from '../../src/modtagelse/leverance/index.ts'
import { normalizeAendring, normalizeRest, standardRoller } from '../../src/modtagelse/regler/index.ts'
import { createTestDatabase, type Testdatabase } from './database.ts'
import { ESDH } from './historie.ts'

/** One line in the short REST form, by what it asks for. */
export type Udsagn =
  | { readonly importer: ElementKilde }
  | { readonly opdater: AendringKilde }
  | { readonly fjern: FjernelseKilde }

/** An intake on a database of its own. */
export type Testmodtagelse = {
  readonly database: Testdatabase
  readonly deps: Modtagelsesdeps
  /** Delivers in one batch under a new key. */
  readonly lever: (kilde: Kilde, ...udsagn: readonly Udsagn[]) => Promise<readonly Kvittering[]>
  /** As ESDH, one statement; answers the outcome, or the first rule that was broken. */
  readonly sig: (udsagn: Udsagn) => Promise<string>
  readonly antal: (tabel: string, hvor: string, vaerdi: unknown) => Promise<number>
  /** How many differences there are between the current state and what the registrations give. */
  readonly afvigelser: () => Promise<number>
  readonly close: () => Promise<void>
}

export async function createTestmodtagelse(): Promise<Testmodtagelse> {
  const mappe = mkdtempSync(join(tmpdir(), 'bbmodtag-'))
  const database = await createTestDatabase()
  const deps: Modtagelsesdeps = {
    db: database.db,
    noegler: createNoegler(join(mappe, 'noegler')),
    clock: fixedClock(tidspunkt('2026-11-22T12:00:00.000Z')),
    roller: standardRoller,
  }
  const lever: Testmodtagelse['lever'] = async (kilde, ...udsagn) =>
    modtagLinjer(
      deps,
      await openLeverance(deps, kilde, newUuid(), 'rest'),
      udsagn.map((led, i) => toLinje(kilde, led, i + 1)),
    )
  return {
    database,
    deps,
    lever,
    sig: async (udsagn) => {
      const [kvittering] = await lever(ESDH, udsagn)
      return kvittering?.brud[0]?.regel ?? kvittering?.udfald ?? 'intet'
    },
    antal: async (tabel, hvor, vaerdi) => {
      const raekker = await database.asOwner<{ antal: string }>(`SELECT count(*) AS antal FROM ${tabel} WHERE ${hvor} = $1`, [
        vaerdi,
      ])
      return Number(raekker[0]?.antal)
    },
    afvigelser: async () => (await genopbyg(deps.db, laesRegistrering(deps), { ret: false })).antalAfvigelser,
    close: async () => {
      await database.close()
      rmSync(mappe, { recursive: true, force: true })
    },
  }
}

export function toLinje(kilde: Kilde, udsagn: Udsagn, nr: number): IndkommenLinje {
  const faelles = { linje: nr, raa: JSON.stringify(udsagn), brud: [] as const }
  const afsender = { itSystem: kilde.id as Uuid, systemNavn: kilde.navn }
  if ('importer' in udsagn) return { ...faelles, element: normalizeRest(udsagn.importer, afsender) }
  return 'opdater' in udsagn
    ? { ...faelles, opdater: normalizeAendring(udsagn.opdater, afsender) }
    : { ...faelles, fjern: udsagn.fjern }
}
