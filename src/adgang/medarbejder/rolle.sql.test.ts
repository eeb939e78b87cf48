import { Command } from 'commander'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cvrNummer, newUuid, type Tidspunkt, tidspunkt } from '#kernel'
import { fixedClock } from '#platform/clock'
import { DatabaseFejl, sql } from '#platform/database'
import { createTestDatabase, type Testdatabase } from '../../../test/byggere/database.ts'
import { ROLLER } from './medarbejder.ts'
import { listGaeldendeRoller } from './rolle.sql.ts'
import { addRolleCommands } from './rolle-kommando.ts'
import { fratagRolle, tildelRolle } from './tildel-rolle.ts'

const [BIRK, KORSBAEK] = [cvrNummer('10000001'), cvrNummer('11111111')]
const NU = tidspunkt('2026-11-22T12:00:00.000Z')
const SENERE = tidspunkt('2026-11-23T12:00:00.000Z')
let base: Testdatabase
beforeAll(async () => {
  base = await createTestDatabase()
})
afterAll(() => base.close())

const deps = (nu: Tidspunkt = NU) => ({ db: base.db, clock: fixedClock(nu) })
const valg = (mere: object = {}) => ({
  cvr: BIRK,
  medarbejder: newUuid(),
  navn: 'Sanne Prøve',
  rolle: 'leverandoer' as const,
  af: 'drift:anne',
  begrundelse: 'Bestilt af leverandøren',
  ...mere,
})
const rollerAf = async ({ cvr, medarbejder }: ReturnType<typeof valg>, nu = NU) =>
  (await base.db.readBatch({ rolle: 'login' }, [listGaeldendeRoller(cvr, medarbejder, nu)]))[0].map(({ rolle }) => rolle)

test('a role is given, held, taken away, and can be given again; what was is kept', async () => {
  const en = valg()
  expect((await tildelRolle(deps(), en)).ok).toBe(true)
  expect(await rollerAf(en)).toEqual(['leverandoer'])
  expect(await tildelRolle(deps(), en)).toEqual({ ok: false, afvisning: 'HAR_ROLLEN' })
  expect(await fratagRolle(deps(SENERE), { ...en, begrundelse: 'Er fratrådt' })).toEqual({ ok: true, value: 1 })
  expect(await rollerAf(en, SENERE)).toEqual([])
  expect(await rollerAf(en, NU)).toEqual(['leverandoer'])
  expect(await fratagRolle(deps(SENERE), en)).toEqual({ ok: false, afvisning: 'HAR_IKKE_ROLLEN' })
  expect((await tildelRolle(deps(SENERE), en)).ok).toBe(true)
  expect(await rollerAf(en, SENERE)).toEqual(['leverandoer'])
})

test('a role taken away before it began never begins', async () => {
  const en = valg({ fra: SENERE })
  expect((await tildelRolle(deps(), en)).ok).toBe(true)
  expect((await fratagRolle(deps(), en)).ok).toBe(true)
  expect(await rollerAf(en, SENERE)).toEqual([])
})

test.each([
  ['IKKE_KOMMUNE', { rolle: 'projektansvarlig' }],
  ['BEGRUNDELSE_MANGLER', { begrundelse: '  ja ' }],
  ['BEGRUNDELSE_MANGLER', { begrundelse: 'Vedrører 010190-1234' }],
  ['BEGRUNDELSE_MANGLER', { begrundelse: 'To\nlinjer her' }],
  ['NAVN_MANGLER', { navn: ' ' }],
  ['UGYLDIG_PERIODE', { til: NU }],
] as const)('refused: %s %j', async (afvisning, mere) => {
  expect(await tildelRolle(deps(), valg(mere) as never)).toEqual({ ok: false, afvisning })
})

test('every role that the program knows can be kept', async () => {
  for (const rolle of ROLLER) expect((await tildelRolle(deps(), valg({ cvr: KORSBAEK, rolle }))).ok).toBe(true)
})

test('no role of the application can change or remove what was given, nor read sessions but the login', async () => {
  for (const [rolle, text] of [
    ['opsaetning', 'UPDATE rolletildeling SET gaelder_til = now()'],
    ['opsaetning', 'DELETE FROM rolletildeling'],
    ['opsaetning', 'DELETE FROM rolleophoer'],
    ['login', "INSERT INTO rolleophoer VALUES (gen_random_uuid(), now(), 'x', 'x')"],
    ['opsaetning', 'SELECT FROM medarbejdersession'],
    ['modtagelse', 'SELECT FROM rolletildeling'],
  ] as const)
    await expect(base.db.transaction({ rolle }, (tx) => tx.run(sql(text)))).rejects.toThrow(DatabaseFejl)
  const borger = { rolle: 'borger', parter: [newUuid()], grund: 'egen' } as const
  await expect(base.db.readBatch(borger, [sql('SELECT FROM medarbejdersession')])).rejects.toThrow(DatabaseFejl)
})

test('the operator gives, looks over and takes away by command', async () => {
  const linjer: string[] = []
  const run = async (...argumenter: string[]) => {
    linjer.length = 0
    const program = new Command().exitOverride().configureOutput({ writeErr: () => undefined })
    const adgang = program.command('adgang')
    addRolleCommands(adgang, { run: (work) => work(deps()), bruger: 'anne', print: (linje) => void linjer.push(linje) })
    for (const kommando of program.commands[0]?.commands ?? [])
      kommando.exitOverride().configureOutput({ writeErr: () => undefined })
    await program.parseAsync(['adgang', ...argumenter], { from: 'user' })
    return linjer.join('\n')
  }
  const id = newUuid()
  const hvem = ['--cvr', '10000002', '--id', `urn:uuid:${id}`, '--rolle', 'driftsansvarlig', '--begrundelse', 'Den første']
  await run('tildel', ...hvem, '--navn', 'Lars Prøve')
  const liste = await run('vis', '--cvr', '10000002')
  expect(liste).toContain('CVR 10000002')
  expect(liste).toMatch(new RegExp(`Lars Prøve +driftsansvarlig +${id} +fra 2026-11-22, givet af drift:anne: Den første`))
  await expect(run('tildel', ...hvem, '--navn', 'Lars Prøve')).rejects.toThrow('har allerede rollen')
  await run('fratag', ...hvem)
  expect(await run('vis', '--cvr', '10000002')).toBe('Ingen har en rolle her.')
  expect(await run('vis', '--cvr', '10000002', '--historik')).toContain('frataget 2026-11-22 af drift:anne')
  await expect(run('tildel', ...hvem.with(5, 'konge'), '--navn', 'X')).rejects.toThrow()
  await expect(run('vis', '--cvr', '123')).rejects.toThrow('otte cifre')
})
