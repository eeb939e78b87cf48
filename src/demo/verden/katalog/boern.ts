import { type Hyppighed, ind, notat, papir, type Sagstype, titel, ud } from './sagstype.ts'

const FOELSOM = 'FOELSOMME_PERSONOPLYSNINGER'
const FORTROLIG = 'FORTROLIGE_PERSONOPLYSNINGER'

const DAGTILBUD: readonly Sagstype[] = [
  {
    noegle: 'dagtilbud',
    kle: '28.09.40',
    kletitel: 'Optagelse i dagtilbud / plads i anden kommune / opsigelse',
    kilde: 'pladsanvisning',
    enhed: 'plads',
    foelsomhed: FORTROLIG,
    titel: titel('Plads i dagtilbud', 'OPTAG DGT'),
    dage: { oplyst: 20, afgjort: 60 },
    dokumenter: [
      ind('start', 'Opskrivning til dagtilbud', 'Opskr.'),
      ud('afgoerelse', 'Tilbud om plads', 'Tilbud plads'),
      ud('loebende', 'Takster for dagtilbud {aar}', 'Takst {aar}'),
    ],
    notater: [
      notat(
        'oplysning',
        'Ønske om institution',
        'Ønske inst.',
        'Forældre ønsker helst Børnehuset Kastaniegården, ellers samme område.',
      ),
    ],
    aftaler: [
      {
        type: 'Frist',
        led: 'afgoerelse',
        titel: titel('Sig ja eller nej til pladsen', 'Svar plads'),
        beskrivelse: 'Svarer du ikke, går pladsen videre til et andet barn.',
      },
      {
        type: 'Aftale',
        led: 'loebende',
        titel: titel('Forældresamtale i børnehaven', 'Forældresamt.'),
        sted: 'I dit barns institution',
      },
    ],
    bevilling: {
      ydelser: [{ type: 'Fysisk', navn: 'Plads i dagtilbud', omfang: ['1 fuldtidsplads', '1 deltidsplads, 30 timer om ugen'] }],
    },
  },
  {
    noegle: 'friplads',
    kle: '28.77.08',
    kletitel: 'Økonomisk fripladstilskud',
    kilde: 'pladsanvisning',
    enhed: 'plads',
    foelsomhed: FORTROLIG,
    titel: titel('Tilskud til betaling for plads', 'Øk. friplads'),
    dage: { oplyst: 10, afgjort: 20 },
    dokumenter: [
      ind('start', 'Ansøgning om økonomisk friplads', 'Ans. friplads'),
      ud('afgoerelse', 'Afgørelse om friplads', 'Afg. friplads'),
      ud('loebende', 'Efterregulering af friplads {aar}', 'Efterreg. {aar}'),
    ],
    notater: [],
    bevilling: {
      ydelser: [
        {
          type: 'Økonomisk',
          navn: 'Fripladstilskud',
          fra: 350,
          til: 3100,
          frekvens: 'Månedlig',
          forudBagud: 'Forud',
          skattepligtig: false,
          modtager: 'Børnehuset Kastaniegården',
        },
      ],
      maaneder: [6, 30],
    },
  },
  {
    noegle: 'sprogvurdering',
    kle: '28.09.08',
    kletitel: 'Sprogvurdering og sprogstimulering',
    kilde: 'pladsanvisning',
    enhed: 'plads',
    foelsomhed: FORTROLIG,
    titel: titel('Sprogvurdering', 'SPRV 3 år'),
    dage: { oplyst: 15, afgjort: 30, afsluttet: 40 },
    dokumenter: [
      ud('start', 'Invitation til sprogvurdering', 'Inv. SPRV'),
      papir('Rapport', 'afgoerelse', 'Resultat af sprogvurdering', 'SPRV res.'),
    ],
    notater: [],
  },
  {
    noegle: 'sfo',
    kle: '17.35.08',
    kletitel: 'Forældrebetaling til skolefritidsordning',
    kilde: 'pladsanvisning',
    enhed: 'plads',
    foelsomhed: 'IKKE_FORTROLIGE_DATA',
    titel: titel('Plads i SFO', 'SFO modul 2'),
    dage: { oplyst: 5, afgjort: 12 },
    dokumenter: [ind('start', 'Indmeldelse i SFO', 'Indm. SFO'), ud('afgoerelse', 'Bekræftelse på plads i SFO', 'Bekr. SFO')],
    notater: [],
    bevilling: {
      ydelser: [{ type: 'Fysisk', navn: 'Plads i SFO', omfang: ['Morgen og eftermiddag', 'Kun eftermiddag'] }],
      maaneder: [10, 40],
    },
  },
]

const SKOLE_OG_STOETTE: readonly Sagstype[] = [
  {
    noegle: 'ppr',
    kle: '17.03.04',
    kletitel: 'Pædagogisk-psykologisk vurdering (PPV)',
    kilde: 'esdh',
    enhed: 'familie',
    foelsomhed: FOELSOM,
    titel: titel(
      'Pædagogisk-psykologisk vurdering',
      'PPV indst.',
      'Indstilling til pædagogisk-psykologisk vurdering, skoleåret {aar}',
    ),
    dage: { oplyst: 40, afgjort: 90, afsluttet: 150 },
    dokumenter: [
      papir('Rapport', 'oplysning', 'Pædagogisk-psykologisk vurdering', 'PPV'),
      ud('afgoerelse', 'Afgørelse om støtte i undervisningen', 'Afg. støtte'),
    ],
    notater: [
      notat(
        'oplysning',
        'Observation i klassen',
        'Obs. kl.',
        'Observeret i dansk og matematik. Profiterer af struktur og korte beskeder.',
      ),
    ],
  },
  {
    noegle: 'underretning',
    kle: '34.10.30',
    kletitel: 'Underretninger',
    kilde: 'esdh',
    enhed: 'familie',
    foelsomhed: FOELSOM,
    titel: titel('Underretning', 'UDR skole'),
    dage: { oplyst: 1, afgjort: 20, afsluttet: 60 },
    dokumenter: [
      papir('Brev, indgaaende', 'start', 'Underretning fra skole', 'UDR modt.'),
      papir('Internt Notat', 'oplysning', 'Vurdering inden for 24 timer', '24t-vurd.'),
      ud('oplysning', 'Indkaldelse til samtale', 'Indk. samt.'),
    ],
    notater: [notat('oplysning', 'Samtale med barnet', 'Børnesamt.', 'Samtale afholdt på skolen.')],
  },
  {
    noegle: 'boernefaglig-undersoegelse',
    kle: '34.10.10',
    kletitel: 'Screening, afdækning og børnefaglig undersøgelse',
    kilde: 'esdh',
    enhed: 'familie',
    foelsomhed: FOELSOM,
    titel: titel('Børnefaglig undersøgelse', 'BFU § 20'),
    dage: { oplyst: 60, afgjort: 120, afsluttet: 140 },
    dokumenter: [papir('Rapport', 'afgoerelse', 'Børnefaglig undersøgelse', 'BFU')],
    notater: [],
  },
  {
    noegle: 'stoettende-indsats',
    kle: '34.15.25',
    kletitel: 'Støttende indsatser',
    kilde: 'esdh',
    enhed: 'familie',
    foelsomhed: FOELSOM,
    titel: titel('Kontaktperson', 'STI kontaktp.'),
    dage: { oplyst: 30, afgjort: 45, afsluttet: 300 },
    dokumenter: [
      ud('afgoerelse', 'Afgørelse om støttende indsats', 'Afg. § 32'),
      papir('Plan', 'afgoerelse', 'Barnets plan', 'B-plan'),
    ],
    notater: [],
  },
]

export const BOERN: readonly Sagstype[] = [...DAGTILBUD, ...SKOLE_OG_STOETTE]

export const BOERN_HYPPIGHED: readonly Hyppighed[] = [
  { type: 'dagtilbud', alder: [0, 5], sandsynlighed: 0.85, hoejstDage: 1500 },
  { type: 'friplads', alder: [1, 5], sandsynlighed: 0.22, hoejstDage: 900 },
  { type: 'sprogvurdering', alder: [3, 7], sandsynlighed: 0.3, hoejstDage: 900 },
  { type: 'sfo', alder: [6, 11], sandsynlighed: 0.75, hoejstDage: 1400 },
  { type: 'dagtilbud', alder: [6, 9], sandsynlighed: 0.5, hoejstDage: 2000 },
  { type: 'ppr', alder: [6, 16], sandsynlighed: 0.09, hoejstDage: 1300 },
  { type: 'underretning', alder: [0, 17], sandsynlighed: 0.06, hoejstDage: 1200 },
  { type: 'boernefaglig-undersoegelse', alder: [2, 17], sandsynlighed: 0.02, hoejstDage: 900 },
  { type: 'stoettende-indsats', alder: [4, 17], sandsynlighed: 0.03, hoejstDage: 900 },
]
