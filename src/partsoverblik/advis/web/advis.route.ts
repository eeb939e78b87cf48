import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import {
  arbejdskontekst,
  kommunepunkt,
  type MedarbejderDeps,
  type Medarbejderpunkt,
  medarbejderOf,
  type Rolle,
  requireMedarbejder,
} from '#adgang'
import type { Laesedeps } from '#adgangslog'
import { parseOpslagsformaal, parseUuid } from '#kernel'
import { BESOEGSAFVISNINGER, sendAfbrudt, startBesoeg } from '#partsoverblik/besoeg'
import { findKendtePersoner } from '#partsoverblik/soegning'
import { type Formular, readFelt } from '#platform/http'
import { arbejdsfejlside, sendHtml } from '#web'
import { type Advistrin, adviskontekst, readMailadresse, subscribe, take } from '../abonner.ts'
import { ADVISSAETNINGER } from '../advis.errors.ts'
import { findEgen, listAbonnementer, listGrupper, markLaest } from '../advis.sql.ts'
import { readAdvis } from '../liste.ts'
import { type Advisside, advisView, STI } from './advis.view.ts'
import { advisDa } from './texts/da.ts'
import { advisEn } from './texts/en.ts'
import { aabnView } from './vaelg.view.ts'

/** `mailTil`: the installation sends mail. */
export type Advisrutedeps = MedarbejderDeps & Laesedeps & { readonly mailTil: boolean }

export const ABONNENTER: readonly Rolle[] = ['sagsbehandler', 'borgerservice']
export const ADVISPUNKTER: readonly Medarbejderpunkt[] = [kommunepunkt(STI, ABONNENTER, advisDa.punkt, advisEn.punkt)]
const SKJULT = { schema: { hide: true } } as const

/** Registers the list of what an employee is told, and what is done with it. */
export const advisRoutes: FastifyPluginAsync<Advisrutedeps> = async (scope, deps) => {
  await scope.register(async (under) => {
    requireMedarbejder(under, deps, ABONNENTER)
    const eller = (svar: Promise<FastifyReply>, request: FastifyRequest, reply: FastifyReply) =>
      svar.catch((error: unknown) => sendAfbrudt(deps, request, reply, error))
    under.get(STI, SKJULT, (request, reply) => eller(sendSide(deps, request, reply), request, reply))
    under.post(STI, SKJULT, (request, reply) => eller(change(deps, request, reply), request, reply))
    under.post(`${STI}/aabn`, SKJULT, (request, reply) => eller(open(deps, request, reply), request, reply))
  })
}

async function sendSide(
  deps: Advisrutedeps,
  request: FastifyRequest,
  reply: FastifyReply,
  fejl?: Advisside['fejl'],
): Promise<FastifyReply> {
  const k = arbejdskontekst(deps, request)
  const hvem = medarbejderOf(request)
  const query = request.query as Formular
  const kunUlaeste = readFelt(query, 'ulaeste') === 'ja'
  const [liste, [abonnementer, grupper], mailadresse] = await Promise.all([
    readAdvis(deps, hvem, { efter: readFelt(query, 'efter'), kunUlaeste }),
    deps.db.readBatch(adviskontekst(hvem), [listAbonnementer(hvem), listGrupper(hvem)]),
    deps.mailTil ? readMailadresse(deps, hvem) : undefined,
  ])
  const side = { ...liste, kunUlaeste, abonnementer, grupper, mailadresse, mailTil: deps.mailTil, fejl }
  return sendHtml(reply, advisView(k, { ...side, gjort: readFelt(query, 'gjort') === 'ja' }), fejl ? 422 : 200)
}

const MED_ID: ReadonlySet<string> = new Set(['afmeld', 'laest', 'meldInd', 'meldUd'])

/** What the form asks for; undefined where it is no form of this page. */
function readTrin(formular: Formular): Advistrin | undefined {
  const trin = readFelt(formular, 'trin')
  const id = parseUuid(readFelt(formular, 'id'))
  if (MED_ID.has(trin)) return id && { trin: trin as 'afmeld', id }
  switch (trin) {
    case 'alleLaest':
      return { trin, til: readFelt(formular, 'til') }
    case 'nyGruppe':
      return { trin, navn: readFelt(formular, 'navn') }
    case 'mail':
      return { trin, adresse: readFelt(formular, 'adresse') }
    default:
      return undefined
  }
}

async function change(deps: Advisrutedeps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const k = arbejdskontekst(deps, request)
  const hvem = medarbejderOf(request)
  const formular = (request.body ?? {}) as Formular
  const trin = readTrin(formular)
  if (!trin && readFelt(formular, 'trin') !== 'egneSager') return sendHtml(reply, arbejdsfejlside(k, 'ikkeFundet'), 404)
  if (trin?.trin === 'mail' && !deps.mailTil) return sendHtml(reply, arbejdsfejlside(k, 'ikkeFundet'), 404)
  const svar = trin ? await take(deps, hvem, trin) : await subscribe(deps, hvem, { slags: 'egneSager' })
  if (svar.ok) return reply.redirect(`${STI}?gjort=ja`, 303)
  const felt = trin?.trin === 'mail' ? 'adresse' : 'navn'
  const tekst = ADVISSAETNINGER[svar.afvisning][k.sprog]
  return sendSide(deps, request, reply, { felt, tekst, vaerdi: readFelt(formular, felt) })
}

/**
 * To the citizen that an advis is about, in a visit with its purpose: taken from a case of one's own where there is one, asked otherwise. Rights may have
 * changed since it was told: as from a search, there is no way from it to somebody of whom nothing may be known now.
 */
async function open(deps: Advisrutedeps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const k = arbejdskontekst(deps, request)
  const hvem = medarbejderOf(request)
  const formular = (request.body ?? {}) as Formular
  const id = parseUuid(readFelt(formular, 'id'))
  const [[advis]] = id ? await deps.db.readBatch(adviskontekst(hvem), [findEgen(hvem, id)]) : [[]]
  const kendte = advis ? await findKendtePersoner(deps, hvem, [advis.part_id]) : undefined
  if (!id || !advis || !kendte?.has(advis.part_id)) return sendHtml(reply, arbejdsfejlside(k, 'ikkeFundet'), 404)
  const formaal = readFelt(formular, 'formaal')
  const begrundelse = readFelt(formular, 'begrundelse')
  const svar = await startBesoeg(deps, hvem, { part: advis.part_id, formaal: parseOpslagsformaal(formaal), begrundelse })
  if (svar.ok) {
    await deps.db.writeBatch(adviskontekst(hvem), [markLaest(hvem, id, deps.clock.now())])
    return reply.redirect(`/kommune/borger/${svar.value.besoeg}`, 303)
  }
  const fejl = BESOEGSAFVISNINGER[svar.afvisning][k.sprog]
  return sendHtml(reply, aabnView(k, { id, formaal, begrundelse, fejl }), formaal === '' ? 200 : 422)
}
