import { checkElement, isKunVarslet, type Regelbrud, type Rollekatalog, VARSLEDE } from '../../regler/index.ts'
import type { Besked } from '../faelles/besked.ts'
import { NAVNERUM_URI } from '../faelles/navnerum.ts'
import { answerObjekter, type Beskedobjekt, type UdenNummer } from '../faelles/objektvis.ts'
import { toRegelbrud } from '../faelles/skemabrud.ts'
import type { SoapSvar } from '../faelles/svar.ts'
import type { Soapkald } from '../faelles/tjeneste.ts'
import type { Xml } from '../faelles/xml-trae.ts'
import { type LaestElement, type LaestObjekt, readObjekter } from './parse.ts'
import { splitNotater } from './parse-notat.ts'

const OUTPUT = { element: 'ImporterSagDokumentIndeksOutput', uri: NAVNERUM_URI.sdi } as const

/**
 * Answers importer of SF1470: applies the rules, hands the registrations to `modtag`, and writes the answer. Objects that break rules are
 * refused one by one, and the others are taken in. A note's outcome is told in its case's. Throws what `modtag` throws.
 */
export const answerImporter = (kald: Soapkald, besked: Besked): Promise<SoapSvar> =>
  answerObjekter(kald, besked, OUTPUT, readObjekter(besked.operation, kald.roller), async (objekter) =>
    objekter.map((objekt) => toLinjer(objekt, kald.roller)),
  )

/** The lines of one object: a line for each registration, and one for each note that came inside it. */
function toLinjer({ objekt, veje, raa }: Beskedobjekt<LaestObjekt>, roller: Rollekatalog): UdenNummer[] {
  const brudt = veje.map((vej) => ({ vej, brud: toRegelbrud(vej, objekt) }))
  return objekt.elementer.flatMap((laest) => {
    const egne = brudt.filter(({ vej }) => concerns(vej, laest, objekt)).map(({ brud }) => brud)
    return toRegistreringslinjer(laest, egne, raa, roller)
  })
}

/** A breach within another registration of the object is that one's alone. */
const concerns = (vej: readonly Xml[], { registrering }: LaestElement, { elementer }: LaestObjekt): boolean =>
  (registrering !== undefined && vej.includes(registrering)) ||
  !elementer.some((anden) => anden.registrering !== undefined && vej.includes(anden.registrering))

function toRegistreringslinjer(
  { element }: LaestElement,
  skemabrud: readonly Regelbrud[],
  raa: string,
  roller: Rollekatalog,
): UdenNummer[] {
  const egne = checkElement(element, roller)
  const kendte = new Set(egne.map(({ regel }) => regel))
  const [foerste, ...resten] = [...egne, ...skemabrud.filter(({ regel }) => !kendte.has(regel))]
  const afvis = (brud: readonly [Regelbrud, ...Regelbrud[]]): UdenNummer[] => [{ raa, brud, udkast: element }]
  if (foerste && !isKunVarslet([foerste, ...resten], VARSLEDE)) return afvis([foerste, ...resten])
  if (element.art !== 'sag') return [{ raa, brud: [], element, ...kontrolleret(foerste) }]
  const { sag, notater } = splitNotater(element)
  const [brud, ...flere] = checkNotater(notater, roller)
  if (brud && !isKunVarslet([brud, ...flere], VARSLEDE)) return afvis([brud, ...flere])
  return [
    { raa, brud: [], element: sag, ...kontrolleret(foerste) },
    ...notater.map((notat): UdenNummer => ({ raa: JSON.stringify(notat), brud: [], element: notat, ...kontrolleret(brud) })),
  ]
}

/** What breaks rules with a day of their own is decided where the day is known, so there the rules are applied once more. */
const kontrolleret = (brud: Regelbrud | undefined): { readonly kontrolleret?: true } => (brud ? {} : { kontrolleret: true })

/** A note that breaks a rule refuses its case: else the case would be answered as refused and yet be kept. */
export const checkNotater = (notater: ReturnType<typeof splitNotater>['notater'], roller: Rollekatalog): Regelbrud[] =>
  notater.flatMap((notat, i) => checkElement(notat, roller).map((fundet) => toCase(fundet, i)))

const toCase = (brud: Regelbrud, nummer: number): Regelbrud => ({ ...brud, sti: `journalnotat nr. ${nummer + 1}: ${brud.sti}` })
