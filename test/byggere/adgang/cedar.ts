import { type CedarValueJson, type EntityJson, preparsePolicySet, statefulIsAuthorized } from '@cedar-policy/cedar-wasm/nodejs'
import type { Rettighedsgruppe } from '#kernel'
import { PLADSER, POLITIK } from './politik.ts'
import type { Ting, Verden } from './vilkaarlig.ts'

/** An independent answer to who may see what: Cedar's, by policies of their own. */

export const HANDLINGER = ['se', 'kende'] as const
export type Handling = (typeof HANDLINGER)[number]

/** Whether one of the employee's groups, asked by itself, lets them. Throws where Cedar finds an error in policy or facts. */
export type Orakel = (verden: Verden, ting: Ting, handling: Handling) => boolean

export function createOrakel(): Orakel {
  const svar = preparsePolicySet('borgerblikket', { staticPolicies: POLITIK })
  if (svar.type === 'failure') throw new Error(svar.errors.map(({ message }) => message).join('; '))
  let sidste: { readonly verden: Verden; readonly objekter: ReadonlyMap<Ting, EntityJson> } | undefined
  return (verden, ting, handling) => {
    if (sidste?.verden !== verden) sidste = { verden, objekter: new Map(verden.ting.map((en) => [en, toObjekt(verden, en)])) }
    const objekt = sidste.objekter.get(ting)
    return objekt !== undefined && verden.grupper.some((gruppe, nr) => spoerg(verden, toGruppe(gruppe, nr), objekt, handling))
  }
}

function spoerg({ nu, hvem }: Verden, gruppe: EntityJson, objekt: EntityJson, handling: Handling): boolean {
  const svar = statefulIsAuthorized({
    principal: gruppe.uid,
    action: { type: 'Action', id: handling },
    resource: objekt.uid,
    context: {
      nu: Date.parse(nu),
      kommune: hvem.kommune,
      navne: [hvem.id, `urn:oio:cvr-nr:${hvem.kommune}`, ...hvem.enheder],
    },
    preparsedPolicySetId: 'borgerblikket',
    entities: [gruppe, objekt],
  })
  if (svar.type === 'failure') throw new Error(svar.errors.map(({ message }) => message).join('; '))
  const [fejl] = svar.response.diagnostics.errors
  if (fejl) throw new Error(`${fejl.policyId}: ${fejl.error.message}`)
  return svar.response.decision === 'allow'
}

type Post = Readonly<Record<string, CedarValueJson>>
type Virkning = Ting['paa'][number]['virkning']

const TRIN: Readonly<Record<string, number>> = {
  IKKE_FORTROLIGE_DATA: 0,
  FORTROLIGE_PERSONOPLYSNINGER: 1,
  FOELSOMME_PERSONOPLYSNINGER: 2,
  VIP_SAGER: 3,
}
const trin = (navn: string): number => {
  const nummer = TRIN[navn]
  if (nummer === undefined) throw new RangeError(`No sensitivity: ${navn}`)
  return nummer
}

const toGruppe = (gruppe: Rettighedsgruppe, nr: number): EntityJson => ({
  uid: { type: 'Gruppe', id: String(nr) },
  attrs: {
    kommune: gruppe.kommune,
    roller: [...gruppe.systemroller],
    kle: [...gruppe.kle],
    foelsomhed: trin(gruppe.foelsomhed),
    ...(gruppe.enheder ? { enheder: [...gruppe.enheder] } : {}),
    ...(gruppe.itsystemer ? { itsystemer: [...gruppe.itsystemer] } : {}),
  },
  parents: [],
})

const toTid = ({ fra, til }: Virkning): Post => ({ fra: Date.parse(fra), ...(til === null ? {} : { til: Date.parse(til) }) })

/** A list as a record by place, since Cedar cannot ask of each member of a set. */
function toPladser<T>(led: readonly T[], post: (et: T) => Post): Record<string, CedarValueJson> {
  if (led.length > PLADSER.length) throw new RangeError(`More than ${PLADSER.length} in a list`)
  return Object.fromEntries(led.map((et, plads) => [PLADSER[plads] ?? '', { ...post(et) }]))
}

const toKle = (kle: string): Post => {
  const [hovedgruppe, gruppe] = kle.split('.')
  return { emne: kle, gruppe: `${hovedgruppe}.${gruppe}.*`, hovedgruppe: `${hovedgruppe}.*` }
}

const toEgne = (ting: Ting): Record<string, CedarValueJson> => ({
  ejer: toPladser(ting.ejer, ({ cvr, virkning }) => ({ v: cvr, ...toTid(virkning) })),
  kle: toPladser(ting.kle, ({ kle, virkning }) => ({ ...toKle(kle), ...toTid(virkning) })),
  foelsomhed: toPladser(ting.foelsomhed, (led) => ({ v: trin(led.foelsomhed), ...toTid(led.virkning) })),
  enheder: toPladser(ting.enheder, ({ enhed, virkning }) => ({ v: enhed, ...toTid(virkning) })),
  itsystem: ting.itsystem,
  profil: toPladser(ting.profil, ({ ref, virkning }) => ({ v: ref, ...toTid(virkning) })),
})

/** The object with what it stands on and what carries it out, as the deliveries name them. */
function toObjekt(verden: Verden, ting: Ting): EntityJson {
  const led = (poster: Ting['paa']) =>
    toPladser(poster, ({ til, virkning }) => {
      const kendt = verden.ting.find((en) => en.id === til)
      return { ...toTid(virkning), ...(kendt ? { kendt: toEgne(kendt) } : {}) }
    })
  const udbetaling = ting.art === 'oekonomiskEffektuering'
  const udbetalinger = verden.ting.flatMap((en) =>
    en.paa.flatMap(({ til, virkning }) => (til === ting.id && ting.art === 'bevilling' ? [{ til: en.id, virkning }] : [])),
  )
  return {
    uid: { type: ting.art, id: ting.id },
    attrs: {
      ...toEgne(ting),
      ...(ting.foelsomhed.length > 0 ? { sigerFoelsomhed: true } : {}),
      sager: led(udbetaling ? [] : ting.paa),
      bevillinger: led(udbetaling ? ting.paa : []),
      effektueringer: led(udbetalinger),
    },
    parents: [],
  }
}
