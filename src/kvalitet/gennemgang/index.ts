export { refillNaeste, startGenfyldning } from './follow-opsaetning.ts'
export { grantRet, hasRet } from './grant-ret.ts'
export { keepOpgaver } from './keep-opgaver.ts'
export { GENNEMGANGSPUNKTER, gennemgangRoutes } from './web/gennemgang.route.ts'
