import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { arbejdskontekst, type Medarbejder, type MedarbejderDeps, medarbejderOf, type Rolle, requireMedarbejder } from '#adgang'
import { type Medarbejdergrundlag, parseUuid } from '#kernel'
import { bekraeftBesoeg, findBesoeg, sendAfbrudt, withBesoegstid } from '#partsoverblik/besoeg'
import { type Formular, readFelt } from '#platform/http'
import type { Taktgiver } from '#platform/takt'
import { type Arbejdskontekst, sendCsv, sendHtml, writeCsv } from '#web'
import type { Overblikdeps } from '../deps.ts'
import { gemVisning, sletVisning } from '../gemte.ts'
import { hentOverblik, type Sidelaesning } from '../hent-overblik.ts'
import { HOEJST_TING } from '../partsoverblik.sql.ts'
import type { Overblikside } from '../side.ts'
import { parseValg, type Valg } from '../valg.ts'
import { bekraeftView, udloebetView } from './besked.view.ts'
import { type Sidevisning, sideView } from './side.view.ts'
import { besoegSti, STI, sideSti } from './stier.ts'
import { ord } from './texts/index.ts'
import { udskriftView } from './udskrift.view.ts'
import { toJson, toRaekker } from './udtraek.ts'

export type PartsoverblikDeps = MedarbejderDeps & Overblikdeps & { readonly taktgiver: Taktgiver }

export const LAESERE: readonly Rolle[] = ['sagsbehandler', 'borgerservice']

const SKJULT = { schema: { hide: true } } as const
/** An extract is a lot at once: nobody needs many in a minute. */
const UDTRAEK = { config: { rateLimit: { max: 20, timeWindow: 60_000 } }, schema: { hide: true } } as const

type Kald = FastifyRequest<{ Params: { besoeg: string }; Querystring: Formular; Body: Formular | undefined }>
/** One request in a visit that may be read in. */
type Besoegskald = {
  readonly deps: PartsoverblikDeps
  readonly request: Kald
  readonly reply: FastifyReply
  readonly hvem: Medarbejder
  readonly k: Arbejdskontekst
  readonly grundlag: Medarbejdergrundlag
  readonly valg: Valg
}

/** The pages of one visit to one citizen's matters. */
export function registerBorger(scope: FastifyInstance, deps: PartsoverblikDeps): void {
  requireMedarbejder(scope, deps, LAESERE)
  const sti = `${STI.soeg}/:besoeg`
  const inden = (work: (kald: Besoegskald) => Promise<unknown>) => (request: Kald, reply: FastifyReply) =>
    withBesoeg(deps, request, reply, work)
  scope.get(
    sti,
    SKJULT,
    inden((kald) => sendSide(kald)),
  )
  scope.post(
    `${sti}/cpr`,
    SKJULT,
    inden((kald) => sendMedCpr(kald)),
  )
  scope.post(
    `${sti}/visninger`,
    SKJULT,
    inden((kald) => keepVisning(kald)),
  )
  scope.post(
    `${sti}/visninger/slet`,
    SKJULT,
    inden((kald) => forgetVisning(kald)),
  )
  scope.get(
    `${sti}/udskrift`,
    UDTRAEK,
    inden((kald) => sendUdskrift(kald)),
  )
  scope.get(
    `${sti}/udtraek.csv`,
    UDTRAEK,
    inden((kald) => sendUdtraekCsv(kald)),
  )
  scope.get(
    `${sti}/udtraek.json`,
    UDTRAEK,
    inden((kald) => sendUdtraekJson(kald)),
  )
  scope.post(`${sti}/bekraeft`, SKJULT, async (request: Kald, reply) => {
    const besoeg = parseUuid(request.params.besoeg)
    if (besoeg && (await bekraeftBesoeg(deps, medarbejderOf(request), besoeg))) return reply.redirect(besoegSti(besoeg), 303)
    return sendHtml(reply, udloebetView(arbejdskontekst(deps, request)), 410)
  })
}

/** Finds the session's own visit first; one that is over, another's, or none at all are answered alike. */
async function withBesoeg(
  deps: PartsoverblikDeps,
  request: Kald,
  reply: FastifyReply,
  work: (kald: Besoegskald) => Promise<unknown>,
): Promise<unknown> {
  const hvem = medarbejderOf(request)
  const id = parseUuid(request.params.besoeg)
  const besoeg = id && (await findBesoeg(deps, hvem, id))
  const k = arbejdskontekst(deps, request)
  if (!id || !besoeg) return sendHtml(reply, udloebetView(k), 410)
  if (besoeg.venter) return sendHtml(reply, bekraeftView(k, id))
  try {
    return await work({
      deps,
      request,
      reply,
      hvem,
      k: withBesoegstid(k, besoeg.begyndt),
      grundlag: besoeg.grundlag,
      valg: parseValg(request.query),
    })
  } catch (error) {
    return sendAfbrudt(deps, request, reply, error)
  }
}

const read = ({ deps, hvem, grundlag, valg }: Besoegskald, hvad?: Sidelaesning): Promise<Overblikside> =>
  hentOverblik(deps, hvem, grundlag, valg, hvad)

async function sendSide(
  kald: Besoegskald,
  visning: Omit<Sidevisning, 'side'> = {},
  status = 200,
  hvad?: Sidelaesning,
): Promise<unknown> {
  const side = await read(kald, hvad)
  const gjort = kald.request.query['gjort']
  const kvittering = gjort === 'gemt' || gjort === 'slettet' ? gjort : undefined
  return sendHtml(kald.reply, sideView(kald.k, { kvittering, ...visning, side }), status)
}

/** To show the whole number is an act of its own, with a log line of its own; without the right nothing is looked up for it. */
function sendMedCpr(kald: Besoegskald): Promise<unknown> {
  const maa = kald.grundlag.rettigheder.some(({ systemroller }) => systemroller.includes('cpr'))
  return maa ? sendSide(kald, {}, 200, 'fuldtCpr') : sendSide(kald, { cprNaegtet: true }, 403)
}

const felterOf = ({ request }: Besoegskald): Formular => request.body ?? {}

async function keepVisning(kald: Besoegskald): Promise<unknown> {
  const valg = parseValg(felterOf(kald))
  const svar = await gemVisning(kald.deps, kald.hvem, readFelt(felterOf(kald), 'navn'), valg)
  if (!svar.ok) return sendSide({ ...kald, valg }, { navnefejl: svar.afvisning }, 400)
  return kald.reply.redirect(withGjort(sideSti(kald.grundlag.korrelation, valg), 'gemt'), 303)
}

async function forgetVisning(kald: Besoegskald): Promise<unknown> {
  const id = parseUuid(readFelt(felterOf(kald), 'visning'))
  if (id) await sletVisning(kald.deps, kald.hvem, id)
  return kald.reply.redirect(withGjort(sideSti(kald.grundlag.korrelation, parseValg(felterOf(kald))), 'slettet'), 303)
}

const withGjort = (sti: string, gjort: 'gemt' | 'slettet'): string => `${sti}${sti.includes('?') ? '&' : '?'}gjort=${gjort}`

async function sendUdskrift(kald: Besoegskald): Promise<unknown> {
  return sendHtml(kald.reply, udskriftView(kald.k, await read(kald, 'udtraek')))
}

async function sendUdtraekCsv(kald: Besoegskald): Promise<unknown> {
  const { sprog } = kald.k
  const { valgte, flere } = await read(kald, 'udtraek')
  return sendCsv(kald.reply, filnavn(flere), writeCsv(ord(sprog).udtraek.kolonner, toRaekker(sprog, valgte)))
}

/** That a file does not hold everything stands in its name: its lines are for programs. */
const filnavn = (flere: boolean): string => (flere ? `partsoverblik-kun-de-nyeste-${HOEJST_TING}` : 'partsoverblik')

async function sendUdtraekJson(kald: Besoegskald): Promise<unknown> {
  const { valgte, nu, valg, flere } = await read(kald, 'udtraek')
  return kald.reply
    .type('application/json; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('content-disposition', `attachment; filename="${filnavn(flere)}.json"`)
    .send(JSON.stringify({ tid: nu, fane: valg.fane, alt: !flere, ting: toJson(valgte) }, undefined, 1))
}
