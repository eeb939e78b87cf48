import type { FastifyInstance } from 'fastify'
import type { MedarbejderDeps } from '#adgang'
import type { CvrNummer } from '#kernel'
import type { Tokenopsaetning } from '#kilde'
import { KORSBAEK as SANDKASSE } from '#myndighed'
import { afproevningSider, arterFor, type Koerselsdeps, koerselRoute, overensstemmelseRoute } from '#tilslutning/afproevning'
import { listFagsystemer, recordAfproevning } from '#tilslutning/vej'
import type { System } from './system.ts'

/** The compliance test. Runs are a sandbox's alone: their persons are made up, and so is everybody else there. */
export async function registerAfproevning(
  app: FastifyInstance,
  system: System,
  arbejde: MedarbejderDeps,
  tokens: Tokenopsaetning,
): Promise<void> {
  const demo = system.config.demo !== undefined
  await app.register(overensstemmelseRoute, { ...system, demo })
  if (!demo) return
  const afproevning: Koerselsdeps = {
    ...system,
    origin: system.websted.origin,
    onAfproevet: async ({ id, kilde, version, proeveversion }, bestaaet) => {
      // A source that is on no road has nobody to tell.
      await recordAfproevning(system, kilde, { koersel: id, version, proeveversion, bestaaet })
    },
  }
  const systemer = async (leverandoer: CvrNummer) =>
    (await listFagsystemer(system.db))
      .filter(({ vej }) => vej.leverandoer === leverandoer && !vej.udfaset)
      .map(({ vej }) => ({ id: vej.id, navn: vej.navn, version: vej.version, kle: vej.kle, arter: arterFor(vej.slags) }))
  await app.register(koerselRoute, { ...afproevning, kilder: system.kilder, tokens })
  await app.register(afproevningSider, { ...arbejde, ...afproevning, systemer, sandkasse: SANDKASSE.cvr })
}
