import type { FastifyPluginAsync } from 'fastify'
import { type ArbejdsloginRoutesDeps, arbejdsloginRoutes } from './arbejdslogin.route.ts'
import { attestRoutes } from './attest.route.ts'
import { arbejdsforsideRoutes } from './forside.route.ts'
import { rollerRoutes } from './roller.route.ts'

/** A Fastify plugin with all that people at work meet before a module's own pages: their entrance, their start pages, and who has which role. */
export const arbejdeRoutes: FastifyPluginAsync<ArbejdsloginRoutesDeps> = async (scope, deps) => {
  await scope.register(arbejdsloginRoutes, deps)
  await scope.register(arbejdsforsideRoutes, deps)
  await scope.register(rollerRoutes, deps)
  await scope.register(attestRoutes, deps)
}
