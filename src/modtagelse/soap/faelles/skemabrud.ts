import type { ElementKilde } from '../../leverance/index.ts'
import { HOEJST_BRUD, indBrud, type Regelbrud, regelForSti } from '../../regler/index.ts'
import type { Skemafejl } from './validate.ts'
import { createStifoelger, type Xml } from './xml-trae.ts'

/** An object of a message as far as it could be read: where each element of the XML went in the received item. */
export type Brudobjekt = {
  readonly kobling: { readonly type: string }
  readonly elementer: readonly { readonly element: ElementKilde; readonly stier: ReadonlyMap<Xml, string> }[]
}

/**
 * A schema's breaches by the object they stand in, counted from 0, at most HOEJST_BRUD of each; undefined: they concern the message itself.
 * Every breach is looked at, since one passed over could be the only one of its object.
 */
export function groupByObjekt(fejl: readonly Skemafejl[], rod: Xml, input: Xml): Map<number | undefined, Xml[][]> {
  const follow = createStifoelger(rod)
  const nummer = new Map(input.boern.map((xml, i) => [xml, i]))
  const grupper = new Map<number | undefined, Xml[][]>()
  for (const { sti } of fejl) {
    const vej = follow(sti)
    const dybde = vej.indexOf(input)
    const objekt = vej[dybde + 1]
    const noegle = dybde === -1 || objekt === undefined ? undefined : nummer.get(objekt)
    const veje = grupper.get(noegle) ?? []
    if (veje.length < HOEJST_BRUD) veje.push(vej.slice(dybde + 1))
    grupper.set(noegle, veje)
  }
  return grupper
}

/** An element's name as it may be told: one that is no name of the wire could carry anything, a personal number too. */
const toStinavn = (navn: string): string => {
  const lokalt = navn.slice(navn.indexOf(':') + 1)
  return navn.startsWith('?') || /\d{4}/.test(lokalt) || lokalt.length > 40 ? '(ukendt element)' : lokalt
}

type Sted = { readonly element: ElementKilde; readonly sti: string }

/** The innermost element on the way of a breach that was read, and its path in the received item. */
export function findSted(vej: readonly Xml[], { elementer }: Brudobjekt): Sted | undefined {
  for (const [i, xml] of [...vej.entries()].toReversed()) {
    // An element that stands there twice was read once: the other one's rule is its rule.
    const samme = [xml, ...(vej[i - 1]?.boern ?? []).filter(({ navn }) => navn === xml.navn)]
    const laest = elementer.find(({ stier }) => samme.some((kendt) => stier.has(kendt)))
    const sti = samme.map((kendt) => laest?.stier.get(kendt)).find((fundet) => fundet !== undefined)
    if (laest && sti !== undefined) return { element: laest.element, sti }
  }
  return undefined
}

/**
 * What a schema breach is called: the rule of the innermost element on its way that one is known for, IND-007 within a virkning, else
 * IND-001. The path is the received item's where the element was read, else the elements' names.
 */
export function toRegelbrud(vej: readonly Xml[], objekt: Brudobjekt): Regelbrud {
  const sted = findSted(vej, objekt)
  if (sted?.sti.endsWith('.virkning')) return indBrud('IND-007', sted.sti)
  const regel = sted && regelForSti(sted.element, sted.sti)
  if (!regel) return indBrud('IND-001', vej.map(({ navn }) => toStinavn(navn)).join('/') || objekt.kobling.type)
  return {
    regel: regel.nummer,
    sti: sted.sti,
    da: `${regel.navn} følger ikke skemaet; ret elementet.`,
    en: `${regel.navn} does not follow the schema; correct the element.`,
  }
}
