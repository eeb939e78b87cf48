import type { Oversat } from '#web'

/** Pages of plain text. A paragraph is a string; a list is an array of them. */
export const siderDa = {
  forside: {
    titel: 'Se, hvad din kommune har om dig',
    lead: 'Borgerblikket samler dine sager, breve, notater, ydelser og udbetalinger fra kommuner på ét sted.',
    login: 'Du skal bruge dit eget MitID for at se dine oplysninger.',
    udlogning: 'Vi logger dig ud, når du ikke har gjort noget i 15 minutter.',
    viser: 'Det kan du se her',
    grunde: [
      { titel: 'Dine sager', tekst: 'Hvilke sager kommuner har med dig, hvor langt de er, og hvem du kan spørge.' },
      { titel: 'Dine penge', tekst: 'Hvad du er bevilget, hvad der er udbetalt, og hvornår du får penge næste gang.' },
      { titel: 'Hvem der har set', tekst: 'Hver gang nogen ser dine oplysninger her, bliver det skrevet ned, så du kan se det.' },
    ],
    viserIkke: 'Det kan du ikke se her',
    ikke: [
      'Sager hos staten, regionen, sygehuse og Skattestyrelsen.',
      'Folkepension, boligstøtte, børneydelse og andet fra Udbetaling Danmark, hvor de ikke er tilsluttet.',
      'Det, din kommune ikke har åbnet for eller ikke har tilsluttet endnu. Vi skriver det på siden, når vi ikke ved noget.',
      'Sager og oplysninger, som er undtaget efter loven.',
    ],
    under15: 'Er du under 15 år, er det dine forældre, der kan se dine sager her.',
  },
  saadanVirkerDet: {
    titel: 'Sådan virker det',
    lead: 'Kommunens systemer sender os besked, når der sker noget i dine sager. Vi viser det til dig og til ingen andre borgere.',
    afsnit: [
      {
        overskrift: 'Hvor kommer oplysningerne fra?',
        tekst: [
          'Kommuner bruger mange systemer: et til hjemmehjælp, et til jobcenteret, et til daginstitutioner og flere andre. De systemer, der er tilsluttet, sender os de vigtigste oplysninger om dine sager.',
          'Vi laver ikke om på dem. Står der noget forkert, er det også forkert hos kommunen.',
        ],
      },
      {
        overskrift: 'Hvem bestemmer, hvad jeg kan se?',
        tekst: [
          'Din kommune bestemmer, hvilke slags sager der vises, og fra hvornår. Nogle sager og oplysninger må kommunen ikke vise her, for eksempel fordi loven beskytter en anden person.',
          'Nye afgørelser vises først, når brevet er sendt, så du ikke læser dem her, før du har fået brevet.',
        ],
      },
      {
        overskrift: 'Hvad betyder det, når der ikke står noget?',
        tekst: [
          'Vi skriver kun, at der ingen sager er, som kan vises, når alle systemer, der kunne have dem, er tilsluttet, og vi har talt efter. Ellers skriver vi, hvad vi ikke ved, og hvem du kan spørge.',
        ],
      },
      {
        overskrift: 'Kan jeg få hjælp af en anden?',
        tekst: [
          'Har du forældremyndighed over et barn under 15 år, kan du se nogle af barnets sager. Du kan også printe en side og tage den med, når du taler med kommunen eller med den, der hjælper dig.',
        ],
      },
      {
        overskrift: 'Er der nogen, der holder øje med dig?',
        tekst: [
          'På alle sider er der en knap, som hurtigt fører dig væk til en side om vejret. Fanen i din browser viser kun navnet Borgerblikket. Din browser kan stadig huske, at du har været her. Slet historikken, hvis andre bruger din telefon eller computer.',
        ],
      },
    ],
  },
  privatliv: {
    titel: 'Dine oplysninger og dit privatliv',
    lead: 'Din kommune har ansvaret for oplysningerne om dig. Borgerblikket viser dem for kommunen.',
    afsnit: [
      {
        id: 'hvad',
        overskrift: 'Hvad har vi om dig?',
        tekst: [
          'Vi har det, som kommunens systemer har sendt: titler på sager og breve, notater, ydelser, udbetalinger, aftaler og frister. Vi har ikke selve brevene.',
          'Dit CPR-nummer er gemt låst, og det står ikke i adresser på sider eller i vores tekniske optegnelser.',
          'Svarer du på, om du kunne forstå et notat, gemmer vi kun ja eller nej. Dit navn og notatet bliver ikke gemt sammen med svaret.',
        ],
      },
      {
        id: 'hvem',
        overskrift: 'Hvem kan se det?',
        tekst: [
          'Du kan se dine egne oplysninger. Den, der har forældremyndighed over et barn under 15 år, kan se nogle af barnets. Hvert opslag bliver skrevet ned, før noget bliver vist. Kan vi ikke skrive det ned, viser vi intet.',
        ],
      },
      {
        id: 'ret',
        overskrift: 'Hvordan får jeg noget rettet?',
        tekst: [
          'Sig det til den enhed, der står på sagen, eller til din kommune. Fortæl, hvad der er forkert, og hvad der er rigtigt. Kommunen skal svare dig, som regel inden en måned.',
          'Kommunen må som regel ikke slette det gamle, men skal skrive din rettelse ved siden af. Siger kommunen nej, skal den fortælle hvorfor, og hvordan du kan klage.',
        ],
      },
      {
        id: 'aktindsigt',
        overskrift: 'Kan jeg få alt at se?',
        tekst: [
          'Du har ret til at bede kommunen om at se dine sager og om at få at vide, hvilke oplysninger den har om dig. Det hedder aktindsigt og indsigt. Du beder om det hos kommunen, og du behøver ikke at sige hvorfor.',
        ],
      },
      {
        id: 'klage',
        overskrift: 'Hvor kan jeg klage?',
        tekst: ['Spørg først din kommunes databeskyttelsesrådgiver. Du kan også klage til Datatilsynet på datatilsynet.dk.'],
      },
      {
        id: 'cookies',
        overskrift: 'Bruger I cookies?',
        tekst: [
          'Kun dem, der skal til for at holde dig logget ind og huske, hvilket sprog du læser. Vi følger dig ikke, og vi deler intet med andre hjemmesider.',
        ],
      },
    ],
  },
  tilgaengelighed: {
    titel: 'Tilgængelighedserklæring',
    lead: 'Alle skal kunne bruge Borgerblikket. Sig til, hvis du ikke kan.',
    afsnit: [
      {
        overskrift: 'Hvad har vi gjort?',
        tekst: [
          'Siderne er lavet efter WCAG 2.1 på niveau A og AA, som loven om tilgængelighed af offentlige organers websteder kræver. Alt det vigtige virker uden script, med tastatur, ved stor forstørrelse og på print.',
        ],
      },
      {
        overskrift: 'Hvordan har vi prøvet det?',
        tekst: [
          'Et program gennemgår hver side på dansk og engelsk, på telefon og computer, hver gang vi ændrer noget. Et program finder ikke alt. Siderne er ikke prøvet af mennesker med handicap endnu.',
        ],
      },
      {
        overskrift: 'Hvad er ikke tilgængeligt?',
        tekst: [
          'Vi kender ingen fejl i siderne selv. Titler og notater er skrevet af medarbejdere i kommuner og kan være svære at forstå.',
        ],
      },
      {
        overskrift: 'Hvor siger jeg det, hvis noget ikke virker?',
        tekst: [
          'Skriv eller ring til din kommune. Fortæl, hvilken side det var, og hvad du ville. Får du ikke et svar, du kan bruge, kan du gå til Digitaliseringsstyrelsen på digst.dk.',
        ],
      },
    ],
  },
  kontakt: {
    titel: 'Kontakt',
    lead: 'Det er din kommune, der kender dine sager.',
    afsnit: [
      {
        overskrift: 'Spørgsmål om en sag',
        tekst: [
          'Åbn sagen. Der står, hvilken enhed der har den, med telefon og åbningstider. Skriv ikke følsomme oplysninger i en almindelig e-mail. Brug Digital Post.',
        ],
      },
      {
        overskrift: 'Mangler der noget?',
        tekst: ['Se først under Hvad kan jeg se her, om området er med. Er det ikke, så ring til kommunens Borgerservice.'],
      },
      {
        overskrift: 'Hjælp til MitID',
        tekst: ['Kommunens Borgerservice kan hjælpe dig. Du kan også få hjælp på mitid.dk.'],
      },
      {
        overskrift: 'Er du i fare?',
        tekst: [
          'Ring 112. Bliver du udsat for vold af en, du kender, kan du ringe gratis til Lev Uden Vold på 1888. Nummeret står ikke på telefonregningen.',
        ],
      },
    ],
  },
} as const

export type Sidetekster = Oversat<typeof siderDa>
