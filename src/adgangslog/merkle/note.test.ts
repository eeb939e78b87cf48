import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { readKontrolpunkt, signKontrolpunkt } from './kontrolpunkt.ts'
import { createUnderskriver, formatNote, formatVerifikator, parseNote, parseVerifikator, signNote, verifyNote } from './note.ts'
import { TOM_ROD } from './trae.ts'

/** The note in the documentation of Go's sumdb/note, made by another program. */
const NEUMANN = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
const NEUMANNS_NOTE = [
  'If you think cryptography is the answer to your problem,',
  'then you don’t know what your problem is.'.replace('’', "'"),
  '',
  '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=',
  '',
].join('\n')

const noegle = () => generateKeyPairSync('ed25519').privateKey
const laest = (tekst: string) => {
  const note = parseNote(tekst)
  if (!note.ok) throw new Error(note.afvisning)
  return note.value
}
const verifikator = (linje: string) => {
  const svar = parseVerifikator(linje)
  if (!svar.ok) throw new Error(svar.afvisning)
  return svar.value
}

describe('a note that another program signed', () => {
  test('holds by its key, and is written as it was read', () => {
    const note = laest(NEUMANNS_NOTE)
    expect(verifyNote(note, [verifikator(NEUMANN)])).toEqual([{ navn: 'PeterNeumann', art: 'note', tid: undefined }])
    expect(formatNote(note)).toBe(NEUMANNS_NOTE)
    expect(formatVerifikator(verifikator(NEUMANN))).toBe(NEUMANN)
  })

  test('does not hold with a letter changed', () => {
    expect(verifyNote(laest(NEUMANNS_NOTE.replace('answer', 'Answer')), [verifikator(NEUMANN)])).toBeUndefined()
  })

  test('says nothing to one who does not know the key', () => {
    expect(verifyNote(laest(NEUMANNS_NOTE), [createUnderskriver('PeterNeumann', 'note', noegle())])).toEqual([])
  })
})

test.each([
  NEUMANN.replace('c74f20a3', 'c74f20a4'),
  NEUMANN.replace('PeterNeumann', 'Peter Neumann'),
  NEUMANN.replace('+ARpc', '+BRpc'),
  NEUMANN.slice(0, -4),
  '',
])('%j is no key', (linje) => {
  expect(parseVerifikator(linje)).toEqual({ ok: false, afvisning: 'NOEGLE_UGYLDIG' })
})

test.each([
  '',
  'tekst\n',
  'tekst\n\n— a b\n',
  'tekst\n\n— navn AAAA\n',
  'tekst\n\n— navn AAAAAAAA',
  'tekst\n\n- navn AAAAAAAA\n',
  `tekst\n\n${'— navn AAAAAAAA\n'.repeat(101)}`,
  `${'x'.repeat(65_536)}\n\n— navn AAAAAAAA\n`,
])('%.40j is no note', (tekst) => {
  expect(parseNote(tekst)).toEqual({ ok: false, afvisning: 'NOTE_UGYLDIG' })
})

describe('a checkpoint', () => {
  const log = createUnderskriver('log.example.dk/adgangslog', 'note', noegle())
  const vidne = createUnderskriver('vidne.example.dk', 'vidne', noegle())
  const hoved = { oprindelse: log.navn, antal: 2 ** 40, rod: TOM_ROD }
  const tekst = signKontrolpunkt(hoved, log)
  const bevidnet = formatNote(signNote(laest(tekst), vidne, 1_795_000_000))

  test('is the name, the size and the root, and the signature of the log', () => {
    expect(tekst.split('\n').slice(0, 4)).toEqual([log.navn, '1099511627776', TOM_ROD.toString('base64'), ''])
    expect(readKontrolpunkt(tekst, log)).toEqual({ ok: true, value: { kontrolpunkt: hoved, vidner: [] } })
  })

  test('tells which known witnesses have signed it, and when they saw it', () => {
    expect(readKontrolpunkt(bevidnet, log, [vidne])).toMatchObject({
      value: { vidner: [{ navn: vidne.navn, tid: 1_795_000_000 }] },
    })
    expect(readKontrolpunkt(bevidnet, log)).toMatchObject({ value: { vidner: [] } })
  })

  test('whose witness said another time, or signed another text, is not believed at all', () => {
    const note = laest(bevidnet)
    const [egen, medunderskrift] = note.underskrifter
    if (!egen || !medunderskrift) throw new Error('two signatures were made')
    const senere = Buffer.from(medunderskrift.bytes)
    senere[7] = (senere[7] as number) ^ 1
    const med = (bytes: Buffer) => formatNote({ ...note, underskrifter: [egen, { ...medunderskrift, bytes }] })
    for (const bytes of [senere, medunderskrift.bytes.subarray(0, 64), Buffer.alloc(72)])
      expect(readKontrolpunkt(med(bytes), log, [vidne])).toMatchObject({ afvisning: 'UNDERSKRIFT_MANGLER' })
  })

  test.each([
    [
      'a witness alone',
      formatNote({ ...laest(bevidnet), underskrifter: laest(bevidnet).underskrifter.slice(1) }),
      'UNDERSKRIFT_MANGLER',
    ],
    ['another size', tekst.replace('1099511627776', '1099511627775'), 'UNDERSKRIFT_MANGLER'],
    [
      'another log',
      signKontrolpunkt({ ...hoved, oprindelse: 'anden' }, createUnderskriver('anden', 'note', noegle())),
      'ANDEN_LOG',
    ],
    ['its name by another key', signKontrolpunkt(hoved, createUnderskriver(log.navn, 'note', noegle())), 'UNDERSKRIFT_MANGLER'],
    ['a size with a zero before', tekst.replace('\n1099', '\n01099'), 'KONTROLPUNKT_UGYLDIGT'],
    ['a size beyond counting', tekst.replace('1099511627776', '9999999999999999'), 'KONTROLPUNKT_UGYLDIGT'],
    ['no root', formatNote(signNote({ tekst: `${log.navn}\n3\n\t\n`, underskrifter: [] }, log, 0)), 'KONTROLPUNKT_UGYLDIGT'],
    ['nothing', '', 'KONTROLPUNKT_UGYLDIGT'],
  ])('with %s is refused', (_, ny, afvisning) => {
    expect(readKontrolpunkt(ny, log, [vidne])).toEqual({ ok: false, afvisning })
  })
})

test('what cannot stand in a note is not signed', () => {
  const log = createUnderskriver('log', 'note', noegle())
  for (const tekst of ['uden linjeskift', 'en\n\nto\n'])
    expect(() => signNote({ tekst, underskrifter: [] }, log, 0)).toThrow(RangeError)
  for (const navn of ['', 'to ord', 'a+b', 'a\nb']) expect(() => createUnderskriver(navn, 'note', noegle())).toThrow(RangeError)
  expect(() => createUnderskriver('log', 'note', generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey)).toThrow(
    RangeError,
  )
})
