import { KANONISKE, KONTROLSUMMER, NS, OMSLUTTET, SIGNATURER } from './navne.ts'
import type { Samlafvisning } from './saml.errors.ts'
import { boernOf, type Element, er, findBoern, laesBase64, tekstOf } from './xml.ts'

/**
 * Whether the one signature of a message or assertion has the one form that SAML allows (core, 5.4): directly in what it signs, one reference,
 * to just that, with its own transforms, by a key pair and SHA-256 or better. Undefined where it has. Whether it is right is the library's to
 * say; what the library would follow further than this is refused here.
 */
export function checkSignaturform(ejer: Element, alle: readonly Element[]): Samlafvisning | undefined {
  const signaturer = alle.filter((en) => er(en, NS.ds, 'Signature'))
  const [signatur, ...flere] = signaturer
  if (!signatur) return 'SIGNATUR_MANGLER'
  if (flere.length > 0 || signatur.foraelder !== ejer) return 'SIGNATUR_TVETYDIG'
  const id = ejer.attributter.get('ID')
  const dele = boernOf(signatur)
  const [info, vaerdi, keyInfo] = dele
  const form =
    id &&
    er(info, NS.ds, 'SignedInfo') &&
    er(vaerdi, NS.ds, 'SignatureValue') &&
    laesBase64(tekstOf(vaerdi)) &&
    (dele.length === 2 || (dele.length === 3 && er(keyInfo, NS.ds, 'KeyInfo')))
  return form ? checkSignedInfo(info, id) : 'SIGNATUR_TVETYDIG'
}

function checkSignedInfo(info: Element, id: string): Samlafvisning | undefined {
  const [kanon, metode, reference, ...flere] = boernOf(info)
  if (!er(kanon, NS.ds, 'CanonicalizationMethod') || !er(metode, NS.ds, 'SignatureMethod') || !er(reference, NS.ds, 'Reference'))
    return 'SIGNATUR_TVETYDIG'
  if (flere.length > 0 || reference.attributter.get('URI') !== `#${id}`) return 'SIGNATUR_TVETYDIG'
  if (!KANONISKE.has(algoritmeOf(kanon)) || !SIGNATURER.has(algoritmeOf(metode)) || boernOf(metode).length > 0)
    return 'ALGORITME_IKKE_TILLADT'
  const [transformer, metodeForSum, sum, ...resten] = boernOf(reference)
  if (!er(transformer, NS.ds, 'Transforms') || !er(sum, NS.ds, 'DigestValue') || resten.length > 0) return 'SIGNATUR_TVETYDIG'
  if (!er(metodeForSum, NS.ds, 'DigestMethod') || !KONTROLSUMMER.has(algoritmeOf(metodeForSum))) return 'ALGORITME_IKKE_TILLADT'
  const trin = findBoern(transformer, NS.ds, 'Transform')
  const tilladt = trin.length === 2 && algoritmeOf(trin[0]) === OMSLUTTET && KANONISKE.has(algoritmeOf(trin[1]))
  return tilladt && boernOf(transformer).length === 2 && trin.every(hasKunPraefikser) ? undefined : 'ALGORITME_IKKE_TILLADT'
}

const algoritmeOf = (element: Element | undefined): string => element?.attributter.get('Algorithm') ?? ''

/**
 * A transform holds nothing, or the prefixes that exclusive canonicalization keeps: no expression of its own. Some makes write these in the namespace
 * of the transform they stand in, and in each of them.
 */
const hasKunPraefikser = (trin: Element): boolean =>
  boernOf(trin).length < 2 &&
  boernOf(trin).every((en) => en.lokal === 'InclusiveNamespaces' && [NS.excC14n, algoritmeOf(trin)].includes(en.ns))
