import type { FastifyPluginAsync, FastifyReply } from 'fastify'
import { readSprog, setSprog, type Websted } from '#adgang'
import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import { declareAdgang, type Problem, sendProblem } from '#platform/http'
import { STIER, sendHtml } from '#web'
import { formatVerifikator, readBevidnet, readInklusion, readKonsistens, readNote, type Underskriver } from '../merkle/index.ts'
import { readVidner } from '../vidne/laes.ts'
import { logkontrolView } from './logkontrol.view.ts'

type Deps = {
  readonly db: Database
  readonly clock: Clock
  readonly websted: Websted
  readonly underskriver: Underskriver
  readonly demo: boolean
}

const TEKST = 'text/plain; charset=utf-8'
const INTET_ENDNU: Problem = {
  status: 404,
  kode: 'FINDES_IKKE',
  da: 'Adgangsloggen har ingen linjer endnu.',
  en: 'The access log has no lines yet.',
}
const INGEN_VIDNER: Problem = {
  status: 404,
  kode: 'FINDES_IKKE',
  da: 'Intet vidne har skrevet under på adgangsloggen endnu.',
  en: 'No witness has signed the access log yet.',
}
const UKENDT: Problem = {
  status: 400,
  kode: 'STOERRELSE_UKENDT',
  da: 'fra og til skal være antal linjer, som loggen har haft, og nr en linjes nummer; ingen af dem er større end til.',
  en: 'fra and til must be numbers of lines that the log has had, and nr that of a line; none is more than til.',
}

/**
 * What anybody may have of the access log: its key, its newest signed checkpoint, the proof that a later one begins with an earlier, and that a line stands
 * in it. Hashes alone: they say how many looks there have been, and nothing of any.
 */
export const kontrolpunktRoute: FastifyPluginAsync<Deps> = async (scope, deps) => {
  const { db, underskriver } = deps
  declareAdgang(scope, 'offentlig')
  const tekst = (reply: FastifyReply, indhold: string) => reply.type(TEKST).header('cache-control', 'no-store').send(indhold)
  scope.get(STIER.logkontrol, { schema: { hide: true } }, async (request, reply) => {
    setSprog(deps, request, reply)
    const k = { sprog: readSprog(request), sti: request.url, nu: deps.clock.now(), demo: deps.demo }
    const ingen = { bruger: undefined, vedroerer: undefined, kommune: undefined }
    return sendHtml(reply, logkontrolView({ ...k, ...ingen }, formatVerifikator(underskriver), await readVidner(db)))
  })
  scope.get('/adgangslog/noegle', { schema: { hide: true } }, (_request, reply) =>
    tekst(reply, `${formatVerifikator(underskriver)}\n`),
  )
  scope.get('/adgangslog/kontrolpunkt', { schema: { hide: true } }, async (_request, reply) => {
    const note = await readNote(db)
    return note === undefined ? sendProblem(reply, INTET_ENDNU) : tekst(reply, note)
  })
  scope.get('/adgangslog/bevidnet', { schema: { hide: true } }, async (_request, reply) => {
    const note = await readBevidnet(db)
    return note === undefined ? sendProblem(reply, INGEN_VIDNER) : tekst(reply, note)
  })
  scope.get<{ Querystring: { fra?: unknown; til?: unknown } }>(
    '/adgangslog/konsistens',
    { schema: { hide: true } },
    async ({ query }, reply) => {
      const [fra, til] = [toAntal(query.fra), toAntal(query.til)]
      const bevis = fra === undefined || til === undefined ? undefined : await readKonsistens(db, fra, til)
      return bevis?.ok ? tekst(reply, toLinjer(bevis.value)) : sendProblem(reply, UKENDT)
    },
  )
  scope.get<{ Querystring: { nr?: unknown; til?: unknown } }>(
    '/adgangslog/inklusion',
    { schema: { hide: true } },
    async ({ query }, reply) => {
      const [nr, til] = [toAntal(query.nr), toAntal(query.til)]
      const bevis = nr === undefined || til === undefined ? undefined : await readInklusion(db, nr, til)
      return bevis?.ok ? tekst(reply, toLinjer(bevis.value)) : sendProblem(reply, UKENDT)
    },
  )
}

const toLinjer = (bevis: readonly Buffer[]): string => bevis.map((led) => `${led.toString('base64')}\n`).join('')

const toAntal = (vaerdi: unknown): number | undefined =>
  typeof vaerdi === 'string' && /^\d{1,15}$/.test(vaerdi) ? Number(vaerdi) : undefined
