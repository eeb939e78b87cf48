import { readForDrift } from '#adgangslog'
import type { OverblikData } from '#indeks'
import type { Art, CvrNummer, Driftsgrundlag, Uuid } from '#kernel'
import { createBillede } from './billede.ts'
import { readSammenhaeng } from './fakta.ts'
import type { Forklaringsdeps } from './forklar.ts'
import { findOverblik, findVisningsvalg } from './overblik.sql.ts'
import { readVisningsvalg } from './titelviden.ts'

/** One item about a fictive person, as the index holds it, and whether the person sees it. */
export type Proeveting = {
  readonly id: Uuid
  readonly art: Art
  readonly kommune: CvrNummer
  readonly kle: string
  readonly kilde: Uuid
  readonly data: OverblikData
  readonly vises: boolean
}

/**
 * What the index holds about the ground's part, for the compliance test of a source: its persons are fictive, and the look is logged as any
 * other. `koersel` is what the log names. Throws what readForDrift throws, and SnapshotFejl where the configuration is not known.
 */
export async function seTilAfproevning(
  deps: Forklaringsdeps,
  grundlag: Driftsgrundlag,
  koersel: Uuid,
): Promise<readonly Proeveting[]> {
  const nu = deps.clock.now()
  const opsaetning = await deps.opsaetning.current()
  const [raekker, [visningsvalg]] = await readForDrift(deps, grundlag, { hvad: 'afproevning', objekt: koersel }, [
    findOverblik(grundlag.part),
    findVisningsvalg(grundlag.part),
  ])
  const billede = createBillede(raekker, {
    nu,
    grund: 'egen',
    alder: undefined,
    opsaetning,
    ...readVisningsvalg(visningsvalg, []),
    ...readSammenhaeng(raekker, nu),
  })
  return raekker.map(({ item_id: id, art, kommune, kle, kilde_id: kilde, data }) => ({
    id,
    art,
    kommune,
    kle,
    kilde,
    data,
    vises: billede.efterId.has(id),
  }))
}
