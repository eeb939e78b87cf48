import type { Regelbrud } from '../../regler/index.ts'
import type { Soegeafvisning } from '../../soegning/index.ts'

/** A search that cannot be asked: it names what cannot be searched for, or a time without a zone. Nothing of it is repeated. */
export class Soegefejl extends Error {
  constructor() {
    super('The search cannot be asked')
    this.name = 'Soegefejl'
  }
}

const SAETNINGER: Readonly<Record<Soegeafvisning, { readonly da: string; readonly en: string }>> = {
  SOEGNING_UGYLDIG: {
    da: 'Søgningen nævner noget, der ikke kan søges på her, eller en tid uden zone; ret den efter beskrivelsen.',
    en: 'The search names something that cannot be searched for here, or a time without a zone; correct it by the description.',
  },
  SOEGNING_FOR_STOR: {
    da: 'Søgningen har for mange led eller for mange lag; del den op.',
    en: 'The search has too many conditions or too many levels; divide it.',
  },
  SOEGNING_FOR_BRED: {
    da: 'Søgningen rammer for meget; tilføj noget, der gør den snævrere, eller bed om færre ad gangen.',
    en: 'The search finds too much; add what makes it narrower, or ask for fewer at a time.',
  },
}

/** Why a search was not answered, as StandardRetur tells it. */
export const toSoegebrud = (afvisning: Soegeafvisning): Regelbrud => ({ regel: afvisning, sti: '', ...SAETNINGER[afvisning] })
