export { readForventninger, sayForventning } from './sig-forventning.ts'
export { startDagstaelling } from './tael-dag.ts'
export { DAEKNINGSPUNKTER, daekningRoutes } from './web/kort.route.ts'
