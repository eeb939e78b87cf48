export { LOGANSVARSPUNKTER, logansvarRoutes } from './web/logansvar.route.ts'
