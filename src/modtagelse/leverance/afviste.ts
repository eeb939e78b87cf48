import type { Beroert } from '#afstemning/livstegn'
import { findGaeldende, findGravsten } from '#indeks'
import { type KleEmne, newUuid } from '#kernel'
import { livsomraadeFor } from '#klassifikation'
import { seal } from '#platform/crypto'
import type { Transaktion } from '#platform/database'
import type { Regelbrud } from '../regler/index.ts'
import type { Beroerer, KontrolleretLinje } from './check-linje.ts'
import { insertAfvisninger, settleAfvisninger } from './leverance.sql.ts'
import { type Leverance, type Modtagelsesdeps, stedOf } from './typer.ts'

export type Afvist = { readonly linje: KontrolleretLinje; readonly brud: readonly [Regelbrud, ...Regelbrud[]] }

/**
 * Keeps refused lines, sealed, with what they touch. Of what has been deleted only that it came is kept, and what came from before the
 * deletion is settled by it. Answers whose proofs that breaks.
 */
export async function keepAfviste(
  tx: Transaktion,
  deps: Modtagelsesdeps,
  leverance: Leverance,
  afviste: readonly Afvist[],
): Promise<readonly Beroert[]> {
  if (afviste.length === 0) return []
  const ider = [...new Set(afviste.flatMap(({ linje: { beroerer } }) => beroerer.objekt ?? []))]
  const gravsten = (ider.length > 0 ? await tx.run(findGravsten(ider)) : []).filter(({ master }) => master === leverance.kilde.id)
  const fjernede = new Set(gravsten.map((led) => led.id))
  const placerede = await placeAendringer(tx, leverance, afviste)
  const nye = placerede.map(({ linje, brud, beroerer }) => {
    const id = newUuid()
    const tom = beroerer.objekt !== undefined && fjernede.has(beroerer.objekt)
    return {
      id,
      ...stedOf(leverance, linje.linje),
      ...beroerer,
      // A time that is itself what was refused says nothing of when.
      tidspunkt: brud[0].regel === 'IND-003' ? undefined : beroerer.tidspunkt,
      brud,
      krypteret: tom ? undefined : seal(deps.noegler.indhold, linje.raa, `afvisning ${id}`),
    }
  })
  await tx.run(insertAfvisninger(leverance.kilde.id, nye))
  if (gravsten.length > 0) {
    const afgjorte = gravsten.map(({ id, tidspunkt }) => ({ objekt: id, fra: undefined, tidspunkt, aendret: false }))
    await tx.run(settleAfvisninger(leverance.kilde.id, afgjorte))
  }
  return placerede.map(({ beroerer: { kommune } }) => ({ kilde: leverance.kilde.id, kommune, antal: 0, nyeste: undefined }))
}

/** A change or a deletion says little of where it belongs; the object that it names does, where the sender is its Master. */
async function placeAendringer(
  tx: Transaktion,
  { kilde }: Leverance,
  afviste: readonly Afvist[],
): Promise<(Afvist & { readonly beroerer: Beroerer })[]> {
  const ider = afviste.flatMap(({ linje }) => (linje.operation === 'importer' ? [] : (linje.beroerer.objekt ?? [])))
  const gaeldende = await findGaeldende(tx, [...new Set(ider)])
  return afviste.map((afvist) => {
    const { operation, beroerer } = afvist.linje
    const nu = operation === 'importer' || !beroerer.objekt ? undefined : gaeldende.get(beroerer.objekt)
    if (nu?.master !== kilde.id) return { ...afvist, beroerer }
    const { kommune, kle } = nu.objekt
    const omraade = kle && livsomraadeFor(kle as KleEmne).noegle
    return {
      ...afvist,
      beroerer: {
        ...beroerer,
        art: nu.art,
        kommune: common(beroerer.kommune, kommune),
        livsomraade: common(beroerer.livsomraade, omraade),
      },
    }
  })
}

/** The one that is known. Where the change would move the object both are touched, and there is no name for both: then it may be any. */
const common = <T extends string>(aendringens: T | undefined, objektets: T | undefined): T | undefined =>
  aendringens === undefined || aendringens === objektets ? objektets : undefined
