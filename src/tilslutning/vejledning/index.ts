/** The page about the API. */
export { VEJLEDNINGSPUNKTER, vejledningRoute } from './vejledning.route.ts'
