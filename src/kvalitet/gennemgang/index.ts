export { type Holddeps, keepOpgaver } from './keep-opgaver.ts'
export type { NyRet } from './ret.ts'
export { procentOp, type Sikkerhed, upperLimit } from './sikkerhed.ts'
export { GENNEMGANGSPUNKTER, gennemgangRoutes } from './web/gennemgang.route.ts'
