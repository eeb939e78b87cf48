import { ledVed, mellemVed } from '../laes-tekst.ts'
import { bitsVed, isNaesteOrd, isRejse, isSlags, type Linje, linjeOm, type Navnedele } from './navne-dele.ts'
import type { Raekke } from './navne-raekke.ts'
import * as r from './navne-register.ts'

/**
 * Words that are names only perhaps: Bo, Dag, Sten, Holm. Danish writes nouns small, so a capital in the middle of a line says much; at its
 * beginning, in a line of capitals or in small letters, only the words around do.
 */

/** Two such words together: "Bo Holm", "Sten Skov", "B. Holm", "Bo H."; "bo holm" after a word that a person follows, or in a file's name. */
export function isSvagtPar(dele: Navnedele, raekke: Raekke): boolean {
  const { fra, til } = raekke
  const foerste = bitsVed(dele, fra)
  const sidste = bitsVed(dele, til)
  const fornavn = foerste & (r.SVAGT_FORNAVN | r.FORNAVN)
  // "Holm, Bo": what can only be a first name after the comma.
  if (mellemVed(dele.laest, fra + 1) === ', ') return true
  if (foerste & r.LILLE) return isSmaatPar(dele, raekke)
  if (foerste & r.INITIAL) return !(sidste & r.INITIAL) && !isEfter(dele, fra, r.STEDORD)
  if (fornavn) return !isTomTitelform(dele, raekke)
  if (sidste & r.INITIAL) return isEfter(dele, fra, r.FORHOLD) || isForkortet(dele, til)
  // "Holm-Lund": two surnames, as people who marry put them together.
  if (mellemVed(dele.laest, til) === '-') return !isEfter(dele, fra, r.STEDORD)
  return (sidste & (r.SVAGT_FORNAVN | r.EGEN)) !== 0 && isEfter(dele, fra, r.FORHOLD)
}

/** "bo holm": at the beginning, after what is written about people, or a word that a person follows; in a file's name anywhere. */
function isSmaatPar(dele: Navnedele, { fra, til }: Raekke): boolean {
  if (!isSlags(dele, til, r.NAVN)) return false
  if (dele.laest.filnavn) return true
  if (!isSlags(dele, fra, r.SVAGT_FORNAVN | r.FORNAVN)) return false
  if (fra === 0) return !ADJEKTIV.test(ledVed(dele.laest, til).noegle)
  const foer = ledVed(dele.laest, fra - 1).noegle
  return KONTAKT.test(foer) || SAMVAER.test(foer) || isEfter(dele, fra, r.FORHOLD | r.PERSON | r.TILTALE)
}

/** The letter has its full stop, or nothing comes after it. */
const isForkortet = (dele: Navnedele, i: number): boolean =>
  dele.laest.tekst.charAt(ledVed(dele.laest, i).til) === '.' || i === dele.laest.led.length - 1
const ADJEKTIV = /^(?:lang|lange|kold|glad|rask|groen|brun|hvid|moerk|hoej|vest|vester|oester|sort|junge)$/

/** A first name that is a word, with one that nobody knows, at the beginning or where all words have capitals: "Sten Levering". */
function isTomTitelform(dele: Navnedele, { fra, til }: Raekke): boolean {
  const linje = linjeOm(dele, fra)
  return isSlags(dele, til, r.UKENDT) && (linje.titelform || fra === linje.fra)
}

export function isSvagtNavnAlene(dele: Navnedele, i: number): boolean {
  const led = ledVed(dele.laest, i)
  if (isDato(dele, i) || isSammensat(dele, i)) return false
  const linje = linjeOm(dele, i)
  if (!led.stor || (led.versaler && linje.versaler)) return isSikkertSted(dele, i) || (i === linje.fra && isIGang(dele, i))
  if (led.versaler || linje.titelform) return isEfterPerson(dele, i)
  if (isBegyndelse(dele, i, linje.fra)) return isIGang(dele, i) || isAleneILeddet(dele, i, linje)
  return isSlags(dele, i, r.SVAGT_FORNAVN | r.FORNAVN) ? isFornavnMidt(dele, i) : isEfternavnMidt(dele, i, linje)
}

const isFornavnMidt = (dele: Navnedele, i: number): boolean =>
  !isStedI(dele, i) && (isEfter(dele, i, r.FORHOLD) || (!isEfterStort(dele, i) && !isMedAndet(dele, i)))

function isEfternavnMidt(dele: Navnedele, i: number, linje: Linje): boolean {
  if (isSlags(dele, i, r.STED)) return isEfter(dele, i, r.TILTALE)
  if (isMedAndet(dele, i)) return false
  if (isIGang(dele, i) || isEfterNavnOg(dele, i)) return true
  if (isStedI(dele, i) || isRejse(dele, linje)) return false
  if (isEfter(dele, i, r.FORHOLD)) return isOmPerson(dele, i, linje.fra)
  // "Underretning Lund": what was sent or said, and whom it is about.
  return i === linje.fra + 1 && KONTAKT.test(ledVed(dele.laest, i - 1).noegle)
}

/** "Bo - samtale", "Ansøgning (Bo)": a word that is hardly more than a name stands alone between the marks, in a line about a person. */
function isAleneILeddet(dele: Navnedele, i: number, { fra, til }: Linje): boolean {
  if (!NAESTEN_KUN_NAVNE.has(ledVed(dele.laest, i).noegle) || mellemVed(dele.laest, i + 1) === ' ') return false
  return dele.laest.led.slice(fra, til + 1).some(({ noegle }) => KONTAKT.test(noegle) || SAMVAER.test(noegle))
}
const NAESTEN_KUN_NAVNE: ReadonlySet<string> = new Set(
  'bo per hans bjoern liv stig svend karl jan tim kaj palle rune frede tue jarl aksel kristen line gry gro siv vibe sys tove saga vita'.split(
    ' ',
  ),
)

/** "Bo-støtte", "Dag- og døgntilbud", "Dag/aften": the first part of a word that goes on. */
function isSammensat(dele: Navnedele, i: number): boolean {
  const efter = mellemVed(dele.laest, i + 1)
  return efter === '- ' || efter === '/' || (efter === '-' && !ledVed(dele.laest, i + 1).stor)
}

/** After "til", "fra" and "for" come places as well: a person where the line is about what people send each other. */
function isOmPerson(dele: Navnedele, i: number, fra: number): boolean {
  if (!/^(?:til|fra|for|af|om|ved|v|via)$/.test(ledVed(dele.laest, i - 1).noegle)) return true
  return dele.laest.led.slice(fra, i).some(({ noegle }) => KONTAKT.test(noegle))
}
const KONTAKT =
  /(?:brev|breve|mails?|svar|klage|henvendelse|opkald|besked|ansoegning|udtalelse|udskrift|afslag|afgoerelse|bevilling|partshoering|indkaldelse|underretning|sms|samtale|referat|moede|erklaering|notat|kontrakt|regning|rykker|indsigelse|anke|fuldmagt|samtykke|kvittering|opfoelgning|status|plan|planen|udredning|indstilling|visitation|epikrise|attest|rapport|oplysninger|aktindsigt|hoering|bekymring|fravaer|hjemmebesoeg|netvaerksmoede|spoergsmaal)$/

/** "Jensen og Holm": what stands beside a name with "og" is another. */
const isEfterNavnOg = (dele: Navnedele, i: number): boolean =>
  ledVed(dele.laest, i - 1).noegle === 'og' && isSlags(dele, i - 2, r.STAERK) && mellemVed(dele.laest, i - 1) === ' '

/** Small letters, or capitals all through: only after "hos", or a form of address. */
const isSikkertSted = (dele: Navnedele, i: number): boolean =>
  isEfter(dele, i, r.TILTALE) || (isEfterHos(dele, i) && !isSlags(dele, i, r.STED) && !isMedAndet(dele, i)) || isFilnavn(dele, i)

/** In a file's name a listed surname is one in small letters too; a plain word is not. */
const isFilnavn = (dele: Navnedele, i: number): boolean =>
  dele.laest.filnavn && ledVed(dele.laest, i).noegle.length > 4 && (r.opslag(ledVed(dele.laest, i).noegle) & r.EFTERNAVN) !== 0

/** "hos bo", and "samtale med bo": one meets and talks with people. */
function isEfterHos(dele: Navnedele, i: number): boolean {
  const foer = ledVed(dele.laest, i - 1).noegle
  if (!isNaesteOrd(dele, i)) return false
  const sag = ledVed(dele.laest, i - 2).noegle
  if (FAG.test(foer)) return true
  if (foer === 'med' || foer === 'm') return SAMVAER.test(sag)
  return foer === 'hos' || ((foer === 'fra' || foer === 'til') && KONTAKT.test(sag))
}
/** Whose name follows their trade. */
const FAG = /^(?:laege|advokat|psykolog|psykiater|sagsbehandler|socialraadgiver|laerer|paedagog|overlaege|tandlaege)$/
const SAMVAER = /(?:samtalen?|moedet?|snak|kontakt|aftale|dialog|samvaer|interview|besoeg|samvaeret|skype|telefon|tlf)$/

/** "for Skov og Natur", "om Mark og vej": one of two things; beside a name it is another. */
const isMedAndet = (dele: Navnedele, i: number): boolean =>
  ledVed(dele.laest, i + 1).noegle === 'og' && !isSlags(dele, i + 2, r.NAVN | r.KENDT | r.EGEN | r.PERSON)
const isEfterPerson = (dele: Navnedele, i: number): boolean =>
  isEfter(dele, i, r.TILTALE | r.PERSON) || (isEfter(dele, i, r.FORHOLD) && !isStedI(dele, i))

const isEfter = (dele: Navnedele, i: number, slags: number): boolean =>
  /^(?: |-|\. ?|: |\/)$/.test(mellemVed(dele.laest, i)) && isSlags(dele, i - 1, slags)

/** At the beginning of the line, or of a part of it after a full stop, a dash or a colon: there every word has a capital. */
function isBegyndelse(dele: Navnedele, i: number, linjestart: number): boolean {
  if (i === linjestart) return true
  return mellemVed(dele.laest, i) !== ' ' && !isEfter(dele, i, r.FORHOLD | r.TILTALE | r.PERSON)
}

/** "Bo søger om hjælp", "Stens ansøgning", "Liv er flyttet": people do it, or have it. */
function isIGang(dele: Navnedele, i: number): boolean {
  if (isEjer(dele, i)) return true
  if (mellemVed(dele.laest, i + 1) !== ' ' || isSlags(dele, i, r.GENITIV | r.STED) || ledVed(dele.laest, i + 1).stor) return false
  if (isSlags(dele, i + 1, r.VERBUM)) return true
  return (
    r.HJAELPEVERBER.has(ledVed(dele.laest, i + 1).noegle) &&
    [i + 2, i + 3].some((j) => r.HAENDELSER.has(ledVed(dele.laest, j).noegle))
  )
}
const isEjer = (dele: Navnedele, i: number): boolean =>
  isSlags(dele, i, r.GENITIV) && mellemVed(dele.laest, i + 1) === ' ' && isSlags(dele, i + 1, r.EJE)
/** "i Lund", "på Holm", "ved Skov". */
const isStedI = (dele: Navnedele, i: number): boolean => isEfter(dele, i, r.STEDORD)
/** The second word of what somebody named: "Projekt Åben Dag". The line's first word has its capital from there. */
function isEfterStort(dele: Navnedele, i: number): boolean {
  const foer = ledVed(dele.laest, i - 1)
  if (!foer.stor || mellemVed(dele.laest, i) !== ' ' || isSlags(dele, i - 1, r.NAVN)) return false
  // "Åben Dag", "Bogens Dag": one of the two words of what is held.
  const dag = ledVed(dele.laest, i).noegle === 'dag' && !r.isPapir(foer.noegle) && !KONTAKT.test(foer.noegle)
  return foer.versaler || dag || (i > 1 && mellemVed(dele.laest, i - 1) === ' ')
}

/** "1. maj", "August 2024", "i maj", "Dag 3": a month or a count, not somebody. */
function isDato(dele: Navnedele, i: number): boolean {
  // "Rose 4 mdr.": a first name that nobody counts by may have a number after it.
  const kunNavn = isSlags(dele, i, r.SVAGT_FORNAVN) && !TAELT.test(ledVed(dele.laest, i).noegle)
  const tal =
    !kunNavn &&
    (ledVed(dele.laest, i + 1).cifre !== undefined ||
      (ledVed(dele.laest, i - 1).cifre !== undefined && /^\.? ?$/.test(mellemVed(dele.laest, i))))
  if (!isSlags(dele, i, r.MAANED)) return tal && !isEfter(dele, i, r.FORHOLD | r.PERSON | r.TILTALE)
  const person = isEfter(dele, i, r.PERSON | r.TILTALE) || MED_PERSON.has(ledVed(dele.laest, i - 1).noegle)
  return tal || !(person || (ledVed(dele.laest, i).stor && isEfterHos(dele, i)))
}
const TAELT =
  /^(?:dag|jul|sten|storm|eg|ask|birk|mark|sommer|vinter|vaar|nord|januar|april|maj|juni|juli|august|marts|lind|pil|prins|guld|soelv|line|linie|bo|per|april|nova|sol)$/
const MED_PERSON: ReadonlySet<string> = new Set('med hos vedr vedroerende ang att m'.split(' '))
