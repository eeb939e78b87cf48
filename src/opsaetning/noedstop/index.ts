export { NOEDSTOPPUNKTER, noedstopRoutes } from './web/noedstop.route.ts'
