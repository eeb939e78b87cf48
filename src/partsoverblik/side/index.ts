export type { PartsoverblikDeps } from './web/borger.route.ts'
export { PARTSOVERBLIKSPUNKTER, partsoverblikRoutes } from './web/partsoverblik.route.ts'
