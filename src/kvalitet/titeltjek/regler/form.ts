import type { Fund } from '../fund.ts'
import { FILENDELSE, type LaestTekst, noegler, stedOf, udsnit } from '../laes-tekst.ts'
import { TOMME_ORD, TOMME_TILLAEG } from './ordvalg.data.ts'

/** What is wrong with the form of a title: it is a file's name, a code, all capitals, or says nothing. */
export const findForm = (laest: LaestTekst): Fund[] => [
  ...findFilnavn(laest),
  ...findSagskoder(laest),
  ...findVersaler(laest),
  ...findTomt(laest),
  ...findLangeOrd(laest),
]

/** "scan0012.pdf", "IMG_2034", "20240115_notat_v2.docx". */
function findFilnavn(laest: LaestTekst): Fund[] {
  const endelse = FILENDELSE.exec(laest.tekst)
  if (endelse) {
    const fra = laest.tekst.lastIndexOf(' ', endelse.index) + 1
    const til = endelse.index + endelse[0].length
    const navn = laest.tekst
      .slice(fra, endelse.index)
      .replaceAll(/[_-]+/g, ' ')
      .replaceAll(/\d{3,}/g, '')
      .trim()
    return [{ kode: 'FILNAVN', alvor: 'advarer', ...udsnit(laest, fra, til), forslag: isKameranavn(navn) ? '' : navn }]
  }
  const [foerste, andet] = laest.led
  if (laest.led.length !== 2 || !foerste || !isKameranavn(foerste.tekst) || (andet?.cifre?.length ?? 0) < 3) return []
  return [{ kode: 'FILNAVN', alvor: 'advarer', ...stedOf(laest, 0, 1), forslag: '' }]
}
const isKameranavn = (navn: string): boolean =>
  /^(?:scan|img|image|dsc|doc|dok|document|dokument|fil|file|skm|pic|photo|foto|screenshot)$/i.test(navn)

/** Numbers of cases, KLE and paragraphs written as codes: they tell the colleague something, and the citizen nothing. */
const KODER = [
  // 27.36.04-G01-12-24, 27.36.04
  /(?<![\d.])\d{2}\.\d{2}\.\d{2}(?:-[A-ZÆØÅ]\d{2}(?:-\d{1,6}){0,2})?(?![\d.])/gu,
  // 24/12345, 2024-012345
  /(?<![\d/-])(?:20)?\d{2}[/-]\d{4,6}(?![\d/-])/gu,
  // EMN-2024-00123, SAG-2024-1, DOK-4711, J.nr.
  /(?<![\p{L}\d])[A-ZÆØÅ]{2,6}-\d{2,8}(?:-\d{1,8}){0,2}(?![\p{L}\d])/gu,
]

const findSagskoder = (laest: LaestTekst): Fund[] =>
  KODER.flatMap((kode) =>
    [...laest.tekst.matchAll(kode)].map(
      ({ 0: hel, index }): Fund => ({
        kode: 'SAGSKODE',
        alvor: 'oplyser',
        ...udsnit(laest, index, index + hel.length),
        forslag: '',
      }),
    ),
  )

/** Every word in capitals, and more than an abbreviation or two. */
function findVersaler(laest: LaestTekst): Fund[] {
  const ord = laest.led.filter((led) => led.cifre === undefined)
  const bogstaver = ord.reduce((sum, led) => sum + led.tekst.length, 0)
  if (bogstaver < 8 || !ord.every((led) => led.versaler || (led.stor && led.tekst.length === 1))) return []
  const forslag = laest.tekst.charAt(0).toUpperCase() + laest.tekst.slice(1).toLowerCase()
  return [{ kode: 'KUN_VERSALER', alvor: 'advarer', ...udsnit(laest, 0, laest.tekst.length), forslag }]
}

const TOMME: ReadonlySet<string> = new Set(noegler(TOMME_ORD))
const TILLAEG: ReadonlySet<string> = new Set(noegler(TOMME_TILLAEG))

/** Nothing but words that fit every document: "Diverse", "Notat 2", "Div. bilag". No words at all says as little. */
function findTomt(laest: LaestTekst): Fund[] {
  const ord = laest.led.filter((led) => led.cifre === undefined)
  if (!ord.every(({ noegle }) => TOMME.has(noegle) || TILLAEG.has(noegle) || noegle.length === 1)) return []
  return [{ kode: 'TOMT_ORD', alvor: 'advarer', ...udsnit(laest, 0, laest.tekst.length) }]
}

/** Longer than anybody reads in one; Danish puts words together without end. */
const LANGT = 30
const findLangeOrd = (laest: LaestTekst): Fund[] =>
  laest.led.flatMap((led, i): Fund[] =>
    led.cifre === undefined && led.tekst.length >= LANGT ? [{ kode: 'LANGT_ORD', alvor: 'oplyser', ...stedOf(laest, i, i) }] : [],
  )
