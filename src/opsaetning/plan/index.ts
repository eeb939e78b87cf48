export { type Minimumsliste, readMinimumsliste } from './minimumsliste.ts'
export { AABENHEDSPUNKTER, PLANPUNKTER, type PlanRouteDeps, planRoutes } from './web/plan.route.ts'
