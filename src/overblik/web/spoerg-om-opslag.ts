import type { FastifyReply, FastifyRequest } from 'fastify'
import { isFromOwnPage, readSession, setSprog } from '#adgang'
import { parseUuid } from '#kernel'
import { type Formular, readFelt } from '#platform/http'
import { fejlside, STIER, sendHtml } from '#web'
import { INTET_FILTER } from '../opslag/filter.ts'
import { hentOpslag } from '../opslag/hent-opslag.ts'
import { stilSpoergsmaal } from '../opslag/spoergsmaal.ts'
import { findGrundlag, type Rutedeps, sendFejlside } from './borger-rute.ts'
import { hvemHarSetView } from './hvem-har-set.view.ts'
import { borgerKontekst, offentligKontekst } from './sidekontekst.ts'

/** "Spørg hvorfor": takes the question and goes back to the page, where it stands on its line. */
export async function spoergOmOpslag(deps: Rutedeps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  setSprog(deps, request, reply)
  const session = readSession(deps, request)
  if (!session) return reply.redirect(STIER.logInd, 303)
  const ramme = { nu: deps.clock.now(), demo: deps.demo }
  const formular = (request.body ?? {}) as Formular
  const besoeg = parseUuid(readFelt(formular, 'besoeg'))
  if (!isFromOwnPage(deps.websted, request.headers))
    return sendHtml(reply, fejlside(offentligKontekst(request, ramme), 'formular'), 403)
  try {
    const grundlag = await findGrundlag(deps, request, session)
    const tekst = readFelt(formular, 'tekst')
    const svar = besoeg && (await stilSpoergsmaal(deps, grundlag, besoeg, tekst))
    if (svar?.ok) return await reply.redirect(STIER.hvemHarSet, 303)
    if (!svar || svar.afvisning === 'FINDES_IKKE')
      return await sendHtml(reply, fejlside(offentligKontekst(request, ramme), 'ikkeFundet'), 404)
    const { besoeg: visit, visning } = await hentOpslag(deps, grundlag, INTET_FILTER)
    if (!visning) return await sendHtml(reply, fejlside(offentligKontekst(request, ramme), 'ikkeFundet'), 404)
    const k = borgerKontekst(request, ramme, session, visit)
    const afvist = { besoeg, tekst, fejl: svar.afvisning }
    return await sendHtml(reply, hvemHarSetView(k, { ...visning, mangler: [] }, INTET_FILTER, afvist), 422)
  } catch (error) {
    return sendFejlside(deps, request, reply, error)
  }
}
