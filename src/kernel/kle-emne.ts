/** A KLE emne, NN.NN.NN (KL Emnesystematik): hovedgruppe.gruppe.emne. */
export type KleEmne = string & { readonly __kle: true }
/** A KLE handlingsfacet: a letter and up to two digits, as G01 or Ø34. */
export type Handlingsfacet = string & { readonly __facet: true }
/** A KLE hovedgruppe (NN), gruppe (NN.NN) or emne (NN.NN.NN): what a rule or a right can be given for. */
export type KlePraefiks = string & { readonly __klePraefiks: true }

export const parseKleEmne = (text: string): KleEmne | undefined =>
  /^\d{2}\.\d{2}\.\d{2}$/.test(text) ? (text as KleEmne) : undefined

export const parseHandlingsfacet = (text: string): Handlingsfacet | undefined =>
  /^[A-ZÆØÅ]\d{0,2}$/.test(text) ? (text as Handlingsfacet) : undefined

export const parseKlePraefiks = (text: string): KlePraefiks | undefined =>
  /^\d{2}(\.\d{2}){0,2}$/.test(text) ? (text as KlePraefiks) : undefined

/** True where `emne` is `praefiks` itself or lies below it. Segment by segment: 27.3 is no prefix of 27.36.04. */
export const isUnderPraefiks = (emne: string, praefiks: string): boolean => emne === praefiks || emne.startsWith(`${praefiks}.`)
