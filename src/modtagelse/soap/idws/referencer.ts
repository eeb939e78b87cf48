import { type Afvist, afvist, type Ok, ok } from '#kernel'
import type { Dele } from './dele.ts'
import type { IdwsAfvisning } from './idws.errors.ts'
import { kanonisk } from './kanonisk.ts'
import { NS, SAMLID } from './navne.ts'
import { erKontrolsum, type Reference, type Signatur } from './signatur.ts'
import { attribut, boernOf, type Element, eneste, er, tekstOf } from './trae.ts'

/**
 * The elements that the signature covers, with the octets that its digests are of. Refuses a reference to anything but the message's own
 * parts, a part that must be signed and is not (OIOIDWS.wsdl: SignedParts, IncludeTimestamp, ProtectTokens), and a digest that is not right.
 */
export function checkReferencer(
  signatur: Signatur,
  dele: Dele,
  ider: ReadonlyMap<string, Element>,
): Ok<ReadonlyMap<Element, string>> | Afvist<IdwsAfvisning> {
  if (!pegerPaaToken(signatur.keyInfo, dele.assertion)) return afvist('NOEGLE_IKKE_TOKENETS')
  const daekket = new Map<Element, string>()
  for (const reference of signatur.referencer) {
    const peget = ider.get(reference.id)
    const maal = peget && findMaal(peget, reference, dele)
    if (!maal?.ok) return maal ?? afvist('REFERENCE_UKENDT')
    if (daekket.has(maal.value)) return afvist('REFERENCE_DUBLERET')
    const former = toFormer(maal.value, reference)
    const tekst = former.find((form) => erKontrolsum(reference, form))
    if (tekst === undefined) return afvist('KONTROLSUM_FORKERT')
    daekket.set(maal.value, tekst)
  }
  const skal = [dele.body, dele.timestamp, dele.assertion, ...dele.adressering.values()]
  return skal.every((del) => daekket.has(del)) ? ok(daekket) : afvist('DEL_IKKE_SIGNERET')
}

/** The part that a reference covers: the one it points to, or, by STR-Transform, the token that that one points to. */
function findMaal(peget: Element, { transformation }: Reference, dele: Dele): Ok<Element> | Afvist<IdwsAfvisning> {
  if (dele.tokenreferencer.includes(peget)) {
    if (transformation !== 'str') return afvist('TRANSFORMATION_IKKE_TILLADT')
    return erTokenreference(peget, dele.assertion) ? ok(dele.assertion) : afvist('REFERENCE_UKENDT')
  }
  const egne = [dele.body, dele.timestamp, dele.assertion, dele.requestHeader, dele.livstegn, ...dele.adressering.values()]
  if (!egne.includes(peget)) return afvist('REFERENCE_UKENDT')
  return transformation === 'kanonisk' ? ok(peget) : afvist('TRANSFORMATION_IKKE_TILLADT')
}

/**
 * The octets that may have been digested. WSS 1.1 (8.3) has STR-Transform write an empty default namespace on the token's outermost element,
 * and WSS4J does so; .NET does not. Both bind the same token.
 */
function toFormer(maal: Element, { transformation, inklusive }: Reference): string[] {
  const former = [kanonisk(maal, { inklusive })]
  if (transformation === 'str') former.push(kanonisk(maal, { inklusive, tomtStandardnavnerum: true }))
  return former
}

/** KeyInfo says that the key is the token's, in the one way that OIO IDWS has. */
const pegerPaaToken = (keyInfo: Element, assertion: Element): boolean => {
  const [reference, ...flere] = boernOf(keyInfo)
  return er(reference, NS.wsse, 'SecurityTokenReference') && flere.length === 0 && erTokenreference(reference, assertion)
}

function erTokenreference(reference: Element, assertion: Element): boolean {
  const identifier = eneste(reference, NS.wsse, 'KeyIdentifier')
  if (!identifier || boernOf(reference).length !== 1) return false
  return attribut(identifier, 'ValueType') === SAMLID && tekstOf(identifier) === attribut(assertion, 'ID')
}
