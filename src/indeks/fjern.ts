import type { CvrNummer, Tidspunkt, Uuid } from '#kernel'
import type { Transaktion } from '#platform/database'
import { deleteObjekter, deleteRegistreringer, type Fjernelsesgrund, insertGravsten } from './fjern.sql.ts'
import { findKommune, type Hjemsted } from './hjemsted.ts'
import { afhaengighederAf, type GaeldendeObjekt } from './objekt.ts'
import { lockRegion, type Region } from './region.ts'
import { toStand, workOut, writeFoelger } from './reproject.ts'

export type Fjernelse = {
  readonly id: Uuid
  /** When it was deleted at the sender. */
  readonly tidspunkt: Tidspunkt
  /** A case's: documents that are on this case alone stay (SF1470, EfterladSagsloeseDokumenter). */
  readonly efterladDokumenter: boolean
  /** A case's: grants that stand on it alone go too, and the payments that carry out nothing but them (FjernOgsaaYdelse). */
  readonly medYdelser: boolean
}

/** What went, and why. */
export type Fjernet = { readonly gaeldende: GaeldendeObjekt; readonly grund: Fjernelsesgrund }

/** What a deletion came to. */
export type Fjernelsesfoelger = {
  /** The object itself first; none: it is not there. */
  readonly fjernede: readonly Fjernet[]
  /** The municipality that the object was for. */
  readonly kommune: CvrNummer | undefined
  /** Where all that went, or is changed by it, belonged and belongs: other sources' too. */
  readonly beroerte: readonly Hjemsted[]
}

/**
 * Deletes an object with all its registrations, and what goes with it, and projects what is left of those that took facts from it, in the
 * caller's transaction. Only what has the same Master goes with a case: what another system has delivered is that system's to delete. The
 * caller has made sure that the object is there and that its Master asks.
 */
export async function removeObjekt(tx: Transaktion, fjernelse: Fjernelse): Promise<Fjernelsesfoelger> {
  const region = await lockRegion(tx, [], [fjernelse.id])
  const fjernede = findFjernede(region, fjernelse)
  const [selv] = fjernede
  if (!selv) return { fjernede, kommune: undefined, beroerte: [] }
  const ider = fjernede.map(({ gaeldende }) => gaeldende.objekt.id)
  const foelger = workOut(region, new Map(), new Set(ider))
  await writeFoelger(tx, foelger)
  await tx.asSletning(async () => {
    await tx.run(deleteObjekter(ider))
    await tx.run(deleteRegistreringer(ider))
    await tx.run(insertGravsten(fjernede.map((led) => toGravsten(led, fjernelse.tidspunkt))))
  })
  return { fjernede, kommune: findKommune(selv.gaeldende.objekt, toStand(region)), beroerte: foelger.beroerte }
}

const toGravsten = ({ gaeldende: { objekt, art, master, kilde }, grund }: Fjernet, tidspunkt: Tidspunkt) => ({
  id: objekt.id,
  art,
  master,
  kilde,
  tidspunkt,
  grund,
})

/** The object and what goes with it. Pure. */
function findFjernede({ objekter, kanter }: Region, fjernelse: Fjernelse): Fjernet[] {
  const gaeldende = objekter.get(fjernelse.id)
  if (!gaeldende) return []
  const fjernede = new Map<Uuid, Fjernet>([[fjernelse.id, { gaeldende, grund: 'fjernet' }]])
  if (gaeldende.art !== 'sag') return [...fjernede.values()]
  const egne = kanter
    .filter((kant) => kant.af === fjernelse.id)
    .flatMap(({ objekt }) => objekter.get(objekt) ?? [])
    .filter(({ master }) => master === gaeldende.master)
  /** True where it stands on nothing but what goes. */
  const isAlene = (led: GaeldendeObjekt): boolean =>
    kanter.every((kant) => kant.objekt !== led.objekt.id || fjernede.has(kant.af))
  const take = (led: GaeldendeObjekt): unknown => fjernede.set(led.objekt.id, { gaeldende: led, grund: 'med-sagen' })
  for (const led of egne) {
    if (led.art === 'journalnotat') take(led)
    if (led.art === 'dokument' && !fjernelse.efterladDokumenter && isAlene(led)) take(led)
    if (led.art === 'bevilling' && fjernelse.medYdelser && isAlene(led)) take(led)
  }
  if (fjernelse.medYdelser)
    for (const led of objekter.values())
      if (led.art === 'oekonomiskEffektuering' && led.master === gaeldende.master && hasOphav(led) && isAlene(led)) take(led)
  return [...fjernede.values()]
}

const hasOphav = ({ objekt }: GaeldendeObjekt): boolean => afhaengighederAf(objekt).length > 0
