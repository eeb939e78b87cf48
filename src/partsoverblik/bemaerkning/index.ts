export type { BemaerkningRaekke } from './bemaerkning.sql.ts'
export { type Bemaerkning, type Bemaerkningsslags, gaeldende } from './bemaerkning.ts'
export { bemaerkningsstatement, toBemaerkninger } from './laes-bemaerkninger.ts'
export { bemaerkningsmaerker } from './web/maerker.view.ts'
