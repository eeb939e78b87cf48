/** The rules on received items, shared by SOAP and REST. */
export { checkAendring } from './check-aendring.ts'
export { checkElement } from './check-element.ts'
export { parsePeriode } from './check-virkning.ts'
export {
  type Brydning,
  brydAntal,
  brydninger,
  brydTvaer,
  fuldtElement,
} from './fuldt-element.ts'
export { IND_REGLER, type IndNummer, indBrud } from './ind-regler.ts'
export { KATALOGER, listRegler } from './katalog.ts'
export type { Artskatalog, Katalogregel, NummereretFelt, Tvaerregel } from './katalog.typer.ts'
export { findListeregel, type Listeregel } from './listeregel.ts'
export { type Afsender, normalizeAendring, normalizeRest } from './normalize-rest.ts'
export { regelForSti } from './regel-for-sti.ts'
export { HOEJST_BRUD, type Regelbrud } from './regelbrud.ts'
export type { Klassenavn } from './roller.data.ts'
export { createRollekatalog, type Rollekatalog, type Rolleoverrides, standardRoller } from './roller.ts'
export { isKunVarslet, skelVarsler, VARSLEDE } from './varsel.ts'
