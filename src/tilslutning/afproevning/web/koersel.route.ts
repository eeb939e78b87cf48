import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { ARTER, type Art, isUnderPraefiks, parseCvrNummer, parseKleEmne, parseUuid } from '#kernel'
import { answerFejl, type Kildeadgangsdeps, kildeOf, requireKilder } from '#modtagelse'
import { type Problem, sendProblem } from '#platform/http'
import {
  afslutKoersel,
  bedoemKoersel,
  findKoersel,
  findRapport,
  type Koersel,
  type Koerselsdeps,
  startKoersel,
} from '../koersel.ts'
import { arterFor } from '../server/forloeb.ts'
import { personerFor } from '../server/observer.ts'
import { vaelgKle } from '../server/vaelg-kle.ts'
import { afproevningDa } from './texts/da.ts'
import { afproevningEn } from './texts/en.ts'

export type KoerselRouteDeps = Koerselsdeps & Kildeadgangsdeps

const STI = '/api/v1/afproevning/koersler'
const HOEJST_BYTES = 4_096
const KONFIG = { config: { adgang: 'kilde', rateLimit: { max: 120, timeWindow: 60_000 } }, schema: { hide: true } } as const
type Kald = FastifyRequest<{ Params: { id: string } }>

/** The compliance test as the source itself calls it: begin a run, see how it stands, end it. Another's run is the same as none. */
export const koerselRoute: FastifyPluginAsync<KoerselRouteDeps> = async (scope, deps) => {
  scope.setSerializerCompiler(() => JSON.stringify)
  requireKilder(scope, deps)
  answerFejl(scope)
  scope.post(STI, { ...KONFIG, bodyLimit: HOEJST_BYTES }, (request, reply) => start(deps, request, reply))
  scope.get(`${STI}/:id`, KONFIG, async (request: Kald, reply) => {
    const koersel = await findEgen(deps, request)
    return koersel ? reply.send(await toStand(deps, koersel)) : sendProblem(reply, FINDES_IKKE)
  })
  scope.post(`${STI}/:id/afslutning`, { ...KONFIG, bodyLimit: HOEJST_BYTES }, async (request: Kald, reply) => {
    const koersel = await findEgen(deps, request)
    if (!koersel) return sendProblem(reply, FINDES_IKKE)
    const svar = await afslutKoersel(deps, koersel)
    // Asked again after a lost answer it gives what it gave.
    const rapport = svar.ok ? svar.value : await findRapport(deps, koersel.id)
    return rapport ? reply.send(rapport) : sendProblem(reply, FINDES_IKKE)
  })
}

async function findEgen(deps: KoerselRouteDeps, request: Kald): Promise<Koersel | undefined> {
  const id = parseUuid(request.params.id)
  const koersel = id && (await findKoersel(deps, id))
  return koersel && koersel.kilde === kildeOf(request).id ? koersel : undefined
}

const HOEJST_VERSION = 50

async function start(deps: KoerselRouteDeps, request: FastifyRequest, reply: FastifyReply) {
  const kilde = kildeOf(request)
  const { version, kommune, arter, kle: oensket } = (request.body ?? {}) as Readonly<Record<string, unknown>>
  const cvr = kommune === undefined ? kilde.kommuner[0] : parseCvrNummer(textOf(kommune))
  const kle = oensket === undefined ? vaelgKle(kilde.kle) : parseKleEmne(textOf(oensket))
  const egne = arter === undefined ? arterFor(kilde.slags) : readArter(arter, arterFor(kilde.slags))
  const rigtig = typeof version === 'string' && /^[\w. -]+$/.test(version) && version.length <= HOEJST_VERSION
  if (!rigtig || !cvr || !kilde.kommuner.includes(cvr) || !egne) return sendProblem(reply, FORKERT)
  if (!kle || (kilde.kle.length > 0 && !kilde.kle.some((praefiks) => isUnderPraefiks(kle, praefiks))))
    return sendProblem(reply, FORKERT_KLE)
  const svar = await startKoersel(deps, { kilde: kilde.id, navn: kilde.navn, version, kommune: cvr, arter: egne, kle })
  if (!svar.ok)
    return sendProblem(reply, {
      status: 409,
      kode: svar.afvisning,
      da: afproevningDa.liste.fejl[svar.afvisning],
      en: afproevningEn.liste.fejl[svar.afvisning],
    })
  return reply.code(201).send(await toStand(deps, svar.value))
}

const textOf = (vaerdi: unknown): string => (typeof vaerdi === 'string' ? vaerdi : '')

/** More kinds than its sort of system delivers may be tried, and never fewer: what is passed counts for the whole system. */
function readArter(vaerdi: unknown, mindst: readonly Art[]): readonly Art[] | undefined {
  if (!Array.isArray(vaerdi) || vaerdi.length > ARTER.length) return undefined
  const kendte = ARTER.filter((art) => vaerdi.includes(art))
  return kendte.length === vaerdi.length && mindst.every((art) => kendte.includes(art)) ? kendte : undefined
}

async function toStand(deps: KoerselRouteDeps, koersel: Koersel) {
  const { id, version, kommune, kle, proeveversion, startet, frist, sluttet, bestaaet } = koersel
  const stand = await bedoemKoersel(deps, koersel)
  return { id, version, kommune, kle, proeveversion, startet, frist, sluttet, bestaaet, personer: personerFor(id), ...stand }
}

const FINDES_IKKE: Problem = {
  status: 404,
  kode: 'FINDES_IKKE',
  da: afproevningDa.liste.fejl.FINDES_IKKE,
  en: afproevningEn.liste.fejl.FINDES_IKKE,
}
const FORKERT: Problem = {
  status: 400,
  kode: 'AFPROEVNING_UGYLDIG',
  da: 'Angiv version (bogstaver, tal og punktum), og eventuelt en kommune, og arter: mindst dem, som den slags system leverer.',
  en: 'Give version (letters, digits and full stop), and perhaps a municipality, and kinds: at least those that the sort of system delivers.',
}
const FORKERT_KLE: Problem = {
  status: 400,
  kode: 'AFPROEVNING_KLE',
  da: 'Angiv kle: et KLE-nummer, som systemet har aftale om.',
  en: 'Give kle: a KLE number that the system has an agreement on.',
}
