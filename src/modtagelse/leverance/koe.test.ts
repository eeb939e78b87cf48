import { expect, test } from 'vitest'
import { newUuid } from '#kernel'
import { createKoe, Koefejl } from './koe.ts'

const [TRAVL, ANDEN] = [newUuid(), newUuid()]
const tick = () => new Promise((resolve) => setImmediate(resolve))

/** Work that ends when it is told to, and notes that it began. */
function createArbejde() {
  const begyndt: string[] = []
  const slut = new Map<string, () => void>()
  const work = (navn: string) => () =>
    new Promise<string>((resolve) => {
      begyndt.push(navn)
      slut.set(navn, () => resolve(navn))
    })
  return { begyndt, work, end: (navn: string) => slut.get(navn)?.() }
}

test('a busy source waits for itself, and another goes before what it has waiting', async () => {
  const { begyndt, work, end } = createArbejde()
  const koe = createKoe({ ialt: 3, prKilde: 2, venterPrKilde: 9 })
  const alle = [
    ...['t1', 't2', 't3', 't4'].map((navn) => koe.run(TRAVL, work(navn))),
    ...['a1', 'a2'].map((navn) => koe.run(ANDEN, work(navn))),
  ]
  await tick()
  expect(begyndt).toEqual(['t1', 't2', 'a1'])
  end('a1')
  await tick()
  expect(begyndt).toEqual(['t1', 't2', 'a1', 'a2'])
  end('t1')
  await tick()
  expect(begyndt).toEqual(['t1', 't2', 'a1', 'a2', 't3'])
  for (const navn of ['t2', 't3', 'a2', 't4']) {
    end(navn)
    await tick()
  }
  end('t4')
  expect(await Promise.all(alle)).toEqual(['t1', 't2', 't3', 't4', 'a1', 'a2'])
})

test('work that fails gives its place to the next', async () => {
  const koe = createKoe({ ialt: 1, prKilde: 1, venterPrKilde: 9 })
  const fejler = koe.run(TRAVL, () => Promise.reject(new Error('no')))
  const efter = koe.run(ANDEN, async () => 'yes')
  await expect(fejler).rejects.toThrow('no')
  expect(await efter).toBe('yes')
})

test('a source with too many waiting is refused, and others are not', async () => {
  const { work, end } = createArbejde()
  const koe = createKoe({ ialt: 2, prKilde: 1, venterPrKilde: 1 })
  const [foerste, anden] = [koe.run(TRAVL, work('t1')), koe.run(TRAVL, work('t2'))]
  await expect(koe.run(TRAVL, work('t3'))).rejects.toThrow(Koefejl)
  expect(await koe.run(ANDEN, async () => 'ok')).toBe('ok')
  end('t1')
  await foerste
  await tick()
  end('t2')
  expect(await anden).toBe('t2')
})
