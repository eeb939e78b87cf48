import { noegler } from '../laes-tekst.ts'
import { DANSKE_EFTERNAVNE, EFTERNAVNE_FRA_ANDRE_LANDE, TVETYDIGE_EFTERNAVNE } from './efternavne.data.ts'
import { FORNAVNE_FRA_ANDRE_LANDE, KVINDENAVNE, MANDENAVNE, TVETYDIGE_FORNAVNE } from './fornavne.data.ts'
import * as ord from './navne-ord.data.ts'

/** What a word can be to a name; one word can be several, so each is a bit. */
export const FORNAVN = 1 << 0
export const SVAGT_FORNAVN = 1 << 1
export const EFTERNAVN = 1 << 2
export const SVAGT_EFTERNAVN = 1 << 3
export const TILTALE = 1 << 4
export const PERSON = 1 << 5
export const FORHOLD = 1 << 6
export const STEDORD = 1 << 7
export const REJSE = 1 << 8
export const VERBUM = 1 << 9
export const EJE = 1 << 10
export const INSTITUTION = 1 << 11
export const FIRMA = 1 << 12
export const HELGEN = 1 << 13
export const FORAN = 1 << 14
export const FORANSTED = 1 << 15
export const VEJ = 1 << 16
export const NAVNGIVEN = 1 << 17
export const SYGDOM = 1 << 18
export const MAANED = 1 << 19
export const STED = 1 << 20
const STORT = 1 << 21
export const SMAADEL = 1 << 22
export const KUN_STORT = 1 << 23
/** The rest are no property of the word but of how it stands; `delAf` in navne-dele.ts sets them. */
export const GENITIV = 1 << 24
export const LILLE = 1 << 25
export const KENDT = 1 << 26
export const EGEN = 1 << 27
export const INITIAL = 1 << 28
export const UKENDT = 1 << 29
export const FORANFULDT = 1 << 30

export const STAERK = FORNAVN | EFTERNAVN
export const SVAG = SVAGT_FORNAVN | SVAGT_EFTERNAVN
export const NAVN = STAERK | SVAG

const LISTER: readonly (readonly [bit: number, liste: string])[] = [
  [FORNAVN, KVINDENAVNE],
  [FORNAVN, MANDENAVNE],
  [FORNAVN, FORNAVNE_FRA_ANDRE_LANDE],
  [SVAGT_FORNAVN, TVETYDIGE_FORNAVNE],
  [EFTERNAVN, DANSKE_EFTERNAVNE],
  [EFTERNAVN, EFTERNAVNE_FRA_ANDRE_LANDE],
  [SVAGT_EFTERNAVN, TVETYDIGE_EFTERNAVNE],
  [TILTALE, ord.TILTALEORD],
  [PERSON, ord.PERSONORD],
  [FORHOLD, ord.FORHOLDSORD],
  [STEDORD, ord.STEDORD],
  [REJSE, ord.REJSEORD],
  [VERBUM, ord.PERSONVERBER],
  [EJE, ord.EJEORD],
  [INSTITUTION, ord.INSTITUTIONSORD],
  [FIRMA, ord.FIRMAORD],
  [HELGEN, ord.HELGENORD],
  [FORAN, ord.FORANORD],
  [FORANSTED, ord.FORANSTEDORD],
  [FORANFULDT, ord.FORANFULDT],
  [VEJ, ord.VEJORD],
  [NAVNGIVEN, ord.NAVNGIVNE],
  [SYGDOM, ord.SYGDOMSORD],
  [MAANED, ord.MAANEDER],
  [STED, ord.STEDER],
  [STORT, ord.STORE_ORD],
  [SMAADEL, ord.SMAADELE],
  [KUN_STORT, ord.KUN_MED_STORT],
]

const REGISTER: ReadonlyMap<string, number> = byg()

function byg(): Map<string, number> {
  const register = new Map<string, number>()
  for (const [bit, liste] of LISTER) for (const noegle of noegler(liste)) register.set(noegle, (register.get(noegle) ?? 0) | bit)
  for (const [noegle, bits] of register) register.set(noegle, afklar(bits))
  return register
}

/** Whatever is the name of a place or a month too is no sure name, and neither is a word that a list of plain words holds. */
function afklar(bits: number): number {
  if ((bits & (STED | MAANED | STORT | VEJ | INSTITUTION | FORAN | FORANSTED | TILTALE | SMAADEL)) === 0) return bits
  const svagt = (bits & FORNAVN ? SVAGT_FORNAVN : 0) | (bits & EFTERNAVN ? SVAGT_EFTERNAVN : 0)
  return (bits & ~STAERK) | svagt
}

/** What the word itself can be; 0 for one that no list holds. */
export const opslag = (noegle: string): number => REGISTER.get(noegle) ?? 0

/** Jensen, Petersen, Mathiassen: a first name, and -sen or -en. */
export function isSenNavn(noegle: string): boolean {
  if (!noegle.endsWith('sen') || IKKE_SENNAVNE.has(noegle)) return false
  return ((opslag(noegle.slice(0, -3)) | opslag(noegle.slice(0, -2))) & (FORNAVN | SVAGT_FORNAVN)) !== 0
}

/** The dance, the lease and the beer are nobody's sons. */
const IKKE_SENNAVNE: ReadonlySet<string> = new Set(
  'dansen leasen lisen pilsen nursen lansen hasen majsen askesen persen irissen anissen'.split(' '),
)

/** How surnames end elsewhere, and hardly a Danish word with a capital. */
const FREMMED_ENDELSE =
  /.{3}(?:sson|dottir|ovic|evic|wicz|owski|owska|inski|inska|enko|chuk|escu|zadeh|oglu|poulos|shvili|singam|lingam|rajah|walla)$/
/** How Danish surnames end that were farms and villages first, and many places still do. */
const STEDSENDELSE =
  /.{2}(?:gaard|holm|lund|skov|baek|toft|berg|bjerg|dahl|kjaer|kaer|strup|trup|hoej|rup|borg|kvist|gren|feldt|mann|stroem)$/

/** What an unlisted word with a capital can be by its form. */
export function opslagAfForm(noegle: string): number {
  if (isSenNavn(noegle) || FREMMED_ENDELSE.test(noegle)) return EFTERNAVN
  return STEDSENDELSE.test(noegle) ? SVAGT_EFTERNAVN : 0
}

export const HAENDELSER: ReadonlySet<string> = new Set(noegler(ord.PERSONHAENDELSER))
export const HJAELPEVERBER: ReadonlySet<string> = new Set(noegler(ord.HJAELPEVERBER))

const ORGANISATION =
  /(?:skolen?|haven|center|centre|centret|centeret|hjem|hjemmet|huset|huse|styrelsen?|retten|naevnet|raadet|udvalget|forvaltning|forvaltningen|kommunen?|afdeling|afdelingen|klinik|klinikken|teamet|team|forening|foreningen|selskab|selskabet|plejen|kontoret|service|tjenesten|instituttet|ministeriet|stedet|boligerne|gruppen|kassen|fonden|apotek|hospital|sygehus|psykiatrien|klubben|pladsen|vej|vejen|gade|gaden|alle|parken|kirken|gaarden|bakken|banken|tilsynet|register|registeret|portalen|systemet|loven|fond|legat|museum|museet|kirke|kapel|bibliotek|gymnasium|stiftelsen?|vaerket|lov|reglen|ordningen|puljen|projektet|metoden|prisen|loebet|cup|hallen|torvet|minde|festival)s?$/

/** What is written about people, and never their name. */
const PAPIR =
  /(?:plan|planen|noten|erklaering|attest|skema|blanket|aftale|referat|rapport|moede|samtale|ansoegning|afgoerelse|sag|oplysning|bevilling)$/
export const isPapir = (noegle: string): boolean => noegle.length < 60 && PAPIR.test(noegle)

/** An authority, an institution or a street by the end of its word. */
export const isOrganisationsord = (noegle: string): boolean => noegle.length < 60 && ORGANISATION.test(noegle)

const FASTE: ReadonlySet<string> = new Set(ord.FASTE_NAVNE.split('|').map((navn) => noegler(navn).join(' ')))

/** A firm or a thing that is called as a person could be: Louis Nielsen, Georg Jensen. */
export const isFastNavn = (foerste: string, andet: string): boolean => FASTE.has(`${foerste} ${andet}`)
