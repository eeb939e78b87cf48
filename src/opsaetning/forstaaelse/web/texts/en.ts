import type { Forstaaelsestekster } from './da.ts'

export const forstaaelseEn: Forstaaelsestekster = {
  punkt: { navn: 'Do citizens understand the notes?', om: 'See what citizens have answered after reading a note.' },
  overskrift: 'Do citizens understand the notes?',
  lead: 'Under each note the citizen can answer whether it could be understood. Here the answers are counted.',
  kvartal: 'Quarter',
  kvartalNavn: (nr, aar) => `Quarter ${nr} of ${aar}`,
  vis: 'Show',
  omraade: 'Area',
  system: 'System',
  ja: 'Understood',
  nej: 'Found it hard',
  andel: 'Share who understood',
  ukendtSystem: 'A system that is no longer connected',
  faa: 'Fewer than 5 answers',
  skaevt: 'Too few on one side to show the numbers',
  ingen: 'Nobody has answered in this quarter.',
  regler:
    'Each citizen counts once for each note. Nobody can see who has answered. Numbers from 1 to 4 are not shown, since they could point at somebody.',
  tip: 'If many have found it hard, look at the words in the notes together with those who write them.',
}
