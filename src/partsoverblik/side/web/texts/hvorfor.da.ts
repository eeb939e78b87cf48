import type { Oversat } from '#web'

/** Why something can be seen or not. `den`, `dem`: asked of one thing, by its kind, and of several. */
export const hvorforDa = {
  den: {
    sag: 'Hvorfor kan jeg ikke se den?',
    dokument: 'Hvorfor kan jeg ikke se det?',
    journalnotat: 'Hvorfor kan jeg ikke se det?',
    bevilling: 'Hvorfor kan jeg ikke se den?',
    oekonomiskEffektuering: 'Hvorfor kan jeg ikke se den?',
    aftale: 'Hvorfor kan jeg ikke se den?',
  },
  dem: 'Hvorfor kan jeg ikke se dem?',
  nr: (art: string, nr: string) => `${art} ${nr}`,
  foerste: (antal: string) => `${antal} af dem kan vælges her.`,
  lead: 'Dine rettigheder lader dig vide, at der er noget, men ikke, hvad det er. For at se det skal én af dine rettigheder alene dække det hele.',
  enhed: 'Ansvarlig enhed',
  ikkeOplyst: 'ikke oplyst',
  grupper: 'Dine rettigheder, og hvad der stopper hver af dem',
  andre: 'Dine andre rettigheder, som ikke giver adgang',
  ikkeNu: 'Forklaringen kan ikke hentes lige nu. Prøv igen om lidt.',
  registreret: 'At du har bedt om forklaringen, er registreret.',
} as const

export type Hvorfortekster = Oversat<typeof hvorforDa>
