/** Open look-ups in Klassifikation and Organisation, for those who build systems. */
export { klassifikationRoute } from './klassifikation.route.ts'
export { organisationRoute } from './organisation.route.ts'
export { OPSLAG_SKEMAER } from './skema.ts'
