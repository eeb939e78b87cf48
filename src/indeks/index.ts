export { registreringerEfter } from './indeks.sql.ts'
export type * from './objekt.ts'
export type * from './overblik-data.ts'
export { type NyRegistrering, type Registreringsudfald, register } from './register.ts'
