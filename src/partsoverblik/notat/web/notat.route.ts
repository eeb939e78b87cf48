import type { FastifyPluginAsync, FastifyReply } from 'fastify'
import { type MedarbejderDeps, medarbejderOf, type Rolle, requireMedarbejder } from '#adgang'
import type { Laesedeps } from '#adgangslog'
import { newUuid, parseUuid, type Uuid } from '#kernel'
import { type Besoegsrequest, inBesoeg, readBesoegt } from '#partsoverblik/besoeg'
import { hmac } from '#platform/crypto'
import { type Formular, readFelt } from '#platform/http'
import { sendHtml } from '#web'
import { NOTATSAETNINGER } from '../notat.errors.ts'
import { INGEN_FUND } from '../notat.ts'
import { readNotatside, writeNotat } from '../skriv-notat.ts'
import { type Notatside, notatView } from './notat.view.ts'

export type Notatsidedeps = MedarbejderDeps & Laesedeps

const SKRIVERE: readonly Rolle[] = ['sagsbehandler', 'borgerservice']
const STI = '/kommune/borger/:besoeg/notat'
const SKJULT = { schema: { hide: true } } as const

/** A Fastify plugin: a note is written on a case of the visit's citizen. */
export const notatRoutes: FastifyPluginAsync<Notatsidedeps> = async (scope, deps) => {
  await scope.register(async (under) => {
    requireMedarbejder(under, deps, SKRIVERE)
    under.get(STI, SKJULT, (request, reply) => inBesoeg(deps, request, reply, sendSide))
    under.post(STI, SKJULT, (request, reply) => inBesoeg(deps, request, reply, send))
  })
}

/** What the visit's addresses and forms call a case when a note is written: it means nothing in another visit. */
const notatref = ({ noegler }: Pick<Notatsidedeps, 'noegler'>, besoeg: Uuid, sag: Uuid): string =>
  hmac(noegler.session.aktuel, `borgerblikket/notat ${besoeg} ${sag}`).toString('base64url').slice(0, 16)

type Side = Besoegsrequest<Notatsidedeps>

type Svar = Partial<Pick<Notatside, 'valgt' | 'fund' | 'kanSendes' | 'fejl' | 'noegle'>> & { readonly status?: number }

async function sendSide({ deps, request, reply, k, grundlag }: Side, svar: Svar = {}): Promise<FastifyReply> {
  const [{ sager, notater }, besoegt] = await Promise.all([readNotatside(deps, grundlag), readBesoegt(deps, grundlag)])
  const besoeg = grundlag.korrelation
  const tilbage = `/kommune/borger/${besoeg}`
  const query = request.query as Formular
  return sendHtml(
    reply,
    notatView(k, {
      tilbage,
      sti: `${tilbage}/notat`,
      besoegt,
      sager: sager.map(({ id, titel, nummer }) => ({ ref: notatref(deps, besoeg, id), titel, nummer })),
      notater,
      noegle: svar.noegle ?? newUuid(),
      valgt: svar.valgt ?? { sag: readFelt(query, 'sag'), titel: '', tekst: '' },
      fund: svar.fund ?? INGEN_FUND,
      kanSendes: svar.kanSendes ?? false,
      fejl: svar.fejl,
      sendt: svar.fejl === undefined && readFelt(query, 'gjort') === 'sendt',
    }),
    svar.status ?? 200,
  )
}

/** The text may be longer than other fields are. */
const readTekst = (formular: Formular): string => {
  const vaerdi = formular['tekst']
  return typeof vaerdi === 'string' ? vaerdi.slice(0, 40_000) : ''
}

async function send(side: Side): Promise<FastifyReply> {
  const { deps, request, reply, k, grundlag } = side
  const formular = (request.body ?? {}) as Formular
  const valgt = { sag: readFelt(formular, 'sag'), titel: readFelt(formular, 'titel'), tekst: readTekst(formular) }
  const noegle = parseUuid(readFelt(formular, 'noegle')) ?? newUuid()
  const { sager } = await readNotatside(deps, grundlag)
  const besoeg = grundlag.korrelation
  const sag = sager.find(({ id }) => notatref(deps, besoeg, id) === valgt.sag)
  if (!sag) return sendSide(side, { valgt, noegle, fejl: NOTATSAETNINGER.FINDES_IKKE[k.sprog], status: 422 })
  const { navn, enheder } = medarbejderOf(request)
  const oenske = { sag: sag.id, titel: valgt.titel, tekst: valgt.tekst, noegle, set: readFelt(formular, 'set') === 'ja' }
  const svar = await writeNotat(deps, grundlag, { navn, enhed: enheder[0]?.slice(0, 200) }, oenske)
  if (svar.ok) return reply.redirect(`/kommune/borger/${besoeg}/notat?gjort=sendt`, 303)
  const { grund, fund } = svar.afvisning
  const kanSendes = grund === 'SE_FUND'
  return sendSide(side, { valgt, noegle, fund, kanSendes, fejl: NOTATSAETNINGER[grund][k.sprog], status: 422 })
}
