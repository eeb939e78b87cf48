import type { CvrNummer, Tidspunkt } from '#kernel'
import type { KleKonfiguration } from './fakta.ts'

/** All municipalities' configuration in memory. Versions dated ahead lie ready and come into force by themselves. */
export type Opsaetning = {
  /**
   * The configuration that decides for a KLE emne: of the longest prefix that has a version in force, the newest such version. So a group
   * that is closed within an open hovedgruppe stays closed. Undefined where there is none, which is closed.
   */
  konfigurationFor(kommune: CvrNummer, kle: string | undefined, nu: Tidspunkt): KleKonfiguration | undefined
  /** What is in force at `nu` in the municipality, one for each prefix, open or not. */
  gaeldendeFor(kommune: CvrNummer, nu: Tidspunkt): readonly KleKonfiguration[]
  /** All the municipality's versions: those in force, those dated ahead and those that were in force once. */
  versionerFor(kommune: CvrNummer): readonly KleKonfiguration[]
  /** The municipalities that have any configuration. */
  kommuner(): readonly CvrNummer[]
}

/** Newest version first, by prefix. */
type Versioner = ReadonlyMap<string, readonly KleKonfiguration[]>

export function createOpsaetning(raekker: readonly KleKonfiguration[]): Opsaetning {
  const kommuner: ReadonlyMap<CvrNummer, Versioner> = new Map(
    [...Map.groupBy(raekker, ({ kommune }) => kommune)].map(([kommune, egne]) => [kommune, toVersioner(egne)]),
  )
  // What was found for an instant: a page, and more so a preview, asks of the same few numbers for each thing that it decides.
  let fundne: { readonly nu: Tidspunkt; readonly efterKle: Map<string, KleKonfiguration | undefined> } | undefined
  return {
    konfigurationFor: (kommune, kle, nu) => {
      const versioner = kommuner.get(kommune)
      if (!versioner || kle === undefined) return undefined
      if (fundne?.nu !== nu) fundne = { nu, efterKle: new Map() }
      const { efterKle } = fundne
      const noegle = `${kommune} ${kle}`
      const kendt = efterKle.get(noegle)
      if (kendt !== undefined || efterKle.has(noegle)) return kendt
      const fundet = findFor(versioner, kle, nu)
      efterKle.set(noegle, fundet)
      return fundet
    },
    gaeldendeFor: (kommune, nu) =>
      [...(kommuner.get(kommune)?.values() ?? [])].flatMap((versioner) => inForce(versioner, nu) ?? []),
    versionerFor: (kommune) => [...(kommuner.get(kommune)?.values() ?? [])].flat(),
    kommuner: () => [...kommuner.keys()],
  }
}

function findFor(versioner: Versioner, kle: string, nu: Tidspunkt): KleKonfiguration | undefined {
  for (const praefiks of fromLongest(kle)) {
    const gaeldende = inForce(versioner.get(praefiks), nu)
    if (gaeldende) return gaeldende
  }
  return undefined
}

const toVersioner = (raekker: readonly KleKonfiguration[]): Versioner => {
  const nyesteFoerst = raekker.toSorted((a, b) => (a.gaelderFra < b.gaelderFra ? 1 : -1))
  return Map.groupBy(nyesteFoerst, ({ kle }) => kle)
}

const inForce = (versioner: readonly KleKonfiguration[] | undefined, nu: Tidspunkt): KleKonfiguration | undefined =>
  versioner?.find(({ gaelderFra }) => gaelderFra <= nu)

/** 27.36.04, 27.36, 27. */
function* fromLongest(kle: string): Generator<string> {
  yield kle
  for (let punkt = kle.lastIndexOf('.'); punkt > 0; punkt = kle.lastIndexOf('.', punkt - 1)) yield kle.slice(0, punkt)
}
