import { HOEJST_BRUD, indBrud, type Regelbrud, regelForSti } from '../../regler/index.ts'
import type { Skemafejl } from '../faelles/validate.ts'
import { createStifoelger, type Xml } from '../faelles/xml-trae.ts'
import type { LaestObjekt } from './parse.ts'

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

/**
 * What a schema breach is called: the rule of the innermost element on its way that one is known for, IND-007 within a virkning, else
 * IND-001. The path is the received item's where the element was read, else the elements' names.
 */
export function toRegelbrud(vej: readonly Xml[], { elementer, kobling }: LaestObjekt): Regelbrud {
  const udefra = vej.map(({ navn }) => toStinavn(navn)).join('/')
  for (const [i, xml] of [...vej.entries()].toReversed()) {
    // An element that stands there twice was read once: the other one's rule is its rule.
    const samme = [xml, ...(vej[i - 1]?.boern ?? []).filter(({ navn }) => navn === xml.navn)]
    const laest = elementer.find(({ stier }) => samme.some((kendt) => stier.has(kendt)))
    const sti = samme.map((kendt) => laest?.stier.get(kendt)).find((fundet) => fundet !== undefined)
    if (!laest || sti === undefined) continue
    if (sti.endsWith('.virkning')) return indBrud('IND-007', sti)
    const regel = regelForSti(laest.element, sti)
    if (!regel) break
    return {
      regel: regel.nummer,
      sti,
      da: `${regel.navn} følger ikke skemaet; ret elementet.`,
      en: `${regel.navn} does not follow the schema; correct the element.`,
    }
  }
  return { ...indBrud('IND-001', udefra || kobling.type) }
}
