import type { Oversat } from './oversat.ts'

/** Error pages: what happened, what is safe, what to do. */
export const fejlDa = {
  ikkeFundet: {
    titel: 'Vi kan ikke vise denne side',
    hvad: 'Adressen kan være skrevet forkert, eller siden er ikke en, du kan se. Vi kan ikke sige, hvilken af delene det er.',
    sikkert: 'Der er ikke sket noget med dine oplysninger.',
    goer: 'Gå til overblikket, og find det, du leder efter, derfra. Mangler du noget, så spørg din kommune.',
  },
  ingenAdgang: {
    titel: 'Du har ikke adgang til denne side',
    hvad: 'Siden kan kun bruges af andre, end den du er logget ind som.',
    sikkert: 'Dine egne oplysninger kan du stadig se, og ingen har set dem ved dette forsøg.',
    goer: 'Gå til overblikket. Skulle du have adgang på en andens vegne, så spørg din kommune.',
  },
  formular: {
    titel: 'Siden var blevet for gammel',
    hvad: 'Det, du sendte, kom fra en side, som havde stået åben for længe. Derfor har vi ikke gjort noget.',
    sikkert: 'Intet er ændret, og ingen andre har fået dine oplysninger.',
    goer: 'Gå tilbage, åbn siden igen, og prøv en gang til.',
  },
  log: {
    titel: 'Vi viser intet lige nu',
    hvad: 'Vi viser intet lige nu, fordi vi ikke kan skrive ned, at oplysningerne bliver set. Ingen må se dine oplysninger, uden at du kan se det bagefter.',
    sikkert: 'Dine oplysninger er der stadig. Intet er gået tabt, og intet er vist.',
    goer: 'Prøv igen om nogle minutter. Haster det, så ring til din kommune.',
  },
  utilgaengelig: {
    titel: 'Vi viser intet lige nu',
    hvad: 'Vi viser intet lige nu, fordi vi ikke kan hente oplysningerne. Det betyder ikke, at der ingen er.',
    sikkert: 'Dine oplysninger er der stadig. Intet er gået tabt.',
    goer: 'Prøv igen om nogle minutter. Haster det, så ring til din kommune.',
  },
  travlt: {
    titel: 'Der er travlt lige nu',
    hvad: 'Vi viser intet lige nu, fordi for mange bruger siden på samme tid.',
    sikkert: 'Dine oplysninger er der stadig, og du er stadig logget ind.',
    goer: 'Vent et øjeblik, og åbn siden igen.',
  },
  uventet: {
    titel: 'Noget gik galt hos os',
    hvad: 'Siden kunne ikke laves færdig. Fejlen er hos os og ikke hos dig, og vi har skrevet den ned.',
    sikkert: 'Dine oplysninger er der stadig. Intet er ændret.',
    goer: 'Prøv igen. Sker det flere gange, så skriv til os, og fortæl hvad tid det skete.',
  },
  udloebet: {
    titel: 'Du er logget ud, fordi der ikke skete noget',
    hvad: 'Du havde ikke brugt siden i 15 minutter. Så logger vi dig ud, for at andre ikke kan se dine oplysninger.',
    sikkert: 'Ingen kan se dine oplysninger på denne skærm uden at logge ind igen.',
    goer: 'Log ind igen, hvis du vil fortsætte. Er det ikke din egen computer, så luk også browseren.',
  },
  loggetUd: {
    titel: 'Du er logget ud',
    hvad: 'Du er nu logget ud af Borgerblikket.',
    sikkert: 'Ingen kan se dine oplysninger på denne skærm uden at logge ind igen. Knappen Tilbage viser dem heller ikke.',
    goer: 'Er det ikke din egen computer, så luk også browseren.',
  },
  loggetUdHer: {
    titel: 'Du er logget ud her',
    hvad: 'Du er logget ud af Borgerblikket. Nu logger vi dig også ud hos MitID.',
    sikkert: 'Ingen kan se dine oplysninger på denne skærm uden at logge ind igen.',
    goer: 'Sker der ikke noget, så tryk på knappen.',
  },
  ikkeLoggetUd: {
    titel: 'Du er ikke logget ud',
    hvad: 'En anden hjemmeside bad om at logge dig ud. Det gør vi kun, når du selv beder om det her.',
    sikkert: 'Intet er vist for den anden hjemmeside.',
    goer: 'Vil du logge ud, så gå til overblikket, og tryk på Log ud.',
  },
  loginNiveau: {
    titel: 'Din MitID-login var ikke sikker nok',
    hvad: 'For at vise personlige oplysninger skal vi være mere sikre på, at det er dig. Du brugte et login på et lavere niveau.',
    sikkert: 'Du er ikke logget ind, og intet er vist.',
    goer: 'Log ind igen med MitID-appen eller kodeviser. Virker det ikke, så kan Borgerservice hjælpe dig med MitID.',
  },
  loginUdenCpr: {
    titel: 'Vi kunne ikke se, hvem du er',
    hvad: 'MitID gav os ikke et CPR-nummer. Uden det kan vi ikke finde dine oplysninger hos kommunen.',
    sikkert: 'Du er ikke logget ind, og intet er vist.',
    goer: 'Spørg din kommune. Borgerservice kan hjælpe dig med MitID.',
  },
  loginNede: {
    titel: 'MitID svarer ikke',
    hvad: 'Vi kunne ikke få svar fra MitID. Derfor kan vi ikke lukke dig ind lige nu.',
    sikkert: 'Du er ikke logget ind, og intet er vist. Dine oplysninger er der stadig.',
    goer: 'Prøv igen om nogle minutter. Haster det, så ring til din kommune.',
  },
  loginFejl: {
    titel: 'Du kunne ikke blive logget ind',
    hvad: 'MitID sagde nej, uden at vi kan se hvorfor. Fejlen er ikke din.',
    sikkert: 'Du er ikke logget ind, og intet er vist. Dine oplysninger er der stadig.',
    goer: 'Prøv igen. Bliver det ved, så ring til din kommune.',
  },
  loginErhverv: {
    titel: 'Du loggede ind for en virksomhed',
    hvad: 'Her kan du kun se dine egne oplysninger. Derfor kan du ikke bruge et erhvervs-login.',
    sikkert: 'Du er ikke logget ind, og intet er vist.',
    goer: 'Log ind igen med dit private MitID.',
  },
  loginUkendt: {
    titel: 'Du blev ikke logget ind',
    hvad: 'Dit login var for gammelt, var brugt før eller begyndte i en anden browser.',
    sikkert: 'Du er ikke logget ind, og intet er vist.',
    goer: 'Prøv at logge ind igen.',
  },
  loginAfbrudt: {
    titel: 'Du blev ikke logget ind',
    hvad: 'Login blev afbrudt, før det var færdigt.',
    sikkert: 'Du er ikke logget ind, og intet er vist.',
    goer: 'Prøv igen, hvis du vil logge ind.',
  },
  loginUnder15: {
    titel: 'Du kan se dine sager her, når du fylder 15 år',
    hvad: 'Når du er under 15 år, er det dine forældre, der kan se dine sager her. Du har stadig ret til at vide, hvad kommunen gør for dig.',
    sikkert: 'Du er ikke logget ind, og intet er vist.',
    goer: 'Vil du vide noget, så spørg en voksen, du stoler på, eller ring til din kommune. Du kan ringe gratis og hemmeligt til BørneTelefonen på 116 111.',
  },
} as const

export type Fejltekster = Oversat<typeof fejlDa>
