import { uuid } from '#kernel'
import type { Database, Transaktion } from '#platform/database'
import {
  findFjernetTil,
  findNaesteParter,
  findSket,
  giveWay,
  lockMaerke,
  type Maerke,
  type Sket,
  setMaerke,
} from './maerke.sql.ts'
import { type Vurderingsdeps, vurderMedDelere, vurderParter } from './parter.ts'
import { ARTER_MED_TITEL } from './tekster.ts'
import { findParterMed } from './vurdering.sql.ts'

export type Foelgedeps = Vurderingsdeps & { readonly db: Database }

const ROLLE = { rolle: 'kvalitet' } as const
/** So many happenings, and so many persons of a pass, are looked at in one transaction. */
const HAENDELSER_AD_GANGEN = 100
const PARTER_AD_GANGEN = 50
const FOER_ALLE = uuid('00000000-0000-0000-0000-000000000000')

/**
 * Does the next piece of what there is to do: first what has happened, so that what is new is judged before what is old; then, where one is
 * needed, a piece of a pass over everybody. Answers how much was done, 0 where nothing is left or another process is at it. The mark moves in
 * the transaction that judges, so whatever ends the process at whatever point, nothing is left out. Throws DatabaseFejl.
 */
export function work(deps: Foelgedeps): Promise<number> {
  return deps.db.transaction(ROLLE, async (tx) => {
    await tx.run(giveWay())
    const [maerke] = await tx.run(lockMaerke())
    if (!maerke) return 0
    const [[hoved], sket] = await Promise.all([tx.run(findFjernetTil()), tx.run(findSket(maerke.loebenr, HAENDELSER_AD_GANGEN))])
    const mistet = hoved !== undefined && hoved.fjernet_til > maerke.loebenr
    if (mistet) return begin(tx, deps, { ...maerke, loebenr: hoved.fjernet_til })
    if (sket.length > 0) return follow(tx, deps, maerke, sket)
    if (maerke.gennemloeb_regelversion !== null && maerke.gennemloeb_regelversion === deps.tjek.regelversion)
      return continuePass(tx, deps, maerke)
    return maerke.regelversion === deps.tjek.regelversion && maerke.gennemloeb_regelversion === null ? 0 : begin(tx, deps, maerke)
  })
}

/** What happened to a grant or a payment changes no title. */
async function follow(tx: Transaktion, deps: Foelgedeps, maerke: Maerke, sket: readonly Sket[]): Promise<number> {
  const objekter = [...new Set(sket.filter(({ art }) => MED_TITEL.has(art)).map(({ objekt_id }) => objekt_id))]
  const parter = objekter.length > 0 ? await tx.run(findParterMed(objekter)) : []
  await vurderMedDelere(
    tx,
    deps,
    parter.map(({ part_id }) => part_id),
  )
  await tx.run(setMaerke({ ...maerke, loebenr: sket.at(-1)?.loebenr ?? maerke.loebenr }))
  return sket.length
}
const MED_TITEL: ReadonlySet<string> = new Set(ARTER_MED_TITEL)

/** A pass from the first person on: the checks are of another edition, or what happened was removed before it was looked at. */
async function begin(tx: Transaktion, { tjek, clock }: Foelgedeps, maerke: Maerke): Promise<number> {
  await tx.run(
    setMaerke({
      ...maerke,
      gennemloeb_regelversion: tjek.regelversion,
      gennemloeb_part: null,
      gennemloeb_begyndt: clock.now(),
    }),
  )
  return 1
}

async function continuePass(tx: Transaktion, deps: Foelgedeps, maerke: Maerke): Promise<number> {
  const parter = await tx.run(findNaesteParter(maerke.gennemloeb_part ?? FOER_ALLE, PARTER_AD_GANGEN))
  const sidste = parter.at(-1)
  if (!sidste) {
    await tx.run(setMaerke({ ...maerke, ...INTET_GENNEMLOEB, regelversion: maerke.gennemloeb_regelversion }))
    return 1
  }
  // Everybody's turn comes: who shares what with whom need not be asked.
  await vurderParter(
    tx,
    deps,
    parter.map(({ part_id }) => part_id),
  )
  await tx.run(setMaerke({ ...maerke, gennemloeb_part: sidste.part_id }))
  return parter.length
}
const INTET_GENNEMLOEB = { gennemloeb_regelversion: null, gennemloeb_part: null, gennemloeb_begyndt: null } as const

/** Asks for a pass over everybody, for as when the operator wants to be sure. False: one is under way already. */
export function demandPass(deps: Foelgedeps): Promise<boolean> {
  return deps.db.transaction(ROLLE, async (tx) => {
    const [maerke] = await tx.run(lockMaerke())
    if (!maerke || maerke.gennemloeb_regelversion === deps.tjek.regelversion) return false
    await begin(tx, deps, maerke)
    return true
  })
}
