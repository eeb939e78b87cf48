import type { Arbejdstekster } from './arbejde.da.ts'

export const arbejdeEn: Arbejdstekster = {
  navn: { leverandoer: 'Vendor', kommune: 'Municipality', drift: 'Operations' },
  logInd: 'Log in with MitID Erhverv',
  logIndIgen: 'Log in again',
  logUd: 'Log out',
  logUdHosMitid: 'Log out at MitID too',
  start: 'Start',
  menu: 'Menu',
  hovedmenu: 'Main menu',
  bruger: 'Logged in as',
  paaVegneAf: 'for',
  tilAndre: 'To the pages that you have access to',
  igen: 'Try again when you have been given the role',
  tilForsiden: 'Borgerblikket, to the start page',
  fod: 'Pages for vendors, municipalities and the operation of Borgerblikket. Your own information as a citizen is not here.',
  fodLink: 'Borgerblikket for citizens',
  forside: {
    overskrift: {
      leverandoer: 'Connect your system',
      kommune: 'Borgerblikket in your municipality',
      drift: 'Operating Borgerblikket',
    },
    indledning: {
      leverandoer: 'Here you follow your systems from the first test to daily operation.',
      kommune:
        'The pages follow your roles: finding a citizen, deciding what citizens see, and following the systems that deliver to you.',
      drift: 'Here you approve connections and follow how the system runs.',
    },
    opgaver: 'What you can do here',
    ingen: 'No pages have been opened for your roles here yet.',
    roller: 'Your roles',
    rollerHjaelp:
      'If the roles are not right, talk to the one responsible for operations. Roles can be given and taken away at any time.',
  },
  roller: {
    leverandoer: 'Vendor',
    fagsystemansvarlig: 'System owner',
    projektansvarlig: 'Project lead',
    kvalitetsansvarlig: 'Quality lead',
    sagsbehandler: 'Caseworker',
    borgerservice: 'Citizen service',
    analytiker: 'Analyst',
    driftsansvarlig: 'Responsible for operations',
    tilsyn: 'Supervision',
  },
  ingenRoller: 'None yet',
  medbragt: {
    overskrift: 'Some of what you may do could not be used',
    indledning: 'Your own organisation’s login brought rights that give no access here:',
    goer: 'Show this to the one who gives rights where you work. Log in again when it has been put right.',
  },
  hvemGiver: {
    overskrift: 'Who can give it?',
    leverandoer: 'The one responsible for operating Borgerblikket gives it to a vendor’s employees, when the vendor asks for it.',
    kommune:
      'The one responsible for operating Borgerblikket gives roles to a municipality’s employees, when its project lead asks for it.',
    drift: 'Another of those responsible for operating Borgerblikket.',
  },
  fakta: { navn: 'Name', organisation: 'Organisation', cvr: 'CVR number', id: 'Your id in the organisation', roller: 'Roles' },
}
