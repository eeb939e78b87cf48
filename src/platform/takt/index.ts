export { createTaktgiver, type Takt, type Taktgiver } from './taktgiver.ts'
