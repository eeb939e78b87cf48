import { Command } from 'commander'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tidspunkt } from '#kernel'
import type { Afstemningsudfald } from '../../src/demo/fagsystemer/afstem.ts'
import { koerFagsystemer } from '../../src/demo/fagsystemer/koer.ts'
import { addFagsystemCommands } from '../../src/demo/fagsystemer/kommando.ts'
import { FAGSYSTEMER, type Fagsystem } from '../../src/demo/fagsystemer/systemer.ts'
import { registerKilder } from '../../src/demo/indlaes/registre.ts'
import { createVerden } from '../../src/demo/verden/index.ts'
import { startWebsted, type Testwebsted } from '../byggere/websted.ts'

let sted: Testwebsted
const medHistorie = new Set<string>()
const nu = tidspunkt(new Date())
beforeAll(async () => {
  sted = await startWebsted()
  await registerKilder(sted.system.kilder, createVerden({ seed: 1, borgere: 0, nu }))
})
afterAll(() => sted.close())

const koer = async (systemer: readonly Fagsystem[], sager = 12) => {
  const valg = { adresse: new URL(sted.origin), seed: 1, sager, dage: 6, nu }
  return koerFagsystemer(systemer, { ...valg, vent: async () => undefined, onDag: () => undefined })
}
const talt = async (tabel: 'registrering' | 'objekt' | 'kvittering'): Promise<number> => {
  const [raekke] = await sted.base.asOwner<{ antal: string }>(`SELECT count(*) AS antal FROM ${tabel}`)
  return Number(raekke?.antal)
}

test('there are five ESDH, four EOJ, two of job centres and two of places, of other habits each, and one of each kind is careless', () => {
  const antal = (art: string) => FAGSYSTEMER.filter((en) => en.art === art).length
  expect(['esdh', 'eoj', 'jobcenter', 'pladsanvisning'].map(antal)).toEqual([5, 4, 2, 2])
  expect(new Set(FAGSYSTEMER.map(({ vaner }) => JSON.stringify(vaner))).size).toBe(FAGSYSTEMER.length)
  const sjuskede = FAGSYSTEMER.filter(({ vaner }) => vaner.sjusk)
  expect(sjuskede.map(({ art }) => art).sort()).toEqual(['eoj', 'esdh', 'jobcenter', 'pladsanvisning'])
})

test.each(FAGSYSTEMER.map((system) => [system.navn, system] as const))(
  '%s passes the intake: refused for its own carelessness alone, which it mends',
  async (navn, system) => {
    const foer = { registrering: await talt('registrering'), objekt: await talt('objekt') }
    const udfald = (await koer([system])).get(navn)
    expect(udfald?.uventede).toEqual([])
    expect(udfald?.modtaget).toBeGreaterThan(20)
    expect((udfald?.forventede ?? 0) > 0).toBe(system.vaner.sjusk !== undefined)
    // Over SOAP what was kept before has the same code as what is kept now.
    const { hvad, sender, kanal } = system.vaner
    if ((hvad === 'alt' || sender === 'dobbelt') && kanal === 'rest') expect(udfald?.uaendret).toBeGreaterThan(20)
    const nye = { registrering: (await talt('registrering')) - foer.registrering, objekt: (await talt('objekt')) - foer.objekt }
    expect(nye.registrering).toBeGreaterThanOrEqual(nye.objekt)
    if (nye.registrering > nye.objekt) medHistorie.add(navn)
    const aabne = await sted.base.asOwner('SELECT 1 FROM afvisning WHERE afgjort IS NULL')
    expect(aabne).toEqual([])
  },
)

test('something changes while the days go, so objects have a history: not at each system in each six days of the year', () => {
  expect(medHistorie.size).toBeGreaterThan(FAGSYSTEMER.length / 3)
})

test('the same seed on the same day is the same world: run again, nothing new is kept', async () => {
  const rolige = FAGSYSTEMER.filter(({ vaner }) => !vaner.urMs && !vaner.sjusk)
  await koer(rolige)
  const foer = await talt('registrering')
  const igen = await koer(rolige)
  expect([...igen.values()].flatMap(({ uventede }) => uventede)).toEqual([])
  expect(await talt('registrering')).toBe(foer)
})

test('each source reconciles what its systems have, and a sign of life after it keeps the proof', async () => {
  const alene = await startWebsted()
  try {
    await registerKilder(alene.system.kilder, createVerden({ seed: 1, borgere: 0, nu }))
    const svar: (Afstemningsudfald & { readonly kilde: string })[] = []
    const rolige = FAGSYSTEMER.filter(({ vaner }) => !vaner.urMs && vaner.sjusk?.hvad !== 'urForan')
    await koerFagsystemer(rolige, {
      ...{ adresse: new URL(alene.origin), seed: 1, sager: 6, dage: 4, nu },
      vent: async () => undefined,
      onDag: () => undefined,
      onAfstemt: (kilde, udfald) => svar.push({ kilde, ...udfald }),
    })
    expect(new Set(svar.map(({ kilde }) => kilde))).toEqual(new Set(rolige.map(({ somKilde }) => somKilde)))
    for (const et of svar)
      expect(et).toMatchObject({ kilde: et.kilde, stemmer: true, forskelle: 0, bevist: true, livstegn: true })
    const [raekke] = await alene.base.asOwner<{ antal: string }>('SELECT count(*) AS antal FROM livstegn WHERE hvorfor IS NULL')
    expect(Number(raekke?.antal)).toBe(svar.length)
  } finally {
    await alene.close()
  }
})

test('what is to go over SOAP went over SOAP, and the rest over REST', async () => {
  const kanaler = await sted.base.asOwner<{ kanal: string }>('SELECT DISTINCT kanal FROM leverance ORDER BY kanal')
  expect(kanaler.map(({ kanal }) => kanal)).toEqual(['rest', 'soap'])
})

async function typed(...args: string[]) {
  const linjer: string[] = []
  const program = new Command('borgerblikket')
  program.command('demo')
  addFagsystemCommands(program, {
    print: (linje) => void linjer.push(linje),
    guarded: async (work) => {
      await work().catch((fejl: Error) => linjer.push(fejl.message))
    },
  })
  const foer = process.exitCode
  process.exitCode = 0
  await program.parseAsync(['demo', 'fagsystemer', ...args], { from: 'user' })
  const kode = process.exitCode
  process.exitCode = foer
  return { kode, linjer }
}

test('as it is typed: one system, a few days spread over a second; an unknown one is told', async () => {
  const start = performance.now()
  const svar = await typed('--mod', sted.origin, '--kun', 'pladsanvisning', '--dage', '3', '--sager', '4', '--varighed', '1s')
  expect(performance.now() - start).toBeGreaterThan(900)
  expect(svar.kode).toBe(0)
  expect(svar.linjer).toEqual([
    expect.stringMatching(/^Gyngestativet +\d+ leveringer, \d+ modtaget/),
    expect.stringMatching(/^Rutsjebanen +\d+ leveringer, \d+ modtaget, \d+ uændret, \d+ afvist for sjusk og rettet$/),
  ])
  expect((await typed('--kun', 'Acadabra')).linjer).toEqual([expect.stringContaining('Intet system hedder sådan')])
  expect((await typed('--vis')).linjer).toHaveLength(FAGSYSTEMER.length)
})
