import type { FastifyPluginAsync } from 'fastify'
import { ARBEJDSSTIER, MAALGRUPPER, sendHtml, startsti } from '#web'
import type { MedarbejderDeps } from '../deps.ts'
import { requireKendt } from '../kendt.ts'
import { arbejdskontekst } from '../kontekst.ts'
import { maalgruppeFor, ROLLER } from '../medarbejder.ts'
import { maalgrupperFor } from '../punkter.ts'
import { requireMedarbejder } from '../require-medarbejder.ts'
import { forsideView } from './forside.view.ts'

/** A Fastify plugin: a start page for each audience, and /arbejde, which leads to the one that fits. */
export const arbejdsforsideRoutes: FastifyPluginAsync<MedarbejderDeps> = async (scope, deps) => {
  await scope.register(async (under) => {
    requireMedarbejder(under, deps, ROLLER)
    under.get(ARBEJDSSTIER.arbejde, { schema: { hide: true } }, (request, reply) => {
      const [foerste] = maalgrupperFor(requireKendt(request).medarbejder)
      return reply.redirect(startsti(foerste), 303)
    })
  })
  for (const maalgruppe of MAALGRUPPER)
    await scope.register(async (under) => {
      const roller = ROLLER.filter((rolle) => maalgruppeFor(rolle) === maalgruppe)
      requireMedarbejder(under, deps, roller)
      under.get(startsti(maalgruppe), { schema: { hide: true } }, (request, reply) => {
        const egne = requireKendt(request).medarbejder.roller.filter((rolle) => roller.includes(rolle))
        return sendHtml(reply, forsideView(arbejdskontekst(deps, request), requireKendt(request), egne))
      })
    })
}
