import type { Fund, Titelkontekst } from '../fund.ts'
import { cifreVed, type LaestTekst, ledVed, mellemVed, stedOf, udsnit } from '../laes-tekst.ts'
import { opslag, VEJ } from './navne-register.ts'

/** Where somebody lives or can be reached. Whose it is the text does not say, so each asks for a look. */
export const findKontakt = (laest: LaestTekst, kontekst: Pick<Titelkontekst, 'kle'>): Fund[] => [
  ...findAdresser(laest, kontekst),
  ...findTelefoner(laest),
  ...findMails(laest),
]

/** Building cases, roads and plots are called by their address (KLE 01-09 and 13): there it only informs. */
const STEDLIGE_EMNER = /^(?:0[1-9]|13)\./

/** "Skovvej 12", "Peter Bangs Vej 4, 2. tv": a street's name and a number of at most three digits. */
function findAdresser(laest: LaestTekst, { kle }: Pick<Titelkontekst, 'kle'>): Fund[] {
  const alvor = kle !== undefined && STEDLIGE_EMNER.test(kle) ? 'oplyser' : 'advarer'
  return laest.led.flatMap((led, i): Fund[] => {
    const nummer = cifreVed(laest, i + 1)
    const vej = (opslag(led.noegle) & VEJ) !== 0 || VEJENDELSE.test(led.noegle)
    if (!vej || !/^\d{1,3}$/.test(nummer) || mellemVed(laest, i + 1) !== ' ') return []
    const fra = led.stor && led.tekst.length > 5 ? i : Math.max(0, i - 1)
    return [{ kode: 'ADRESSE', alvor, ...stedOf(laest, fra, i + 1), forslag: '' }]
  })
}
const VEJENDELSE =
  /^[a-z]{2,30}(?:vej|vejen|gade|gaden|alle|straede|vaenget|parken|toften|bakken|engen|haven|stien|torv|plads|boulevard)$/

/** Eight digits in one, in fours or in pairs: after a word that says so, or in pairs, which nothing else is written in. */
function findTelefoner(laest: LaestTekst): Fund[] {
  const fund: Fund[] = []
  for (let i = 0; i < laest.led.length; i++) {
    const sidste = ottecifret(laest, i)
    if (sidste === undefined) continue
    if (TELEFONORD.has(ordFoer(laest, i)) || sidste === i + 3) {
      fund.push({ kode: 'TELEFONNUMMER', alvor: 'advarer', ...stedOf(laest, i, sidste), forslag: '' })
    }
    i = sidste
  }
  return fund
}
const TELEFONORD: ReadonlySet<string> = new Set(
  'tlf telf tel telefon telefonnr telefonnummer mobil mobilnr mobilnummer mob ring sms fax'.split(' '),
)
const FORMER: readonly (readonly number[])[] = [[8], [4, 4], [2, 2, 2, 2]]

function ottecifret(laest: LaestTekst, i: number): number | undefined {
  if (cifreVed(laest, i - 1) !== '45' && isSammeNummer(laest, i)) return undefined
  const form = FORMER.find((laengder) =>
    laengder.every((laengde, n) => cifreVed(laest, i + n).length === laengde && (n === 0 || isSammeNummer(laest, i + n))),
  )
  const sidste = form && i + form.length - 1
  return sidste === undefined || isSammeNummer(laest, sidste + 1) ? undefined : sidste
}

/** Digits that only a space parts from the digits before them. */
const isSammeNummer = (laest: LaestTekst, i: number): boolean =>
  cifreVed(laest, i - 1) !== '' && cifreVed(laest, i) !== '' && mellemVed(laest, i) === ' '

/** The word before the number, over the country's code and "nr". */
function ordFoer(laest: LaestTekst, i: number): string {
  let j = i - 1
  while (j >= i - 3 && /^(?:0045|45|nr|nummer)$/.test(cifreVed(laest, j) || ledVed(laest, j).noegle)) j--
  return ledVed(laest, j).noegle
}

/** From each @ as far as an address goes, at most 64 characters to the left and 255 to the right (RFC 5321). */
function findMails(laest: LaestTekst): Fund[] {
  const { tekst } = laest
  const fund: Fund[] = []
  for (let at = tekst.indexOf('@'); at >= 0; at = tekst.indexOf('@', at + 1)) {
    const navn = /[\w.+-]{1,64}$/.exec(tekst.slice(Math.max(0, at - 64), at))
    const domaene = /^[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{2,63}){1,4}/u.exec(tekst.slice(at + 1, at + 256))
    if (!navn || !domaene) continue
    fund.push({
      kode: 'MAILADRESSE',
      alvor: 'advarer',
      ...udsnit(laest, at - navn[0].length, at + 1 + domaene[0].length),
      forslag: '',
    })
  }
  return fund
}
