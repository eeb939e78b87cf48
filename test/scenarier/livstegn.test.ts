import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashHemmelighed } from '#kilde'
import { normalizeRest } from '#modtagelse'
import { writeImporter } from '../../src/modtagelse/soap/sagdokumentindeks/skriv-importer.ts'
import { lavSag, part } from '../byggere/elementer.ts'
import { send } from '../byggere/klient.ts'
import { ndjson, post, somKilde } from '../byggere/levering.ts'
import { startServerproces } from '../byggere/serverproces.ts'
import { bevisKilde } from '../byggere/tilslutning.ts'
import { BROBYSKOV, KILDER, KORSBAEK, startWebsted, type Testwebsted } from '../byggere/websted.ts'

/** A source tells that it lives: what that proves, and that what was counted is what was kept, whatever happens meanwhile. */

const mappe = mkdtempSync(join(tmpdir(), 'bblivstegn-'))
let sted: Testwebsted
beforeAll(async () => {
  sted = await startWebsted({ dataMappe: mappe })
})
afterAll(async () => {
  await sted.close()
  rmSync(mappe, { recursive: true, force: true })
})

const sag = (felter = {}, mere = {}) => lavSag({ id: randomUUID(), parter: [part('Primær part', '6101800011')], ...felter }, mere)
const JSON_HOVED = { 'content-type': 'application/json' }
let nummer = 0
const tegn = (felter: Record<string, unknown> = {}, led: Record<string, unknown> = {}) => {
  const nu = new Date().toISOString()
  return {
    loebenummer: ++nummer,
    tidspunkt: nu,
    kommuner: [{ kommune: KORSBAEK, vandmaerke: nu, sendt: 0, koe: 0, ...led }],
    ...felter,
  }
}
const sig = async (body: unknown) => {
  const svar = await post(sted, typeof body === 'string' ? body : JSON.stringify(body), JSON_HOVED, '/api/v1/livstegn')
  return { status: svar.status, svar: JSON.parse(svar.tekst) as { kode?: string; bevist?: Record<string, unknown>[] } }
}
const lever = async (antal = 1) => {
  await sted.lever(
    'a',
    Array.from({ length: antal }, () => sag()),
  )
}
const KILDE = KILDER.a.id
const AFSENDER = { itSystem: KILDE, systemNavn: KILDER.a.navn }
const taelt = async () => {
  const [raekke] = await sted.base.asOwner<{ taelt: number; kvitteret: number; gemt: number }>(
    `SELECT (SELECT coalesce(sum(modtaget), 0)::int FROM bevis WHERE kilde_id = $1) AS taelt,
       (SELECT count(*)::int FROM kvittering k JOIN leverance l USING (leverance_id) WHERE l.kilde_id = $1 AND k.udfald = 'modtaget') AS kvitteret,
       (SELECT count(*)::int FROM registrering WHERE kilde_id = $1) AS gemt`,
    [KILDE],
  )
  return raekke as { taelt: number; kvitteret: number; gemt: number }
}

test('after an agreeing reconciliation a sign proves each delivery as it is confirmed; one line more or less does not', async () => {
  await lever(3)
  expect((await sig(tegn({}, { sendt: 3 }))).svar.bevist).toMatchObject([
    { bevist: false, hvorfor: 'AFSTEMNING_MANGLER', modtaget: 3 },
  ])
  await bevisKilde(sted.system.db, KILDER.a, sted.system.clock.now())
  await lever(2)
  for (const sendt of [4, 6])
    expect((await sig(tegn({}, { sendt }))).svar.bevist).toMatchObject([
      { bevist: false, hvorfor: 'ANTAL_FORSKELLIGT', modtaget: 5, ventet: sendt },
    ])
  expect((await sig(tegn({}, { sendt: 5, koe: 2 }))).svar.bevist).toMatchObject([{ bevist: false, hvorfor: 'KOE' }])
  expect((await sig(tegn({}, { sendt: 5, vandmaerke: '2020-01-01T00:00:00Z' }))).svar.bevist).toMatchObject([
    { hvorfor: 'VANDMAERKE_FORAELDET' },
  ])
  expect(await sig(tegn({}, { sendt: 5 }))).toEqual({
    status: 200,
    svar: { bevist: [{ kommune: KORSBAEK, bevist: true, modtaget: 5, ventet: 5 }] },
  })
})

test('a refused line leaves the rest to be proved; one that the source says is settled is to be reconciled first', async () => {
  await sted.lever('a', [sag({}, { sagsparter: [{ rolle: 'Primær part', referenceId: 'urn:oio:forkert' }] })], { afvises: true })
  expect((await sig(tegn({}, { sendt: 5 }))).svar.bevist).toMatchObject([{ bevist: true }])
  const [afvist] = await sted.base.asOwner<{ id: string }>('SELECT afvisning_id AS id FROM afvisning WHERE afgjort IS NULL')
  const sti = `/api/v1/afvisninger/${afvist?.id}/afgoerelse`
  for (let gang = 0; gang < 2; gang++)
    expect((await send(sted.origin, sti, { method: 'POST', headers: somKilde('a') }, sted.agent)).status).toBe(204)
  expect((await sig(tegn({}, { sendt: 5 }))).svar.bevist).toMatchObject([{ bevist: false, hvorfor: 'AFSTEMNING_MANGLER' }])
  await bevisKilde(sted.system.db, KILDER.a, sted.system.clock.now())
})

test('numbers used twice, foreign municipalities and what is no sign are refused, and use no number', async () => {
  const nu = new Date().toISOString()
  for (const loebenummer of [nummer, 1])
    expect(await sig(tegn({ loebenummer }))).toMatchObject({ status: 409, svar: { kode: 'LOEBENUMMER_BRUGT' } })
  const fremmed = [{ kommune: '29189846', vandmaerke: nu, sendt: 0, koe: 0 }]
  expect(await sig(tegn({ kommuner: fremmed }))).toMatchObject({ status: 403, svar: { kode: 'KOMMUNE_IKKE_AFTALT' } })
  expect(await sig(tegn({ tidspunkt: '2099-01-01T00:00:00Z' }))).toMatchObject({
    status: 400,
    svar: { kode: 'LIVSTEGN_TIDSPUNKT' },
  })
  const ugyldige = [
    '',
    'null',
    '[]',
    '{"loebenummer":1,"loebenummer":2}',
    JSON.stringify({ ...tegn(), andet: 1 }),
    JSON.stringify(tegn({ loebenummer: 1.5 })),
    JSON.stringify(tegn({ loebenummer: '7' })),
    JSON.stringify(tegn({ kommuner: [] })),
    JSON.stringify(tegn({ tidspunkt: 'i går' })),
    JSON.stringify(tegn({}, { sendt: -1 })),
    JSON.stringify(tegn({}, { kommune: '1' })),
    `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
  ]
  for (const body of ugyldige) expect([body.slice(0, 40), (await sig(body)).status]).toEqual([body.slice(0, 40), 400])
  expect((await post(sted, ' '.repeat(200_000), JSON_HOVED, '/api/v1/livstegn')).status).toBe(413)
  expect(
    (
      await post(
        sted,
        JSON.stringify(tegn()),
        { ...JSON_HOVED, 'x-borgerblikket-udviklingsnoegle': undefined },
        '/api/v1/livstegn',
      )
    ).status,
  ).toBe(401)
  nummer += 5
  expect((await sig(tegn())).status).toBe(200)
  const [sidste] = await sted.base.asOwner<{ hul: number }>('SELECT hul::int FROM livstegn ORDER BY loebenummer DESC LIMIT 1')
  expect(sidste?.hul).toBeGreaterThanOrEqual(5)
})

test('a sign over SOAP stands in the header, and is answered there when the message has been kept', async () => {
  const foer = (await taelt()).taelt
  const nu = new Date().toISOString()
  const blok = `<l:Livstegn xmlns:l="urn:borgerblikket:livstegn:1"><l:Loebenummer>${++nummer}</l:Loebenummer><l:Tidspunkt>${nu}</l:Tidspunkt><l:Kommune><l:Cvr>${KORSBAEK}</l:Cvr><l:Vandmaerke>${nu}</l:Vandmaerke><l:Sendt>${foer + 1}</l:Sendt><l:Koe>0</l:Koe></l:Kommune></l:Livstegn>`
  const svar = await sted.leverSoap(
    'a',
    writeImporter([normalizeRest(sag(), AFSENDER)], randomUUID()).replace('<soap:Header>', `$&${blok}`),
  )
  expect(svar.tekst).toContain('<sd:StatusKode>20</sd:StatusKode>')
  expect(svar.tekst).toContain(`<bbl:Bevist>true</bbl:Bevist><bbl:Modtaget>${foer + 1}</bbl:Modtaget>`)
})

test('two processes that take in the same source at once, and one killed in the middle of it, count what they keep and nothing else', async () => {
  await sted.system.kilder.save({ ...KILDER.a, klientId: 'kastanje' }, { hemmelighed: await hashHemmelighed('hemmelig-nok') })
  const anden = await startServerproces(sted.base, mappe)
  try {
    const token = await fetch(`${anden.origin}/api/v1/token`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'client_credentials', client_id: 'kastanje', client_secret: 'hemmelig-nok' }),
    })
    const { access_token } = (await token.json()) as { access_token: string }
    const hoved = (noegle: string) => ({
      authorization: `Bearer ${access_token}`,
      'content-type': 'application/x-ndjson',
      'idempotency-key': noegle,
    })
    const foer = await taelt()
    const linjer = Array.from({ length: 1_500 }, (_, i) => sag({ kommune: i % 2 ? BROBYSKOV : KORSBAEK }))
    // What came and was not answered whole: the sender does not know how far it got.
    const afbrudt = fetch(`${anden.origin}/api/v1/leverancer`, {
      method: 'POST',
      headers: hoved('afbrudt'),
      body: ndjson(linjer),
    })
      .then((svar) => svar.text())
      .catch(() => 'brudt')
    const imens = Promise.all(Array.from({ length: 6 }, () => lever(40)))
    const imensTegn = Array.from({ length: 10 }, async () => sig(tegn({}, { sendt: 1 })))
    for (let ventet = 0; ventet < 400 && (await taelt()).taelt < foer.taelt + 300; ventet++) await wait(25)
    await anden.draeb()
    await Promise.all([imens, afbrudt, ...imensTegn])
    const efter = await taelt()
    expect(efter.taelt).toBeGreaterThan(foer.taelt + 240)
    expect([efter.taelt, efter.gemt]).toEqual([efter.kvitteret, efter.kvitteret])
    // Sent again whole under its name, each line is kept and counted once.
    await post(sted, ndjson(linjer), { 'idempotency-key': 'afbrudt' })
    const igen = await taelt()
    expect(igen).toEqual({ taelt: foer.taelt + 240 + 1_500, kvitteret: foer.taelt + 240 + 1_500, gemt: foer.taelt + 240 + 1_500 })
  } finally {
    await anden.stop()
  }
}, 120_000)
