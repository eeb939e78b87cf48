import { tidspunkt, uuid } from '#kernel'
import type { Alarmfakta } from './fakta.ts'

/** An ordinary visit: a Tuesday forenoon, a stranger, no case of one's own, nothing sensitive. Raises no alarm. */
export const almindeligtBesoeg = (aendret: Partial<Alarmfakta> = {}): Alarmfakta => ({
  tid: tidspunkt('2026-11-24T09:00:00.000Z'),
  part: uuid('00000000-0000-4000-8000-000000000001'),
  kendetegn: { navne: ['Godtfred Lund'], adresse: 'Torvet 3, 4690 Korsbæk' },
  adressebeskyttet: false,
  medarbejder: {
    navn: 'Ulla Jakobsen',
    part: uuid('00000000-0000-4000-8000-000000000002'),
    adresse: 'Havnegade 12, 2. th, 4690 Korsbæk',
  },
  slaegt: undefined,
  kollega: false,
  egenSag: false,
  ting: [],
  vaner: { iDag: 1, foer: 0, tidligere: [] },
  ...aendret,
})
