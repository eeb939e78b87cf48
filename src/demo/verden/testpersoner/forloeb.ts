import type { Forloeb } from '../forloeb.ts'
import { FAST } from '../id.ts'
import { type Dato, plusDage } from '../kalender.ts'
import { findSagstype } from '../katalog/katalog.ts'
import { findKilde, findTilslutning } from '../kilder.ts'
import { kommunePaa } from '../personer/person.ts'
import type { Navngivne } from './borgere.ts'
import { listHistorier } from './historier.ts'

/**
 * The matters of the hand-made stories, in the systems that were connected at the time. Their ids hang on the story alone, not on the
 * seed or the size of the world.
 */
export function* testforloeb(n: Navngivne, idag: Dato): Generator<Forloeb> {
  for (const { hvem, ledsagere = [], dele } of listHistorier(n))
    for (const [i, [noegle, dageSiden, tilpasning = {}]] of dele.entries()) {
      const start = plusDage(idag, -dageSiden)
      const type = findSagstype(noegle)
      const kommune = kommunePaa(hvem.person, start)
      const kilde = findKilde(type.kilde, kommune, type.kle)
      const tilslutning = kilde && findTilslutning(kilde, kommune)
      if (!kilde || !tilslutning || tilslutning.dataTilbageTil > start) continue
      yield {
        noegle: `${hvem.noegle}-${i + 1}`,
        navnerum: FAST,
        type,
        kilde,
        kommune,
        borger: hvem,
        ledsagere,
        start,
        tilpasning,
      }
    }
}
