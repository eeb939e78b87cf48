import type { Kontekst } from './types.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const CVR = /^\d{8}$/
const ORD = /^[a-zA-Z]{1,40}$/

/**
 * The literal SET LOCAL statements that put on a role and its limits. Literal, not set_config: Citus propagates only the former. Every
 * value is checked against its form here, since a literal cannot be a parameter. Throws RangeError on anything else.
 */
export function settingsFor(kontekst: Kontekst): string {
  const rolle = `SET LOCAL ROLE borgerblikket_${kontekst.rolle}`
  if ('kommune' in kontekst) return [rolle, ...kommuneLimits(kontekst)].join('; ')
  if (!('parter' in kontekst)) return rolle
  const { parter, grund } = kontekst
  const aktoer = 'aktoer' in kontekst ? kontekst.aktoer : undefined
  if (![...parter, ...(aktoer ? [aktoer] : [])].every((part) => UUID.test(part))) throw new RangeError('A part id is not a UUID')
  if (!ORD.test(grund)) throw new RangeError('The ground is not a word')
  const limits = [`SET LOCAL borgerblikket.parter = '{${parter.join(',')}}'`, `SET LOCAL borgerblikket.grund = '${grund}'`]
  return [rolle, ...limits, `SET LOCAL borgerblikket.aktoer = '${aktoer ?? ''}'`].join('; ')
}

function kommuneLimits({ kommune, formaal, aktoer }: Extract<Kontekst, { readonly kommune: string }>): string[] {
  if (!UUID.test(aktoer)) throw new RangeError('The actor is not a UUID')
  if (!CVR.test(kommune)) throw new RangeError('The municipality is not a CVR number')
  if (!ORD.test(formaal)) throw new RangeError('The purpose is not a word')
  // No part: what another role's policy would let through by part is nobody's here.
  return [
    `SET LOCAL borgerblikket.kommune = '${kommune}'`,
    `SET LOCAL borgerblikket.grund = '${formaal}'`,
    `SET LOCAL borgerblikket.aktoer = '${aktoer}'`,
  ]
}
