import { hash } from 'node:crypto'
import type { NyRegistrering } from '#indeks'
import type { Tidspunkt, Uuid } from '#kernel'
import { open, seal } from '#platform/crypto'
import type { ElementKilde } from '../element/element.kilde.ts'
import { laesElement } from '../laesning/index.ts'
import { toKanonisk } from './kanonisk.ts'
import { type Leverance, type Modtagelsesdeps, stedOf } from './typer.ts'

/** What a sealed content is bound to: it opens only as the registration it was sealed for. */
const indholdsAad = (objekt: Uuid, tidspunkt: Tidspunkt): string => `registrering ${objekt} ${tidspunkt}`

/** A registration of an element whose parties are named by part already, as it is kept. */
export function toRegistrering(
  { noegler, roller }: Modtagelsesdeps,
  leverance: Leverance,
  {
    linje,
    element,
    id,
    tidspunkt,
    master,
  }: { linje: number; element: ElementKilde; id: Uuid; tidspunkt: Tidspunkt; master: Uuid },
): NyRegistrering {
  const indhold = toKanonisk(element)
  return {
    objekt: laesElement(element, roller),
    tidspunkt,
    kilde: leverance.kilde.id,
    master,
    leverance: stedOf(leverance, linje).leverance,
    hash: hash('sha256', indhold),
    indhold: seal(noegler.indhold, indhold, indholdsAad(id, tidspunkt)),
  }
}

/** Without what is said of this delivery alone: the same sent again to be told of to nobody is the same, not other content. */
export function withoutLeveringsvalg(element: ElementKilde): ElementKilde {
  if (!('udenNotifikation' in element)) return element
  const { udenNotifikation: _, ...resten } = element
  return resten as ElementKilde
}

/** The element in a kept registration. Throws Forseglingsfejl where it was not sealed as this registration with our keys. */
export const openElement = (
  { noegler }: Pick<Modtagelsesdeps, 'noegler'>,
  objekt: Uuid,
  tidspunkt: Tidspunkt,
  indhold: Uint8Array,
): ElementKilde => JSON.parse(open(noegler.indhold, indhold, indholdsAad(objekt, tidspunkt)).toString('utf8')) as ElementKilde
