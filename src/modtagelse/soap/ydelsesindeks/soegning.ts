import type { Rollekatalog } from '../../regler/index.ts'
import type { Soegeudtryk, Soegning, Sortering } from '../../soegning/index.ts'
import { Soegefejl } from '../faelles/soegebrud.ts'
import { readIder, type Side, saml, toSide, UDEN_SIDE } from '../faelles/soegelaes.ts'
import { find, findAlle, type Xml } from '../faelles/xml-trae.ts'
import { KOBLINGER, type Objektkobling } from './felter.ts'
import { readPrototype } from './soegeprototype.ts'

type Spoergsmaal = {
  readonly uuid: string
  readonly sortering: string
  readonly felter: Readonly<Record<string, Sortering['efter']>>
}

const SPOERGSMAAL: Readonly<Record<Objektkobling['art'], Spoergsmaal>> = {
  bevilling: {
    uuid: 'yi:BevillingUuid',
    sortering: 'yi:BevillingSortering',
    felter: {
      FuldtNavn: { liste: 'bevillingsparter', felt: 'fuldtNavn', rolle: 'Ydelsesmodtager' },
      Ydelsesnavn: { liste: 'bevilgedeYdelser', felt: 'ydelse.ydelsesnavn' },
    },
  },
  oekonomiskEffektuering: {
    uuid: 'yi:OekonomiskEffektueringUuid',
    sortering: 'yi:OekonomiskEffektueringSortering',
    felter: { Dispositionsdato: { liste: 'egenskaber', felt: 'dispositionsdato' } },
  },
}

/**
 * FremsoegYdelseIndeksInput as it speaks of one kind; undefined: it does not ask about it. The UUIDs named and the expression both hold,
 * each for its kind; a message with none of them asks for everything. Throws Soegefejl.
 */
export function readSoegning(kobling: Objektkobling, input: Xml, roller: Rollekatalog): Soegning | undefined {
  const xml = find(input, 'yi:SoegUdtryk')
  const { uuid, sortering, felter } = SPOERGSMAAL[kobling.art]
  const ider = readIder(findAlle(input, uuid))
  const udtryk = xml && readUdtryk(kobling, xml, roller)
  const spoergerOmAlt = !KOBLINGER.some(({ art }) => find(input, SPOERGSMAAL[art].uuid)) && !(xml && hasPrototype(xml))
  if (!ider && !udtryk && !spoergerOmAlt) return undefined
  const ordnede = readSortering(felter, findAlle(find(input, 'yi:Sortering'), sortering))
  return { arter: [kobling.art], ider, udtryk, sortering: ordnede, ...readSide(kobling, xml) }
}

const isUdtryk = ({ navn }: Xml): boolean => navn === 'yi:NOT' || navn === 'yi:SoegUdtryk'

const hasPrototype = (xml: Xml): boolean =>
  xml.boern.some((barn) => KOBLINGER.some(({ soeg }) => soeg === barn.navn) || (isUdtryk(barn) && hasPrototype(barn)))

/** The expression without its parts about the other kind: a grant is never a payment, so both together would find nothing. */
function readUdtryk(kobling: Objektkobling, xml: Xml, roller: Rollekatalog): Soegeudtryk | undefined {
  const dele = xml.boern.flatMap((barn): Soegeudtryk[] => {
    if (barn.navn === kobling.soeg) return [saml('og', readPrototype(kobling, barn, roller))]
    const inderst = isUdtryk(barn) ? readUdtryk(kobling, barn, roller) : undefined
    if (!inderst) return []
    return [barn.navn === 'yi:NOT' ? { ikke: inderst } : inderst]
  })
  if (dele.length === 0) return undefined
  return saml(find(xml, 'yi:operation')?.tekst === 'OR' ? 'eller' : 'og', dele)
}

/** The page that the first search by example of the kind asks for. Throws Soegefejl for a number below zero. */
function readSide(kobling: Objektkobling, xml: Xml | undefined): Side {
  for (const barn of xml?.boern ?? []) {
    const side = barn.navn === kobling.soeg ? toSide(barn) : isUdtryk(barn) ? readSide(kobling, barn) : UDEN_SIDE
    if (side.foerste !== undefined || side.antal !== undefined) return side
  }
  return UDEN_SIDE
}

/** More than there are things to order by; what would come after orders nothing. */
const HOEJST_SORTERINGER = 20

/** By Sekvens, lowest first; those of the same Sekvens in the order given. */
function readSortering(felter: Spoergsmaal['felter'], xml: readonly Xml[]): Sortering[] | undefined {
  if (xml.length > HOEJST_SORTERINGER) throw new Soegefejl()
  const sekvens = (led: Xml) => Number(find(led, 'yi:Sekvens')?.tekst ?? 0)
  const fundne = xml
    .toSorted((a, b) => sekvens(a) - sekvens(b))
    .flatMap((led): Sortering[] => {
      const efter = felter[find(led, 'yi:Element')?.tekst ?? '']
      return efter ? [{ efter, retning: find(led, 'yi:Retning')?.tekst === 'Faldende' ? 'faldende' : 'stigende' }] : []
    })
  return fundne.length > 0 ? fundne : undefined
}

type Lister = Readonly<Record<string, readonly string[]>>

const VIS: Readonly<Record<Objektkobling['art'], { readonly vis: string; readonly inkluder: string; readonly lister: Lister }>> =
  {
    bevilling: {
      vis: 'yi:BevillingVis',
      inkluder: 'yi:BevillingInkluder',
      lister: {
        egenskaber: ['egenskaber'],
        egenskaberlokaludvidelse: ['status', 'itSystemer'],
        bevilgetydelse: ['bevilgedeYdelser'],
        sag: ['bevillingssager'],
        part: ['bevillingsparter'],
        'aktoer-ejer': ['bevillingsaktoerer Ejer'],
        'aktoer-ansvarlig': ['bevillingsaktoerer Ansvarlig'],
        sikkerhedsprofil: ['sikkerhedsprofiler'],
      },
    },
    oekonomiskEffektuering: {
      vis: 'yi:OekonomiskEffektueringVis',
      inkluder: 'yi:OekonomiskEffektueringInkluder',
      lister: {
        egenskaber: ['egenskaber'],
        aktoer: ['aktoerer', 'parter'],
        oekonomiskeydelseeffektueringer: ['oekonomiskYdelseEffektueringer'],
        itsystem: ['itSystemer'],
      },
    },
  }

/**
 * Which lists of a kind are answered with, `<liste>` or `<liste> <rolle>`; undefined: all. What Inkluder names comes along with what Vis names.
 * The owner and the unit in charge are one list, told apart by rolle.
 */
export function readVis({ art }: Objektkobling, input: Xml): ReadonlySet<string> | undefined {
  const filter = find(input, 'yi:Filter')
  const { vis, inkluder, lister } = VIS[art]
  const valgte = findAlle(filter, vis).map((xml) => find(xml, 'yi:Vis')?.tekst ?? '')
  if (valgte.length === 0) return undefined
  const alle = [...valgte, ...findAlle(filter, inkluder).map(({ tekst }) => tekst)]
  return new Set(alle.flatMap((navn) => lister[navn] ?? []))
}
