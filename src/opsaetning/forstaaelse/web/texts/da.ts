import type { Oversat } from '#web'

/** The page on whether citizens understand the notes. */
export const forstaaelseDa = {
  punkt: { navn: 'Forstår borgerne notaterne?', om: 'Se, hvad borgerne har svaret, når de har læst et notat.' },
  overskrift: 'Forstår borgerne notaterne?',
  lead: 'Under hvert notat kan borgeren svare, om det var til at forstå. Her er svarene talt sammen.',
  kvartal: 'Kvartal',
  kvartalNavn: (nr: number, aar: number) => `${nr}. kvartal ${aar}`,
  vis: 'Vis',
  omraade: 'Område',
  system: 'Fagsystem',
  ja: 'Forstod',
  nej: 'Fandt det svært',
  andel: 'Andel, der forstod',
  ukendtSystem: 'Et fagsystem, der ikke længere er tilsluttet',
  faa: 'Færre end 5 svar',
  skaevt: 'For få på den ene side til at vise tallene',
  ingen: 'Ingen har svaret i dette kvartal.',
  regler:
    'Hver borger tæller én gang for hvert notat. Ingen kan se, hvem der har svaret. Tal fra 1 til 4 vises ikke, for de kunne pege på en bestemt borger.',
  tip: 'Er mange af svarene, at det var svært, så se på ordene i notaterne med dem, der skriver dem.',
} as const

export type Forstaaelsestekster = Oversat<typeof forstaaelseDa>
