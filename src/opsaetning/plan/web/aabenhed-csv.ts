import { livsomraadeMedNoegle } from '#klassifikation'
import { type Sprog, writeCsv } from '#web'
import { type Aabenhedsrapport, TINGSLAGS } from '../aabenhed.ts'
import { ord } from './texts/index.ts'

/** The report as CSV for a Danish spreadsheet, a row for each life area. */
export function writeAabenhedCsv({ linjer, andre }: Aabenhedsrapport, sprog: Sprog): string {
  const { csv, slags, ja, nej } = ord(sprog).aabenhed
  return writeCsv(
    [
      ...[csv.omraade, csv.numre, csv.vist],
      ...TINGSLAGS.map((en) => csv.vi(slags[en])),
      ...[csv.andre, csv.andreViser],
      ...TINGSLAGS.map((en) => csv.de(slags[en])),
    ],
    linjer.map((linje) => [
      livsomraadeMedNoegle(linje.omraade)?.navn[sprog] ?? linje.omraade,
      linje.numre,
      linje.vist,
      ...TINGSLAGS.map((en) => (linje.slags.has(en) ? ja : nej)),
      andre,
      linje.andre.antal,
      ...TINGSLAGS.map((en) => linje.andre.slags[en]),
    ]),
  )
}
