import type { Oversat } from '#web'

const ting = (antal: number): string => (antal === 1 ? '1 ting' : `${antal} ting`)
const borgere = (antal: number): string => (antal === 1 ? '1 borger' : `${antal} borgere`)

/** The words of the pages of the emergency stop. */
export const noedstopDa = {
  punkt: { navn: 'Nødstop', om: 'Stop visningen af noget med det samme, og åbn igen, når det er rettet.' },
  overskrift: 'Nødstop',
  lead: 'Er noget forkert på borgernes sider, kan du skjule det med det samme. Én kan stoppe. At åbne igen kræver to.',
  kvittering: {
    stoppet: 'Visningen er stoppet',
    stoppetHvad: (hvad: string) => `${hvad} vises ikke længere for nogen borger. Det virker fra nu af.`,
    beroert: (antal: number, hos: number) => `Det skjuler ${ting(antal)} hos ${borgere(hos)}.`,
    foreslaaet: 'Du har foreslået at åbne igen',
    foreslaaetHvad: (hvad: string) => `${hvad} er stadig stoppet, til en anden har bekræftet det.`,
    trukketTilbage: 'Forslaget er trukket tilbage',
    trukketTilbageHvad: (hvad: string) => `${hvad} er stadig stoppet.`,
    bekraeftet: 'Der er åbnet igen',
    bekraeftetHvad: (hvad: string) => `${hvad} vises nu igen efter de almindelige regler.`,
  },
  aktive: {
    overskrift: 'Stoppet nu',
    ingen: 'Intet er stoppet.',
    siden: (hvem: string, tid: string) => `Stoppet af ${hvem} ${tid}.`,
    duSelv: 'dig',
    forslag: (hvem: string, dag: string) => `Foreslået åbnet igen af ${hvem} ${dag}:`,
    kanBekraefte: (navne: string) => `Det kan bekræftes af ${navne}.`,
    ingenAnden: 'Ingen anden i kommunen har en rolle, som kan bekræfte det. Bed den driftsansvarlige om at give én mere rollen.',
    foreslaa: 'Foreslå at åbne igen',
    foreslaaHjaelp: 'Skriv, hvad der er rettet. En anden skal bekræfte det, før noget vises.',
    foreslaaKnap: 'Foreslå',
    bekraeft: 'Bekræft, og åbn igen',
    traek: 'Træk forslaget tilbage',
    afvis: 'Afvis forslaget',
  },
  slags: {
    ting: 'En sag, et dokument eller noget andet enkelt',
    dokumenttype: 'En type dokumenter',
    kilde: 'Alt fra et fagsystem',
    omraade: 'Et helt område',
  },
  hvad: {
    ting: (id: string) => `Tingen med id ${id}`,
    dokumenttype: (type: string) => `Dokumenter af typen ${type}`,
    kilde: (navn: string) => `Alt fra ${navn}`,
    omraade: (navn: string) => `Området ${navn}`,
  },
  nyt: {
    overskrift: 'Stop noget nu',
    lead: 'Vælg, hvor meget der skal skjules. Stop hellere for meget end for lidt: intet bliver slettet.',
    vaerdi: {
      ting: 'Id (UUID)',
      dokumenttype: 'Type',
      kilde: 'Fagsystem',
      omraade: 'Område',
    },
    hjaelp: {
      ting: 'Det står på siden, der forklarer, hvorfor noget vises, og i fagsystemet. Stoppes en sag, skjules også det, der hører til den. Dens nummer er ikke et id.',
      dokumenttype: 'Alle dokumenter af typen i kommunen skjules.',
      kilde: 'Alt, hvad fagsystemet har leveret for kommunen, skjules.',
      omraade: 'Alt i området skjules, også det, der tillige hører til et andet.',
    },
    begrundelse: 'Begrundelse',
    begrundelseHjaelp:
      'Hvad er galt? Skriv ikke navne eller CPR-numre. Begrundelsen gemmes og kan læses af jer, der må stoppe og åbne.',
    knap: 'Stop nu',
    vaelg: 'Vælg',
  },
  fejl: {
    slags: 'Vælg, hvad der skal stoppes. Intet er stoppet.',
    ting: 'Skriv et id som 123e4567-e89b-12d3-a456-426614174000. Intet er stoppet.',
    findesIkke: 'Kommunen har ikke noget med det id. Se efter, at det er skrevet rigtigt. Intet er stoppet.',
    dokumenttype: 'Vælg en type. Intet er stoppet.',
    kilde: 'Vælg et fagsystem. Intet er stoppet.',
    omraade: 'Vælg et område. Intet er stoppet.',
    overskrift: 'Det blev ikke gjort',
  },
  hvem: {
    overskrift: 'Hvem kan stoppe og åbne?',
    tekst: (navne: string) => `I kommunen kan ${navne}. Den, der foreslår at åbne, kan ikke selv bekræfte det.`,
    ingen: 'Ingen har rollen.',
  },
  historik: {
    overskrift: 'Åbnet igen',
    ingen: 'Der er ikke åbnet for noget, som har været stoppet.',
    kolonner: {
      hvad: 'Hvad',
      stoppet: 'Stoppet',
      aabnet: 'Åbnet igen',
      hvorfor: 'Hvorfor',
    },
    af: (dag: string, hvem: string) => `${dag} af ${hvem}`,
    afTo: (dag: string, foerste: string, anden: string) => `${dag}, foreslået af ${foerste} og bekræftet af ${anden}`,
  },
} as const

export type Noedstoptekster = Oversat<typeof noedstopDa>
