import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { type CvrNummer, parseCvrNummer } from '#kernel'
import { sendCsv, sendHtml } from '#web'
import { listAttestoversigt } from '../attest/attest.sql.ts'
import { attester, readAttestliste } from '../attest/attest.ts'
import type { MedarbejderDeps } from '../deps.ts'
import { medarbejderOf } from '../kendt.ts'
import { arbejdskontekst } from '../kontekst.ts'
import { requireMedarbejder } from '../require-medarbejder.ts'
import { attestCsv, attestoversigtView, attestView } from './attest.view.ts'

const hide = { schema: { hide: true } } as const

/**
 * A Fastify plugin: who in a municipality has which roles and rights, seen and approved by its projektansvarlig; and for tilsyn and the operator the
 * same lists of all, to look at.
 */
export const attestRoutes: FastifyPluginAsync<MedarbejderDeps> = async (scope, deps) => {
  await scope.register(async (under) => {
    requireMedarbejder(under, deps, ['projektansvarlig'])
    under.get('/kommune/roller/attest', hide, (request, reply) => visEgen(deps, request, reply))
    under.post('/kommune/roller/attest', hide, (request, reply) => godkend(deps, request, reply))
    under.get('/kommune/roller/attest.csv', hide, (request, reply) => csv(deps, medarbejderOf(request).cvr, request, reply))
  })
  await scope.register(async (under) => {
    requireMedarbejder(under, deps, ['driftsansvarlig', 'tilsyn'])
    under.get('/drift/roller/attest', hide, (request, reply) => visAlle(deps, request, reply))
    under.get('/drift/roller/attest.csv', hide, (request, reply) => {
      const cvr = cvrOf(request)
      return cvr ? csv(deps, cvr, request, reply) : reply.redirect('/drift/roller/attest', 303)
    })
  })
}

async function visEgen(
  deps: MedarbejderDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  aendret = false,
): Promise<FastifyReply> {
  const { id, cvr } = medarbejderOf(request)
  const liste = await readAttestliste(deps, cvr)
  const gjort = (request.query as Readonly<Record<string, unknown>>)['gjort']
  const kvittering = liste.attester.some(({ attest_id }) => attest_id === gjort) ? 'kvittering' : undefined
  const begyndt = (request.query as Readonly<Record<string, unknown>>)['liste']
  const igen = aendret || (begyndt !== undefined && begyndt !== liste.fingeraftryk)
  const besked = igen ? 'aendret' : kvittering
  const side = attestView(arbejdskontekst(deps, request), {
    liste,
    cvr,
    mig: id,
    godkender: true,
    besked,
    nr: igen ? 1 : sidenr(request),
  })
  return sendHtml(reply, side, aendret ? 409 : 200)
}

async function godkend(deps: MedarbejderDeps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const sendt = (request.body as Readonly<Record<string, unknown>> | null)?.['fingeraftryk']
  const svar = await attester(deps, medarbejderOf(request), typeof sendt === 'string' ? sendt : '')
  return svar.ok ? reply.redirect(`/kommune/roller/attest?gjort=${svar.value}`, 303) : visEgen(deps, request, reply, true)
}

const sidenr = ({ query }: FastifyRequest): number => {
  const nr = Number((query as Readonly<Record<string, unknown>>)['side'])
  return Number.isSafeInteger(nr) && nr > 0 ? nr : 1
}

const cvrOf = ({ query }: FastifyRequest): CvrNummer | undefined => {
  const { cvr } = query as Readonly<Record<string, unknown>>
  return typeof cvr === 'string' ? parseCvrNummer(cvr) : undefined
}

async function visAlle(deps: MedarbejderDeps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const [k, cvr] = [arbejdskontekst(deps, request), cvrOf(request)]
  if (!cvr) {
    const [raekker] = await deps.db.readBatch({ rolle: 'login' }, [listAttestoversigt(deps.clock.now())])
    return sendHtml(reply, attestoversigtView(k, raekker))
  }
  const liste = await readAttestliste(deps, cvr)
  const mig = medarbejderOf(request).id
  return sendHtml(reply, attestView(k, { liste, cvr, mig, godkender: false, besked: undefined, nr: sidenr(request) }))
}

async function csv(deps: MedarbejderDeps, cvr: CvrNummer, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { sprog } = arbejdskontekst(deps, request)
  return sendCsv(reply, `rettigheder-${cvr}`, attestCsv(sprog, await readAttestliste(deps, cvr)))
}
