import type { Samltekster } from './saml.da.ts'

export const samlEn: Samltekster = {
  titel: 'Log in at work',
  indledning: 'Choose where you work. You log in there as you usually do, and come back here.',
  arbejdspladser: 'Where you work',
  logIndHos: (navn: string) => `Log in at ${navn}`,
  anden: 'Is it not there?',
  andenHjaelp: 'Use your business identity. So do vendors and the operator of Borgerblikket.',
  mitid: 'Log in with MitID Erhverv',
  logUdDer: 'Log out where you work too',
}
