import { rmSync } from 'node:fs'
import { request } from 'node:http'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { idOf, type Kanarieverden, leverKanarier } from '../byggere/kanarieverden.ts'
import { send } from '../byggere/klient.ts'
import { type Serverproces, startServerproces } from '../byggere/serverproces.ts'
import { noterTal } from '../byggere/tal.ts'
import { makeDataMappe, startWebsted, type Testwebsted } from '../byggere/websted.ts'

/** Kills of the server in the middle of reading: a few in the daily run, more at full size. */
const DRAB = Number(process.env['BEVIS_DRAB'] ?? 4)

const dataMappe = makeDataMappe()
let sted: Testwebsted
let verden: Kanarieverden
let cookies: string[]
let processer: Serverproces[] = []

beforeAll(async () => {
  sted = await startWebsted({ dataMappe })
  verden = await leverKanarier(sted, 4)
  const browsere = await Promise.all(verden.personer.map(({ cpr, navn }) => sted.logInd(cpr, navn)))
  cookies = browsere.map((browser) => browser.cookies())
})
afterAll(async () => {
  for (const proces of processer) await proces.stop()
  await sted.close()
  rmSync(dataMappe, { recursive: true, force: true })
})

async function start(): Promise<Serverproces> {
  const proces = await startServerproces(sted.base, dataMappe)
  processer.push(proces)
  return proces
}
async function end(proces: Serverproces): Promise<void> {
  await proces.stop()
  processer = processer.filter((en) => en !== proces)
}

const numre = () => sted.base.asOwner<{ nr: number; hvad: string }>('SELECT nr::int, hvad FROM adgangslog ORDER BY nr')
const expectHul = async (): Promise<number> => {
  const alle = await numre()
  expect(alle.map(({ nr }) => nr)).toEqual(alle.map((_, i) => i + 1))
  expect(await sted.base.asOwner('SELECT antal::int FROM adgangslog_hoved')).toEqual([{ antal: alle.length }])
  return alle.length
}
const cookieOf = (i: number) => ({ cookie: cookies[i % 4] ?? '' })

test('two processes that write the log at once leave numbers without a gap, and a row for each page that was shown', {
  timeout: 90_000,
}, async () => {
  const [a, b] = [await start(), await start()]
  const foer = await expectHul()
  const antal = 400
  const svar = await Promise.all(
    Array.from({ length: antal }, (_, i) => {
      const vej = i % 2 === 0 ? '/sager' : `/sager/${idOf(i % 4, 'sag1')}`
      return send([a, b, { origin: sted.origin }][i % 3]?.origin ?? '', vej, { headers: cookieOf(i) })
    }),
  )
  expect(svar.map(({ status }) => status)).toEqual(svar.map(() => 200))
  // A case with notes is two reads.
  expect(await expectHul()).toBe(foer + antal / 2 + (antal / 2) * 2)
  await end(a)
  await end(b)
})

/** How many bytes come before the connection ends, whatever ends it. */
function countBytes(origin: string, sti: string, cookie: string): Promise<number> {
  return new Promise((resolve) => {
    let bytes = 0
    const ud = request(`${origin}${sti}`, { headers: { cookie } })
    ud.on('socket', (socket) => {
      socket.on('data', (del: Buffer) => {
        bytes += del.length
      })
      socket.on('close', () => resolve(bytes))
    })
    ud.on('response', (svar) => svar.resume())
    ud.on('error', () => undefined)
    ud.end()
  })
}

async function waitFor(holder: () => Promise<boolean>): Promise<void> {
  for (let forsoeg = 0; forsoeg < 200; forsoeg++) {
    if (await holder()) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error('It did not happen in time')
}

test('a server that is killed after it has read and before the log is written has sent not one byte', {
  timeout: 60_000,
}, async () => {
  const proces = await start()
  const { ejer } = sted.base
  const laas = new pg.Client({ ...ejer, ssl: ejer.ssl ?? false })
  await laas.connect()
  const foer = await expectHul()
  try {
    await laas.query('BEGIN; LOCK TABLE adgangslog_hoved IN ACCESS EXCLUSIVE MODE')
    const venter = ['/sager', '/overblik', '/api/v1/mig/ydelser'].map((sti) => countBytes(proces.origin, sti, cookies[0] ?? ''))
    await waitFor(async () => {
      const [svar] = await sted.base.asOwner<{ antal: number }>(
        `SELECT count(*)::int AS antal FROM pg_stat_activity
         WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%adgangslog_hoved%'`,
      )
      return (svar?.antal ?? 0) > 0
    })
    await proces.draeb()
    expect(await Promise.all(venter)).toEqual([0, 0, 0])
  } finally {
    await laas.query('ROLLBACK')
    await laas.end()
  }
  await end(proces)
  // A write that was on the wire may still be kept: the log may know of more than was shown, never of less.
  expect(await expectHul()).toBeGreaterThanOrEqual(foer)
})

test(`killed in the middle of serving, ${DRAB} times: every answer that anybody got is in the log`, {
  timeout: 30_000 + DRAB * 15_000,
}, async () => {
  let vist = 0
  for (let drab = 0; drab < DRAB; drab++) {
    const proces = await start()
    const foer = await expectHul()
    let sete = 0
    const klienter = Array.from({ length: 8 }, async (_, i) => {
      for (;;) {
        const svar = await send(proces.origin, '/sager', { headers: cookieOf(i) }).catch(() => undefined)
        if (!svar) return
        expect(svar.status).toBe(200)
        sete++
      }
    })
    await waitFor(async () => sete > 0)
    await new Promise((resolve) => setTimeout(resolve, (drab * 97) % 400))
    await proces.draeb()
    await Promise.all(klienter)
    await end(proces)
    expect((await expectHul()) - foer).toBeGreaterThanOrEqual(sete)
    vist += sete
  }
  noterTal(`${DRAB} kills, ${vist} pages seen, all in the log`)
})
