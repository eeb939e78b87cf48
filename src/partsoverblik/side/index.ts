export { PARTSOVERBLIKSPUNKTER, partsoverblikRoutes } from './web/partsoverblik.route.ts'
