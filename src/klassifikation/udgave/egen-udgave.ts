import { BORGER_EMNER } from '../emner/index.ts'
import { hovedgruppenavn } from '../grupper.ts'
import { type KleUdgave, udgaarEfterAar } from './udgave.ts'

/**
 * The project's own list as an edition, so that numbers have titles before anyone has imported KLE. Dated as the edition its facts are from;
 * an excerpt, so that nothing is concluded from what it lacks. Its group titles are the citizens' words, not KLE's.
 */
export const EGEN_UDGAVE: KleUdgave = {
  udgivet: '2026-02-01',
  kilde: 'Borgerblikkets egen liste, uddrag af KLE februar 2026',
  uddrag: true,
  hovedgrupper: new Map(
    [...new Set([...BORGER_EMNER.keys()].map((nr) => nr.slice(0, 2)))].map((nr) => {
      const titel = hovedgruppenavn(nr, 'da')
      return [nr, titel === undefined ? { nr } : { nr, titel }]
    }),
  ),
  grupper: new Map(),
  emner: new Map(
    [...BORGER_EMNER.values()].map(({ nr, titel, gyldigTil }) => [
      nr,
      {
        nr,
        titel,
        ...(gyldigTil === undefined ? {} : { udgaar: udgaarEfterAar(String(gyldigTil)) }),
        afloestAf: [],
        stikord: [],
      },
    ]),
  ),
}
