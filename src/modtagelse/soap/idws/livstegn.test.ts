import { expect, test } from 'vitest'
import { BESKED, lavNoeglepar, lavToken, NU, signer, tillidTil } from './idws.bygger.ts'
import { verifyIdws } from './verify-idws.ts'

/** A sign of life in the header of a signed message. */
const sts = lavNoeglepar('sts')
const a = lavNoeglepar('Kastanje Sag')
const token = lavToken(sts, a.certifikat)
const tegn = (nr: number) =>
  `<l:Livstegn xmlns:l="urn:borgerblikket:livstegn:1"><l:Loebenummer>${nr}</l:Loebenummer></l:Livstegn>`
const withTegn = (xml: string, ...numre: number[]) => xml.replace(/(<\w+:Header[^>/]*>)/, `$1${numre.map(tegn).join('')}`)
const verify = (xml: string) => verifyIdws(xml, tillidTil(sts), NU)
const HOVED = BESKED.replace(/<(\w+):Header[^>]*\/>/, '<$1:Header></$1:Header>')

test('one that is signed with the rest is read', () => {
  const svar = verify(signer(withTegn(HOVED, 18), a, token))
  expect(svar.ok && svar.value.bytes.toString()).toContain('<l:Loebenummer>18</l:Loebenummer>')
})

test('one that is put in afterwards is as if it were not there, and one that is changed refuses the message', () => {
  const uden = verify(withTegn(signer(HOVED, a, token), 18))
  expect(uden.ok && uden.value.bytes.toString()).not.toContain('Livstegn')
  expect(uden.ok).toBe(true)
  expect(verify(signer(withTegn(HOVED, 18), a, token).replace('>18<', '>19<'))).toEqual({
    ok: false,
    afvisning: 'KONTROLSUM_FORKERT',
  })
})

test('of two it cannot be told which is meant', () => {
  expect(verify(withTegn(signer(withTegn(HOVED, 18), a, token), 19))).toEqual({ ok: false, afvisning: 'KONVOLUT_UGYLDIG' })
})
