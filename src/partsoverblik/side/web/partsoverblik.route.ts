import type { FastifyPluginAsync } from 'fastify'
import { kommunepunkt, type Medarbejderpunkt } from '#adgang'
import { LAESERE, type PartsoverblikDeps, registerBorger } from './borger.route.ts'
import { registerSoeg } from './soeg.route.ts'
import { STI } from './stier.ts'
import { partsoverblikDa } from './texts/da.ts'
import { partsoverblikEn } from './texts/en.ts'

/** What the caseworker's page hangs into the municipality's menu. */
export const PARTSOVERBLIKSPUNKTER: readonly Medarbejderpunkt[] = [
  kommunepunkt(STI.soeg, LAESERE, partsoverblikDa.punkt, partsoverblikEn.punkt),
]

/** A Fastify plugin: the caseworker's pages about one citizen, and the search for them. */
export const partsoverblikRoutes: FastifyPluginAsync<PartsoverblikDeps> = async (scope, deps) => {
  await scope.register(async (under) => registerSoeg(under, deps))
  await scope.register(async (under) => registerBorger(under, deps))
}
