export { ORDVALGPUNKTER, type OrdvalgDeps, ordvalgRoutes } from './web/ordvalg.route.ts'
