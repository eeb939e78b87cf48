import { isRejse, linjeOm, type Navnedele } from './navne-dele.ts'
import { type Raekke, raekkeVed } from './navne-raekke.ts'
import * as r from './navne-register.ts'

/** Whether a name is that of a street, an institution, a firm, a sickness or a month, by what stands beside it. */
export function isUndtaget(dele: Navnedele, raekke: Raekke): boolean {
  const egenskaber = egenskaberAf(dele, raekke)
  // One whom the case itself knows is a person, whatever the street is called.
  if (egenskaber.kendt) return isVej(dele, raekke, egenskaber) || isFirma(dele, raekke)
  return (
    isVej(dele, raekke, egenskaber) ||
    isFirma(dele, raekke) ||
    isInstitution(dele, raekke, egenskaber) ||
    isMedstifter(dele, raekke) ||
    isEfterForan(dele, raekke, egenskaber) ||
    isKonge(dele, raekke) ||
    isNavngivet(dele, raekke) ||
    isForled(dele, raekke) ||
    isFast(dele, raekke)
  )
}

type Egenskaber = {
  readonly kendt: boolean
  readonly staerkt: boolean
  readonly genitiv: boolean
  readonly lille: boolean
}

function egenskaberAf({ bits }: Navnedele, { fra, til }: Raekke): Egenskaber {
  let alle = 0
  for (let i = fra; i <= til; i++) alle |= bits[i] ?? 0
  const sidste = bits[til] ?? 0
  return {
    kendt: (alle & r.KENDT) !== 0,
    staerkt: (alle & r.STAERK) !== 0,
    genitiv: (sidste & r.GENITIV) !== 0,
    lille: ((bits[fra] ?? 0) & r.LILLE) !== 0,
  }
}

/** With a capital that says something: where all letters are capitals, none does. */
function stor({ laest }: Navnedele, i: number): boolean {
  const led = laest.led[i]
  return led?.stor === true && !(led.versaler && led.tekst.length > 3)
}
const bitsVed = ({ bits }: Navnedele, i: number): number => bits[i] ?? 0
const mellemVed = ({ laest }: Navnedele, i: number): string => laest.mellem[i] ?? ''

/** H.C. Andersens Boulevard, Jens Munks Gade 4, Peter Bangs vej. */
function isVej(dele: Navnedele, { til }: Raekke, { genitiv, staerkt }: Egenskaber): boolean {
  if (!(bitsVed(dele, til + 1) & r.VEJ) || !/^(?: |-)$/.test(mellemVed(dele, til + 1))) return false
  return stor(dele, til + 1) || genitiv || !staerkt
}

/** Hansen ApS, Jensen A/S, Hansen & Co: what follows a name in the register of companies. */
function isFirma(dele: Navnedele, { til }: Raekke): boolean {
  const { laest } = dele
  // "Laustsen & Bech A/S": who stands first shares the firm of the second.
  const kompagnon = mellemVed(dele, til + 1) === ' & ' ? raekkeVed(dele, til + 1) : undefined
  if (kompagnon && isFirma(dele, kompagnon)) return true
  const efter = laest.led[til]?.til ?? 0
  if (/^,? (?:[AIKP]\/S|ApS|& (?:Co|Søn|Sønner|Partnere))(?![\p{L}\p{N}])/iu.test(laest.tekst.slice(efter, efter + 14)))
    return true
  return (
    (bitsVed(dele, til + 1) & r.FIRMA) !== 0 &&
    /^ (?:& )?$/.test(mellemVed(dele, til + 1)) &&
    laest.led[til + 1]?.noegle !== 'inc'
  )
}

/** Holm Skole, Kofoeds Skole, Lund børnehave, Emma-puljen. A noun with a capital is part of a name; "Peter Hansen skole" is about Peter. */
function isInstitution(dele: Navnedele, { fra, til }: Raekke, { genitiv, staerkt, lille }: Egenskaber): boolean {
  const efter = efterS(dele, til)
  const mellem = mellemVed(dele, efter)
  const noegle = dele.laest.led[efter]?.noegle ?? ''
  const egetnavn = genitiv && stor(dele, efter) && (bitsVed(dele, efter) & r.UKENDT) !== 0 && !linjeOm(dele, fra).titelform
  const organisation = egetnavn || (bitsVed(dele, efter) & r.INSTITUTION) !== 0 || r.isOrganisationsord(noegle)
  if (!organisation || lille || !/^(?: |-)$/.test(mellem)) return false
  if (!stor(dele, efter)) return til === fra && (!staerkt || mellem === '-')
  if (genitiv || efter > til + 1 || EFTER_FULDT_NAVN.test(noegle)) return true
  return !linjeOm(dele, fra).titelform
}

/** "Aage og Johanne Hansens Fond": who stands first shares what the second has. */
function isMedstifter(dele: Navnedele, { til }: Raekke): boolean {
  if (dele.laest.led[til + 1]?.noegle !== 'og' || mellemVed(dele, til + 1) !== ' ' || mellemVed(dele, til + 2) !== ' ')
    return false
  const anden = raekkeVed(dele, til + 2)
  if (!anden) return false
  const egenskaber = egenskaberAf(dele, anden)
  return stor(dele, anden.til + 1) && (isVej(dele, anden, egenskaber) || isInstitution(dele, anden, egenskaber))
}

/** Nobody owns these by a full name but who founded them: Karen Blixen Museet, Hans Hansen Legatet. */
const EFTER_FULDT_NAVN =
  /(?:fond|fonden|legat|legatet|museum|museet|kollegium|kollegiet|gymnasium|selskabet|prisen|skolen|centret|centeret|huset|hallen|parken|instituttet|hospitalet|stiftelse|stiftelsen|loven|metoden|akademiet|festivalen?|boernehuset|klinikken|loebet|cup|konkurrencen)$/

/** What follows a name, over the s of "Peter's". */
const efterS = ({ laest }: Navnedele, til: number): number =>
  laest.led[til + 1]?.noegle === 's' && /^['’]$/.test(laest.mellem[til + 1] ?? '') ? til + 2 : til + 1

/** Sankt Hans, Dronning Ingrids, plejehjemmet Ingeborg; and before what is a name only perhaps: Store Bjørn, vejen Toften. */
function isEfterForan(dele: Navnedele, { fra, til }: Raekke, { genitiv, staerkt }: Egenskaber): boolean {
  if (fra === 0 || !/^(?: |\. ?|-)$/.test(mellemVed(dele, fra))) return false
  const foer = bitsVed(dele, fra - 1)
  if (foer & r.HELGEN) return true
  if (foer & r.FORANSTED) return !staerkt
  if (foer & r.FORANFULDT) return true
  if (til === fra && isStedsnavn(dele, fra) && (foer & r.STEDORD || isStedslinje(dele, fra))) return true
  return isInstitutionFoer(dele, fra - 1, staerkt) && mellemVed(dele, fra) === ' ' && (til === fra || genitiv)
}

/** Before a sure name it must be a certain one: "plejehjemmet Ingeborg", "Børnehus Emma", but not "skole Emma". */
function isInstitutionFoer(dele: Navnedele, i: number, staerkt: boolean): boolean {
  const noegle = dele.laest.led[i]?.noegle ?? ''
  if (!(bitsVed(dele, i) & (r.FORAN | r.INSTITUTION)) && !r.isOrganisationsord(noegle)) return false
  return !staerkt || stor(dele, i) || /(?:en|et|ene|erne)$/.test(noegle)
}

/** "i Borup", "på Vestergaard": a surname that a place can have; those with -sen none has. */
const isStedsnavn = ({ bits, laest }: Navnedele, i: number): boolean =>
  ((bits[i] ?? 0) & r.EFTERNAVN) !== 0 && ((bits[i] ?? 0) & r.FORNAVN) === 0 && !/sens?$/.test(laest.led[i]?.noegle ?? '')

/** In a line about roads, plans and plots it is the place, unless one talks with it. */
const isStedslinje = (dele: Navnedele, i: number): boolean =>
  !/^(?:med|hos|m)$/.test(dele.laest.led[i - 1]?.noegle ?? '') &&
  !(bitsVed(dele, i - 1) & (r.PERSON | r.TILTALE)) &&
  isRejse(dele, linjeOm(dele, i))

/** Christian IV, Margrethe II: who has a number is dead, or on a coin. */
function isKonge({ laest }: Navnedele, { fra, til }: Raekke): boolean {
  const sidste = laest.led[til]?.tekst === laest.led[fra]?.tekst ? laest.led[til + 1] : laest.led[til]
  return sidste !== undefined && til - fra < 2 && /^[IVX]{2,5}s?$/.test(sidste.tekst)
}

/** "Egholm-forbindelsen", "Otto-motor": the first part of a word, that goes on in small letters; "Jensen-familien" is about people. */
function isForled({ laest }: Navnedele, { til }: Raekke): boolean {
  const led = laest.led[til + 1]
  if (!led || led.stor || led.cifre !== undefined || laest.mellem[til + 1] !== '-' || laest.filnavn) return false
  return (
    laest.led[til]?.stor === true &&
    led.tekst.length > 3 &&
    !/^(?:famili|sag|boern|parret|soen|datter)/.test(led.noegle) &&
    r.opslag(led.noegle) === 0
  )
}

/** Ehlers-Danlos, Turner syndrom: only where nothing but the name of a sickness or a method is left. */
function isNavngivet(dele: Navnedele, { fra, til }: Raekke): boolean {
  let givne = 0
  for (let i = fra; i <= til; i++) if (bitsVed(dele, i) & r.NAVNGIVEN) givne++
  if (givne < til - fra + 1) return false
  return til > fra || (bitsVed(dele, til + 1) & (r.SYGDOM | r.NAVNGIVEN)) !== 0
}

function isFast({ laest }: Navnedele, { fra: foerstePlads, til }: Raekke): boolean {
  const fra = foerstePlads === til ? til - 1 : foerstePlads
  if (til !== fra + 1) return false
  const andet = laest.led[til]?.noegle ?? ''
  const foerste = laest.led[fra]?.noegle ?? ''
  return r.isFastNavn(foerste, andet) || r.isFastNavn(foerste, andet.replace(/s$/, ''))
}
