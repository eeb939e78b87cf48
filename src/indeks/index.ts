export type { Adgang } from './adgang/adgang.ts'
export { type Rettighedsbetingelse, rettighedsbetingelse } from './adgang/betingelse.sql.ts'
export { toAdgangsfakta } from './adgang/fakta.ts'
export { type Adgangsforhold, type Adgangsskive, toSkiver } from './adgang/skiver.ts'
export { withoutUsete } from './adgang/usete.ts'
export { findGravsten, type Gravsten } from './fjern.sql.ts'
export { type Fjernelse, type Fjernelsesfoelger, type Fjernet, removeObjekt } from './fjern.ts'
export { findGaeldende, findIndhold, type IndholdRaekke } from './gaeldende.ts'
export {
  type Afvigelse,
  type Genopbygning,
  type Genopbygningstrin,
  type Genopbygningsvalg,
  genopbyg,
  guessOmfang,
  type RegistreringRaekke,
  type Rettelse,
} from './genopbyg.ts'
export type { Hjemsted, Sted } from './hjemsted.ts'
export type * from './objekt.ts'
export type * from './overblik-data.ts'
export { lockRegion } from './region.ts'
export { type Registreringsudfald, register } from './register.ts'
