export type * from './objekt.ts'
export type * from './overblik-data.ts'
export { type Registreringsudfald, register } from './register.ts'
