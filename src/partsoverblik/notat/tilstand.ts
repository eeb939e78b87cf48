import { afvist, ok, type Resultat } from '#kernel'

/** Where a note stands on its way: it waits, its system has it, it is on the case; or the system would not have it, or never fetched it. */
export const NOTATTILSTANDE = ['venter', 'hentet', 'journaliseret', 'afvist', 'foraeldet'] as const
export type Notattilstand = (typeof NOTATTILSTANDE)[number]

/** Why a system does not take a note. The list only grows. */
export const AFVISNINGSGRUNDE = ['sagLukket', 'sagUkendt', 'indholdAfvist', 'andet'] as const
export type Afvisningsgrund = (typeof AFVISNINGSGRUNDE)[number]

/** After so many days without being on the case it is given up, and its writer is told. */
export const FORAELDES_DAGE = 30

export type Notatskridt = 'modtaget' | 'afvist' | 'leveretTilbage' | 'forGammelt'

const NAESTE: Readonly<Record<Notatskridt, Partial<Readonly<Record<Notattilstand, Notattilstand>>>>> = {
  // Said twice it counts once; said late of what is on the case it changes nothing.
  modtaget: { venter: 'hentet', hentet: 'hentet', journaliseret: 'journaliseret' },
  afvist: { venter: 'afvist', hentet: 'afvist', afvist: 'afvist' },
  // That it is on the case is a fact, whatever was said before.
  leveretTilbage: {
    venter: 'journaliseret',
    hentet: 'journaliseret',
    journaliseret: 'journaliseret',
    afvist: 'journaliseret',
    foraeldet: 'journaliseret',
  },
  forGammelt: { venter: 'foraeldet', hentet: 'foraeldet', foraeldet: 'foraeldet' },
}

/** Where a step leads from where the note stands; refused where it cannot be taken from there. Pure. */
export function step(fra: Notattilstand, skridt: Notatskridt): Resultat<Notattilstand, 'TILSTAND_PASSER_IKKE'> {
  const til = NAESTE[skridt][fra]
  return til ? ok(til) : afvist('TILSTAND_PASSER_IKKE')
}
