import { afterAll, beforeAll, expect, test } from 'vitest'
import { createHaendelsesbed, type Haendelsesbed, insertHaendelser, openForbindelse } from '../../../test/byggere/haendelser.ts'
import { KILDER } from '../../../test/byggere/websted.ts'
import { distribute } from './fordel.ts'

let bed: Haendelsesbed
beforeAll(async () => {
  bed = await createHaendelsesbed()
})
afterAll(() => bed.close())

const orden = () =>
  bed.base.asOwner<{ objekt_id: string; loebenr: string }>(
    'SELECT objekt_id, loebenr FROM udbakke WHERE loebenr IS NOT NULL ORDER BY loebenr',
  )

test('a transaction that commits after a later one is not passed over, and the numbers have no gap', async () => {
  const [tidlig, sen] = [await openForbindelse(bed.base), await openForbindelse(bed.base)]
  try {
    const skriv = (client: typeof tidlig) =>
      insertHaendelser((tekst, vaerdier) => client.query(tekst, vaerdier), bed.ur.now(), [{}])
    await tidlig.query('BEGIN')
    await sen.query('BEGIN')
    const [foerst] = await skriv(tidlig)
    const [sidst] = await skriv(sen)
    await sen.query('COMMIT')
    expect(await distribute(bed.deps)).toBe(1)
    const laest = await orden()
    expect(laest.map(({ objekt_id }) => objekt_id)).toEqual([sidst])
    await tidlig.query('COMMIT')
    expect(await distribute(bed.deps)).toBe(1)
    // Whoever had read up to the first number finds the late one after it.
    expect((await orden()).map(({ objekt_id }) => objekt_id)).toEqual([sidst, foerst])
    const [hoved] = await bed.base.asOwner<{ sidste: string }>('SELECT sidste FROM udbakke_hoved')
    expect(Number(hoved?.sidste)).toBe(2)
  } finally {
    await tidlig.end()
    await sen.end()
  }
})

test('many writers and several processes that number at once: a reader who follows the numbers misses none and sees none twice', async () => {
  const [hoved] = await bed.base.asOwner<{ sidste: string }>('SELECT sidste FROM udbakke_hoved')
  let laestTil = Number(hoved?.sidste)
  const laeste: string[] = []
  let skriver = true
  const forventede: string[] = []
  const skrivere = Array.from({ length: 6 }, async () => {
    const client = await openForbindelse(bed.base)
    for (let i = 0; i < 25; i++) {
      await client.query('BEGIN')
      const antal = 1 + (i % 3)
      const nye = await insertHaendelser(
        (tekst, vaerdier) => client.query(tekst, vaerdier),
        bed.ur.now(),
        Array.from({ length: antal }, () => ({})),
      )
      await new Promise((resolve) => setTimeout(resolve, (i * 7) % 11))
      const opgivet = i % 8 === 5
      await client.query(opgivet ? 'ROLLBACK' : 'COMMIT')
      if (!opgivet) forventede.push(...nye)
    }
    await client.end()
  })
  const nummerere = Array.from({ length: 3 }, async () => {
    while (skriver) await distribute(bed.deps)
  })
  const laeser = async () => {
    const raekker = await bed.base.asOwner<{ objekt_id: string; loebenr: string }>(
      'SELECT objekt_id, loebenr FROM udbakke WHERE loebenr > $1 ORDER BY loebenr',
      [laestTil],
    )
    laeste.push(...raekker.map(({ objekt_id }) => objekt_id))
    laestTil = Number(raekker.at(-1)?.loebenr ?? laestTil)
  }
  const foelger = (async () => {
    while (skriver) await laeser()
  })()
  await Promise.all(skrivere)
  skriver = false
  await Promise.all([...nummerere, foelger])
  while ((await distribute(bed.deps)) > 0);
  await laeser()
  expect(laeste.toSorted()).toEqual(forventede.toSorted())
  const [slut] = await bed.base.asOwner<{ sidste: string; antal: string }>(
    'SELECT (SELECT sidste FROM udbakke_hoved) AS sidste, count(*) AS antal FROM udbakke',
  )
  expect(slut?.sidste).toBe(slut?.antal)
})

test('a note is told of in the municipality and under the number of the case that it stands on; on two places, in neither', async () => {
  const { id } = await bed.abonner({ kommuner: ['11111111'] as never, kle: ['27'] as never })
  const [sag, anden, notat, delt] = Array.from({ length: 4 }, () => crypto.randomUUID())
  for (const [objekt, kommune, kle] of [
    [sag, '11111111', '27.35.04'],
    [anden, '12345678', '27.35.04'],
  ])
    await bed.base.asOwner(
      `INSERT INTO objekt (objekt_id, art, master, kilde_id, tidspunkt, kommune, kle, hash, parter, data)
       VALUES ($1, 'sag', $2, $2, now(), $3, $4, '\\x00', '{}', '{}')`,
      [objekt, KILDER.b.id, kommune, kle],
    )
  for (const [objekt, af] of [
    [notat, sag],
    [delt, sag],
    [delt, anden],
  ])
    await bed.base.asOwner('INSERT INTO afhaengighed (af, objekt_id) VALUES ($1, $2)', [af, objekt])
  await bed.skete(
    { objekt: notat as never, art: 'journalnotat', kommune: null, kle: null },
    { objekt: delt as never, art: 'journalnotat', kommune: null, kle: null },
  )
  await distribute(bed.deps)
  const raekker = await bed.base.asOwner<{ objekt_id: string }>('SELECT objekt_id FROM udsendelse WHERE abonnement_id = $1', [id])
  expect(raekker.map(({ objekt_id }) => objekt_id)).toEqual([notat])
  // Gone, it stands on nothing; who heard of it hears that too.
  await bed.base.asOwner('DELETE FROM afhaengighed WHERE objekt_id = $1', [notat])
  const fjernet = { art: 'journalnotat', haendelse: 'fjernet', kommune: null, kle: null }
  await bed.skete({ objekt: notat as never, ...fjernet }, { objekt: delt as never, ...fjernet })
  await distribute(bed.deps)
  const begge = await bed.base.asOwner('SELECT 1 FROM udsendelse WHERE abonnement_id = $1 AND objekt_id = $2', [id, notat])
  const alle = await bed.base.asOwner('SELECT 1 FROM udsendelse WHERE abonnement_id = $1', [id])
  expect([begge.length, alle.length]).toEqual([2, 2])
})
