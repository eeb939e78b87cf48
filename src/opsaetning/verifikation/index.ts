export { VERIFIKATIONSPUNKTER, type VerifikationDeps, verifikationRoutes } from './web/verifikation.route.ts'
