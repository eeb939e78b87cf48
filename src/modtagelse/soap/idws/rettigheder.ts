import {
  type Afvist,
  afvist,
  type CvrNummer,
  type KlePraefiks,
  type Ok,
  ok,
  parseCvrNummer,
  parseKlePraefiks,
  parseUuid,
} from '#kernel'
import type { Afgraensning, Kilde } from '#kilde'
import { NS } from './navne.ts'
import type { Samltoken } from './samltoken.ts'
import { attribut, boernOf, type Element, laesTrae, tekstOf } from './trae.ts'

/** OIO Basic Privilege Profile in a SAML attribute: KOMBIT's name, and OIOSAML 3's. */
const PRIVILEGIER = [
  'dk:gov:saml:attribute:Privileges_intermediate',
  'https://data.gov.dk/model/core/eid/privilegesIntermediate',
] as const
/** The authority in whose context the token is issued. */
const MYNDIGHED = 'dk:gov:saml:attribute:CvrNumberIdentifier'
const SCOPE = /^urn:dk:gov:saml:cvrNumberIdentifier:(\d{8})$/
const KLE = 'http://sts.kombit.dk/constraints/KLE/1'
const ITSYSTEM = 'http://sts.kombit.dk/constraints/itsystem/1'

const HOEJST_TEGN = 200_000
const HOEJST_GRUPPER = 200

type Svar<T> = Ok<T> | Afvist<'RETTIGHED_MANGLER'>

/**
 * What the token leaves of the source's rights; undefined where it says nothing of rights, and then the registered ones alone hold. A group
 * counts only where all of it is understood: a limit that is not known cannot be kept, so its group gives nothing.
 */
export function readRettigheder(
  { attributter }: Pick<Samltoken, 'attributter'>,
  kilde: Pick<Kilde, 'id'>,
  privilegium: string | undefined,
): Svar<readonly Afgraensning[] | undefined> {
  const myndigheder = attributter.get(MYNDIGHED)
  const [myndighed, ...andre] = myndigheder ?? []
  const cvr = myndighed === undefined ? undefined : parseCvrNummer(myndighed)
  if (myndigheder && (!cvr || andre.length > 0)) return afvist('RETTIGHED_MANGLER')
  const privilegier = PRIVILEGIER.flatMap((navn) => attributter.get(navn) ?? [])
  if (privilegier.length === 0) {
    if (privilegium !== undefined) return afvist('RETTIGHED_MANGLER')
    return ok(cvr ? [{ kommuner: [cvr], kle: [] }] : undefined)
  }
  const grupper = privilegier.length === 1 ? readGrupper(privilegier[0] ?? '') : undefined
  if (!grupper || grupper.length > HOEJST_GRUPPER) return afvist('RETTIGHED_MANGLER')
  const gaeldende = grupper.flatMap((gruppe) => readGruppe(gruppe, kilde, privilegium) ?? [])
  const egne = cvr ? gaeldende.filter(({ kommuner }) => kommuner.includes(cvr)) : gaeldende
  return egne.length > 0 ? ok(egne) : afvist('RETTIGHED_MANGLER')
}

function readGrupper(base64: string): readonly Element[] | undefined {
  if (base64.length > HOEJST_TEGN) return undefined
  const laest = laesTrae(Buffer.from(base64, 'base64'), new Set(), '')
  if (typeof laest === 'string' || laest.rod.lokal !== 'PrivilegeList') return undefined
  return boernOf(laest.rod).filter(({ lokal }) => lokal === 'PrivilegeGroup')
}

function readGruppe(gruppe: Element, { id }: Pick<Kilde, 'id'>, privilegium: string | undefined): Afgraensning | undefined {
  const cvr = parseCvrNummer(SCOPE.exec(attribut(gruppe, 'Scope') ?? '')?.[1] ?? '')
  const dele = boernOf(gruppe)
  const privilegier = dele.filter(({ lokal }) => lokal === 'Privilege').map(tekstOf)
  const constraints = dele.filter(({ lokal }) => lokal === 'Constraint')
  if (!cvr || privilegier.length + constraints.length !== dele.length || privilegier.length === 0) return undefined
  if (privilegium !== undefined && !privilegier.includes(privilegium)) return undefined
  let kle: readonly KlePraefiks[] = []
  for (const constraint of constraints) {
    const vaerdier = (tekstOf(constraint) ?? '').split(',').map((vaerdi) => vaerdi.trim())
    const navn = attribut(constraint, 'Name')
    if (navn === ITSYSTEM && vaerdier.some((vaerdi) => parseUuid(vaerdi) === id)) continue
    const laest = navn === KLE && kle.length === 0 ? readKle(vaerdier) : undefined
    if (!laest) return undefined
    kle = laest
  }
  return { kommuner: [cvr satisfies CvrNummer], kle }
}

/** `27.*`, `27.36.*` or a whole number. `*` would be no limit at all, and is written by leaving the constraint out. */
function readKle(vaerdier: readonly string[]): readonly KlePraefiks[] | undefined {
  const laeste = vaerdier.map((vaerdi) =>
    /^\d{2}(\.\d{2})?\.\*$|^\d{2}\.\d{2}\.\d{2}$/.test(vaerdi) ? parseKlePraefiks(vaerdi.replace(/\.\*$/, '')) : undefined,
  )
  return laeste.every((praefiks) => praefiks !== undefined) ? laeste : undefined
}

/** What readRettigheder reads, for the issuer of a token: a group for each municipality, with the system and its numbers as limits. */
export function skrivRettigheder(
  { id, kommuner, kle }: Pick<Kilde, 'id' | 'kommuner' | 'kle'>,
  privilegium: string,
): Record<string, string> {
  const constraint = (navn: string, vaerdier: readonly string[]) =>
    `<Constraint Name="${navn}">${vaerdier.join(',')}</Constraint>`
  const numre = kle.map((praefiks) => (praefiks.length < 8 ? `${praefiks}.*` : praefiks))
  const graenser = constraint(ITSYSTEM, [id]) + (numre.length > 0 ? constraint(KLE, numre) : '')
  const grupper = kommuner.map(
    (cvr) =>
      `<PrivilegeGroup Scope="urn:dk:gov:saml:cvrNumberIdentifier:${cvr}"><Privilege>${privilegium}</Privilege>${graenser}</PrivilegeGroup>`,
  )
  const liste = `<bpp:PrivilegeList xmlns:bpp="${NS.bpp}">${grupper.join('')}</bpp:PrivilegeList>`
  return { [PRIVILEGIER[0]]: Buffer.from(liste).toString('base64') }
}
