export { findBrudte, loadBeviser, lockBeviser, proveAfstemt, readBrudnummer, type Stand, toBevis } from './bevis.sql.ts'
export type { Beroert, Bevis } from './bevis.ts'
export { type LivstegnRaekke, listLivstegn, loadLivstegnstider, loadSenesteLivstegn } from './livstegn.sql.ts'
export {
  AFSTEMT_GYLDIG_MS,
  type Kommunetegn,
  LIVSTEGN_SAETNINGER,
  type Livstegn,
  type Livstegnsafvisning,
  type Livstegnssvar,
} from './livstegn.ts'
export { recordBeroerte } from './record-beroerte.ts'
export { recordLivstegn } from './record-livstegn.ts'
