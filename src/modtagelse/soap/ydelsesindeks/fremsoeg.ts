import type { ElementKilde } from '../../leverance/index.ts'
import { type Fund, HOEJST_ANTAL, type Soegeafvisning } from '../../soegning/index.ts'
import type { Besked } from '../faelles/besked.ts'
import { YDELSE_URI } from '../faelles/navnerum.ts'
import { Soegefejl, toSoegebrud } from '../faelles/soegebrud.ts'
import { type SoapSvar, writeIndFault, writeOutput, writeStandardOutput, writeStandardRetur } from '../faelles/svar.ts'
import type { Soapkald } from '../faelles/tjeneste.ts'
import type { Xml } from '../faelles/xml-trae.ts'
import { KOBLINGER, type Objektkobling } from './felter.ts'
import { writeAntal, writeBillede, YDELSE_XMLNS } from './skriv.ts'
import { readSoegning, readVis } from './soegning.ts'

const NAVN = 'FremsoegYdelseIndeksOutput'

/**
 * Answers fremsoeg of Ydelsesindeks with what the index holds of the source's own, as it was sent: a snapshot of each object's current
 * registration. Throws what `soeg` throws.
 */
export async function answerFremsoeg(kald: Soapkald, { hoved, operation, fejl }: Besked): Promise<SoapSvar> {
  if (fejl.length > 0) return writeIndFault('IND-001', 400, hoved)
  const svar: Artssvar[] = []
  for (const kobling of KOBLINGER) {
    const fundet = await soegArt(kald, kobling, operation)
    if ('afvisning' in fundet)
      return writeStandardOutput(hoved, { element: NAVN, uri: YDELSE_URI.yi }, [toSoegebrud(fundet.afvisning)], kald.statuskoder)
    svar.push(fundet)
  }
  const indhold = [
    writeStandardRetur([], kald.statuskoder),
    ...svar.map(({ antal }) => antal),
    ...svar.map(({ billeder }) => billeder),
  ].join('')
  return writeOutput(hoved, `<yi:${NAVN} ${YDELSE_XMLNS}>${indhold}</yi:${NAVN}>`)
}

type Artssvar = { readonly antal: string; readonly billeder: string }

const ANTAL = { bevilling: 'bevillinger', oekonomiskEffektuering: 'effektueringer' } as const

async function soegArt(
  kald: Soapkald,
  kobling: Objektkobling,
  operation: Xml,
): Promise<Artssvar | { readonly afvisning: Soegeafvisning }> {
  const soegning = readArt(kobling, operation, kald)
  if (soegning === 'SOEGNING_UGYLDIG') return { afvisning: soegning }
  if (!soegning) return { antal: '', billeder: '' }
  const resultat = await kald.soeg(soegning)
  if (!resultat.ok) return { afvisning: resultat.afvisning }
  const { fund } = resultat.value
  const ialt = resultat.value.ialt[kobling.art] ?? 0
  const side = { foerste: soegning.foerste ?? 0, antal: Math.min(soegning.antal ?? HOEJST_ANTAL, HOEJST_ANTAL) }
  // How many benefits there are is known where every grant found is in the answer.
  const ydelser = kobling.art === 'bevilling' && fund.length === ialt ? writeAntal('ydelser', countYdelser(fund)) : ''
  const vis = readVis(kobling, operation)
  return {
    antal: writeAntal(ANTAL[kobling.art], ialt, side) + ydelser,
    billeder: fund.map((led) => writeBillede(kobling, { ...led, element: onlyVist(led.element, vis) }, kald.roller)).join(''),
  }
}

function readArt(kobling: Objektkobling, operation: Xml, { roller }: Soapkald) {
  try {
    return readSoegning(kobling, operation, roller)
  } catch (fejl) {
    if (fejl instanceof Soegefejl) return 'SOEGNING_UGYLDIG'
    throw fejl
  }
}

const countYdelser = (fund: readonly Fund[]): number =>
  fund.reduce((sum, { element }) => sum + (element.art === 'bevilling' ? (element.bevilgedeYdelser ?? []).length : 0), 0)

type Rolleet = { readonly rolle?: string }

/** The registration's own fields, and of its lists those that are asked for. */
function onlyVist(element: ElementKilde, vis: ReadonlySet<string> | undefined): ElementKilde {
  if (!vis) return element
  const felter = Object.entries(element).flatMap(([felt, vaerdi]): [string, unknown][] => {
    if (!Array.isArray(vaerdi) || vis.has(felt)) return [[felt, vaerdi]]
    const valgte = (vaerdi as readonly Rolleet[]).filter(({ rolle = '' }) => vis.has(`${felt} ${rolle}`))
    return valgte.length > 0 ? [[felt, valgte]] : []
  })
  return Object.fromEntries(felter) as ElementKilde
}
