import type { BevillingData, EffektueringData, Periode } from '#indeks'
import { type Beloeb, gaeldende, isGaeldende, isNegativt, sumBeloeb, type Tidspunkt, type Uuid } from '#kernel'
import { danskDag } from '#platform/clock'
import { type Billede, type Vist, visteAf, visteSager } from './billede.ts'
import { decideFor } from './fakta.ts'
import { egetOrd, egneNavne } from './ord.ts'
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

/** A payment with those of its lines that may be shown; undefined where none may. */
function findLinjer(billede: Billede, vist: Vist, { udbetalinger, ydelser: alle }: EffektueringData) {
  const udbetaling = vedTid(udbetalinger, billede.grundlag.nu)
  if (!udbetaling) return undefined
  const linjer = gaeldende(alle, sidstGyldig(udbetaling, billede.grundlag.nu))
  // A line of a grant that is not shown would tell of the grant.
  const ydelser = linjer.filter(({ kle, bevilling }) => billede.efterId.has(bevilling) && isEgenVist(billede, vist, kle))
  return ydelser.length > 0 ? { udbetaling, linjer, ydelser } : undefined
}

function toUdbetaling(billede: Billede, vist: Vist & { readonly data: EffektueringData }): UdbetalingVisning[] {
  const { data } = vist
  const fundne = findLinjer(billede, vist, data)
  if (!fundne) return []
  const { udbetaling, linjer, ydelser } = fundne
  // A total would tell what the lines are that are not shown. The lines are before tax, so their sum is no amount that was paid.
  const { titler } = billede.grundlag
  const navne = [...new Set(ydelser.flatMap((ydelse) => titler.linje(vist.raekke, ydelse.navn) ?? []))]
  const hele = data.hele && ydelser.length === linjer.length
  const dele = ydelser.flatMap((ydelse) => ydelse.beloeb ?? [])
  const egenDel = dele.length === ydelser.length ? sumBeloeb(dele) : undefined
  const beloeb = hele ? beloebFor(udbetaling) : undefined
  return [
    {
      ...faelles(billede, vist),
      navn: navne.join(', '),
      navnOrd: egneNavne(billede, vist.vinkler[0].kommune, navne),
      tilstand: tilstandOf(udbetaling, hele ? beloeb : egenDel),
      dato: udbetaling.dispositionsdato,
      beloeb,
      foerSkat: hele ? udbetaling.brutto : egenDel,
      efterSkat: hele ? udbetaling.efterSkat : undefined,
      periode: ydelser[0] && (ydelser[0].fra || ydelser[0].til) ? { fra: ydelser[0].fra, til: ydelser[0].til } : undefined,
      bevilling: ydelser[0]?.bevilling,
    },
  ]
}

type Udbetaling = Periode<EffektueringData['udbetalinger'][number]>

/** The amount that the state speaks of: what was paid, else what was sent, else what is expected at hand. */
const beloebFor = ({ erUdbetalt, udbetalt, erSendt, sendt, efterSkat, brutto }: Udbetaling): Beloeb | undefined =>
  (erUdbetalt ? udbetalt : undefined) ?? (erSendt ? sendt : undefined) ?? efterSkat ?? brutto

/** Now, or where the payment's facts have ended the last instant in which they held. */
const sidstGyldig = ({ virkning }: Udbetaling, nu: Tidspunkt): Tidspunkt =>
  isGaeldende(virkning, nu) || virkning.til === null ? nu : (new Date(Date.parse(virkning.til) - 1).toISOString() as Tidspunkt)

function tilstandOf({ erUdbetalt, erSendt, godkendt }: Udbetaling, beloeb: Beloeb | undefined): UdbetalingVisning['tilstand'] {
  if (beloeb !== undefined && isNegativt(beloeb)) return 'rettelse'
  if (erUdbetalt) return 'udbetalt'
  if (erSendt) return 'sendt'
  return godkendt ? 'planlagt' : 'ikkeGodkendt'
}

/** The grants that may be shown with those of their benefits that may, newest first. */
export function bevillingerOf(billede: Billede): BevillingVisning[] {
  const udbetalinger = Map.groupBy(udbetalingerOf(billede), (udbetaling) => udbetaling.bevilling)
  return visteAf(billede, 'bevilling')
    .flatMap((vist) => toBevilling(billede, vist, udbetalinger))
    .sort((a, b) => newestFirst(a.fra ?? '', b.fra ?? '', a.id, b.id))
}

/** A grant with those of its benefits that may be shown; undefined where it has some and none of them may. */
function findYdelser(billede: Billede, vist: Vist, data: BevillingData) {
  const ramme = vedTid(data.rammer, billede.grundlag.nu) ?? data.rammer[0]
  const tilstand = bevillingstilstand(data, ramme, billede)
  const viste = ydelserOf(data, tilstand, billede.grundlag.nu).filter((ydelse) => isEgenVist(billede, vist, ydelse.kle))
  return data.ydelser.length > 0 && viste.length === 0 ? undefined : { ramme, tilstand, viste }
}

/** True for a grant or payment that the pages name: not where all that it consists of is hidden. */
export function isYdelseNaevnt(billede: Billede, vist: Vist): boolean {
  const { data } = vist.raekke
  if (data.art === 'bevilling') return findYdelser(billede, vist, data) !== undefined
  return data.art === 'oekonomiskEffektuering' && findLinjer(billede, vist, data) !== undefined
}

function toBevilling(
  billede: Billede,
  vist: Vist & { readonly data: BevillingData },
  udbetalinger: ReadonlyMap<Uuid | undefined, UdbetalingVisning[]>,
): BevillingVisning[] {
  const { data } = vist
  const fundne = findYdelser(billede, vist, data)
  if (!fundne) return []
  const { ramme, tilstand, viste } = fundne
  const { titler } = billede.grundlag
  const ydelser = viste.map(
    ({ navn, type, fra, til, omfang, meddelelse }): YdelseVisning => ({
      navn: titler.linje(vist.raekke, navn) ?? '',
      navnOrd: egetOrd(billede, vist.vinkler[0].kommune, 'ydelse', navn),
      type,
      fra,
      til,
      omfang: titler.linje(vist.raekke, omfang),
      meddelelse: meddelelse && titler.fritekst(vist.raekke, meddelelse),
    }),
  )
  return [
    {
      ...faelles(billede, vist),
      tilstand,
      fra: ramme?.fra,
      til: ramme?.til,
      ydelser,
      sag: visteSager(billede, vist)[0],
      udbetalinger: udbetalinger.get(vist.raekke.item_id) ?? [],
    },
  ]
}

/** The benefits that hold now; of a grant that is to come those that are to come, of one that is over those that held last. */
function ydelserOf({ ydelser }: BevillingData, tilstand: BevillingVisning['tilstand'], nu: Tidspunkt): BevillingData['ydelser'] {
  const nuvaerende = gaeldende(ydelser, nu)
  if (nuvaerende.length > 0) return nuvaerende
  if (tilstand === 'Kommende') return ydelser.filter(({ virkning }) => virkning.fra > nu)
  if (tilstand !== 'Sluttet') return []
  const sidste = ydelser
    .map(({ virkning }) => virkning.til ?? '')
    .sort()
    .at(-1)
  return ydelser.filter(({ virkning }) => virkning.til === sidste)
}

function bevillingstilstand(
  { status }: BevillingData,
  ramme: BevillingData['rammer'][number] | undefined,
  billede: Billede,
): BevillingVisning['tilstand'] {
  const { fra, til } = ramme ?? {}
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
