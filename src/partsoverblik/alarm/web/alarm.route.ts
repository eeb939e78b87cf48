import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { arbejdskontekst, type MedarbejderDeps, medarbejderOf, type Rolle, requireMedarbejder, sendAfvisning } from '#adgang'
import { Logfejl } from '#adgangslog'
import { parseUuid } from '#kernel'
import { type Formular, readFelt } from '#platform/http'
import { arbejdsfejlside, sendHtml } from '#web'
import { afgoerAlarm, hentAlarmbesoeg, hentAlarmtal, hentKoe, type Tilsynsdeps } from '../tilsyn.ts'
import { readAfgoerelse } from '../udfald.ts'
import { besoegView, INTET_VURDERET, type Vurderingsformular } from './besoeg.view.ts'
import { koeView } from './koe.view.ts'
import { besoegsSti, STI } from './stier.ts'
import { talView } from './tal.view.ts'

export type Alarmrutedeps = MedarbejderDeps & Tilsynsdeps

/** Who looks after alarms: those who answer for the municipality's use, and its auditors. */
export const ANSVARLIGE: readonly Rolle[] = ['projektansvarlig', 'tilsyn']

export const SKJULT = { schema: { hide: true } } as const
type Kald = FastifyRequest<{ Params: { besoeg: string } }>

/** The queue, its visits and its figures. */
export function registerAlarmer(scope: FastifyInstance, deps: Alarmrutedeps): void {
  requireMedarbejder(scope, deps, ANSVARLIGE)
  scope.get(STI.koe, SKJULT, async (request, reply) => {
    const hvem = medarbejderOf(request)
    const side = Number(readFelt(request.query as Formular, 'side') || 1)
    const koe = await hentKoe(deps, hvem, Number.isSafeInteger(side) ? side : 1)
    return sendHtml(reply, koeView(arbejdskontekst(deps, request), koe, hvem.roller.includes('tilsyn')))
  })
  scope.get(STI.tal, SKJULT, async (request, reply) =>
    sendHtml(reply, talView(arbejdskontekst(deps, request), await hentAlarmtal(deps, medarbejderOf(request)))),
  )
  scope.get(`${STI.koe}/:besoeg`, SKJULT, (request, reply) =>
    sendBesoeg(deps, request as Kald, reply, { formular: INTET_VURDERET }),
  )
  scope.post(`${STI.koe}/:besoeg`, SKJULT, (request, reply) => judge(deps, request as Kald, reply))
}

/** One that is not there, another municipality's, and one's own are answered alike. */
async function sendBesoeg(
  deps: Alarmrutedeps,
  request: Kald,
  reply: FastifyReply,
  { formular, status = 200 }: { readonly formular: Vurderingsformular; readonly status?: number },
): Promise<unknown> {
  const k = arbejdskontekst(deps, request)
  const id = parseUuid(request.params.besoeg)
  try {
    const besoeg = id && (await hentAlarmbesoeg(deps, medarbejderOf(request), id))
    if (!besoeg) return sendHtml(reply, arbejdsfejlside(k, 'ikkeFundet'), 404)
    const gemt = readFelt(request.query as Formular, 'gemt') === '1' && formular.fejl === undefined
    return sendHtml(reply, besoegView(k, besoeg, { formular, gemt }), status)
  } catch (error) {
    // What was read could not be logged: then nothing is shown.
    if (error instanceof Logfejl) return sendAfvisning(deps, request, reply, 'utilgaengelig')
    throw error
  }
}

async function judge(deps: Alarmrutedeps, request: Kald, reply: FastifyReply): Promise<unknown> {
  const felter = request.body as Formular
  const id = parseUuid(request.params.besoeg)
  const tastet = {
    udfald: readFelt(felter, 'udfald'),
    naeste: readFelt(felter, 'naeste'),
    begrundelse: readFelt(felter, 'begrundelse').slice(0, 600),
  }
  const foer = Number(readFelt(felter, 'foer') || Number.NaN)
  const laest = readAfgoerelse(tastet)
  if (!laest.ok) return sendBesoeg(deps, request, reply, { formular: { ...tastet, fejl: laest.afvisning }, status: 400 })
  const svar =
    id && Number.isInteger(foer) && foer >= 0 && foer < 1_000
      ? await afgoerAlarm(deps, medarbejderOf(request), id, foer, laest.value)
      : undefined
  if (id && svar?.ok) return reply.redirect(`${besoegsSti(id)}?gemt=1`, 303)
  return sendBesoeg(deps, request, reply, { formular: { ...tastet, fejl: 'ALLEREDE_AFGJORT' }, status: 409 })
}
