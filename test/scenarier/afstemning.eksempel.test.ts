import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lavSag, part, TID } from '../byggere/elementer.ts'
import { KORSBAEK, startWebsted, type Testwebsted, udviklingsnoegle } from '../byggere/websted.ts'

const ROD = join(import.meta.dirname, '..', '..')
const nr = (tal: number): string => `5a600000-0000-4000-8000-${String(tal).padStart(12, '0')}`
let sted: Testwebsted
beforeAll(async () => {
  sted = await startWebsted()
})
afterAll(() => sted.close())

/** What the example of the vendors' guide prints when it has these objects. */
async function run(kode: string, mine: readonly (readonly [string, string])[]): Promise<Record<string, unknown>> {
  const proces = spawn(process.execPath, ['--input-type=module', '-e', kode], {
    env: {
      PATH: process.env['PATH'],
      ADRESSE: sted.origin,
      NOEGLE: udviklingsnoegle('a'),
      KOMMUNE: KORSBAEK,
      SENDT: String(mine.length),
      MINE: JSON.stringify(mine),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let ord = ''
  proces.stdout.on('data', (del: Buffer) => {
    ord += del.toString()
  })
  await once(proces, 'close')
  return JSON.parse(ord) as Record<string, unknown>
}

test('the whole example of the vendors’ guide runs as it stands, and finds what is missing and what agrees', async () => {
  const tekst = readFileSync(join(ROD, 'docs/tilslutning/afstemning.md'), 'utf8')
  const kode = /```js\n([\s\S]*?)```/.exec(tekst)?.[1] ?? ''
  expect(kode).toContain('trin.resultat')
  const mine = Array.from({ length: 60 }, (_, i) => [nr(i), TID] as const)
  const sager = mine.map(([id], i) => lavSag({ id, nummer: `S-${i}`, parter: [part('Primær part', '8712450017')] }))
  await sted.lever('a', sager.slice(2))
  expect(await run(kode, mine)).toMatchObject({
    stemmer: false,
    bevist: false,
    manglerHer: [
      { id: nr(0), tidspunkt: TID, hvorfor: 'IKKE_MODTAGET' },
      { id: nr(1), tidspunkt: TID, hvorfor: 'IKKE_MODTAGET' },
    ].map((led) => expect.objectContaining({ hvorfor: led.hvorfor })),
    manglerHosKilden: [],
    forskellige: [],
  })
  await sted.lever('a', sager.slice(0, 2))
  expect(await run(kode, mine)).toMatchObject({ stemmer: true, bevist: true, manglerHer: [] })
})
