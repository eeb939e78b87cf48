export { startTaelling } from './tael.ts'
export { TALPUNKTER, talRoutes } from './web/tal.route.ts'
