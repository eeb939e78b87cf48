import type { Oversat } from '#web'

/** The words of the page where a note is written. */
export const notatDa = {
  overskrift: 'Skriv notat på en sag',
  lead: 'Notatet sendes til sagens fagsystem og kommer på sagen, når systemet har journaliseret det.',
  tilbage: 'Tilbage til partsoverblikket',
  nyt: 'Nyt notat',
  ingenSager: 'Der er ingen sager, som du har ret til at skrive notater på.',
  felter: {
    sag: 'Sag',
    vaelg: 'Vælg en sag',
    titel: 'Titel',
    titelHjaelp: 'Én linje, som borgeren kan forstå. Ingen navne og ingen numre.',
    tekst: 'Tekst',
    tekstHjaelp: 'Højst 20.000 tegn. Borgeren kan få notatet at se.',
  },
  send: 'Send til fagsystemet',
  sendAlligevel: 'Send, som det er',
  sendt: 'Notatet er gemt og venter på fagsystemet',
  fejlOverskrift: 'Notatet er ikke sendt',
  fund: { titel: 'Fundet i titlen', tekst: 'Fundet i teksten', forslag: 'Forslag til titel' },
  skrevne: 'Notater skrevet her',
  ingenSkrevne: 'Der er ikke skrevet notater her på de sager, du kan se.',
  tilstand: {
    venter: 'Venter på fagsystemet',
    hentet: 'Hentet af fagsystemet',
    journaliseret: 'På sagen',
    afvist: 'Afvist af fagsystemet',
    foraeldet: 'Ikke hentet i tide',
  },
  grund: {
    sagLukket: 'Sagen er lukket.',
    sagUkendt: 'Fagsystemet kender ikke sagen.',
    indholdAfvist: 'Fagsystemet tager ikke imod indholdet.',
    andet: 'Fagsystemet tog ikke imod notatet.',
  },
  opgivet: 'Notatet kommer ikke på sagen. Kopier teksten, og skriv den i fagsystemet. Den slettes her efter 30 dage.',
  skrevetAf: (navn: string, tid: string) => `Skrevet af ${navn} ${tid}`,
  udenTitel: 'Notat, som er på sagen',
  visTekst: 'Vis teksten',
}

export type Notattekster = Oversat<typeof notatDa>
