import type { FastifyPluginAsync, FastifyReply } from 'fastify'
import { type MedarbejderDeps, medarbejderOf, type Rolle, requireMedarbejder } from '#adgang'
import { type Laesedeps, readForSagsbehandler } from '#adgangslog'
import { newUuid, parseUuid, type Uuid } from '#kernel'
import { type Besoegsrequest, inBesoeg, readBesoegt } from '#partsoverblik/besoeg'
import { danskDag } from '#platform/clock'
import { type Formular, readFelt } from '#platform/http'
import { arbejdsfejlside, sendHtml } from '#web'
import { BEMAERKNINGSSAETNINGER } from '../bemaerkning.errors.ts'
import type { Bemaerkningsoenske } from '../bemaerkning.ts'
import { bemaerkningsstatement, toBemaerkninger } from '../laes-bemaerkninger.ts'
import { changeBemaerkning, writeBemaerkning } from '../skriv-bemaerkning.ts'
import { type Bemaerkningsside, bemaerkningerView, INTET_OENSKE } from './bemaerkninger.view.ts'

export type Bemaerkningsrutedeps = MedarbejderDeps & Laesedeps

const SKRIVERE: readonly Rolle[] = ['sagsbehandler', 'borgerservice']
const STI = '/kommune/borger/:besoeg/bemaerkninger'
const SKJULT = { schema: { hide: true } } as const

/** A Fastify plugin: the remarks about the citizen of a visit. */
export const bemaerkningsRoutes: FastifyPluginAsync<Bemaerkningsrutedeps> = async (scope, deps) => {
  await scope.register(async (under) => {
    requireMedarbejder(under, deps, SKRIVERE)
    under.get(STI, SKJULT, (request, reply) => inBesoeg(deps, request, reply, sendSide))
    under.post(STI, SKJULT, (request, reply) => inBesoeg(deps, request, reply, change))
  })
}

type Side = Besoegsrequest<Bemaerkningsrutedeps>

type Svar = { readonly oenske?: Bemaerkningsoenske; readonly noegle?: Uuid; readonly fejl?: string; readonly status?: number }

const GJORT: ReadonlyMap<string, NonNullable<Bemaerkningsside['gjort']>> = new Map([
  ['ny', 'gemt'],
  ['afslut', 'afsluttet'],
  ['gennemgaa', 'gennemgaaet'],
])

async function sendSide({ deps, request, reply, k, grundlag }: Side, svar: Svar = {}): Promise<FastifyReply> {
  const nu = deps.clock.now()
  const [[raekker], besoegt] = await Promise.all([
    readForSagsbehandler(deps, grundlag, { hvad: 'bemaerkninger' }, [bemaerkningsstatement(grundlag, nu)]),
    readBesoegt(deps, grundlag),
  ])
  const tilbage = `/kommune/borger/${grundlag.korrelation}`
  return sendHtml(
    reply,
    bemaerkningerView(k, {
      tilbage,
      sti: `${tilbage}/bemaerkninger`,
      besoegt,
      idag: danskDag(nu),
      bemaerkninger: toBemaerkninger(deps.noegler, raekker),
      gjort: svar.fejl === undefined ? GJORT.get(readFelt(request.query as Formular, 'gjort')) : undefined,
      fejl: svar.fejl,
      oenske: svar.oenske ?? INTET_OENSKE,
      noegle: svar.noegle ?? newUuid(),
    }),
    svar.status ?? 200,
  )
}

async function change(side: Side): Promise<FastifyReply> {
  const { deps, request, reply, k, grundlag } = side
  const formular = (request.body ?? {}) as Formular
  const felt = (navn: string) => readFelt(formular, navn)
  const { navn } = medarbejderOf(request)
  const trin = felt('trin')
  const oenske: Bemaerkningsoenske = {
    slags: felt('slags'),
    tekst: felt('tekst'),
    detalje: felt('detalje'),
    begrundelse: felt('begrundelse'),
    fra: felt('fra'),
    til: felt('til'),
  }
  const id = parseUuid(felt('bemaerkning'))
  const noegle = parseUuid(felt('noegle')) ?? newUuid()
  if (trin !== 'ny' && ((trin !== 'afslut' && trin !== 'gennemgaa') || !id))
    return sendHtml(reply, arbejdsfejlside(k, 'ikkeFundet'), 404)
  const svar =
    trin === 'ny' || !id
      ? await writeBemaerkning(deps, grundlag, navn, oenske, noegle)
      : await changeBemaerkning(deps, grundlag, navn, { id, trin, begrundelse: oenske.begrundelse })
  if (svar.ok) return reply.redirect(`/kommune/borger/${grundlag.korrelation}/bemaerkninger?gjort=${trin}`, 303)
  if (svar.afvisning === 'FINDES_IKKE') return sendHtml(reply, arbejdsfejlside(k, 'ikkeFundet'), 404)
  const fejl = BEMAERKNINGSSAETNINGER[svar.afvisning][k.sprog]
  return sendSide(side, { fejl, status: 422, ...(trin === 'ny' ? { oenske, noegle } : {}) })
}
