import { type Laesedeps, readForSagsbehandler } from '#adgangslog'
import type { Medarbejdergrundlag, Uuid } from '#kernel'
import { forsoeg, type OverblikRaekke, type VisningsvalgRaekke } from '#overblik'
import { type BemaerkningRaekke, bemaerkningsstatement } from '#partsoverblik/bemaerkning'
import { DatabaseFejl } from '#platform/database'
import type { Forhold } from './familie.ts'
import {
  findFamilie,
  findNotattekst,
  findPerson,
  findRaekker,
  findVisningsvalg,
  type Oplysningsraekke,
} from './partsoverblik.sql.ts'
import type { Mangel } from './visninger.ts'

/** What is read of the citizen for one page. What is undefined could not be read, and is named among the lacks. */
export type Laest = {
  readonly raekker: readonly OverblikRaekke[]
  readonly person: Oplysningsraekke | undefined
  readonly bemaerkninger: readonly BemaerkningRaekke[] | undefined
  readonly familie: readonly Forhold[] | undefined
  readonly visningsvalg: VisningsvalgRaekke | undefined
  readonly mangler: readonly Mangel[]
}

/** So long may each statement take of the read that the page cannot do without, and of it read alone. */
const SIDEBUDGET_MS = 3_000

type Hvad = { readonly hvad: string; readonly objekt?: Uuid | undefined }

/**
 * All about the citizen that the employee's rights cover, in one batch with what goes with it. Where the batch cannot be read the matters are read
 * alone, and the rest is named as lacking. Throws Sessionsfejl, Grundlagsfejl, Logfejl, or DatabaseFejl where not even they can be read.
 */
export async function laesBorger(deps: Laesedeps, grundlag: Medarbejdergrundlag, hvad: Hvad): Promise<Laest> {
  const laesning = { ...hvad, budgetMs: SIDEBUDGET_MS }
  try {
    const [raekker, [person], bemaerkninger, familie, [visningsvalg]] = await readForSagsbehandler(deps, grundlag, laesning, [
      findRaekker(grundlag),
      findPerson(grundlag),
      bemaerkningsstatement(grundlag, deps.clock.now()),
      findFamilie(grundlag),
      findVisningsvalg(grundlag),
    ])
    return { raekker, person, bemaerkninger, familie, visningsvalg, mangler: [] }
  } catch (error) {
    if (!(error instanceof DatabaseFejl)) throw error
    const [raekker] = await readForSagsbehandler(deps, grundlag, laesning, [findRaekker(grundlag)])
    const ingen = { person: undefined, bemaerkninger: undefined, familie: undefined, visningsvalg: undefined }
    const mangler = (['person', 'bemaerkninger', 'familie', 'borgeren'] as const).map((del) => ({ del, aarsag: 'fejl' }) as const)
    return { raekker, ...ingen, mangler }
  }
}

/** The text of a note that is open, logged by itself; undefined where its format cannot be shown. */
export const laesNotattekst = (deps: Laesedeps, grundlag: Medarbejdergrundlag, notat: Uuid) =>
  forsoeg('notattekst', async () => {
    const laesning = { hvad: 'notattekst', objekt: notat }
    const [[raekke]] = await readForSagsbehandler(deps, grundlag, laesning, [findNotattekst(grundlag, notat)])
    return raekke?.indhold.notater
  })
