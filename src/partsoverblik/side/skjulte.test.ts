import { expect, test } from 'vitest'
import { type Uuid, uuid } from '#kernel'
import type { KendtRaekke } from './partsoverblik.sql.ts'
import { groupSkjulte, skjulteOf } from './skjulte.ts'
import type { Ting } from './visninger.ts'

const id = (nr: number): Uuid => uuid(`00000000-0000-4000-8000-${String(nr).padStart(12, '0')}`)
const kendt = (nr: number, art: KendtRaekke['art'], enhed: string | null = 'Visitationen'): KendtRaekke => ({
  part_id: id(1),
  item_id: id(nr),
  art,
  enhed,
})
/** The higher the number, the earlier the reference. */
const refFor = (item: Uuid): string => `r${99 - Number(item.slice(-2))}`

test('what is seen is not told of as hidden, and the rest by kind and unit, most first', () => {
  const kendte = [kendt(10, 'sag'), kendt(11, 'sag'), kendt(12, 'dokument'), kendt(13, 'dokument'), kendt(14, 'sag', null)]
  const skjulte = skjulteOf(kendte, [{ id: id(10) } as Ting], refFor)
  expect(groupSkjulte(skjulte).map(({ art, enhed, refs }) => [art, enhed, refs.length])).toEqual([
    ['dokument', 'Visitationen', 2],
    ['sag', '', 1],
    ['sag', 'Visitationen', 1],
  ])
})

test('things of a line stand by their references, which say nothing: not as they came, nor by their ids', () => {
  for (const raekkefoelge of [
    [10, 11, 12],
    [12, 11, 10],
    [11, 12, 10],
  ]) {
    const kendte = raekkefoelge.map((nr) => kendt(nr, 'sag'))
    expect(groupSkjulte(skjulteOf(kendte, [], refFor))[0]?.refs).toEqual(['r87', 'r88', 'r89'])
  }
})
