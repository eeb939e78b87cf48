import type { Saetning } from '../forklaringer.ts'

/** Why a stop cannot be made or opened. Each sentence says what to do. */
export type Stopafvisning =
  | 'FINDES_IKKE'
  | 'BEGRUNDELSE_MANGLER'
  | 'ER_AABNET'
  | 'FORSLAG_FINDES'
  | 'INTET_FORSLAG'
  | 'KRAEVER_TO'
  | 'ANDEN_VAR_FOERST'

export const STOP_SAETNINGER: { readonly [A in Stopafvisning]: Saetning } = {
  FINDES_IKKE: { da: 'Det stop findes ikke her.', en: 'There is no such stop here.' },
  BEGRUNDELSE_MANGLER: {
    da: 'Skriv en begrundelse på mindst fem tegn, uden CPR-nummer.',
    en: 'Write a reason of at least five characters, without a CPR number.',
  },
  ER_AABNET: { da: 'Der er allerede åbnet igen.', en: 'It has been opened again already.' },
  FORSLAG_FINDES: {
    da: 'Nogen har allerede foreslået at åbne. En anden skal bekræfte det.',
    en: 'Somebody has proposed already to open. Another must confirm it.',
  },
  INTET_FORSLAG: {
    da: 'Ingen har foreslået at åbne, eller forslaget er trukket tilbage. Foreslå det først.',
    en: 'Nobody has proposed to open, or the proposal was taken back. Propose it first.',
  },
  KRAEVER_TO: {
    da: 'Det er dig, der har foreslået at åbne. En anden skal bekræfte det.',
    en: 'It was you who proposed to open. Another must confirm it.',
  },
  ANDEN_VAR_FOERST: {
    da: 'En anden nåede det først. Se, hvad der står nu.',
    en: 'Somebody else was first. See how it stands now.',
  },
}
