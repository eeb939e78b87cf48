import { parseUuid, type Uuid } from '#kernel'
import type { FjernelseKilde } from '../../leverance/index.ts'
import { indBrud, type Regelbrud } from '../../regler/index.ts'
import { HOEJST_ANTAL, type Soegeudtryk } from '../../soegning/index.ts'
import type { Besked } from '../faelles/besked.ts'
import { NAVNERUM_URI } from '../faelles/navnerum.ts'
import { HOEJST_REGISTRERINGER, modtagAlle, type UdenNummer } from '../faelles/objektvis.ts'
import { Soegefejl, toSoegebrud } from '../faelles/soegebrud.ts'
import { type Objektsvar, type SoapSvar, writeIndFault, writeMultipleOutput, writeStandardOutput } from '../faelles/svar.ts'
import type { Soapkald } from '../faelles/tjeneste.ts'
import { find, findAlle, type Xml } from '../faelles/xml-trae.ts'
import { DOKUMENT, type Objektkobling, SAG } from './elementfelter.ts'
import { readSoegeudtryk } from './soegeudtryk.ts'

const OUTPUT = { element: 'FjernSagDokumentIndeksOutput', uri: NAVNERUM_URI.sdi } as const

/** One object to remove: named by the sender, or found. What is no UUID is kept as it was written, to be refused. */
type Fjernes = { readonly kobling: Objektkobling; readonly id: string }

/**
 * Answers fjern of SF1470 (AM-03): removes the cases named, or what an expression finds of the source's own, one by one. Only one of the two
 * may be given: whether both together meant more or less could only be guessed. Throws what `modtag` and `soeg` throw.
 */
export async function answerFjern(kald: Soapkald, besked: Besked): Promise<SoapSvar> {
  const { hoved, operation, fejl } = besked
  if (fejl.length > 0) return writeIndFault('IND-001', 400, hoved)
  const fundne = await findFjernes(kald, operation)
  if ('brud' in fundne) return writeStandardOutput(hoved, OUTPUT, [fundne.brud], kald.statuskoder)
  const { objekter } = fundne
  if (objekter.length > HOEJST_REGISTRERINGER) return writeIndFault('IND-015', 413, hoved)
  if (objekter.length === 0) return writeStandardOutput(hoved, OUTPUT, [], kald.statuskoder)
  const valg = {
    efterladSagsloeseDokumenter: isSand(operation, 'sdi:EfterladSagsloeseDokumenter'),
    fjernOgsaaYdelse: isSand(operation, 'sdi:FjernOgsaaYdelse'),
  }
  const kvitteringer = await modtagAlle(
    kald.modtag,
    objekter.map((objekt) => toLinje(objekt, valg)),
  )
  const svar = objekter.map(
    ({ kobling, id }, i): Objektsvar => ({ uuid: id, type: kobling.type, brud: kvitteringer[i]?.brud ?? [] }),
  )
  return writeMultipleOutput(hoved, OUTPUT, svar, kald.statuskoder)
}

type Fund = { readonly objekter: readonly Fjernes[] } | { readonly brud: Regelbrud }

async function findFjernes(kald: Soapkald, operation: Xml): Promise<Fund> {
  const uuider = findAlle(operation, 'sdi:SagUuid')
  const udtryk = find(operation, 'sdi:SoegUdtryk')
  if (uuider.length > 0 === (udtryk !== undefined))
    return { brud: udtryk ? toSoegebrud('SOEGNING_UGYLDIG') : indBrud('IND-017', '') }
  if (!udtryk) return { objekter: [...new Set(uuider.map(readId))].map((id) => ({ kobling: SAG, id })) }
  try {
    const fund = await Promise.all([SAG, DOKUMENT].map((kobling) => soegFjernes(kald, kobling, udtryk)))
    const brud = fund.find((led): led is { brud: Regelbrud } => 'brud' in led)
    return brud ?? { objekter: fund.flatMap((led) => ('objekter' in led ? led.objekter : [])) }
  } catch (fejl) {
    if (fejl instanceof Soegefejl) return { brud: toSoegebrud('SOEGNING_UGYLDIG') }
    throw fejl
  }
}

const readId = (xml: Xml): string => {
  const id = find(xml, 'sd:UUIDIdentifikator')?.tekst ?? find(xml, 'sd:URNIdentifikator')?.tekst ?? ''
  return parseUuid(id) ?? id
}

/** All that fits must fit in one answer: what is removed is never only the first part of what was asked for. */
async function soegFjernes({ soeg, roller }: Soapkald, kobling: Objektkobling, xml: Xml): Promise<Fund> {
  const udtryk = readSoegeudtryk(kobling, xml, roller)
  if (!udtryk) return { objekter: [] }
  if (konstant(udtryk) === true) return { brud: toSoegebrud('SOEGNING_FOR_BRED') }
  const svar = await soeg({ arter: [kobling.art], udtryk, vis: [], antal: HOEJST_ANTAL })
  if (!svar.ok) return { brud: toSoegebrud(svar.afvisning) }
  if ((svar.value.ialt[kobling.art] ?? 0) > svar.value.fund.length) return { brud: toSoegebrud('SOEGNING_FOR_BRED') }
  return { objekter: svar.value.fund.map(({ id }) => ({ kobling, id })) }
}

/**
 * What an expression is worth without looking at any object: one that always holds finds everything, and nobody means to remove everything
 * by leaving a field out.
 */
function konstant(udtryk: Soegeudtryk): boolean | undefined {
  if ('ikke' in udtryk) {
    const inderst = konstant(udtryk.ikke)
    return inderst === undefined ? undefined : !inderst
  }
  if ('og' in udtryk) return fold(udtryk.og.map(konstant), false)
  return 'eller' in udtryk ? fold(udtryk.eller.map(konstant), true) : undefined
}

/** One that is `afgoer` settles it; all that are not settle it the other way. */
const fold = (led: readonly (boolean | undefined)[], afgoer: boolean): boolean | undefined =>
  led.includes(afgoer) ? afgoer : led.every((del) => del === !afgoer) ? !afgoer : undefined

const isSand = (operation: Xml, navn: string): boolean => /^\s*(true|1)\s*$/.test(find(operation, navn)?.tekst ?? '')

function toLinje(
  { kobling: { art }, id }: Fjernes,
  valg: Pick<FjernelseKilde, 'efterladSagsloeseDokumenter' | 'fjernOgsaaYdelse'>,
): UdenNummer {
  const fjern = { art, id, ...(art === 'sag' ? valg : {}) }
  const raa = JSON.stringify(fjern)
  if (!isId(id)) return { raa, brud: [indBrud('IND-001', 'SagUuid')], udkast: { art } }
  return { raa, brud: [], fjern }
}

const isId = (id: string): id is Uuid => parseUuid(id) !== undefined
