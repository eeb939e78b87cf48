import { type Hyppighed, ind, notat, papir, type Sagstype, titel, ud } from './sagstype.ts'

const FOELSOM = 'FOELSOMME_PERSONOPLYSNINGER'

export const HJAELPEMIDLER: readonly Sagstype[] = [
  {
    noegle: 'mobilitet',
    kle: '27.60.08',
    kletitel: 'Mobilitetshjælpemidler',
    kilde: 'eoj',
    enhed: 'hjaelpemidler',
    foelsomhed: FOELSOM,
    titel: titel('Hjælpemiddel til at komme omkring', 'HJM mobil.'),
    hjemmel: 'LOV nr 170 2022 Lov om social service § 112',
    dage: { oplyst: 14, afgjort: 30, afsluttet: 45 },
    dokumenter: [
      ind('start', 'Ansøgning om hjælpemiddel', 'ans. HJM'),
      ud('oplysning', 'Vi har modtaget din ansøgning', 'kvit. HJM'),
      papir('Internt Notat', 'oplysning', 'Afprøvning af hjælpemiddel', 'afprøvn.'),
      ud('afgoerelse', 'Afgørelse om hjælpemiddel', 'afg. §112'),
    ],
    notater: [
      notat(
        'oplysning',
        'Afprøvning',
        'afprøvn.',
        'Hjælpemidlet er afprøvet ude og inde. Højden er indstillet. Leveres i ugen efter.',
      ),
    ],
    aftaler: [
      { type: 'Aftale', led: 'afgoerelse', titel: titel('Levering af dit hjælpemiddel', 'lev. HJM'), sted: 'I dit hjem' },
    ],
    bevilling: {
      ydelser: [
        {
          type: 'Fysisk',
          navn: 'Mobilitetshjælpemiddel',
          omfang: ['1 rollator', '1 kørestol', '1 badetaburet og 1 toiletforhøjer', '1 elkørestol'],
        },
      ],
    },
  },
  {
    noegle: 'kropsbaaren',
    kle: '27.60.04',
    kletitel: 'Kropsbårne hjælpemidler',
    kilde: 'eoj',
    enhed: 'hjaelpemidler',
    foelsomhed: FOELSOM,
    titel: titel('Kropsbårne hjælpemidler', 'kropsb. HJM'),
    dage: { oplyst: 10, afgjort: 20, afsluttet: 25 },
    dokumenter: [
      ind('start', 'Ansøgning om ortopædisk fodtøj', 'ans. ortopæd.'),
      ud('afgoerelse', 'Bevilling af hjælpemiddel', 'bev. kropsb.'),
    ],
    notater: [],
    bevilling: {
      ydelser: [
        {
          type: 'Fysisk',
          navn: 'Kropsbårent hjælpemiddel',
          omfang: ['2 par ortopædiske indlæg', '3 par støttestrømper om året', '1 par ortopædiske sko'],
        },
      ],
      maaneder: [24, 48],
    },
  },
  {
    noegle: 'merudgifter',
    kle: '32.18.08',
    kletitel: 'Merudgiftsydelse og kompensationsydelse til voksne',
    kilde: 'esdh',
    enhed: 'hjaelpemidler',
    foelsomhed: FOELSOM,
    titel: titel(
      'Dækning af merudgifter',
      'merudg. § 100',
      'Ansøgning om dækning af nødvendige merudgifter ved den daglige livsførelse',
    ),
    dage: { oplyst: 35, afgjort: 60 },
    dokumenter: [
      ind('start', 'Ansøgning om merudgifter', 'Ans. § 100'),
      ind('oplysning', 'Kvitteringer for medicin', 'Kvit. med.'),
      ud('afgoerelse', 'Afgørelse om merudgifter', 'Afg. § 100', 'Afgørelse efter servicelovens § 100 om dækning af merudgifter'),
    ],
    notater: [],
    bevilling: {
      ydelser: [
        {
          type: 'Økonomisk',
          navn: 'Merudgiftsydelse',
          fra: 1000,
          til: 3000,
          frekvens: 'Månedlig',
          forudBagud: 'Forud',
          skattepligtig: false,
        },
      ],
      maaneder: [6, 24],
    },
  },
  {
    noegle: 'ledsager',
    kle: '27.48.04',
    kletitel: 'Ledsageordning',
    kilde: 'esdh',
    enhed: 'visitation',
    foelsomhed: FOELSOM,
    titel: titel('Ledsager', 'ledsageordn. § 97', 'Ansøgning om ledsagelse efter servicelovens § 97'),
    dage: { oplyst: 20, afgjort: 40 },
    dokumenter: [ind('start', 'Ansøgning om ledsager', 'Ans. § 97'), ud('afgoerelse', 'Bevilling af ledsager', 'Bev. § 97')],
    notater: [],
    bevilling: { ydelser: [{ type: 'Ressource', navn: 'Ledsager', omfang: ['15 timer om måneden'] }] },
  },
]

export const HJAELPEMIDLER_HYPPIGHED: readonly Hyppighed[] = [
  { type: 'mobilitet', alder: [65, 95], sandsynlighed: 0.45, hoejstDage: 2000 },
  { type: 'mobilitet', alder: [5, 64], sandsynlighed: 0.03, hoejstDage: 2000 },
  { type: 'kropsbaaren', alder: [18, 95], sandsynlighed: 0.12, hoejstDage: 1800 },
  { type: 'merudgifter', alder: [18, 66], sandsynlighed: 0.025, hoejstDage: 1100 },
  { type: 'ledsager', alder: [18, 70], sandsynlighed: 0.015, hoejstDage: 1500 },
]
