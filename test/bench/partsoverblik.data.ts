import { type NyRegistrering, type Objekt, toSkiver } from '#indeks'
import type { Uuid } from '#kernel'
import { del, dokumenttitel, id, KORSBAEK, objekt, post, registrering, titel, virkning, ydelse } from '../byggere/indeks.ts'

/** A citizen with much: cases in three areas, what stands on them, and two years of payments. */
const SAGER = 60
const DOKUMENTER = 140
const NOTATER = 90
const BEVILLINGER = 30
const UDBETALINGER = 160
const AFTALER = 20
export const TING_PR_BORGER = SAGER + DOKUMENTER + NOTATER + BEVILLINGER + UDBETALINGER + AFTALER

const KLER = ['27.36.04', '32.24.04', '28.09.40', '27.60.04', '32.30.04'] as const
const kleFor = (nr: number): string => KLER[nr % KLER.length] ?? KLER[0]
const FOELSOMHEDER = ['IKKE_FORTROLIGE_DATA', 'FORTROLIGE_PERSONOPLYSNINGER', 'FOELSOMME_PERSONOPLYSNINGER'] as const

const foelsomhed = (nr: number) => [
  { foelsomhed: FOELSOMHEDER[nr % FOELSOMHEDER.length] ?? FOELSOMHEDER[0], virkning: virkning() },
]
const ansvarlig = (nr: number) => [
  { enhed: id(`enhed ${nr % 6}`), navn: `Afdeling ${nr % 6} for hjælp og forsørgelse`, virkning: virkning() },
]

/** What decides who may see each: the municipality, a number, a sensitivity and a unit. */
const adgang = (nr: number) =>
  toSkiver({
    ejere: [{ cvr: KORSBAEK, virkning: virkning() }],
    kler: [{ kle: kleFor(nr), virkning: virkning() }],
    foelsomhed: foelsomhed(nr),
    enheder: [{ enhed: id(`enhed ${nr % 6}`), virkning: virkning() }],
  })

/** What is delivered about the citizen. */
export function borgerMed(part: Uuid): NyRegistrering[] {
  const om = (rolle: string) => [{ part, rolle, virkning: virkning() }]
  const nr = (antal: number) => Array.from({ length: antal }, (_, i) => i)
  const ting: Objekt[] = [
    ...nr(SAGER).map((i) =>
      objekt('sag', `sag ${i}`, {
        parter: om('Primær part'),
        kle: kleFor(i),
        kler: [{ kle: kleFor(i), virkning: virkning() }],
        titler: [{ ...titel(`Sag om hjælp, forsørgelse og opfølgning nummer ${i}`), nummer: `26/${10_000 + i}` }],
        fremdrift: [
          { status: 'Opstaaet', virkning: virkning('2024-01-01', '2024-03-01') },
          { status: i % 3 === 0 ? 'Afsluttet' : 'Oplyst', virkning: virkning('2024-03-01') },
        ],
        foelsomhed: foelsomhed(i),
        ansvarlig: ansvarlig(i),
        journalposter: nr(DOKUMENTER)
          .filter((j) => j % SAGER === i)
          .map((j) => post(`dokument ${j}`)),
      }),
    ),
    ...nr(DOKUMENTER).map((i) =>
      objekt('dokument', `dokument ${i}`, {
        titler: [dokumenttitel(`Brev om afgørelse og partshøring nummer ${i}`)],
        fremdrift: [{ status: 'Endeligt', virkning: virkning() }],
        foelsomhed: foelsomhed(i),
        ansvarlig: ansvarlig(i),
      }),
    ),
    ...nr(NOTATER).map((i) =>
      objekt('journalnotat', `notat ${i}`, {
        sag: id(`sag ${i % SAGER}`),
        titler: [{ titel: `Telefonsamtale om situationen nummer ${i}`, format: 'Text', virkning: virkning() }],
        notater: [
          {
            notat: 'Borgeren ringede og fortalte om hverdagen og om, hvad der er aftalt til næste gang. '.repeat(6),
            virkning: virkning(),
          },
        ],
      }),
    ),
    ...nr(BEVILLINGER).map((i) =>
      objekt('bevilling', `bevilling ${i}`, {
        parter: om('Ydelsesmodtager'),
        kle: kleFor(i),
        sager: [id(`sag ${i}`)],
        rammer: [{ fra: '2024-01-01', til: undefined, virkning: virkning() }],
        status: [{ status: 'Aktiv', virkning: virkning() }],
        ydelser: [{ ...ydelse('Hjælp til forsørgelse'), kle: kleFor(i) }],
        foelsomhed: foelsomhed(i),
        ansvarlig: ansvarlig(i),
      }),
    ),
    ...nr(UDBETALINGER).map((i) =>
      objekt('oekonomiskEffektuering', `udbetaling ${i}`, {
        parter: om('Effektueringsmodtager'),
        udbetalinger: [
          {
            dispositionsdato: `202${4 + (i % 3)}-${String(1 + (i % 12)).padStart(2, '0')}-28`,
            brutto: undefined,
            efterSkat: undefined,
            sendt: undefined,
            udbetalt: undefined,
            erSendt: true,
            erUdbetalt: true,
            godkendt: true,
            virkning: virkning(),
          },
        ],
        ydelser: [del(`bevilling ${i % BEVILLINGER}`)],
      }),
    ),
    ...nr(AFTALER).map((i) =>
      objekt('aftale', `aftale ${i}`, {
        parter: om('Part'),
        sag: id(`sag ${i}`),
        foelsomhed: foelsomhed(i),
        aftaler: [
          {
            type: 'Aftale',
            titel: `Møde om opfølgning nummer ${i}`,
            beskrivelse: undefined,
            start: virkning('2026-12-01').fra,
            slut: undefined,
            sted: 'Rådhuset',
            status: 'Aktiv',
            virkning: virkning(),
          },
        ],
      }),
    ),
  ]
  return ting.map((led, i) => registrering({ ...led, adgang: adgang(i % SAGER) }, '2024-03-02'))
}
