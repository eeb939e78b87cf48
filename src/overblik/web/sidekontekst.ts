import type { FastifyRequest } from 'fastify'
import { INAKTIV_MINUTTER, readSprog, type Session } from '#adgang'
import type { Tidspunkt } from '#kernel'
import { formatDato, type Repraesenteret, type Sidekontekst } from '#web'
import type { Besoeg } from '../hent.ts'

type Ramme = { readonly nu: Tidspunkt; readonly demo: boolean }

/** The shell's context for a page without anybody logged in. */
export const offentligKontekst = (request: FastifyRequest, { nu, demo }: Ramme): Sidekontekst => ({
  sprog: readSprog(request),
  sti: request.url,
  nu,
  bruger: undefined,
  vedroerer: undefined,
  kommune: undefined,
  demo,
})

/** The shell's context for a page of somebody's. A child is named by its day of birth: its name is not ours to know. */
export function borgerKontekst(
  request: FastifyRequest,
  ramme: Ramme,
  session: Session,
  besoeg: Pick<Besoeg, 'session' | 'boern' | 'barn'>,
): Sidekontekst {
  const sprog = readSprog(request)
  const barn = (led: { readonly barn: string; readonly foedt: string }): Repraesenteret => ({
    part: led.barn,
    navn: sprog === 'da' ? `dit barn født ${formatDato(led.foedt, sprog)}` : `your child born ${formatDato(led.foedt, sprog)}`,
    grund: 'foraeldremyndighed',
  })
  return {
    ...offentligKontekst(request, ramme),
    bruger: {
      navn: besoeg.session.navn,
      udloeber: udloebFor(ramme.nu, session),
      kanSe: besoeg.boern.map(barn),
    },
    vedroerer: besoeg.barn && barn(besoeg.barn),
  }
}

/** When the session ends if nothing more is done: a quarter of an hour from now, and never after its last hour. */
export function udloebFor(nu: Tidspunkt, session: Session): Tidspunkt {
  const inaktiv = new Date(Date.parse(nu) + INAKTIV_MINUTTER * 60_000).toISOString() as Tidspunkt
  return inaktiv < session.udloeber ? inaktiv : session.udloeber
}
