import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemClock } from '#platform/clock'
import { createAbonnement, proveModtager } from '../../src/beskedfordeler/abonnement/index.ts'
import { createUdsender } from '../../src/beskedfordeler/udsendelse/index.ts'
import { createHaendelsesbed, type Haendelsesbed } from '../byggere/haendelser.ts'
import { freePort } from '../byggere/port.ts'
import { KILDER } from '../byggere/websted.ts'

const ROD = join(import.meta.dirname, '..', '..')

let bed: Haendelsesbed
beforeAll(async () => {
  bed = await createHaendelsesbed()
})
afterAll(() => bed.close())

test('the receiver of the vendors’ guide is twenty lines, proves itself, takes each event once and refuses what is not signed', async () => {
  const tekst = readFileSync(join(ROD, 'docs/tilslutning/haendelser.md'), 'utf8')
  const kode = /```js\n([\s\S]*?)```/.exec(tekst)?.[1] ?? ''
  expect(
    kode
      .trim()
      .split('\n')
      .filter((linje) => linje !== '').length,
  ).toBeLessThanOrEqual(22)
  const port = await freePort()
  const url = `http://localhost:${port}/haendelser`
  // The receiver compares the time of a message with its own clock.
  const deps = { ...bed.deps, clock: systemClock, fristMs: 5_000 }
  const oenske = { navn: 'Vejledningens', url, form: 'cloudevent', formaal: 'synkronisering' } as const
  const alt = { arter: [], haendelser: [], kommuner: [], kle: [] }
  const svar = await createAbonnement(deps, KILDER.a, { ...oenske, ...alt })
  if (!svar.ok) throw new Error(svar.afvisning)
  const { abonnement, hemmelighed } = svar.value
  const proces = spawn(process.execPath, ['--input-type=module', '-e', kode], {
    cwd: ROD,
    env: { PATH: process.env['PATH'], HEMMELIGHED: hemmelighed, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let ord = ''
  proces.stdout.on('data', (del: Buffer) => {
    ord += del.toString()
  })
  try {
    for (let forsoeg = 0; ; forsoeg++) {
      const bevist = await proveModtager(deps, KILDER.a.id, abonnement.id)
      if (bevist.ok) break
      if (forsoeg > 100) throw new Error(bevist.afvisning)
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    const udsender = createUdsender(deps)
    const [objekt] = await bed.skete({ haendelse: 'opdateret' })
    await udsender.distribute()
    expect(await udsender.deliverDue()).toBe(1)
    // As after a record that was lost.
    await bed.base.asOwner(`UPDATE udsendelse SET tilstand = 'venter', naeste = now() - interval '1 minute'`)
    expect(await udsender.deliverDue()).toBe(1)
    const [talt] = await bed.base.asOwner<{ antal: string }>(
      `SELECT count(*) AS antal FROM udsendelse WHERE tilstand = 'leveret'`,
    )
    expect(talt?.antal).toBe('1')
    const usigneret = await fetch(url, { method: 'POST', body: JSON.stringify({ type: 'x', subject: 'forfalsket' }) })
    expect(usigneret.status).toBe(401)
    while (!ord.includes('\n')) await new Promise((resolve) => setTimeout(resolve, 10))
    expect(ord).toBe(`dk.borgerblikket.sag.opdateret.v1 ${objekt}\n`)
  } finally {
    proces.kill('SIGKILL')
  }
})
