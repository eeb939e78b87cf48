import type { FastifyPluginAsync } from 'fastify'
import { kommunepunkt, type Medarbejderpunkt, type Rolle } from '#adgang'
import { FORSLAGSMODTAGERE, type Forslagsdeps, registerForslag } from './forslag.route.ts'
import { GENNEMGAAERE, LEDERE, registerKoe } from './koe.route.ts'
import { registerLeder, registerRetter } from './leder.route.ts'
import { STI } from './stier.ts'
import { gennemgangDa } from './texts/da.ts'
import { gennemgangEn } from './texts/en.ts'

const punkt = (navn: 'koe' | 'overblik' | 'forslag', roller: readonly Rolle[]): Medarbejderpunkt =>
  kommunepunkt(STI[navn], roller, gennemgangDa.punkt[navn], gennemgangEn.punkt[navn])

/** What the review hangs into the municipality's menu. */
export const GENNEMGANGSPUNKTER: readonly Medarbejderpunkt[] = [
  punkt('koe', GENNEMGAAERE),
  punkt('overblik', LEDERE),
  punkt(
    'forslag',
    FORSLAGSMODTAGERE.filter((rolle) => rolle === 'fagsystemansvarlig'),
  ),
]

/** The pages of the review of titles. */
export const gennemgangRoutes: FastifyPluginAsync<Forslagsdeps> = async (scope, deps) => {
  await scope.register(async (under) => registerKoe(under, deps))
  await scope.register(async (under) => registerLeder(under, deps))
  await scope.register(async (under) => registerRetter(under, deps))
  await scope.register(async (under) => registerForslag(under, deps))
}
