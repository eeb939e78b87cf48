import { afterAll, beforeAll, expect, test } from 'vitest'
import { send } from '../../../test/byggere/klient.ts'
import { somKilde } from '../../../test/byggere/levering.ts'
import { startWebsted, type Testwebsted } from '../../../test/byggere/websted.ts'

let sted: Testwebsted
beforeAll(async () => {
  sted = await startWebsted()
})
afterAll(() => sted.close())

const ask = (body: string, headers: Record<string, string> = {}) =>
  send(
    sted.origin,
    '/soap/sagdokumentindeks/6',
    { method: 'POST', headers: { 'content-type': 'application/soap+xml', ...somKilde('a'), ...headers }, body },
    sted.agent,
  )
const regler = async () =>
  (await sted.base.asOwner<{ regel: string }>('SELECT regel FROM afvisning WHERE objekt_id IS NULL ORDER BY modtaget')).map(
    ({ regel }) => regel,
  )

test('each message of a known source that gets a fault is kept as a refusal, and nobody else can leave one', async () => {
  expect((await ask('<a/>')).status).toBe(400)
  expect((await ask('{}', { 'content-type': 'application/json' })).status).toBe(415)
  expect((await ask('x', { 'content-encoding': 'gzip' })).status).toBe(415)
  expect((await ask(' '.repeat(6 * 1024 * 1024))).status).toBe(413)
  expect((await ask('<a/>', { 'x-borgerblikket-udviklingsnoegle': 'ukendt' })).status).toBe(401)
  expect(await regler()).toEqual(['IND-001', 'IND-013', 'IND-013', 'IND-015'])
})
