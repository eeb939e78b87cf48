import type { Fund, Titelkontekst } from '../fund.ts'
import { type LaestTekst, stedOf, udsnit } from '../laes-tekst.ts'
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
    const nummer = laest.led[i + 1]?.cifre
    const vej = led.cifre === undefined && ((opslag(led.noegle) & VEJ) !== 0 || VEJENDELSE.test(led.noegle))
    if (!vej || nummer === undefined || nummer.length > 3 || laest.mellem[i + 1] !== ' ') return []
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

function ottecifret({ led, mellem }: LaestTekst, i: number): number | undefined {
  if (led[i]?.cifre === undefined || (led[i - 1]?.cifre !== undefined && mellem[i] === ' ' && led[i - 1]?.cifre !== '45'))
    return undefined
  const form = FORMER.find((laengder) =>
    laengder.every((laengde, n) => led[i + n]?.cifre?.length === laengde && (n === 0 || mellem[i + n] === ' ')),
  )
  const sidste = form && i + form.length - 1
  return sidste === undefined || (led[sidste + 1]?.cifre !== undefined && mellem[sidste + 1] === ' ') ? undefined : sidste
}

/** The word before the number, over the country's code and "nr". */
function ordFoer({ led }: LaestTekst, i: number): string {
  let j = i - 1
  while (
    j >= i - 3 &&
    (led[j]?.cifre === '45' || led[j]?.cifre === '0045' || led[j]?.noegle === 'nr' || led[j]?.noegle === 'nummer')
  )
    j--
  return led[j]?.noegle ?? ''
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
