export { type Afvisning, toProblem } from './abonnement.errors.ts'
export { type Klarraekke, listKlare, listLyttende, toAbonnement, toGraenser } from './abonnement.sql.ts'
export { type Abonnement, type Ejer, FORMAAL, type Graenser, type Oensker } from './abonnement.ts'
export { proveModtager } from './bevis.ts'
export { openHemmelighed, signHeaders } from './hemmelighed.ts'
export {
  deleteAbonnement,
  findEget,
  listEgne,
  pauseAbonnement,
  resumeAbonnement,
  rotateHemmelighed,
  type Spoerger,
} from './livscyklus.ts'
export { mayHear, wants } from './may-hear.ts'
export { type Abonnementsdeps, createAbonnement, type Nyt } from './opret.ts'
