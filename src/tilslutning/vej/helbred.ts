import type { CvrNummer, Tidspunkt, Uuid } from '#kernel'
import type { HelbredRaekke } from './vej.sql.ts'

/** How a system does in a municipality where it is in operation. */
export type Helbred = {
  readonly kilde: Uuid
  readonly kommune: CvrNummer
  readonly senesteLevering: Tidspunkt | undefined
  /** When the area that was reconciled longest ago agreed with the source; undefined where one never has. */
  readonly afstemt: Tidspunkt | undefined
  readonly aabneAfvisninger: number
  readonly tilstand: Helbredstilstand
}
export type Helbredstilstand = 'god' | 'forsinket' | 'afvisninger' | 'intet'

/** Half as long again as was agreed: a delivery may slip a little without anybody having to be called. */
const SLIP = 1.5

/** How a system does, from the last delivery against the agreed rhythm, and what stands refused. Pure. */
export function helbredFor(raekke: HelbredRaekke, rytmeTimer: number, nu: Tidspunkt): Helbred {
  const { kilde_id: kilde, kommune, seneste_levering: seneste, afstemt, aabne } = raekke
  return {
    kilde,
    kommune,
    senesteLevering: seneste ?? undefined,
    afstemt: afstemt ?? undefined,
    aabneAfvisninger: aabne,
    tilstand: tilstandFor(seneste, aabne, rytmeTimer, nu),
  }
}

function tilstandFor(seneste: Tidspunkt | null, aabne: number, rytmeTimer: number, nu: Tidspunkt): Helbredstilstand {
  if (seneste === null) return 'intet'
  if (aabne > 0) return 'afvisninger'
  return Date.parse(nu) - Date.parse(seneste) > rytmeTimer * SLIP * 3_600_000 ? 'forsinket' : 'god'
}
