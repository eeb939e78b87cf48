import { parse } from 'node:querystring'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { DatabaseFejl } from '#platform/database'
import { declareAdgang } from '#platform/http'
import { type Arbejdsfejlart, FORMULARFELT } from '#web'
import { setSprog } from '../web/sprog.ts'
import { isFromOwnPage } from '../websted.ts'
import { sendAfvisning, sendLogin } from './afvis.ts'
import type { MedarbejderDeps } from './deps.ts'
import { isFormularnoegle } from './formular.ts'
import { findKendt, rememberKendt, requireKendt } from './kendt.ts'
import { readEnheder, readRettigheder, rollerAf } from './laes-rettigheder.ts'
import { type Medarbejder, parseRolle, type Rolle, rollerVed } from './medarbejder.ts'
import { readFund } from './privilegier.ts'
import { findMedarbejdersession } from './session.sql.ts'
import { type Medarbejdersession, readMedarbejdersession } from './session.ts'

const HOEJST_FORMULAR = 65_536
const HOEJST_FELTER = 1_000
const LAESER: ReadonlySet<string> = new Set(['GET', 'HEAD'])

/**
 * Closes a scope to all but those who are logged in at work and hold one of `roller` now; to be called first in a plugin of its own. The
 * session and the roles are read in one batch at each request, so a role that is taken away opens nothing at the next. What changes
 * something must come from a page of our own with the field of formularfelt. All other is refused with a page that says why.
 */
export function requireMedarbejder(scope: FastifyInstance, deps: MedarbejderDeps, roller: readonly Rolle[]): void {
  declareAdgang(scope, 'medarbejder')
  if (!scope.hasContentTypeParser('application/x-www-form-urlencoded'))
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: HOEJST_FORMULAR },
      async (_request: FastifyRequest, krop: string) => parse(krop, '&', '=', { maxKeys: HOEJST_FELTER }),
    )
  scope.addHook('onRequest', (request, reply) => admit(deps, roller, request, reply))
  scope.addHook('preHandler', (request, reply) => checkFormular(deps, request, reply))
  scope.setErrorHandler((error: { statusCode?: number; name?: string }, request, reply) => {
    const art = artOf(error)
    if (art === 'uventet') request.log.error({ err: error.name ?? 'unknown' }, 'an unexpected fault')
    return sendAfvisning(deps, request, reply, art, { kendt: findKendt(request), status: error.statusCode })
  })
}

async function admit(
  deps: MedarbejderDeps,
  roller: readonly Rolle[],
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  setSprog(deps, request, reply)
  const session = readMedarbejdersession(deps, request)
  if (!session) return LAESER.has(request.method) ? sendLogin(request, reply) : sendAfvisning(deps, request, reply, 'udloebet')
  let svar: Awaited<ReturnType<typeof readNow>>
  try {
    svar = await readNow(deps, session)
  } catch (error) {
    if (!(error instanceof DatabaseFejl)) throw error
    request.log.warn({ err: error.name }, 'a session could not be checked')
    return sendAfvisning(deps, request, reply, 'utilgaengelig')
  }
  const [[raekke], givne] = svar
  if (!raekke) return sendAfvisning(deps, request, reply, 'udloebet')
  deps.arbejdsset.noteSet(raekke)
  const rettigheder = readRettigheder(raekke.rettigheder, session.cvr)
  const medarbejder: Medarbejder = {
    id: session.medarbejder,
    cvr: session.cvr,
    navn: raekke.navn,
    roller: [...new Set([...givne.flatMap(({ rolle }) => parseRolle(rolle) ?? []), ...rollerAf(rettigheder)])],
    rettigheder,
    enheder: readEnheder(raekke.enheder),
    session: session.id,
  }
  const kendt = { medarbejder, session, organisation: raekke.organisation, fund: readFund(raekke.rettighedsfund) }
  if (!rollerVed(medarbejder, request.routeOptions.url ?? '').some((rolle) => roller.includes(rolle)))
    return sendAfvisning(deps, request, reply, 'ingenRolle', { kendt })
  rememberKendt(request, kendt)
  return undefined
}

/** The session and the roles as they stand now. */
function readNow({ db, clock, rollekilde }: MedarbejderDeps, session: Medarbejdersession) {
  const nu = clock.now()
  return db.readBatch({ rolle: 'login' }, [findMedarbejdersession(session, nu), rollekilde(session, nu)])
}

/** Both checks: the header that a foreign page cannot write, and the field that it cannot know. */
async function checkFormular(deps: MedarbejderDeps, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  if (LAESER.has(request.method)) return undefined
  const kendt = requireKendt(request)
  const sendt = (request.body as Readonly<Record<string, unknown>> | null | undefined)?.[FORMULARFELT]
  if (isFromOwnPage(deps.websted, request.headers) && isFormularnoegle(deps.noegler, kendt.session, sendt)) return undefined
  return sendAfvisning(deps, request, reply, 'formular', { kendt })
}

function artOf(error: { statusCode?: number }): Arbejdsfejlart {
  if (error instanceof DatabaseFejl) return 'utilgaengelig'
  if (error.statusCode === 429) return 'travlt'
  return error.statusCode && error.statusCode >= 400 && error.statusCode < 500 ? 'ugyldig' : 'uventet'
}
