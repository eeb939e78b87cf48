import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** One line of the table: what, its figure, and the ratio that DESIGN 11 sets a target for. */
export type Maal = {
  readonly hvad: string
  readonly tal: string
  /** The ratio, or the figure itself where the target is a figure. */
  readonly forhold?: number
  readonly krav?: { readonly tekst: string; readonly opfyldt: boolean }
  /** All that was measured, for the JSON. */
  readonly detaljer?: unknown
}

export const mindst = (forhold: number, graense: number): NonNullable<Maal['krav']> => ({
  tekst: `≥ ${graense}`,
  opfyldt: forhold >= graense,
})

export const hoejst = (tal: number, graense: number, enhed: string): NonNullable<Maal['krav']> => ({
  tekst: `≤ ${graense}${enhed}`,
  opfyldt: tal <= graense,
})

const OVERSKRIFT = ['hvad', 'tal', 'forhold', 'mål', ''] as const

export function printTabel(maal: readonly Maal[]): void {
  const raekker = [
    OVERSKRIFT as readonly string[],
    ...maal.map(({ hvad, tal, forhold, krav }) => [
      hvad,
      tal,
      forhold === undefined ? '' : forhold.toFixed(2),
      krav?.tekst ?? '',
      krav ? (krav.opfyldt ? 'opfyldt' : 'IKKE opfyldt') : '',
    ]),
  ]
  const bredder = OVERSKRIFT.map((_, i) => Math.max(...raekker.map((raekke) => (raekke[i] ?? '').length)))
  for (const raekke of raekker) console.log(raekke.map((celle, i) => celle.padEnd(bredder[i] ?? 0)).join('  '))
}

export function writeJson(fil: string, indhold: unknown): void {
  mkdirSync(dirname(fil), { recursive: true })
  writeFileSync(fil, `${JSON.stringify(indhold, undefined, 2)}\n`)
}
