/** The road of systems and municipalities into production. */
export { advanceFagsystem, advanceKommuneVej, followAlle, recordAfproevning, registerFagsystem } from './gaa-videre.ts'
export { listFagsystemer } from './vejlager.ts'
export { TILSLUTNINGSPUNKTER, tilslutningRoutes } from './web/tilslutning.route.ts'
