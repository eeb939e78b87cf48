import { parseUuid, type Uuid } from '#kernel'
import type { BevillingKilde } from '../../element/ydelse.kilde.ts'
import type { ElementKilde } from '../../leverance/index.ts'
import { HOEJST_ANTAL } from '../../soegning/index.ts'
import type { Besked } from '../faelles/besked.ts'
import { YDELSE_URI } from '../faelles/navnerum.ts'
import { answerObjekter, type Beskedobjekt, type UdenNummer } from '../faelles/objektvis.ts'
import type { SoapSvar } from '../faelles/svar.ts'
import type { Soapkald } from '../faelles/tjeneste.ts'
import { toSkemabrud } from './importer.ts'
import { type LaestObjekt, readAendringer } from './laes.ts'

const OUTPUT = { element: 'OpdaterYdelseIndeksOutput', uri: YDELSE_URI.yi } as const

/**
 * Answers opdater of Ydelsesindeks: each object is a change at its own Tidspunkt, put together with what the index holds and judged as a
 * whole by the rules of importer. Throws what `modtag` and `soeg` throw.
 */
export const answerOpdater = (kald: Soapkald, besked: Besked): Promise<SoapSvar> =>
  answerObjekter(kald, besked, OUTPUT, readAendringer(besked.operation, kald.roller), async (objekter) => {
    const kendte = await findKendteYdelser(kald, objekter)
    return objekter.map((objekt) => [toLinje(objekt, kendte)])
  })

function toLinje({ objekt, veje, raa }: Beskedobjekt<LaestObjekt>, kendte: Kendte): UdenNummer {
  const [laest] = objekt.elementer
  if (!laest) throw new TypeError('A change is one registration')
  const [foerste, ...resten] = toSkemabrud(veje, objekt, [])
  if (foerste) return { raa, brud: [foerste, ...resten], operation: 'opdater', udkast: laest.element }
  return { raa, brud: [], opdater: fillNyeYdelser(laest.element, kendte) }
}

type Kendte = ReadonlyMap<Uuid, ReadonlySet<string>>

/**
 * A benefit that the grant did not have is Økonomisk where the change does not say otherwise, as at import; one that it had stays what it
 * was. Which systems an object belongs to is said once, at import.
 */
function fillNyeYdelser(element: ElementKilde, kendte: Kendte): ElementKilde {
  const { itSystemer: _, ...uden } = element
  if (uden.art !== 'bevilling') return uden
  const ider = kendte.get(parseUuid(element.id ?? '') as Uuid)
  if (!uden.bevilgedeYdelser) return uden
  const bevilgedeYdelser = uden.bevilgedeYdelser.map((ydelse) =>
    ider?.has(ydelse.id ?? '') ? ydelse : { ydelsestype: 'Økonomisk', ...ydelse },
  )
  return { ...uden, bevilgedeYdelser }
}

/** The ids of the benefits that the changed grants have. A grant that is not the source's has none: its change is refused whatever it says. */
async function findKendteYdelser({ soeg }: Soapkald, objekter: readonly Beskedobjekt<LaestObjekt>[]): Promise<Kendte> {
  const ider = objekter.flatMap(({ objekt }) =>
    objekt.elementer.flatMap(({ element }) =>
      element.art === 'bevilling' && element.bevilgedeYdelser ? (parseUuid(element.id ?? '') ?? []) : [],
    ),
  )
  const unikke = [...new Set(ider)]
  const kendte = new Map<Uuid, ReadonlySet<string>>()
  for (let fra = 0; fra < unikke.length; fra += HOEJST_ANTAL) {
    const svar = await soeg({ arter: ['bevilling'], ider: unikke.slice(fra, fra + HOEJST_ANTAL), vis: ['bevilgedeYdelser'] })
    if (!svar.ok) throw new TypeError(`A search by ids alone was refused: ${svar.afvisning}`)
    for (const { id, element } of svar.value.fund)
      kendte.set(id, new Set(((element as BevillingKilde).bevilgedeYdelser ?? []).flatMap((ydelse) => ydelse.id ?? [])))
  }
  return kendte
}
