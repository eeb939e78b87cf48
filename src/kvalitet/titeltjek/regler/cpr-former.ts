import { cifreVed, type LaestTekst, type Led, ledVed, mellemVed } from '../laes-tekst.ts'
import type { Maerkat } from './cpr-maerkat.ts'
import { CPR_ORD, FASTE_MAERKATER, FOEDSELSORD, LOEBENUMMERORD, LOESE_MAERKATER, SMAAORD } from './cpr-ord.data.ts'

/** Ten digits as they stand in the text: from the led asked about to and with `sidste`. */
export type Talform = { readonly cifre: string; readonly sidste: number }

/** The digits at `i` as a number of ten, in one of the ways people write one; the first way that fits. */
export function findForm(laest: LaestTekst, i: number, maerkat: Maerkat | undefined): Talform | undefined {
  if (maerkat === 'fast') return undefined
  const cpr = maerkat === 'cpr'
  return (
    samlet(laest, i, maerkat) ??
    (cpr ? frit(laest, i) : undefined) ??
    seksOgFire(laest, i) ??
    parvis(laest, i, maerkat) ??
    medAarhundrede(laest, i, cpr) ??
    samletMedAarhundrede(laest, i, maerkat) ??
    medOrdImellem(laest, i, cpr)
  )
}

/** 0101801234. Part of a longer number, of an id with letters, or labelled as something else, it is none. */
function samlet(laest: LaestTekst, i: number, maerkat: Maerkat | undefined): Talform | undefined {
  const hele = cifreVed(laest, i)
  if (hele.length !== 10) return undefined
  if (maerkat === 'loes' || isDelAfNummer(laest, i, i) || isMedBogstaver(laest, i)) return undefined
  return { cifre: hele, sidste: i }
}

/** 010180-1234, 010180 - 1234, 01.01.80 1234, 01 01 80-1234, 0 1 0 1 8 0 1 2 3 4. */
function seksOgFire(laest: LaestTekst, i: number): Talform | undefined {
  const dato = isMidtIDato(laest, i) ? undefined : grupper(laest, i, DATOFORMER, /^[ ./-]{1,3}$/)
  const loebe = dato && loebenummer(laest, i, dato.sidste + 1)
  if (!dato || !loebe || isDelAfNummer(laest, i, loebe.sidste)) return undefined
  return { cifre: dato.cifre + loebe.cifre, sidste: loebe.sidste }
}
/** "17/12-22 - 04.08.2022": the year of one date and the next, no day. */
const isMidtIDato = (laest: LaestTekst, i: number): boolean =>
  isDagTal(cifreVed(laest, i), 31) &&
  cifreVed(laest, i).length === 2 &&
  [31, 12].every((hoejst, n) => isDagTal(cifreVed(laest, i - 2 + n), hoejst) && DATOTEGN.test(mellemVed(laest, i - 1 + n)))
const isDagTal = (cifre: string, hoejst: number): boolean => cifre !== '' && Number(cifre) <= hoejst
const DATOTEGN = /^[-./]$/
const DATOFORMER: readonly (readonly number[])[] = [[6], [2, 2, 2], [1, 1, 1, 1, 1, 1], [3, 3]]
const LOEBEFORMER: readonly (readonly number[])[] = [[4], [1, 1, 1, 1]]
const DELTE_LOEBEFORMER: readonly (readonly number[])[] = [
  [2, 2],
  [1, 3],
  [3, 1],
]

/** The four after the six. Any few characters may part them, but no colon within, which is a time, and no word. */
function loebenummer(laest: LaestTekst, foerste: number, i: number): Talform | undefined {
  const skel = mellemVed(laest, i)
  if (!SKEL.test(skel)) return undefined
  const helt = grupper(laest, i, LOEBEFORMER, /^[ -]$/)
  if (helt) return helt
  // Two hours after a date are written with a hyphen between them; a telephone number goes on with more of the same.
  const delt = grupper(laest, i, DELTE_LOEBEFORMER, skel === '-' ? /^[ -]$/ : /^ $/)
  if (!delt || isFoerPar(laest, delt.sidste + 1, ' ') || isFoerPar(laest, delt.sidste + 1, '-')) return undefined
  return isEfterTal(laest, foerste, mellemVed(laest, delt.sidste)) ? undefined : delt
}
const SKEL = /^[^\p{L}\p{N}]{1,5}$/u

/** 01 01 80 12 34, and 010180 12 34: the same parting all through, and no pair more on either side, which telephone and EAN numbers have. */
function parvis(laest: LaestTekst, i: number, maerkat: Maerkat | undefined): Talform | undefined {
  if (maerkat === 'loes') return undefined
  for (const laengder of PARFORMER) {
    const fundet = grupper(laest, i, [laengder], /^[ -]$/)
    if (!fundet) continue
    const skel = mellemVed(laest, i + 1)
    const ens = laest.mellem.slice(i + 1, fundet.sidste + 1).every((mellem) => mellem === skel)
    if (ens && !isFoerPar(laest, fundet.sidste + 1, skel) && !isEfterTal(laest, i, skel)) return fundet
  }
  return undefined
}
const PARFORMER: readonly (readonly number[])[] = [
  [2, 2, 2, 2, 2],
  [6, 2, 2],
]
/** The number of a page or a date that follows is no pair: "1-14", "14/3". */
const isFoerPar = (laest: LaestTekst, i: number, skel: string): boolean =>
  cifreVed(laest, i).length > 1 && mellemVed(laest, i) === skel && !DATOTEGN.test(mellemVed(laest, i + 1))
/** Nor are those of a KLE number or a date before it. */
const isEfterTal = (laest: LaestTekst, i: number, skel: string): boolean =>
  cifreVed(laest, i - 1) !== '' && mellemVed(laest, i) === skel && !(skel === ' ' && /^[./]$/.test(mellemVed(laest, i - 1)))

/** 01.01.1980-1234, 1/1 1980-1234 and 01011980-1234: the year in full, which the number itself has not. */
function medAarhundrede(laest: LaestTekst, i: number, cpr: boolean): Talform | undefined {
  const dato = isMidtIDato(laest, i) ? undefined : datoMedAar(laest, i)
  if (!dato || cifreVed(laest, dato.sidste + 1).length !== 4) return undefined
  const skel = mellemVed(laest, dato.sidste + 1)
  const fundet = { cifre: dato.cifre + cifreVed(laest, dato.sidste + 1), sidste: dato.sidste + 1 }
  if (cpr || /^ ?[-_*+/(] ?$/.test(skel)) return fundet
  // After a space four digits may be the time of day, the next year or an amount as well.
  const langtAar = cifreVed(laest, dato.sidste).length >= 4
  return langtAar && /^[ .,]{1,2}$/.test(skel) && !isTidspunkt(fundet.cifre) && !isBeloeb(laest, fundet.sidste)
    ? fundet
    : undefined
}

/** 010119801234: in one, with the year in full, and no date with a time. */
function samletMedAarhundrede(laest: LaestTekst, i: number, maerkat: Maerkat | undefined): Talform | undefined {
  const delt = /^(\d{4})(?:1[89]|20)(\d{6})$/.exec(cifreVed(laest, i))
  if (!delt || maerkat === 'loes' || isDelAfNummer(laest, i, i)) return undefined
  const hele = `${delt[1]}${delt[2]}`
  return maerkat === 'cpr' || !isTidspunkt(hele) ? { cifre: hele, sidste: i } : undefined
}

/** A day that a calendar has, and a time or a year after it. A day above sixty is a number's alone. */
const isTidspunkt = (hele: string): boolean =>
  /^[0-3]/.test(hele) && (/(?:[01]\d|2[0-3])[0-5]\d$/.test(hele) || /(?:19|20)\d\d$/.test(hele))

const isBeloeb = (laest: LaestTekst, sidste: number): boolean =>
  /^(?:kr|kroner|dkk)$/.test(ledVed(laest, sidste + 1).noegle) || /^,(?:-|$)/.test(mellemVed(laest, sidste + 1))

/** A date with its year in full as six digits; with its year in two where it stands in one, two or three groups. */
function datoMedAar(laest: LaestTekst, i: number): Talform | undefined {
  const hele = cifreVed(laest, i)
  if (hele.length === 8) return { cifre: hele.slice(0, 4) + hele.slice(6), sidste: i }
  const maaned = cifreVed(laest, i + 1)
  const aar = cifreVed(laest, i + 2)
  if (hele.length > 2 || maaned === '' || maaned.length > 2 || !(aar.length === 4 || aar.length === 2)) return undefined
  if (!DATOSKEL.test(mellemVed(laest, i + 1)) || !DATOSKEL.test(mellemVed(laest, i + 2))) return undefined
  return { cifre: hele.padStart(2, '0') + maaned.padStart(2, '0') + aar.slice(-2), sidste: i + 2 }
}
const DATOSKEL = /^[ ./-]{1,2}$/

/** Words that may stand between the six and the four. */
const ORD_IMELLEM = 8

/** 010180, løbenummer 1234: a date, and four digits that words call the last of it. After the word CPR whatever words stand between, and after a birthday where the four are no year. */
function medOrdImellem(laest: LaestTekst, i: number, cpr: boolean): Talform | undefined {
  const dato = grupper(laest, i, DATOFORMER, /^[ ./-]{1,2}$/) ?? datoMedAar(laest, i)
  if (!dato) return undefined
  const foedt = [i - 1, i - 2].some((j) => FOEDSELSORD.has(ledVed(laest, j).noegle))
  const fire = fireEfter(laest, dato.sidste + 1, cpr, foedt)
  return fire === undefined ? undefined : { cifre: dato.cifre + cifreVed(laest, fire), sidste: fire }
}

/** Where the four that belong to a date stand, from `start` on; undefined where another number or its label comes first. */
function fireEfter(laest: LaestTekst, start: number, cpr: boolean, foedt: boolean): number | undefined {
  let kaldt = cpr
  for (let j = start; j < start + ORD_IMELLEM; j++) {
    const led = ledVed(laest, j)
    if (/[\n\r]/.test(mellemVed(laest, j))) return undefined
    if (led.cifre?.length === 4)
      return kaldt || isKaldtEfter(laest, j) || (foedt && !/^(?:19|20)/.test(led.cifre)) ? j : undefined
    if (isAndetTal(led)) return undefined
    kaldt ||= LOEBENUMMERORD.has(led.noegle) || CPR_ORD.has(led.noegle)
  }
  return undefined
}

/** "de sidste 4" is no other number. */
const isAndetTal = ({ cifre: egne, noegle }: Led): boolean =>
  (egne !== undefined && egne !== '4') || FASTE_MAERKATER.has(noegle) || LOESE_MAERKATER.has(noegle)

/** "010180 og 1234 (sidste fire)": the word that names the four may come after them. */
const isKaldtEfter = (laest: LaestTekst, j: number): boolean =>
  !/[.;]/.test(mellemVed(laest, j + 1)) && [j + 1, j + 2].some((k) => LOEBENUMMERORD.has(ledVed(laest, k).noegle))

/** After the word CPR: ten digits in whatever groups, a few characters apart. */
function frit(laest: LaestTekst, i: number): Talform | undefined {
  let samlede = ''
  for (let j = i; samlede.length < 10; j++) {
    const gruppe = cifreVed(laest, j)
    if (gruppe === '' || (j > i && !SKEL.test(mellemVed(laest, j)))) return undefined
    samlede += gruppe
    if (samlede.length === 10) return { cifre: samlede, sidste: j }
  }
  return undefined
}

/** The digits from `i` where they stand in groups of one of the forms, parted as `skel` says. */
function grupper(laest: LaestTekst, i: number, former: readonly (readonly number[])[], skel: RegExp): Talform | undefined {
  for (const form of former) {
    if (!form.every((laengde, n) => cifreVed(laest, i + n).length === laengde)) continue
    if (!form.every((_, n) => n === 0 || skel.test(mellemVed(laest, i + n)))) continue
    return { cifre: form.map((_, n) => cifreVed(laest, i + n)).join(''), sidste: i + form.length - 1 }
  }
  return undefined
}

/** Part of a longer number that is written in one: 2024-0101801234, 5790-0101801234-22. A number or two of its own page or year may follow. */
function isDelAfNummer(laest: LaestTekst, foerste: number, sidste: number): boolean {
  const foer = cifreVed(laest, foerste - 1)
  const efter = cifreVed(laest, sidste + 1)
  const egetFoer = ISODATO.test(foer) || isNummerlangt(laest, foerste - 1) || isNummerlangt(laest, foerste - 2)
  const egetEfter = /^(?:19|20)\d\d$/.test(efter) || isNummerlangt(laest, sidste + 1)
  return (
    (foer.length >= 3 && !egetFoer && BUNDET.test(mellemVed(laest, foerste))) ||
    (efter.length >= 3 && !egetEfter && BUNDET.test(mellemVed(laest, sidste + 1)))
  )
}
/** The day of a scan before a number makes no longer number of it: 20240131-010180-1234. */
const ISODATO = /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/
/** Another number of the same kind: 010180-1234/020280-1234. */
const isNummerlangt = (laest: LaestTekst, i: number): boolean =>
  cifreVed(laest, i).length === 10 || (cifreVed(laest, i).length === 6 && cifreVed(laest, i + 1).length === 4)
const BUNDET = /^[-./:]$/

/** Letters that stand at the digits make an id of them: A0101801234, KB-0101801234, 0101801234K. A word of small letters does not, nor does the country. */
function isMedBogstaver(laest: LaestTekst, i: number): boolean {
  const foer = ledVed(laest, i - 1)
  const efter = ledVed(laest, i + 1)
  const skel = mellemVed(laest, i)
  const bundet = skel === '' ? isKode(foer) : skel === '-' && foer.versaler && foer.tekst.length <= 5
  if (bundet) return !CPR_ORD.has(foer.noegle) && !UDEN_BETYDNING.has(foer.noegle)
  return mellemVed(laest, i + 1) === '' && isKode(efter) && !SMAAORD.has(efter.noegle)
}
/** A letter or two, or capitals: part of an id. */
const isKode = ({ noegle, tekst, versaler }: Led): boolean => noegle !== '' && (tekst.length < 3 || versaler)
const UDEN_BETYDNING: ReadonlySet<string> = new Set(['nr', 'dk'])
