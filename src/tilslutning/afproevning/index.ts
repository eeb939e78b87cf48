export { regelsaetning, type Saetning } from './afp-regler.ts'
export type { Fund, Udfald } from './bedoem.ts'
export type { Sagsresultat } from './klient/koer-sag.ts'
