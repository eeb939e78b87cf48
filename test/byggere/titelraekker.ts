import type { OverblikRaekke } from '../../src/overblik/overblik.sql.ts'
import { id, objekt, titel, virkning } from './indeks.ts'

export const AABEN_SAG = id('sag')

/** A row of a case that has had these titles. */
export function raekkeAf(...titler: readonly string[]): OverblikRaekke {
  const { kommune, kle, ...sag } = objekt('sag', 'sag', { titler: titler.map((tekst) => titel(tekst, virkning())) })
  return {
    part_id: id('Ulla'),
    item_id: sag.id,
    art: 'sag',
    kommune,
    kle: kle ?? '',
    kilde_id: id('fagsystem'),
    aendret: sag.oprettet,
    data: { ...sag, roller: [] },
  } as unknown as OverblikRaekke
}
