import { type Uuid, uuid, uuidFromName } from '#kernel'
import type { ElementKilde } from '#modtagelse'
import {
  ansvarlig,
  ejer,
  lavAftale,
  lavBevilling,
  lavDokument,
  lavEffektuering,
  lavNotat,
  lavSag,
  part,
  primaerKlasse,
  TID,
  tilakteret,
  UNDTAGET,
} from './elementer.ts'
import {
  beloebsmaerke,
  dagsmaerke,
  delemaerke,
  hemmeligtBeloeb,
  hemmeligtMaerke,
  type Maerkebog,
  ordmaerke,
  tekstmaerke,
} from './maerker.ts'
import { BROBYSKOV, KORSBAEK, type Testwebsted } from './websted.ts'

/** Persons whose every field carries an own mark, and all the ways in which one's item touches another person. */
export type Kanarie = { readonly nr: number; readonly cpr: string; readonly navn: string }
export type Kanarieverden = {
  readonly personer: readonly Kanarie[]
  /** Children under 15 by the number of the parent who holds custody; the one numbered one higher is a parent without. */
  readonly boern: ReadonlyMap<number, Kanarie>
  readonly bog: Maerkebog
  /** The part of each, children too. */
  readonly parter: ReadonlyMap<number, Uuid>
}

const RUM = uuid('0a0a0a0a-0000-4000-8000-0000000000ca')
/** The id of an item of person `nr`'s. */
export const idOf = (nr: number, navn: string): Uuid => uuidFromName(RUM, `${nr}/${navn}`)

/** A number with day + 60; adults are born in the fifties to nineties, children in 2018. */
const cprOf = (nr: number, barn: boolean): string => {
  const dag = String(61 + (nr % 28))
  const maaned = String(1 + (Math.floor(nr / 28) % 12)).padStart(2, '0')
  return barn ? `${dag}${maaned}18${5000 + (nr % 1000)}` : `${dag}${maaned}${50 + (nr % 45)}${1000 + nr}`
}
const FOERSTE_BARN = 1000
const kanarie = (nr: number): Kanarie => ({ nr, cpr: cprOf(nr, nr >= FOERSTE_BARN), navn: ordmaerke(nr, 'Navn') })
const hasBarn = (nr: number): boolean => nr % 5 === 0

/** The neighbour with whom a person's items are entangled. */
export const naboOf = (nr: number): number => (nr % 2 === 0 ? nr + 1 : nr - 1)

const VIRKNING = { fra: TID }

/** A caseworker, whom nobody is to read the name of. */
const behandler = (nr: number) => ({
  rolle: 'Primær behandler',
  type: 'Bruger',
  referenceId: idOf(nr, 'behandler'),
  fuldtNavn: hemmeligtMaerke(nr, 'behandler'),
  cvrNummer: KORSBAEK,
})

const undtaget = (nr: number, felt: string) => ({
  titelAlternativTekst: hemmeligtMaerke(nr, `${felt}alternativ`),
  offentlighedUndtagetHjemmelTekst: hemmeligtMaerke(nr, `${felt}hjemmel`),
})

type Sag = Extract<ElementKilde, { art: 'sag' }>
type Dokument = Extract<ElementKilde, { art: 'dokument' }>

/** Every attribute of a case with a mark of its own, open or secret. */
function sagsfelter(nr: number, navn: string, m: (felt: string) => string, tid = TID): Partial<Sag> {
  const virkning = { fra: tid, noteTekst: hemmeligtMaerke(nr, 'virkningsnote') }
  return {
    noteTekst: hemmeligtMaerke(nr, 'registreringsnote'),
    egenskaber: [
      {
        virkning,
        sagsnummer: ordmaerke(nr, `${navn}nr`).slice(0, 50),
        titel: m(`${navn}titel`),
        beskrivelse: m(`${navn}beskrivelse`),
        hjemmelspecifikation: `LBK nr ${nr + 1} 2026 ${ordmaerke(nr, 'lov')} § ${nr + 1}`,
        kassationskode: 'K',
        offentlighedUndtaget: undtaget(nr, navn),
      },
    ],
    sagIndeksEgenskaber: [
      {
        virkning,
        sagsstatus: m(`${navn}status`),
        sagskategori: m(`${navn}kategori`),
        lokation: m(`${navn}lokation`),
        foelsomhed: 'FORTROLIGE_PERSONOPLYSNINGER',
        oprettetTidspunkt: tid,
      },
    ],
    sagsaktoerer: [ejer(), ansvarlig(m('enhed')), behandler(nr)],
    sagsklasser: [
      { ...primaerKlasse('27.36.04'), klassetitel: m('klasse') },
      { rolle: 'Handlingsklasse', brugervendtNoegle: 'G01' },
    ],
    sagsgenstande: [
      { rolle: 'Byggeri', type: 'Bygning', referenceId: `urn:oio:ejendom:bfe-nr:${5_000_000_000 + nr}`, tekstfelt: m('vej') },
    ],
  }
}

const dokumentfelter = (nr: number, navn: string, m: (felt: string) => string, tid = TID): Partial<Dokument> => ({
  noteTekst: hemmeligtMaerke(nr, 'dokumentnote'),
  egenskaber: [
    {
      virkning: { fra: tid, noteTekst: hemmeligtMaerke(nr, 'virkningsnote') },
      dokumentnummer: ordmaerke(nr, `${navn}dok`).slice(0, 50),
      titel: m(`${navn}titel`),
      beskrivelse: m(`${navn}beskrivelse`),
      brevDato: tid.slice(0, 10),
      offentlighedUndtaget: undtaget(nr, navn),
      kassationskode: 'K',
      foelsomhed: 'FORTROLIGE_PERSONOPLYSNINGER',
      type: 'Brev, udgaaende',
    },
  ],
  dokumentaktoerer: [ejer(), ansvarlig(m('enhed')), behandler(nr)],
})

/** What is shown to the person alone. */
function egneTing(nr: number, cpr: string, nabo: Kanarie | undefined): { a: ElementKilde[]; b: ElementKilde[] } {
  const m = (felt: string) => tekstmaerke(nr, felt)
  const id = (navn: string) => idOf(nr, navn)
  const lige = nr % 2 === 0
  const faelles = nabo && idOf(Math.min(nr, nabo.nr), 'faellesdokument')
  const parter = [part('Primær part', cpr, m('partsnavn')), ...(nabo ? [part('Sekundær part', nabo.cpr, m('sekundaer'))] : [])]
  const sag1 = lavSag(
    { id: id('sag1'), parter },
    {
      ...sagsfelter(nr, 'sag1', m),
      journalposter: [
        tilakteret(id('dokument1')),
        {
          ...tilakteret(id('dokument2')),
          journalpostEgenskaber: { dokumenttitel: m('journaltitel'), offentlighedUndtaget: undtaget(nr, 'post') },
        },
        ...(faelles ? [tilakteret(faelles)] : []),
      ],
    },
  )
  const effektuering = lavEffektuering(
    {
      id: id('effektuering1'),
      modtager: nabo?.cpr ?? cpr,
      bevillinger: [id('bevilling1')],
      beloeb: beloebsmaerke(nr, 1),
      kommune: BROBYSKOV,
    },
    { noteTekst: hemmeligtMaerke(nr, 'effektueringsnote') },
  )
  const planlagt = lavEffektuering({
    id: id('effektuering2'),
    modtager: cpr,
    bevillinger: [id('bevilling1')],
    beloeb: beloebsmaerke(nr, 2),
    dispositionsdato: dagsmaerke(nr),
    kommune: BROBYSKOV,
  })
  return {
    a: [
      sag1,
      lavDokument({ id: id('dokument1'), parter: [part('Parter', cpr, m('partsnavn'))] }, dokumentfelter(nr, 'd1', m)),
      lavDokument(
        { id: id('dokument2') },
        dokumentfelter(nr, 'd2', (felt) => hemmeligtMaerke(nr, felt)),
      ),
      lavNotat({ id: id('notat1'), sag: id('sag1'), titel: m('notattitel'), notat: `${m('notat')}\nSkrevet til en kollega.` }),
      lavAftale(
        { id: id('aftale1'), sag: id('sag1'), parter, titel: m('aftaletitel'), start: `${dagsmaerke(nr)}T10:00:00.000Z` },
        { aktoerer: [ejer(), ansvarlig(m('enhed'))], egenskaber: [aftaleEgenskaber(nr, m)] },
      ),
    ],
    b: [
      lavSag(
        {
          id: id('sag2'),
          parter: [part('Primær part', cpr), ...(nabo && lige ? [part('Ydelsesmodtager', nabo.cpr)] : [])],
          kle: '32.24.04',
          kommune: BROBYSKOV,
        },
        { egenskaber: [{ virkning: VIRKNING, sagsnummer: ordmaerke(nr, 'sag2nr'), titel: m('sag2titel') }] },
      ),
      lavBevilling(
        {
          id: id('bevilling1'),
          sag: id('sag2'),
          parter: [part('Ydelsesmodtager', cpr, m('partsnavn')), part('Bevillingsmodtager', cpr)],
          kommune: BROBYSKOV,
          navn: m('ydelse'),
          beloeb: beloebsmaerke(nr, 0),
        },
        { noteTekst: hemmeligtMaerke(nr, 'bevillingsnote') },
      ),
      effektuering,
      planlagt,
    ],
  }
}

const aftaleEgenskaber = (nr: number, m: (felt: string) => string) => ({
  virkning: { ...VIRKNING, noteTekst: hemmeligtMaerke(nr, 'aftalenote') },
  type: 'Aftale',
  titel: m('aftaletitel'),
  beskrivelse: m('aftalebeskrivelse'),
  starttidspunkt: `${dagsmaerke(nr)}T10:00:00.000Z`,
  sluttidspunkt: `${dagsmaerke(nr)}T11:00:00.000Z`,
  sted: m('sted'),
  status: 'Aktiv',
  foelsomhed: 'FORTROLIGE_PERSONOPLYSNINGER',
})

/** What is the person's own and is shown to nobody: exempt, always closed, before the fradato, not opened. */
function skjulteTing(nr: number, cpr: string): ElementKilde[] {
  const x = (felt: string) => hemmeligtMaerke(nr, felt)
  const parter = [part('Primær part', cpr)]
  const id = (navn: string) => idOf(nr, navn)
  const skjult = (navn: string, kle: string, tid = TID, klasser: Sag['sagsklasser'] = []) =>
    lavSag(
      { id: id(navn), parter, kle, tid },
      {
        egenskaber: [{ virkning: { fra: tid }, sagsnummer: x(`${navn}nr`), titel: x(`${navn}titel`) }],
        sagsklasser: [primaerKlasse(kle), { rolle: 'Handlingsklasse', brugervendtNoegle: 'G01' }, ...(klasser ?? [])],
      },
    )
  return [
    {
      ...skjult('undtaget', '27.36.04', TID, [UNDTAGET]),
      journalposter: [tilakteret(id('undtagetdokument'))],
    },
    lavDokument({ id: id('undtagetdokument') }, dokumentfelter(nr, 'undtaget', x)),
    lavNotat({ id: id('undtagetnotat'), sag: id('undtaget'), titel: x('undtagetnotattitel'), notat: x('undtagetnotat') }),
    skjult('altidlukket', '27.66.04'),
    skjult('foerfradato', '27.36.04', '2015-03-01T08:00:00.000Z'),
    skjult('ikkeaabnet', '17.35.04'),
  ]
}

/** What two persons share, each with what is only the other's beside it: a paper on both cases, one payment over both grants. */
const faellesTing = (a: Kanarie, b: Kanarie): ElementKilde[] => [
  lavDokument(
    { id: idOf(a.nr, 'faellesdokument'), titel: delemaerke(a.nr, b.nr, 'faelles') },
    { dokumentaktoerer: [ejer(), ansvarlig(), behandler(a.nr)] },
  ),
]
const faellesUdbetaling = (a: Kanarie, b: Kanarie): ElementKilde => {
  const udbetaling = lavEffektuering({
    id: idOf(a.nr, 'faellesudbetaling'),
    modtager: a.cpr,
    bevillinger: [idOf(a.nr, 'bevilling1'), idOf(b.nr, 'bevilling1')],
    beloeb: hemmeligtBeloeb(a.nr, 9),
    kommune: BROBYSKOV,
  })
  const [foerste, anden] = udbetaling.oekonomiskYdelseEffektueringer ?? []
  return {
    ...udbetaling,
    oekonomiskYdelseEffektueringer: [
      { ...foerste, ydelsesbeloeb: beloebsmaerke(a.nr, 8), klassifikationsbeskrivelse: tekstmaerke(a.nr, 'andel') },
      { ...anden, ydelsesbeloeb: beloebsmaerke(b.nr, 8), klassifikationsbeskrivelse: tekstmaerke(b.nr, 'andel') },
    ],
  }
}

/** A child's place in day care, which holders of custody see, and a matter of the child's that they do not. */
function barnetsTing({ nr, cpr }: Kanarie): ElementKilde[] {
  const m = (felt: string) => tekstmaerke(nr, felt)
  const x = (felt: string) => hemmeligtMaerke(nr, felt)
  const parter = [part('Primær part', cpr, m('partsnavn'))]
  const id = (navn: string) => idOf(nr, navn)
  return [
    lavSag(
      { id: id('sag1'), parter, kle: '28.09.08' },
      {
        ...sagsfelter(nr, 'sag1', m),
        sagsklasser: [primaerKlasse('28.09.08'), { rolle: 'Handlingsklasse', brugervendtNoegle: 'G01' }],
        journalposter: [tilakteret(id('dokument1'))],
      },
    ),
    lavDokument({ id: id('dokument1'), kle: '28.09.08' }, dokumentfelter(nr, 'd1', m)),
    lavNotat({ id: id('notat1'), sag: id('sag1'), titel: m('notattitel'), notat: m('notat') }),
    lavAftale({
      id: id('aftale1'),
      sag: id('sag1'),
      parter,
      titel: m('aftaletitel'),
      start: `${dagsmaerke(nr)}T10:00:00.000Z`,
      kle: '28.09.08',
    }),
    lavSag(
      { id: id('anden'), parter, kle: '27.36.04', titel: x('andensag') },
      { journalposter: [tilakteret(id('andetdokument'))] },
    ),
    lavDokument({ id: id('andetdokument'), titel: x('andetdokument') }),
    lavNotat({ id: id('andetnotat'), sag: id('anden'), titel: x('andetnotat'), notat: x('andettekst') }),
  ]
}

const EGNE = [
  'sag1',
  'sag2',
  'dokument1',
  'dokument2',
  'notat1',
  'aftale1',
  'bevilling1',
  'effektuering1',
  'effektuering2',
] as const
const SKJULTE = [
  'undtaget',
  'undtagetdokument',
  'undtagetnotat',
  'altidlukket',
  'foerfradato',
  'ikkeaabnet',
  'anden',
  'andetdokument',
  'andetnotat',
  'behandler',
] as const

function makeIder(verden: readonly Kanarie[], parter: ReadonlyMap<number, Uuid>): Map<string, readonly number[]> {
  const ider = new Map<string, readonly number[]>()
  for (const { nr } of verden) {
    for (const navn of EGNE) ider.set(idOf(nr, navn), [nr])
    for (const navn of SKJULTE) ider.set(idOf(nr, navn), [])
    for (const navn of ['faellesdokument', 'faellesudbetaling']) ider.set(idOf(nr, navn), [nr, naboOf(nr)])
    const egen = parter.get(nr)
    // A child's part stands in the form by which the parent who holds custody chooses to look for it.
    if (egen) ider.set(egen, nr >= FOERSTE_BARN ? [nr, nr - FOERSTE_BARN] : [nr])
  }
  return ider
}

/** Makes `antal` (even) persons and their children, and delivers all of theirs through the site's own intake. */
export async function leverKanarier(sted: Testwebsted, antal: number): Promise<Kanarieverden> {
  const personer = Array.from({ length: antal }, (_, nr) => kanarie(nr))
  const boern = new Map(personer.filter(({ nr }) => hasBarn(nr)).map(({ nr }) => [nr, kanarie(FOERSTE_BARN + nr)] as const))
  const alle = [...personer, ...boern.values()]
  const parter = new Map<number, Uuid>()
  for (const { nr, cpr } of alle) parter.set(nr, await sted.part(cpr))
  await registerBoern(sted, boern, parter)
  const a: ElementKilde[] = []
  const b: ElementKilde[] = []
  for (const person of personer) {
    const nabo = personer[naboOf(person.nr)]
    const egne = egneTing(person.nr, person.cpr, nabo)
    a.push(...egne.a, ...skjulteTing(person.nr, person.cpr))
    b.push(...egne.b)
    if (!nabo || person.nr % 2 === 1) continue
    a.push(...faellesTing(person, nabo))
    b.push(faellesUdbetaling(person, nabo))
  }
  for (const barn of boern.values()) a.push(...barnetsTing(barn))
  await sted.lever('a', a)
  await sted.lever('b', b)
  return { personer, boern, parter, bog: { ider: makeIder(alle, parter), cpr: new Set(alle.map(({ cpr }) => cpr)) } }
}

async function registerBoern(
  sted: Testwebsted,
  boern: ReadonlyMap<number, Kanarie>,
  parter: ReadonlyMap<number, Uuid>,
): Promise<void> {
  const partOf = (nr: number) => parter.get(nr) as Uuid
  await sted.registrer(
    [...boern.values()].map(({ nr }) => ({ part: partOf(nr), foedt: '2018-05-01', adressebeskyttet: false, doed: null })),
    [...boern].map(([foraelder, { nr }]) => ({ barn: partOf(nr), indehaver: partOf(foraelder), fra: '2018-05-01', til: null })),
  )
}
