export { createStavning, type Stavning } from './stavning.ts'
