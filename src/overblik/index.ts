export type { Rutedeps } from './web/borger-rute.ts'
export { overblikRoutes } from './web/overblik.route.ts'
export { offentligKontekst, readSprog } from './web/sidekontekst.ts'
