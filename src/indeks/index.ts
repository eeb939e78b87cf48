export {
  type Afvigelse,
  type Genopbygning,
  type Genopbygningstrin,
  type Genopbygningsvalg,
  genopbyg,
  type RegistreringRaekke,
} from './genopbyg.ts'
export type * from './objekt.ts'
export type * from './overblik-data.ts'
export { type Registreringsudfald, register } from './register.ts'
