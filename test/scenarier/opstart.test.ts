import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { Agent, get, request } from 'node:http'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createNoegler } from '#platform/crypto'
import {
  findPostgres,
  findRester,
  freePort,
  listProcesser,
  makeMappe,
  removeMappe,
  type Serverproces,
  startProces,
  statusOf,
  stopProces,
  untilServing,
} from '../campaigns/serverproces.ts'

const SEKUNDER_TIL_STOP = 5
/** A start takes a second, and ten where the machine is busy with other things. */
const TAALMOD = { timeout: 120_000 }

/** A start that is refused ends with one sentence for the operator, no stack trace, code 1, and nothing left behind. */
async function expectRefused(proces: Serverproces, saetning: RegExp, dataMappe?: string): Promise<void> {
  expect(await proces.slut).toBe(1)
  const linjer = proces.ord().trim().split('\n')
  expect(linjer).toHaveLength(1)
  expect(linjer[0]).toMatch(saetning)
  if (dataMappe) expect(findRester(dataMappe)).toEqual([])
}

const mapper: string[] = []
const newMappe = (): string => {
  const mappe = makeMappe()
  mapper.push(mappe)
  return mappe
}
const startet: Serverproces[] = []
const start = async (dataMappe: string, miljoe: Readonly<Record<string, string>> = {}): Promise<Serverproces> => {
  const proces = startProces({ PORT: String(await freePort()), BORGERBLIKKET_DATA: dataMappe, ...miljoe })
  startet.push(proces)
  return proces
}

afterAll(async () => {
  for (const proces of startet) await stopProces(proces)
  for (const mappe of mapper) removeMappe(mappe)
})

describe.skipIf(process.platform !== 'linux')('a site that runs, in a folder with spaces and Danish letters', TAALMOD, () => {
  let dataMappe: string
  let server: Serverproces
  beforeAll(async () => {
    dataMappe = join(newMappe(), '..', 'Ærø og Ålborg')
    server = await start(dataMappe)
    await untilServing(server)
  })

  test('tells its address and whom to log in as', async () => {
    // It serves a moment before it says so.
    await expect.poll(() => server.ord(), { timeout: 30_000 }).toContain('Stop med Ctrl-C')
    expect(server.ord()).toContain(`Borgerblikket kører på ${server.url}`)
    expect(server.ord()).toMatch(/740388-0003 {2}Mads Kjærgaard/)
  })

  test.each([
    ['another port', false],
    ['the same port', true],
  ])('refuses a second start on its data at %s', async (_, same) => {
    const anden = await start(dataMappe, same ? { PORT: new URL(server.url).port } : {})
    expect(await anden.slut).toBe(1)
    expect(anden.ord().trim()).toBe(
      `Borgerblikket kører allerede med data i ${dataMappe}. Stop den anden først, eller vælg en anden mappe med BORGERBLIKKET_DATA.`,
    )
    expect(await statusOf(server.url)).toBe(200)
  })

  test('refuses others its port before they have made anything', async () => {
    const anden = newMappe()
    const { port } = new URL(server.url)
    await expectRefused(await start(anden, { PORT: port }), new RegExp(`^Port ${port} er optaget: stop det, der bruger den`))
    expect(() => readFileSync(anden)).toThrow('ENOENT')
  })

  test('after kill -9 the database that is left behind is stopped and taken over', async () => {
    const foer = findPostgres(dataMappe)
    server.kill('SIGKILL')
    await server.slut
    expect(listProcesser().map(({ pid }) => pid)).toContain(foer?.pid)
    server = await start(dataMappe)
    await untilServing(server)
    const efter = findPostgres(dataMappe)
    expect(efter?.pid).not.toBe(foer?.pid)
    expect(listProcesser().map(({ pid }) => pid)).not.toContain(foer?.pid)
    expect(findRester(dataMappe).filter((rest) => rest.startsWith('bb-'))).toHaveLength(1)
    expect(server.ord()).not.toContain('Leverer')
  })

  test('a database that is killed is started again, and pages are served', async () => {
    const foer = findPostgres(dataMappe)
    // Never 0, which is the whole group that the tests run in.
    if (!foer) throw new Error('The server has no database of its own')
    process.kill(foer.pid, 'SIGKILL')
    await expect.poll(() => findPostgres(dataMappe)?.pid, { timeout: 20_000 }).not.toBe(foer.pid)
    await expect.poll(() => statusOf(`${server.url}/`), { timeout: 20_000 }).toBe(200)
  })

  test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    '%s, twice, stops it in order within five seconds, also with open connections and a delivery half sent',
    async (signal) => {
      const agent = new Agent({ keepAlive: true })
      await new Promise((resolve) => get(server.url, { agent }, (svar) => svar.resume().once('end', () => resolve(undefined))))
      const halv = request(`${server.url}/api/v1/leverancer`, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-ndjson',
          'idempotency-key': `halv ${signal}`,
          'x-borgerblikket-udviklingsnoegle': 'udvikling-lindely-omsorg',
        },
      })
      halv.on('error', () => undefined)
      halv.write('{"art":"sag"')
      await wait(200)
      const begyndt = Date.now()
      server.kill(signal)
      await wait(20)
      server.kill(signal)
      expect(await server.slut).toBe(0)
      expect(Date.now() - begyndt).toBeLessThan(SEKUNDER_TIL_STOP * 1000)
      expect(findRester(dataMappe)).toEqual([])
      expect(server.ord()).not.toMatch(/\n {4}at /)
      agent.destroy()
      server = await start(dataMappe)
      await untilServing(server)
    },
  )

  test('refuses keys that are not those that the data were made with', async () => {
    await stopProces(server)
    const fil = join(dataMappe, 'noegler', 'opslag.json')
    const vore = readFileSync(fil, 'utf8')
    const andre = newMappe()
    createNoegler(join(andre, 'noegler'))
    writeFileSync(fil, readFileSync(join(andre, 'noegler', 'opslag.json')))
    await expectRefused(await start(dataMappe), /^Nøglerne i .* hører ikke til denne database/, dataMappe)
    writeFileSync(fil, vore)
    const adgangskode = join(dataMappe, 'noegler', 'pg-adgangskode')
    writeFileSync(adgangskode, 'en anden')
    await expectRefused(await start(dataMappe), /^Nøglerne i datamappen hører ikke til databasen/, dataMappe)
  })

  test('refuses data of another version of PostgreSQL', async () => {
    writeFileSync(join(dataMappe, 'pg', 'PG_VERSION'), '14\n')
    await expectRefused(await start(dataMappe), /^Databasen i .* er lavet af en anden udgave af PostgreSQL/, dataMappe)
  })
})

describe.skipIf(process.platform !== 'linux')('a site that is being loaded', TAALMOD, () => {
  test('refuses another start, and stops within five seconds; the next start goes on', async () => {
    const dataMappe = newMappe()
    const foerste = await start(dataMappe, { BORGERBLIKKET_BORGERE: '300' })
    await expect.poll(() => foerste.ord(), { timeout: 30_000 }).toContain('Leverer')
    const anden = await start(dataMappe)
    expect(await anden.slut).toBe(1)
    expect(anden.ord().trim()).toMatch(/^Borgerblikket kører allerede med data i /)
    const begyndt = Date.now()
    expect(await stopProces(foerste)).toBe(0)
    expect(Date.now() - begyndt).toBeLessThan(SEKUNDER_TIL_STOP * 1000)
    expect(findRester(dataMappe)).toEqual([])
    expect(foerste.ord()).not.toMatch(/\n {4}at /)
    const naeste = await start(dataMappe, { BORGERBLIKKET_BORGERE: '300' })
    await untilServing(naeste)
    expect(await stopProces(naeste)).toBe(0)
  })

  test('of two first starts at the same time exactly one wins', async () => {
    const dataMappe = newMappe()
    const to = [await start(dataMappe), await start(dataMappe)]
    const taber = await Promise.race(to.map(async (proces) => ({ proces, kode: await proces.slut })))
    expect(taber.kode).toBe(1)
    expect(taber.proces.ord().trim()).toMatch(/^Borgerblikket kører allerede med data i /)
    const vinder = to.find((proces) => proces !== taber.proces)!
    await untilServing(vinder)
    expect(await stopProces(vinder)).toBe(0)
    expect(findRester(dataMappe)).toEqual([])
  })

  test('is stopped before the database is up', async () => {
    const dataMappe = newMappe()
    const proces = await start(dataMappe)
    await expect.poll(() => findPostgres(dataMappe), { interval: 5, timeout: 20_000 }).toBeDefined()
    expect(await stopProces(proces)).toBe(0)
    expect(findRester(dataMappe)).toEqual([])
  })
})

describe('what is wrong is told in one sentence', TAALMOD, () => {
  test('a port that is none', async () => {
    await expectRefused(await start(newMappe(), { PORT: '65536' }), /^PORT skal være et helt tal fra 1 til 65535\.$/)
  })

  test('a host that is no address of this machine', async () => {
    await expectRefused(await start(newMappe(), { HOST: '192.0.2.1' }), /^192\.0\.2\.1 er ingen adresse på denne maskine/)
  })

  test('a data folder that is a file', async () => {
    const dataMappe = newMappe()
    writeFileSync(dataMappe, '')
    await expectRefused(await start(dataMappe), /^Der kan ikke skrives i datamappen .* \((EEXIST|ENOTDIR)\)/)
  })

  // Root may write anywhere.
  test.skipIf(process.getuid?.() === 0)('a data folder that may not be written in', async () => {
    const dataMappe = newMappe()
    mkdirSync(dataMappe, { mode: 0o555 })
    await expectRefused(await start(dataMappe), /^Der kan ikke skrives i datamappen .* \(EACCES\)/)
  })
})
