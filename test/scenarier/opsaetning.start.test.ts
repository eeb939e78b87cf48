import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { wireSystem } from '#compose'
import { type Config, readConfig } from '#config'
import { newUuid } from '#kernel'
import { DEMO_HENVENDELSESSTEDER, henvendelsesstedFor } from '#myndighed'
import { systemClock } from '#platform/clock'
import { createTestDatabase, type Testdatabase } from '../byggere/database.ts'
import { KORSBAEK, startWebsted } from '../byggere/websted.ts'

let base: Testdatabase
let mappe: string
beforeAll(async () => {
  base = await createTestDatabase()
  mappe = mkdtempSync(join(tmpdir(), 'bbopsaetning-'))
})
afterAll(async () => {
  await base.close()
  rmSync(mappe, { recursive: true, force: true })
})

const configFor = (miljoe: Readonly<Record<string, string>>): Config => readConfig({ BORGERBLIKKET_DATA: mappe, ...miljoe })
const registerFor = async (miljoe: Readonly<Record<string, string>>) => {
  const deps = { ejer: base.ejer, db: base.db, clock: systemClock, close: async () => undefined }
  return (await wireSystem({ ...deps, config: configFor(miljoe) })).register
}
const write = (navn: string, tekst: string): string => {
  const fil = join(mappe, navn)
  writeFileSync(fil, tekst)
  return fil
}
const RIGTIG = {
  BORGERBLIKKET_URL: 'https://borgerblikket.example',
  MITID_UDSTEDER: 'https://mitid.example',
  MITID_KLIENT_ID: 'x',
  MITID_KLIENT_HEMMELIGHED: 'y',
}

test('the made-up contact points are the demo’s alone; an installation has those of its file, or none', async () => {
  expect(henvendelsesstedFor(await registerFor({}), KORSBAEK)?.sted.navn).toBe('Borgerservice')
  expect(await registerFor(RIGTIG)).toEqual(new Map())
  const [hoved] = DEMO_HENVENDELSESSTEDER.filter((sted) => sted.hoved && sted.kommune === KORSBAEK)
  const fil = write('steder.json', JSON.stringify([{ ...hoved, navn: 'Rådhuset' }]))
  for (const miljoe of [RIGTIG, {}])
    expect(henvendelsesstedFor(await registerFor({ ...miljoe, HENVENDELSESSTEDER: fil }), KORSBAEK)?.sted.navn).toBe('Rådhuset')
})

test('a file of contact points that cannot be used stops the start with one sentence that names it', async () => {
  const vaek = join(mappe, 'findes-ikke.json')
  await expect(registerFor({ HENVENDELSESSTEDER: vaek })).rejects.toThrow(`HENVENDELSESSTEDER: ${vaek} kan ikke læses.`)
  const forkert = write('forkert.json', '[]]')
  await expect(registerFor({ HENVENDELSESSTEDER: forkert })).rejects.toThrow(
    `HENVENDELSESSTEDER: ${forkert} kan ikke bruges: det er ikke JSON.`,
  )
})

test('how many proxies stand in front is a small number, and none unless it is said', () => {
  expect(configFor({}).proxyLed).toBe(0)
  expect(configFor({ PROXY_LED: '2' }).proxyLed).toBe(2)
  for (const PROXY_LED of ['-1', '1.5', 'ja', '11']) expect(() => configFor({ PROXY_LED })).toThrow('PROXY_LED')
})

test('sessions that nobody needs are removed when the server starts', async () => {
  const raekke = [newUuid(), newUuid()]
  await base.asOwner(
    `INSERT INTO session (session_id, part_id, navn, loa, oprettet, set, udloeber)
     VALUES ($1, $2, 'Prøve Person', 'High', now() - interval '2 years', now() - interval '2 years', now() - interval '2 years')`,
    raekke,
  )
  const sted = await startWebsted({ base, dataMappe: mappe })
  await sted.close()
  expect(await base.asOwner('SELECT 1 FROM session WHERE session_id = $1', raekke.slice(0, 1))).toEqual([])
})

test('the login role can put on each role that the migrations have made, and owns none of them', async () => {
  const roller = await base.asOwner<{ navn: string; medlem: boolean; arver: boolean }>(
    `SELECT r.rolname AS navn, pg_has_role($1, r.oid, 'MEMBER') AS medlem, pg_has_role($1, r.oid, 'USAGE') AS arver
     FROM pg_namespace n, aclexplode(n.nspacl) a JOIN pg_roles r ON r.oid = a.grantee
     WHERE n.nspname = 'public' AND r.rolname LIKE 'borgerblikket_%' AND NOT r.rolcanlogin GROUP BY r.oid, r.rolname ORDER BY 1`,
    [base.app.user],
  )
  expect(roller.map(({ navn }) => navn)).toContain('borgerblikket_drift')
  expect(roller.filter(({ medlem, arver }) => !medlem || arver)).toEqual([])
  for (const { navn } of roller) {
    const rolle = navn.replace('borgerblikket_', '') as 'login'
    const kommune = { kommune: '29189846', formaal: 'noedstop', aktoer: newUuid() }
    const kontekst = (rolle.startsWith('kommune') ? { rolle, ...kommune } : { rolle, parter: [newUuid()], grund: 'x' }) as never
    const [svar] = await base.db.readBatch(kontekst, [{ text: 'SELECT current_user::text AS hvem', values: [] }])
    expect(svar).toEqual([{ hvem: navn }])
  }
})
