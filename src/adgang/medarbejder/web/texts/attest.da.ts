import type { Oversat } from '#web'

/** The words of the page on which who has which rights is looked over and approved. */
export const attestDa = {
  navn: 'Gennemgang af rettigheder',
  indledning:
    'Her er alle, der har en rolle i kommunen, eller som inden for det sidste år er logget ind med rettigheder fra jeres eget rollesystem. Se listen igennem, og godkend den, når den er rigtig.',
  retning: 'Er en linje forkert, så ret den i jeres eget rollesystem. Roller, der er givet her, ændres af den driftsansvarlige.',
  ingen: 'Ingen har en rolle eller en rettighed her.',
  tabel: (antal: number) => (antal === 1 ? '1 rolle eller rettighed' : `${antal} roller og rettigheder`),
  sider: (nr: number, alle: number, linjer: number) => `Side ${nr} af ${alle}, i alt ${linjer} linjer. De nye står først.`,
  sidstGodkendes: 'På den sidste side godkender du hele listen.',
  kolonner: {
    navn: 'Navn',
    ret: 'Rettighed',
    siden: 'Siden',
    senest: 'Sidst logget ind',
    ny: 'Ny siden sidst',
    kilde: 'Givet i',
  },
  kilde: { givet: 'Borgerblikket', login: 'Eget rollesystem' },
  ny: 'Ny',
  dig: 'dig',
  ukendt: 'Ikke den sidste måned',
  dataroller: { se: 'se indholdet', kendskab: 'vide, at det findes', cpr: 'se hele CPR-nummeret', notat: 'skrive notater' },
  alleNumre: 'alle KLE-numre',
  numre: (kle: string) => `KLE ${kle}`,
  niveau: {
    IKKE_FORTROLIGE_DATA: 'kun ikke fortrolige data',
    FORTROLIGE_PERSONOPLYSNINGER: 'til og med fortrolige oplysninger',
    FOELSOMME_PERSONOPLYSNINGER: 'til og med følsomme oplysninger',
    VIP_SAGER: 'uanset følsomhed, også VIP-sager',
  },
  enheder: (antal: number) => (antal === 1 ? 'kun for 1 enhed' : `kun for ${antal} enheder`),
  systemer: (antal: number) => (antal === 1 ? 'kun fra 1 fagsystem' : `kun fra ${antal} fagsystemer`),
  aldrig: 'Listen er ikke gennemgået før.',
  sidst: (dato: string, navn: string) => `Sidst set og godkendt ${dato} af ${navn}.`,
  uaendret: 'Ingen har fået en ny rolle eller rettighed siden.',
  nye: (antal: number) => (antal === 1 ? '1 linje er ny siden.' : `${antal} linjer er nye siden.`),
  godkend: 'Set og godkendt',
  godkendHjaelp: 'Dit navn, tidspunktet og listen, som den ser ud nu, gemmes og kan ikke ændres.',
  kvittering: { overskrift: 'Listen er godkendt', tekst: 'Godkendelsen er gemt med dit navn og listen, som du så den.' },
  aendret: {
    overskrift: 'Listen er ændret, siden du åbnede den',
    tekst: 'Vi gemte ikke din godkendelse. Se listen igennem igen: det nye er mærket.',
  },
  tidligere: 'Tidligere godkendelser',
  gange: { tidspunkt: 'Hvornår', hvem: 'Hvem', antal: 'Linjer' },
  csv: 'Hent som regneark (CSV)',
  oversigt:
    'Her er hver organisation, hvor nogen har en rolle eller en rettighed. De, der ikke har gennemgået deres liste, står først.',
  organisation: 'Organisation',
  medarbejdere: 'Medarbejdere',
  gennemgaaet: 'Sidst gennemgået',
  endnuIkke: 'Endnu ikke',
} as const

export type Attesttekster = Oversat<typeof attestDa>
