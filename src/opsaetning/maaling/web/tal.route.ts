import type { FastifyPluginAsync } from 'fastify'
import {
  arbejdskontekst,
  kommunepunkt,
  type MedarbejderDeps,
  type Medarbejderpunkt,
  medarbejderOf,
  type Rolle,
  requireMedarbejder,
} from '#adgang'
import { sendCsv, sendHtml } from '#web'
import { readMaanedstal } from '../hent-tal.ts'
import { writeTalCsv } from './csv.ts'
import { TALSTI, talView } from './tal.view.ts'
import { talDa } from './texts/da.ts'
import { talEn } from './texts/en.ts'

const LAESERE: readonly Rolle[] = ['projektansvarlig', 'kvalitetsansvarlig', 'fagsystemansvarlig']
const SKJULT = { schema: { hide: true } } as const

/** What the statistics hang into the municipality's menu. */
export const TALPUNKTER: readonly Medarbejderpunkt[] = [kommunepunkt(TALSTI, LAESERE, talDa.punkt, talEn.punkt)]

/** Borgerblikket's own statistics for a municipality. */
export const talRoutes: FastifyPluginAsync<MedarbejderDeps> = async (scope, deps) => {
  requireMedarbejder(scope, deps, LAESERE)
  scope.get(TALSTI, SKJULT, async (request, reply) =>
    sendHtml(reply, talView(arbejdskontekst(deps, request), await readMaanedstal(deps, medarbejderOf(request)))),
  )
  scope.get(`${TALSTI}/csv`, SKJULT, async (request, reply) =>
    sendCsv(
      reply,
      `tal-${medarbejderOf(request).cvr}`,
      writeTalCsv(await readMaanedstal(deps, medarbejderOf(request)), arbejdskontekst(deps, request).sprog),
    ),
  )
}
