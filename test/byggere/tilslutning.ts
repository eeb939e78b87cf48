import { emnefelterFor, type Optaelling, reconcile } from '#afstemning/daekning'
import { lockBeviser, proveAfstemt } from '#afstemning/livstegn'
import { type Tidspunkt, tidspunkt } from '#kernel'
import type { Kilde } from '#kilde'
import { LIVSOMRAADER } from '#klassifikation'
import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import { KILDER, type Kildenavn, type Testwebsted } from './websted.ts'

/** A clock that stands until it is moved. */
export function createUr(start: string): Clock & { frem(ms: number): void } {
  let nu: Tidspunkt = tidspunkt(start)
  return {
    now: () => nu,
    frem: (ms) => {
      nu = tidspunkt(new Date(Date.parse(nu) + ms))
    },
  }
}

/**
 * Proves, for each of its municipalities, that the index holds what the source does as of `nu`: as an agreeing reconciliation of one that has
 * everything right would. Throws where something that was kept is newer than `nu`.
 */
export async function bevisKilde(db: Database, kilde: Pick<Kilde, 'id' | 'kommuner'>, nu: Tidspunkt): Promise<void> {
  await db.transaction({ rolle: 'modtagelse' }, async (tx) => {
    const staaende = await tx.run(lockBeviser(kilde.id, kilde.kommuner))
    for (const stand of staaende) {
      const [svar] = await tx.run(
        proveAfstemt(kilde.id, stand.kommune, stand, { tidspunkt: nu, sendt: Number(stand.modtaget), nu }),
      )
      if (!svar?.bevist) throw new Error(`${kilde.id} is not proved for ${stand.kommune}`)
    }
  })
}

/** Takes the source's own count to be what the index holds of it, as one that has everything right would say, and proves it. */
export const afstem = (sted: Testwebsted, navn: Kildenavn): Promise<void> => afstemKilde(sted.system, KILDER[navn])

/** The same of any source, on an open database. */
export async function afstemKilde({ db, clock }: Pick<Testwebsted['system'], 'db' | 'clock'>, kilde: Kilde): Promise<void> {
  const tom = emnefelterFor(kilde).map((felt): Optaelling => ({ ...felt, antal: 0 }))
  await db.transaction({ rolle: 'modtagelse' }, async (tx) => {
    const svar = await reconcile(tx, kilde, tom, clock.now())
    if (!svar.ok) throw new Error(svar.afvisning)
    const rigtig = tom.map((felt) => {
      const forskel = svar.value.find(
        (led) => led.kommune === felt.kommune && led.livsomraade === felt.livsomraade && led.art === felt.art,
      )
      return { ...felt, antal: forskel?.indeks ?? 0 }
    })
    const igen = await reconcile(tx, kilde, rigtig, clock.now())
    if (!igen.ok || igen.value.length > 0) throw new Error('The count does not agree with itself')
  })
  await bevisKilde(db, kilde, clock.now())
}

/** Connects the source for all that it may deliver, with data back to 2016, and reconciles it. */
export async function tilslut(sted: Testwebsted, navn: Kildenavn): Promise<void> {
  const siden = tidspunkt('2020-12-01T00:00:00Z')
  await sted.system.daekning.saveTilslutninger(
    emnefelterFor(KILDER[navn]).map((felt) => ({
      ...felt,
      kilde: KILDER[navn].id,
      tilsluttetSiden: siden,
      dataFra: '2016-01-01',
    })),
  )
  await afstem(sted, navn)
  await sted.system.daekning.refresh()
}

/** Says of every area in both municipalities that these kinds of system could hold something. */
export const forvent = (sted: Testwebsted, slags: readonly string[]): Promise<void> =>
  sted.system.daekning.saveForventninger(
    KILDER.a.kommuner.flatMap((kommune) =>
      LIVSOMRAADER.flatMap(({ noegle }) => slags.map((en) => ({ kommune, livsomraade: noegle, slags: en }))),
    ),
  )
