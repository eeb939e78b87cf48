import type { CvrNummer, Uuid } from '#kernel'
import { decideFagsystem, type Fagsystemkommando } from './decide-fagsystem.ts'
import type { Fagsystemvej, Forslagsart } from './fagsystemvej.ts'
import { type Fagsystemfakta, FORSLAGSREGLER } from './forslag.ts'
import { ENHVER_AFTALE, type Person } from './haendelse.ts'
import type { Vejafvisning } from './vej.errors.ts'

/** Something that a person in this role can ask for; `spaerret`: why not now. What the role never gives is not there at all. */
export type Mulighed = {
  readonly hvad: Handling
  readonly kommune: CvrNummer | undefined
  readonly spaerret: Vejafvisning | undefined
}
export type Handling = Exclude<Fagsystemkommando['type'], 'foreslaa' | 'bekraeft' | 'traekTilbage'> | Forslagsart

type Muligt = readonly [Handling, Fagsystemkommando, CvrNummer | undefined]

/**
 * What somebody can do on a system's road, decided by the same rules as the doing itself. `egen`: the municipality whose eyes it is seen
 * with; undefined for vendor and operator. What has been reached or asked for already is left out, since there is nothing more to do.
 */
export function listMuligheder(
  vej: Fagsystemvej,
  person: Person,
  egen: CvrNummer | undefined,
  fakta: Fagsystemfakta,
): readonly Mulighed[] {
  const foreslaa = (hvad: Forslagsart): Muligt => {
    const kommune = FORSLAGSREGLER[hvad].omfang === 'system' ? undefined : egen
    return [hvad, { type: 'foreslaa', hvad, kommune }, kommune]
  }
  const mulige: readonly Muligt[] = [
    ...(egen ? [['noterAftale', { type: 'noterAftale', kommune: egen, ...ENHVER_AFTALE }, egen] as const] : []),
    ['aabnSandkasse', { type: 'aabnSandkasse' }, undefined],
    ['skiftVersion', { type: 'skiftVersion', version: `${vej.version} ` }, undefined],
    ...(['pilot', 'udrulning', 'godkendelse', 'genoptagelse'] as const).map(foreslaa),
    ['suspender', { type: 'suspender', kommune: egen, aarsag: 'x' }, egen],
    foreslaa('udfasning'),
  ]
  return mulige.flatMap(([hvad, kommando, kommune]) => {
    const svar = decideFagsystem(vej, person, kommando, fakta)
    const spaerret = svar.ok ? undefined : svar.afvisning
    return spaerret && (INTET_AT_GOERE.has(spaerret) || hvad === 'suspender') ? [] : [{ hvad, kommune, spaerret }]
  })
}

/** Refusals that leave nothing to wait for: not one's own to do, done already, asked for already, or over. */
const INTET_AT_GOERE: ReadonlySet<Vejafvisning> = new Set([
  'IKKE_DIN_ROLLE',
  'FINDES_IKKE',
  'FINDES_ALLEREDE',
  'FORSLAG_FINDES',
  'ER_IKKE_SUSPENDERET',
  'ER_UDFASET',
  'IKKE_GODKENDT',
])

/** What this person can do about a step that waits: confirm it, or take it back or refuse it. */
export function mulighedForForslag(
  vej: Fagsystemvej,
  person: Person,
  forslag: Uuid,
  fakta: Fagsystemfakta,
): { readonly bekraeft: true | Vejafvisning; readonly traek: boolean } {
  const bekraeft = decideFagsystem(vej, person, { type: 'bekraeft', forslag }, fakta)
  const traek = decideFagsystem(vej, person, { type: 'traekTilbage', forslag, aarsag: 'x' }, fakta)
  return { bekraeft: bekraeft.ok ? true : bekraeft.afvisning, traek: traek.ok }
}
