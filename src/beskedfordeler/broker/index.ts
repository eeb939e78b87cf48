export { listBrokere } from './broker.sql.ts'
export type { Brokeropsaetning } from './opsaetning.ts'
export { createUdgiver } from './udgiver.ts'
