import type { Fund, Titelkontekst } from '../fund.ts'
import { type LaestTekst, ledVed, stedOf } from '../laes-tekst.ts'
import { bitsVed, isNaesteOrd, isSlags, isTaet, laesNavnedele, linjeOm, type Navnedele, navneord } from './navne-dele.ts'
import { type Raekke, raekkeVed } from './navne-raekke.ts'
import * as r from './navne-register.ts'
import { isSvagtNavnAlene, isSvagtPar } from './navne-svage.ts'
import { isUndtaget } from './navne-undtaget.ts'

/**
 * Names of others than the part who is shown the text. A word is a name by the lists or its form, or because the case knows somebody of that
 * name; one that is an ordinary word too counts only where what stands around it says so. Own names are none, whoever else has them.
 */
export function findNavne(laest: LaestTekst, kontekst: Pick<Titelkontekst, 'egneNavne' | 'kendteNavne'>): Fund[] {
  const kendt = { egne: navneord(kontekst.egneNavne), kendte: navneord(kontekst.kendteNavne) }
  const dele = laesNavnedele(laest, kendt)
  const fund: Fund[] = []
  for (let i = 0; i < dele.bits.length; i++) {
    const raekke = raekkeVed(dele, i) ?? raekkeEfterTitel(dele, i)
    if (!raekke) continue
    i = raekke.til
    const kode = vurder(dele, raekke)
    if (!kode) continue
    const alvor = kode === 'NAVN_MULIGT' ? 'advarer' : 'blokerer'
    fund.push({ kode, alvor, ...stedOf(dele.laest, raekke.fra, raekke.til), forslag: '' })
  }
  return fund
}

type Navnekode = 'NAVN_ANDEN_PART' | 'NAVN_ANDEN_PERSON' | 'NAVN_MULIGT'

function vurder(dele: Navnedele, raekke: Raekke): Navnekode | undefined {
  const fremmede = fremmedeDele(dele, raekke)
  if (fremmede.bits === 0 || isUndtaget(dele, raekke)) return undefined
  if (fremmede.bits & r.KENDT) return 'NAVN_ANDEN_PART'
  if (fremmede.bits & r.STAERK && !isForkortelse(dele, raekke)) return 'NAVN_ANDEN_PERSON'
  if (isEfterTitel(dele, raekke)) return 'NAVN_ANDEN_PERSON'
  if (fremmede.bits & (r.SVAG | r.STAERK)) {
    const navn = raekke.til > raekke.fra ? isSvagtPar(dele, raekke) : isSvagtNavnAlene(dele, raekke.fra)
    return navn ? 'NAVN_ANDEN_PERSON' : undefined
  }
  // After a mere preposition one unknown word is a place or an office as often as a person; two may be a name.
  return fremmede.antal > 1 ? 'NAVN_MULIGT' : undefined
}

/** What of the name is not the part's own. "U. Hansen" is Ulla Hansen's; "P. Hansen" is not, though they share the surname. */
function fremmedeDele(dele: Navnedele, { fra, til }: Raekke): { readonly bits: number; readonly antal: number } {
  let samlet = 0
  let antal = 0
  let fremmedInitial = false
  for (let i = fra; i <= til; i++) {
    const del = bitsVed(dele, i)
    if (del & r.EGEN) continue
    if (del & r.INITIAL) fremmedInitial ||= !harInitial(dele.kendt.egne, ledVed(dele.laest, i).noegle)
    else {
      samlet |= del
      antal++
    }
  }
  if (fremmedInitial && samlet === 0) return { bits: r.EFTERNAVN, antal: 1 }
  return { bits: samlet & (r.NAVN | r.KENDT | r.UKENDT), antal }
}

function harInitial(egne: ReadonlySet<string>, bogstav: string): boolean {
  for (const navn of egne) if (navn.startsWith(bogstav)) return true
  return false
}

/** EVA, IDA, LEO: in capitals among words that are not, a short name is an abbreviation first. */
function isForkortelse(dele: Navnedele, { fra, til }: Raekke): boolean {
  const led = ledVed(dele.laest, fra)
  return fra === til && led.versaler && led.tekst.length <= 4 && !linjeOm(dele, fra).versaler
}

/** A word that nobody knows, after a word that says it is somebody's name: "Fru Xhaferi", "nabo Quist". */
function raekkeEfterTitel(dele: Navnedele, i: number): Raekke | undefined {
  if (!isSlags(dele, i - 1, r.TILTALE | r.PERSON | r.FORHOLD) || !isNaesteOrd(dele, i) || !isUkendtNavn(dele, i)) return undefined
  let til = i
  while (til - i < 3 && isTaet(dele, til + 1) && isUkendtNavn(dele, til + 1)) til++
  return { fra: i, til }
}

function isUkendtNavn(dele: Navnedele, i: number): boolean {
  const led = ledVed(dele.laest, i)
  return bitsVed(dele, i) === r.UKENDT && !led.versaler && !r.isOrganisationsord(led.noegle) && !r.isPapir(led.noegle)
}

function isEfterTitel(dele: Navnedele, { fra }: Raekke): boolean {
  if (!isNaesteOrd(dele, fra)) return false
  if (isSlags(dele, fra - 1, r.TILTALE)) return true
  return isSlags(dele, fra - 1, r.PERSON) && ledVed(dele.laest, fra).stor && !linjeOm(dele, fra).titelform
}
