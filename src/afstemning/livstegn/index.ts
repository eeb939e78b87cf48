export { findBrudte, loadBeviser, lockBeviser, proveAfstemt, readBrudnummer, type Stand, toBevis } from './bevis.sql.ts'
export type { Beroert, Bevis } from './bevis.ts'
export { loadLivstegnstider, loadSenesteLivstegn, type SenesteLivstegn } from './livstegn.sql.ts'
export {
  AFSTEMT_GYLDIG_MS,
  type Kommunetegn,
  LIVSTEGN_SAETNINGER,
  type Livstegn,
  type Livstegnsafvisning,
  type Livstegnssvar,
} from './livstegn.ts'
export { recordBeroerte, unbindBeviser } from './record-beroerte.ts'
export { recordLivstegn } from './record-livstegn.ts'
export { removeGamleLivstegn } from './remove-gamle.ts'
