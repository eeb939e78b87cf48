import type { Oversat } from '#web'

/** The words of remarks about a citizen. */
export const bemaerkningDa = {
  slags: {
    tolk: 'Tolk',
    handicap: 'Handicap',
    obsAdfaerd: 'OBS-adfærd',
    opholdsforbud: 'Opholdsforbud',
    partsrepraesentant: 'Partsrepræsentant',
  },
  overskrift: 'Bemærkninger på tværs',
  lead: 'Det, som alle i kommunen bør vide, når de møder borgeren. Bemærkningerne hører ikke til en sag, og kun kommunens egne medarbejdere ser dem.',
  tilbage: 'Tilbage til partsoverblikket',
  ingen: 'Der er ingen bemærkninger om borgeren.',
  staar: 'Bemærkninger nu og fremover',
  periode: (fra: string, til: string | undefined) => (til ? `Fra ${fra} til ${til}` : `Fra ${fra}, til den afsluttes`),
  satAf: (navn: string, dag: string) => `Skrevet af ${navn} ${dag}`,
  begrundelse: 'Begrundelse',
  gennemgaas: (dag: string) => `Skal ses igennem senest ${dag}. Sker det ikke, ophører den af sig selv.`,
  endnuIkke: 'Gælder ikke endnu',
  afslut: 'Afslut',
  afslutHvorfor: 'Hvorfor ophører den?',
  gennemgaa: 'Den er stadig nødvendig',
  gennemgaaHvorfor: 'Hvorfor er den stadig nødvendig?',
  aendr: 'Afslut, eller se den igennem',
  ny: 'Ny bemærkning',
  nyLead: 'Skriv kun det, som er nødvendigt for at møde borgeren rigtigt. Borgeren kan få det at se ved aktindsigt.',
  felter: {
    slags: 'Hvad er det?',
    vaelg: 'Vælg',
    tekst: 'Tekst',
    tekstHjaelp:
      'Tolk: sproget. Handicap: behovet, som teleslynge. OBS-adfærd: hvad der skete. Opholdsforbud: hvad forbuddet er. Partsrepræsentant: navnet.',
    detalje: 'Sted eller kontakt',
    detaljeHjaelp: 'Opholdsforbud: hvor det gælder. Partsrepræsentant: telefon eller mail. Ellers tomt.',
    fra: 'Fra dato',
    fraHjaelp: 'Som 24-11-2026. Tomt er i dag.',
    til: 'Til dato',
    tilHjaelp: 'Tomt er, til den afsluttes. OBS-adfærd og opholdsforbud gælder højst et år.',
    begrundelse: 'Begrundelse, hvis det er OBS-adfærd eller opholdsforbud',
    begrundelseHjaelp: 'Mindst 20 tegn: hvad der skete, og hvorfor det er nødvendigt, at alle ved det.',
  },
  gem: 'Gem bemærkningen',
  gemt: 'Bemærkningen er gemt',
  afsluttet: 'Bemærkningen er afsluttet',
  gennemgaaet: 'Bemærkningen er set igennem',
  fejlOverskrift: 'Bemærkningen er ikke gemt',
}

export type Bemaerkningstekster = Oversat<typeof bemaerkningDa>
