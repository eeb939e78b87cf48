import type { CvrNummer, Rettighedsgruppe, Rolle, Uuid } from '#kernel'
import { kommuneMedCvr } from '#myndighed'
import { type Maalgruppe, maalgruppeAfSti, startsti } from '#web'

export { parseRolle, ROLLER, type Rolle } from '#kernel'

/** Somebody at work, as of this request: who, for which organisation, and the roles that hold there now. */
export type Medarbejder = {
  /** The professional identity's own id, the same at every login, in this organisation alone. */
  readonly id: Uuid
  readonly cvr: CvrNummer
  readonly navn: string
  /** Those given here and those that the login brought; never empty behind requireMedarbejder. */
  readonly roller: readonly Rolle[]
  /** What the login brought: which citizens' matters they may see. They end with the session. */
  readonly rettigheder: readonly Rettighedsgruppe[]
  /** The units that the login names them as belonging to, by UUID or URN. */
  readonly enheder: readonly string[]
  readonly session: Uuid
}

const MAALGRUPPE: Partial<Readonly<Record<Rolle, Maalgruppe>>> = {
  leverandoer: 'leverandoer',
  driftsansvarlig: 'drift',
  tilsyn: 'drift',
}

/** Whose pages a role leads to. */
export const maalgruppeFor = (rolle: Rolle): Maalgruppe => MAALGRUPPE[rolle] ?? 'kommune'

/**
 * The roles that count on a page. A municipality's own tilsyn looks over that municipality: what the operator's pages, but for their start page, tell
 * of every organisation is for who has the role with the operator.
 */
export const rollerVed = ({ roller, cvr }: Pick<Medarbejder, 'roller' | 'cvr'>, sti: string): readonly Rolle[] =>
  maalgruppeAfSti(sti) === 'drift' && sti !== startsti('drift') && kommuneMedCvr(cvr)
    ? roller.filter((rolle) => rolle !== 'tilsyn')
    : roller
