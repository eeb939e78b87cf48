export { type Indlaesdeps, indlaesVerden } from './indlaes/indlaes.ts'
export { udviklingsnoegle } from './indlaes/registre.ts'
export { startTestlogin, type Testlogin, type Testmedarbejder, type Testperson } from './mitid/index.ts'
export type { Verden } from './verden/index.ts'
