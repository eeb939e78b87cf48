import type { FastifyReply, FastifyRequest } from 'fastify'
import { arbejdskontekst, type MedarbejderDeps, medarbejderOf } from '#adgang'
import { type Medarbejdergrundlag, parseUuid } from '#kernel'
import { type Arbejdskontekst, arbejdsfejlside, sendHtml } from '#web'
import { findBesoeg } from '../find-besoeg.ts'
import { sendAfbrudt } from './afbrudt.ts'
import { withBesoegstid } from './besoegtlinje.view.ts'

/** One request of a page that belongs to a visit. */
export type Besoegsrequest<D> = {
  readonly deps: D
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly k: Arbejdskontekst
  readonly grundlag: Medarbejdergrundlag
}

/**
 * Shows a page of the visit that its address names (`:besoeg`), to the session that began it. Of nobody's visit, another session's and one that is
 * over no page is told apart; one that waits to be confirmed is sent there. What could not be logged is not shown. Throws DatabaseFejl.
 */
export async function inBesoeg<D extends MedarbejderDeps>(
  deps: D,
  request: FastifyRequest,
  reply: FastifyReply,
  show: (side: Besoegsrequest<D>) => Promise<FastifyReply>,
): Promise<FastifyReply> {
  const k = arbejdskontekst(deps, request)
  const besoeg = parseUuid(String((request.params as { readonly besoeg?: unknown }).besoeg))
  const fundet = besoeg && (await findBesoeg(deps, medarbejderOf(request), besoeg))
  if (!fundet) return sendHtml(reply, arbejdsfejlside(k, 'ikkeFundet'), 404)
  if (fundet.venter) return reply.redirect(`/kommune/borger/${besoeg}`, 303)
  try {
    return await show({ deps, request, reply, k: withBesoegstid(k, fundet.begyndt), grundlag: fundet.grundlag })
  } catch (error) {
    return sendAfbrudt(deps, request, reply, error)
  }
}
