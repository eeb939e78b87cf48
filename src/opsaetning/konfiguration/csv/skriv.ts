import { danskDag } from '#platform/clock'
import type { KleKonfiguration } from '#visning'
import { writeCsv } from '#web'
import { FELTER, type Felt } from '../indhold.ts'
import { JURIST, KOLONNER, NUMMER, TIL_OPLYSNING } from './kolonner.ts'

/**
 * The versions as CSV for a Danish spreadsheet: semicolons, UTF-8 with its mark, and nothing that a spreadsheet takes for a formula. `titel`
 * gives a number's title.
 */
export function skrivCsv(versioner: readonly KleKonfiguration[], titel: (kle: string) => string): string {
  const ordnede = versioner.toSorted((a, b) => (a.kle < b.kle ? -1 : 1))
  return writeCsv(
    [NUMMER, ...TIL_OPLYSNING, ...FELTER.map((felt) => KOLONNER[felt].navn), JURIST.navn, JURIST.tekst],
    ordnede.map((version) => [
      version.kle,
      titel(version.kle),
      danskDag(version.gaelderFra),
      ...FELTER.map((felt) => celle(felt, version)),
      '',
      '',
    ]),
  )
}

/** The column of a field takes that field's own values. */
function celle<F extends Felt>(felt: F, version: KleKonfiguration): string {
  return KOLONNER[felt].skriv(version[felt] as KleKonfiguration[F])
}
