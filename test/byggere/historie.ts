import { cvrNummer, type Tidspunkt, tidspunkt, type Uuid, uuid, uuidFromName } from '#kernel'
import type { Kilde } from '#kilde'
import type { ElementKilde } from '#modtagelse'
import { createTerning, type Terning } from './tilfaeldighed.ts'

/** One thing that a source says, at its own time. */
export type Udsagn = { readonly kilde: Kilde; readonly element: ElementKilde }

const KORSBAEK = cvrNummer('11111111')
const NAVNERUM = uuid('6c1d2f70-9b1e-4c55-8d7f-0a5b3c2e1d40')

const createKilde = (navn: string, slags: string): Kilde => ({
  id: uuidFromName(NAVNERUM, navn),
  navn,
  slags,
  kommuner: [KORSBAEK],
  kle: [],
  klientId: undefined,
  rytmeTimer: 24,
  spaerret: undefined,
})
export const ESDH = createKilde('Korsbæk ESDH', 'esdh')
export const YDELSER = createKilde('Korsbæk Ydelser', 'ydelser')

const DAG = 86_400_000
const BEGYNDELSE = Date.parse('2021-01-01T08:00:00.000Z')
const dag = (nr: number): Tidspunkt => tidspunkt(new Date(BEGYNDELSE + nr * DAG))

/** A number with day + 60, which no real person has. */
const fiktivtCpr = (nr: number): string => {
  const to = (tal: number) => String(tal).padStart(2, '0')
  return `${61 + (nr % 28)}${to(1 + (Math.floor(nr / 28) % 12))}${to(40 + (Math.floor(nr / 336) % 50))}${String(Math.floor(nr / 16_800) % 4000).padStart(4, '0')}`
}

/** The people and the ids of one history: what its versions choose among. */
type Scene = {
  readonly r: Terning
  readonly folk: readonly string[]
  readonly sager: readonly Uuid[]
  readonly dokumenter: readonly Uuid[]
  readonly notater: readonly { readonly id: Uuid; readonly indeks: string | undefined }[]
  readonly bevillinger: readonly Uuid[]
  readonly effektueringer: readonly Uuid[]
  readonly aftaler: readonly Uuid[]
}

const many = (r: Terning, fra: number, til: number, navn: string, rum: Uuid): Uuid[] =>
  Array.from({ length: r.heltal(fra, til) }, (_, i) => uuidFromName(rum, `${navn}/${i}`))

function createScene(seed: number, nr: number): Scene {
  const r = createTerning(seed * 1_000_003 + nr)
  const rum = uuidFromName(NAVNERUM, `${seed}/${nr}`)
  // Every tenth history shares a person with the one before.
  const foerste = nr * 4 - (nr % 10 === 9 ? 1 : 0)
  return {
    r,
    folk: Array.from({ length: r.heltal(1, 4) }, (_, i) => `urn:oio:cpr-nr:${fiktivtCpr(foerste + i)}`),
    sager: many(r, 1, 3, 'sag', rum),
    dokumenter: many(r, 0, 3, 'dokument', rum),
    notater: many(r, 0, 3, 'notat', rum).map((id, i) => ({ id, indeks: r.chance(0.5) ? `N${i}` : undefined })),
    bevillinger: many(r, 0, 2, 'bevilling', rum),
    effektueringer: many(r, 0, 3, 'effektuering', rum),
    aftaler: many(r, 0, 2, 'aftale', rum),
  }
}

/** All that is said in a history, in the order of the senders' own times: each object from one to four times. */
export function createHistorie(seed: number, nr: number): Udsagn[] {
  const scene = createScene(seed, nr)
  const { r } = scene
  const versioner = (ider: readonly Uuid[], kilde: Kilde, skriv: Skriver) =>
    ider.flatMap((id) => {
      const dage = new Set(Array.from({ length: r.heltal(1, 4) }, () => r.heltal(0, 1500)))
      return [...dage].map(
        (nr): Udsagn => ({ kilde, element: { id, tidspunkt: dag(nr), ...skriv(scene, nr, id) } as unknown as ElementKilde }),
      )
    })
  return [
    ...versioner(scene.sager, ESDH, skrivSag),
    ...versioner(scene.dokumenter, ESDH, skrivDokument),
    ...scene.notater.flatMap(({ id, indeks }) => versioner([id], ESDH, (s, nr) => skrivNotat(s, nr, indeks))),
    ...versioner(scene.bevillinger, YDELSER, skrivBevilling),
    ...versioner(scene.bevillinger.length > 0 ? scene.effektueringer : [], YDELSER, skrivEffektuering),
    ...versioner(scene.aftaler, ESDH, skrivAftale),
  ].sort((a, b) => ((a.element.tidspunkt ?? '') < (b.element.tidspunkt ?? '') ? -1 : 1))
}

type Skriver = (scene: Scene, nr: number, id: Uuid) => Record<string, unknown>

const KLE = ['27.35.04', '32.24.04', '28.09.40', '34.10.30']
const ejer = { rolle: 'Ejer', fuldtNavn: 'Korsbæk Kommune', cvrNummer: KORSBAEK }
const ansvarlig = (rolle: string) => ({
  rolle,
  referenceId: uuidFromName(NAVNERUM, 'enhed'),
  fuldtNavn: 'Visitationen',
  cvrNummer: KORSBAEK,
})
const klasse = (kle: string) => ({ rolle: 'Primær klasse', brugervendtNoegle: kle, klassetitel: 'Emne' })
const undtaget = ({ r }: Scene, nr: number) =>
  r.chance(0.2)
    ? [{ rolle: 'Visningsklasse', brugervendtNoegle: 'Visning undtaget for borger', ...(r.chance(0.5) ? periode(r, nr) : {}) }]
    : []
const titel = (r: Terning, nr: number): string =>
  `${r.vaelg(['Ansøgning', 'Afgørelse', 'Møde', 'Notat'])} ${nr}/${r.heltal(1, 99)}`

/** A time that has an end, or has none. */
const periode = (r: Terning, nr: number) => {
  const fra = nr - r.heltal(0, 400)
  return { virkning: r.chance(0.6) ? { fra: dag(fra) } : { fra: dag(fra), til: dag(fra + r.heltal(1, 600)) } }
}

/** The role goes from one to another, or to nobody. */
function skiftende({ r, folk }: Scene, nr: number, rolle: string): Record<string, unknown>[] {
  if (r.chance(0.15)) return []
  const [foerst, saa] = [r.vaelg(folk), r.vaelg(folk)]
  const part = (referenceId: string, virkning: object) => ({ rolle, referenceId, fuldtNavn: 'Ulla Jakobsen', virkning })
  if (r.chance(0.6)) return [part(foerst, { fra: dag(nr) })]
  return [part(foerst, { fra: dag(nr - 300), til: dag(nr) }), part(saa, { fra: dag(nr) })]
}

const flere = ({ r, folk }: Scene, nr: number, rolle: string): Record<string, unknown>[] =>
  r.nogle(folk, 0.4).map((referenceId) => ({ rolle, referenceId, fuldtNavn: 'Godtfred Lund', ...periode(r, nr) }))

function skrivSag(scene: Scene, nr: number): Record<string, unknown> {
  const { r, dokumenter, notater, aftaler, bevillinger } = scene
  const virkning = { fra: dag(nr - 500) }
  // Now and then a case files by id something that is no document, or that says itself which case it stands on.
  const papirer = [...dokumenter, ...r.nogle([...aftaler, ...bevillinger, ...notater.map(({ id }) => id)], 0.08)]
  const poster = r.nogle(papirer, 0.7).map((referenceId) => ({
    rolle: r.vaelg(['Tilakteret', 'Vedlagt']),
    referenceId,
    ...(r.chance(0.3) ? { journalpostEgenskaber: { dokumenttitel: `Titel på sagen ${r.heltal(1, 99)}` } } : {}),
    ...(r.chance(0.3) ? periode(r, nr) : {}),
  }))
  return {
    art: 'sag',
    egenskaber: [{ virkning, sagsnummer: `S-${r.heltal(1, 9)}`, titel: titel(r, nr), kassationskode: 'K' }],
    sagIndeksEgenskaber: [{ virkning, sagsstatus: 'I gang', foelsomhed: r.vaelg(FOELSOMHED) }],
    fremdrift: r.chance(0.5)
      ? [{ virkning, fremdriftStatusKode: 'Opstaaet' }]
      : [
          { virkning: { fra: dag(nr - 500), til: dag(nr) }, fremdriftStatusKode: 'Opstaaet' },
          { virkning: { fra: dag(nr) }, fremdriftStatusKode: r.vaelg(['Oplyst', 'Afgjort', 'Afsluttet']) },
        ],
    sagsaktoerer: [ejer, ansvarlig('Ansvarlig')],
    sagsparter: [...skiftende(scene, nr, 'Primær part'), ...flere(scene, nr, 'Sekundær part')],
    sagsklasser: [klasse(r.vaelg(KLE)), { rolle: 'Handlingsklasse', brugervendtNoegle: 'G01' }, ...undtaget(scene, nr)],
    ...(poster.length > 0 ? { journalposter: poster } : {}),
  }
}

const FOELSOMHED = ['IKKE_FORTROLIGE_DATA', 'FORTROLIGE_PERSONOPLYSNINGER', 'FOELSOMME_PERSONOPLYSNINGER']

function skrivDokument(scene: Scene, nr: number): Record<string, unknown> {
  const { r } = scene
  const virkning = { fra: dag(nr - 100) }
  const egenskaber = { dokumentnummer: 'D-1', titel: titel(r, nr), foelsomhed: r.vaelg(FOELSOMHED), kassationskode: 'K' }
  return {
    art: 'dokument',
    egenskaber: [{ virkning, ...egenskaber, type: 'Brev, udgaaende', brevDato: dag(nr).slice(0, 10) }],
    fremdrift: [{ virkning, fremdriftStatusKode: r.vaelg(['Endeligt', 'Underudarbejdelse']) }],
    dokumentaktoerer: [ejer, ansvarlig('Ansvarlig')],
    dokumentparter: flere(scene, nr, 'Parter'),
    dokumentklasser: [klasse(r.vaelg(KLE))],
  }
}

function skrivNotat({ r, sager }: Scene, nr: number, indeks: string | undefined): Record<string, unknown> {
  return {
    art: 'journalnotat',
    sag: r.vaelg(sager),
    ...(indeks === undefined ? {} : { indeks }),
    egenskaber: [
      { virkning: { fra: dag(nr) }, titel: titel(r, nr), notat: `Talt med borgeren ${r.heltal(1, 999)}`, format: 'Text' },
    ],
  }
}

function skrivBevilling(scene: Scene, nr: number): Record<string, unknown> {
  const { r, sager, folk } = scene
  const virkning = { fra: dag(nr - 50) }
  const sag = r.nogle(sager, 0.7).slice(0, 1)
  return {
    art: 'bevilling',
    egenskaber: [
      { virkning, brugervendtNoegle: `B-${nr}`, bevillingstartdato: dag(nr).slice(0, 10), foelsomhed: r.vaelg(FOELSOMHED) },
    ],
    status: [{ virkning, statusKode: r.vaelg(['Aktiv', 'Inaktiv']) }],
    bevilgedeYdelser: ['1', '2'].slice(0, r.heltal(1, 2)).map((id) => ({
      virkning,
      id,
      navn: `Ydelse ${r.heltal(1, 99)}`,
      ydelsestype: 'Økonomisk',
      bevilgetYdelseStartdato: dag(nr).slice(0, 10),
      ydelse: {
        ydelsesnavn: 'Ydelse',
        klassifikation: { referenceId: NAVNERUM, brugervendtNoegle: r.vaelg(KLE), klassetitel: 'Emne' },
      },
    })),
    bevillingssager: sag.map((referenceId) => ({ rolle: 'Bevillingssag', referenceId, brugervendtNoegle: 'S-1' })),
    bevillingsparter: ['Ydelsesmodtager', 'Bevillingsmodtager'].map((rolle) => ({
      rolle,
      referenceId: r.vaelg(folk),
      fuldtNavn: 'Ulla Jakobsen',
      ...(r.chance(0.3) ? periode(r, nr) : {}),
    })),
    bevillingsaktoerer: [ejer, ansvarlig('Ansvarlig')],
  }
}

function skrivEffektuering({ r, bevillinger, folk }: Scene, nr: number): Record<string, unknown> {
  const dele = bevillinger.length > 1 && r.chance(0.4) ? bevillinger : [r.vaelg(bevillinger)]
  const datoer = {
    startdato: dag(nr).slice(0, 10),
    slutdato: dag(nr + 30).slice(0, 10),
    dispositionsdato: dag(nr + 30).slice(0, 10),
  }
  return {
    art: 'oekonomiskEffektuering',
    egenskaber: [
      { virkning: { fra: dag(nr) }, brugervendtNoegle: `E-${nr}`, ...datoer, samletBruttobeloeb: `${r.heltal(1, 9999)}.50` },
    ],
    oekonomiskYdelseEffektueringer: dele.map((bevilling) => ({
      ydelsesperiodeStartdato: datoer.startdato,
      ydelsesperiodeSlutdato: datoer.slutdato,
      ydelsesbeloeb: `${r.heltal(1, 999)}.00`,
      klassifikationsbeskrivelse: 'Ydelse',
      bevilgetYdelseRef: { bevilling, bevilgetYdelseId: r.vaelg(['1', '2']) },
    })),
    aktoerer: [ejer, ansvarlig('Udbetalende enhed')],
    parter: [{ rolle: 'Effektueringsmodtager', referenceId: r.vaelg(folk), fuldtNavn: 'Lonnie Pedersen' }],
  }
}

function skrivAftale({ r, sager, folk }: Scene, nr: number): Record<string, unknown> {
  const start = dag(nr + 10)
  return {
    art: 'aftale',
    ...(r.chance(0.7) ? { sag: r.vaelg(sager) } : {}),
    egenskaber: [
      {
        virkning: { fra: dag(nr) },
        type: 'Aftale',
        titel: titel(r, nr),
        starttidspunkt: start,
        status: 'Aktiv',
        foelsomhed: FOELSOMHED[0],
      },
    ],
    aktoerer: [ejer, ansvarlig('Ansvarlig')],
    parter: [{ rolle: 'Primær part', referenceId: r.vaelg(folk), fuldtNavn: 'Ulla Jakobsen' }],
    klasser: [klasse(r.vaelg(KLE))],
  }
}
