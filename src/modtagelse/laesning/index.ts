import type { Objekt } from '#indeks'
import { parseTidspunkt, parseUuid } from '#kernel'
import type { ElementKilde } from '../element/element.kilde.ts'
import type { Rollekatalog } from '../regler/index.ts'
import { laesDokument, laesJournalnotat, laesSag } from './laes-sag.ts'
import { laesAftale, laesBevilling, laesEffektuering } from './laes-ydelse.ts'

export { notatId } from './laes-sag.ts'
export {
  collectParter,
  collectPartnavne,
  collectPartsnumre,
  hideParter,
  isPartsliste,
  PART_URN,
  type Partsnummer,
  parsePartsnummer,
  partsnoegle,
  replacePartsnumre,
  restorePartsnumre,
} from './parter.ts'
export { collectTitler } from './titler.ts'

/**
 * The object that a kept element says it is: parties named by part, texts with personal numbers masked, times in UTC. Pure, so that a
 * rebuild from the registrations gives the same. Throws RangeError for an element without id or Tidspunkt, which the rules let none through with.
 */
export function laesElement(element: ElementKilde, roller: Rollekatalog): Objekt {
  const id = parseUuid(element.id ?? '')
  const tid = parseTidspunkt(element.tidspunkt ?? '')
  if (!id || !tid) throw new RangeError('An element without id or tidspunkt was read')
  switch (element.art) {
    case 'sag':
      return laesSag(element, id, tid, roller)
    case 'dokument':
      return laesDokument(element, id, tid, roller)
    case 'journalnotat':
      return laesJournalnotat(element, id, tid)
    case 'bevilling':
      return laesBevilling(element, id, tid, roller)
    case 'oekonomiskEffektuering':
      return laesEffektuering(element, id, tid, roller)
    case 'aftale':
      return laesAftale(element, id, tid, roller)
  }
}
