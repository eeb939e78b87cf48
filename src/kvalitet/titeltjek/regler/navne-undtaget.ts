import { ledVed, mellemVed } from '../laes-tekst.ts'
import { bitsVed, isRejse, isSlags, isTaet, linjeOm, type Navnedele } from './navne-dele.ts'
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

function egenskaberAf(dele: Navnedele, { fra, til }: Raekke): Egenskaber {
  let alle = 0
  for (let i = fra; i <= til; i++) alle |= bitsVed(dele, i)
  const sidste = bitsVed(dele, til)
  return {
    kendt: (alle & r.KENDT) !== 0,
    staerkt: (alle & r.STAERK) !== 0,
    genitiv: (sidste & r.GENITIV) !== 0,
    lille: (bitsVed(dele, fra) & r.LILLE) !== 0,
  }
}

/** With a capital that says something: where all letters are capitals, none does. */
function stor(dele: Navnedele, i: number): boolean {
  const led = ledVed(dele.laest, i)
  return led.stor && !(led.versaler && led.tekst.length > 3)
}
/** H.C. Andersens Boulevard, Jens Munks Gade 4, Peter Bangs vej. */
function isVej(dele: Navnedele, { til }: Raekke, { genitiv, staerkt }: Egenskaber): boolean {
  return isSlags(dele, til + 1, r.VEJ) && isTaet(dele, til + 1) && (stor(dele, til + 1) || genitiv || !staerkt)
}

/** Hansen ApS, Jensen A/S, Hansen & Co: what follows a name in the register of companies. */
function isFirma(dele: Navnedele, { til }: Raekke): boolean {
  // "Laustsen & Bech A/S": who stands first shares the firm of the second.
  const kompagnon = mellemVed(dele.laest, til + 1) === ' & ' ? raekkeVed(dele, til + 1) : undefined
  if (kompagnon && isFirma(dele, kompagnon)) return true
  const efter = ledVed(dele.laest, til).til
  if (/^,? (?:[AIKP]\/S|ApS|& (?:Co|Søn|Sønner|Partnere))(?![\p{L}\p{N}])/iu.test(dele.laest.tekst.slice(efter, efter + 14)))
    return true
  return isSlags(dele, til + 1, r.FIRMA) && /^ (?:& )?$/.test(mellemVed(dele.laest, til + 1))
}

/** Holm Skole, Kofoeds Skole, Lund børnehave, Emma-puljen. A noun with a capital is part of a name; "Peter Hansen skole" is about Peter. */
function isInstitution(dele: Navnedele, { fra, til }: Raekke, { genitiv, staerkt, lille }: Egenskaber): boolean {
  const efter = efterS(dele, til)
  const noegle = ledVed(dele.laest, efter).noegle
  const egetnavn = genitiv && stor(dele, efter) && isSlags(dele, efter, r.UKENDT) && !linjeOm(dele, fra).titelform
  const organisation = egetnavn || isSlags(dele, efter, r.INSTITUTION) || r.isOrganisationsord(noegle)
  if (!organisation || lille || !isTaet(dele, efter)) return false
  if (!stor(dele, efter)) return til === fra && (!staerkt || mellemVed(dele.laest, efter) === '-')
  if (genitiv || efter > til + 1 || EFTER_FULDT_NAVN.test(noegle)) return true
  return !linjeOm(dele, fra).titelform
}

/** "Aage og Johanne Hansens Fond": who stands first shares what the second has. */
function isMedstifter(dele: Navnedele, { til }: Raekke): boolean {
  const og = ledVed(dele.laest, til + 1)
  if (og.noegle !== 'og' || !isTaet(dele, til + 1) || !isTaet(dele, til + 2)) return false
  const anden = raekkeVed(dele, til + 2)
  if (!anden) return false
  const egenskaber = egenskaberAf(dele, anden)
  return stor(dele, anden.til + 1) && (isVej(dele, anden, egenskaber) || isInstitution(dele, anden, egenskaber))
}

/** Nobody owns these by a full name but who founded them: Karen Blixen Museet, Hans Hansen Legatet. */
const EFTER_FULDT_NAVN =
  /(?:fond|fonden|legat|legatet|museum|museet|kollegium|kollegiet|gymnasium|selskabet|prisen|skolen|centret|centeret|huset|hallen|parken|instituttet|hospitalet|stiftelse|stiftelsen|loven|metoden|akademiet|festival(?:en)?|klinikken|loebet|cup|konkurrencen)$/

/** What follows a name, over the s of "Peter's". */
const efterS = (dele: Navnedele, til: number): number =>
  ledVed(dele.laest, til + 1).noegle === 's' && /^['’]$/.test(mellemVed(dele.laest, til + 1)) ? til + 2 : til + 1

/** Sankt Hans, Dronning Ingrids, plejehjemmet Ingeborg; and before what is a name only perhaps: Store Bjørn, vejen Toften. */
function isEfterForan(dele: Navnedele, { fra, til }: Raekke, { genitiv, staerkt }: Egenskaber): boolean {
  if (fra === 0 || !/^(?: |\. ?|-)$/.test(mellemVed(dele.laest, fra))) return false
  const foer = bitsVed(dele, fra - 1)
  if (foer & (r.HELGEN | r.FORANFULDT)) return true
  if (foer & r.FORANSTED) return !staerkt
  if (til === fra && isStedsnavn(dele, fra) && (foer & r.STEDORD || isStedslinje(dele, fra))) return true
  return isInstitutionFoer(dele, fra - 1, staerkt) && mellemVed(dele.laest, fra) === ' ' && (til === fra || genitiv)
}

/** Before a sure name it must be a certain one: "plejehjemmet Ingeborg", "Børnehus Emma", but not "skole Emma". */
function isInstitutionFoer(dele: Navnedele, i: number, staerkt: boolean): boolean {
  const noegle = ledVed(dele.laest, i).noegle
  if (!isSlags(dele, i, r.FORAN | r.INSTITUTION) && !r.isOrganisationsord(noegle)) return false
  return !staerkt || stor(dele, i) || /(?:en|et|ene|erne)$/.test(noegle)
}

/** "i Borup", "på Vestergaard": a surname that a place can have; those with -sen none has. */
const isStedsnavn = (dele: Navnedele, i: number): boolean =>
  isSlags(dele, i, r.EFTERNAVN) && !isSlags(dele, i, r.FORNAVN) && !/sens?$/.test(ledVed(dele.laest, i).noegle)

/** In a line about roads, plans and plots it is the place, unless one talks with it. */
const isStedslinje = (dele: Navnedele, i: number): boolean =>
  !/^(?:med|hos|m)$/.test(ledVed(dele.laest, i - 1).noegle) &&
  !isSlags(dele, i - 1, r.PERSON | r.TILTALE) &&
  isRejse(dele, linjeOm(dele, i))

/** Christian IV, Margrethe II: who has a number is dead, or on a coin. */
function isKonge(dele: Navnedele, { fra, til }: Raekke): boolean {
  const tal = til === fra ? til + 1 : til
  return til - fra < 2 && /^[IVX]{2,5}s?$/.test(ledVed(dele.laest, tal).tekst)
}

/** "Egholm-forbindelsen", "Otto-motor": the first part of a word, that goes on in small letters; "Jensen-familien" is about people. */
function isForled(dele: Navnedele, { til }: Raekke): boolean {
  const led = ledVed(dele.laest, til + 1)
  if (led.stor || mellemVed(dele.laest, til + 1) !== '-' || dele.laest.filnavn) return false
  return (
    ledVed(dele.laest, til).stor &&
    led.noegle.length > 3 &&
    !/(?:famili|sag|boern|parret|soen|datter)/.test(led.noegle) &&
    r.opslag(led.noegle) === 0
  )
}

/** Ehlers-Danlos, Turner syndrom: only where nothing but the name of a sickness or a method is left. */
function isNavngivet(dele: Navnedele, { fra, til }: Raekke): boolean {
  let givne = 0
  for (let i = fra; i <= til; i++) if (isSlags(dele, i, r.NAVNGIVEN)) givne++
  if (givne < til - fra + 1) return false
  return til > fra || isSlags(dele, til + 1, r.SYGDOM | r.NAVNGIVEN)
}

/** Georg Jensen, Åben Dag: of the second alone the word before it is the first. */
function isFast(dele: Navnedele, { fra, til }: Raekke): boolean {
  if (til - fra > 1) return false
  const andet = ledVed(dele.laest, til).noegle
  const foerste = ledVed(dele.laest, til - 1).noegle
  return r.isFastNavn(foerste, andet) || r.isFastNavn(foerste, andet.replace(/s$/, ''))
}
