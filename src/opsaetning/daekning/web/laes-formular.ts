import { KENDTE_SLAGS } from '#kilde'
import { livsomraadeMedNoegle } from '#klassifikation'
import { type Formular, parseLinje, readFelt, readVaerdier } from '#platform/http'
import type { Forventningsformular } from './forventning.view.ts'

/** Parses what the form of an area sends. */

/** Which of all that was said the form stood on; a number that is none is behind everything. */
export const readNr = (formular: Formular): number =>
  /^\d{1,6}$/.test(readFelt(formular, 'nr')) ? Number(readFelt(formular, 'nr')) : -1

export function readForventning(formular: Formular): Forventningsformular {
  const omraade = livsomraadeMedNoegle(readFelt(formular, 'omraade'))?.noegle
  const sendt = readVaerdier(formular, 'slags')
  const slags = KENDTE_SLAGS.filter((en) => sendt.includes(en))
  const aarsag = readFelt(formular, 'aarsag')
  return {
    omraade,
    slags,
    aarsag: aarsag.slice(0, HOEJST_TEGN),
    fejl: {
      ...(omraade ? {} : { omraade: true }),
      // One that is none of ours, sent twice or a hundred times, is no choice that a page gave.
      ...(sendt.length === slags.length ? {} : { slags: true }),
      ...(parseLinje(aarsag, HOEJST_TEGN) === undefined ? { aarsag: true } : {}),
    },
  }
}

const HOEJST_TEGN = 200
