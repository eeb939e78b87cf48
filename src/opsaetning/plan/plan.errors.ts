/** Why a change of the plan was refused, with the sentence that is read. */
export type Planafvisning = 'IKKE_DIN_ROLLE' | 'ANDEN_VAR_FOERST' | 'FINDES_IKKE' | 'FOR_MANGE' | 'INTET_AT_AABNE'

export const PLAN_SAETNINGER: { readonly [A in Planafvisning]: { readonly da: string; readonly en: string } } = {
  IKKE_DIN_ROLLE: {
    da: 'Kun en projektansvarlig kan ændre planen.',
    en: 'Only a project lead can change the plan.',
  },
  ANDEN_VAR_FOERST: {
    da: 'En kollega har ændret planen imens. Intet er gemt. Her er planen, som den er nu.',
    en: 'A colleague has changed the plan meanwhile. Nothing was saved. Here is the plan as it is now.',
  },
  FINDES_IKKE: { da: 'Etapen findes ikke længere.', en: 'The stage is no longer there.' },
  FOR_MANGE: {
    da: 'Planen har så mange etaper, som den kan have. Fjern en, før I laver en ny.',
    en: 'The plan has as many stages as it can have. Remove one before you make another.',
  },
  INTET_AT_AABNE: {
    da: 'Der er intet at lave et udkast til: alle etapens numre er åbne eller med i et udkast.',
    en: 'There is nothing to draft: all the stage’s numbers are open or in a draft.',
  },
}
