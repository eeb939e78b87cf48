export type { Sagsresultat } from './klient/koer-sag.ts'
