/**
 * UUIDs of roles and object types that are public: KOMBIT's own code samples name them (external test environment of Fælleskommunalt
 * Klassifikationssystem). The keys are the item's list and the role's name.
 */
export const KENDTE_ROLLER: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  sagsaktoerer: {
    Ejer: '9e979b84-b846-4472-8622-58007dc63c7e',
    Ansvarlig: 'a1263342-d348-44ba-a566-233f37c4cb67',
    'Primær behandler': 'bf1f93ed-9441-4af4-835b-baeb201f3076',
  },
  sagsparter: { 'Primær part': 'd839f26a-d4d1-4441-b2d6-3dbbb12a9404' },
  sagsklasser: {
    'Primær klasse': 'a86c6581-ec85-412d-a655-31a1f1d5b14f',
    Handlingsklasse: '05ef7011-11a7-4e4c-a46b-3de6aa457fc3',
  },
  itSystemer: {
    Master: '251c24fd-57b0-4afc-9d73-b063d1957eb3',
    Afsender: '1b3c6a6d-e977-4491-9bf8-b41ee6999f39',
  },
  bevillingsaktoerer: {
    Ejer: 'abdf4d3e-f113-4282-b13e-6cd32a82621c',
    Ansvarlig: 'fbe1016a-170a-4dea-8652-2813c1a566c0',
  },
  bevillingsparter: {
    Ydelsesmodtager: '93af57a7-7658-4fac-98da-9e5ac7a7d9a5',
    Bevillingsmodtager: '3102fa7e-f56e-4510-b0d4-1650c590dc3b',
  },
  bevillingssager: { Bevillingssag: '31237487-787a-424f-8819-56aaedf00643' },
  sikkerhedsprofiler: { Adgang: '4becdcec-c8bd-44a4-ac0b-5a0162986840' },
  aktoerer: {
    Ejer: 'a91824c4-da1d-47f9-bce2-5d6597879415',
    'Udbetalende enhed': 'a1ff36be-b3fb-4e1f-aac0-9d3313070ecb',
  },
  parter: { Effektueringsmodtager: '68d4b903-acae-4f2f-aafc-45bd999ed81f' },
}

/** Lists whose roles also answer to the UUID of the same role in another list, since both stand for the same class. */
export const SAMME_ROLLER: Readonly<Record<string, readonly string[]>> = {
  dokumentaktoerer: ['sagsaktoerer'],
  dokumentparter: ['sagsparter'],
  dokumentklasser: ['sagsklasser'],
  aktoerer: ['sagsaktoerer', 'bevillingsaktoerer'],
  parter: ['sagsparter'],
  klasser: ['sagsklasser'],
}

/** Object types by name, with the UUIDs that are public: the same type has one for each index. The first is the one written. */
export const KENDTE_TYPER: Readonly<Record<string, readonly string[]>> = {
  Organisation: [
    'bc6972cd-8f2b-4b9d-8d37-62916d6a71aa',
    '45b7dafb-d90e-41da-b30e-ba007e577a8a',
    'c622654c-d87f-4ac7-9a42-d0580253b979',
  ],
  OrgEnhed: ['c5fc3b3b-5197-49ee-92e6-ae6ba1957174', '4546cca2-838e-4e0d-a5bd-83757d603362'],
  Bruger: ['85d65133-4b00-460d-992e-3984857b5768'],
  Person: [
    'c189ba35-de4b-4363-a8b7-67f1456cf56f',
    'c59f1523-1786-48c7-baff-466de1db3320',
    '480769fd-9744-4859-950f-95cbb5633d36',
  ],
  Virksomhed: [],
  Klasse: [
    '267235ea-526d-4a18-8001-f2a0e563eba1',
    '7c51b9a8-d388-4e83-8c8b-ee3a90458d0b',
    '3aa45cbd-94c3-4601-84a6-66ce0f157dda',
  ],
  'IT-system': ['29fe1da2-897a-46cd-b635-b9be8e0bffd6'],
  Sag: ['f08a4a13-2567-41d0-bf8d-3af754b03464'],
  Dokument: [],
  Køretøj: [],
  Ejendom: [],
  Bygning: [],
  Enhed: [],
  Matrikel: [],
  'Teknisk anlæg': [],
  Sted: [],
  Adresse: [],
  'Navngiven vej': [],
  Stednavn: [],
  Jordstykke: [],
  Geokode: [],
}

/** Classes that intake and visning must know by name. None has a public UUID. */
export const KLASSER = [
  'Visning undtaget for borger',
  'Afgørelse i primær parts favør',
  'Afgørelse mod primær part',
  'Afgørelse delvis i primær parts favør',
  'Afgørelse annulleret',
  'Kassation B',
  'Kassation K',
  'Notatformat Text',
  'Notatformat RTF',
  'Notatformat OOXML',
] as const
export type Klassenavn = (typeof KLASSER)[number]

/** Other names that a role goes under, by list. */
export const ANDRE_NAVNE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  bevillingssager: { Tilknyttet: 'Bevillingssag', 'Bevillingssag (Tilknyttet)': 'Bevillingssag' },
  itSystemer: { 'IT-system Master': 'Master', 'IT-system Afsender': 'Afsender' },
  sikkerhedsprofiler: { Sikkerhedsprofil: 'Adgang' },
}
