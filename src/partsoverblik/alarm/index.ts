export { findEgenPart, insertAlarmer } from './alarm.sql.ts'
export type { Alarm } from './alarm.ts'
export { type Besoegsviden, gatherFakta } from './gather-fakta.ts'
export { raiseAlarmer } from './raise-alarmer.ts'
