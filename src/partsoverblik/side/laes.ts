import { type Laesedeps, readForSagsbehandler, readKendskab, type Sagsbehandlerlaesning } from '#adgangslog'
import { withoutUsete } from '#indeks'
import type { Medarbejdergrundlag, Uuid } from '#kernel'
import { forsoeg, type OverblikRaekke, type VisningsvalgRaekke } from '#overblik'
import { type BemaerkningRaekke, bemaerkningsstatement } from '#partsoverblik/bemaerkning'
import { DatabaseFejl } from '#platform/database'
import type { Forhold } from './familie.ts'
import {
  findAabnet,
  findFakta,
  findFamilie,
  findKendte,
  findKendtFakta,
  findPerson,
  findRaekker,
  findVisningsvalg,
  HOEJST_TING,
  type Oplysningsraekke,
} from './partsoverblik.sql.ts'
import type { Mangel, Ting } from './visninger.ts'

/** What is read of the citizen for one page. What is undefined could not be read, and is named among the lacks. */
export type Laest = {
  readonly raekker: readonly OverblikRaekke[]
  /** There are more, changed longer ago: what is not here may yet be there. */
  readonly flere: boolean
  readonly person: Oplysningsraekke | undefined
  readonly bemaerkninger: readonly BemaerkningRaekke[] | undefined
  readonly familie: readonly Forhold[] | undefined
  readonly mangler: readonly Mangel[]
}

/** So long may each statement take of the read that the page cannot do without, and of it read alone. */
const SIDEBUDGET_MS = 3_000

/**
 * All about the citizen that the employee's rights cover, in one batch with what goes with it. Where the batch cannot be read the matters are read
 * alone, and the rest is named as lacking. Throws Sessionsfejl, Grundlagsfejl, Logfejl, or DatabaseFejl where not even they can be read.
 */
export async function laesBorger(deps: Laesedeps, grundlag: Medarbejdergrundlag, hvad: Sagsbehandlerlaesning): Promise<Laest> {
  const nu = deps.clock.now()
  const laesning = { ...hvad, budgetMs: SIDEBUDGET_MS }
  try {
    const [raekker, [person], bemaerkninger, familie] = await readForSagsbehandler(deps, grundlag, laesning, [
      findRaekker(grundlag, nu),
      findPerson(grundlag),
      bemaerkningsstatement(grundlag, nu),
      findFamilie(grundlag),
    ])
    return { ...nyeste(raekker), person, bemaerkninger, familie, mangler: [] }
  } catch (error) {
    if (!(error instanceof DatabaseFejl)) throw error
    const [raekker] = await readForSagsbehandler(deps, grundlag, laesning, [findRaekker(grundlag, nu)])
    const ingen = { person: undefined, bemaerkninger: undefined, familie: undefined }
    const mangler = (['person', 'bemaerkninger', 'familie'] as const).map((del) => ({ del, aarsag: 'fejl' }) as const)
    return { ...nyeste(raekker), ...ingen, mangler }
  }
}

const nyeste = (raekker: Parameters<typeof withoutUsete<OverblikRaekke>>[0]): Pick<Laest, 'raekker' | 'flere'> => ({
  raekker: withoutUsete(raekker.slice(0, HOEJST_TING)),
  flere: raekker.length > HOEJST_TING,
})

/**
 * What may only be known of, where a right to that is among the rights: kind and unit. Nothing is asked where there is none, so that the answer takes
 * its time from the rights and never from what there is.
 */
export const laesKendte = (deps: Laesedeps, grundlag: Medarbejdergrundlag) =>
  forsoeg('kendskab', async () => {
    if (!grundlag.rettigheder.some(({ systemroller }) => systemroller.includes('kendskab'))) return []
    const laesning = { hvad: 'kendskab', budgetMs: SIDEBUDGET_MS } as const
    const [raekker] = await readKendskab(deps, grundlag, laesning, [findKendte(grundlag, deps.clock.now())])
    return raekker
  })

/** What decides how these items stand for the citizen. Throws what readForSagsbehandler throws. */
export async function laesVisningsvalg(
  deps: Laesedeps,
  grundlag: Medarbejdergrundlag,
  sete: readonly Uuid[],
): Promise<VisningsvalgRaekke | undefined> {
  const laesning = { hvad: 'somBorgeren', budgetMs: SIDEBUDGET_MS } as const
  const [[valg]] = await readForSagsbehandler(deps, grundlag, laesning, [findVisningsvalg(grundlag, sete)])
  return valg
}

/** What is read of a thing when it is opened, logged by itself with which it was. */
export const laesAabnet = (deps: Laesedeps, grundlag: Medarbejdergrundlag, { id, art }: Pick<Ting, 'id' | 'art'>) =>
  forsoeg(art === 'journalnotat' ? 'notattekst' : 'adgang', async () => {
    const laesning = { hvad: art === 'journalnotat' ? 'notattekst' : 'detalje', objekt: id, budgetMs: SIDEBUDGET_MS } as const
    const nu = deps.clock.now()
    const [[raekke], [fakta]] = await readForSagsbehandler(deps, grundlag, laesning, [
      findAabnet(grundlag, id, nu),
      findFakta(grundlag, id, nu),
    ])
    return { raekke, fakta }
  })

/** What decides about a thing that may only be known of, logged by itself with which it was; undefined where it may not be. */
export const laesKendtFakta = (deps: Laesedeps, grundlag: Medarbejdergrundlag, id: Uuid) =>
  forsoeg('adgang', async () => {
    const laesning = { hvad: 'adgangsforklaring', objekt: id, budgetMs: SIDEBUDGET_MS } as const
    const [[fakta]] = await readKendskab(deps, grundlag, laesning, [findKendtFakta(grundlag, id, deps.clock.now())])
    return fakta
  })
