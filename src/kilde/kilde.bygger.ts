import { cvrNummer, uuid } from '#kernel'
import type { Kilde } from './kilde.ts'

/** For tests: Korsbæk's care system. */
export const eojKilde = (aendret: Partial<Kilde> = {}): Kilde => ({
  id: uuid('00000000-0000-4000-8000-0000000000e1'),
  navn: 'Lindely Omsorg',
  slags: 'eoj',
  kommuner: [cvrNummer('11111111')],
  kle: [],
  klientId: 'lindely',
  rytmeTimer: 24,
  spaerret: undefined,
  ...aendret,
})
