import { checkElement, isKunVarslet, type Regelbrud, VARSLEDE } from '../../regler/index.ts'
import type { Besked } from '../faelles/besked.ts'
import { YDELSE_URI } from '../faelles/navnerum.ts'
import { answerObjekter, type Beskedobjekt, type UdenNummer } from '../faelles/objektvis.ts'
import { findSted, toRegelbrud } from '../faelles/skemabrud.ts'
import type { SoapSvar } from '../faelles/svar.ts'
import type { Soapkald } from '../faelles/tjeneste.ts'
import type { Xml } from '../faelles/xml-trae.ts'
import { type LaestElement, type LaestObjekt, readObjekter } from './laes.ts'
import { fillYdelse, isYdelsesart } from './udfyld.ts'

const OUTPUT = { element: 'ImporterYdelseIndeksOutput', uri: YDELSE_URI.yi } as const

/**
 * Answers importer of Ydelsesindeks: applies the rules, hands the registrations to `modtag`, and writes the answer. Objects that break rules
 * are refused one by one, and the others are taken in. Throws what `modtag` throws.
 */
export const answerImporter = (kald: Soapkald, besked: Besked): Promise<SoapSvar> =>
  answerObjekter(kald, besked, OUTPUT, readObjekter(besked.operation, kald.roller), async (objekter) =>
    objekter.map((objekt) => objekt.objekt.elementer.map((laest) => toLinje(objekt, laest, kald))),
  )

function toLinje(
  { objekt, veje, raa }: Beskedobjekt<LaestObjekt>,
  { element: laest, registrering }: LaestElement,
  { afsender, roller }: Soapkald,
): UdenNummer {
  const element = isYdelsesart(laest) ? fillYdelse(laest, afsender, roller) : laest
  const egne = checkElement(element, roller)
  const vores = veje.filter((vej) => concerns(vej, registrering, objekt))
  const [foerste, ...resten] = [...egne, ...toSkemabrud(vores, objekt, egne)]
  if (!foerste) return { raa, brud: [], element, kontrolleret: true }
  // What breaks rules with a day of their own alone is decided where the day is known.
  if (isKunVarslet([foerste, ...resten], VARSLEDE)) return { raa, brud: [], element }
  return { raa, brud: [foerste, ...resten], udkast: element }
}

/** A breach within another registration of the object is that one's alone. */
const concerns = (vej: readonly Xml[], registrering: Xml | undefined, { elementer }: LaestObjekt): boolean =>
  (registrering !== undefined && vej.includes(registrering)) ||
  !elementer.some((anden) => anden.registrering !== undefined && vej.includes(anden.registrering))

/** What the schema alone finds: a breach of it at a place that a rule has spoken of already, in it or around it, is the same thing said twice. */
export function toSkemabrud(veje: readonly (readonly Xml[])[], objekt: LaestObjekt, kendte: readonly Regelbrud[]): Regelbrud[] {
  const fundne = veje.flatMap((vej) => {
    const sti = findSted(vej, objekt)?.sti ?? ''
    return kendte.some((brud) => isSammeSted(brud.sti, sti)) ? [] : [toRegelbrud(vej, objekt)]
  })
  const sete = new Set(kendte.map(({ regel }) => regel))
  return fundne.filter(({ regel }) => !sete.has(regel) && sete.add(regel))
}

/** The same place, one within the other, or two of one group: where a first element is missing, the schema names the next. */
function isSammeSted(a: string, b: string): boolean {
  if (a === b || isInden(a, b) || isInden(b, a)) return true
  const gruppe = /^(.*[^\]])\.[^.]*$/.exec(a)?.[1]
  return gruppe !== undefined && b.startsWith(`${gruppe}.`)
}

/** The empty path is the object itself, whose own fields have neither a point nor a number. */
const isInden = (ydre: string, indre: string): boolean =>
  ydre === '' ? /^\w+$/.test(indre) : indre.startsWith(`${ydre}.`) || indre.startsWith(`${ydre}[`)
