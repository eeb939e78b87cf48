/** The words of the compliance test's pages. */
export const afproevningDa = {
  punkt: { navn: 'Afprøvning', om: 'Vis, at systemet leverer rigtigt, og få en underskrevet rapport.' },
  liste: {
    overskrift: 'Afprøvning',
    lead: 'Systemet får opdigtede personer og opgaver, og sandkassen bedømmer det, der kommer. Det tager en eftermiddag.',
    ingenSystemer: 'Der er intet system at afprøve endnu. Registrér det først under Fagsystemer.',
    start: 'Begynd en kørsel',
    system: 'System',
    version: 'Version',
    kle: 'KLE-nummer, der skal bruges',
    kleHjaelp: 'Inden for systemets aftale, som 27.36.04. Tomt: vi vælger.',
    knap: 'Begynd',
    koersler: 'Tidligere kørsler',
    ingenKoersler: 'Der er ingen kørsler endnu.',
    begyndt: 'Begyndt',
    udfald: 'Udfald',
    fejl: {
      system: 'Vælg et af dine systemer.',
      kle: 'Skriv et KLE-nummer, som systemet har aftale om, som 27.36.04.',
      FOR_MANGE_AABNE: 'Systemet har allerede fem kørsler i gang. Afslut en af dem.',
      FOR_MANGE_I_DAG: 'Systemet har begyndt 200 kørsler det seneste døgn. Prøv igen i morgen.',
      ALLEREDE_SLUTTET: 'Kørslen er allerede afsluttet.',
      FINDES_IKKE: 'Kørslen findes ikke.',
    },
  },
  koersel: {
    overskrift: (navn: string, version: string) => `Afprøvning af ${navn} ${version}`,
    iGang: 'Gør det, der står nedenfor, i systemet. Siden følger med.',
    bestaaet: 'Systemet har bestået afprøvningen.',
    ikkeBestaaet: 'Systemet har ikke bestået afprøvningen. Ret det, der er fejlet, og begynd en ny kørsel.',
    frist: (tid: string) => `Det, der ikke er kommet ${tid}, regnes som manglende.`,
    antal: (bestaaet: number, alle: number) => `${bestaaet} af ${alle} opgaver er bestået`,
    person: 'Person',
    personHjaelp: 'Personerne er opdigtede: numrene har dag + 60 og kan ikke tilhøre nogen. De gælder kun i denne kørsel.',
    opgaver: 'Det, systemet skal gøre',
    afviste: 'Afviste linjer',
    afvisteHjaelp: 'Hver regel står én gang, med det sted i objektet, hvor den først blev brudt.',
    rigtig: 'Et rigtigt eksempel, klar til at kopiere',
    skridt: 'Næste skridt',
    opdateres: 'Siden opdateres hvert tiende sekund.',
    stille: 'Hold siden stille',
    foelg: 'Følg med igen',
    afslut: 'Afslut og få rapporten',
    afslutHjaelp: 'Det, der mangler, bliver til fejl i rapporten. En kørsel kan ikke genåbnes.',
    rapport: 'Rapporten',
    rapportHjaelp: 'Underskrevet af installationen. Send den til kommunen, eller læg JUnit-filen i jeres byggeserver.',
    filer: { json: 'JSON med underskrift', xml: 'JUnit XML', pdf: 'PDF' },
    underskrift: (fil: string) => `underskrift af ${fil}`,
    regler: 'Regel for regel',
    regel: 'Regel',
    hvad: 'Om',
    fakta: {
      system: 'System',
      kommune: 'Kommune',
      proeveversion: 'Afprøvningens version',
      begyndt: 'Begyndt',
      slut: 'Afsluttet',
      id: 'Kørslens nummer',
    },
  },
  udfald: {
    bestaaet: 'Bestået',
    fejlet: 'Fejlet',
    advaret: 'Advarsel',
    ikkeProevet: 'Ikke prøvet',
    venter: 'Venter',
    iGang: 'I gang',
    udloebet: 'Udløbet',
  },
  matrix: {
    overskrift: 'Hvilke systemer har bestået afprøvningen?',
    lead: 'Den nyeste afprøvning af hvert system, version for version, i hver kommune. Afprøvningen viser, at systemet kan levere rigtigt; den siger ikke noget om, hvad en kommune viser.',
    ingen: 'Ingen systemer er afprøvet endnu.',
    kommune: 'Kommune',
    afproevet: 'Afprøvet',
    regler: 'Regler',
    antal: (bestaaet: number, fejlet: number) => (fejlet === 0 ? `${bestaaet} bestået` : `${bestaaet} bestået, ${fejlet} fejlet`),
    data: 'Samme oplysninger som data (JSON)',
    noegler: 'Nøgler til at efterprøve rapporter',
  },
} as const

/** The same shape with any words. */
export type Afproevningstekster = Ord<typeof afproevningDa>
type Ord<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...args: infer A) => string
      ? (...args: A) => string
      : Ord<T[K]>
}
