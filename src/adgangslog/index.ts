export { countForKommune, type Kommunelaeser, type Tal } from './count-for-kommune.ts'
export { addAdgangslogCommands } from './kommandoer.ts'
export {
  bevidnTilFil,
  createVidne,
  HOEJST_I_UDTRAEK,
  type Linjeraekke,
  type Logudtraek,
  type LukketFelt,
  openUnderskriver,
  readForseglet,
  readUdtraek,
  startForsegling,
  type Underskriver,
} from './merkle/index.ts'
export {
  findBesoegt,
  findEgneSpoergsmaal,
  findFortalte,
  findLogbegyndelse,
  findOpslag,
  findOpslagslinjer,
  insertSpoergsmaal,
  OPSLAGHVEM,
  type Opslaghvem,
  type OpslagRaekke,
  type SpoergsmaalRaekke,
} from './opslag.sql.ts'
export { readForDrift } from './read-for-drift.ts'
export { type Kildelaeser, type Kildelaesning, readForKilde } from './read-for-kilde.ts'
export { readForKommune, readNotattekster } from './read-for-kommune.ts'
export {
  readForSagsbehandler,
  readKendskab,
  type Sagsbehandlerhvad,
  type Sagsbehandlerlaesning,
} from './read-for-sagsbehandler.ts'
export { kontekstForTilsyn, readForTilsyn, type Tilsynsfoerende } from './read-for-tilsyn.ts'
export { Grundlagsfejl, type Laesedeps, type Laesning, readPersondata, Sessionsfejl } from './read-persondata.ts'
export { INGEN_PART, type Soegefund, type Soegelaeser, searchForSagsbehandler } from './search-for-sagsbehandler.ts'
export { createLogskriver, Logfejl, type Logskriver } from './skriver.ts'
export { findLoggraense, STANDARD_OPBEVARING_MAANEDER, sletGamleLinjer } from './sletning/slet.ts'
export { addVidne } from './vidne/laes.ts'
export { startVidner } from './vidne/start.ts'
export { kontrolpunktRoute } from './web/kontrolpunkt.route.ts'
export { vidneRoute } from './web/vidne.route.ts'
