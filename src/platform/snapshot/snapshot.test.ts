import { expect, test } from 'vitest'
import { tidspunkt } from '#kernel'
import { createSnapshot, SnapshotFejl } from './index.ts'

/** A register whose content, and whether it can be read, the test decides; and a clock that it moves. */
async function setup() {
  const tilstand = { nu: Date.parse('2026-11-22T12:00:00Z'), indhold: 'a', nede: false, laesninger: 0 }
  const clock = { now: () => tidspunkt(new Date(tilstand.nu)) }
  const load = async () => {
    tilstand.laesninger++
    const { indhold, nede } = tilstand
    await Promise.resolve()
    if (nede) throw new Error('down')
    return indhold
  }
  const snapshot = await createSnapshot({ navn: 'The register', load, clock, friskMs: 3_000, hoejstMs: 30_000 })
  return { tilstand, snapshot, clock, load }
}
const settle = () => new Promise((resolve) => setTimeout(resolve, 1))

test('it is read at the start, and not again while fresh', async () => {
  const { tilstand, snapshot } = await setup()
  tilstand.indhold = 'b'
  tilstand.nu += 2_999
  expect(await snapshot.current()).toBe('a')
  expect(tilstand.laesninger).toBe(1)
})

test('past its freshness it is handed out once more while a new one is read, once for all who ask', async () => {
  const { tilstand, snapshot } = await setup()
  tilstand.indhold = 'b'
  tilstand.nu += 3_000
  expect(await Promise.all([snapshot.current(), snapshot.current(), snapshot.current()])).toEqual(['a', 'a', 'a'])
  await settle()
  expect(await snapshot.current()).toBe('b')
  expect(tilstand.laesninger).toBe(2)
})

test('past its age it is read before it is handed out', async () => {
  const { tilstand, snapshot } = await setup()
  tilstand.indhold = 'b'
  tilstand.nu += 30_000
  expect(await snapshot.current()).toBe('b')
})

test('a register that cannot be read: the last one is kept, but only so long', async () => {
  const { tilstand, snapshot } = await setup()
  tilstand.nede = true
  tilstand.nu += 29_999
  expect(await snapshot.current()).toBe('a')
  await settle()
  tilstand.nu += 1
  await expect(snapshot.current()).rejects.toThrow(SnapshotFejl)
  tilstand.nede = false
  expect(await snapshot.current()).toBe('a')
})

test('one that cannot be read at the start is an error, with its cause', async () => {
  const { tilstand, clock, load } = await setup()
  tilstand.nede = true
  await expect(createSnapshot({ navn: 'The register', load, clock })).rejects.toMatchObject({
    name: 'SnapshotFejl',
    cause: new Error('down'),
  })
})

test('on demand it holds what was changed before, though another reading was under way', async () => {
  const { tilstand, snapshot } = await setup()
  tilstand.nu += 3_000
  await snapshot.current()
  tilstand.indhold = 'b'
  expect(await snapshot.refresh()).toBe('b')
  expect(await snapshot.current()).toBe('b')
})

test('on demand it tells of a failure, and keeps the last one', async () => {
  const { tilstand, snapshot } = await setup()
  tilstand.nede = true
  await expect(snapshot.refresh()).rejects.toThrow('The register cannot be read')
  expect(await snapshot.current()).toBe('a')
})

test('a clock that is set back makes it be read anew', async () => {
  const { tilstand, snapshot } = await setup()
  tilstand.indhold = 'b'
  tilstand.nu -= 1
  expect(await snapshot.current()).toBe('b')
})
