import type { Terning } from '../../byggere/tilfaeldighed.ts'

/** Titles as they are written with somebody's personal number in them; `{c}` is the number in one of the spellings below. */
export const CPR_SKABELONER: readonly string[] = [
  'Ansøgning om boligstøtte {c}',
  'Underretning modtaget vedr. {c}',
  'Statusattest, {c}, Jobcenter Øst',
  '{c} - Sygedagpenge, opfølgning 8. uge',
  '{c}',
  'Sag {c}',
  'vedr {c} aktindsigt',
  'Opfølgningssamtale cpr {c}',
  'Opfølgningssamtale cpr.nr. {c}',
  'CPR-nr.: {c} – afgørelse om kontanthjælp',
  'cpr:{c} genoptræning',
  'CPR{c} bevilling af rollator',
  'Bevilling af personlig pleje ({c})',
  'Fleksjob [{c}] rehabiliteringsplan',
  'Børnefaglig undersøgelse, barn {c} og mor',
  'Forældrebetaling, barnets cpr-nummer {c}, 2. barn',
  'Økonomisk friplads – far {c} – mor oplyst',
  'Brev til borger m. cpr nr {c} om partshøring',
  'Partshøring sendt d. 12.03.2024 til {c}',
  'Faktura fra tandlæge for {c}, overslag 12.400 kr.',
  'J.nr. 27.36.04-G01-12-23 / {c}',
  '27.60.04 {c} hjælpemiddel',
  '15.20.02-{c}',
  'Sagsnr. {c}',
  'Sag 2023-014467 (borger {c})',
  'LÆ 265 fra egen læge {c}',
  'LÆ285 {c} modtaget, betalt',
  'Scannet bilag {c}.pdf',
  'Lønseddel_{c}_oktober.pdf',
  'Ansøgning_{c}_bilag 3',
  'brev{c}.docx',
  'Fuldmagt fra datter til {c} og ægtefælle',
  'Flytning af sag fra anden kommune, borger {c}, § 10',
  'Tlf. 86 12 34 56, cpr {c}',
  'Tilbud om plads {c} pr. 1. august',
  'Opkrævning 4. rate P-nr. 1016789123 {c}',
  'Notat om samtale m/{c} 14/3-24',
  'NOTAT {c} RING TILBAGE',
  'ANG. {c} MERUDGIFTER',
  'Merudgiftsydelse §100 ,{c}, genberegning',
  'Ang.: {c}; enkeltydelse tandbehandling',
  'Hjælp til depositum/{c}/afslag',
  'Re: SV: Vs: {c} - plejehjem venteliste',
  'Personnr {c}, helbredstillæg',
  'Personnummer:{c}',
  'Pers.nr. {c} ændring af udbetaling',
  'Befordring til genoptræning;{c};kørselsordning',
  'Ægtefælle {c} flyttet til plejebolig',
  'Samlevers cpr {c} indhentet fra e-indkomst',
  'Barn nr. 2 ({c}) optaget i dagpleje',
  'Se også sag på {c}',
  'Fejljournaliseret - hører til {c}',
  'Kopi af afgørelse, hører til {c}, rettes',
  'Byggesag matr. 12ab, ejer {c}',
  'Rotteanmeldelse fra lejer {c} i stuen',
  'Lån til beboerindskud, {c}, lånnr. 0090012345',
  'Folkepension – indtægtsændring {c} fra 01.05.2023',
  'Udbetaling stoppet,{c},uoplyst adresse',
  'Pasfornyelse mindreårig {c}',
  'Kørekort – lægeattest {c} indsendt',
  'MitID spærret {c}',
  'Lægevalg,{c},gruppe 1',
  'Vielse {c} og {c}',
  'Navneændring: {c} + {c}',
  'Ansøgning fra {c}og ægtefælle',
  'afgørelse{c}sendt',
  'Vedr.{c}afslag på forlængelse',
  'Genvurdering af førtidspension pba. oplysninger fra {c}.',
  'Oplysninger fra SKAT om "{c}"',
  "Retur fra læge: '{c}'",
  'Borger #{c}',
  'ID {c} VUM-udredning',
  'Visitation BPA, bruger={c}, timer 37',
  'Konto 7890-0001234567 ejer {c}',
  'Mail fra jens@eksempel.dk om {c}',
  'Henvendelse kl. 10.15 fra {c} om boligplacering',
  'Sagsakter {c} 1-14 samt 22',
  'Aktliste 12 {c} til Ankestyrelsen',
  'Ankesag 23-45678, {c}, hjemvist',
]

export type Cprstavemaade = {
  readonly navn: string
  readonly skriv: (cpr: Cprdele, terning: Terning) => string
}

type Cprdele = {
  readonly dag: string
  readonly maaned: string
  readonly aar: string
  readonly langtAar: string
  readonly loebe: string
}

const NBSP = '\u00a0'
const TYND = '\u2009'
const SMAL_NBSP = '\u202f'
const samlet = (d: Cprdele): string => `${d.dag}${d.maaned}${d.aar}`
const medTegn = (navn: string, tegn: string): Cprstavemaade => ({ navn, skriv: (d) => `${samlet(d)}${tegn}${d.loebe}` })
const medDato = (navn: string, imellem: string, foer: string): Cprstavemaade => ({
  navn,
  skriv: (d) => `${d.dag}${imellem}${d.maaned}${imellem}${d.aar}${foer}${d.loebe}`,
})
const toFuldbredde = (tekst: string): string =>
  tekst.replace(/[\d-]/g, (tegn) => String.fromCodePoint((tegn.codePointAt(0) ?? 0) + 0xfee0))

/** The ways in which a personal number comes to stand in a title: by hand, from Word and PDF, from forms and other systems. */
export const CPR_STAVEMAADER: readonly Cprstavemaade[] = [
  medTegn('bindestreg', '-'),
  medTegn('ingen skilletegn', ''),
  medTegn('mellemrum', ' '),
  medTegn('bindestreg og mellemrum', ' - '),
  medTegn('mellemrum før bindestreg', ' -'),
  medTegn('to mellemrum', '  '),
  medTegn('punktum', '.'),
  medTegn('skråstreg', '/'),
  medTegn('understreg', '_'),
  medTegn('tankestreg', '–'),
  medTegn('tankestreg og mellemrum', ' – '),
  medTegn('lang tankestreg', '—'),
  medTegn('fast bindestreg', '\u2011'),
  medTegn('minustegn', '\u2212'),
  medTegn('hårdt mellemrum', NBSP),
  medTegn('tyndt mellemrum', TYND),
  medTegn('smalt hårdt mellemrum', SMAL_NBSP),
  medTegn('tabulator', '\t'),
  medTegn('nulbredde', '\u200b'),
  medTegn('blød bindestreg', '\u00ad'),
  medTegn('kolon', ':'),
  medDato('dato med punktum', '.', '-'),
  medDato('dato med punktum, mellemrum', '.', ' '),
  medDato('dato med mellemrum', ' ', ' '),
  medDato('dato med mellemrum, bindestreg', ' ', '-'),
  medDato('dato med bindestreg', '-', '-'),
  medDato('dato med skråstreg', '/', '-'),
  medDato('dato med hårde mellemrum', NBSP, NBSP),
  medDato('dato med tynde mellemrum', TYND, TYND),
  { navn: 'dag og måned med skråstreg', skriv: (d) => `${d.dag}/${d.maaned}-${d.aar} ${d.loebe}` },
  { navn: 'firecifret årstal', skriv: (d) => `${d.dag}${d.maaned}${d.langtAar}-${d.loebe}` },
  { navn: 'firecifret årstal med punktum', skriv: (d) => `${d.dag}.${d.maaned}.${d.langtAar}-${d.loebe}` },
  { navn: 'løbenummer delt', skriv: (d) => `${samlet(d)}-${d.loebe.slice(0, 2)} ${d.loebe.slice(2)}` },
  { navn: 'delt i to og to', skriv: (d) => `${d.dag} ${d.maaned} ${d.aar} ${d.loebe.slice(0, 2)} ${d.loebe.slice(2)}` },
  { navn: 'spærret', skriv: (d) => [...`${samlet(d)}-${d.loebe}`].join(' ') },
  { navn: 'fuldbredde', skriv: (d) => toFuldbredde(`${samlet(d)}-${d.loebe}`) },
  { navn: 'fuldbredde uden skilletegn', skriv: (d) => toFuldbredde(`${samlet(d)}${d.loebe}`) },
  { navn: 'fuldbredde delvis', skriv: (d) => `${samlet(d)}-${toFuldbredde(d.loebe)}` },
]

/** How often the four everyday spellings are chosen before all are: most numbers are written plainly. */
const ANDEL_ALMINDELIGE = 0.35

export function chooseStavemaade(terning: Terning): Cprstavemaade {
  return terning.vaelg(terning.chance(ANDEL_ALMINDELIGE) ? CPR_STAVEMAADER.slice(0, 4) : CPR_STAVEMAADER)
}

/** A number of no real person: day + 60, a date that is one, any last four digits. */
export function createProevecpr(terning: Terning): Cprdele {
  const to = (tal: number): string => String(tal).padStart(2, '0')
  const langtAar = terning.heltal(1930, 2023)
  return {
    dag: to(terning.heltal(1, 28) + 60),
    maaned: to(terning.heltal(1, 12)),
    aar: to(langtAar % 100),
    langtAar: String(langtAar),
    loebe: String(terning.heltal(0, 9999)).padStart(4, '0'),
  }
}
