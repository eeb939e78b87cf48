import { createHash } from 'node:crypto'
import { type CvrNummer, isUnderPraefiks, type KleEmne, type KlePraefiks, parseKleEmne, type Tidspunkt } from '#kernel'
import { isAltidLukket } from '#klassifikation'
import { startOfDanskDag } from '#platform/clock'
import { createOpsaetning, type KleKonfiguration, type Opsaetning } from '#visning'
import { FELTER, type Feltvalg, indholdAf, isSammeVaerdi, type KleIndhold, UDGANGSPUNKT } from './indhold.ts'
import type { Linje, Linjevirkning, Udkast } from './udkast.ts'

/** What a draft does to the configuration. Pure: the same draft on the same configuration gives the same versions. */

/** When the draft comes into force where it is approved at `nu`. */
export const ikrafttraeden = ({ ikraft }: Pick<Udkast, 'ikraft'>, nu: Tidspunkt): Tidspunkt =>
  ikraft === undefined ? nu : startOfDanskDag(ikraft)

/** True where the number itself, or the group it stands for as a whole, is on the always-closed list. */
export const isLukketNummer = (kle: KlePraefiks): boolean => isAltidLukket(kle as string as KleEmne)

/**
 * What of a draft one person may look at citizens' data through before another has approved it: a number that is always closed stays so, since
 * whoever writes a draft alone would else open it to themselves.
 */
export const withoutLukkede = <U extends Pick<Udkast, 'linjer'>>(udkast: U): U => ({
  ...udkast,
  linjer: udkast.linjer.filter(({ kle }) => !isLukketNummer(kle)),
})

/**
 * What each line finds and leaves, by number. A line that says nothing of a field takes it over from what decides for its number; where the
 * same draft sets a number above it, from that: who opens a group and adds titles to one of its numbers means that number to be open.
 */
export function linjevirkninger(
  opsaetning: Opsaetning,
  udkast: Pick<Udkast, 'kommune' | 'linjer' | 'ikraft'>,
  nu: Tidspunkt,
): readonly Linjevirkning[] {
  const tid = ikrafttraeden(udkast, nu)
  const satte: Linjevirkning[] = []
  for (const linje of inOrden(udkast.linjer)) satte.push(linjevirkning(opsaetning, udkast.kommune, linje, tid, satte))
  return satte
}

const inOrden = <L extends { readonly kle: string }>(linjer: readonly L[]): readonly L[] =>
  linjer.toSorted((a, b) => (a.kle < b.kle ? -1 : 1))

/** `satte`: the draft's lines before it, in order of numbers. */
function linjevirkning(
  opsaetning: Opsaetning,
  kommune: CvrNummer,
  linje: Linje,
  tid: Tidspunkt,
  satte: readonly Linjevirkning[],
): Linjevirkning {
  const gaeldende = opsaetning.konfigurationFor(kommune, linje.kle, tid)
  const over = satte.findLast(({ kle }) => isUnderPraefiks(linje.kle, kle))
  const arvesFraUdkast = over && (!gaeldende || over.kle.length >= gaeldende.kle.length)
  const foer = indholdAf(gaeldende)
  const udgangspunkt = arvesFraUdkast ? over.efter : foer
  return withJurist(linje, { foer: { ...foer, juristAabnet: isEgenJuristaabning(linje.kle, gaeldende) }, udgangspunkt })
}

/** What would hold for a number by the draft without a line of its own: what a form begins with, and what a line says nothing of. */
export const grundlagFor = (
  opsaetning: Opsaetning,
  udkast: Pick<Udkast, 'kommune' | 'linjer' | 'ikraft'>,
  kle: KlePraefiks,
  nu: Tidspunkt,
): KleIndhold => {
  const linjer = [...udkast.linjer.filter((linje) => linje.kle !== kle), { kle, felter: {} }]
  return linjevirkninger(opsaetning, { ...udkast, linjer }, nu).find((linje) => linje.kle === kle)?.efter ?? UDGANGSPUNKT
}

/** Of lines that say every field, those that change something, with the fields that do. A jurist's word changes a number that it opens. */
export function aendrendeLinjer(
  opsaetning: Opsaetning,
  { kommune, ikraft }: Pick<Udkast, 'kommune' | 'ikraft'>,
  linjer: readonly Linje[],
  nu: Tidspunkt,
): readonly Linje[] {
  const tid = ikrafttraeden({ ikraft }, nu)
  const satte: Linjevirkning[] = []
  const aendrende: Linje[] = []
  for (const linje of inOrden(linjer)) {
    const { efter: grundlag } = linjevirkning(opsaetning, kommune, { kle: linje.kle, felter: {} }, tid, satte)
    const felter = FELTER.filter(
      (felt) => felt in linje.felter && !isSammeVaerdi(grundlag[felt], linje.felter[felt] ?? grundlag[felt]),
    )
    const ny = { ...linje, felter: Object.fromEntries(felter.map((felt) => [felt, linje.felter[felt]])) as Feltvalg }
    const virkning = linjevirkning(opsaetning, kommune, ny, tid, satte)
    if (felter.length === 0 && virkning.efter.juristAabnet === grundlag.juristAabnet) continue
    satte.push(virkning)
    aendrende.push(ny)
  }
  return aendrende
}

const isEgenJuristaabning = (kle: KlePraefiks, gaeldende: KleKonfiguration | undefined): boolean =>
  gaeldende?.kle === kle && gaeldende.juristAabnet

/** The jurist's word opens exactly one number, and lasts until the number is closed. */
function withJurist(
  { kle, felter, jurist }: Linje,
  { foer, udgangspunkt }: { readonly foer: KleIndhold; readonly udgangspunkt: KleIndhold },
): Linjevirkning {
  const efter = { ...udgangspunkt, ...felter }
  const kanAabnes = efter.aaben && parseKleEmne(kle) !== undefined && isLukketNummer(kle)
  const juristAabnet = kanAabnes && (jurist !== undefined || foer.juristAabnet)
  return { kle, foer, efter: { ...efter, juristAabnet }, ...(jurist ? { jurist } : {}) }
}

/** The versions that the draft becomes. */
export const toVersioner = (
  linjer: readonly Linjevirkning[],
  { kommune, ikraft }: Pick<Udkast, 'kommune' | 'ikraft'>,
  nu: Tidspunkt,
): readonly KleKonfiguration[] => {
  const gaelderFra = ikrafttraeden({ ikraft }, nu)
  return linjer.map(({ kle, efter }) => ({ kommune, kle, gaelderFra, ...efter }))
}

/** The municipality's versions with others put in; one of the same number and instant is replaced. */
export function withVersioner(
  versioner: readonly KleKonfiguration[],
  nye: readonly KleKonfiguration[],
): readonly KleKonfiguration[] {
  const erstattes = new Set(nye.map(({ kle, gaelderFra }) => `${kle} ${gaelderFra}`))
  return [...versioner.filter(({ kle, gaelderFra }) => !erstattes.has(`${kle} ${gaelderFra}`)), ...nye]
}

/**
 * The configuration as it would be with the draft: from its day on where it has one, else from `nu` on. Other municipalities' is as it was.
 * So a preview of a draft with a day looks at `ikrafttraeden(udkast, nu)`.
 */
export function applyUdkast(
  opsaetning: Opsaetning,
  udkast: Pick<Udkast, 'kommune' | 'linjer' | 'ikraft'>,
  nu: Tidspunkt,
): Opsaetning {
  const { kommune } = udkast
  const nye = toVersioner(linjevirkninger(opsaetning, udkast, nu), udkast, nu)
  const egen = createOpsaetning(withVersioner(opsaetning.versionerFor(kommune), nye))
  const af = (cvr: string): Opsaetning => (cvr === kommune ? egen : opsaetning)
  return {
    konfigurationFor: (cvr, kle, tid) => af(cvr).konfigurationFor(cvr, kle, tid),
    gaeldendeFor: (cvr, tid) => af(cvr).gaeldendeFor(cvr, tid),
    versionerFor: (cvr) => af(cvr).versionerFor(cvr),
    kommuner: () => [...new Set([...opsaetning.kommuner(), ...egen.kommuner()])],
  }
}

/**
 * What an approval names: the draft's name, reason and day, and for each line what held and what is to hold. Anything that changes one of
 * them, in the draft or in what was in force, changes it.
 */
export function udkasthash({ id, navn, begrundelse, ikraft }: Udkast, linjer: readonly Linjevirkning[]): string {
  const indhold = [id, navn, begrundelse, ikraft ?? null, linjer.map(toLed)]
  return createHash('sha256').update(JSON.stringify(indhold)).digest('hex')
}

const toLed = ({ kle, foer, efter, jurist }: Linjevirkning) => [
  kle,
  toFelter(foer),
  toFelter(efter),
  jurist ? [jurist.navn, jurist.tekst] : null,
]

const toFelter = (indhold: KleIndhold) => [
  indhold.juristAabnet,
  ...FELTER.map((felt) => {
    const vaerdi = indhold[felt]
    return Array.isArray(vaerdi) ? vaerdi.toSorted() : vaerdi
  }),
]

/** The lines of a proposal that stand on something else than when it was proposed. */
export const forskudteLinjer = (foreslaaede: readonly Linjevirkning[], nu: readonly Linjevirkning[]): readonly Linjevirkning[] =>
  nu.filter((linje) => {
    const dengang = foreslaaede.find(({ kle }) => kle === linje.kle)
    return !dengang || JSON.stringify(toFelter(dengang.foer)) !== JSON.stringify(toFelter(linje.foer))
  })
