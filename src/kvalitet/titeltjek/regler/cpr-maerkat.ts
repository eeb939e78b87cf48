import { cifreVed, type LaestTekst, type Led, ledVed, mellemVed } from '../laes-tekst.ts'
import { BINDEORD, CPR_ORD, FASTE_MAERKATER, FASTE_MED_NR, FYLD, LOESE_MAERKATER, MAERKATER_MED_NR } from './cpr-ord.data.ts'

/** What the words before a group of digits say of it: a CPR number, surely something else, or something else unless it is written as one. */
export type Maerkat = 'cpr' | 'fast' | 'loes'

/** Words looked back over for a label; more would take the label of another number. */
const TILBAGE = 4

/** The label of the digits at `i`. `tidligere` holds the labels of the digits before, for "P-nr. 1003456789 og 1003456790". */
export const maerkatVed = (laest: LaestTekst, i: number, tidligere: readonly (Maerkat | undefined)[]): Maerkat | undefined =>
  maerkatEfter(laest, i) ?? maerkatFoer(laest, i, tidligere)

function maerkatFoer(laest: LaestTekst, i: number, tidligere: readonly (Maerkat | undefined)[]): Maerkat | undefined {
  let bundet = false
  for (let j = i - 1; j >= i - TILBAGE; j--) {
    const led = ledVed(laest, j)
    if (BRUD.test(mellemVed(laest, j + 1))) return undefined
    if (led.cifre !== undefined) return arvet(laest, i, j, tidligere, bundet)
    if (CPR_ORD.has(led.noegle) || isPersonnummer(laest, j)) return 'cpr'
    if (BINDEORD.has(led.noegle)) bundet = true
    else if (!FYLD.has(led.noegle)) return bundet ? undefined : maerkatAf(led, j < i - 1)
  }
  return undefined
}

/** A new sentence or a new line takes no label over; the full stop of "nr." does. */
const BRUD = /[;!?\n\r]/

const maerkatAf = ({ noegle }: Led, medNr: boolean): Maerkat | undefined => {
  if (FASTE_MAERKATER.has(noegle) || (medNr && FASTE_MED_NR.has(noegle))) return 'fast'
  if (medNr && MAERKATER_MED_NR.has(noegle)) return 'loes'
  if (LOESE_MAERKATER.has(noegle)) return 'loes'
  return NUMMERORD.test(noegle) && !OM_PERSON.test(noegle) ? 'loes' : undefined
}
/** A person's number by another word: no label that takes it away. */
const OM_PERSON =
  /^(?:borger|klient|patient|person|ansoeger|part|barn|elev|beboer|foedsels|sygesikring|sundhedskort|identifikations|id|civilregistrerings)/
/** Danish makes a label of any word: "elevnr", "tilskudsnummer". */
const NUMMERORD = /..(?:nr|nummer|numre)$/

/** "person-nr." and "fødsels nummer" are read as two words. */
const isPersonnummer = (laest: LaestTekst, j: number): boolean =>
  /^(?:person|foedsels)$/.test(ledVed(laest, j).noegle) && FYLD.has(ledVed(laest, j + 1).noegle)

/** Digits after digits have the label of those, where they are as many, or where one of the two follows from the other: a CVR and its P-number. */
function arvet(
  laest: LaestTekst,
  i: number,
  j: number,
  tidligere: readonly (Maerkat | undefined)[],
  bundet: boolean,
): Maerkat | undefined {
  const ens = cifreVed(laest, i).length === cifreVed(laest, j).length
  const liste = ens && cifreVed(laest, i).length > 8
  const taet = i === j + 1 ? (liste ? LISTETEGN : GRUPPETEGN).test(mellemVed(laest, i)) : bundet
  const fast = tidligere[j] === 'fast' && cifreVed(laest, j).length === 8
  return taet && (ens || fast) ? tidligere[j] : undefined
}
/** A list has its signs; groups of one number stand apart by no more than a space. */
const LISTETEGN = /^ ?[,/&+-] ?$/
const GRUPPETEGN = /^ ?[,/&+-]? ?$/

/** "1003456789 (P-nr.)": a label after the digits counts within brackets alone. */
function maerkatEfter(laest: LaestTekst, i: number): Maerkat | undefined {
  if (!/^ ?\($/.test(mellemVed(laest, i + 1))) return undefined
  const naeste = ledVed(laest, i + 1)
  return CPR_ORD.has(naeste.noegle) ? 'cpr' : maerkatAf(naeste, true)
}
