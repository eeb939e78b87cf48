import type { ElementKilde } from '#modtagelse'
import { KORSBAEK } from './websted.ts'

/** Valid items of the six kinds in the short REST form: what a test is about is given, the rest is plain. */
type Element<A extends ElementKilde['art']> = Extract<ElementKilde, { art: A }>
type Relation = NonNullable<Element<'sag'>['sagsparter']>[number]

export const TID = '2026-01-05T08:00:00.000Z'
export const ENHED = '00000000-0000-4000-8000-00000000e001'

export const part = (rolle: string, cpr: string, fuldtNavn = 'Prøve Person'): Relation => ({
  rolle,
  referenceId: `urn:oio:cpr-nr:${cpr}`,
  fuldtNavn,
})
export const ejer = (cvrNummer: string = KORSBAEK): Relation => ({ rolle: 'Ejer', fuldtNavn: 'Korsbæk Kommune', cvrNummer })
export const ansvarlig = (fuldtNavn = 'Borgerservice', rolle = 'Ansvarlig', cvrNummer: string = KORSBAEK): Relation => ({
  rolle,
  referenceId: ENHED,
  fuldtNavn,
  cvrNummer,
})
export const primaerKlasse = (kle: string): Relation => ({
  rolle: 'Primær klasse',
  brugervendtNoegle: kle,
  klassetitel: 'En klasse',
})
export const UNDTAGET: Relation = { rolle: 'Visningsklasse', brugervendtNoegle: 'Visning undtaget for borger' }

type Faelles = { readonly id: string; readonly tid?: string; readonly kommune?: string; readonly kle?: string }
const virkning = (tid = TID) => ({ fra: tid })

export const lavSag = (
  felter: Faelles & { readonly parter: readonly Relation[]; readonly titel?: string; readonly nummer?: string },
  mere: Partial<Element<'sag'>> = {},
): Element<'sag'> => ({
  art: 'sag',
  id: felter.id,
  tidspunkt: felter.tid ?? TID,
  egenskaber: [
    { virkning: virkning(felter.tid), sagsnummer: felter.nummer ?? `S-${felter.id.slice(-6)}`, titel: felter.titel ?? 'En sag' },
  ],
  sagIndeksEgenskaber: [
    { virkning: virkning(felter.tid), foelsomhed: 'FORTROLIGE_PERSONOPLYSNINGER', oprettetTidspunkt: felter.tid ?? TID },
  ],
  fremdrift: [{ virkning: virkning(felter.tid), fremdriftStatusKode: 'Opstaaet' }],
  sagsaktoerer: [ejer(felter.kommune), ansvarlig()],
  sagsparter: [...felter.parter],
  sagsklasser: [primaerKlasse(felter.kle ?? '27.36.04'), { rolle: 'Handlingsklasse', brugervendtNoegle: 'G01' }],
  ...mere,
})

export const tilakteret = (dokument: string, tid = TID): NonNullable<Element<'sag'>['journalposter']>[number] => ({
  virkning: virkning(tid),
  rolle: 'Tilakteret',
  referenceId: dokument,
})

export const lavDokument = (
  felter: Faelles & { readonly parter?: readonly Relation[]; readonly titel?: string; readonly type?: string },
  mere: Partial<Element<'dokument'>> = {},
): Element<'dokument'> => ({
  art: 'dokument',
  id: felter.id,
  tidspunkt: felter.tid ?? TID,
  egenskaber: [
    {
      virkning: virkning(felter.tid),
      dokumentnummer: `D-${felter.id.slice(-6)}`,
      titel: felter.titel ?? 'Et dokument',
      brevDato: (felter.tid ?? TID).slice(0, 10),
      kassationskode: 'K',
      foelsomhed: 'FORTROLIGE_PERSONOPLYSNINGER',
      type: felter.type ?? 'Brev, udgaaende',
    },
  ],
  fremdrift: [{ virkning: virkning(felter.tid), fremdriftStatusKode: 'Endeligt' }],
  dokumentaktoerer: [ejer(felter.kommune), ansvarlig()],
  ...(felter.parter ? { dokumentparter: [...felter.parter] } : {}),
  dokumentklasser: [primaerKlasse(felter.kle ?? '27.36.04')],
  ...mere,
})

export const lavNotat = (
  felter: Faelles & { readonly sag: string; readonly titel?: string; readonly notat?: string },
): Element<'journalnotat'> => ({
  art: 'journalnotat',
  id: felter.id,
  tidspunkt: felter.tid ?? TID,
  sag: felter.sag,
  egenskaber: [
    {
      virkning: virkning(felter.tid),
      titel: felter.titel ?? 'Et notat',
      notat: felter.notat ?? 'Notatets tekst',
      format: 'Text',
    },
  ],
})

export const lavBevilling = (
  felter: Faelles & {
    readonly parter: readonly Relation[]
    readonly sag?: string
    readonly navn?: string
    readonly beloeb?: string
  },
  mere: Partial<Element<'bevilling'>> = {},
): Element<'bevilling'> => ({
  art: 'bevilling',
  id: felter.id,
  tidspunkt: felter.tid ?? TID,
  egenskaber: [
    {
      virkning: virkning(felter.tid),
      brugervendtNoegle: `B-${felter.id.slice(-6)}`,
      bevillingstartdato: '2026-01-01',
      foelsomhed: 'FORTROLIGE_PERSONOPLYSNINGER',
    },
  ],
  status: [{ virkning: virkning(felter.tid), statusKode: 'Aktiv' }],
  bevilgedeYdelser: [
    {
      id: '1',
      navn: felter.navn ?? 'Kontanthjælp',
      ydelsestype: 'Økonomisk',
      bevilgetYdelseStartdato: '2026-01-01',
      ydelse: {
        ydelsesnavn: felter.navn ?? 'Kontanthjælp',
        klassifikation: { brugervendtNoegle: felter.kle ?? '32.24.04', klassetitel: 'En ydelse' },
      },
      oekonomiskEffektueringsplaner: [
        {
          id: '1.1',
          effektueringsplanStartdato: '2026-01-01',
          beregningsfrekvens: 'Månedlig',
          forudBagud: 'Bagud',
          dispositionsdag: 'Sidste bankdag i måneden',
          ydelsesbeloeb: felter.beloeb ?? '10000.00',
        },
      ],
    },
  ],
  ...(felter.sag ? { bevillingssager: [{ rolle: 'Bevillingssag', referenceId: felter.sag }] } : {}),
  bevillingsparter: [...felter.parter],
  bevillingsaktoerer: [ejer(felter.kommune), ansvarlig()],
  ...mere,
})

/** Receives a grant and is granted it. */
export const ydelsesmodtager = (cpr: string): readonly Relation[] => [
  part('Ydelsesmodtager', cpr),
  part('Bevillingsmodtager', cpr),
]

export const lavEffektuering = (
  felter: Faelles & {
    readonly modtager: string
    readonly bevillinger: readonly string[]
    readonly beloeb?: string
    readonly dispositionsdato?: string
  },
  mere: Partial<Element<'oekonomiskEffektuering'>> = {},
): Element<'oekonomiskEffektuering'> => ({
  art: 'oekonomiskEffektuering',
  id: felter.id,
  tidspunkt: felter.tid ?? TID,
  egenskaber: [
    {
      virkning: virkning(felter.tid),
      brugervendtNoegle: `E-${felter.id.slice(-6)}`,
      startdato: '2026-01-01',
      slutdato: '2026-01-31',
      dispositionsdato: felter.dispositionsdato ?? '2026-01-30',
      samletBruttobeloeb: felter.beloeb ?? '10000.00',
      beloebEfterSkatATP: felter.beloeb ?? '10000.00',
      beloebSendtTilUdbetaling: felter.beloeb ?? '10000.00',
      beloebUdbetalt: felter.beloeb ?? '10000.00',
      godkendt: true,
    },
  ],
  oekonomiskYdelseEffektueringer: felter.bevillinger.map((bevilling, n) => ({
    indeks: String(n + 1),
    ydelsesperiodeStartdato: '2026-01-01',
    ydelsesperiodeSlutdato: '2026-01-31',
    ydelsesbeloeb: felter.beloeb ?? '10000.00',
    klassifikationsbeskrivelse: 'En ydelse',
    bevilgetYdelseRef: { bevilling, bevilgetYdelseId: '1' },
  })),
  aktoerer: [ejer(felter.kommune), ansvarlig('Ydelseskontoret', 'Udbetalende enhed')],
  parter: [part('Effektueringsmodtager', felter.modtager)],
  ...mere,
})

export const lavAftale = (
  felter: Faelles & {
    readonly parter: readonly Relation[]
    readonly sag?: string
    readonly titel?: string
    readonly start?: string
    readonly type?: 'Aftale' | 'Frist'
  },
  mere: Partial<Element<'aftale'>> = {},
): Element<'aftale'> => ({
  art: 'aftale',
  id: felter.id,
  tidspunkt: felter.tid ?? TID,
  ...(felter.sag ? { sag: felter.sag } : {}),
  egenskaber: [
    {
      virkning: virkning(felter.tid),
      type: felter.type ?? 'Aftale',
      titel: felter.titel ?? 'En aftale',
      starttidspunkt: felter.start ?? '2027-01-15T09:00:00.000Z',
      status: 'Aktiv',
      foelsomhed: 'FORTROLIGE_PERSONOPLYSNINGER',
    },
  ],
  aktoerer: [ejer(felter.kommune), ansvarlig()],
  parter: [...felter.parter],
  klasser: [primaerKlasse(felter.kle ?? '27.36.04')],
  ...mere,
})
