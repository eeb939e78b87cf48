export { laerRytme, type Rytme } from './laer-rytme.ts'
export { type Forsinkelse, type Frist, findFrist, type Livsgrundlag, vurderForsinkelse } from './vurder-forsinkelse.ts'
