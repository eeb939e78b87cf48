import { stringify } from 'csv-stringify/sync'
import { danskDag } from '#platform/clock'
import type { KleKonfiguration } from '#visning'
import { FELTER, type Felt } from '../indhold.ts'
import { JURIST, KOLONNER, NUMMER, TIL_OPLYSNING } from './kolonner.ts'

/**
 * The versions as CSV for a Danish spreadsheet: semicolons, UTF-8 with its mark, and nothing that a spreadsheet takes for a formula. `titel`
 * gives a number's title.
 */
export function skrivCsv(versioner: readonly KleKonfiguration[], titel: (kle: string) => string): string {
  const ordnede = versioner.toSorted((a, b) => (a.kle < b.kle ? -1 : 1))
  return stringify(
    ordnede.map((version) => [
      version.kle,
      titel(version.kle),
      danskDag(version.gaelderFra),
      ...FELTER.map((felt) => celle(felt, version)),
      '',
      '',
    ]),
    {
      header: true,
      columns: [NUMMER, ...TIL_OPLYSNING, ...FELTER.map((felt) => KOLONNER[felt].navn), JURIST.navn, JURIST.tekst],
      delimiter: ';',
      bom: true,
      escape_formulas: true,
      record_delimiter: 'windows',
    },
  )
}

/** The column of a field takes that field's own values. */
function celle<F extends Felt>(felt: F, version: KleKonfiguration): string {
  return KOLONNER[felt].skriv(version[felt] as KleKonfiguration[F])
}
