import type { Regelnavn } from '#visning'
import type { Oversat } from '#web'

/** The words of the pages on which a municipality sees as a citizen does, and asks why. */
export const verifikationDa = {
  punkt: {
    somBorger: { navn: 'Se som borger', om: 'Se, hvad en bestemt borger ser, nu eller efter et udkast.' },
    forklar: { navn: 'Forklar', om: 'Find ud af, hvorfor noget vises eller ikke vises for en borger.' },
  },
  somBorger: {
    overskrift: 'Se som borger',
    lead: 'Du ser borgerens egne sider, som borgeren ser dem. Du kan ikke ændre noget.',
    knap: 'Se siderne',
  },
  forklar: {
    overskrift: 'Forklar en visning',
    lead: 'Vælg en borger og én ting. Så ser du, om den vises, efter hvilken regel, og hvad der skal til for at ændre det.',
    knap: 'Forklar',
  },
  logget: 'Opslaget bliver skrevet i borgerens “Hvem har set” som kommunens kontrol af, hvad der vises. Dit navn står der ikke.',
  kunEgne:
    'Her ses kun det, som kommunen selv har leveret. Har borgeren sager i andre kommuner, står de på borgerens egne sider, men ikke her.',
  felt: {
    cpr: {
      etiket: 'Borgerens CPR-nummer',
      hjaelp: 'Ti cifre. Nummeret kommer ikke til at stå i adressen.',
      fejl: 'Skriv et CPR-nummer på ti cifre.',
    },
    objekt: {
      etiket: 'Sagens, dokumentets eller ydelsens id',
      hjaelp: 'UUID, som det står i fagsystemet eller i adressen på borgerens side.',
      fejl: 'Skriv et UUID.',
    },
    formaal: { etiket: 'Formål', fejl: 'Vælg et formål.' },
    begrundelse: {
      etiket: 'Hvorfor',
      hjaelp: 'En sætning på 10 til 200 tegn uden CPR-numre.',
      fejl: 'Skriv en sætning på 10 til 200 tegn på én linje og uden CPR-numre.',
    },
    udkast: { etiket: 'Efter hvilke regler', idag: 'Dem, der gælder nu', fejl: 'Udkastet findes ikke mere. Vælg igen.' },
  },
  vaelg: 'Vælg',
  formaal: {
    borgerSpoerger: 'En borger har spurgt',
    kvalitet: 'Kontrol af kvaliteten',
    aendring: 'Afprøvning af en ændring, før den gennemføres',
    fejl: 'Undersøgelse af en fejl',
  },
  bjaelke: {
    tekst: 'Fremvisning. Du ser en borgers sider, som borgeren ser dem.',
    idag: 'Efter de regler, der gælder nu.',
    udkast: (navn: string, tid: string) => `Efter udkastet “${navn}”, som det vil være ${tid}.`,
    kunEgne: 'Andre kommuners sager er ikke med.',
    slut: 'Afslut fremvisningen',
    borger: 'Borgeren',
  },
  udloebet: {
    overskrift: 'Fremvisningen er slut',
    tekst:
      'En fremvisning varer et kvarter og kan kun bruges, hvor den blev begyndt. Begynd en ny, hvis du stadig har brug for den.',
  },
  ingenSide: {
    overskrift: 'Borgeren har ingen sådan side',
    tekst: 'Der er intet her, som vises for borgeren efter disse regler. “Hvem har set” kan kun borgeren selv se.',
  },
  forklaring: {
    overskrift: 'Forklaring',
    vises: 'Vises for borgeren',
    skjult: 'Vises ikke for borgeren',
    findesIkke: 'Kommunen har ikke leveret en sådan ting om denne borger.',
    medOrdene: 'Med ordene',
    hvorfor: 'Hvorfor',
    forAtVise: 'For at det kan vises',
    siden: 'Siden hvornår',
    aendret: 'Fagsystemet ændrede det sidst',
    vurderet: 'Titlen blev kontrolleret',
    ikkeVurderet: 'ikke endnu',
    gaelderFra: (kle: string, dag: string) => `Reglerne for ${kle} gælder fra ${dag}`,
    ingenRegler: 'Kommunen har ingen regler for nummeret; det er lukket.',
    regler: 'Regel for regel',
    som: { egen: 'Efter eget nummer', sag: 'På sagen', ydelse: 'Som ydelse' },
    sagenVisesIkke: 'Sagen vises ikke.',
    udfald: { vises: 'Tillader visning', skjules: 'Skjuler', kanIkkeAfgoeres: 'Kan ikke afgøres' },
    kolonne: { udfald: 'Udfald', regel: 'Regel', forklaring: 'Forklaring' },
    regel: {
      rolle: 'Rolle',
      foraeldremyndighed: 'Forældremyndighed',
      visningsklasse: 'Visningsklasse',
      sagModtaget: 'Sagen er modtaget',
      altidLukket: 'Altid lukkede emner',
      aabnet: 'Åbnet af kommunen',
      fradato: 'Fradato',
      fagsystem: 'Fagsystem',
      dokumenttitler: 'Dokumenttitler',
      dokumenttyper: 'Dokumenttyper',
      journalnotater: 'Notater',
      notatsystemer: 'Notaters fagsystem',
      notatfrist: 'Forfatterens frist',
      ydelser: 'Ydelser',
      udbetalinger: 'Udbetalinger',
      aftaler: 'Aftaler',
      kvalitet: 'Kontrol af indholdet',
      karantaene: 'Ventetid på brevet',
      ventArbejdsdage: 'Ventedage',
      noedstop: 'Nødstop',
    } satisfies { readonly [R in Regelnavn]: string },
    igen: 'Spørg om en anden ting',
  },
}

export type Verifikationstekster = Oversat<typeof verifikationDa>
