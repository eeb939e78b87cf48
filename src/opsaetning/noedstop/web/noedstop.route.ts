import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import {
  arbejdskontekst,
  grundlagForKommune,
  kommunepunkt,
  listRolleindehavere,
  type MedarbejderDeps,
  type Medarbejderpunkt,
  medarbejderOf,
  type Rolle,
  requireMedarbejder,
} from '#adgang'
import { parseUuid } from '#kernel'
import type { Kilderegister } from '#kilde'
import { standardDokumenttyper } from '#overblik'
import type { Formular } from '#platform/http'
import { advanceOphaevelse, readNoedstop, STOP_SAETNINGER, type Stopforloeb, stopVisning } from '#visning'
import { type Arbejdskontekst, arbejdsfejlside, sendHtml } from '#web'
import { type Beroert, countBeroert } from '../beroert.ts'
import { STI } from './dele.ts'
import { INTET_TASTET, parseVaerdi, readOphaevelse, readStopformular, type Stopformular } from './laes-formular.ts'
import { noedstopView } from './noedstop.view.ts'
import { noedstopDa } from './texts/da.ts'
import { noedstopEn } from './texts/en.ts'
import { ord } from './texts/index.ts'

export type NoedstopRouteDeps = MedarbejderDeps & { readonly kilder: Pick<Kilderegister, 'alle'> }

/** Who stops and who opens. */
const STOPPERE: readonly Rolle[] = ['projektansvarlig', 'kvalitetsansvarlig']

export const NOEDSTOPPUNKTER: readonly Medarbejderpunkt[] = [kommunepunkt(STI, STOPPERE, noedstopDa.punkt, noedstopEn.punkt)]

const SKJULT = { schema: { hide: true } } as const

/** A Fastify plugin: the emergency stop's page and its steps, for one's own municipality. */
export const noedstopRoutes: FastifyPluginAsync<NoedstopRouteDeps> = async (scope, deps) => {
  await scope.register(async (under) => {
    requireMedarbejder(under, deps, STOPPERE)
    under.get(STI, SKJULT, (request, reply) => sendNoedstop(deps, request, reply, { formular: ledtHertil(request) }))
    under.post(STI, SKJULT, (request, reply) => stop(deps, request, reply))
    under.post<{ Params: { id: string } }>(`${STI}/:id`, SKJULT, (request, reply) => takeTrin(deps, request, reply))
  })
}

type Svar = { readonly formular?: Stopformular; readonly afvist?: string }

async function sendNoedstop(deps: NoedstopRouteDeps, request: FastifyRequest, reply: FastifyReply, svar: Svar, status = 200) {
  const k = arbejdskontekst(deps, request)
  const { id, cvr, navn } = medarbejderOf(request)
  const [{ aktive, aabnede }, rolleindehavere, stopord] = await Promise.all([
    readNoedstop(deps, cvr),
    listRolleindehavere(deps, cvr, STOPPERE),
    readStopord(deps, request, k),
  ])
  const gjort = [...aktive, ...aabnede].find((led) => led.id === (request.query as Formular)['gjort'])
  return sendHtml(
    reply,
    noedstopView(k, {
      ...stopord,
      mig: { id, navn },
      aktive,
      aabnede,
      rolleindehavere,
      gjort: gjort && { stop: gjort, beroert: await beroertAf(deps, request, gjort) },
      afvist: svar.afvist,
      formular: svar.formular ?? INTET_TASTET,
    }),
    status,
  )
}

/** A page that explains an item leads here with its id. */
function ledtHertil(request: FastifyRequest): Stopformular {
  const ting = parseUuid(String((request.query as Formular)['ting'] ?? ''))
  return ting ? { ...INTET_TASTET, slags: 'ting', vaerdi: ting } : INTET_TASTET
}

async function readStopord(deps: NoedstopRouteDeps, request: FastifyRequest, k: Arbejdskontekst) {
  const { cvr } = medarbejderOf(request)
  const egne = (await deps.kilder.alle()).filter(({ kommuner }) => kommuner.includes(cvr))
  return {
    kilder: new Map(egne.map(({ id, navn }) => [id as string, navn])),
    dokumenttyper: new Map(Object.entries(standardDokumenttyper(k.sprog))),
  }
}

const beroertAf = async (
  deps: NoedstopRouteDeps,
  request: FastifyRequest,
  { slags, vaerdi }: Pick<Stopforloeb, 'slags' | 'vaerdi'>,
): Promise<Beroert | undefined> => {
  const ting = slags === 'ting' ? parseUuid(vaerdi) : undefined
  return ting && countBeroert(deps, grundlagForKommune(medarbejderOf(request), 'noedstop'), ting)
}

async function stop(deps: NoedstopRouteDeps, request: FastifyRequest, reply: FastifyReply) {
  const k = arbejdskontekst(deps, request)
  const t = ord(k.sprog).fejl
  const formular = readStopformular((request.body ?? {}) as Formular)
  const { slags, begrundelse } = formular
  const igen = (fejl: Stopformular['fejl']) => sendNoedstop(deps, request, reply, { formular: { ...formular, fejl } }, 422)
  if (!slags) return sendNoedstop(deps, request, reply, { afvist: t.slags }, 422)
  const { kilder, dokumenttyper } = await readStopord(deps, request, k)
  const vaerdi = parseVaerdi(slags, formular.vaerdi, {
    kilder: new Set(kilder.keys()),
    dokumenttyper: new Set(dokumenttyper.keys()),
  })
  if (vaerdi === undefined) return igen({ vaerdi: t[slags] })
  if (slags === 'ting' && !(await beroertAf(deps, request, { slags, vaerdi }))) return igen({ vaerdi: t.findesIkke })
  const { id, cvr, navn } = medarbejderOf(request)
  const svar = await stopVisning(deps, { kommune: cvr, slags, vaerdi, begrundelse }, { id, navn })
  if (!svar.ok) return igen({ begrundelse: STOP_SAETNINGER[svar.afvisning][k.sprog] })
  return reply.redirect(`${STI}?gjort=${svar.value.id}`, 303)
}

async function takeTrin(deps: NoedstopRouteDeps, request: FastifyRequest<{ Params: { id: string } }>, reply: FastifyReply) {
  const k = arbejdskontekst(deps, request)
  const stopId = parseUuid(request.params.id)
  const kommando = readOphaevelse((request.body ?? {}) as Formular)
  if (!stopId || !kommando) return sendHtml(reply, arbejdsfejlside(k, 'ikkeFundet'), 404)
  const { id, cvr, navn } = medarbejderOf(request)
  const svar = await advanceOphaevelse(deps, cvr, stopId, kommando, { id, navn })
  if (svar.ok) return reply.redirect(`${STI}?gjort=${stopId}`, 303)
  if (svar.afvisning === 'FINDES_IKKE') return sendHtml(reply, arbejdsfejlside(k, 'ikkeFundet'), 404)
  const status = svar.afvisning === 'BEGRUNDELSE_MANGLER' ? 422 : 409
  return sendNoedstop(deps, request, reply, { afvist: STOP_SAETNINGER[svar.afvisning][k.sprog] }, status)
}
