import { type Fjernelsesfoelger, findGaeldende, findGravsten, removeObjekt } from '#indeks'
import type { Tidspunkt } from '#kernel'
import type { Transaktion } from '#platform/database'
import { indBrud, type Regelbrud } from '../regler/index.ts'
import type { Sletning } from './check-linje.ts'
import { emptyAfvisninger } from './leverance.sql.ts'
import type { Leverance } from './typer.ts'
import { findUdenfor } from './udenfor.ts'

/** What became of a deletion. Nothing went where it had been deleted before. */
export type Fjernelsesresultat = (Fjernelsesfoelger & { readonly tidspunkt: Tidspunkt }) | { readonly brud: readonly [Regelbrud] }

/**
 * Deletes for good what the sender is Master of (AM-03), and empties the refused lines about it that are kept. What another system is Master
 * of, or has deleted, answers as what is not there; what was taken from the sender since is not its to delete.
 */
export async function fjern(tx: Transaktion, { kilde }: Leverance, linje: Sletning): Promise<Fjernelsesresultat> {
  const { id, tidspunkt, fjernelse } = linje
  const gaeldende = (await findGaeldende(tx, [id])).get(id)
  if (!gaeldende) {
    const [gravsten] = await tx.run(findGravsten([id]))
    return gravsten?.master === kilde.id && gravsten.art === fjernelse.art
      ? { fjernede: [], kommune: undefined, beroerte: [], tidspunkt }
      : { brud: [indBrud('IND-021', '')] }
  }
  if (gaeldende.master !== kilde.id || gaeldende.art !== fjernelse.art) return { brud: [indBrud('IND-021', '')] }
  if ((await findUdenfor(tx, kilde, [gaeldende])).has(id)) return { brud: [indBrud('IND-005', '')] }
  const foelger = await removeObjekt(tx, {
    id,
    tidspunkt,
    efterladDokumenter: fjernelse.efterladSagsloeseDokumenter === true,
    medYdelser: fjernelse.fjernOgsaaYdelse === true,
  })
  const ider = foelger.fjernede.map((led) => led.gaeldende.objekt.id)
  await tx.asSletning(() => tx.run(emptyAfvisninger(kilde.id, ider)))
  return { ...foelger, tidspunkt }
}
