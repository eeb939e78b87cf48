import type { BevillingData, EffektueringData, Periode } from '#indeks'
import { type Beloeb, isNegativt, sumBeloeb, type Uuid } from '#kernel'
import { danskDag } from '#platform/clock'
import { type Billede, type Vist, visteAf, visteSager } from './billede.ts'
import { decideFor } from './fakta.ts'
import { vedTid } from './perioder.ts'
import { faelles, newestFirst } from './vis-sag.ts'
import type { BevillingVisning, UdbetalingVisning, YdelseVisning } from './visninger.ts'

/** True where what has this KLE number of its own may be shown: one granted benefit may be opened while its neighbour is not. */
function isEgenVist(billede: Billede, vist: Vist, kle: string | undefined): boolean {
  const [vinkel] = vist.vinkler
  return kle === undefined || kle === vinkel.kle || decideFor(vist.raekke, { ...vinkel, kle }, billede.grundlag).vises
}

/** The payments that may be shown, newest first. */
export const udbetalingerOf = (billede: Billede): UdbetalingVisning[] =>
  visteAf(billede, 'oekonomiskEffektuering')
    .flatMap((vist) => toUdbetaling(billede, vist))
    .sort((a, b) => newestFirst(a.dato ?? '', b.dato ?? '', a.id, b.id))

function toUdbetaling(billede: Billede, vist: Vist & { readonly data: EffektueringData }): UdbetalingVisning[] {
  const { data } = vist
  const udbetaling = vedTid(data.udbetalinger, billede.grundlag.nu)
  const ydelser = data.ydelser.filter((ydelse) => isEgenVist(billede, vist, ydelse.kle))
  if (!udbetaling || ydelser.length === 0) return []
  const hele = ydelser.length === data.ydelser.length
  const dele = ydelser.flatMap((ydelse) => ydelse.beloeb ?? [])
  // A total would tell what the benefits are that are not shown.
  const beloeb = hele ? beloebFor(udbetaling) : dele.length === ydelser.length ? sumBeloeb(dele) : undefined
  const bevilling = ydelser.map((ydelse) => ydelse.bevilling).find((id) => billede.efterId.has(id))
  return [
    {
      ...faelles(vist),
      navn: [...new Set(ydelser.map((ydelse) => ydelse.navn).filter((navn) => navn !== ''))].join(', '),
      tilstand: tilstandOf(udbetaling, beloeb),
      dato: udbetaling.dispositionsdato,
      beloeb,
      foerSkat: hele ? udbetaling.brutto : undefined,
      efterSkat: hele ? udbetaling.efterSkat : undefined,
      periode: ydelser[0] && (ydelser[0].fra || ydelser[0].til) ? { fra: ydelser[0].fra, til: ydelser[0].til } : undefined,
      bevilling,
    },
  ]
}

type Udbetaling = Periode<EffektueringData['udbetalinger'][number]>

/** The amount that the state speaks of: what was paid, else what was sent, else what is expected at hand. */
const beloebFor = ({ udbetalt, sendt, efterSkat, brutto }: Udbetaling): Beloeb | undefined =>
  udbetalt ?? sendt ?? efterSkat ?? brutto

function tilstandOf({ udbetalt, sendt, godkendt }: Udbetaling, beloeb: Beloeb | undefined): UdbetalingVisning['tilstand'] {
  if (beloeb !== undefined && isNegativt(beloeb)) return 'rettelse'
  if (udbetalt !== undefined) return 'udbetalt'
  if (sendt !== undefined) return 'sendt'
  return godkendt ? 'planlagt' : 'ikkeGodkendt'
}

/** The grants that may be shown with those of their benefits that may, newest first. */
export function bevillingerOf(billede: Billede): BevillingVisning[] {
  const udbetalinger = Map.groupBy(udbetalingerOf(billede), (udbetaling) => udbetaling.bevilling)
  return visteAf(billede, 'bevilling')
    .flatMap((vist) => toBevilling(billede, vist, udbetalinger))
    .sort((a, b) => newestFirst(a.fra ?? '', b.fra ?? '', a.id, b.id))
}

function toBevilling(
  billede: Billede,
  vist: Vist & { readonly data: BevillingData },
  udbetalinger: ReadonlyMap<Uuid | undefined, UdbetalingVisning[]>,
): BevillingVisning[] {
  const { data } = vist
  const gaeldende = data.ydelser.filter((ydelse) => isEgenVist(billede, vist, ydelse.kle))
  if (data.ydelser.length > 0 && gaeldende.length === 0) return []
  const ydelser = gaeldende.map(
    ({ navn, type, fra, til, omfang, meddelelse }): YdelseVisning => ({ navn, type, fra, til, omfang, meddelelse }),
  )
  return [
    {
      ...faelles(vist),
      tilstand: bevillingstilstand(data, billede),
      fra: data.fra,
      til: data.til,
      ydelser,
      sag: visteSager(billede, vist)[0],
      udbetalinger: udbetalinger.get(vist.raekke.item_id) ?? [],
    },
  ]
}

function bevillingstilstand({ fra, til, status }: BevillingData, billede: Billede): BevillingVisning['tilstand'] {
  const idag = danskDag(billede.grundlag.nu)
  if (til !== undefined && til < idag) return 'Sluttet'
  if (fra !== undefined && fra > idag) return 'Kommende'
  const nu = vedTid(status, billede.grundlag.nu)?.status
  return nu === 'Inaktiv' || nu === 'Passiv' ? nu : 'Aktiv'
}

/** The nearest payment that has not been made: its day is today or later. Never worked out from plans. */
export function naesteUdbetaling(billede: Billede, udbetalinger: readonly UdbetalingVisning[]): UdbetalingVisning | undefined {
  const idag = danskDag(billede.grundlag.nu)
  const kommende = udbetalinger.filter(
    ({ tilstand, dato }) => (tilstand === 'planlagt' || tilstand === 'sendt') && dato !== undefined && dato >= idag,
  )
  return kommende.toSorted((a, b) => newestFirst(b.dato ?? '', a.dato ?? '', a.id, b.id))[0]
}
