export { FORSTAAELSESPUNKTER, forstaaelseRoutes } from './web/forstaaelse.route.ts'
