export { Forseglingsfejl, hmac, open, openIfOurs, seal } from './forsegling.ts'
export type { Noegle, Noeglenavn, Noeglering, Ringnavn } from './noegle.ts'
export { createNoegler, type Noegler } from './noegler.ts'
export { verifyNoegler } from './verify-noegler.ts'
