import type { FastifyReply, FastifyRequest } from 'fastify'
import { grundlagForBarn, grundlagForEgen, readSession, type Session, type SessionDeps, type SetSkriver, setSprog } from '#adgang'
import { Logfejl, Sessionsfejl, type Underskriver } from '#adgangslog'
import type { Adgangsgrundlag } from '#kernel'
import { sendProblem } from '#platform/http'
import type { Taktgiver } from '#platform/takt'
import { FEJLSTATUS, type Fejlart, fejlside, type Markup, type Sidekontekst, STIER, sendHtml } from '#web'
import type { Besoeg } from '../hent.ts'
import type { Sidedeps } from '../sider.ts'
import type { Mangel } from '../visninger.ts'
import { borgerKontekst, offentligKontekst } from './sidekontekst.ts'
import { readVedroerer } from './vedroerer.ts'

export type Rutedeps = Sidedeps &
  SessionDeps & {
    readonly set: SetSkriver
    readonly demo: boolean
    /** Who signs the access log. */
    readonly underskriver: Underskriver
    /** The beat that answers are given on: to one from whom everything is hidden they come no later than to one of whom there is nothing. */
    readonly taktgiver: Taktgiver
  }

export type Sideopskrift<T> = {
  /** Reads what the page shows; visning undefined is "there is no such thing for you". */
  readonly hent: (
    deps: Rutedeps,
    grundlag: Adgangsgrundlag,
    request: FastifyRequest,
  ) => Promise<{ readonly besoeg: Pick<Besoeg, 'session' | 'boern' | 'barn'>; readonly visning: T | undefined }>
  readonly view: (k: Sidekontekst, visning: T, request: FastifyRequest) => Markup
}

/** A page of the citizen's own: basis, read, view, and every way it can fail answered without a byte of data. */
export const sideHandler =
  <T>(deps: Rutedeps, { hent, view }: Sideopskrift<T>) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    setSprog(deps, request, reply)
    const session = readSession(deps, request)
    if (!session) return reply.redirect(`${STIER.logInd}?til=${encodeURIComponent(request.url)}`, 303)
    const takt = deps.taktgiver.begynd()
    try {
      const { besoeg, visning } = await hent(deps, await findGrundlag(deps, request, session), request)
      deps.set.noteSet(besoeg.session)
      noteMangler(request, visning)
      const k = borgerKontekst(request, { nu: deps.clock.now(), demo: deps.demo }, session, besoeg)
      const side = await (visning === undefined ? fejlside(k, 'ikkeFundet') : view(k, visning, request))
      await takt.slag()
      return await sendHtml(reply, side, visning === undefined ? 404 : 200)
    } catch (error) {
      return sendFejlside(deps, request, reply, error)
    } finally {
      takt.stop()
    }
  }

/** The same read as JSON. */
export const dataHandler =
  <T>(deps: Rutedeps, { hent }: Pick<Sideopskrift<T>, 'hent'>) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const session = readSession(deps, request)
    if (!session) return sendProblem(reply, IKKE_LOGGET_IND)
    const takt = deps.taktgiver.begynd()
    try {
      const { besoeg, visning } = await hent(deps, await findGrundlag(deps, request, session), request)
      deps.set.noteSet(besoeg.session)
      noteMangler(request, visning)
      const data = visning === undefined ? undefined : JSON.stringify(visning)
      await takt.slag()
      return data === undefined ? sendProblem(reply, FINDES_IKKE) : reply.type('application/json; charset=utf-8').send(data)
    } catch (error) {
      request.log.warn({ err: error instanceof Error ? error.name : 'unknown' }, 'a read failed')
      return sendProblem(reply, error instanceof Sessionsfejl ? IKKE_LOGGET_IND : UTILGAENGELIG)
    } finally {
      takt.stop()
    }
  }

/** What a page had to do without, for whoever operates the site: the names of parts, and nothing of whom they were about. */
function noteMangler(request: FastifyRequest, visning: unknown): void {
  const { mangler } = (visning ?? {}) as { readonly mangler?: readonly Mangel[] }
  if (mangler?.length) request.log.warn({ mangler: mangler.map(({ del, aarsag }) => `${del} ${aarsag}`) }, 'a page lacked parts')
}

/** One's own ground, or the chosen child's while custody of it holds. */
export async function findGrundlag(deps: Rutedeps, request: FastifyRequest, session: Session): Promise<Adgangsgrundlag> {
  const barn = readVedroerer(deps, request, session)
  if (!barn) return grundlagForEgen(session)
  const grundlag = await grundlagForBarn(deps, session, barn)
  return grundlag.ok ? grundlag.value : grundlagForEgen(session)
}

const FEJLARTER: readonly (readonly [abstract new (...args: never[]) => Error, Fejlart])[] = [
  [Sessionsfejl, 'udloebet'],
  [Logfejl, 'log'],
]

/** What went wrong, in words; nothing of what was read. */
export function sendFejlside(
  deps: Pick<Rutedeps, 'clock' | 'demo'>,
  request: FastifyRequest,
  reply: FastifyReply,
  error: unknown,
): Promise<FastifyReply> {
  request.log.warn({ err: error instanceof Error ? error.name : 'unknown' }, 'a page could not be shown')
  const art = FEJLARTER.find(([type]) => error instanceof type)?.[1] ?? 'utilgaengelig'
  const status = art === 'udloebet' ? 401 : FEJLSTATUS[art]
  if (status === 503) reply.header('retry-after', '30')
  return sendHtml(reply, fejlside(offentligKontekst(request, { nu: deps.clock.now(), demo: deps.demo }), art), status)
}

const IKKE_LOGGET_IND = {
  status: 401,
  kode: 'IKKE_LOGGET_IND',
  da: 'Du er ikke logget ind, eller dit login er udløbet. Log ind igen.',
  en: 'You are not logged in, or your login has run out. Please log in again.',
}
const FINDES_IKKE = { status: 404, kode: 'FINDES_IKKE', da: 'Det findes ikke her.', en: 'There is no such thing here.' }
const UTILGAENGELIG = {
  status: 503,
  kode: 'UTILGAENGELIG',
  da: 'Vi kan ikke vise det lige nu. Prøv igen om lidt.',
  en: 'We cannot show it right now. Please try again shortly.',
}
