export { NOEDSTOPPUNKTER, type NoedstopRouteDeps, noedstopRoutes } from './web/noedstop.route.ts'
