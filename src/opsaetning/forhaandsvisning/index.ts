export { startFakta } from './fakta/vedligehold.ts'
export { findSenestForhaandsvist } from './senest.ts'
export { FORHAANDSVISNINGSPUNKTER, type ForhaandsvisningDeps, forhaandsvisningRoutes } from './web/forhaandsvisning.route.ts'
