import type { Noedstoptekster } from './da.ts'

const ting = (antal: number): string => (antal === 1 ? '1 item' : `${antal} items`)
const borgere = (antal: number): string => (antal === 1 ? '1 citizen' : `${antal} citizens`)

export const noedstopEn: Noedstoptekster = {
  punkt: { navn: 'Emergency stop', om: 'Stop the showing of something at once, and open again when it is mended.' },
  overskrift: 'Emergency stop',
  lead: "Where something is wrong on the citizens' pages, you can hide it at once. One person can stop. Opening again takes two.",
  kvittering: {
    stoppet: 'The showing is stopped',
    stoppetHvad: (hvad: string) => `${hvad} is shown to no citizen any more, from now on.`,
    beroert: (antal: number, hos: number) => `That hides ${ting(antal)} of ${borgere(hos)}.`,
    foreslaaet: 'You have proposed to open again',
    foreslaaetHvad: (hvad: string) => `${hvad} is still stopped, until somebody else has confirmed it.`,
    trukketTilbage: 'The proposal is taken back',
    trukketTilbageHvad: (hvad: string) => `${hvad} is still stopped.`,
    bekraeftet: 'It is open again',
    bekraeftetHvad: (hvad: string) => `${hvad} is now shown again by the ordinary rules.`,
  },
  aktive: {
    overskrift: 'Stopped now',
    ingen: 'Nothing is stopped.',
    siden: (hvem: string, tid: string) => `Stopped by ${hvem} ${tid}.`,
    duSelv: 'you',
    forslag: (hvem: string, dag: string) => `Proposed to be opened again by ${hvem} ${dag}:`,
    kanBekraefte: (navne: string) => `It can be confirmed by ${navne}.`,
    ingenAnden:
      'Nobody else in the municipality has a role that can confirm it. Ask the person responsible for operations to give one more the role.',
    foreslaa: 'Propose to open again',
    foreslaaHjaelp: 'Write what has been mended. Somebody else must confirm it before anything is shown.',
    foreslaaKnap: 'Propose',
    bekraeft: 'Confirm, and open again',
    traek: 'Take the proposal back',
    afvis: 'Refuse the proposal',
  },
  slags: {
    ting: 'A case, a document or another single thing',
    dokumenttype: 'A type of document',
    kilde: 'All from a system',
    omraade: 'A whole area',
  },
  hvad: {
    ting: (id: string) => `The item with the id ${id}`,
    dokumenttype: (type: string) => `Documents of the type ${type}`,
    kilde: (navn: string) => `All from ${navn}`,
    omraade: (navn: string) => `The area ${navn}`,
  },
  nyt: {
    overskrift: 'Stop something now',
    lead: 'Choose how much is to be hidden. Rather stop too much than too little: nothing is deleted.',
    vaerdi: {
      ting: 'Id (UUID)',
      dokumenttype: 'Type',
      kilde: 'System',
      omraade: 'Area',
    },
    hjaelp: {
      ting: 'It stands on the page that explains why something is shown, and in the source system. Where a case is stopped, what belongs to it is hidden too. Its number is no id.',
      dokumenttype: 'All documents of the type in the municipality are hidden.',
      kilde: 'All that the system has delivered for the municipality is hidden.',
      omraade: 'All in the area is hidden, also what belongs to another as well.',
    },
    begrundelse: 'Reason',
    begrundelseHjaelp:
      'What is wrong? Write no names or CPR numbers. The reason is kept and can be read by those of you who may stop and open.',
    knap: 'Stop now',
    vaelg: 'Choose',
  },
  fejl: {
    slags: 'Choose what is to be stopped. Nothing is stopped.',
    ting: 'Write an id like 123e4567-e89b-12d3-a456-426614174000. Nothing is stopped.',
    findesIkke: 'The municipality has nothing with that id. See that it is written right. Nothing is stopped.',
    dokumenttype: 'Choose a type. Nothing is stopped.',
    kilde: 'Choose a system. Nothing is stopped.',
    omraade: 'Choose an area. Nothing is stopped.',
    overskrift: 'It was not done',
  },
  hvem: {
    overskrift: 'Who can stop and open?',
    tekst: (navne: string) => `In the municipality ${navne} can. Who proposes to open cannot confirm it as well.`,
    ingen: 'Nobody has the role.',
  },
  historik: {
    overskrift: 'Opened again',
    ingen: 'Nothing that was stopped has been opened again.',
    kolonner: {
      hvad: 'What',
      stoppet: 'Stopped',
      aabnet: 'Opened again',
      hvorfor: 'Why',
    },
    af: (dag: string, hvem: string) => `${dag} by ${hvem}`,
    afTo: (dag: string, foerste: string, anden: string) => `${dag}, proposed by ${foerste} and confirmed by ${anden}`,
  },
}
