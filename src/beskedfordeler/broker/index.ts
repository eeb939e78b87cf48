export { listBrokere } from './broker.sql.ts'
export type { Brokeropsaetning } from './opsaetning.ts'
export { createUdgiver, type Udgiver } from './udgiver.ts'
