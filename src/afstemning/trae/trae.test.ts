import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createFortegnelse } from '../../../klient/src/fortegnelse.ts'
import { digestOf, sortedDigests, type Version } from './digest.ts'
import { knudeFor } from './knude.ts'
import { createSammenligning, GRAENSER, type Knudesvar } from './sammenlign.ts'
import { createNaiv, drive, raekkeAf, version } from './trae.bygger.ts'

const noegle = ({ id, tidspunkt }: Version) => `${id} ${tidspunkt}`
const minus = (en: readonly Version[], anden: readonly Version[]) => {
  const kendte = new Set(anden.map(noegle))
  return en.filter((led) => !kendte.has(noegle(led)))
}
const sorteret = (versioner: readonly Version[]) => versioner.map(noegle).sort()

/** Two sets of up to 400 objects that have much, little or nothing in common. */
const toMaengder = fc
  .record({
    faelles: fc.integer({ min: 0, max: 400 }),
    her: fc.uniqueArray(fc.integer({ min: 400, max: 600 }), { maxLength: 60 }),
    hos: fc.uniqueArray(fc.integer({ min: 400, max: 600 }), { maxLength: 60 }),
    aendrede: fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { maxLength: 20 }),
  })
  .map(({ faelles, her, hos, aendrede }) => {
    const ens = Array.from({ length: faelles }, (_, nr) => version(nr))
    const nye = ens.map((led, nr) => (aendrede.includes(nr) ? version(nr, 7) : led))
    return { her: [...ens, ...her.map((nr) => version(nr))], hos: [...nye, ...hos.map((nr) => version(nr))] }
  })

test('of any two sets exactly the differences are found, on both sides', () => {
  fc.assert(
    fc.property(toMaengder, fc.constantFrom(1, 3, 16), ({ her, hos }, lille) => {
      const fundet = drive(her, hos, { ...GRAENSER, lille, knuder: 32, smaa: 4 })
      expect(sorteret(fundet.kunHosKilden)).toEqual(sorteret(minus(hos, her)))
      expect([...fundet.kunHer].sort()).toEqual(minus(her, hos).map(digestOf).sort())
      expect(fundet.afkortet).toBe(false)
    }),
    { numRuns: 150 },
  )
})

test('nodes asked for are no more than sixteen a level for each difference, and messages a few a level', () => {
  const alle = Array.from({ length: 20_000 }, (_, nr) => version(nr))
  for (const d of [0, 1, 5, 40]) {
    const { knuder, smaa, beskeder, kunHer } = drive(alle, alle.slice(d))
    expect(kunHer).toHaveLength(d)
    const niveauer = Math.ceil(Math.log(alle.length / 16) / Math.log(16)) + 2
    expect([d, knuder <= 16 * d * niveauer, smaa <= d * 16, beskeder <= 3 * niveauer]).toEqual([d, true, true, true])
  }
})

test('the order of the digests is that of their bytes, whichever order the objects come in', () => {
  const alle = Array.from({ length: 3_000 }, (_, nr) => version(nr))
  const digests = alle.map(digestOf).sort().join('')
  expect(Buffer.from(sortedDigests(alle.toReversed())).toString('hex')).toBe(digests)
})

test('the client makes the same tree, also where a time has another zone and an id is in capitals', async () => {
  const alle = Array.from({ length: 2_000 }, (_, nr) => version(nr, nr % 3))
  const skrevet = alle.map(({ id, tidspunkt }) => [id.toUpperCase(), tidspunkt.replace('Z', '+00:00')] as const)
  const klientens = await createFortegnelse(skrevet)
  const naiv = createNaiv(alle)
  for (const p of ['', '0', 'ff', '3a7']) {
    expect(await klientens.knude(p)).toEqual(naiv.knude(p))
    expect(knudeFor(raekkeAf(alle), p)).toEqual(naiv.knude(p))
    expect(klientens.objekter(p)).toEqual(naiv.objekter(p).map(({ id, tidspunkt }) => [id, tidspunkt]))
  }
  const tom = await createFortegnelse([])
  expect(await tom.knude('')).toEqual(createNaiv([]).knude(''))
  await expect(createFortegnelse([['ikke et uuid', '2026-01-01T00:00:00Z']])).rejects.toThrow(TypeError)
})

test('without Node the client makes it by Web Crypto, and it is the same', async () => {
  const alle = Array.from({ length: 300 }, (_, nr) => version(nr))
  const { getBuiltinModule } = process
  process.getBuiltinModule = (() => undefined) as never
  try {
    const uden = await createFortegnelse(alle.map(({ id, tidspunkt }) => [id, tidspunkt] as const))
    for (const p of ['', '7']) expect(await uden.knude(p)).toEqual(createNaiv(alle).knude(p))
  } finally {
    process.getBuiltinModule = getBuiltinModule
  }
})

const TUSIND = Array.from({ length: 1_000 }, (_, nr) => version(nr))
const begin = (her: readonly Version[], hos: readonly Version[]) => {
  const kilde = createNaiv(hos)
  const sammenligning = createSammenligning<Version>(raekkeAf(her), kilde.knude(''))
  return { kilde, sammenligning }
}

test('what was not asked for, is told twice, or in the other form is refused, and the comparison goes on as it was', () => {
  const { kilde, sammenligning } = begin(TUSIND, TUSIND.slice(3))
  const foer = sammenligning.spoergsmaal()
  const knude = (p: string): Knudesvar<Version> => ({ p, ...kilde.knude(p) })
  for (const svar of [[], [knude('00')], [knude('0'), knude('0')], [{ p: '0', objekter: [] }], [knude('0'), knude('xx')]])
    expect(sammenligning.tag(svar)).toEqual({ ok: false, afvisning: 'IKKE_SPURGT' })
  expect(sammenligning.spoergsmaal()).toEqual(foer)
  // An answer to some of it is taken, and the rest is asked for again.
  expect(sammenligning.tag([knude('0')]).ok).toBe(true)
  expect(sammenligning.spoergsmaal().spoerg).not.toContain('0')
  expect(sammenligning.spoergsmaal().spoerg).toContain('f')
})

test('nodes that do not add up, and objects that their hash was not made of, are refused', () => {
  const knuder = begin(TUSIND, TUSIND.slice(3))
  const { spoerg } = knuder.sammenligning.spoergsmaal()
  const svar = spoerg.map((p) => ({ p, ...knuder.kilde.knude(p) }))
  const enFlere = svar.map((led, nr) => (nr === 4 ? { ...led, antal: led.antal + 1 } : led))
  expect(knuder.sammenligning.tag(enFlere)).toEqual({ ok: false, afvisning: 'USAMMENHAENGENDE' })
  const faa = begin(TUSIND, TUSIND.slice(0, 10))
  expect(faa.sammenligning.spoergsmaal()).toEqual({ spoerg: [], objekter: [''] })
  const objekter = faa.kilde.objekter('')
  for (const forkert of [
    objekter.slice(1),
    [...objekter.slice(1), version(999)],
    [...objekter.slice(1), objekter[1] as Version],
  ]) {
    const { sammenligning } = begin(TUSIND, TUSIND.slice(0, 10))
    expect(sammenligning.tag([{ p: '', objekter: forkert }])).toEqual({ ok: false, afvisning: 'USAMMENHAENGENDE' })
  }
})

test('more differences than the bound end the comparison, which says so', () => {
  const graenser = { ...GRAENSER, fund: 50 }
  const hos = drive([], TUSIND, graenser)
  expect([hos.afkortet, hos.kunHosKilden.length]).toEqual([true, 50])
  const her = drive(TUSIND, [], graenser)
  expect([her.afkortet, her.kunHer.length]).toEqual([true, 50])
})

test('one who claims a million objects that are one is asked no deeper than a digest is long', () => {
  const sammenligning = createSammenligning<Version>(raekkeAf(TUSIND), { antal: 1_000_000, hash: 'a'.repeat(64) })
  let trin = 0
  for (let svar = sammenligning.tag([]); trin < 200; trin++) {
    const { spoerg } = sammenligning.spoergsmaal()
    const nul = spoerg.map((p) => ({ p, antal: /^0+$/.test(p) ? 1_000_000 : 0, hash: 'a'.repeat(64) }))
    svar = sammenligning.tag(nul)
    if (!svar.ok) {
      expect(svar.afvisning).toBe('USAMMENHAENGENDE')
      break
    }
  }
  expect(trin).toBeLessThan(65)
})
