import { type Hyppighed, ind, notat, papir, type Sagstype, titel, ud } from './sagstype.ts'

const FOELSOM = 'FOELSOMME_PERSONOPLYSNINGER'
const FORTROLIG = 'FORTROLIGE_PERSONOPLYSNINGER'

const HJEMMEPLEJE: readonly Sagstype[] = [
  {
    noegle: 'hjemmepleje',
    kle: '27.36.04',
    kletitel: 'Personlig og praktisk hjælp',
    kilde: 'eoj',
    enhed: 'visitation',
    foelsomhed: FOELSOM,
    titel: titel('Hjælp til personlig pleje og rengøring', 'pers. & prakt. hjælp §83'),
    hjemmel: 'LOV nr 170 2022 Lov om social service § 83',
    dage: { oplyst: 6, afgjort: 12 },
    dokumenter: [
      ind('start', 'Ansøgning om hjælp i hjemmet', 'ansøgn. hjemmehjælp'),
      papir('Internt Notat', 'oplysning', 'Funktionsvurdering', 'FS3 funk.evnetilst.'),
      ud('afgoerelse', 'Afgørelse om hjælp i hjemmet', 'afg. §83'),
      ud('loebende', 'Revurdering af din hjælp {aar}', 'reviser. {aar}'),
    ],
    notater: [
      notat(
        'oplysning',
        'Visitationsbesøg',
        'vis.besøg',
        'Besøgt i hjemmet. Klarer selv øvre toilette. Har brug for hjælp til bad og rengøring hver anden uge.',
      ),
      notat('loebende', 'Ændret tidspunkt for bad', 'bad flyttet', 'Efter ønske flyttes bad til torsdag formiddag.'),
    ],
    aftaler: [
      {
        type: 'Aftale',
        led: 'loebende',
        titel: titel('Besøg fra Visitationen', 'vis.besøg'),
        beskrivelse: 'Vi taler om, hvordan hjælpen fungerer. Du må gerne have en pårørende med.',
        sted: 'I dit hjem',
      },
    ],
    bevilling: {
      ydelser: [
        {
          type: 'Ressource',
          navn: 'Personlig pleje',
          omfang: ['1 time og 30 minutter om ugen', '3 timer om ugen', '5 timer om ugen', '7 timer om ugen'],
        },
        { type: 'Ressource', navn: 'Rengøring', omfang: ['45 minutter hver anden uge', '1 time hver anden uge'] },
      ],
    },
  },
  {
    noegle: 'madservice',
    kle: '27.36.24',
    kletitel: 'Madservice',
    kilde: 'eoj',
    enhed: 'visitation',
    foelsomhed: FORTROLIG,
    titel: titel('Madservice', 'madserv. udb.'),
    dage: { oplyst: 4, afgjort: 8 },
    dokumenter: [
      ud('afgoerelse', 'Du er bevilget madservice', 'bev. mad'),
      ud('loebende', 'Ny pris på madservice {aar}', 'takst mad {aar}'),
    ],
    notater: [],
    bevilling: {
      ydelser: [
        {
          type: 'Fysisk',
          navn: 'Madservice',
          omfang: ['1 hovedret om dagen', '1 hovedret og 1 biret om dagen', '4 hovedretter om ugen'],
        },
      ],
    },
  },
  {
    noegle: 'forebyggende-besoeg',
    kle: '27.35.04',
    kletitel: 'Forebyggende hjemmebesøg',
    kilde: 'eoj',
    enhed: 'visitation',
    foelsomhed: 'IKKE_FORTROLIGE_DATA',
    titel: titel('Forebyggende hjemmebesøg', 'forebyg. hjbesøg'),
    dage: { oplyst: 10, afgjort: 20, afsluttet: 40 },
    dokumenter: [ud('start', 'Tilbud om forebyggende hjemmebesøg', 'tilbud forebyg.')],
    notater: [
      notat(
        'oplysning',
        'Forebyggende besøg',
        'besøg afh.',
        'God samtale om motion, netværk og boligens indretning. Ønsker nyt besøg om et år.',
      ),
    ],
    aftaler: [
      { type: 'Aftale', led: 'oplysning', titel: titel('Forebyggende hjemmebesøg', 'forebyg. besøg'), sted: 'I dit hjem' },
    ],
  },
  {
    noegle: 'sygepleje',
    kle: '29.18.00',
    kletitel: 'Kommunal sygepleje i almindelighed',
    kilde: 'eoj',
    enhed: 'sundhed',
    foelsomhed: FOELSOM,
    titel: titel('Sygepleje', 'SUL §138 medicindisp.'),
    dage: { oplyst: 1, afgjort: 2 },
    dokumenter: [papir('Internt Notat', 'start', 'Henvisning til sygepleje', 'henv. sygepl.')],
    notater: [notat('loebende', 'Medicin doseret', 'med.dos.', 'Medicin doseret for to uger. Ingen ændringer.')],
    bevilling: {
      ydelser: [
        { type: 'Ressource', navn: 'Sygepleje', omfang: ['1 besøg om ugen', '1 besøg hver anden uge', '2 besøg om dagen'] },
      ],
      maaneder: [2, 30],
    },
  },
  {
    noegle: 'genoptraening',
    kle: '29.21.04',
    kletitel: 'Genoptræning efter sundhedsloven',
    kilde: 'eoj',
    enhed: 'sundhed',
    foelsomhed: FOELSOM,
    titel: titel('Genoptræning', 'GOP alm. §140'),
    dage: { oplyst: 3, afgjort: 7, afsluttet: 100 },
    dokumenter: [
      ind('start', 'Genoptræningsplan fra sygehuset', 'GOP modt.'),
      ud('afgoerelse', 'Indkaldelse til genoptræning', 'indk. hold'),
      papir('Rapport', 'loebende', 'Slutstatus på din genoptræning', 'slutstatus'),
    ],
    notater: [
      notat('oplysning', 'Første træning', '1. træn.', 'Startet på knæhold. Mål: gå på trapper uden støtte inden for otte uger.'),
    ],
    aftaler: [
      {
        type: 'Aftale',
        led: 'afgoerelse',
        titel: titel('Genoptræning på hold', 'træn. hold'),
        beskrivelse: 'Medbring indendørssko og håndklæde.',
        sted: 'Træningssal 2, {enhed}',
      },
    ],
    bevilling: {
      ydelser: [
        { type: 'Ressource', navn: 'Genoptræning på hold', omfang: ['2 gange om ugen i 8 uger', '1 gang om ugen i 12 uger'] },
      ],
      maaneder: [2, 4],
    },
  },
]

const BOLIG_OG_PENSION: readonly Sagstype[] = [
  {
    noegle: 'plejebolig',
    kle: '27.42.12',
    kletitel: 'Venteliste til plads på plejehjem eller almen plejebolig for ældre',
    kilde: 'eoj',
    enhed: 'visitation',
    foelsomhed: FOELSOM,
    titel: titel('Plads på venteliste til plejebolig', 'venteliste PB'),
    dage: { oplyst: 14, afgjort: 28, afsluttet: 110 },
    dokumenter: [
      ind('start', 'Ansøgning om plejebolig', 'ans. PB'),
      ud('afgoerelse', 'Du er skrevet på venteliste', 'VL brev'),
      ud('loebende', 'Tilbud om plejebolig', 'tilbud PB'),
    ],
    notater: [
      notat('oplysning', 'Ønske om plejehjem', 'ønske PH', 'Ønsker plejebolig tæt på datter. Står på den generelle liste.'),
    ],
    aftaler: [
      {
        type: 'Frist',
        led: 'loebende',
        titel: titel('Svar på tilbud om plejebolig', 'svar PB'),
        beskrivelse: 'Svar ja eller nej, så vi kan tilbyde boligen til den næste.',
      },
    ],
  },
  {
    noegle: 'helbredstillaeg',
    kle: '32.03.12',
    kletitel: 'Personligt tillæg og helbredstillæg',
    kilde: 'ydelse',
    enhed: 'ydelse',
    foelsomhed: FORTROLIG,
    titel: titel('Personligt tillæg', 'pers. tillæg § 14'),
    dage: { oplyst: 8, afgjort: 18, afsluttet: 25 },
    dokumenter: [
      ind('start', 'Ansøgning om personligt tillæg til briller', 'Ans. PT'),
      ud('afgoerelse', 'Afgørelse om personligt tillæg', 'Afg. PT'),
    ],
    notater: [],
    bevilling: {
      ydelser: [
        {
          type: 'Økonomisk',
          navn: 'Personligt tillæg',
          fra: 400,
          til: 4800,
          frekvens: 'Engangs',
          forudBagud: 'Forud',
          skattepligtig: false,
        },
      ],
      maaneder: [1, 1],
    },
  },
  {
    noegle: 'magtanvendelse',
    kle: '27.66.08',
    kletitel: 'Magtanvendelse, voksne',
    kilde: 'eoj',
    enhed: 'visitation',
    foelsomhed: FOELSOM,
    titel: titel('Indberetning om magtanvendelse', 'magtanv. §136'),
    dage: { oplyst: 5, afgjort: 20, afsluttet: 30 },
    dokumenter: [papir('Rapport', 'start', 'Indberetningsskema', 'indb. skema')],
    notater: [],
  },
]

export const PLEJE: readonly Sagstype[] = [...HJEMMEPLEJE, ...BOLIG_OG_PENSION]

export const PLEJE_HYPPIGHED: readonly Hyppighed[] = [
  { type: 'hjemmepleje', alder: [65, 79], sandsynlighed: 0.18, hoejstDage: 1400 },
  { type: 'hjemmepleje', alder: [80, 95], sandsynlighed: 0.6, hoejstDage: 1800 },
  { type: 'madservice', alder: [70, 95], sandsynlighed: 0.2, hoejstDage: 1200 },
  { type: 'forebyggende-besoeg', alder: [70, 95], sandsynlighed: 0.5, hoejstDage: 1500 },
  { type: 'sygepleje', alder: [60, 95], sandsynlighed: 0.25, hoejstDage: 900 },
  { type: 'genoptraening', alder: [20, 95], sandsynlighed: 0.14, hoejstDage: 2000 },
  { type: 'plejebolig', alder: [78, 95], sandsynlighed: 0.12, hoejstDage: 500 },
  { type: 'helbredstillaeg', alder: [66, 95], sandsynlighed: 0.4, hoejstDage: 1600 },
  { type: 'magtanvendelse', alder: [75, 95], sandsynlighed: 0.01, hoejstDage: 600 },
]
