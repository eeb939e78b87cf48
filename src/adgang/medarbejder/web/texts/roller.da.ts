import type { Oversat } from '#web'

/** The words of the pages about who has which role. */
export const rollerDa = {
  navn: 'Roller',
  om: {
    leverandoer: 'Se, hvem hos jer der har adgang.',
    kommune: 'Se, hvem i kommunen der har hvilke roller.',
    drift: 'Giv og fratag roller, og gennemgå, hvem der har dem.',
  },
  indledning: {
    leverandoer:
      'Her er de medarbejdere hos jer, som har adgang nu. Mangler der en, eller skal en væk, så skriv til den driftsansvarlige.',
    kommune: 'Her er de medarbejdere i kommunen, som har en rolle nu. Er listen ikke rigtig, så skriv til den driftsansvarlige.',
    drift: 'En rolle, der fratages, åbner intet fra næste sidevisning. Alt, hvad der gives og fratages, gemmes.',
  },
  giv: 'Giv en rolle',
  gennemgang: 'Gennemgå, hvem der har hvilke roller og rettigheder',
  givet: (navn: string, rolle: string) => `${navn} har nu rollen ${rolle}.`,
  frataget: (navn: string, rolle: string) => `${navn} har ikke længere rollen ${rolle}.`,
  kvittering: 'Det er gjort',
  ingen: 'Ingen har en rolle her.',
  ophoerte: (antal: number) =>
    antal === 1 ? '1 rolle er ophørt eller endnu ikke begyndt' : `${antal} roller er ophørt eller endnu ikke begyndt`,
  kolonner: {
    navn: 'Navn',
    rolle: 'Rolle',
    fra: 'Siden',
    periode: 'Periode',
    givetAf: 'Givet af',
    hvorfor: 'Hvorfor',
    fratag: 'Handling',
  },
  fratagKnap: 'Fratag',
  fratagNavn: (rolle: string, navn: string) => `rollen ${rolle} fra ${navn}`,
  duSelv: 'Dig',
  kommando: (bruger: string) => `Kommando (${bruger})`,
  felter: {
    navn: 'Navn',
    navnHjaelp: 'Som listen skal vise det.',
    cvr: 'Organisationens CVR-nummer',
    cvrHjaelp: 'Otte cifre.',
    id: 'Personens id i organisationen',
    idHjaelp: 'Står på siden “Du har ingen rolle her”, når personen er logget ind.',
    rolle: 'Rolle',
    begrundelse: 'Begrundelse',
    begrundelseHjaelp: 'Hvem har bedt om det, og hvorfor? Gemmes med rollen.',
  },
  fejl: {
    navn: 'Skriv personens navn, uden CPR-nummer',
    cvr: 'Skriv et CVR-nummer på otte cifre',
    id: 'Skriv personens id, som personen selv kan se det',
    rolle: 'Vælg en rolle',
    begrundelse: 'Skriv en begrundelse på 5 til 500 tegn, uden CPR-nummer',
    HAR_ROLLEN: 'Personen har allerede rollen i organisationen',
    HAR_IKKE_ROLLEN: 'Personen har ikke rollen længere',
    IKKE_KOMMUNE: 'Rollen findes kun i kommuner, og CVR-nummeret er ikke en kommunes',
    IKKE_SIG_SELV: 'Du kan ikke give dig selv en rolle: bed en anden driftsansvarlig om det',
  },
  gem: 'Giv rollen',
  fratag: {
    overskrift: 'Fratag en rolle',
    hvad: (rolle: string, navn: string) => `${navn} mister rollen ${rolle} med det samme.`,
    gem: 'Fratag rollen',
    fortryd: 'Behold rollen',
  },
} as const

export type Rolletekster = Oversat<typeof rollerDa>
