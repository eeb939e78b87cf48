import { randomUUID } from 'node:crypto'
import type { Rolle } from '#adgang'
import { type CvrNummer, type Rettighedsgruppe, type Uuid, uuid } from '#kernel'
import { formularnoegle } from '../../src/adgang/medarbejder/formular.ts'
import { startMedarbejdersession } from '../../src/adgang/medarbejder/log-ind.ts'
import { medarbejdersessionCookie } from '../../src/adgang/medarbejder/session.ts'
import { tildelRolle } from '../../src/adgang/medarbejder/tildel-rolle.ts'
import type { Browser, Svar } from './klient.ts'
import type { Testwebsted } from './websted.ts'

/** Somebody at work in a browser of their own, without the way around the broker. */
export type Paaarbejde = {
  readonly id: Uuid
  readonly session: Uuid
  readonly browser: Browser
  /** What a form of this session carries. */
  readonly formular: string
  /** Posts a form as a page of the session itself would. */
  post(sti: string, felter?: Readonly<Record<string, string>>): Promise<Svar>
}

/** Gives the roles and logs in. `id` of somebody who has been here before: then only roles that are new are given. */
export async function logIndPaaArbejde(
  sted: Testwebsted,
  hvem: {
    readonly cvr: CvrNummer
    readonly roller: readonly Rolle[]
    readonly navn?: string
    readonly organisation?: string
    readonly id?: Uuid
    /** What the login brought: which citizens' matters they may see, and the units they belong to. */
    readonly rettigheder?: readonly Rettighedsgruppe[]
    readonly enheder?: readonly string[]
  },
): Promise<Paaarbejde> {
  const { rettigheder = [], enheder = [] } = hvem
  const { cvr, roller, navn = 'Prøve Medarbejder', organisation = 'Prøveorganisationen', id = uuid(randomUUID()) } = hvem
  for (const rolle of roller) {
    const svar = await tildelRolle(sted.system, { cvr, medarbejder: id, navn, rolle, af: 'proeve', begrundelse: 'Til en prøve' })
    if (!svar.ok && svar.afvisning !== 'HAR_ROLLEN') throw new Error(`The role was refused: ${svar.afvisning}`)
  }
  const session = await startMedarbejdersession(sted.system, {
    id,
    cvr,
    navn,
    organisation,
    loa: 'Substantial',
    forrige: undefined,
    rettigheder,
    enheder,
  })
  const browser = sted.browser()
  browser.setCookie(medarbejdersessionCookie(sted.system, session))
  const formular = formularnoegle(sted.system.noegler, session)
  return {
    id,
    session: session.id,
    browser,
    formular,
    post: (sti, felter = {}) => browser.post(sti, { ...felter, _formular: formular }),
  }
}
