export { startAdvis } from './start.ts'
export { ADVISPUNKTER, advisRoutes } from './web/advis.route.ts'
export { advisvalgRoutes } from './web/vaelg.route.ts'
