import { parseDato } from '#kernel'
import { startOfDanskDag } from '#platform/clock'
import type { ElementKilde } from '../../leverance/index.ts'
import { type Rollekatalog, standardRoller } from '../../regler/index.ts'
import type { Fund } from '../../soegning/index.ts'
import { NAVNERUM_URI, YDELSE_URI } from '../faelles/navnerum.ts'
import { rolleId, tekst as skrivTekst, tag, typeId, unikId, virkning } from '../faelles/skriv-vaerdier.ts'
import { KOBLINGER, type Kobling, type Objektkobling } from './felter.ts'

type Post = Readonly<Record<string, unknown>>

/** An empty text counts as absent, and the schema wants none where it asks for one character at least. */
const tekst = (navn: string, vaerdi: unknown): string => (vaerdi === '' ? '' : skrivTekst(navn, vaerdi))

/** What REST has as a day is the beginning of that Danish day on this wire, which has times alone. */
function toTid(vaerdi: unknown): unknown {
  const dag = typeof vaerdi === 'string' ? parseDato(vaerdi) : undefined
  return dag ? startOfDanskDag(dag) : vaerdi
}

const findFelt = (post: Post, felt: string): unknown =>
  felt.split('.').reduce<unknown>((her, navn) => (her as Post | undefined)?.[navn], post)

function en(kobling: Kobling, post: Post, roller: Rollekatalog): string {
  const { element } = kobling
  switch (kobling.slags) {
    case 'liste':
      return ((post[kobling.felt] ?? []) as readonly Post[])
        .map((led) => tag(element, alle(kobling.indhold, led, roller)))
        .join('')
    case 'gren': {
      const indhold = alle(kobling.indhold, post, roller)
      return indhold === '' && !kobling.altid ? '' : tag(element, indhold)
    }
    case 'virkning':
      return virkning(element, post)
    case 'rolle':
      return unikId(element, rolleId(kobling.liste, post['rolle'], roller))
    case 'type':
      return unikId(element, typeId(post['type'], roller))
    case 'id':
      return unikId(element, findFelt(post, kobling.felt))
    case 'tid':
      return tekst(element, toTid(findFelt(post, kobling.felt)))
    default:
      return tekst(element, findFelt(post, kobling.felt))
  }
}

const alle = (koblinger: readonly Kobling[], post: Post, roller: Rollekatalog): string =>
  koblinger.map((kobling) => en(kobling, post, roller)).join('')

/** A Registrering in the order of the schema; with `stsTidspunkt`, where the index itself tells when it took it in. Nothing is checked. */
const writeRegistrering = (kobling: Objektkobling, element: Post, roller: Rollekatalog, stsTidspunkt?: string): string =>
  tag(kobling.registrering, alle([...kobling.hoved, ...kobling.indhold], { ...element, stsTidspunkt }, roller))

const koblingFor = ({ art }: ElementKilde): Objektkobling | undefined => KOBLINGER.find((kobling) => kobling.art === art)

/** The namespaces of the messages, as attributes. */
export const YDELSE_XMLNS = Object.entries({ ...YDELSE_URI, sd: NAVNERUM_URI.sd, gd: NAVNERUM_URI.gd, go: NAVNERUM_URI.go })
  .map(([praefiks, uri]) => `xmlns:${praefiks}="${uri}"`)
  .join(' ')

/** A message of `operation` in a SOAP 1.2 envelope, as a fagsystem sends it. */
export const writeBesked = (operation: string, indhold: string, transaktion: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<soap:Envelope xmlns:soap="${NAVNERUM_URI.soap}" xmlns:hd="${NAVNERUM_URI.hd}" ${YDELSE_XMLNS}>${tag(
    'soap:Header',
    tag('hd:RequestHeader', tekst('hd:TransactionUUID', transaktion)),
  )}${tag('soap:Body', tag(operation, indhold))}</soap:Envelope>`

/** An importer message with the grants and payments of `elementer`; other kinds have no place here and are left out. Nothing is checked. */
export function writeImporterYdelse(
  elementer: readonly ElementKilde[],
  transaktion: string,
  roller: Rollekatalog = standardRoller,
): string {
  const objekter = elementer.map((element) => {
    const kobling = koblingFor(element)
    if (!kobling) return ''
    const [ydre, indre] = kobling.importer
    const uden = kobling.art === 'bevilling' ? tekst('bi:UdenNotifikation', element.udenNotifikation) : ''
    return tag(ydre, tag(indre, tekst('sd:UUIDIdentifikator', element.id) + writeRegistrering(kobling, element, roller) + uden))
  })
  return writeBesked('yi:ImporterYdelseIndeksInput', objekter.join(''), transaktion)
}

/** How many there are, and the page that the answer holds of them. */
export const writeAntal = (navn: string, antal: number, side?: { readonly foerste: number; readonly antal: number }): string =>
  tag(
    'yi:Antal',
    tekst('yi:Element', navn) +
      tekst('yi:Antal', antal) +
      (side
        ? tag(
            'yi:Paginering',
            tekst('sd:FoersteResultatReference', side.foerste) + tekst('sd:MaksimalAntalKvantitet', side.antal),
          )
        : ''),
  )

/** One object as the source sent it, with the time when the index took it in. */
export function writeBillede(kobling: Objektkobling, { id, modtaget, element }: Fund, roller: Rollekatalog): string {
  const praefiks = kobling.registrering.slice(0, kobling.registrering.indexOf(':'))
  return tag(
    kobling.billede,
    tag(`${praefiks}:ObjektType`, tekst('sd:UUIDIdentifikator', id)) + writeRegistrering(kobling, element, roller, modtaget),
  )
}
