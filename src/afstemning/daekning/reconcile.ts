import { type Afvist, afvist, type CvrNummer, type KleEmne, type Ok, ok, type Tidspunkt, type Uuid } from '#kernel'
import type { Kilde } from '#kilde'
import { livsomraadeFor } from '#klassifikation'
import type { Transaktion } from '#platform/database'
import { countObjekter, findTilslutninger, upsertAfstemt } from './daekning.sql.ts'
import type { Emnefelt } from './daekning.ts'

/** How many live objects a source says that it has of a kind in an area in a municipality. 0 is a statement too. */
export type Optaelling = Emnefelt & { readonly antal: number }

/** Where the source and we do not agree. `kilde` undefined: it said nothing, and we hold some. */
export type Afstemningsforskel = Emnefelt & { readonly kilde: number | undefined; readonly indeks: number }

const noegle = ({ kommune, livsomraade, art }: Emnefelt): string => `${kommune} ${livsomraade} ${art}`

/** Why a count is not taken. */
export type Afstemningsafvisning = 'KOMMUNE_IKKE_AFTALT' | 'FELT_TO_GANGE' | 'ANTAL_UGYLDIGT'

/**
 * Compares a source's own count with the index's, in the caller's transaction (role modtagelse), for the municipalities that the count
 * names: the count is taken to be complete for each. Where they agree the field counts as reconciled at `tid`; where they do not, or the
 * source said nothing, it no longer does. Objects whose area we cannot tell are in no field, so the source's count for them disagrees.
 */
export async function reconcile(
  tx: Transaktion,
  kilde: Pick<Kilde, 'id' | 'kommuner'>,
  optaelling: readonly Optaelling[],
  tid: Tidspunkt,
): Promise<Ok<readonly Afstemningsforskel[]> | Afvist<Afstemningsafvisning>> {
  const brud = checkOptaelling(kilde, optaelling)
  if (brud) return afvist(brud)
  const kommuner = [...new Set(optaelling.map(({ kommune }) => kommune))]
  return ok(kommuner.length === 0 ? [] : await compare(tx, kilde.id, kommuner, optaelling, tid))
}

function checkOptaelling(
  { kommuner }: Pick<Kilde, 'kommuner'>,
  optaelling: readonly Optaelling[],
): Afstemningsafvisning | undefined {
  if (!optaelling.every(({ kommune }) => kommuner.includes(kommune))) return 'KOMMUNE_IKKE_AFTALT'
  if (new Set(optaelling.map(noegle)).size !== optaelling.length) return 'FELT_TO_GANGE'
  return optaelling.every(({ antal }) => Number.isSafeInteger(antal) && antal >= 0) ? undefined : 'ANTAL_UGYLDIGT'
}

async function compare(
  tx: Transaktion,
  kilde: Uuid,
  kommuner: readonly CvrNummer[],
  optaelling: readonly Optaelling[],
  tid: Tidspunkt,
): Promise<Afstemningsforskel[]> {
  const oplyst = new Map(optaelling.map((led) => [noegle(led), led.antal]))
  const vores = await countEgne(tx, kilde, kommuner)
  const tilsluttede = await tx.run(findTilslutninger(kilde, kommuner))
  const felter = new Map([...tilsluttede, ...vores.keys(), ...optaelling].map((felt) => [noegle(felt), toFelt(felt)]))
  const antalHos = new Map([...vores].map(([felt, antal]) => [noegle(felt), antal]))
  const sammenlignet = [...felter].map(([navn, felt]) => {
    const indeks = antalHos.get(navn) ?? 0
    return { ...felt, kilde: oplyst.get(navn), indeks, ens: oplyst.get(navn) === indeks }
  })
  await tx.run(
    upsertAfstemt(
      sammenlignet.map(({ ens, ...felt }) => ({ ...toFelt(felt), kilde, ens })),
      tid,
    ),
  )
  return sammenlignet
    .filter((felt) => !felt.ens && (felt.kilde !== undefined || felt.indeks > 0))
    .map(({ ens: _, ...forskel }) => forskel)
    .sort((a, b) => (noegle(a) < noegle(b) ? -1 : 1))
}

const toFelt = ({ kommune, livsomraade, art }: Emnefelt): Emnefelt => ({ kommune, livsomraade, art })

/** Our own count by field: the KLE numbers of an area together. */
async function countEgne(tx: Transaktion, kilde: Uuid, kommuner: readonly CvrNummer[]): Promise<ReadonlyMap<Emnefelt, number>> {
  const felter = new Map<string, Emnefelt>()
  const antal = new Map<Emnefelt, number>()
  for (const raekke of await tx.run(countObjekter(kilde, kommuner))) {
    const felt = { kommune: raekke.kommune, livsomraade: livsomraadeFor(raekke.kle as KleEmne).noegle, art: raekke.art }
    const kendt = felter.get(noegle(felt)) ?? felt
    felter.set(noegle(felt), kendt)
    antal.set(kendt, (antal.get(kendt) ?? 0) + raekke.antal)
  }
  return antal
}
