import type { GaeldendeObjekt } from '#indeks'
import type { Uuid } from '#kernel'
import { type Kilde, mayDeliver } from '#kilde'
import type { Transaktion } from '#platform/database'
import { findGrundlag } from './leverance.sql.ts'

/** Where something belongs, as far as it is known. */
export type Placering = { readonly kommune: string | undefined; readonly kle: string | undefined }

type Eget = Pick<GaeldendeObjekt, 'objekt' | 'master'>

const isUplaceret = ({ objekt }: Eget): boolean => objekt.kommune === undefined || objekt.kle === undefined

/**
 * Does what the index holds lie outside what the source may deliver now? Then the source, which is its Master, neither changes nor deletes it: it
 * is of a municipality or a number that was taken from it, or that this call's token does not give. Notes and payments belong where what they
 * stand on does (`grundlag`). Pure.
 */
export function isUdenfor(kilde: Kilde, eget: Eget, grundlag: readonly Placering[]): boolean {
  const { objekt, master } = eget
  const steder =
    isUplaceret(eget) && grundlag.length > 0
      ? grundlag.map(({ kommune, kle }) => ({ kommune: objekt.kommune ?? kommune, kle: objekt.kle ?? kle }))
      : [objekt]
  return steder.some(({ kommune, kle }) => !mayDeliver(kilde, { kommune, kle, master }).ok)
}

/** Those of the source's own objects that lie outside. */
export async function findUdenfor(tx: Transaktion, kilde: Kilde, egne: readonly GaeldendeObjekt[]): Promise<ReadonlySet<Uuid>> {
  const uplacerede = egne.filter(isUplaceret).map(({ objekt }) => objekt.id)
  const raekker = uplacerede.length > 0 ? await tx.run(findGrundlag(uplacerede)) : []
  const grundlag = Map.groupBy(raekker, ({ objekt_id }) => objekt_id)
  const steder = (id: Uuid): readonly Placering[] =>
    (grundlag.get(id) ?? []).map(({ kommune, kle }) => ({ kommune: kommune ?? undefined, kle: kle ?? undefined }))
  return new Set(egne.filter((led) => isUdenfor(kilde, led, steder(led.objekt.id))).map(({ objekt }) => objekt.id))
}
