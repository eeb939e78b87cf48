import { recordLevering } from '#afstemning/daekning'
import type { Objekt } from '#indeks'
import type { CvrNummer, KleEmne } from '#kernel'
import { livsomraadeFor } from '#klassifikation'
import type { Transaktion } from '#platform/database'
import { findPlaceringer } from './leverance.sql.ts'
import type { Leverance, Modtagelsesdeps } from './typer.ts'

/** Something that a delivery brought. */
export type Leveret = { readonly objekt: Objekt }

/**
 * Coverage: what kind of thing came, for which municipality and area. Notes and payments take both from what they stand on. One that came
 * before it is recorded when that comes, with the time when it came itself where another source brings it: to count it for every area
 * meanwhile would say of areas that the source has nothing in that it delivers there, and until then nobody sees it, so nobody is told "none"
 * beside it. What has been deleted counts as a delivery of what it was.
 */
export async function recordLeverede(
  tx: Transaktion,
  leverance: Leverance,
  leverede: readonly Leveret[],
  aendrede: readonly Leveret[],
  deps: Modtagelsesdeps,
) {
  if (leverede.length === 0) return
  const uden = leverede.filter((ny) => !ny.objekt.kommune || !ny.objekt.kle).map((ny) => ny.objekt.id)
  const paa = aendrede.filter(({ objekt }) => objekt.art === 'sag' || objekt.art === 'bevilling').map((ny) => ny.objekt.id)
  const placerede = uden.length + paa.length > 0 ? await tx.run(findPlaceringer(uden, paa)) : []
  const tid = deps.clock.now()
  const leveringer = [
    ...leverede.flatMap(({ objekt: { kommune, kle, art } }) =>
      kommune && kle ? [{ kommune, kle, art, kilde: leverance.kilde.id, tid }] : [],
    ),
    ...placerede.map(({ kilde_id, modtaget, ...placeret }) => ({
      ...placeret,
      kilde: kilde_id,
      tid: kilde_id === leverance.kilde.id ? tid : modtaget,
    })),
  ].map(({ kommune, kle, ...levering }) => ({
    ...levering,
    kommune: kommune as CvrNummer,
    livsomraade: livsomraadeFor(kle as KleEmne).noegle,
  }))
  if (leveringer.length > 0) await recordLevering(tx, leveringer)
}
