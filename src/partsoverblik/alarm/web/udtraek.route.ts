import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { arbejdskontekst, medarbejderOf, type Rolle, requireMedarbejder, sendAfvisning } from '#adgang'
import { Logfejl } from '#adgangslog'
import { parseUuid } from '#kernel'
import { type Formular, readFelt } from '#platform/http'
import { sendCsv, sendHtml, writeCsv } from '#web'
import { bestilUdtraek, hentUdtraek, hentUdtraekside, svarUdtraek, type Udtrakslinje } from '../udtraek.ts'
import { type Alarmrutedeps, ANSVARLIGE, SKJULT } from './alarm.route.ts'
import { STI } from './stier.ts'
import { udtraeksord } from './texts/index.ts'
import { type Bestillingsformular, INTET_BESTILT, udtraekView } from './udtraek.view.ts'

/** Who orders and fetches extracts. */
export const BESTILLERE: readonly Rolle[] = ['tilsyn']

/** An extract is a lot at once: nobody needs many in a minute. */
const HENT = { config: { rateLimit: { max: 10, timeWindow: 60_000 } }, schema: { hide: true } } as const
type Kald = FastifyRequest<{ Params: { udtraek: string } }>

/** The list of extracts, and the answer to one that waits: for all who look after alarms. */
export function registerUdtraek(scope: FastifyInstance, deps: Alarmrutedeps): void {
  requireMedarbejder(scope, deps, ANSVARLIGE)
  scope.get(STI.udtraek, SKJULT, (request, reply) => sendUdtraek(deps, request, reply, { formular: readForvalg(request) }))
  scope.post(`${STI.udtraek}/:udtraek/svar`, SKJULT, async (request, reply) => {
    const id = parseUuid((request as Kald).params.udtraek)
    const svar = readFelt(request.body as Formular, 'svar')
    const gjort = id && (svar === 'ja' || svar === 'nej') && (await svarUdtraek(deps, medarbejderOf(request), id, svar === 'ja'))
    return gjort ? reply.redirect(STI.udtraek, 303) : sendUdtraek(deps, request, reply, { besvaretAfAndre: true, status: 409 })
  })
}

/** Ordering and fetching: the auditors' alone. */
export function registerBestilling(scope: FastifyInstance, deps: Alarmrutedeps): void {
  requireMedarbejder(scope, deps, BESTILLERE)
  scope.post(STI.udtraek, SKJULT, (request, reply) => order(deps, request, reply))
  scope.get(`${STI.udtraek}/:udtraek/csv`, HENT, (request, reply) => fetchLinjer(deps, request as Kald, reply, sendSomCsv))
  scope.get(`${STI.udtraek}/:udtraek/json`, HENT, (request, reply) => fetchLinjer(deps, request as Kald, reply, sendSomJson))
}

/** A form that another page has filled in; nothing is ordered by it. */
function readForvalg(request: FastifyRequest): Bestillingsformular {
  const felt = (navn: string, hoejst: number): string => readFelt(request.query as Formular, navn).slice(0, hoejst)
  if (felt('om', 20) !== 'medarbejder') return INTET_BESTILT
  return { ...INTET_BESTILT, om: 'medarbejder', medarbejder: felt('medarbejder', 36), fra: felt('fra', 10), til: felt('til', 10) }
}

type Svar = {
  readonly formular?: Bestillingsformular
  readonly besvaretAfAndre?: boolean
  readonly status?: number
}

async function sendUdtraek(
  deps: Alarmrutedeps,
  request: FastifyRequest,
  reply: FastifyReply,
  { formular = INTET_BESTILT, besvaretAfAndre = false, status = 200 }: Svar = {},
): Promise<unknown> {
  const hvem = medarbejderOf(request)
  const side = await hentUdtraekside(deps, hvem)
  const visning = {
    ...side,
    bestiller: hvem.roller.some((rolle) => BESTILLERE.includes(rolle)),
    formular,
    bestilt: readFelt(request.query as Formular, 'bestilt') === '1' && formular.fejl === undefined,
    besvaretAfAndre,
  }
  return sendHtml(reply, udtraekView(arbejdskontekst(deps, request), visning), status)
}

async function order(deps: Alarmrutedeps, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const felter = request.body as Formular
  const tastet = {
    om: readFelt(felter, 'om'),
    medarbejder: readFelt(felter, 'medarbejder'),
    antal: readFelt(felter, 'antal').slice(0, 10),
    fra: readFelt(felter, 'fra').slice(0, 20),
    til: readFelt(felter, 'til').slice(0, 20),
    formaal: readFelt(felter, 'formaal').slice(0, 600),
  }
  const svar = await bestilUdtraek(deps, medarbejderOf(request), { ...tastet, cpr: readFelt(felter, 'cpr') })
  if (svar.ok) return reply.redirect(`${STI.udtraek}?bestilt=1`, 303)
  return sendUdtraek(deps, request, reply, { formular: { ...tastet, fejl: svar.afvisning }, status: 400 })
}

type Afsend = (reply: FastifyReply, linjer: readonly Udtrakslinje[], kolonner: readonly string[]) => FastifyReply

async function fetchLinjer(deps: Alarmrutedeps, request: Kald, reply: FastifyReply, afsend: Afsend): Promise<unknown> {
  const id = parseUuid(request.params.udtraek)
  try {
    const svar = id ? await hentUdtraek(deps, medarbejderOf(request), id) : undefined
    if (svar?.ok) return afsend(reply, svar.value, udtraeksord(arbejdskontekst(deps, request).sprog).kolonner)
    const fejl = svar?.afvisning ?? 'KAN_IKKE_HENTES'
    return sendUdtraek(deps, request, reply, {
      formular: { ...INTET_BESTILT, fejl },
      status: fejl === 'KAN_IKKE_HENTES' ? 404 : 413,
    })
  } catch (error) {
    // What was read could not be logged: then nothing is handed out.
    if (error instanceof Logfejl) return sendAfvisning(deps, request, reply, 'utilgaengelig')
    throw error
  }
}

const sendSomCsv: Afsend = (reply, linjer, kolonner) =>
  sendCsv(
    reply,
    'adgangslog',
    writeCsv(
      kolonner,
      linjer.map((l) => [
        ...[l.nr, l.tid, l.aktoer_id, l.medarbejder_navn ?? '', l.enhed ?? '', l.grund, l.formaal, l.hvad, l.objekt_id ?? ''],
        ...[l.antal, l.korrelation, l.borger, l.alarmer ?? '', l.udfald ?? ''],
      ]),
    ),
  )

const sendSomJson: Afsend = (reply, linjer) =>
  reply
    .type('application/json; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('content-disposition', 'attachment; filename="adgangslog.json"')
    .send(JSON.stringify({ linjer }, undefined, 1))
