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
import { type Ordlager, type Ordslags, parseOrdslags, STANDARDKLE } from '#klassifikation'
import { kommuneMedCvr } from '#myndighed'
import { arbejdsfejlside, sendHtml } from '#web'
import { type Laestord, laesOrd, toFelter } from '../laes-ord.ts'
import { findOrdnoegle, isFritekst } from '../ordnoegle.ts'
import { findOrd, standardord } from '../standardord.ts'
import { type Ordside, ordView } from './ord.view.ts'
import { ORDSTI, ordlisteView, ordsti } from './ordliste.view.ts'
import { ordvalgDa } from './texts/da.ts'
import { ordvalgEn } from './texts/en.ts'
import { ord } from './texts/index.ts'

export type OrdvalgDeps = MedarbejderDeps & { readonly ordvalg: Ordlager }

const ROLLER: readonly Rolle[] = ['projektansvarlig', 'kvalitetsansvarlig']
const SKJULT = { schema: { hide: true } } as const
const HOEJST_SOEG = 80

/** What this hangs into the municipality's menu. */
export const ORDVALGPUNKTER: readonly Medarbejderpunkt[] = [kommunepunkt(ORDSTI, ROLLER, ordvalgDa.punkt, ordvalgEn.punkt)]

type Ordrute = { Params: { slags: string; id: string } }
type Nyrute = { Params: { slags: string } }
type Kald = FastifyRequest
type Formular = Readonly<Record<string, unknown>>

/** The pages on which a municipality's project lead or quality lead chooses its words for citizens. */
export const ordvalgRoutes: FastifyPluginAsync<OrdvalgDeps> = async (scope, deps) => {
  requireMedarbejder(scope, deps, ROLLER)
  scope.get(ORDSTI, SKJULT, (request, reply) => sendListe(deps, request, reply))
  scope.get<Nyrute>(`${ORDSTI}/ny/:slags`, SKJULT, (request, reply) => {
    const slags = fritekstslags(request.params.slags)
    return slags ? sendOrd(deps, request, reply, slags, '') : sendIkkeFundet(deps, request, reply)
  })
  scope.post<Nyrute>(`${ORDSTI}/ny/:slags`, SKJULT, (request, reply) => {
    const slags = fritekstslags(request.params.slags)
    return slags ? choose(deps, request, reply, slags, '') : sendIkkeFundet(deps, request, reply)
  })
  scope.get<Ordrute>(`${ORDSTI}/:slags/:id`, SKJULT, (request, reply) => withOrd(deps, request, reply, sendOrd))
  scope.post<Ordrute>(`${ORDSTI}/:slags/:id`, SKJULT, (request, reply) => withOrd(deps, request, reply, choose))
}

const fritekstslags = (tekst: string): Ordslags | undefined => {
  const slags = parseOrdslags(tekst)
  return slags && isFritekst(slags) ? slags : undefined
}

const sendIkkeFundet = (deps: OrdvalgDeps, request: Kald, reply: FastifyReply) =>
  sendHtml(reply, arbejdsfejlside(arbejdskontekst(deps, request), 'ikkeFundet'), 404)

async function withOrd(
  deps: OrdvalgDeps,
  request: FastifyRequest<Ordrute>,
  reply: FastifyReply,
  answer: (deps: OrdvalgDeps, request: Kald, reply: FastifyReply, slags: Ordslags, noegle: string) => Promise<FastifyReply>,
): Promise<FastifyReply> {
  const slags = parseOrdslags(request.params.slags)
  const noegle = slags && findOrdnoegle(await deps.ordvalg.current(), medarbejderOf(request).cvr, slags, request.params.id)
  return slags && noegle ? answer(deps, request, reply, slags, noegle) : sendIkkeFundet(deps, request, reply)
}

async function sendListe(deps: OrdvalgDeps, request: Kald, reply: FastifyReply): Promise<FastifyReply> {
  const query = request.query as Formular
  const tekst = (navn: string): string => (typeof query[navn] === 'string' ? query[navn].slice(0, HOEJST_SOEG) : '')
  const soegning = { soeg: tekst('soeg'), slags: parseOrdslags(tekst('slags')), kunEgne: tekst('egne') === 'ja' }
  const linjer = findOrd(await deps.ordvalg.current(), medarbejderOf(request).cvr, soegning)
  const side = /^\d{1,4}$/.test(tekst('side')) ? Number(tekst('side')) : 1
  const kvittering = (['gemt', 'tilbage'] as const).find((et) => et === tekst('kvittering'))
  return sendHtml(reply, ordlisteView(arbejdskontekst(deps, request), { soegning, linjer, side, kvittering }))
}

/** What a step came to, for the page that is shown after it. */
type Mellemspil = { readonly laest: Laestord; readonly besked?: Ordside['besked'] }

async function sendOrd(
  deps: OrdvalgDeps,
  request: Kald,
  reply: FastifyReply,
  slags: Ordslags,
  noegle: string,
  mellemspil?: Mellemspil,
): Promise<FastifyReply> {
  const k = arbejdskontekst(deps, request)
  const { cvr } = medarbejderOf(request)
  const historik = noegle === '' ? [] : await deps.ordvalg.historik(cvr, slags, noegle)
  const eget = noegle === '' ? undefined : (await deps.ordvalg.current()).find(cvr, slags, noegle)
  const standard = standardord(slags, noegle)
  const gemt = (request.query as Formular)['gemt'] === 'ja'
  const side: Ordside = {
    slags,
    noegle,
    fagtitel: STANDARDKLE.find(({ nr }) => slags === 'kle' && nr === noegle)?.titel,
    kommune: { cvr, navn: kommuneMedCvr(cvr)?.navn ?? k.medarbejder?.organisation ?? '' },
    standard,
    eget,
    historik,
    laest: mellemspil?.laest ?? { felter: toFelter(eget ?? standard), fejl: {} },
    udkast: mellemspil?.laest.ord,
    besked: mellemspil?.besked ?? (gemt ? { slags: 'success', tekst: ord(k.sprog).liste.gemt } : undefined),
    sti: noegle === '' ? `${ORDSTI}/ny/${slags}` : ordsti(slags, noegle),
  }
  const fejlet = mellemspil !== undefined && (mellemspil.laest.ord === undefined || mellemspil.besked !== undefined)
  return sendHtml(reply, ordView(k, side), fejlet ? 400 : 200)
}

/** 'vis' saves nothing; 'gem' chooses the words typed; 'standard' goes back to the shipped ones. */
async function choose(
  deps: OrdvalgDeps,
  request: Kald,
  reply: FastifyReply,
  slags: Ordslags,
  noegle: string,
): Promise<FastifyReply> {
  const formular = request.body as Formular
  const { cvr: kommune, id, navn } = medarbejderOf(request)
  const set = /^\d{1,6}$/.test(String(formular['set'])) ? Number(formular['set']) : 0
  const valg = { kommune, slags, set, medarbejder: { id, navn } }
  if (formular['handling'] === 'standard' && noegle !== '') {
    const gemt = await deps.ordvalg.gem({ ...valg, noegle, ord: undefined })
    if (gemt) return reply.redirect(`${ORDSTI}?kvittering=tilbage`, 303)
    return sendOrd(deps, request, reply, slags, noegle, optaget(deps, request, laesOrd(slags, formular, false), 'samtidig'))
  }
  const laest = laesOrd(slags, formular, noegle === '')
  if (!laest.ord || formular['handling'] !== 'gem') return sendOrd(deps, request, reply, slags, noegle, { laest })
  const maal = noegle || laest.felter.noegle
  if (await deps.ordvalg.gem({ ...valg, set: await findSet(deps, valg, noegle, maal), noegle: maal, ord: laest.ord }))
    return reply.redirect(`${ordsti(slags, maal)}?gemt=ja`, 303)
  return sendOrd(deps, request, reply, slags, noegle, optaget(deps, request, laest, noegle === '' ? 'findes' : 'samtidig'))
}

/** What is written by hand may have had words once, which were taken back: a choice then goes on from there, but none is overwritten unseen. */
async function findSet(
  { ordvalg }: OrdvalgDeps,
  {
    kommune,
    slags,
    set,
  }: { readonly kommune: Parameters<Ordlager['historik']>[0]; readonly slags: Ordslags; readonly set: number },
  noegle: string,
  maal: string,
): Promise<number> {
  if (noegle !== '') return set
  const [seneste] = await ordvalg.historik(kommune, slags, maal)
  return seneste && !seneste.ord ? seneste.version : 0
}

const optaget = (deps: OrdvalgDeps, request: Kald, laest: Laestord, hvorfor: 'samtidig' | 'findes'): Mellemspil => {
  const t = ord(arbejdskontekst(deps, request).sprog).fejl
  return { laest, besked: { slags: 'error', overskrift: t.samtidigTitel, tekst: t[hvorfor] } }
}
