export type { Leveringsdeps } from './lever.ts'
export { type AbonnementMedDrift, findMedDrift, type Genudsendelse, listDoedeFor, listMedDrift, resend } from './tilstand.ts'
export { createUdsender, repeat, type Udsender } from './udsender.ts'
