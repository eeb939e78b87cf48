import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import {
  arbejdskontekst,
  type MedarbejderDeps,
  type Medarbejderpunkt,
  medarbejderOf,
  type Rolle,
  requireMedarbejder,
} from '#adgang'
import { type Art, type CvrNummer, isUnderPraefiks, type KlePraefiks, parseKleEmne, parseUuid } from '#kernel'
import { arbejdsfejlside, sendHtml } from '#web'
import {
  afslutKoersel,
  bedoemKoersel,
  findKoersel,
  findRapport,
  isAaben,
  type Koersel,
  type Koerselsdeps,
  listKoersler,
  startKoersel,
} from '../koersel.ts'
import { skrivJunit } from '../rapport/junit.ts'
import { skrivPdf } from '../rapport/pdf.ts'
import { personerFor } from '../server/observer.ts'
import { vaelgKle } from '../server/vaelg-kle.ts'
import { findEksempel } from './eksempel.ts'
import { koerselView } from './koersel.view.ts'
import { koerslerView, type Proevesystem, type Startfejl } from './koersler.view.ts'
import { afproevningDa } from './texts/da.ts'
import { afproevningEn } from './texts/en.ts'

/** A system as the road knows it, with what it may be asked to deliver. */
export type Vendorsystem = Proevesystem & { readonly arter: readonly Art[]; readonly kle: readonly KlePraefiks[] }

export type AfproevningSiderDeps = MedarbejderDeps &
  Koerselsdeps & {
    /** The systems that the vendor has registered. */
    readonly systemer: (leverandoer: CvrNummer) => Promise<readonly Vendorsystem[]>
    /** The municipality that the sandbox plays. */
    readonly sandkasse: CvrNummer
  }

const STI = '/leverandoer/afproevning'
const LEVERANDOER: readonly Rolle[] = ['leverandoer']
const SKJULT = { schema: { hide: true } } as const
const OPDATER_SEKUNDER = '10'

export const AFPROEVNINGSPUNKTER: readonly Medarbejderpunkt[] = [
  {
    maalgruppe: 'leverandoer',
    sti: STI,
    roller: LEVERANDOER,
    navn: { da: afproevningDa.punkt.navn, en: afproevningEn.punkt.navn },
    om: { da: afproevningDa.punkt.om, en: afproevningEn.punkt.om },
  },
]

type Kald = FastifyRequest<{ Params: { id: string } }>

/** The vendor's pages of the compliance test. A run of another vendor's system is the same as none. */
export const afproevningSider: FastifyPluginAsync<AfproevningSiderDeps> = async (scope, deps) => {
  requireMedarbejder(scope, deps, LEVERANDOER)
  scope.get(STI, SKJULT, (request, reply) => sendListe(deps, request, reply))
  scope.post(STI, SKJULT, (request, reply) => start(deps, request, reply))
  scope.get(`${STI}/:id`, SKJULT, (request: Kald, reply) => sendKoersel(deps, request, reply))
  scope.post(`${STI}/:id/afslutning`, SKJULT, (request: Kald, reply) => afslut(deps, request, reply))
  rapportruter(scope, deps)
}

function rapportruter(scope: FastifyInstance, deps: AfproevningSiderDeps): void {
  const filer = {
    json: ['application/json; charset=utf-8', (en: NonNullable<Rapport>) => `${JSON.stringify(en, null, 2)}\n`],
    xml: ['application/xml; charset=utf-8', (en: NonNullable<Rapport>) => skrivJunit(en.rapport)],
    pdf: ['application/pdf', (en: NonNullable<Rapport>) => skrivPdf(en.rapport)],
  } as const
  for (const [endelse, [type, skriv]] of Object.entries(filer)) {
    const sti = `${STI}/:id/rapport.${endelse}`
    scope.get(sti, SKJULT, (request: Kald, reply) => sendRapportfil(deps, request, reply, { endelse, type, skriv }))
    // The JSON carries its own.
    if (endelse !== 'json')
      scope.get(`${sti}.jws`, SKJULT, (request: Kald, reply) =>
        sendRapportfil(deps, request, reply, {
          endelse: `${endelse}.jws`,
          type: 'application/jose',
          skriv: (en) => deps.underskriver.underskriv(Buffer.from(skriv(en))),
        }),
      )
  }
}

type Rapportfil = {
  readonly endelse: string
  readonly type: string
  readonly skriv: (rapport: NonNullable<Rapport>) => string | Buffer | Promise<string>
}

async function sendRapportfil(
  deps: AfproevningSiderDeps,
  request: Kald,
  reply: FastifyReply,
  { endelse, type, skriv }: Rapportfil,
) {
  const koersel = await findEgen(deps, request)
  const rapport = koersel && (await findRapport(deps, koersel.id))
  if (!rapport) return sendIkkeFundet(deps, request, reply)
  return reply
    .type(type)
    .header('content-disposition', `attachment; filename="afproevning-${koersel.id}.${endelse}"`)
    .send(await skriv(rapport))
}

type Rapport = Awaited<ReturnType<typeof findRapport>>

const egneSystemer = (deps: AfproevningSiderDeps, request: FastifyRequest) => deps.systemer(medarbejderOf(request).cvr)

async function sendListe(deps: AfproevningSiderDeps, request: FastifyRequest, reply: FastifyReply, fejl?: Startfejl) {
  const systemer = await egneSystemer(deps, request)
  const koersler = await listKoersler(
    deps,
    systemer.map(({ id }) => id),
  )
  return sendHtml(reply, koerslerView(arbejdskontekst(deps, request), STI, { systemer, koersler }, fejl), fejl ? 400 : 200)
}

async function start(deps: AfproevningSiderDeps, request: FastifyRequest, reply: FastifyReply) {
  const formular = request.body as Readonly<Record<string, unknown>>
  const tastet = { system: String(formular['system'] ?? ''), kle: String(formular['kle'] ?? '').trim() }
  const system = (await egneSystemer(deps, request)).find(({ id }) => id === tastet.system)
  if (!system) return sendListe(deps, request, reply, { ...tastet, fejl: 'system' })
  const kle = tastet.kle === '' ? vaelgKle(system.kle) : parseKleEmne(tastet.kle)
  const aftalt = kle && (system.kle.length === 0 || system.kle.some((praefiks) => isUnderPraefiks(kle, praefiks)))
  if (!kle || !aftalt) return sendListe(deps, request, reply, { ...tastet, fejl: 'kle' })
  const { id: kilde, navn, version, arter } = system
  const svar = await startKoersel(deps, { kilde, navn, version, arter, kle, kommune: deps.sandkasse })
  if (!svar.ok) return sendListe(deps, request, reply, { ...tastet, fejl: svar.afvisning })
  return reply.redirect(`${STI}/${svar.value.id}`, 303)
}

/** The run, where it is of one of the vendor's own systems. */
async function findEgen(deps: AfproevningSiderDeps, request: Kald): Promise<Koersel | undefined> {
  const id = parseUuid(request.params.id)
  const koersel = id && (await findKoersel(deps, id))
  if (!koersel) return undefined
  return (await egneSystemer(deps, request)).some((system) => system.id === koersel.kilde) ? koersel : undefined
}

async function sendKoersel(deps: AfproevningSiderDeps, request: Kald, reply: FastifyReply) {
  const koersel = await findEgen(deps, request)
  if (!koersel) return sendIkkeFundet(deps, request, reply)
  const k = arbejdskontekst(deps, request)
  const gemt = await findRapport(deps, koersel.id)
  const stand = await bedoemKoersel(deps, koersel)
  const aaben = isAaben(koersel, k.nu)
  const foelger = aaben && (request.query as Readonly<Record<string, unknown>>)['stille'] === undefined
  if (foelger) reply.header('refresh', OPDATER_SEKUNDER)
  const side = {
    koersel,
    personer: personerFor(koersel.id),
    stand,
    rapport: gemt?.rapport,
    aaben,
    foelger,
    eksempel: findEksempel,
  }
  return sendHtml(reply, koerselView(k, STI, side))
}

async function afslut(deps: AfproevningSiderDeps, request: Kald, reply: FastifyReply) {
  const koersel = await findEgen(deps, request)
  if (!koersel) return sendIkkeFundet(deps, request, reply)
  await afslutKoersel(deps, koersel)
  return reply.redirect(`${STI}/${koersel.id}`, 303)
}

const sendIkkeFundet = (deps: AfproevningSiderDeps, request: FastifyRequest, reply: FastifyReply) =>
  sendHtml(reply, arbejdsfejlside(arbejdskontekst(deps, request), 'ikkeFundet'), 404)
