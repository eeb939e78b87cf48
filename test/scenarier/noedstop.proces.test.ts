import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lavSag, part } from '../byggere/elementer.ts'
import { send } from '../byggere/klient.ts'
import { logIndPaaArbejde, type Paaarbejde } from '../byggere/medarbejder.ts'
import { type Serverproces, startServerproces } from '../byggere/serverproces.ts'
import { noterTal } from '../byggere/tal.ts'
import { KORSBAEK, makeDataMappe, startWebsted, type Testwebsted } from '../byggere/websted.ts'

/** What is stopped through one process is hidden by another, which nobody has told. */
const ULLA = '6101801010'
const SAG = randomUUID()
const GANGE = 10
const dataMappe = makeDataMappe()
let sted: Testwebsted
let anden: Serverproces
let karen: Paaarbejde
let henrik: Paaarbejde
let cookie: string

beforeAll(async () => {
  sted = await startWebsted({ dataMappe })
  await sted.lever('a', [lavSag({ id: SAG, parter: [part('Primær part', ULLA)] })])
  karen = await logIndPaaArbejde(sted, { cvr: KORSBAEK, roller: ['kvalitetsansvarlig'], navn: 'Karen Østerby' })
  henrik = await logIndPaaArbejde(sted, { cvr: KORSBAEK, roller: ['projektansvarlig'], navn: 'Henrik Aabo' })
  cookie = (await sted.logInd(ULLA)).cookies()
  anden = await startServerproces(sted.base, dataMappe)
})
afterAll(async () => {
  await anden?.stop()
  await sted?.close()
  rmSync(dataMappe, { recursive: true, force: true })
})

/** Whether the other process shows Ulla her case. */
async function ses(): Promise<boolean> {
  const svar = await send(anden.origin, '/api/v1/mig/sager', { headers: { cookie } })
  expect(svar.status).toBe(200)
  return svar.tekst.includes(SAG)
}

test('no read that is begun in another process after the stop is answered shows it; none before the opening shows it again', {
  timeout: 90_000,
}, async () => {
  const ms: number[] = []
  for (let gang = 0; gang < GANGE; gang++) {
    expect(await ses()).toBe(true)
    const start = performance.now()
    const svar = await karen.post('/kommune/noedstop', { slags: 'ting', vaerdi: SAG, begrundelse: 'Forkert borger' })
    expect(svar.status).toBe(303)
    expect(await ses()).toBe(false)
    ms.push(performance.now() - start)
    const sti = `/kommune/noedstop/${String(svar.headers['location']).split('gjort=')[1]}`
    await henrik.post(sti, { trin: 'foreslaaet', begrundelse: 'Rettet nu' })
    expect(await ses()).toBe(false)
    await karen.post(sti, { trin: 'bekraeftet' })
  }
  expect(await ses()).toBe(true)
  const sorteret = ms.toSorted((a, b) => a - b).map(Math.round)
  noterTal(
    `From the button to a read in another process that hides it: ${sorteret[GANGE / 2]} ms, at most ${sorteret.at(-1)} ms, ${GANGE} times`,
  )
})
