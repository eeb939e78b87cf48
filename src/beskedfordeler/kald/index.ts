export { parseModtager } from './adresse.ts'
export { call, type Kaldssvar } from './kald.ts'
