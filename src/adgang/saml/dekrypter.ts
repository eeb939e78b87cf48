import { createDecipheriv } from 'node:crypto'
import { afvist, ok, type Resultat } from '#kernel'
import { GCM, HASH, MGF, NS, OAEP, OAEP11 } from './navne.ts'
import { type Oaephash, openOaep } from './oaep.ts'
import type { Samlafvisning } from './saml.errors.ts'
import { boernOf, type Element, eneste, findBoern, laesBase64, tekstOf } from './xml.ts'

const NONCE_BYTES = 12
const TAG_BYTES = 16

/**
 * What an EncryptedAssertion holds, in the forms that are taken: AES-GCM, its one key under RSA-OAEP, inside it or beside it. The library that
 * verifies is given what this has opened and never opens anything itself. One answer for every way in which it does not open.
 */
export function dekrypter(krypteret: Element, noegle: string): Resultat<Buffer, Samlafvisning> {
  const data = eneste(krypteret, NS.xenc, 'EncryptedData')
  const noegleboks = data && findNoegleboks(krypteret, data)
  const algoritme = GCM.get(algoritmeOf(eneste(data, NS.xenc, 'EncryptionMethod')))
  const hash = readOaep(eneste(noegleboks, NS.xenc, 'EncryptionMethod'))
  if (!noegleboks || !algoritme || !hash) return afvist('KRYPTERING_IKKE_TILLADT')
  const [krypteretNoegle, indhold] = [cifferOf(noegleboks), cifferOf(data)]
  if (!krypteretNoegle || !indhold || indhold.length <= NONCE_BYTES + TAG_BYTES) return afvist('KRYPTERING_IKKE_TILLADT')
  try {
    const aabner = createDecipheriv(algoritme, openOaep(noegle, krypteretNoegle, hash), indhold.subarray(0, NONCE_BYTES), {
      authTagLength: TAG_BYTES,
    })
    aabner.setAuthTag(indhold.subarray(-TAG_BYTES))
    return ok(Buffer.concat([aabner.update(indhold.subarray(NONCE_BYTES, -TAG_BYTES)), aabner.final()]))
  } catch {
    return afvist('KAN_IKKE_DEKRYPTERES')
  }
}

/** The one EncryptedKey: in the data's own KeyInfo, or beside the data, where a RetrievalMethod must point to it if there is one. */
function findNoegleboks(krypteret: Element, data: Element): Element | undefined {
  const keyInfo = eneste(data, NS.ds, 'KeyInfo')
  const inde = findBoern(keyInfo, NS.xenc, 'EncryptedKey')
  const ved = findBoern(krypteret, NS.xenc, 'EncryptedKey')
  const [boks, ...flere] = [...inde, ...ved]
  const kunDisse = boernOf(krypteret).length === 1 + ved.length && findBoern(data, NS.ds, 'KeyInfo').length < 2
  const henvist = findBoern(keyInfo, NS.ds, 'RetrievalMethod').every(
    (en) => boks !== undefined && ved.includes(boks) && en.attributter.get('URI') === `#${boks.attributter.get('Id')}`,
  )
  return flere.length === 0 && kunDisse && henvist ? boks : undefined
}

const algoritmeOf = (metode: Element | undefined): string => metode?.attributter.get('Algorithm') ?? ''

/** The hashes of a key's RSA-OAEP; SHA-1 where it does not say (XML Encryption 1.1, 5.5.2). Undefined for any other method, or a label. */
function readOaep(metode: Element | undefined): Oaephash | undefined {
  const algoritme = algoritmeOf(metode)
  if (!metode || (algoritme !== OAEP && algoritme !== OAEP11)) return undefined
  const [summer, masker] = [findBoern(metode, NS.ds, 'DigestMethod'), findBoern(metode, NS.xenc11, 'MGF')]
  if (summer.length > 1 || masker.length > (algoritme === OAEP11 ? 1 : 0)) return undefined
  if (boernOf(metode).length !== summer.length + masker.length) return undefined
  const sum = summer[0] ? HASH.get(algoritmeOf(summer[0])) : 'sha1'
  const maske = masker[0] ? MGF.get(algoritmeOf(masker[0])) : 'sha1'
  return sum && maske && { sum, maske }
}

const cifferOf = (element: Element): Buffer | undefined =>
  laesBase64(tekstOf(eneste(eneste(element, NS.xenc, 'CipherData'), NS.xenc, 'CipherValue')))
