import { setImmediate as nextTurn } from 'node:timers/promises'
import type { NyRegistrering } from '#indeks'
import type { Uuid } from '#kernel'
import { findKendteParter, partsnoegle } from '#part'
import { collectPartsnumre, replacePartsnumre } from '../laesning/index.ts'
import { checkLinje, type Import, type KontrolleretLinje } from './check-linje.ts'
import { forberedelseskoeFor } from './koe.ts'
import { toRegistrering, withoutLeveringsvalg } from './registrering.ts'
import type { IndkommenLinje, Leverance, Modtagelsesdeps } from './typer.ts'

/** A batch with all done to it that needs no transaction. */
export type Forberedt = {
  readonly linjer: readonly IndkommenLinje[]
  readonly kontrollerede: readonly KontrolleretLinje[]
  /** The registrations of imports whose parties are all known; those of the others are made when their parties are. */
  readonly registreringer: ReadonlyMap<KontrolleretLinje, NyRegistrering>
}

/** Applies the rules that need no database, and nothing more. */
export const checkBunke = (deps: Modtagelsesdeps, leverance: Leverance, linjer: readonly IndkommenLinje[]): Forberedt => ({
  linjer,
  kontrollerede: linjer.map((linje) => checkLinje(deps, leverance.kilde, linje)),
  registreringer: new Map(),
})

/** After so many lines others get their turn: the database answers the batch before this one meanwhile, and citizens want their pages. */
const AD_GANGEN = 4

/**
 * Makes a batch ready while the one before it is written: its lines are read as they are taken, then the rules, and what each import is kept as. A number's part never changes, so those
 * that are known already can be looked up beforehand. Throws DatabaseFejl.
 */
export const forberedBunke = (
  deps: Modtagelsesdeps,
  leverance: Leverance,
  indkomne: Iterable<IndkommenLinje>,
): Promise<Forberedt> => forberedelseskoeFor(deps.db).run(leverance.kilde.id, () => forbered(deps, leverance, indkomne))

async function forbered(deps: Modtagelsesdeps, leverance: Leverance, indkomne: Iterable<IndkommenLinje>): Promise<Forberedt> {
  const linjer: IndkommenLinje[] = []
  const kontrollerede: KontrolleretLinje[] = []
  for (const linje of indkomne) {
    linjer.push(linje)
    kontrollerede.push(checkLinje(deps, leverance.kilde, linje))
    if (linjer.length % AD_GANGEN === 0) await nextTurn()
  }
  const importer = kontrollerede.filter(isImport).map((linje) => ({ linje, numre: collectPartsnumre(linje.element) }))
  const parter = await findKendteParter(
    deps.db,
    deps.noegler,
    importer.flatMap(({ numre }) => numre),
  )
  const registreringer = new Map<KontrolleretLinje, NyRegistrering>()
  for (const [i, { linje, numre }] of importer.entries()) {
    if (numre.every((nummer) => parter.has(partsnoegle(nummer))))
      registreringer.set(linje, toImport(deps, leverance, linje, parter))
    if (i % AD_GANGEN === AD_GANGEN - 1) await nextTurn()
  }
  return { linjer, kontrollerede, registreringer }
}

const isImport = (linje: KontrolleretLinje): linje is Import => linje.operation === 'importer' && linje.brud.length === 0

/** The registration that an import becomes, with its parties named by part. */
export const toImport = (deps: Modtagelsesdeps, leverance: Leverance, linje: Import, parter: ReadonlyMap<string, Uuid>) =>
  toRegistrering(deps, leverance, { ...linje, element: replacePartsnumre(withoutLeveringsvalg(linje.element), parter) })
