import type { CvrNummer } from '#kernel'
import type { Fagsystemvej, Forslagsart } from './fagsystemvej.ts'
import { type Forslag, hasRolle, type Person } from './haendelse.ts'
import type { Vejafvisning } from './vej.errors.ts'

/** What is known outside the road itself when a step is decided. */
export type Fagsystemfakta = {
  /** The fictional municipality of the sandbox. */
  readonly sandkasse: CvrNummer
  /** Whether the municipality has ended its own road. */
  readonly isKlar: (kommune: CvrNummer) => boolean
  /** Whether the system has delivered for the municipality, and nothing of it stands refused. */
  readonly isRent: (kommune: CvrNummer) => boolean
}

type Regel = {
  /** Of one municipality, and then in its name; or of the whole system. */
  readonly omfang: 'kommune' | 'system' | 'begge'
  readonly maaForeslaa: (person: Person, vej: Fagsystemvej, kommune: CvrNummer | undefined) => boolean
  readonly maaBekraefte: (person: Person, vej: Fagsystemvej, forslag: Forslag<Forslagsart>) => boolean
  /** Asked both when it is proposed and when it is confirmed: the world may have changed between. */
  readonly krav: (vej: Fagsystemvej, kommune: CvrNummer | undefined, fakta: Fagsystemfakta) => Vejafvisning | undefined
}

const isDrift = (person: Person): boolean => hasRolle(person, 'driftsansvarlig')
export const isIKommunen = (person: Person, kommune: CvrNummer | undefined): boolean =>
  kommune !== undefined && person.cvr === kommune && hasRolle(person, 'projektansvarlig', 'fagsystemansvarlig')
const isProjektansvarlig = (person: Person, kommune: CvrNummer | undefined): boolean =>
  kommune !== undefined && person.cvr === kommune && hasRolle(person, 'projektansvarlig')
export const isLeverandoer = (person: Person, vej: Pick<Fagsystemvej, 'leverandoer'>): boolean =>
  person.cvr === vej.leverandoer && hasRolle(person, 'leverandoer')

/** What a municipality must have before the system may deliver for it. */
function kommunekrav(vej: Fagsystemvej, kommune: CvrNummer | undefined, { isKlar }: Fagsystemfakta): Vejafvisning | undefined {
  if (kommune === undefined) return 'FINDES_IKKE'
  if (vej.stop) return 'ER_SUSPENDERET'
  if (vej.kommuner.has(kommune)) return 'FINDES_ALLEREDE'
  if (!vej.aftaler.has(kommune)) return 'AFTALE_MANGLER'
  if (!vej.proeve?.bestaaet) return 'AFPROEVNING_MANGLER'
  return isKlar(kommune) ? undefined : 'KOMMUNE_IKKE_KLAR'
}

/** Where a stop stands: of the whole system, or of one municipality's. */
export const stopFor = (vej: Fagsystemvej, kommune: CvrNummer | undefined) =>
  kommune === undefined ? vej.stop : vej.kommuner.get(kommune)?.stop

/** Each step that takes two persons: who may ask for it, who may confirm it, and what must be in place. */
export const FORSLAGSREGLER: { readonly [A in Forslagsart]: Regel } = {
  pilot: {
    omfang: 'kommune',
    maaForeslaa: (person, _vej, kommune) => isIKommunen(person, kommune),
    // The first time a system meets real data, the operator is the second pair of eyes.
    maaBekraefte: isDrift,
    krav: (vej, kommune, fakta) => (vej.godkendt ? 'FINDES_ALLEREDE' : kommunekrav(vej, kommune, fakta)),
  },
  godkendelse: {
    omfang: 'system',
    maaForeslaa: isDrift,
    maaBekraefte: isDrift,
    krav: (vej, _kommune, { isRent }) => {
      if (vej.godkendt) return 'FINDES_ALLEREDE'
      if (vej.stop) return 'ER_SUSPENDERET'
      if (!vej.proeve?.bestaaet) return 'AFPROEVNING_MANGLER'
      if (vej.kommuner.size === 0) return 'PILOT_MANGLER'
      return [...vej.kommuner.keys()].every(isRent) ? undefined : 'PILOT_UDEN_LEVERING'
    },
  },
  udrulning: {
    omfang: 'kommune',
    maaForeslaa: (person, _vej, kommune) => isIKommunen(person, kommune),
    maaBekraefte: (person, _vej, { kommune }) => isProjektansvarlig(person, kommune),
    krav: (vej, kommune, fakta) => (vej.godkendt ? kommunekrav(vej, kommune, fakta) : 'IKKE_GODKENDT'),
  },
  genoptagelse: {
    omfang: 'begge',
    maaForeslaa: (person, vej, kommune) => maaGenoptage(person, vej, kommune),
    maaBekraefte: (person, vej, { kommune }) => maaGenoptage(person, vej, kommune),
    krav: (vej, kommune) => (stopFor(vej, kommune) ? undefined : 'ER_IKKE_SUSPENDERET'),
  },
  udfasning: {
    omfang: 'system',
    maaForeslaa: (person, vej) => isDrift(person) || isLeverandoer(person, vej),
    maaBekraefte: isDrift,
    krav: () => undefined,
  },
}

/** What the operator has stopped, the operator alone opens; a municipality opens what it stopped itself. */
function maaGenoptage(person: Person, vej: Fagsystemvej, kommune: CvrNummer | undefined): boolean {
  if (isDrift(person)) return true
  return isProjektansvarlig(person, kommune) && stopFor(vej, kommune)?.cvr === kommune
}
