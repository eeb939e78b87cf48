import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { type CvrNummer, parseCvrNummer, parseUuid } from '#kernel'
import { arbejdstekster, MAALGRUPPER, type Maalgruppe, sendHtml, startsti } from '#web'
import { sendAfvisning } from '../afvis.ts'
import { parseMedarbejderId } from '../claims.ts'
import type { MedarbejderDeps } from '../deps.ts'
import { medarbejderOf, requireKendt } from '../kendt.ts'
import { arbejdskontekst } from '../kontekst.ts'
import { parseRolle, type Rolle } from '../medarbejder.ts'
import type { Medarbejderpunkt } from '../punkter.ts'
import { requireMedarbejder } from '../require-medarbejder.ts'
import type { Rolleafvisning } from '../rolle.errors.ts'
import { findTildeling, listTildelinger, type TildelingRaekke } from '../rolle.sql.ts'
import { fratagRolle, tildelRolle } from '../tildel-rolle.ts'
import {
  fratagRolleView,
  givRolleView,
  ROLLEFELTER,
  type Rollefelt,
  type Rolleformular,
  rollersti,
  rollerView,
  rolletekster,
} from './roller.view.ts'
import { rollerDa } from './texts/roller.da.ts'
import { rollerEn } from './texts/roller.en.ts'

/** Who may look the list over: in a municipality those who answer for it, and all with a role at a vendor. */
const LAESERE: Readonly<Record<Maalgruppe, readonly Rolle[]>> = {
  leverandoer: ['leverandoer'],
  kommune: ['projektansvarlig', 'fagsystemansvarlig'],
  drift: ['driftsansvarlig', 'tilsyn'],
}

/** The list of roles in each audience's menu. */
export const ROLLEPUNKTER: readonly Medarbejderpunkt[] = MAALGRUPPER.map((maalgruppe) => ({
  maalgruppe,
  sti: `${startsti(maalgruppe)}/roller`,
  navn: { da: rollerDa.navn, en: rollerEn.navn },
  om: { da: rollerDa.om[maalgruppe], en: rollerEn.om[maalgruppe] },
  roller: LAESERE[maalgruppe],
}))

/**
 * A Fastify plugin: who has which role, in one's own organisation, or everywhere for the operator; and the operator's forms by which roles are
 * given and taken away.
 */
export const rollerRoutes: FastifyPluginAsync<MedarbejderDeps> = async (scope, deps) => {
  for (const maalgruppe of MAALGRUPPER)
    await scope.register(async (under) => {
      requireMedarbejder(under, deps, LAESERE[maalgruppe])
      under.get(`${startsti(maalgruppe)}/roller`, { schema: { hide: true } }, (request, reply) =>
        vis(deps, maalgruppe, request, reply),
      )
    })
  await scope.register(async (under) => {
    requireMedarbejder(under, deps, ['driftsansvarlig'])
    const hide = { schema: { hide: true } } as const
    under.get('/drift/roller/ny', hide, (request, reply) =>
      sendHtml(reply, givRolleView(arbejdskontekst(deps, request), { vaerdier: readFelter(request.query), fejl: {} })),
    )
    under.post('/drift/roller/ny', hide, (request, reply) => giv(deps, request, reply))
    under.get('/drift/roller/:id/fratag', hide, (request, reply) => fratag(deps, request, reply))
    under.post('/drift/roller/:id/fratag', hide, (request, reply) => fratag(deps, request, reply))
  })
}

async function vis(
  deps: MedarbejderDeps,
  maalgruppe: Maalgruppe,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { id, cvr, roller } = medarbejderOf(request)
  const k = arbejdskontekst(deps, request)
  // Another organisation's are the operator's to see.
  const tildelinger = await readTildelinger(deps, maalgruppe === 'drift' ? undefined : cvr)
  const query = request.query as Readonly<Record<string, unknown>>
  const gjort = tildelinger.find(({ tildeling_id }) => tildeling_id === query['gjort'])
  const t = rolletekster(k.sprog)
  const rolle = gjort && arbejdstekster(k.sprog).roller[gjort.rolle]
  const kvittering = gjort && rolle && (gjort.gaelder ? t.givet(gjort.navn, rolle) : t.frataget(gjort.navn, rolle))
  const gennemgang = maalgruppe === 'drift' || roller.includes('projektansvarlig')
  const styrer = maalgruppe === 'drift' && roller.includes('driftsansvarlig')
  return sendHtml(reply, rollerView(k, { tildelinger, mig: id, styrer, gennemgang, kvittering }))
}

const readTildelinger = async ({ db, clock }: MedarbejderDeps, cvr: CvrNummer | undefined): Promise<readonly TildelingRaekke[]> =>
  (await db.readBatch({ rolle: 'login' }, [listTildelinger(cvr, clock.now())]))[0]

const readFelter = (kilde: unknown): Rolleformular['vaerdier'] => {
  const felter = (kilde ?? {}) as Readonly<Record<string, unknown>>
  const vaerdi = (navn: Rollefelt): string => (typeof felter[navn] === 'string' ? felter[navn].trim().slice(0, 1_000) : '')
  return {
    navn: vaerdi('navn'),
    cvr: vaerdi('cvr'),
    id: vaerdi('id'),
    rolle: vaerdi('rolle'),
    begrundelse: vaerdi('begrundelse'),
  }
}

/** The field that a refusal belongs to. */
const FELT: Readonly<Record<Rolleafvisning, Rollefelt>> = {
  HAR_ROLLEN: 'rolle',
  HAR_IKKE_ROLLEN: 'begrundelse',
  IKKE_KOMMUNE: 'cvr',
  UGYLDIG_PERIODE: 'rolle',
  BEGRUNDELSE_MANGLER: 'begrundelse',
  NAVN_MANGLER: 'navn',
  IKKE_SIG_SELV: 'id',
}

async function giv(deps: MedarbejderDeps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const k = arbejdskontekst(deps, request)
  const t = rolletekster(k.sprog)
  const vaerdier = readFelter(request.body)
  const [cvr, medarbejder, rolle] = [parseCvrNummer(vaerdier.cvr), parseMedarbejderId(vaerdier.id), parseRolle(vaerdier.rolle)]
  const igen = (fejl: Rolleformular['fejl']) => sendHtml(reply, givRolleView(k, { vaerdier, fejl }), 422)
  if (!cvr || !medarbejder || !rolle) {
    const mangler = ROLLEFELTER.filter(
      (felt) =>
        ({ navn: vaerdier.navn, cvr, id: medarbejder, rolle, begrundelse: vaerdier.begrundelse })[felt] === undefined ||
        vaerdier[felt] === '',
    )
    return igen(Object.fromEntries(mangler.map((felt) => [felt, t.fejl[felt]])))
  }
  const { navn, begrundelse } = vaerdier
  const svar = await tildelRolle(deps, { cvr, medarbejder, rolle, navn, begrundelse, af: medarbejderOf(request).id })
  if (svar.ok) return reply.redirect(`${rollersti(k)}?gjort=${svar.value}`, 303)
  const felt = FELT[svar.afvisning]
  return igen({ [felt]: sentenceFor(t, svar.afvisning) })
}

const sentenceFor = (t: ReturnType<typeof rolletekster>, afvisning: Rolleafvisning): string => {
  const saetninger: Readonly<Record<string, string>> = t.fejl
  return saetninger[afvisning] ?? t.fejl[FELT[afvisning]]
}

/** Asks why (GET), and takes the role away (POST). One that is not there, or holds no more, is not found. */
async function fratag(deps: MedarbejderDeps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const k = arbejdskontekst(deps, request)
  const id = parseUuid((request.params as { readonly id: string }).id)
  const [fundne] = id ? await deps.db.readBatch({ rolle: 'login' }, [findTildeling(id, deps.clock.now())]) : [[]]
  const [tildeling] = fundne
  if (!tildeling || tildeling.ophoert) return sendAfvisning(deps, request, reply, 'ikkeFundet', { kendt: requireKendt(request) })
  if (request.method !== 'POST') return sendHtml(reply, fratagRolleView(k, tildeling, { begrundelse: '', fejl: undefined }))
  const { begrundelse } = readFelter(request.body)
  const { cvr, medarbejder_id: medarbejder, rolle } = tildeling
  const svar = await fratagRolle(deps, { cvr, medarbejder, rolle, begrundelse, af: medarbejderOf(request).id })
  if (svar.ok) return reply.redirect(`${rollersti(k)}?gjort=${tildeling.tildeling_id}`, 303)
  const fejl = sentenceFor(rolletekster(k.sprog), svar.afvisning)
  return sendHtml(reply, fratagRolleView(k, tildeling, { begrundelse, fejl }), 422)
}
