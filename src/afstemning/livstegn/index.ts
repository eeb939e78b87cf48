export {
  findBrudte,
  loadBeviser,
  lockBeviser,
  proveAfstemt,
  readBrudnummer,
  type Stand,
  toBevis,
} from './bevis.sql.ts'
export { AFSTEMT_GYLDIG_MS, type Beroert, type Bevis } from './bevis.ts'
export { recordBeroerte } from './record-beroerte.ts'
