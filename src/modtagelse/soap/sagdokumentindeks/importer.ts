import type { IndkommenLinje, Kvittering } from '../../leverance/typer.ts'
import { checkElement, indBrud, type Regelbrud, type Rollekatalog } from '../../regler/index.ts'
import type { Besked } from '../faelles/konvolut.ts'
import { NAVNERUM_URI } from '../faelles/navnerum.ts'
import { type SoapSvar, writeIndFault, writeMultipleOutput, writeStandardOutput } from '../faelles/svar.ts'
import type { Soapkald } from '../faelles/tjeneste.ts'
import type { Xml } from '../faelles/xml-trae.ts'
import { type LaestElement, type LaestObjekt, readObjekter } from './parse.ts'
import { splitNotater } from './parse-notat.ts'
import { groupByObjekt, toRegelbrud } from './skemabrud.ts'

/** Many times what fits in a message when it is valid: one that holds more is made of empty registrations, each with every breach there is. */
const HOEJST_REGISTRERINGER = 2_500

/** A line before it has its number. */
type UdenNummer = Linje<IndkommenLinje>
type Linje<T> = T extends IndkommenLinje ? Omit<T, 'linje'> : never

const OUTPUT = { element: 'ImporterSagDokumentIndeksOutput', uri: NAVNERUM_URI.sdi } as const

/**
 * Answers importer of SF1470: applies the rules, hands the registrations to `modtag`, and writes the answer. Objects that break rules are
 * refused one by one, and the others are taken in. A note's outcome is told in its case's. Throws what `modtag` throws.
 */
export async function answerImporter({ modtag, roller, statuskoder }: Soapkald, besked: Besked): Promise<SoapSvar> {
  const fejl = groupByObjekt(besked.fejl, besked.rod, besked.operation)
  const objekter = readObjekter(besked.operation, roller)
  // After a breach in the message itself the schema sees no more of it, so none of its objects can be trusted.
  if (fejl.has(undefined) || objekter.length !== besked.operation.boern.length) return writeIndFault('IND-001', 400, besked.hoved)
  if (objekter.reduce((sum, { elementer }) => sum + elementer.length, 0) > HOEJST_REGISTRERINGER)
    return writeIndFault('IND-015', 413, besked.hoved)
  if (objekter.length === 0) return writeStandardOutput(besked.hoved, OUTPUT, [indBrud('IND-017', '')], statuskoder)
  const linjer = objekter.map((objekt, i) => toLinjer(objekt, fejl.get(i) ?? [], besked.tekst, roller))
  const nummererede = linjer.flat().map((linje, i) => ({ ...linje, linje: i + 1 }) as IndkommenLinje)
  const kvitteringer = await modtag(nummererede)
  if (kvitteringer.length !== nummererede.length) throw new TypeError('Intake answered another number of lines than it was given')
  return writeMultipleOutput(besked.hoved, OUTPUT, foldKvitteringer(objekter, linjer, kvitteringer), statuskoder)
}

/** The lines of one object: a line for each registration, and one for each note that came inside it. */
function toLinjer(objekt: LaestObjekt, veje: readonly Xml[][], tekst: string, roller: Rollekatalog): UdenNummer[] {
  const brudt = veje.map((vej) => ({ vej, brud: toRegelbrud(vej, objekt) }))
  return objekt.elementer.flatMap((laest) => {
    const egne = brudt.filter(({ vej }) => concerns(vej, laest, objekt)).map(({ brud }) => brud)
    return toRegistreringslinjer(laest, egne, tekst.slice(objekt.xml.fra, objekt.xml.til), roller)
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
  if (foerste) return afvis([foerste, ...resten])
  if (element.art !== 'sag') return [{ raa, brud: [], element }]
  const { sag, notater } = splitNotater(element)
  // A note that breaks a rule refuses its case: else the case would be answered as refused and yet be kept.
  const [brud, ...flere] = notater.flatMap((notat, i) => checkElement(notat, roller).map((fundet) => toCase(fundet, i)))
  if (brud) return afvis([brud, ...flere])
  return [
    { raa, brud: [], element: sag },
    ...notater.map((notat): UdenNummer => ({ raa: JSON.stringify(notat), brud: [], element: notat })),
  ]
}

const toCase = (brud: Regelbrud, nummer: number): Regelbrud => ({ ...brud, sti: `journalnotat nr. ${nummer + 1}: ${brud.sti}` })

function foldKvitteringer(
  objekter: readonly LaestObjekt[],
  linjer: readonly (readonly UdenNummer[])[],
  kvitteringer: readonly Kvittering[],
) {
  let plads = 0
  return objekter.map(({ elementer, kobling }, i) => {
    const egne = kvitteringer.slice(plads, plads + (linjer[i]?.length ?? 0))
    plads += linjer[i]?.length ?? 0
    const brud = egne.flatMap((kvittering) => (kvittering.udfald === 'afvist' ? kvittering.brud : []))
    return { uuid: elementer[0]?.element.id, type: kobling.type, brud }
  })
}
