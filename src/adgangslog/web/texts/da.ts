import type { Logkontroltekster } from './en.ts'

/** The page on which a file of look-ups is checked. */
export const logkontrolDa: Logkontroltekster = {
  overskrift: 'Kontrollér listen over, hvem der har set',
  lead: 'Vælg den fil, du har hentet fra »Hvem har set«. Din browser regner selv efter. Intet fra filen bliver sendt.',
  udenScript: 'Kontrollen her på siden kræver JavaScript. Uden kan du lade et program gøre det: se nederst på siden.',
  fil: 'Filen',
  filHjaelp: 'hvem-har-set.json',
  foer: 'En fil, du har hentet før',
  foerHjaelp: 'Kan udelades. Med den kan du se, at ingen linje er taget ud siden.',
  andetsteds: 'Brug nøgler og underskrifter, som du har andre steder fra',
  noegle: 'Loggens nøgle',
  noegleHjaelp:
    'Den er hentet herfra. Har du den fra et andet sted, så brug den i stedet: så behøver du ikke stole på denne side.',
  vidnekontrolpunkt: 'Et vidnes kontrolpunkt',
  vidnekontrolpunktHjaelp:
    'Kan udelades: det, vidner har skrevet under på, følger med filen. Har du et fra et vidne selv, går det forud.',
  vidnenoegler: 'Vidnernes nøgler',
  vidnenoeglerHjaelp: 'Én på hver linje. De, der står her, er hentet herfra. En, du har fra vidnet selv, viser mere.',
  knap: 'Kontrollér',
  udfald: {
    beviste: 'Linjer, der står i loggen, som de står i filen: {0}.',
    forkerte: 'Linjer i filen, der ikke er, hvad der står i loggen: {0} (nummer {1}).',
    fremmede: 'Linjer i filen, der er om en anden eller står der to gange: {0} (nummer {1}).',
    udaekkede:
      'Linjer, der er nyere end det, loggen har skrevet under på: {0}. Om dem er intet vist. Hent filen igen om et minut.',
    ingenVidner:
      'Hverken filen eller du giver noget, et vidne har skrevet under på. Kontrollen hviler på loggens egen underskrift alene.',
    vidnenoegleUgyldig: 'Vidnets nøgle kan ikke læses.',
    kontrolpunktUgyldigt: 'Vidnets kontrolpunkt er ikke fra denne log, eller en underskrift holder ikke.',
    vidneMangler: 'Intet vidne med den nøgle har skrevet under på kontrolpunktet.',
    vidneUenig: 'Loggen hænger ikke sammen med det, vidnet har skrevet under på. Gem begge dele, og spørg kommunen.',
    vidneEnig:
      'Loggen hænger sammen med det, {0} har skrevet under på. Linjer i hele loggen, der er kommet til siden og ikke er dækket af vidnet: {1}.',
    vidneDaekker:
      'Linjer i filen, som et vidnes underskrift dækker: {0}. Nyere, som hviler på loggens egen underskrift alene: {1}.',
    ingenFoer: 'Du har ikke givet en fil fra før. Derfor er det ikke vist, om linjer er taget ud siden.',
    foerUgyldig: 'Filen fra før er ikke et udtræk af denne log.',
    foerForkert: 'Der er linjer i filen fra før, som ikke er, hvad der stod i loggen.',
    foerUenig: 'Loggen er ikke gået videre fra den, filen fra før er hentet af. Gem begge filer, og spørg kommunen.',
    foerUdvalg: 'Den nye fil holder kun nogle linjer efter dit valg. Hent en uden at vælge periode eller hvem.',
    foerMangler: 'Linjer fra filen fra før, der mangler i den nye: {0} (nummer {1}). Gem begge filer, og spørg kommunen.',
    foerHel: 'Linjer fra filen fra før, der er her endnu: {0}. Ældre, end den nye fil går tilbage til: {1}.',
    ingenKrypto: 'Din browser kan ikke regne efter her. Brug en nyere browser, eller lad et program gøre det.',
    noegleUgyldig: 'Loggens nøgle kan ikke læses.',
    filUgyldig: 'Filen er ikke et udtræk af den log, som nøglen hører til.',
    fejl: 'Det kunne ikke kontrolleres. Prøv igen.',
  },
  vidner: {
    overskrift: 'Vidner',
    tekst:
      'De skriver under på loggen hvert minut, og kun når den er gået videre fra det, de skrev under på før. Det, driften alene har skrevet under på, kunne den skrive under på forfra.',
    ingen: 'Loggen har ingen vidner endnu. Den hviler alene på underskriften fra dem, der driver den.',
    vidne: 'Vidne',
    senest: 'Senest',
    linjer: 'Linjer',
    noegle: 'Nøgle',
    aldrig: 'Ikke endnu',
  },
  kanIkke: {
    overskrift: 'Det kan kontrollen ikke vise',
    punkter: [
      'Om alt, der er set, er skrevet i loggen. Det skal programmet sørge for: det viser intet, før linjen er skrevet.',
      'Om der er linjer, som du aldrig har fået. Nogle kan være udeladt efter loven.',
      'Noget om de nyeste linjer: loggen skriver under hvert tiende sekund, og et vidne kommer sjældnere.',
      'At denne side selv er ærlig: den kommer fra dem, den kontrollerer. Et program på din egen maskine gør ikke.',
    ],
  },
  program: {
    overskrift: 'Med et program på din egen maskine',
    tekst: 'Programmet er åbent og kræver intet andet end filen og nøglen.',
  },
}
