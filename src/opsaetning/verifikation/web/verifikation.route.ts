import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import {
  arbejdskontekst,
  grundlagForKommune,
  kommunepunkt,
  type MedarbejderDeps,
  type Medarbejderpunkt,
  medarbejderOf,
  type Rolle,
  readMedarbejdersession,
  requireMedarbejder,
} from '#adgang'
import type { Ordvalg } from '#klassifikation'
import { listUdkast } from '#opsaetning/konfiguration'
import { type Borgersidedeps, forklarForKommune, kommunelaeser, visSomBorger } from '#overblik'
import {
  type Arbejdskontekst,
  formatTid,
  html,
  type Markup,
  renderArbejdsside,
  type Sidekontekst,
  sendHtml,
  sidehoved,
  toText,
} from '#web'
import { begynd, findRegler, INTET_TASTET, type Regler, type Tastet, type Verifikationsdeps } from '../begynd.ts'
import { makeSeddel, openSeddel, type Seddel } from '../seddel.ts'
import type { Verifikation } from '../verifikation.sql.ts'
import { begyndView, STI } from './begynd.view.ts'
import { forklaringView } from './forklaring.view.ts'
import { toFremvisning } from './fremvis.ts'
import { verifikationDa } from './texts/da.ts'
import { verifikationEn } from './texts/en.ts'
import { ord } from './texts/index.ts'

export type VerifikationDeps = MedarbejderDeps &
  Verifikationsdeps &
  Borgersidedeps & { readonly ordvalg: { current(): Promise<Ordvalg> } }

const ROLLER: readonly Rolle[] = ['projektansvarlig', 'kvalitetsansvarlig']
/** So many people nobody checks in a minute; who tries numbers does. */
const FART = { config: { rateLimit: { max: 20, timeWindow: 60_000 } }, schema: { hide: true } } as const
const SKJULT = { schema: { hide: true } } as const

const punkt = (slags: keyof typeof STI): Medarbejderpunkt =>
  kommunepunkt(STI[slags], ROLLER, verifikationDa.punkt[slags], verifikationEn.punkt[slags])
/** What these pages hang into the menus. */
export const VERIFIKATIONSPUNKTER: readonly Medarbejderpunkt[] = [punkt('somBorger'), punkt('forklar')]

type Kald = FastifyRequest<{ Params: { '*': string; seddel: string }; Querystring: Readonly<Record<string, unknown>> }>
type Sideslags = keyof typeof STI
const SLAGS = { somBorger: 'somBorgeren', forklar: 'forklaring' } as const satisfies Record<Sideslags, Verifikation['slags']>

/** Seeing what a citizen sees, and asking why. */
export const verifikationRoutes: FastifyPluginAsync<VerifikationDeps> = async (scope, deps) => {
  await scope.register(async (under) => {
    requireMedarbejder(under, deps, ROLLER)
    for (const slags of ['somBorger', 'forklar'] as const) {
      under.get(STI[slags], SKJULT, (request: Kald, reply) => sendBegynd(deps, slags, request, reply, INTET_TASTET))
      under.post(STI[slags], FART, (request: Kald, reply) => start(deps, slags, request, reply))
    }
    // Both are longer than a parameter of an address may be.
    under.get(`${STI.somBorger}/v/*`, SKJULT, (request: Kald, reply) => sendFremvisning(deps, request, reply))
    under.get(`${STI.forklar}/v/*`, SKJULT, (request: Kald, reply) => sendForklaring(deps, request, reply))
  })
}

async function sendBegynd(deps: VerifikationDeps, slags: Sideslags, request: Kald, reply: FastifyReply, tastet: Tastet) {
  const udkast = (await listUdkast(deps.db, medarbejderOf(request).cvr)).filter(
    ({ tilstand }) => tilstand === 'udkast' || tilstand === 'foreslaaet',
  )
  return sendHtml(reply, begyndView(arbejdskontekst(deps, request), slags, udkast, tastet), tastet.fejl.size > 0 ? 400 : 200)
}

async function start(deps: VerifikationDeps, slags: Sideslags, request: Kald, reply: FastifyReply) {
  const svar = await begynd(deps, medarbejderOf(request), SLAGS[slags], (request.body ?? {}) as Readonly<Record<string, unknown>>)
  if (!svar.ok) return sendBegynd(deps, slags, request, reply, svar.tastet)
  const seddel = makeSeddel(deps.noegler, ihaenderOf(deps, slags, request), svar.seddel, deps.clock.now())
  return reply.redirect(`${STI[slags]}/v/${seddel}${slags === 'somBorger' ? '/overblik' : ''}`, 303)
}

/** Behind requireMedarbejder there is a session. */
function ihaenderOf(deps: VerifikationDeps, slags: Sideslags, request: FastifyRequest) {
  const session = readMedarbejdersession(deps, request)
  if (!session) throw new TypeError('Nobody is logged in')
  return { session: session.id, cvr: medarbejderOf(request).cvr, slags: SLAGS[slags] }
}

/** The slip that an address carries, with the rules it was begun under; undefined where either is no more. */
async function readSeddel(
  deps: VerifikationDeps,
  slags: Sideslags,
  request: Kald,
): Promise<{ readonly tekst: string; readonly rest: string; readonly seddel: Seddel; readonly regler: Regler } | undefined> {
  const [tekst = '', ...rest] = request.params['*'].split('/')
  const seddel = openSeddel(deps.noegler, ihaenderOf(deps, slags, request), tekst, deps.clock.now())
  const regler = seddel && (await findRegler(deps, medarbejderOf(request).cvr, seddel.udkast))
  return seddel && regler && { tekst, rest: rest.join('/'), seddel, regler }
}

const besked = (k: Arbejdskontekst, sti: string, { overskrift, tekst }: { overskrift: string; tekst: string }): Markup =>
  renderArbejdsside(k, {
    indhold: html`${sidehoved(overskrift, tekst)}<p><a class="button button-primary" href="${sti}">${ord(k.sprog).somBorger.overskrift}</a></p>`,
  })

async function sendFremvisning(deps: VerifikationDeps, request: Kald, reply: FastifyReply) {
  const k = arbejdskontekst(deps, request)
  const laest = await readSeddel(deps, 'somBorger', request)
  if (!laest) return sendHtml(reply, besked(k, STI.somBorger, ord(k.sprog).udloebet), 410)
  const { seddel, regler, rest, tekst } = laest
  const grundlag = grundlagForKommune(medarbejderOf(request), 'seSomBorgeren', seddel.verifikation)
  const laeser = kommunelaeser(deps, grundlag, {
    part: seddel.part,
    opsaetning: regler.opsaetning,
    tid: regler.tid,
    ordvalg: await deps.ordvalg.current(),
  })
  const sti = `${STI.somBorger}/v/${tekst}`
  const side = await visSomBorger(deps, laeser, borgerkontekst(k, regler, seddel, request, sti), rest, request.query)
  if (!side) return sendHtml(reply, besked(k, `${sti}/overblik`, ord(k.sprog).ingenSide), 404)
  return reply.type('text/html; charset=utf-8').send(toFremvisning(await toText(side), sti))
}

/** The citizen's shell, with the bar that says what this is; its addresses are the citizen's until they are made the preview's. */
function borgerkontekst(k: Arbejdskontekst, regler: Regler, seddel: Seddel, request: Kald, sti: string): Sidekontekst {
  const t = ord(k.sprog).bjaelke
  const { udkast } = regler
  const efter = udkast ? t.udkast(udkast.navn, formatTid(regler.tid, k.sprog, k.nu)) : t.idag
  return {
    sprog: k.sprog,
    sti: request.url.slice(sti.length),
    nu: regler.tid,
    bruger: { navn: t.borger, udloeber: seddel.til, kanSe: [] },
    vedroerer: undefined,
    kommune: undefined,
    fremvisning: html`<p><span><strong>${t.tekst}</strong> ${efter} ${t.kunEgne}</span></p><a class="button button-secondary" href="${STI.somBorger}">${t.slut}</a>`,
    demo: k.demo,
  }
}

async function sendForklaring(deps: VerifikationDeps, request: Kald, reply: FastifyReply) {
  const k = arbejdskontekst(deps, request)
  const laest = await readSeddel(deps, 'forklar', request)
  if (!laest?.seddel.objekt) return sendHtml(reply, besked(k, STI.forklar, ord(k.sprog).udloebet), 410)
  const { seddel, regler } = laest
  const grundlag = grundlagForKommune(medarbejderOf(request), 'forklaring', seddel.verifikation)
  const { part, objekt } = seddel
  const valg = { opsaetning: regler.opsaetning, tid: regler.tid, ordvalg: await deps.ordvalg.current() }
  const svar = objekt && (await forklarForKommune(deps, grundlag, { part, objekt, ...valg }))
  return sendHtml(reply, forklaringView(k, regler, svar))
}
