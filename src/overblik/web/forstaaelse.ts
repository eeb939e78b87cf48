import type { FastifyReply, FastifyRequest } from 'fastify'
import { isFromOwnPage, readSession } from '#adgang'
import { parseUuid } from '#kernel'
import { fejlside, html, type Markup, notatSti, type Sidekontekst, STIER, sendHtml } from '#web'
import { gemForstaaelse } from '../forstaaelse.ts'
import type { KontaktVisning } from '../visninger.ts'
import { findGrundlag, type Rutedeps, sendFejlside } from './borger-rute.ts'
import { offentligKontekst } from './sidekontekst.ts'
import { ord } from './texts/index.ts'

/** "Kunne du forstå det?": two buttons on a note's page, which work without script, and the answer to them. */

const forstaaelseSti = (notat: string): string => `${notatSti(notat)}/forstaaelse`

const SVAR = { ja: true, nej: false } as const

export function forstaaelseDel(
  k: Sidekontekst,
  notat: string,
  { forstaaet, kontakt }: { readonly forstaaet?: boolean | undefined; readonly kontakt?: KontaktVisning | undefined },
): Markup {
  const t = ord(k.sprog).forstaaelse
  const knap = (svar: keyof typeof SVAR): Markup => {
    const valgt = forstaaet === SVAR[svar]
    return html`<button type="submit" name="svar" value="${svar}" class="button button-secondary${valgt ? ' bb-valgt' : ''}" aria-pressed="${valgt ? 'true' : 'false'}">${t[svar]}</button>`
  }
  return html`<section class="bb-flade bb-graa bb-afsnit d-print-none" id="forstaaelse" aria-labelledby="forstaaelse-overskrift">
  <h2 id="forstaaelse-overskrift">${t.overskrift}</h2>
  ${forstaaet === undefined ? undefined : html`<p role="status"><strong>${forstaaet ? t.takJa : t.takNej}</strong></p>`}
  ${forstaaet === false ? html`<p>${t.spoerg(kontakt?.navn ?? ord(k.sprog).ret.kommunen)}</p>` : undefined}
  <form method="post" action="${forstaaelseSti(notat)}" class="bb-knapper">${knap('ja')} ${knap('nej')}</form>
  <p class="bb-meta">${t.anonymt}</p>
</section>`
}

/** Takes the answer and goes back to the note, where it stands. */
export async function svarPaaForstaaelse(deps: Rutedeps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const session = readSession(deps, request)
  if (!session) return reply.redirect(STIER.logInd, 303)
  const ramme = offentligKontekst(request, { nu: deps.clock.now(), demo: deps.demo })
  const svar = String((request.body as Readonly<Record<string, unknown>> | undefined)?.['svar'])
  if (!isFromOwnPage(deps.websted, request.headers) || (svar !== 'ja' && svar !== 'nej'))
    return sendHtml(reply, fejlside(ramme, 'formular'), 403)
  try {
    const notat = parseUuid((request.params as { readonly id: string }).id)
    const gemt = notat && (await gemForstaaelse(deps, await findGrundlag(deps, request, session), notat, SVAR[svar]))
    return gemt
      ? await reply.redirect(`${notatSti(notat)}#forstaaelse`, 303)
      : await sendHtml(reply, fejlside(ramme, 'ikkeFundet'), 404)
  } catch (error) {
    return sendFejlside(deps, request, reply, error)
  }
}
