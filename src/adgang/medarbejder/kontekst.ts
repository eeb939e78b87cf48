import type { FastifyRequest } from 'fastify'
import type { Tidspunkt } from '#kernel'
import { type Arbejdskontekst, type Maalgruppe, maalgruppeAfSti } from '#web'
import { INAKTIV_MINUTTER } from '../session.ts'
import { readSprog } from '../web/sprog.ts'
import type { MedarbejderDeps } from './deps.ts'
import { formularnoegle } from './formular.ts'
import { type Kendt, requireKendt } from './kendt.ts'
import { maalgrupperFor, punkterFor } from './punkter.ts'
import type { Medarbejdersession } from './session.ts'

export type Kontekstdeps = Pick<MedarbejderDeps, 'clock' | 'noegler' | 'punkter' | 'demo'>

/** The shell's context for a page behind requireMedarbejder. Throws TypeError elsewhere. */
export const arbejdskontekst = (deps: Kontekstdeps, request: FastifyRequest): Arbejdskontekst =>
  kontekstFor(deps, request, requireKendt(request))

/** The same for any page; `kendt` undefined: nobody is logged in. */
export function kontekstFor(deps: Kontekstdeps, request: FastifyRequest, kendt: Kendt | undefined): Arbejdskontekst {
  const nu = deps.clock.now()
  const egne = kendt ? maalgrupperFor(kendt.medarbejder) : []
  const maalgruppe = maalgruppeFor(deps, request.url, kendt, egne)
  return {
    sprog: readSprog(request),
    sti: request.url,
    nu,
    maalgruppe,
    medarbejder: kendt && {
      navn: kendt.medarbejder.navn,
      organisation: kendt.organisation,
      udloeber: udloebFor(nu, kendt.session),
    },
    harRolle: egne.some((en) => en === maalgruppe),
    punkter: kendt && maalgruppe ? punkterFor(deps.punkter, maalgruppe, kendt.medarbejder) : [],
    andre: egne.filter((en) => en !== maalgruppe),
    formular: kendt ? formularnoegle(deps.noegler, kendt.session) : '',
    demo: deps.demo,
  }
}

/**
 * The audience that a page is shown in: its address's, but for who has no role there and one elsewhere whose menu leads to the page, as the auditor's
 * does to the municipalities' alarms. Else they would stand there without a menu.
 */
function maalgruppeFor(
  deps: Kontekstdeps,
  sti: string,
  kendt: Kendt | undefined,
  egne: readonly Maalgruppe[],
): Maalgruppe | undefined {
  const stiens = maalgruppeAfSti(sti)
  if (!kendt || stiens === undefined || egne.includes(stiens)) return stiens ?? egne[0]
  const her = sti.split('?')[0] ?? ''
  const foerer = (en: Maalgruppe) =>
    punkterFor(deps.punkter, en, kendt.medarbejder).some((punkt) => her === punkt.sti || her.startsWith(`${punkt.sti}/`))
  return egne.find(foerer) ?? stiens
}

/** When the session ends if nothing more is done: a quarter of an hour from now, and never after its last hour. */
export function udloebFor(nu: Tidspunkt, session: Pick<Medarbejdersession, 'udloeber'>): Tidspunkt {
  const inaktiv = new Date(Date.parse(nu) + INAKTIV_MINUTTER * 60_000).toISOString() as Tidspunkt
  return inaktiv < session.udloeber ? inaktiv : session.udloeber
}
