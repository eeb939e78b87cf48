import { constants, createDecipheriv, privateDecrypt } from 'node:crypto'
import { afvist, ok, type Resultat } from '#kernel'
import { GCM, NS, OAEP, OAEP_SHA1 } from './navne.ts'
import type { Samlafvisning } from './saml.errors.ts'
import { boernOf, type Element, eneste, er, laesBase64, tekstOf } from './xml.ts'

const NONCE_BYTES = 12
const TAG_BYTES = 16

/**
 * What an EncryptedAssertion holds, in the one form that is taken: AES-GCM, its key beside it under RSA-OAEP. The library decrypts once more
 * when it verifies; this is done before, so that it never parses what has not been read strictly. One answer for every way in which it
 * does not open.
 */
export function dekrypter(krypteret: Element, noegle: string): Resultat<Buffer, Samlafvisning> {
  const [data, ...flere] = boernOf(krypteret)
  if (!er(data, NS.xenc, 'EncryptedData') || flere.length > 0 || !isEnlig(data)) return afvist('KRYPTERING_IKKE_TILLADT')
  const keyInfo = eneste(data, NS.ds, 'KeyInfo')
  const noegleboks = keyInfo && boernOf(keyInfo).length === 1 ? eneste(keyInfo, NS.xenc, 'EncryptedKey') : undefined
  const algoritme = GCM.get(algoritmeOf(eneste(data, NS.xenc, 'EncryptionMethod')))
  if (!noegleboks || !algoritme || !isOaep(eneste(noegleboks, NS.xenc, 'EncryptionMethod')))
    return afvist('KRYPTERING_IKKE_TILLADT')
  const [krypteretNoegle, indhold] = [cifferOf(noegleboks), cifferOf(data)]
  if (!krypteretNoegle || !indhold || indhold.length <= NONCE_BYTES + TAG_BYTES) return afvist('KRYPTERING_IKKE_TILLADT')
  try {
    const key = { key: noegle, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' }
    const aabner = createDecipheriv(algoritme, privateDecrypt(key, krypteretNoegle), indhold.subarray(0, NONCE_BYTES), {
      authTagLength: TAG_BYTES,
    })
    aabner.setAuthTag(indhold.subarray(-TAG_BYTES))
    return ok(Buffer.concat([aabner.update(indhold.subarray(NONCE_BYTES, -TAG_BYTES)), aabner.final()]))
  } catch {
    return afvist('KAN_IKKE_DEKRYPTERES')
  }
}

/** The library finds its parts by name alone, wherever they stand: so there may be one of each, in the schema's order. */
function isEnlig(data: Element): boolean {
  const navne = lokaleNavne(data)
  const antal = (lokal: string): number => navne.filter((navn) => navn === lokal).length
  return (
    boernOf(data)
      .map(({ lokal }) => lokal)
      .join() === 'EncryptionMethod,KeyInfo,CipherData' &&
    antal('EncryptedKey') === 1 &&
    antal('CipherValue') === 2 &&
    antal('EncryptionMethod') === 2
  )
}

const lokaleNavne = (element: Element): string[] => [element.lokal, ...boernOf(element).flatMap(lokaleNavne)]

const algoritmeOf = (metode: Element | undefined): string => metode?.attributter.get('Algorithm') ?? ''

const isOaep = (metode: Element | undefined): boolean =>
  algoritmeOf(metode) === OAEP &&
  boernOf(metode as Element).every((en) => er(en, NS.ds, 'DigestMethod') && algoritmeOf(en) === OAEP_SHA1)

const cifferOf = (element: Element): Buffer | undefined =>
  laesBase64(tekstOf(eneste(eneste(element, NS.xenc, 'CipherData'), NS.xenc, 'CipherValue')))
