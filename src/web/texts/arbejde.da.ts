import type { Oversat } from './oversat.ts'

/** The words of the shell for people at work, and of the pages that every audience has. */
export const arbejdeDa = {
  navn: { leverandoer: 'Leverandør', kommune: 'Kommune', drift: 'Drift' },
  logInd: 'Log ind med MitID Erhverv',
  logIndIgen: 'Log ind igen',
  logUd: 'Log ud',
  logUdHosMitid: 'Log også ud hos MitID',
  start: 'Forside',
  menu: 'Menu',
  hovedmenu: 'Hovedmenu',
  bruger: 'Logget ind som',
  paaVegneAf: 'for',
  tilAndre: 'Til de sider, du har adgang til',
  igen: 'Prøv igen, når du har fået rollen',
  tilForsiden: 'Borgerblikket, til forsiden',
  fod: 'Sider for leverandører, kommuner og drift af Borgerblikket. Egne oplysninger som borger findes ikke her.',
  fodLink: 'Borgerblikket for borgere',
  forside: {
    overskrift: {
      leverandoer: 'Tilslut jeres fagsystem',
      kommune: 'Borgerblikket i jeres kommune',
      drift: 'Drift af Borgerblikket',
    },
    indledning: {
      leverandoer: 'Her følger I jeres fagsystemer fra første prøve til daglig drift.',
      kommune:
        'Siderne følger dine roller: at finde en borger, at styre, hvad borgerne ser, og at følge de fagsystemer, der leverer til jer.',
      drift: 'Her godkender I tilslutninger og følger, hvordan systemet kører.',
    },
    opgaver: 'Det kan du her',
    ingen: 'Der er ikke åbnet sider for dine roller her endnu.',
    roller: 'Dine roller',
    rollerHjaelp: 'Passer rollerne ikke, så tal med den, der er driftsansvarlig. Roller kan gives og fratages til enhver tid.',
  },
  roller: {
    leverandoer: 'Leverandør',
    fagsystemansvarlig: 'Fagsystemansvarlig',
    projektansvarlig: 'Projektansvarlig',
    kvalitetsansvarlig: 'Kvalitetsansvarlig',
    sagsbehandler: 'Sagsbehandler',
    borgerservice: 'Borgerservice',
    analytiker: 'Analytiker',
    driftsansvarlig: 'Driftsansvarlig',
    tilsyn: 'Tilsyn',
  },
  ingenRoller: 'Ingen endnu',
  medbragt: {
    overskrift: 'Noget af det, du må, kunne ikke bruges',
    indledning: 'Jeres eget login sendte rettigheder med, som ikke giver adgang her:',
    goer: 'Vis dette til den, der giver rettigheder på din arbejdsplads. Log ind igen, når det er rettet.',
  },
  hvemGiver: {
    overskrift: 'Hvem kan give den?',
    leverandoer: 'Den driftsansvarlige for Borgerblikket giver leverandørers medarbejdere rollen, når leverandøren beder om det.',
    kommune:
      'Den driftsansvarlige for Borgerblikket giver kommunens medarbejdere roller, når kommunens projektansvarlige beder om det.',
    drift: 'En anden driftsansvarlig for Borgerblikket.',
  },
  fakta: { navn: 'Navn', organisation: 'Organisation', cvr: 'CVR-nummer', id: 'Dit id i organisationen', roller: 'Roller' },
} as const

export type Arbejdstekster = Oversat<typeof arbejdeDa>
