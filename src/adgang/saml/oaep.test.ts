import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { krypterOaep } from '../../../test/byggere/saml-udbyder.ts'
import { openOaep } from './oaep.ts'

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
const HASHE = ['sha1', 'sha256', 'sha512'] as const
const PAR = HASHE.flatMap((sum) => HASHE.map((maske) => ({ sum, maske })))

test.each(PAR)('what is encrypted with $sum and a mask by $maske opens, of any length', (hash) => {
  for (const laengde of [0, 1, 16, 32]) {
    const besked = randomBytes(laengde)
    expect(openOaep(pem, krypterOaep(publicKey, besked, hash), hash)).toEqual(besked)
  }
})

test.each(PAR)('by $sum and $maske it opens with no other hashes', (hash) => {
  const ciffer = krypterOaep(publicKey, randomBytes(32), hash)
  for (const anden of PAR.filter((en) => en.sum !== hash.sum || en.maske !== hash.maske))
    expect(() => openOaep(pem, ciffer, anden)).toThrow()
})

test('a changed byte does not open', () => {
  const hash = { sum: 'sha256', maske: 'sha1' } as const
  const ciffer = krypterOaep(publicKey, randomBytes(32), hash)
  for (const plads of [1, 100, 255]) {
    const aendret = Buffer.from(ciffer)
    aendret[plads] = (aendret[plads] ?? 0) ^ 1
    expect(() => openOaep(pem, aendret, hash)).toThrow()
  }
})

test.each([[{ foerst: 1 }], [{ etiket: 'en anden' }], [{ fyld: 2 }], [{ fyld: 255 }], [{ skel: 0 }], [{ skel: 2 }]])(
  'a padding that is not as it should be does not open: %j',
  (galt) => {
    const besked = Buffer.alloc(32, 0)
    for (const hash of PAR) expect(() => openOaep(pem, krypterOaep(publicKey, besked, hash, galt), hash)).toThrow()
  },
)
