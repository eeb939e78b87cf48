export { FORMER, type Form, toCloudEvent, typeOf } from './besked.ts'
export {
  findHoved,
  giveLoebenumre,
  HAENDELSESKOLONNER,
  type Haendelsesraekke,
  type Hoved,
  listAlleEfter,
  listEfter,
  listUdenLoebenr,
  lockHoved,
  moveHoved,
  toHaendelse,
} from './haendelse.sql.ts'
export { HAENDELSESARTER, type Haendelse, type Haendelsesart } from './haendelse.ts'
export { toHaendelsesbesked } from './haendelsesbesked.ts'
export { createHovedvagt, type Hovedvagt } from './hovedvagt.ts'
export { readMaerke, writeMaerke } from './maerke.ts'
