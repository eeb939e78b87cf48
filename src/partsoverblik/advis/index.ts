export type { Mailopsaetning } from './mail.ts'
export { startAdvis } from './start.ts'
export { ADVISPUNKTER, advisRoutes } from './web/advis.route.ts'
export { advisref, advisvalgRoutes } from './web/vaelg.route.ts'
