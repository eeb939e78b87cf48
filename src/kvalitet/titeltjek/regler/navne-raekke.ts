import { ledVed, mellemVed } from '../laes-tekst.ts'
import { bitsVed, isSlags, isTaet, type Navnedele } from './navne-dele.ts'
import * as r from './navne-register.ts'

/** Words that stand together as one name: from and to and with, both positions among the text's words. */
export type Raekke = { readonly fra: number; readonly til: number }

/** What a name is put together with: a space, a hyphen, an apostrophe, and the full stop of an initial. */
const SAMMEN = /^[ '’-]$/
const EFTER_INITIAL = /^(?:\. ?| |-)$/
const NAVNEDEL = r.NAVN | r.KENDT | r.EGEN

/** The name that begins at `i`, or undefined where none does. */
export function raekkeVed(dele: Navnedele, i: number): Raekke | undefined {
  const bits = bitsVed(dele, i)
  const begynder = bits & NAVNEDEL || (bits & r.INITIAL && isInitialFoer(dele, i))
  if (!begynder) return undefined
  let til = i
  for (let naeste = foelgende(dele, i, til); naeste !== undefined; naeste = foelgende(dele, i, til)) til = naeste
  return { fra: begyndelse(dele, i), til: udenLoesInitial(dele, til) }
}

/** "P. Jensen", "H.C. Holm": letters before a name belong to it. */
function isInitialFoer(dele: Navnedele, i: number): boolean {
  for (let j = i; j < i + 4; j++) {
    if (!EFTER_INITIAL.test(mellemVed(dele.laest, j + 1))) return false
    const naeste = bitsVed(dele, j + 1)
    if (naeste & NAVNEDEL) return (naeste & r.LILLE) === 0
    if (!(naeste & r.INITIAL)) return false
  }
  return false
}

/** Where the name goes on after `til`, if it does. */
function foelgende(dele: Navnedele, fra: number, til: number): number | undefined {
  const naeste = bitsVed(dele, til + 1)
  if (isBagvendt(dele, fra, til)) return til + 1
  if (!isSammen(dele, til)) return undefined
  // The A of "Hansen A/S" is no initial.
  if (naeste & r.INITIAL) return mellemVed(dele.laest, til + 2) === '/' ? undefined : til + 1
  // "Alfred Aabys Gade": a name that no list holds has its street as well.
  if (naeste & r.VEJ && bitsVed(dele, til) & r.UKENDT && ledVed(dele.laest, til).noegle.endsWith('s')) return undefined
  if (naeste & NAVNEDEL) return passer(bitsVed(dele, fra), bitsVed(dele, til), naeste) ? til + 1 : undefined
  if (naeste & r.SMAADEL) return efterSmaadele(dele, til + 1)
  return isUkendtEfternavn(dele, til) ? til + 1 : undefined
}

/** Whether what stands between a part of a name and the next word can stand within a name. */
function isSammen(dele: Navnedele, til: number): boolean {
  const mellem = mellemVed(dele.laest, til + 1)
  if (SAMMEN.test(mellem) || (mellem === '' && dele.laest.filnavn)) return true
  return isSlags(dele, til, r.INITIAL) && EFTER_INITIAL.test(mellem)
}

/** "Holm, Bo" and "Jensen, P.": a surname, a comma, and what can only be a first name. */
function isBagvendt(dele: Navnedele, fra: number, til: number): boolean {
  if (fra !== til || mellemVed(dele.laest, til + 1) !== ', ' || !isSlags(dele, til, r.EFTERNAVN | r.SVAGT_EFTERNAVN | r.KENDT))
    return false
  const naeste = bitsVed(dele, til + 1)
  if (naeste & r.INITIAL) return true
  return (naeste & (r.FORNAVN | r.SVAGT_FORNAVN)) !== 0 && (bitsVed(dele, til) & r.LILLE) === (naeste & r.LILLE)
}

/** After a first name a word with a capital that nobody knows is the surname. */
function isUkendtEfternavn(dele: Navnedele, til: number): boolean {
  const foer = bitsVed(dele, til)
  const naeste = bitsVed(dele, til + 1)
  if (!(foer & FORNAVNEDEL) || foer & (r.GENITIV | r.LILLE)) return false
  return (naeste & r.UKENDT) !== 0 && !isAndet(ledVed(dele.laest, til + 1).noegle)
}
const FORNAVNEDEL = r.FORNAVN | r.SVAGT_FORNAVN | r.KENDT

/**
 * "Samtale med Peter om skov": a word in small letters that is a name only perhaps goes with its like. "Jens Bangs Gade": a surname too, but
 * after a genitive it is what somebody has.
 */
function passer(foerste: number, foer: number, naeste: number): boolean {
  if (foer & r.GENITIV && naeste & (r.VEJ | r.INSTITUTION)) return false
  return !(naeste & r.LILLE) || (naeste & r.STAERK) !== 0 || (foerste & r.LILLE) !== 0
}
/** "van der Berg": one small word or two, and the name after them. */
function efterSmaadele(dele: Navnedele, i: number): number | undefined {
  const navn = isSlags(dele, i + 1, r.SMAADEL) ? i + 2 : i + 1
  return isTaet(dele, navn) && isSlags(dele, navn, NAVNEDEL | r.UKENDT) && !isSlags(dele, navn, r.LILLE) ? navn : undefined
}
const isAndet = (noegle: string): boolean => r.isOrganisationsord(noegle) || r.isPapir(noegle)

/** A word before a sure surname that is unknown and has a capital is its first name, where it does not only begin the text. */
function begyndelse(dele: Navnedele, i: number): number {
  if (!isSlags(dele, i, r.EFTERNAVN) || !isSlags(dele, i - 1, r.UKENDT) || !SAMMEN.test(mellemVed(dele.laest, i))) return i
  return mellemVed(dele.laest, i - 1) === ' ' && !isAndet(ledVed(dele.laest, i - 1).noegle) ? i - 1 : i
}

/** A letter after a name that is a word of its own is no initial: "Peter I dag". */
function udenLoesInitial(dele: Navnedele, til: number): number {
  return mellemVed(dele.laest, til + 1) === ' ' && /^(?:i|aa|oe)$/.test(ledVed(dele.laest, til).noegle) ? til - 1 : til
}
