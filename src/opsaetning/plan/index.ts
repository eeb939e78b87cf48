export { type Minimumsliste, readMinimumsliste } from './minimumsliste.ts'
export type { Etape } from './plan.ts'
export { changePlan, readPlan } from './ret-plan.ts'
export { AABENHEDSPUNKTER, PLANPUNKTER, type PlanRouteDeps, planRoutes } from './web/plan.route.ts'
