import { type Hyppighed, ind, notat, papir, type Sagstype, titel, ud } from './sagstype.ts'

const FORTROLIG = 'FORTROLIGE_PERSONOPLYSNINGER'
const FOELSOM = 'FOELSOMME_PERSONOPLYSNINGER'

export const ENKELTYDELSER: readonly Sagstype[] = [
  {
    noegle: 'enkeltudgift',
    kle: '32.21.12',
    kletitel: 'Hjælp til enkeltudgifter',
    kilde: 'ydelse',
    enhed: 'ydelse',
    foelsomhed: FORTROLIG,
    titel: titel('Hjælp til en enkelt udgift', '§ 81 enkeltudg.'),
    dage: { oplyst: 8, afgjort: 16, afsluttet: 25 },
    dokumenter: [
      ind('start', 'Ansøgning om hjælp til enkeltudgift', 'Ans. § 81'),
      ud('oplysning', 'Vi mangler oplysninger til din ansøgning', 'Indhent. opl.'),
      ud('afgoerelse', 'Afgørelse om hjælp til enkeltudgift', 'Afg. § 81'),
    ],
    notater: [],
    bevilling: {
      ydelser: [
        {
          type: 'Økonomisk',
          navn: 'Hjælp til enkeltudgift',
          fra: 600,
          til: 9500,
          frekvens: 'Engangs',
          forudBagud: 'Forud',
          skattepligtig: false,
        },
      ],
      maaneder: [1, 1],
    },
    aftaler: [
      {
        type: 'Frist',
        led: 'oplysning',
        titel: titel('Send de oplysninger, vi mangler', 'Mangl. opl.'),
        beskrivelse: 'Send et prisoverslag og de seneste tre måneders kontoudtog.',
      },
    ],
  },
  {
    noegle: 'tilbagebetaling',
    kle: '32.45.10',
    kletitel: 'Tilbagebetalingskrav - sociale ydelser',
    kilde: 'esdh',
    enhed: 'ydelse',
    foelsomhed: FORTROLIG,
    titel: titel(
      'Tilbagebetaling af for meget udbetalt',
      'TB-krav',
      'Tilbagebetalingskrav vedrørende for meget udbetalt social ydelse, opgjort {dato}',
    ),
    dage: { oplyst: 25, afgjort: 45, afsluttet: 60 },
    dokumenter: [
      ud(
        'start',
        'Høring: vi mener, at du har fået for meget udbetalt',
        'Partshør. TB',
        'Partshøring forud for afgørelse om tilbagebetaling',
      ),
      ind('oplysning', 'Dit svar på høringen', 'Svar PH'),
      ud('afgoerelse', 'Afgørelse om tilbagebetaling', 'Afg. TB'),
    ],
    notater: [
      notat(
        'oplysning',
        'Svar på høring modtaget',
        'PH-svar',
        'Borger gør gældende, at oplysningen er sendt rettidigt. Indgår i vurderingen.',
      ),
    ],
    aftaler: [
      {
        type: 'Frist',
        led: 'oplysning',
        titel: titel('Svar på vores høring', 'Frist PH'),
        beskrivelse: 'Du kan skrive eller ringe, før vi træffer afgørelse.',
      },
    ],
  },
  {
    noegle: 'kontrol',
    kle: '32.45.04',
    kletitel: 'Kontrol med sociale ydelser',
    kilde: 'esdh',
    enhed: 'ydelse',
    foelsomhed: FOELSOM,
    titel: titel('Kontrol af sociale ydelser', 'KTR samliv', 'Kontrolsag vedrørende samlivsforhold'),
    dage: { oplyst: 60, afgjort: 120, afsluttet: 130 },
    dokumenter: [
      papir('Internt Notat', 'start', 'Anmeldelse modtaget', 'Anon. anm.'),
      papir('Internt Notat', 'oplysning', 'Opslag i registre', 'eIndk. tjek'),
    ],
    notater: [notat('start', 'Anmeldelse', 'Anm.', 'Henvendelse om samlivsforhold modtaget. Registeropslag iværksat.')],
  },
]

export const ENKELTYDELSER_HYPPIGHED: readonly Hyppighed[] = [
  { type: 'enkeltudgift', alder: [18, 90], sandsynlighed: 0.12, hoejstDage: 1800 },
  { type: 'tilbagebetaling', alder: [20, 70], sandsynlighed: 0.03, hoejstDage: 1200 },
  { type: 'kontrol', alder: [20, 66], sandsynlighed: 0.012, hoejstDage: 900 },
]
