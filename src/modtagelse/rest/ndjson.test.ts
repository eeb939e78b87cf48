import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Linje, type Linjegraenser, splitLinjer } from './ndjson.ts'

async function* stykker(bytes: Uint8Array, stoerrelse: number): AsyncGenerator<Uint8Array> {
  for (let fra = 0; fra < bytes.length; fra += stoerrelse) yield bytes.subarray(fra, fra + stoerrelse)
}
const RUMMELIGE: Linjegraenser = { linje: 1000, linjer: 1_000_000, nr: 1_000_000, bytes: 1_000_000 }
const split = async (tekst: string | Uint8Array, stoerrelse = 3, graenser: Partial<Linjegraenser> = {}): Promise<Linje[]> => {
  const bytes = typeof tekst === 'string' ? Buffer.from(tekst) : tekst
  return Array.fromAsync(splitLinjer(stykker(bytes, stoerrelse), { ...RUMMELIGE, ...graenser }))
}

test('lines are numbered as they stand; blank ones are passed over; the last needs no newline', async () => {
  expect(await split('a\n\n  \r\nbæ\r\nc')).toEqual([
    { nr: 1, tekst: 'a', forLang: false },
    { nr: 4, tekst: 'bæ\r', forLang: false },
    { nr: 5, tekst: 'c', forLang: false },
  ])
})

test('a line over the limit is told of, and the next is read', async () => {
  expect(await split(`${'x'.repeat(21)}\n${'y'.repeat(20)}`, 3, { linje: 20 })).toMatchObject([
    { nr: 1, tekst: undefined, forLang: true },
    { nr: 2, tekst: 'y'.repeat(20), forLang: false },
  ])
})

test('what is not UTF-8 has no text', async () => {
  expect(await split(Uint8Array.from([0x61, 0x0a, 0xff, 0xfe, 0x0a, 0x62]))).toMatchObject([
    { nr: 1, tekst: 'a' },
    { nr: 2, tekst: undefined, forLang: false },
    { nr: 3, tekst: 'b' },
  ])
})

test.each<[string, Partial<Linjegraenser>, number]>([
  ['lines', { linjer: 2 }, 3],
  ['lines and blank lines', { nr: 4 }, 5],
])('of more %s than allowed the first beyond is told of and is the last', async (_, graenser, sidste) => {
  const linjer = await split('a\nb\n\n\nc\nd\ne'.replace('\n\n\n', graenser.nr ? '\n\n\n' : '\n'), 3, graenser)
  expect(linjer.at(-1)).toEqual({ nr: sidste, tekst: undefined, forLang: true })
  expect(linjer.filter(({ forLang }) => forLang)).toHaveLength(1)
})

test('of more bytes than allowed no more is read, also where they are nothing but newlines or one endless line', async () => {
  let laest = 0
  async function* uden(ende: string) {
    for (laest = 0; laest < 1000; laest++) yield Buffer.from(ende.repeat(100))
  }
  for (const tegn of ['\n', 'x']) {
    const linjer = await Array.fromAsync(splitLinjer(uden(tegn), { ...RUMMELIGE, bytes: 1000 }))
    expect(linjer.map(({ forLang }) => forLang)).toEqual([true])
    expect(laest).toBeLessThan(20)
  }
})

test('how the stream is cut changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: 'grapheme', maxLength: 8 })),
      fc.integer({ min: 1, max: 50 }),
      async (linjer, stoerrelse) => {
        const tekst = linjer.map((linje) => linje.replaceAll('\n', ' ')).join('\n')
        expect(await split(tekst, stoerrelse)).toEqual(await split(tekst, 1_000_000))
      },
    ),
    { seed: 1, numRuns: 200 },
  )
})
