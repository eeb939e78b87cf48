export { LOGANSVARSPUNKTER, type LogansvarRouteDeps, logansvarRoutes } from './web/logansvar.route.ts'
