import { expect, test } from 'vitest'
import { Grundlagsfejl, Logfejl, Sessionsfejl } from '#adgangslog'
import { DatabaseFejl } from '#platform/database'
import { SnapshotFejl } from '#platform/snapshot'
import { forsoeg } from './forsoeg.ts'

test('a part that answers lacks nothing', async () => {
  expect(await forsoeg('ord', async () => 7)).toEqual({ vaerdi: 7, mangler: [] })
})

test.each([
  ['a query that was cut', new DatabaseFejl('canceling statement due to statement timeout (57014)', '57014'), 'tid'],
  ['a register whose query was cut', new SnapshotFejl('x', { cause: new DatabaseFejl('cut', '57014') }), 'tid'],
  ['a database that is not there', new DatabaseFejl('connect ECONNREFUSED'), 'fejl'],
  ['a log that cannot be written', new Logfejl('x'), 'fejl'],
  ['a fault of ours', new TypeError('x'), 'fejl'],
] as const)('%s is named, and nothing stands in its place', async (_, fejl, aarsag) => {
  expect(await forsoeg('daekning', () => Promise.reject(fejl))).toEqual({
    vaerdi: undefined,
    mangler: [{ del: 'daekning', aarsag }],
  })
})

test('a part that never answers is given up at its budget', async () => {
  expect(await forsoeg('notattekst', () => new Promise(() => undefined), -290)).toEqual({
    vaerdi: undefined,
    mangler: [{ del: 'notattekst', aarsag: 'tid' }],
  })
})

test.each([new Sessionsfejl('x'), new Grundlagsfejl('x')])('%s is of the whole page: nothing may be handed out', async (fejl) => {
  await expect(forsoeg('daekning', () => Promise.reject(fejl))).rejects.toBe(fejl)
})
