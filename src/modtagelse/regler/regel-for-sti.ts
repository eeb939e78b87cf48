import type { ElementKilde } from '../element/element.kilde.ts'
import { KATALOGER } from './katalog.ts'
import type { NummereretFelt } from './katalog.typer.ts'
import { type Rollekatalog, standardRoller } from './roller.ts'

/** A list, its post's number, perhaps a list within that post, and the field. */
const STI = /^(?:([A-Za-z]+)\[(\d+)\]\.(?:([A-Za-z]+)\[\d+\]\.)?)?([A-Za-z.]+)$/

/** The rule of the field at `sti` of the item, as `sagsparter[0].referenceId`; undefined where the catalogue has none, or the relation's rolle is unknown. */
export function regelForSti(
  element: ElementKilde,
  sti: string,
  roller: Rollekatalog = standardRoller,
): NummereretFelt | undefined {
  const [, ydre, nummer = '0', indre, felt = ''] = STI.exec(sti) ?? []
  const liste = indre === undefined ? ydre : `${ydre}.${indre}`
  const { saet, relationer } = KATALOGER[element.art]
  const findFelt = (felter: readonly NummereretFelt[] | undefined) => felter?.find((kendt) => kendt.felt?.join('.') === felt)
  const ens = findFelt(saet.find((kendt) => kendt.liste === liste)?.felter)
  if (ens || liste === undefined) return ens
  const poster = (element as Readonly<Record<string, unknown>>)[liste] as readonly { rolle?: string }[] | undefined
  const rolle = roller.rolleNavn(liste, poster?.[Number(nummer)]?.rolle ?? '')
  return findFelt(relationer.find((kendt) => kendt.liste === liste && kendt.rolle === rolle)?.felter)
}
