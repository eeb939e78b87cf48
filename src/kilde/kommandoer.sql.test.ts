import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tidspunkt } from '#kernel'
import { createCertifikat } from '#platform/crypto'
import { createTestDatabase, type Testdatabase } from '../../test/byggere/database.ts'
import { createKilderegister } from './kilderegister.ts'
import { addKildeCommands } from './kommandoer.ts'

const ID = '00000000-0000-4000-8000-0000000000e1'
const clock = { now: () => tidspunkt('2026-11-22T12:00:00Z') }
const mappe = mkdtempSync(join(tmpdir(), 'bbkilde-'))
const fil = (navn: string, indhold: string) => {
  writeFileSync(join(mappe, navn), indhold)
  return join(mappe, navn)
}
let t: Testdatabase
beforeAll(async () => {
  t = await createTestDatabase()
})
afterAll(async () => {
  await t.close()
  rmSync(mappe, { recursive: true })
})

/** Runs a command and answers what it printed, or the sentence that it ended with. */
async function run(...args: string[]): Promise<string> {
  const linjer: string[] = []
  const program = new Command().exitOverride().configureOutput({ writeErr: () => undefined })
  addKildeCommands(program, {
    run: async (work) => work({ db: t.db, clock, kilder: await createKilderegister(t.db, clock) }),
    bruger: 'dorte',
    print: (linje) => linjer.push(linje),
  })
  try {
    await program.parseAsync(['kilde', ...args], { from: 'user' })
  } catch (fejl) {
    return (fejl as Error).message
  }
  return linjer.join('\n')
}

test('a source is registered, given what it is known by, shown, blocked and let in, and every step is shown with who', async () => {
  const opret = ['opret', '--id', ID, '--navn', 'Lindely Omsorg', '--slags', 'eoj', '--kommune', '11111111', '--kle', '27.36']
  expect(await run(...opret, '--klient-id', 'lindely')).toBe(`Kilden Lindely Omsorg er oprettet: ${ID}`)
  expect(await run(...opret)).toContain('allerede en kilde')
  const hemmelighed = /: ([\w-]{43})$/.exec(await run('hemmelighed', ID))?.[1]
  expect(hemmelighed).toBeDefined()
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const valg = { navn: 'Lindely', noegle: privateKey, fra: new Date('2026-01-01'), til: new Date('2026-12-01T12:00:00Z') }
  expect(await run('certifikat', 'tilfoej', ID, fil('c.pem', createCertifikat(valg)))).toMatch(
    /^Registreret: [0-9a-f]{64}, gælder til 2026-12-01$/,
  )
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'n1' }
  expect(await run('noegle', 'tilfoej', ID, fil('n.json', JSON.stringify({ keys: [jwk] })))).toBe('Registreret: kid n1')
  await run('spaer', ID, '--grund', 'nøglen er kommet væk')
  expect(await run('vis')).toBe(`${ID}  Lindely Omsorg           eoj            SPÆRRET, CERTIFIKAT UDLØBER`)
  await run('aabn', ID, '--grund', 'nøglen er skiftet')
  await run('noegle', 'fjern', ID, 'n1')
  const vist = await run('vis', ID)
  expect(vist).toContain('CN=Lindely til 2026-12-01 ADVARSEL')
  expect(vist).not.toContain(hemmelighed)
  for (const hvad of [
    'oprettet',
    'hemmelighed skiftet',
    'certifikat tilføjet',
    'nøgler tilføjet',
    'spærret',
    'åbnet',
    'nøgle fjernet',
  ])
    expect(vist).toContain(`${hvad} (dorte)`)
})

test.each([
  [['vis', 'x'], 'skal være en UUID'],
  [['vis', '00000000-0000-4000-8000-0000000000ff'], 'ingen kilde'],
  [['certifikat', 'tilfoej', ID, '/findes/ikke'], 'kan ikke læses'],
  [['certifikat', 'fjern', ID, 'ab'], 'ikke det certifikat'],
  [['spaer', ID], '--grund'],
  [['opret', '--id', ID, '--navn', 'x', '--slags', 'eoj', '--kommune', '1'], 'otte cifre'],
  [['opret', '--id', ID, '--navn', 'x', '--slags', 'eoj', '--kommune', '11111111', '--kle', '2'], '27.36.04'],
  [['opret', '--id', ID, '--navn', 'x', '--slags', 'eoj', '--kommune', '11111111', '--rytme', '0'], 'antal timer'],
])('%j ends with a sentence', async (args, saetning) => {
  expect(await run(...args)).toContain(saetning)
})
