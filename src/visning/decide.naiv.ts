import type { Brevfakta, KleKonfiguration, Sagsfakta, Skjulegrund, Visningsfakta, Visningskontekst } from './fakta.ts'

/*
 * For tests: the whole rule set said a second time, naively, as a list of when each reason holds; the first in the list that does is the
 * answer. Counted in milliseconds and days since 1970. It shares no code with the rules.
 */
const ms = (tid: string): number => new Date(tid).getTime()
const DOEGN = 24 * 60 * 60 * 1000
const dansk = (tid: string | number): number =>
  Date.parse(new Date(tid).toLocaleDateString('sv-SE', { timeZone: 'Europe/Copenhagen' }))
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
  karantaene: false,
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
  ['JOURNALNOTATER_IKKE_VALGT', (f, _k, c) => f.art === 'journalnotat' && !c.visJournalnotater],
  ['KARANTAENE', (f, k, c) => c.karantaene && isGemt(f, k.nu)],
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

/** The decision as its instant and its days without a letter, or null. */
function decision(sag: Sagsfakta, nu: string, kunAfgjort: boolean): [number, number] | null {
  const naaet = (status: string) =>
    Math.max(...sag.fremdrift.filter((p) => p.status === status && ms(p.virkning.fra) <= ms(nu)).map((p) => ms(p.virkning.fra)))
  if (naaet('Afgjort') > 0) return [naaet('Afgjort'), 7]
  return !kunAfgjort && naaet('Afsluttet') > 0 ? [naaet('Afsluttet'), 0] : null
}

/** The day since 1970 a letter went out; infinite where it has not. */
function sendt(b: Brevfakta, nu: string): number {
  if (!b.fremdrift.some((p) => ved(p.virkning, nu) && FAERDIG.test(p.status))) return Number.POSITIVE_INFINITY
  const foerst = Math.min(...b.fremdrift.filter((p) => FAERDIG.test(p.status)).map((p) => ms(p.virkning.fra)))
  const dag = Math.max(dansk(foerst), b.brevDato ? Date.parse(b.brevDato) : 0)
  return dag <= dansk(nu) ? dag : Number.POSITIVE_INFINITY
}

function isUfortalt([tid, dage]: [number, number], breve: readonly Brevfakta[], nu: string): boolean {
  const fortalt = breve.some((b) => sendt(b, nu) < Number.POSITIVE_INFINITY && sendt(b, nu) >= dansk(tid))
  const kladde = breve.some((b) => {
    const efter = (ms(b.oprettet) - tid) / DOEGN
    return sendt(b, nu) === Number.POSITIVE_INFINITY && efter >= -30 && efter <= dage
  })
  return !fortalt && (kladde || ms(nu) - tid < dage * DOEGN)
}

const isEfterUfortalt = (f: Visningsfakta, nu: string): boolean =>
  f.sager.some((sag) => {
    const d = decision(sag, nu, false)
    return d !== null && dansk(f.opstaaet) >= dansk(d[0]) && isUfortalt(d, sag.breve, nu)
  })

function isGemt(f: Visningsfakta, nu: string): boolean {
  if (f.art === 'journalnotat') return isEfterUfortalt(f, nu)
  if (f.art === 'dokument') return isDokumentGemt(f, nu)
  if (f.art === 'sag' || f.art === 'aftale') return false
  return (f.sager.length ? f.sager : [{ fremdrift: [], breve: [] }]).some((sag) => {
    const d = decision(sag, nu, true)
    const sammen = d !== null && Math.abs(d[0] - ms(f.opstaaet)) <= 30 * DOEGN
    return isUfortalt(sammen ? d : [ms(f.opstaaet), 7], sag.breve, nu)
  })
}

function isDokumentGemt(f: Visningsfakta, nu: string): boolean {
  const d = f.dokument ?? { type: 'Brev, udgaaende', fremdrift: 'Underreview', brevDato: undefined }
  const faerdig = FAERDIG.test(d.fremdrift ?? '')
  if (d.type === 'Brev, indgaaende') return false
  if (d.type === 'Brev, udgaaende') return !(faerdig && !(d.brevDato && Date.parse(d.brevDato) > dansk(nu)))
  if (d.type !== 'Internt Notat') return isEfterUfortalt(f, nu) || !(faerdig || /^(Modtaget|Fordelt)$/.test(d.fremdrift ?? ''))
  const fortalt = f.sager.filter((sag) => {
    const afgoerelse = decision(sag, nu, false)
    return afgoerelse !== null && !isUfortalt(afgoerelse, sag.breve, nu)
  })
  return !faerdig || f.sager.length === 0 || fortalt.length < f.sager.length
}
