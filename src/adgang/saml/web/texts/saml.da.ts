import type { Oversat } from '#web'

/** The page on which people at work choose how to log in. */
export const samlDa = {
  titel: 'Log ind på arbejde',
  indledning: 'Vælg din arbejdsplads. Du logger ind dér, som du plejer, og kommer tilbage hertil.',
  arbejdspladser: 'Arbejdspladser',
  logIndHos: (navn: string) => `Log ind hos ${navn}`,
  anden: 'Er din arbejdsplads der ikke?',
  andenHjaelp: 'Brug din erhvervsidentitet. Det gør leverandører og den, der driver Borgerblikket, også.',
  mitid: 'Log ind med MitID Erhverv',
  logUdDer: 'Log også ud på din arbejdsplads',
} as const

export type Samltekster = Oversat<typeof samlDa>
