import type { Noedstop, Visningsfakta } from '../fakta.ts'
import { skjul, type Visningsregel, vis } from '../regel.ts'

/**
 * What a municipality has stopped is hidden at once, whatever its configuration says: an item and what stands on it, a document type, all
 * that comes from a source, or a life area. It stands last, so that NOEDSTOP is named only where nothing else hides: then opening again is
 * what would show it. Asks no configuration. The stop's own time is not asked: clocks differ, and what is handed in is in force.
 */
export const noedstopRegel: Visningsregel = (fakta, { stop }) =>
  stop.some((led) => fakta.kommuner.includes(led.kommune) && isRamt(fakta, led)) ? skjul('NOEDSTOP') : vis

function isRamt({ objekt, sagsIder, bevillingsIder, dokument, kilde, livsomraader }: Visningsfakta, stop: Noedstop): boolean {
  const { slags, vaerdi } = stop
  switch (slags) {
    case 'ting':
      return [objekt, ...sagsIder, ...bevillingsIder].some((id) => id === vaerdi)
    case 'dokumenttype':
      return dokument?.type === vaerdi
    case 'kilde':
      return kilde === vaerdi
    case 'omraade':
      return livsomraader.includes(vaerdi)
  }
}
