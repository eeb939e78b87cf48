import Holidays from 'date-holidays'
import type { Brevfakta, KleKonfiguration, Sagsfakta, Skjulegrund, Visningsfakta, Visningskontekst } from './fakta.ts'

/*
 * For tests: the whole rule set said a second time, naively, as a list of when each reason holds; the first in the list that does is the
 * answer. Counted in milliseconds and days since 1970. It shares no code with the rules.
 */
const ms = (tid: string): number => new Date(tid).getTime()
const DOEGN = 24 * 60 * 60 * 1000
// What the calendar answers is kept: it is asked some hundred thousand times.
const DAGE = new Map<string | number, number>()
const dansk = (tid: string | number): number => {
  const svar = DAGE.get(tid) ?? Date.parse(new Date(tid).toLocaleDateString('sv-SE', { timeZone: 'Europe/Copenhagen' }))
  DAGE.set(tid, svar)
  return svar
}
const ved = (virkning: { fra: string; til: string | null }, tid: string): boolean =>
  ms(virkning.fra) <= ms(tid) && !(virkning.til !== null && ms(virkning.til) <= ms(tid))
const FAERDIG = /^(Publiceret|Endeligt|Afleveret)$/

type Grund = readonly [Skjulegrund, (f: Visningsfakta, k: Visningskontekst, c: KleKonfiguration) => boolean]

/** Stands in where no configuration is in force: nothing is chosen in it. */
const LUKKET = {
  aaben: false,
  fagsystemfilter: [],
  visDokumenttitler: true,
  visJournalnotater: true,
  dokumenttyper: [],
  notatsystemer: [],
  notatfristDage: 0,
  visYdelser: true,
  visUdbetalinger: true,
  visAftaler: true,
  karantaene: false,
  ventArbejdsdage: 0,
  fradato: '0001-01-01',
}

const GRUNDE: readonly Grund[] = [
  ['ROLLE', (f, k) => !seer(f, new Set(f.roller.filter((r) => ved(r.virkning, k.nu)).map((r) => r.rolle)))],
  [
    'FORAELDREMYNDIGHED',
    (f, k) => k.grund !== 'egen' && !(f.kle?.slice(0, 3) === '28.' && [...Array(15).keys()].some((aar) => aar === k.alder)),
  ],
  ['UNDTAGET_FOR_BORGER', (f, k) => klasserNu(f, k).includes('Visning undtaget for borger')],
  ['VISNINGSKLASSE_UKENDT', (f, k) => klasserNu(f, k).length > 0],
  ['SAG_IKKE_MODTAGET', (f) => f.sagUkendt],
  ['ALTID_LUKKET', (f, k, c) => f.egetNummerLukket || (k.altidLukket && !(c.juristAabnet && c.kle.length === f.kle?.length))],
  ['IKKE_AABNET', (_f, _k, c) => !c.aaben],
  ['FOER_FRADATO', (f, _k, c) => dansk(f.oprettet) < Date.parse(c.fradato) && !(f.aktiv && c.visAeldreAktive)],
  ['FAGSYSTEM_IKKE_VALGT', (f, _k, c) => c.fagsystemfilter.length > 0 && c.fagsystemfilter.every((id) => id !== f.kilde)],
  ['DOKUMENTTYPE_IKKE_VALGT', (f, _k, c) => f.art === 'dokument' && !c.visDokumenttitler],
  ['DOKUMENTTYPE_IKKE_VALGT', (f, _k, c) => f.art === 'dokument' && isUdeAf(c.dokumenttyper, f.dokument?.type)],
  ['JOURNALNOTATER_IKKE_VALGT', (f, _k, c) => f.art === 'journalnotat' && !c.visJournalnotater],
  ['NOTATSYSTEM_IKKE_VALGT', (f, _k, c) => f.art === 'journalnotat' && isUdeAf(c.notatsystemer, f.kilde)],
  ['YDELSER_IKKE_VALGT', (f, _k, c) => f.art === 'bevilling' && !c.visYdelser],
  ['UDBETALINGER_IKKE_VALGT', (f, _k, c) => f.art === 'oekonomiskEffektuering' && !c.visUdbetalinger],
  ['AFTALER_IKKE_VALGT', (f, _k, c) => f.art === 'aftale' && !c.visAftaler],
  ['NOTAT_NYT', (f, k, c) => f.art === 'journalnotat' && !!c.notatfristDage && alderIDage(f, k) <= c.notatfristDage],
  ['AFVENTER_KONTROL', (f) => f.tilbageholdt],
  ['KARANTAENE', (f, k, c) => c.karantaene && isGemt(f, k.nu, (d, breve) => isUfortalt(d, breve, k.nu))],
  ['VENTER_ARBEJDSDAGE', (f, k, c) => c.ventArbejdsdage > 0 && isVentende(f, k.nu, c)],
  ['NOEDSTOP', (f, k) => k.stop.some((s) => f.kommuner.includes(s.kommune) && stoppet(f)[s.slags].has(s.vaerdi))],
]

/** 'vises', or the reason. */
export function decideNaivt(f: Visningsfakta, k: Visningskontekst): string {
  const c = k.konfiguration
  const daekker = c && f.kle && `${f.kle}.`.startsWith(`${c.kle}.`) && c.kommune === f.kommune && ms(c.gaelderFra) <= ms(k.nu)
  const gaelder = daekker && c.aaben ? c : (LUKKET as unknown as KleKonfiguration)
  return GRUNDE.find(([, holder]) => holder(f, k, gaelder))?.[0] ?? 'vises'
}

const seer = (f: Visningsfakta, roller: ReadonlySet<string>): boolean =>
  f.art === 'bevilling' || f.art === 'oekonomiskEffektuering'
    ? roller.has('Ydelsesmodtager') || roller.has('Bevillingsmodtager')
    : roller.has('Primær part')

const klasserNu = (f: Visningsfakta, k: Visningskontekst) =>
  f.visningsklasser.filter((led) => ved(led.virkning, k.nu)).map((led) => led.klasse)

const isUdeAf = (valgte: readonly string[], en: string | undefined): boolean =>
  valgte.length > 0 && valgte.filter((valgt) => valgt === en).length === 0
const alderIDage = (f: Visningsfakta, k: Visningskontekst): number => (dansk(k.nu) - dansk(f.opstaaet)) / DOEGN

const stoppet = (f: Visningsfakta) => ({
  ting: new Set<string | undefined>([f.objekt, ...f.sagsIder, ...f.bevillingsIder]),
  dokumenttype: new Set([f.dokument?.type]),
  kilde: new Set<string | undefined>([f.kilde]),
  omraade: new Set<string | undefined>(f.livsomraader),
})

/** A decision as its instant and its days without a letter. */
type Decision = readonly [number, number]
type Ufortalt = (d: Decision, breve: readonly Brevfakta[]) => boolean

function decisions(sag: Sagsfakta, nu: string, kunAfgjort: boolean): Decision[] {
  const naaet = (status: string) =>
    sag.fremdrift.filter((p) => p.status === status && ms(p.virkning.fra) <= ms(nu)).map((p) => ms(p.virkning.fra))
  const afgjort = naaet('Afgjort').sort((a, b) => a - b)
  if (afgjort.length > 0 || kunAfgjort) return afgjort.map((tid) => [tid, 7])
  return naaet('Afsluttet')
    .sort((a, b) => a - b)
    .map((tid) => [tid, 0])
}

/** Going back from the newest as long as they are untold: the last one reached. */
function foerst(sag: Sagsfakta, nu: string, ufortalt: Ufortalt): Decision | null {
  let naaet: Decision | null = null
  for (const d of decisions(sag, nu, false).reverse()) {
    if (!ufortalt(d, sag.breve)) break
    naaet = d
  }
  return naaet
}

/** The day since 1970 a letter went out; infinite where it has not. */
function sendt(b: Brevfakta, nu: string): number {
  if (!b.fremdrift.some((p) => ved(p.virkning, nu) && FAERDIG.test(p.status))) return Number.POSITIVE_INFINITY
  const foerst = Math.min(...b.fremdrift.filter((p) => FAERDIG.test(p.status)).map((p) => ms(p.virkning.fra)))
  const dag = Math.max(dansk(foerst), b.brevDato ? Date.parse(b.brevDato) : 0)
  return dag <= dansk(nu) ? dag : Number.POSITIVE_INFINITY
}

function isUfortalt([tid, dage]: Decision, breve: readonly Brevfakta[], nu: string): boolean {
  const fortalt = breve.some((b) => sendt(b, nu) < Number.POSITIVE_INFINITY && sendt(b, nu) >= dansk(tid))
  const kladde = breve.some((b) => {
    const efter = (ms(b.oprettet) - tid) / DOEGN
    return sendt(b, nu) === Number.POSITIVE_INFINITY && efter >= -30 && efter <= dage
  })
  return !fortalt && (kladde || ms(nu) - tid < dage * DOEGN)
}

const isEfterUfortalt = (f: Visningsfakta, kom: number, nu: string, ufortalt: Ufortalt): boolean =>
  f.sager.some((sag) => {
    const d = foerst(sag, nu, ufortalt)
    return d !== null && kom >= dansk(d[0])
  })

function isGemt(f: Visningsfakta, nu: string, ufortalt: Ufortalt): boolean {
  if (f.art === 'journalnotat') return isEfterUfortalt(f, dansk(f.opstaaet), nu, ufortalt)
  if (f.art === 'dokument') return isDokumentGemt(f, nu, ufortalt)
  if (f.art === 'sag' || f.art === 'aftale') return false
  return (f.sager.length ? f.sager : [{ fremdrift: [], breve: [] }]).some((sag) => {
    const d = decisions(sag, nu, true).pop()
    const sammen = d !== undefined && Math.abs(d[0] - ms(f.opstaaet)) <= 30 * DOEGN
    return ufortalt(sammen ? d : [ms(f.opstaaet), 7], sag.breve)
  })
}

function isDokumentGemt(f: Visningsfakta, nu: string, ufortalt: Ufortalt): boolean {
  const d = f.dokument ?? { type: 'Brev, udgaaende', fremdrift: 'Underreview', brevDato: undefined }
  const faerdig = FAERDIG.test(d.fremdrift ?? '')
  if (d.type === 'Brev, indgaaende') return false
  if (d.type === 'Brev, udgaaende') return !(faerdig && !(d.brevDato && Date.parse(d.brevDato) > dansk(nu)))
  if (d.type !== 'Internt Notat')
    return isEfterUfortalt(f, dansk(f.opstaaet), nu, ufortalt) || !(faerdig || /^(Modtaget|Fordelt)$/.test(d.fremdrift ?? ''))
  const fortalt = f.sager.filter((sag) => decisions(sag, nu, false).length > 0 && foerst(sag, nu, ufortalt) === null)
  return !faerdig || f.sager.length === 0 || fortalt.length < f.sager.length
}

/** The working days are counted by walking from the decision to today. */
function isVentende(f: Visningsfakta, nu: string, c: KleKonfiguration): boolean {
  const venter: Ufortalt = ([tid]) => {
    let set = 0
    for (let dag = dansk(tid) + DOEGN; dag <= dansk(nu) && set < c.ventArbejdsdage; dag += DOEGN) if (isHverdag(dag)) set++
    return set < c.ventArbejdsdage
  }
  if (f.art !== 'dokument') return isGemt(f, nu, venter)
  const d = f.dokument
  if (!d) return true
  if (d.type === 'Brev, indgaaende') return false
  if (c.karantaene && d.type === 'Internt Notat') return isEfterUfortalt(f, Number.POSITIVE_INFINITY, nu, venter)
  const kom = c.karantaene && d.type === 'Brev, udgaaende' && d.sendt ? Date.parse(d.sendt) : dansk(f.opstaaet)
  return isEfterUfortalt(f, kom, nu, venter)
}

const KALENDER = new Holidays('DK')
const HELLIGDAGE = new Map<string, ReadonlySet<string>>()
function isHverdag(dag: number): boolean {
  const tekst = new Date(dag).toISOString().slice(0, 10)
  const aar = tekst.slice(0, 4)
  const aarets =
    HELLIGDAGE.get(aar) ??
    new Set(KALENDER.getHolidays(aar).flatMap(({ type, date }) => (type === 'public' ? date.slice(0, 10) : [])))
  HELLIGDAGE.set(aar, aarets)
  return !aarets.has(tekst) && !/-(06-05|12-24|12-31)$/.test(tekst) && new Date(dag).getUTCDay() % 6 !== 0
}
