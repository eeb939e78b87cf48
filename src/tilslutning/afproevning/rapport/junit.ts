import junit, { type Builder, type TestSuite } from 'junit-report-builder'
import type { Fund } from '../bedoem.ts'
import type { Rapport, Rapportsag } from './rapport.ts'

// The package is CommonJS, and its types speak of a default export within the default export.
const builder = junit as unknown as Builder

/** The report as JUnit XML, for the vendor's own build server: a test case a case of ours. */
export function skrivJunit({ koersel, sager }: Rapport): string {
  const alle = builder.newBuilder()
  const suite = alle
    .testSuite()
    .name(`Borgerblikket afprøvning ${koersel.proeveversion} (${koersel.maade})`)
    .timestamp(new Date(koersel.startet))
  for (const [navn, vaerdi] of identitet(koersel)) suite.property(navn, vaerdi)
  for (const sag of sager) addSag(suite, sag)
  return alle.build()
}

const identitet = (koersel: Rapport['koersel']): readonly (readonly [string, string])[] => [
  ['koersel', koersel.id],
  ['system', `${koersel.system.navn} ${koersel.system.version} (${koersel.system.id})`],
  ['kommune', koersel.kommune],
  ['endepunkt', koersel.endepunkt],
  ['sluttet', koersel.sluttet],
]

const linje = ({ regel, hvad, trin, linje: nr }: Fund): string =>
  `${regel}${trin === undefined ? '' : ` (trin ${trin}${nr === undefined ? '' : `, linje ${nr}`})`}: ${hvad.da}`

function addSag(suite: TestSuite, { navn, om, udfald, fund }: Rapportsag): void {
  const [mappe = navn, del] = navn.split('/')
  const test = suite
    .testCase()
    .className(mappe)
    .name(del ?? om.da)
  const daarlige = fund
    .filter((et) => et.udfald !== 'bestaaet')
    .map(linje)
    .join('\n')
  if (udfald === 'fejlet') test.failure(daarlige, 'afprøvning')
  else if (udfald === 'ikkeProevet') test.skipped()
  else if (udfald === 'advaret') test.standardOutput(daarlige)
}
