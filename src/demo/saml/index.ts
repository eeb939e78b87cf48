export { startTestudbydere, type Testudbydere } from './start-testudbydere.ts'
export type { Testsagsbehandler, Testudbyder } from './testsagsbehandler.ts'
