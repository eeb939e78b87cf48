import { grundlagForKommune, kontekstForKommune } from '#adgang'
import { STANDARD_OPBEVARING_MAANEDER } from '#adgangslog'
import type { Tidspunkt } from '#kernel'
import { STANDARDFRIST_DAGE } from '#overblik'
import { findValg, upsertValg } from './logansvar.sql.ts'
import type { Ansvarlig, Logansvarsdeps } from './spoergsmaal.ts'

/** How soon a municipality answers, and how long it wants the log kept. */
export type Logvalg = {
  readonly svarfristDage: number
  readonly opbevaringMaaneder: number
  readonly aendret: { readonly tid: Tidspunkt; readonly navn: string } | undefined
}

/** The database keeps to these bounds too. */
const GRAENSER = { svarfristDage: [1, 30], opbevaringMaaneder: [24, 120] } as const

const kontekst = (hvem: Ansvarlig) => kontekstForKommune(grundlagForKommune(hvem, 'opslagssvar'))

/** Throws DatabaseFejl. */
export async function readLogvalg({ db }: Pick<Logansvarsdeps, 'db'>, hvem: Ansvarlig): Promise<Logvalg> {
  const [[valg]] = await db.readBatch(kontekst(hvem), [findValg(hvem.cvr)])
  return {
    svarfristDage: valg?.svarfrist_dage ?? STANDARDFRIST_DAGE,
    opbevaringMaaneder: valg?.opbevaring_maaneder ?? STANDARD_OPBEVARING_MAANEDER,
    aendret: valg && { tid: valg.aendret, navn: valg.aendret_navn },
  }
}

/** Chooses; false for numbers that are out of bounds. Throws DatabaseFejl. */
export async function gemLogvalg(
  { db, clock }: Pick<Logansvarsdeps, 'db' | 'clock'>,
  hvem: Ansvarlig,
  valg: Pick<Logvalg, 'svarfristDage' | 'opbevaringMaaneder'>,
): Promise<boolean> {
  const within = (navn: keyof typeof GRAENSER) =>
    Number.isInteger(valg[navn]) && valg[navn] >= GRAENSER[navn][0] && valg[navn] <= GRAENSER[navn][1]
  if (!within('svarfristDage') || !within('opbevaringMaaneder')) return false
  await db.writeBatch(kontekst(hvem), [upsertValg(hvem.cvr, valg, { tid: clock.now(), af: hvem })])
  return true
}
