/** The compliance test: its cases, its two ways, its reports and its pages. */
export { regelsaetning } from './afp-regler.ts'
export type { Koerselsdeps } from './koersel.ts'
export { addAfproevningCommands } from './kommando/afproevning-kommando.ts'
export { createUnderskriver } from './rapport/underskrift.ts'
export { arterFor } from './server/forloeb.ts'
export { koerselRoute } from './web/koersel.route.ts'
export { overensstemmelseRoute } from './web/offentlig.route.ts'
export { AFPROEVNINGSPUNKTER, afproevningSider } from './web/sider.route.ts'
