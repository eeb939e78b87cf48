/** The rules on received items, shared by SOAP and REST. */
export { checkElement } from './check-element.ts'
export {
  type Brydning,
  brydAntal,
  brydninger,
  fuldtElement,
} from './fuldt-element.ts'
export { IND_REGLER, type IndNummer, indBrud } from './ind-regler.ts'
export { KATALOGER, listRegler } from './katalog.ts'
export type { Artskatalog, Katalogregel, NummereretFelt } from './katalog.typer.ts'
export { type Afsender, normalizeRest } from './normalize-rest.ts'
export { regelForSti } from './regel-for-sti.ts'
export { HOEJST_BRUD, type Regelbrud } from './regelbrud.ts'
export type { Klassenavn } from './roller.data.ts'
export { createRollekatalog, type Rollekatalog, type Rolleoverrides, standardRoller } from './roller.ts'
