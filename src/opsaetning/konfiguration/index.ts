export { applyUdkast, ikrafttraeden } from './anvend.ts'
export type { Linje, Udkast } from './udkast.ts'
export { readUdkast } from './udkastlager.ts'
export { KONFIGURATIONSPUNKTER, konfigurationRoutes } from './web/konfiguration.route.ts'
