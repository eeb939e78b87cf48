import { readForKommune } from '#adgangslog'
import type { Kommunegrundlag, Tidspunkt, Uuid } from '#kernel'
import type { Ordvalg } from '#klassifikation'
import type { KleKonfiguration, Opsaetning } from '#visning'
import { readSammenhaeng } from './fakta.ts'
import { explainRaekke, type Forklaring, type Forklaringsdeps } from './forklar.ts'
import { findKommunensOverblik, findKommunensVisningsvalg } from './overblik.sql.ts'
import { readVisningsvalg } from './titelviden.ts'

/** An explanation with since when each of what it follows from has been so. */
export type Kommuneforklaring = {
  readonly forklaring: Forklaring
  /** When the source last changed the item. */
  readonly aendret: Tidspunkt
  /** When its titles were judged as they are; undefined where they are not yet. */
  readonly vurderet: Tidspunkt | undefined
  /** What the municipality has in force for each way of looking at it. */
  readonly konfigurationer: readonly (KleKonfiguration | undefined)[]
}

/**
 * The municipality asks why an item that it has delivered is shown to a person or not. Undefined where no such item of its own is about the
 * part, which is the same answer whether it exists or not. Logged in either case. Throws what readForKommune throws.
 */
export async function forklarForKommune(
  deps: Pick<Forklaringsdeps, 'db' | 'log'>,
  grundlag: Kommunegrundlag,
  {
    part,
    objekt,
    opsaetning,
    ordvalg,
    tid,
  }: { part: Uuid; objekt: Uuid; opsaetning: Opsaetning; ordvalg: Ordvalg; tid: Tidspunkt },
): Promise<Kommuneforklaring | undefined> {
  const { kommune } = grundlag
  const [raekker, [valg]] = await readForKommune(deps, grundlag, { hvad: 'forklaring', objekt, part }, [
    findKommunensOverblik(part, kommune),
    findKommunensVisningsvalg(part, kommune),
  ])
  const raekke = raekker.find(({ item_id }) => item_id === objekt)
  if (!raekke) return undefined
  const visningsvalg = readVisningsvalg(valg, [])
  const afgoerelsesgrundlag = {
    nu: tid,
    grund: 'egen' as const,
    alder: undefined,
    opsaetning,
    ...visningsvalg,
    ...readSammenhaeng(raekker, tid),
  }
  const forklaring = explainRaekke(raekke, raekker, afgoerelsesgrundlag, ordvalg)
  return {
    forklaring,
    aendret: raekke.aendret,
    vurderet: visningsvalg.titler.vurderetSiden(objekt),
    konfigurationer: forklaring.vinkler.map(({ kommune: af, kle }) => opsaetning.konfigurationFor(af, kle || undefined, tid)),
  }
}
