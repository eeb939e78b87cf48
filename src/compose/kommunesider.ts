import type { FastifyInstance } from 'fastify'
import type { MedarbejderDeps } from '#adgang'
import { gennemgangRoutes } from '#kvalitet/gennemgang'
import { createStavning } from '#kvalitet/stavning'
import { daekningRoutes } from '#opsaetning/daekning'
import { forhaandsvisningRoutes } from '#opsaetning/forhaandsvisning'
import { forstaaelseRoutes } from '#opsaetning/forstaaelse'
import { konfigurationRoutes } from '#opsaetning/konfiguration'
import { talRoutes } from '#opsaetning/maaling'
import { noedstopRoutes } from '#opsaetning/noedstop'
import { ordvalgRoutes } from '#opsaetning/ordvalg'
import { planRoutes } from '#opsaetning/plan'
import { verifikationRoutes } from '#opsaetning/verifikation'
import { advisRoutes, advisvalgRoutes } from '#partsoverblik/advis'
import { alarmRoutes } from '#partsoverblik/alarm'
import { bemaerkningsRoutes } from '#partsoverblik/bemaerkning'
import { logansvarRoutes } from '#partsoverblik/logansvar'
import { notatRoutes } from '#partsoverblik/notat'
import { partsoverblikRoutes } from '#partsoverblik/side'
import type { Taktgiver } from '#platform/takt'
import type { System } from './system.ts'

/** The pages on which a municipality decides, tries, reviews and counts what its citizens are shown. */
export async function registerKommunesider(
  app: FastifyInstance,
  system: System,
  arbejde: MedarbejderDeps,
  taktgiver: Taktgiver,
): Promise<void> {
  const deps = { ...system, ...arbejde }
  await app.register(partsoverblikRoutes, { ...deps, taktgiver })
  await app.register(planRoutes, deps)
  await app.register(talRoutes, deps)
  await app.register(daekningRoutes, deps)
  await app.register(konfigurationRoutes, deps)
  await app.register(forhaandsvisningRoutes, deps)
  await app.register(noedstopRoutes, deps)
  await app.register(verifikationRoutes, deps)
  const stavning = createStavning()
  app.addHook('onClose', () => stavning.close())
  await app.register(gennemgangRoutes, { ...deps, stavning })
  await app.register(logansvarRoutes, deps)
  await app.register(ordvalgRoutes, deps)
  await app.register(forstaaelseRoutes, deps)
  await app.register(bemaerkningsRoutes, deps)
  await app.register(alarmRoutes, deps)
  await app.register(notatRoutes, deps)
  await app.register(advisRoutes, { ...deps, mailTil: system.config.mail !== undefined })
  await app.register(advisvalgRoutes, { ...deps, mailTil: system.config.mail !== undefined })
}
