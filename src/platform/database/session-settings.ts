import type { Kontekst } from './types.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const CVR = /^\d{8}$/
const TIDSPUNKT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/
const ORD = /^[a-zA-Z]{1,40}$/

/**
 * The literal SET LOCAL statements that put on a role and its limits. Literal, not set_config: Citus propagates only the former. Every
 * value is checked against its form here, since a literal cannot be a parameter. Throws RangeError on anything else.
 */
export function settingsFor(kontekst: Kontekst): string {
  const rolle = `SET LOCAL ROLE borgerblikket_${kontekst.rolle}`
  if ('formaal' in kontekst) return [rolle, ...kommuneLimits(kontekst)].join('; ')
  if (!('parter' in kontekst)) return rolle
  const { parter, grund } = kontekst
  const aktoer = 'aktoer' in kontekst ? kontekst.aktoer : undefined
  if (![...parter, ...(aktoer ? [aktoer] : [])].every((part) => UUID.test(part))) throw new RangeError('A part id is not a UUID')
  if (!ORD.test(grund)) throw new RangeError('The ground is not a word')
  const limits = [`SET LOCAL borgerblikket.parter = '{${parter.join(',')}}'`, `SET LOCAL borgerblikket.grund = '${grund}'`]
  const kommune = 'kommune' in kontekst ? kommuneLimit(kontekst.kommune) : []
  const egne = 'rettigheder' in kontekst ? rettighedslimits(kontekst) : []
  return [rolle, ...limits, `SET LOCAL borgerblikket.aktoer = '${aktoer ?? ''}'`, ...kommune, ...egne].join('; ')
}

function kommuneLimit(kommune: string): string[] {
  if (!CVR.test(kommune)) throw new RangeError('The municipality is not a CVR number')
  return [`SET LOCAL borgerblikket.kommune = '${kommune}'`]
}

function rettighedslimits({ nu, rettigheder, enheder }: Extract<Kontekst, { readonly rettigheder: unknown }>): string[] {
  if (!TIDSPUNKT.test(nu)) throw new RangeError('The time is not an instant')
  return [
    `SET LOCAL borgerblikket.nu = '${nu}'`,
    `SET LOCAL borgerblikket.rettigheder = '${toLiteral(rettigheder)}'`,
    `SET LOCAL borgerblikket.enheder = '${toLiteral(enheder)}'`,
  ]
}

const HOEJST_TEGN = 1_000_000

/** JSON in which what is not plain ASCII, and the quotation mark that would end the literal, is written as \uXXXX. */
function toLiteral(vaerdi: unknown): string {
  const tekst = JSON.stringify(vaerdi).replaceAll(
    /[^ -&(-~]/g,
    (tegn) => `\\u${tegn.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  if (tekst.length > HOEJST_TEGN) throw new RangeError('The rights are longer than they can be')
  return tekst
}

function kommuneLimits({ kommune, formaal, aktoer }: Extract<Kontekst, { readonly formaal: string }>): string[] {
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
