import type { IndkommenLinje, Kvittering } from '../../leverance/index.ts'
import { indBrud } from '../../regler/index.ts'
import type { Besked } from './besked.ts'
import { type Brudobjekt, groupByObjekt } from './skemabrud.ts'
import { type SoapSvar, writeIndFault, writeMultipleOutput, writeStandardOutput } from './svar.ts'
import type { Soapkald } from './tjeneste.ts'
import type { Xml } from './xml-trae.ts'

/** Many times what fits in a message when it is valid: one that holds more is made of empty registrations, each with every breach there is. */
export const HOEJST_REGISTRERINGER = 2_500

/** A line before it has its number. */
export type UdenNummer = Linje<IndkommenLinje>
type Linje<T> = T extends IndkommenLinje ? Omit<T, 'linje'> : never

/** An object of a message as it was read, and where it stands. */
export type Laesbart = Brudobjekt & { readonly xml: Xml }

/** An object of a message, the ways to its breaches of the schema, and its text. */
export type Beskedobjekt<T extends Laesbart> = { readonly objekt: T; readonly veje: readonly Xml[][]; readonly raa: string }

export type Output = { readonly element: string; readonly uri: string }

/**
 * Answers a message of objects that are judged one by one: reads them, makes lines of each, hands these to `modtag`, and folds the receipts
 * into one answer an object. Throws what `toLinjer` and `modtag` throw.
 */
export async function answerObjekter<T extends Laesbart>(
  { modtag, statuskoder }: Soapkald,
  besked: Besked,
  output: Output,
  objekter: readonly T[],
  toLinjer: (objekter: readonly Beskedobjekt<T>[]) => Promise<UdenNummer[][]>,
): Promise<SoapSvar> {
  const fejl = groupByObjekt(besked.fejl, besked.rod, besked.operation)
  // After a breach in the message itself the schema sees no more of it, so none of its objects can be trusted.
  if (fejl.has(undefined) || objekter.length !== besked.operation.boern.length) return writeIndFault('IND-001', 400, besked.hoved)
  if (objekter.reduce((sum, { elementer }) => sum + elementer.length, 0) > HOEJST_REGISTRERINGER)
    return writeIndFault('IND-015', 413, besked.hoved)
  if (objekter.length === 0) return writeStandardOutput(besked.hoved, output, [indBrud('IND-017', '')], statuskoder)
  const linjer = await toLinjer(
    objekter.map((objekt, i) => ({
      objekt,
      veje: fejl.get(i) ?? [],
      raa: besked.tekst.slice(objekt.xml.fra, objekt.xml.til),
    })),
  )
  const kvitteringer = await modtagAlle(modtag, linjer.flat())
  return writeMultipleOutput(besked.hoved, output, foldKvitteringer(objekter, linjer, kvitteringer), statuskoder)
}

/** Hands lines to intake, numbered from 1. */
export async function modtagAlle(modtag: Soapkald['modtag'], linjer: readonly UdenNummer[]): Promise<readonly Kvittering[]> {
  const kvitteringer = await modtag(linjer.map((linje, i) => ({ ...linje, linje: i + 1 }) as IndkommenLinje))
  if (kvitteringer.length !== linjer.length) throw new TypeError('Intake answered another number of lines than it was given')
  return kvitteringer
}

function foldKvitteringer(
  objekter: readonly Laesbart[],
  linjer: readonly (readonly UdenNummer[])[],
  kvitteringer: readonly Kvittering[],
) {
  let plads = 0
  return objekter.map(({ elementer, kobling }, i) => {
    const egne = kvitteringer.slice(plads, plads + (linjer[i]?.length ?? 0))
    plads += linjer[i]?.length ?? 0
    const brud = egne.flatMap((kvittering) => (kvittering.udfald === 'afvist' ? kvittering.brud : []))
    const varsler = egne.flatMap((kvittering) => (kvittering.udfald === 'afvist' ? [] : kvittering.brud))
    return { uuid: elementer[0]?.element.id, type: kobling.type, brud, varsler }
  })
}
