import type { BevillingData, EffektueringData, Periode } from '#indeks'
import { type Beloeb, gaeldende, isNegativt, type Tidspunkt } from '#kernel'
import { vedTid } from '#overblik'
import { danskDag } from '#platform/clock'
import type { Faellesfelter } from './tingviden.ts'
import type { Bevillingsvisning, Udbetalingsvisning } from './visninger.ts'

/** A grant: the benefits that hold now; of one that is over or still to come, all of them. */
export function toBevilling(data: BevillingData, felter: Faellesfelter, nu: Tidspunkt): Bevillingsvisning {
  const ramme = vedTid(data.rammer, nu) ?? data.rammer[0]
  const holder = gaeldende(data.ydelser, nu)
  const ydelser = holder.length > 0 ? holder : data.ydelser
  const tilstand = bevillingstilstand(data, ramme, nu)
  return {
    ...felter,
    art: 'bevilling',
    titel: [...new Set(ydelser.map(({ navn }) => navn))].join(', '),
    nummer: '',
    tilstand,
    aaben: tilstand === 'Aktiv' || tilstand === 'Kommende',
    dag: ramme?.fra ?? danskDag(data.oprettet),
    fra: ramme?.fra,
    til: ramme?.til,
    ydelser: ydelser.map(({ navn, type, kle, fra, til, omfang, meddelelse, planer }) => ({
      navn,
      type,
      kle,
      fra,
      til,
      omfang,
      meddelelse,
      planer: planer.map(({ beloeb, frekvens, dispositionsdag }) =>
        [beloeb, frekvens, dispositionsdag].filter(Boolean).join(' · '),
      ),
    })),
  }
}

function bevillingstilstand(
  { status }: BevillingData,
  ramme: BevillingData['rammer'][number] | undefined,
  nu: Tidspunkt,
): string {
  const idag = danskDag(nu)
  if (ramme?.til !== undefined && ramme.til < idag) return 'Sluttet'
  if (ramme?.fra !== undefined && ramme.fra > idag) return 'Kommende'
  return vedTid(status, nu)?.status ?? 'Aktiv'
}

type Udbetaling = Periode<EffektueringData['udbetalinger'][number]>

/** A payment, with the lines that are the person's own. */
export function toUdbetaling(data: EffektueringData, felter: Faellesfelter, nu: Tidspunkt): Udbetalingsvisning {
  const udbetaling = vedTid(data.udbetalinger, nu)
  const linjer = gaeldende(data.ydelser, nu)
  const egne = linjer.length > 0 ? linjer : data.ydelser
  const beloeb = udbetaling && beloebFor(udbetaling)
  const tilstand = udbetaling ? udbetalingstilstand(udbetaling, beloeb) : 'planlagt'
  return {
    ...felter,
    art: 'oekonomiskEffektuering',
    titel: [...new Set(egne.map(({ navn }) => navn))].join(', '),
    nummer: '',
    tilstand,
    aaben: tilstand !== 'udbetalt' && tilstand !== 'rettelse',
    dag: udbetaling?.dispositionsdato ?? danskDag(data.oprettet),
    beloeb: data.hele ? beloeb : undefined,
    brutto: data.hele ? udbetaling?.brutto : undefined,
    efterSkat: data.hele ? udbetaling?.efterSkat : undefined,
    linjer: egne.map(({ navn, bevilling, beloeb: del }) => ({ navn, bevilling, beloeb: del })),
    periode: { fra: egne[0]?.fra, til: egne[0]?.til },
  }
}

/** The amount that the state speaks of: what was paid, else what was sent, else what is expected at hand. */
const beloebFor = ({ erUdbetalt, udbetalt, erSendt, sendt, efterSkat, brutto }: Udbetaling): Beloeb | undefined =>
  (erUdbetalt ? udbetalt : undefined) ?? (erSendt ? sendt : undefined) ?? efterSkat ?? brutto

function udbetalingstilstand({ erUdbetalt, erSendt, godkendt }: Udbetaling, beloeb: Beloeb | undefined): string {
  if (beloeb !== undefined && isNegativt(beloeb)) return 'rettelse'
  if (erUdbetalt) return 'udbetalt'
  if (erSendt) return 'sendt'
  return godkendt ? 'planlagt' : 'ikkeGodkendt'
}
