import type { CprNummer } from '#kernel'
import { type Navngivne, UKENDT } from './borgere.ts'

/** Somebody to log in as, and why. */
export type Testperson = {
  readonly cpr: CprNummer
  readonly navn: string
  /** False for the one whom no register and no case knows. */
  readonly kendt: boolean
  readonly historie: { readonly da: string; readonly en: string }
}

const HISTORIER: readonly (readonly [keyof Navngivne, da: string, en: string])[] = [
  [
    'jobsoeger',
    'Jobsøgende på kontanthjælp: en betaling på vej, den næste planlagt, en aftale og en frist forude',
    'Job seeker on cash benefit: one payment on its way, the next planned, an appointment and a deadline ahead',
  ],
  [
    'aeldre',
    'Ældre med hjemmepleje og hjælpemidler i to kommuner: flyttede fra Brobyskov til Korsbæk',
    'Elderly, with home care and aids in two municipalities: moved from Brobyskov to Korsbæk',
  ],
  [
    'mor',
    'Mor med forældremyndighed: ser datterens dagtilbud, men ikke underretningen',
    "Mother with custody: sees her daughter's daycare, but not the notification of concern",
  ],
  [
    'farMed',
    'Far med forældremyndighed, og en byggesag, der mangler tegninger',
    'Father with custody, and a building case that lacks drawings',
  ],
  [
    'farUden',
    'Far uden forældremyndighed: ser kun sine egne sager; en udbetaling er ikke godkendt endnu',
    'Father without custody: sees only his own cases; one payment is not approved yet',
  ],
  [
    'morBrobyskov',
    'Mor i Brobyskov: ser barnets SFO; et lån udbetales til udlejeren; brevet er ikke sendt endnu',
    "Mother in Brobyskov: sees her child's after-school care; a loan is paid to the landlord; the letter is not sent yet",
  ],
  ['ung', '15 år: ser selv sine sager', '15 years old: sees his own cases himself'],
  [
    'kunSkjult',
    'Har kun sager, som ikke kan vises: siden ligner den, som ingen sager har',
    'Has only cases that cannot be shown: the page looks like that of someone with none',
  ],
  ['ingen', 'Har ingen sager', 'Has no cases'],
  [
    'ejer',
    'Ejer af en ejendom med byggesager; får som udlejer en betaling, som han ikke må se',
    'Owner of a property with building cases; as a landlord he is paid something that he may not see',
  ],
  ['beskyttet', 'Har beskyttet navn og adresse', 'Has a protected name and address'],
  ['godtfred', 'Aftale om forebyggende hjemmebesøg, under 27.35.04', 'Agreement on a preventive home visit, under 27.35.04'],
  ['mange', 'Mere end 150 sager, breve, notater og udbetalinger', 'More than 150 cases, letters, notes and payments'],
]

export const createTestpersoner = (navngivne: Navngivne): Testperson[] => [
  ...HISTORIER.map(([noegle, da, en]) => {
    const { cpr, navn } = navngivne[noegle].person
    return { cpr, navn, kendt: true, historie: { da, en } }
  }),
  {
    ...UKENDT,
    kendt: false,
    historie: { da: 'Logger ind for første gang: ingen kender ham her', en: 'Logs in for the first time: nobody here knows him' },
  },
]
