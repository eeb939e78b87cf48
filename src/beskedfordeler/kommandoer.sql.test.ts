import { Command } from 'commander'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Opstartsfejl } from '#platform/database'
import { createHaendelsesbed, type Haendelsesbed } from '../../test/byggere/haendelser.ts'
import { answerStatus, startModtager } from '../../test/byggere/modtager.ts'
import { KILDER } from '../../test/byggere/websted.ts'
import { addBeskedfordelerCommands } from './kommandoer.ts'

let bed: Haendelsesbed
beforeAll(async () => {
  bed = await createHaendelsesbed()
})
afterAll(() => bed.close())

/** Runs a command as the operator would; answers what it prints. */
async function koer(...ord: readonly string[]): Promise<string[]> {
  const linjer: string[] = []
  const program = new Command()
  addBeskedfordelerCommands(program, {
    run: (work) =>
      work({
        db: bed.base.db,
        clock: bed.ur,
        noegler: bed.noegler,
        kilder: bed.kilder,
        config: { demo: {}, haendelserDage: 30 },
      }),
    print: (linje) => linjer.push(linje),
  })
  await program.parseAsync(['node', 'borgerblikket', 'beskedfordeler', ...ord])
  return linjer
}

test('the operator makes a municipality’s subscription, proves it, sees what is dead, sends it again, pauses and deletes it', async () => {
  const modtager = await startModtager()
  const [id = '', hemmelighed = ''] = await koer('opret', '--kommune', '11111111', '--navn', 'Korsbæk', '--url', modtager.url)
  await expect(koer('bevis', id)).rejects.toThrow(Opstartsfejl)
  modtager.give(hemmelighed)
  expect(await koer('bevis', id)).toEqual(['Gjort.'])
  modtager.opfoer(answerStatus(500))
  const [objekt] = await bed.skete({}, { kommune: '12345678' })
  await bed.udsender.distribute()
  for (let i = 0; i < 20; i++) {
    await bed.udsender.deliverDue()
    bed.ur.frem(7 * 3_600_000)
  }
  expect((await koer('tilstand')).join('\n')).toMatch(
    /aktiv {2}Korsbæk {2}kommune 11111111[\s\S]*venter 0, leveret 0, døde 1,[\s\S]*FEJL_HOS_MODTAGER/,
  )
  const doede = await koer('doede', id)
  expect(doede).toEqual([expect.stringContaining(`objekt ${objekt}`)])
  const haendelse = doede[0]?.slice(0, 36) ?? ''
  modtager.opfoer(answerStatus(200))
  expect(await koer('genudsend', id, '--fra', '2030-01-01T00:00:00Z')).toEqual(['0 hændelser ligger i køen igen.'])
  expect(await koer('genudsend', id, '--haendelse', haendelse)).toEqual(['1 hændelser ligger i køen igen.'])
  await bed.udsender.deliverDue()
  expect((await koer('tilstand')).join('\n')).toContain('leveret 1, døde 0')
  expect((await koer('hemmelighed', id))[0]).toMatch(/^whsec_/)
  await koer('pause', id)
  await koer('genoptag', id)
  await koer('slet', id)
  expect(await koer('tilstand')).toEqual([])
  expect(await koer('ryd-op')).toEqual(['0 hændelser er fjernet.'])
  await modtager.close()
})

test.each<[string, readonly string[]]>([
  ['no owner', ['opret', '--navn', 'a', '--url', 'http://localhost/']],
  ['two owners', ['opret', '--kommune', '11111111', '--kilde', KILDER.a.id, '--navn', 'a', '--url', 'http://localhost/']],
  [
    'an unknown source',
    ['opret', '--kilde', 'd0000000-0000-4000-8000-00000000000d', '--navn', 'a', '--url', 'http://localhost/'],
  ],
  [
    'another municipality',
    ['opret', '--kommune', '11111111', '--kommuner', '12345678', '--navn', 'a', '--url', 'http://localhost/'],
  ],
  ['an address that is none', ['opret', '--kommune', '11111111', '--navn', 'a', '--url', 'localhost']],
  ['an id that is none', ['pause', 'min']],
  ['what is not there', ['pause', 'd0000000-0000-4000-8000-00000000000d']],
])('%s is answered with a sentence', async (_navn, ord) => {
  await expect(koer(...ord)).rejects.toThrow(Opstartsfejl)
})
