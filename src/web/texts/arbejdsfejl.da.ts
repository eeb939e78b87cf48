import type { Oversat } from './oversat.ts'

/** Error pages for people at work: what happened, and what to do. */
export const arbejdsfejlDa = {
  ikkeFundet: {
    titel: 'Vi kan ikke vise denne side',
    hvad: 'Adressen kan være skrevet forkert, eller siden er ikke en, du kan se. Vi kan ikke sige, hvilken af delene det er.',
    goer: 'Gå til forsiden, og find det, du leder efter, derfra.',
  },
  ingenRolle: {
    titel: 'Du har ingen rolle her',
    hvad: 'Du er logget ind, men du har ikke en rolle, der åbner denne side.',
    goer: 'Bed den, der kan give rollen, om den. Send oplysningerne nedenfor med; så kan rollen gives til den rigtige.',
  },
  formular: {
    titel: 'Vi gjorde ikke noget',
    hvad: 'Det, du sendte, kom ikke fra en side, som er lavet til dit login nu. Siden kan have stået åben, fra før du loggede ind.',
    goer: 'Åbn siden igen, og prøv en gang til. Intet er ændret.',
  },
  utilgaengelig: {
    titel: 'Siden kan ikke vises lige nu',
    hvad: 'Vi kan ikke hente det, siden skal vise. Det betyder ikke, at der intet er.',
    goer: 'Intet er gået tabt. Prøv igen om nogle minutter.',
  },
  uventet: {
    titel: 'Der skete en fejl hos os',
    hvad: 'Siden kunne ikke vises på grund af en fejl hos os.',
    goer: 'Prøv igen. Bliver det ved, så kontakt den, der driver Borgerblikket.',
  },
  travlt: {
    titel: 'Der er travlt lige nu',
    hvad: 'For mange bruger siden på samme tid.',
    goer: 'Du er stadig logget ind. Vent et øjeblik, og åbn siden igen.',
  },
  ugyldig: {
    titel: 'Det, du sendte, kan ikke bruges',
    hvad: 'Det er for stort eller har en form, som vi ikke kan læse.',
    goer: 'Intet er ændret. Gå tilbage, ret det, og prøv igen.',
  },
  udloebet: {
    titel: 'Du er logget ud',
    hvad: 'Dit login er udløbet, fordi du ikke har brugt siden i 15 minutter, eller fordi du loggede ud.',
    goer: 'Det, der var gemt, er gemt. Log ind igen for at fortsætte.',
  },
  loggetUd: {
    titel: 'Du er logget ud',
    hvad: 'Andre kan ikke se noget gennem dit login.',
    goer: 'Du kan lukke siden.',
  },
  loggetUdHer: {
    titel: 'Du er logget ud her',
    hvad: 'Om et øjeblik bliver du også logget ud hos MitID.',
    goer: 'Sker der ikke noget, så brug knappen.',
  },
  loggetUdHerOgDer: {
    titel: 'Du er logget ud her',
    hvad: 'Om et øjeblik bliver du også logget ud på din arbejdsplads.',
    goer: 'Sker der ikke noget, så brug knappen.',
  },
  logUdUbekraeftet: {
    titel: 'Du er logget ud her',
    hvad: 'Vi har ikke fået bekræftet, at du også er logget ud på din arbejdsplads. Den næste ved maskinen kan måske logge ind som dig.',
    goer: 'Log ud på din arbejdsplads, eller luk browseren.',
  },
  ikkeLoggetUd: {
    titel: 'Du er ikke logget ud',
    hvad: 'Ønsket om at logge ud kom fra en anden hjemmeside. Derfor har vi ikke gjort noget.',
    goer: 'Log ud med knappen øverst på siden.',
  },
  loginUkendt: {
    titel: 'Du er ikke logget ind',
    hvad: 'Dit login er udløbet, er allerede brugt eller blev begyndt i en anden browser.',
    goer: 'Prøv at logge ind igen.',
  },
  loginAfbrudt: { titel: 'Du er ikke logget ind', hvad: 'Du afbrød dit login.', goer: 'Log ind, når du er klar.' },
  loginNede: {
    titel: 'Du kan ikke logge ind lige nu',
    hvad: 'Login med MitID Erhverv svarer ikke. Fejlen er ikke din.',
    goer: 'Prøv igen om et par minutter.',
  },
  loginFejl: {
    titel: 'Du er ikke logget ind',
    hvad: 'Login kunne ikke gennemføres på grund af en fejl hos os eller hos MitID.',
    goer: 'Prøv igen. Bliver det ved, så kontakt den, der driver Borgerblikket.',
  },
  loginNiveau: {
    titel: 'Dit login er ikke sikkert nok',
    hvad: 'Du loggede ind på sikringsniveau Lav. Her kræves Betydelig eller Høj.',
    goer: 'Log ind igen med et sikrere middel, for eksempel MitID-appen.',
  },
  loginPrivat: {
    titel: 'Du loggede ind som privatperson',
    hvad: 'Disse sider er for folk på arbejde, og du er ikke logget ind på dem.',
    goer: 'Log ind igen, og vælg din erhvervsidentitet. Egne oplysninger ser du på siderne for borgere.',
  },
  loginUdenOrganisation: {
    titel: 'Dit login nævner ingen organisation',
    hvad: 'Din erhvervsidentitet er ikke knyttet til et CVR-nummer og en bruger i en organisation, som vi kan læse.',
    goer: 'Tal med den, der administrerer MitID Erhverv hos jer.',
  },
  samlAfvist: {
    titel: 'Du er ikke logget ind',
    hvad: 'Svaret fra jeres eget login kunne ikke godkendes. Derfor er du ikke logget ind, og intet er vist.',
    goer: 'Prøv igen. Bliver det ved, så kontakt den, der står for login på din arbejdsplads.',
  },
  samlAfvistDer: {
    titel: 'Du er ikke logget ind',
    hvad: 'Jeres eget login sagde nej. Vi har ikke fået at vide hvorfor.',
    goer: 'Prøv igen, eller kontakt den, der står for login på din arbejdsplads.',
  },
  samlTid: {
    titel: 'Du er ikke logget ind',
    hvad: 'Svaret fra jeres eget login gælder ikke på dette tidspunkt. Det kan være for gammelt, eller to ure går forskelligt.',
    goer: 'Log ind igen. Bliver det ved, så kontakt den, der står for login på din arbejdsplads.',
  },
  samlFremmed: {
    titel: 'Du er ikke logget ind',
    hvad: 'Jeres eget login nævnte en anden organisation end dem, det må tale for.',
    goer: 'Vælg din egen arbejdsplads, når du logger ind. Bliver det ved, så kontakt den, der står for login hos jer.',
  },
  logUdAfvist: {
    titel: 'Vi gjorde ikke noget',
    hvad: 'Beskeden om at logge ud kunne ikke godkendes. Er du logget ind her, så er du det stadig.',
    goer: 'Log ud med knappen øverst på siden.',
  },
} as const

export type Arbejdsfejltekster = Oversat<typeof arbejdsfejlDa>
