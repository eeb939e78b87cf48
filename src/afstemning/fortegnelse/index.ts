export {
  type AfstemningRaekke,
  type ForskelRaekke,
  findAfstemning,
  listForskelle,
  listOensker,
  settleForskelle,
} from './afstemning.sql.ts'
export type {
  Afstemningsafvisning,
  Afstemningsresultat,
  Forskel,
  Kildeobjekt,
  Oplyst,
  Trinknude,
  Trinsvar,
} from './afstemning.ts'
export { createForloeb, type Forloeb } from './forloeb.ts'
