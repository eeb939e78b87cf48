import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { lavNoeglepar } from './idws.bygger.ts'
import { NS } from './navne.ts'
import { findTokenIRstr, laesRst, skrivRst, skrivRstr } from './rst.ts'

const { certifikat } = lavNoeglepar('Kastanje Sag')
const base64 = certifikat.raw.toString('base64')
const read = (xml: string) => {
  const svar = laesRst(Buffer.from(xml))
  return svar.ok ? { ...svar.value, certifikat: svar.value.certifikat?.fingerprint256 } : svar.afvisning
}
const egen = { modtager: 'https://os.test', certifikat: certifikat.fingerprint256, konvolut: undefined }
const rst = skrivRst('https://os.test', certifikat)
const useKey = (indhold: string) => rst.replace(/<wst:UseKey>.*<\/wst:UseKey>/, `<wst:UseKey>${indhold}</wst:UseKey>`)

test('an order is read alone and in an envelope', () => {
  expect(read(rst)).toEqual(egen)
  for (const konvolut of [NS.soap11, NS.soap12])
    expect(read(skrivRst('https://os.test', certifikat, konvolut))).toEqual({ ...egen, konvolut })
})

test('the example of the documentation is an order', () => {
  const dokument = readFileSync(new URL('../../../../docs/tilslutning/sikkerhed.md', import.meta.url), 'utf8')
  const eksempel = /<wst:RequestSecurityToken[\s\S]*<\/wst:RequestSecurityToken>/.exec(dokument)?.[0] ?? ''
  expect(read(eksempel.replace('$CERT', base64))).toEqual({ ...egen, modtager: undefined })
})

test.each([
  ['X509Data alone', `<ds:X509Data xmlns:ds="${NS.ds}"><ds:X509Certificate>${base64}</ds:X509Certificate></ds:X509Data>`],
  ['a BinarySecurityToken', `<wsse:BinarySecurityToken xmlns:wsse="${NS.wsse}">${base64}</wsse:BinarySecurityToken>`],
])('the certificate can come as %s', (_, indhold) => {
  expect(read(useKey(indhold))).toEqual(egen)
})

test.each([
  ['another request', rst.replace('/Issue', '/Renew'), 'BESTILLING_UKENDT_SLAGS'],
  ['another type of token', rst.replace('#SAMLV2.0', '#SAMLV1.1'), 'BESTILLING_UKENDT_SLAGS'],
  ['no request at all', rst.replace(/<wst:RequestType>.*<\/wst:RequestType>/, ''), 'BESTILLING_UGYLDIG'],
  ['a certificate that is none', useKey('<x>AAAA</x>'), 'BESTILLING_UGYLDIG'],
  ['an empty UseKey', useKey(''), 'BESTILLING_UGYLDIG'],
  ['no XML', 'hej', 'BESTILLING_UGYLDIG'],
])('%s is refused', (_, xml, forventet) => {
  expect(read(xml)).toBe(forventet)
})

test('the token in the answer is the one that was issued, byte for byte', () => {
  const token = '<saml:Assertion xmlns:saml="x">\n &amp; </saml:Assertion>'
  expect(findTokenIRstr(skrivRstr({ konvolut: undefined }, token, 0, 1))).toBe(token)
  expect(findTokenIRstr('<a/>')).toBeUndefined()
})
