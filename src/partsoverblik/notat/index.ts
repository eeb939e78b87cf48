export { followNotater } from './foelg.ts'
export { notaterRoute } from './rest/notater.route.ts'
export { NOTAT_SKEMAER } from './rest/skema.ts'
export { notatRoutes } from './web/notat.route.ts'
