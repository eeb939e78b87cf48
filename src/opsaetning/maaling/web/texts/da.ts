import type { Oversat } from '#web'

/** The municipality's own statistics of Borgerblikket. */
export const talDa = {
  punkt: { navn: 'Tal', om: 'Se, hvor mange borgere der ser med, hvad der holdes tilbage, og hvor længe titler venter.' },
  overskrift: 'Tal om Borgerblikket hos jer',
  lead: 'Hvor mange der ser med, om de finder noget, og hvor hurtigt titlerne bliver gennemgået. Ingen kan se, hvem tallene handler om.',
  borgere: 'Borgere, der så med',
  besoeg: 'Sider, de åbnede',
  andel: 'Andel med data fra jer',
  sikre: 'Titler vist med faste ord',
  holdt: 'Holdt tilbage',
  ventetid: 'Ventetid på gennemgang',
  maaned: 'Måned',
  kolonner: {
    ...{ borgere: 'Borgere', besoeg: 'Sider', andel: 'Med data', sikre: 'Faste ord', holdt: 'Holdt tilbage' },
    ...{ titler: 'Gennemgået', ventetid: 'Ventetid', blik: 'Tid pr. titel' },
  },
  omraade: 'Område',
  iMaaned: (maaned: string) => `I ${maaned}`,
  foreloebig: (dag: string) => `Måneden er ikke slut. Talt ${dag}.`,
  kort: (maaned: string, borgere: string, andel: string | undefined) =>
    `I ${maaned} så ${borgere} borgere, hvad I viser om dem.${andel === undefined ? '' : ` Det var ${andel} af alle, der så ind her.`}`,
  kortFaa: (maaned: string) => `I ${maaned} så så få borgere med, at tallet ikke vises.`,
  kortIngen: (maaned: string) => `I ${maaned} så ingen borgere noget fra jer.`,
  intet: 'Der er ikke talt endnu. Tallene kommer, når serveren har talt første gang, og derefter en gang i døgnet.',
  omraader: 'Efter livsområde',
  ingenOmraader: 'Ingen borgere har set noget fra jer i denne måned.',
  maaneder: 'Måned for måned',
  faa: 'Under 5',
  ukendt: '–',
  procent: (n: number) => `${n} %`,
  dage: (n: string) => (n === '1' ? '1 dag' : `${n} dage`),
  minutter: (n: string) => `${n} minutter`,
  sekunder: (n: string) => `${n} sekunder`,
  forklaring: 'Sådan er der talt',
  forklaringer: [
    'En borger tæller en gang om måneden. Et barn, som en forælder ser for, tæller som en borger.',
    'En borger tæller med hos jer og i et område, når I viser numre, som borgeren har noget under. Om den enkelte sag kunne vises, er ikke talt med.',
    'Andelen er af alle, der så ind her, også dem, som kun andre kommuner har noget om. Vi ved ikke, hvor de bor.',
    'Tal fra 1 til 4 vises ikke, for de kunne pege på en bestemt borger. Der tælles en gang i døgnet.',
    'Ventetiden er fra en titel kom i køen, til nogen så på den. Halvdelen ventede kortere.',
  ],
  mangler: 'Rettelser, som borgerne beder om, er ikke med: det kan borgerne ikke endnu, så der er intet at tælle.',
  hent: 'Hent som CSV',
} as const

export type Taltekster = Oversat<typeof talDa>
