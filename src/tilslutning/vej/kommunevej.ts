import type { CvrNummer, Tidspunkt, Uuid } from '#kernel'
import type { Aftale, Forslag, Haendelse } from './haendelse.ts'

/** The road of a municipality: what it has noted, and whether it is ready for its systems. Pure. */

export type Kommuneskridt =
  | ({ readonly type: 'databehandleraftaleNoteret' } & Aftale)
  | { readonly type: 'foreslaaet'; readonly forslag: Uuid; readonly hvad: 'klar' }
  | { readonly type: 'bekraeftet'; readonly forslag: Uuid }
  | { readonly type: 'trukketTilbage'; readonly forslag: Uuid; readonly aarsag: string }

export type Kommunehaendelse = Haendelse<Kommuneskridt>

export type Kommunevej = {
  readonly cvr: CvrNummer
  readonly nr: number
  readonly databehandleraftale: Aftale | undefined
  readonly klar: Tidspunkt | undefined
  readonly forslag: readonly Forslag<'klar'>[]
}

/** What stands elsewhere and is asked for when it is needed: whom the municipality has named, and whether citizens have somebody to ask. */
export type Kommunefakta = {
  readonly projektansvarlige: number
  readonly fagsystemansvarlige: number
  readonly henvendelsessteder: number
}

/** Two project leads, since they approve each other's steps. */
const PROJEKTANSVARLIGE = 2

export const KOMMUNEKRAV = ['databehandleraftale', 'roller', 'kontakter'] as const
export type Kommunekrav = (typeof KOMMUNEKRAV)[number]

/** Whether the municipality has what a requirement asks for, now. */
export function isOpfyldt(vej: Kommunevej, fakta: Kommunefakta, krav: Kommunekrav): boolean {
  if (krav === 'databehandleraftale') return vej.databehandleraftale !== undefined
  if (krav === 'roller') return fakta.projektansvarlige >= PROJEKTANSVARLIGE && fakta.fagsystemansvarlige > 0
  return fakta.henvendelsessteder > 0
}

const ubegyndt = (cvr: CvrNummer): Kommunevej => ({ cvr, nr: 0, databehandleraftale: undefined, klar: undefined, forslag: [] })

/** Where a municipality stands after all that has happened. */
export const kommunevej = (cvr: CvrNummer, haendelser: readonly Kommunehaendelse[]): Kommunevej =>
  haendelser.reduce(advanceKommune, ubegyndt(cvr))

function advanceKommune(vej: Kommunevej, { data, nr, tid, af }: Kommunehaendelse): Kommunevej {
  switch (data.type) {
    case 'databehandleraftaleNoteret': {
      const { underskrevet, underskriver, reference } = data
      return { ...vej, nr, databehandleraftale: { underskrevet, underskriver, reference } }
    }
    case 'foreslaaet':
      if (!af) return { ...vej, nr }
      return { ...vej, nr, forslag: [...vej.forslag, { id: data.forslag, hvad: data.hvad, kommune: vej.cvr, af, tid }] }
    case 'trukketTilbage':
      return { ...vej, nr, forslag: vej.forslag.filter(({ id }) => id !== data.forslag) }
    case 'bekraeftet':
      return vej.forslag.some(({ id }) => id === data.forslag) ? { ...vej, nr, klar: tid, forslag: [] } : { ...vej, nr }
  }
}
