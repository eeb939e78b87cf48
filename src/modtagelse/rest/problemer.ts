import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Problem, sendProblem } from '#platform/http'
import { IND_REGLER, type IndNummer } from '../regler/index.ts'

/** Every refusal of the REST intake that is not a line's own receipt. None repeats what was sent. */
export const NOEGLE_MANGLER: Problem = {
  status: 400,
  kode: 'IDEMPOTENCY_KEY_MANGLER',
  da: 'Send headeren Idempotency-Key med leverancens eget navn, højst 200 tegn.',
  en: 'Send the header Idempotency-Key with a name of the delivery, at most 200 characters.',
}
export const INDHOLDSTYPE_UKENDT: Problem = {
  status: 415,
  kode: 'INDHOLDSTYPE_UKENDT',
  da: 'Send linjerne som Content-Type application/x-ndjson.',
  en: 'Send the lines as Content-Type application/x-ndjson.',
}
export const KODNING_UKENDT: Problem = {
  status: 415,
  kode: 'KODNING_UKENDT',
  da: 'Send linjerne rå eller med Content-Encoding gzip.',
  en: 'Send the lines plain or with Content-Encoding gzip.',
}
export const UTILGAENGELIG: Problem = {
  status: 503,
  kode: 'UTILGAENGELIG',
  da: 'Det kunne ikke gemmes lige nu. Send det igen om lidt, en leverance med samme Idempotency-Key.',
  en: 'It could not be kept right now. Send it again shortly, a delivery with the same Idempotency-Key.',
}
export const FINDES_IKKE: Problem = {
  status: 404,
  kode: 'FINDES_IKKE',
  da: 'Det findes ikke hos denne kilde.',
  en: 'There is no such thing at this source.',
}
export const FORESPOERGSEL_UGYLDIG: Problem = {
  status: 400,
  kode: 'FORESPOERGSEL_UGYLDIG',
  da: 'En parameter eller et felt er ukendt, mangler eller har en forkert form; se /api/v1/openapi.json.',
  en: 'A parameter or field is unknown, missing or of a wrong form; see /api/v1/openapi.json.',
}
const FOR_STOR: Problem = {
  status: 413,
  kode: 'IND-015',
  ...IND_REGLER['IND-015'],
}
export const indProblem = (regel: IndNummer, status = 400): Problem => ({ status, kode: regel, ...IND_REGLER[regel] })

const STATUS: Readonly<Record<number, Problem>> = { 413: FOR_STOR, 415: INDHOLDSTYPE_UKENDT }

const FOR_MANGE: Problem = {
  status: 429,
  kode: 'FOR_MANGE_KALD',
  da: 'Der er kaldt for mange gange på kort tid; vent det antal sekunder, som Retry-After siger.',
  en: 'Too many calls in a short time; wait the number of seconds that Retry-After says.',
}

/** What a fault becomes: the sender's own by its status, all else 503, since nothing was kept and it can be sent again. */
export function toFejlproblem(fejl: FastifyError): Problem {
  const status = fejl.statusCode ?? 500
  if (status === 429) return FOR_MANGE
  return status >= 400 && status < 500 ? (STATUS[status] ?? { ...FORESPOERGSEL_UGYLDIG, status }) : UTILGAENGELIG
}

/** Faults in a scope as problems. */
export function answerFejl(scope: FastifyInstance): void {
  scope.setErrorHandler((fejl: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
    const problem = toFejlproblem(fejl)
    if (problem.status === 503) {
      request.log.warn({ err: fejl.name }, 'a source could not be answered')
      reply.header('retry-after', '10')
    }
    return sendProblem(reply, problem)
  })
}
