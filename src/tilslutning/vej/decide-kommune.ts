import { afvist, newUuid, ok, type Resultat, type Uuid } from '#kernel'
import { type Aftale, hasRolle, type Person } from './haendelse.ts'
import { isOpfyldt, KOMMUNEKRAV, type Kommunefakta, type Kommunekrav, type Kommuneskridt, type Kommunevej } from './kommunevej.ts'
import type { Vejafvisning } from './vej.errors.ts'

export type Kommunekommando =
  | ({ readonly type: 'noterDatabehandleraftale' } & Aftale)
  | { readonly type: 'foreslaaKlar' }
  | { readonly type: 'bekraeft'; readonly forslag: Uuid }
  | { readonly type: 'traekTilbage'; readonly forslag: Uuid; readonly aarsag: string }

const MANGLER: { readonly [K in Kommunekrav]: Vejafvisning } = {
  databehandleraftale: 'DATABEHANDLERAFTALE_MANGLER',
  roller: 'ROLLER_MANGLER',
  kontakter: 'KONTAKTER_MANGLER',
}

/** Decides whether the step may be taken, by this person, now. Pure. */
export function decideKommune(
  vej: Kommunevej,
  person: Person,
  kommando: Kommunekommando,
  fakta: Kommunefakta,
): Resultat<Kommuneskridt, Vejafvisning> {
  const egen = person.cvr === vej.cvr && hasRolle(person, 'projektansvarlig')
  const drift = hasRolle(person, 'driftsansvarlig')
  if (kommando.type === 'noterDatabehandleraftale') {
    const { underskrevet, underskriver, reference } = kommando
    return egen || drift
      ? ok({ type: 'databehandleraftaleNoteret', underskrevet, underskriver, reference })
      : afvist('IKKE_DIN_ROLLE')
  }
  if (kommando.type === 'foreslaaKlar') {
    if (!egen) return afvist('IKKE_DIN_ROLLE')
    if (vej.klar) return afvist('FINDES_ALLEREDE')
    if (vej.forslag.length > 0) return afvist('FORSLAG_FINDES')
    return unlessMissing(vej, fakta, { type: 'foreslaaet', forslag: newUuid(), hvad: 'klar' })
  }
  const forslag = vej.forslag.find(({ id }) => id === kommando.forslag)
  if (!forslag) return afvist('FINDES_IKKE')
  if (!egen && !drift) return afvist('IKKE_DIN_ROLLE')
  if (kommando.type === 'traekTilbage') return ok({ type: 'trukketTilbage', forslag: forslag.id, aarsag: kommando.aarsag })
  if (forslag.af.id === person.id) return afvist('KRAEVER_TO')
  return unlessMissing(vej, fakta, { type: 'bekraeftet', forslag: forslag.id })
}

function unlessMissing(vej: Kommunevej, fakta: Kommunefakta, skridt: Kommuneskridt): Resultat<Kommuneskridt, Vejafvisning> {
  const mangler = KOMMUNEKRAV.find((krav) => !isOpfyldt(vej, fakta, krav))
  return mangler ? afvist(MANGLER[mangler]) : ok(skridt)
}
