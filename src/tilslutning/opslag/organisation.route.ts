import type { FastifyPluginAsync, FastifyReply } from 'fastify'
import { type CvrNummer, parseCvrNummer, parseKleEmne, parseUuid } from '#kernel'
import { livsomraadeFor } from '#klassifikation'
import { type Henvendelsesregister, henvendelsesstedFor, KOMMUNER, kommuneMedCvr, listHenvendelsessteder } from '#myndighed'
import { sendProblem } from '#platform/http'
import { openScope, opslagsskema, param, sendIkkeFundet, UGYLDIG } from './svar.ts'

export type OrganisationDeps = { readonly register: Henvendelsesregister }

const ROD = '/api/v1/organisation/myndigheder'

/** Open look-ups in the municipalities, where citizens turn, and who answers for which number. Source: OIO Organisation, Henvendelsessted. */
export const organisationRoute: FastifyPluginAsync<OrganisationDeps> = async (scope, { register }) => {
  openScope(scope)
  scope.get(ROD, opslagsskema('Kommunerne', 'Myndigheder'), (_request, reply) => reply.send({ myndigheder: KOMMUNER }))
  type Rute = { Params: { cvr: string } }
  scope.get<Rute>(`${ROD}/:cvr`, opslagsskema('En kommune', 'Myndighed', { path: CVR }), (request, reply) => {
    const kommune = findKommune(request.params.cvr)
    return kommune ? reply.send(kommune) : sendIkkeFundet(reply)
  })
  scope.get<Rute>(
    `${ROD}/:cvr/henvendelsessteder`,
    opslagsskema('Hvor borgerne henvender sig i kommunen', 'Henvendelsessteder', { path: CVR }),
    (request, reply) => {
      const kommune = findKommune(request.params.cvr)
      return kommune ? reply.send({ henvendelsessteder: listHenvendelsessteder(register, kommune.cvr) }) : sendIkkeFundet(reply)
    },
  )
  scope.get<Rute>(
    `${ROD}/:cvr/ansvar`,
    opslagsskema('Hvem der svarer for et KLE-nummer eller en enhed', 'Ansvar', { path: CVR, query: HVEM }),
    (request, reply) => {
      const kommune = findKommune(request.params.cvr)
      return kommune ? sendAnsvar(register, kommune.cvr, request.query, reply) : sendIkkeFundet(reply)
    },
  )
}

const tekst = (description: string) => ({ type: 'string', description })
const CVR = { type: 'object', required: ['cvr'], properties: { cvr: tekst('Kommunens CVR-nummer') } }
const HVEM = {
  type: 'object',
  properties: { kle: tekst('KLE-nummer, 27.36.04'), enhed: tekst('Enhedens UUID, som fagsystemet skriver den som Ansvarlig') },
}

const findKommune = (tekst: string) => {
  const cvr = parseCvrNummer(tekst)
  return cvr && kommuneMedCvr(cvr)
}

/** The place of the unit where it is known, else of the number's life area, else the municipality's main one; and which of the three it was. */
function sendAnsvar(register: Henvendelsesregister, kommune: CvrNummer, query: unknown, reply: FastifyReply): FastifyReply {
  const [nummer, enhedstekst] = [param(query, 'kle'), param(query, 'enhed')]
  const kle = nummer ? parseKleEmne(nummer) : undefined
  const enhed = enhedstekst ? parseUuid(enhedstekst) : undefined
  const ugyldig = nummer === null || enhedstekst === null || (nummer && !kle) || (enhedstekst && !enhed)
  if (ugyldig || (!kle && !enhed)) return sendProblem(reply, UGYLDIG)
  const fundet = henvendelsesstedFor(register, kommune, enhed && { id: enhed }, kle && livsomraadeFor(kle).noegle)
  return fundet ? reply.send({ henvendelsessted: fundet.sted, grundlag: fundet.grundlag }) : sendIkkeFundet(reply)
}
