import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lavDokument, lavNotat, lavSag, part } from '../byggere/elementer.ts'
import { send } from '../byggere/klient.ts'
import { ndjson, post, type Svarlinje, somKilde, toLinjer } from '../byggere/levering.ts'
import { BROBYSKOV, type Kildenavn, KORSBAEK, startWebsted, type Testwebsted } from '../byggere/websted.ts'

const CPR = '6101800011'

let sted: Testwebsted
beforeAll(async () => {
  sted = await startWebsted()
})
afterAll(() => sted.close())

type Afvisning = {
  readonly id: string
  readonly linje: number
  readonly objekt: string | null
  readonly brud: unknown[]
  readonly afgjort: string | null
}
type Side = { readonly afvisninger: readonly Afvisning[]; readonly naeste?: string }

const get = async (kilde: Kildenavn, sti: string) => send(sted.origin, sti, { headers: somKilde(kilde) }, sted.agent)
const hent = async <T>(kilde: Kildenavn, sti: string): Promise<T> => {
  const svar = await get(kilde, sti)
  expect([sti, svar.status]).toEqual([sti, 200])
  return JSON.parse(svar.tekst) as T
}
const alle = async (kilde: Kildenavn, valg: string): Promise<Afvisning[]> => {
  const side = await hent<Side>(kilde, `/api/v1/afvisninger?antal=7&${valg}`)
  return side.naeste
    ? [...side.afvisninger, ...(await alle(kilde, `${valg.replace(/&efter=.*/, '')}&efter=${side.naeste}`))]
    : [...side.afvisninger]
}
const ugyldig = (id: string = randomUUID()) => ({ art: 'sag', id, tidspunkt: '2026-01-02T00:00:00Z' })
const gyldig = (id: string) => lavSag({ id, parter: [part('Primær part', CPR)] })
const slut = (linjer: readonly Svarlinje[]) => linjer.at(-1) as Required<Svarlinje>

describe('a source reads its own refused lines', () => {
  test('in pages that hold each line once, in the order they came; and no other source sees them', async () => {
    const ider = Array.from({ length: 20 }, () => randomUUID())
    await post(sted, ndjson(ider.slice(0, 12).map(ugyldig)))
    await post(sted, ndjson(ider.slice(12).map(ugyldig)))
    const set = (await alle('a', 'tilstand=aabne')).map(({ objekt }) => objekt)
    expect(set).toHaveLength(20)
    expect(new Set(set)).toEqual(new Set(ider))
    expect(new Set(set.slice(0, 12))).toEqual(new Set(ider.slice(0, 12)))
    expect(await alle('b', 'tilstand=alle')).toEqual([])
  })

  test('with the rules that were broken, and nothing of the line itself', async () => {
    await post(sted, ndjson([{ ...ugyldig(), noteTekst: 'Kun til os selv' }]))
    const side = JSON.stringify(await alle('a', 'tilstand=alle'))
    expect(side).toContain('SAG-006')
    expect(side).not.toContain('Kun til os selv')
  })

  test('one is settled when its object is accepted, and is then only among all', async () => {
    const id = randomUUID()
    await post(sted, ndjson([ugyldig(id)]))
    await post(sted, ndjson([gyldig(id)]))
    expect((await alle('a', 'tilstand=aabne')).some(({ objekt }) => objekt === id)).toBe(false)
    expect((await alle('a', 'tilstand=alle')).find(({ objekt }) => objekt === id)?.afgjort).not.toBeNull()
  })

  test('one whose object could not be read is settled when the source says so, not when another source does', async () => {
    await post(sted, '{"art":\n')
    const uden = (await alle('a', 'tilstand=aabne')).find(({ objekt }) => objekt === null)
    const sti = `/api/v1/afvisninger/${uden?.id}/afgoerelse`
    const afgoer = (kilde: Kildenavn) => send(sted.origin, sti, { method: 'POST', headers: somKilde(kilde) }, sted.agent)
    expect((await afgoer('b')).status).toBe(404)
    expect((await alle('a', 'tilstand=aabne')).some(({ id }) => id === uden?.id)).toBe(true)
    expect([(await afgoer('a')).status, (await afgoer('a')).status]).toEqual([204, 204])
    expect((await alle('a', 'tilstand=aabne')).some(({ id }) => id === uden?.id)).toBe(false)
  })

  test.each([
    'antal=0',
    'antal=1001',
    'antal=x',
    'antal=1&antal=2',
    'tilstand=lukkede',
    'efter=xx',
    `efter=${Buffer.from("2026-01-01T00:00:00.000000Z/'; DROP").toString('base64url')}`,
    'ukendt=1',
  ])('a question that is wrong is refused as a problem: %s', async (valg) => {
    const svar = await get('a', `/api/v1/afvisninger?${valg}`)
    expect([svar.status, JSON.parse(svar.tekst)]).toMatchObject([400, { kode: 'FORESPOERGSEL_UGYLDIG' }])
  })
})

describe('a source reads its own deliveries', () => {
  test('counted, and receipt by receipt as they were given', async () => {
    const givet = toLinjer((await post(sted, ndjson([gyldig(randomUUID()), ugyldig(), gyldig(randomUUID())]))).tekst)
    const { leverance } = slut(givet)
    expect(await hent('a', `/api/v1/leverancer/${leverance}`)).toMatchObject({
      id: leverance,
      kanal: 'rest',
      linjer: 3,
      modtaget: 2,
      uaendret: 0,
      afvist: 1,
    })
    const foerste = await hent<{ kvitteringer: Svarlinje[]; naeste: string }>(
      'a',
      `/api/v1/leverancer/${leverance}/kvitteringer?antal=2`,
    )
    const resten = await hent<{ kvitteringer: Svarlinje[]; naeste?: string }>(
      'a',
      `/api/v1/leverancer/${leverance}/kvitteringer?antal=2&efter=${foerste.naeste}`,
    )
    expect([...foerste.kvitteringer, ...resten.kvitteringer]).toEqual(givet.slice(0, 3))
    expect(resten.naeste).toBeUndefined()
  })

  test("another's delivery is answered as one that does not exist", async () => {
    const { leverance } = slut(toLinjer((await post(sted, ndjson([gyldig(randomUUID())]))).tekst))
    for (const hale of ['', '/kvitteringer']) {
      const [andens, ingens, skaev] = [
        await get('b', `/api/v1/leverancer/${leverance}${hale}`),
        await get('b', `/api/v1/leverancer/${randomUUID()}${hale}`),
        await get('b', `/api/v1/leverancer/x${hale}`),
      ]
      expect([andens.status, ingens.status, skaev.status]).toEqual([404, 404, 404])
      expect([andens.tekst, skaev.tekst]).toEqual([ingens.tekst, ingens.tekst])
    }
  })

  test('nobody reads without saying who calls', async () => {
    for (const sti of [
      '/api/v1/afvisninger',
      `/api/v1/leverancer/${randomUUID()}`,
      `/api/v1/leverancer/${randomUUID()}/kvitteringer`,
    ])
      expect((await send(sted.origin, sti, {}, sted.agent)).status).toBe(401)
  })
})

describe('a source states its own count', () => {
  const stem = (kilde: Kildenavn, krop: unknown, headers: Record<string, string> = {}) =>
    post(
      sted,
      typeof krop === 'string' ? krop : JSON.stringify(krop),
      { 'content-type': 'application/json', ...somKilde(kilde), ...headers },
      '/api/v1/optaellinger',
    )
  const led = (kle: string, art: string, antal: number, kommune: string = BROBYSKOV) => ({ kommune, kle, art, antal })

  test('where it agrees the field is reconciled; where it does not, the difference is told and it no longer is', async () => {
    const sag = randomUUID()
    const dokument = lavDokument({ id: randomUUID(), kommune: BROBYSKOV, kle: '27.36.08' })
    const notat = lavNotat({ id: randomUUID(), sag })
    await sted.lever('b', [
      lavSag({ id: sag, kommune: BROBYSKOV, kle: '27.36.04', parter: [part('Primær part', CPR)] }),
      dokument,
      notat,
    ])
    const rigtig = [
      led('27.36.04', 'sag', 1),
      led('27.36.08', 'dokument', 1),
      led('27.36.04', 'journalnotat', 1),
      led('29.18.04', 'sag', 0),
    ]
    const ens = await stem('b', { optaelling: rigtig })
    expect([ens.status, JSON.parse(ens.tekst)]).toMatchObject([200, { stemmer: true, forskelle: [] }])
    const afstemt = () =>
      sted.base.asOwner(
        `SELECT 1 FROM daekning WHERE kilde_id = $1 AND afstemt IS NOT NULL AND art = 'sag' AND livsomraade = $2`,
        ['b0000000-0000-4000-8000-00000000000b', 'hjaelp-pleje-og-handicap'],
      )
    expect(await afstemt()).toHaveLength(1)
    const uens = await stem('b', {
      optaelling: rigtig.map((et) => (et.art === 'sag' && et.antal === 1 ? { ...et, antal: 2 } : et)),
    })
    expect(JSON.parse(uens.tekst)).toMatchObject({
      stemmer: false,
      forskelle: [{ kommune: BROBYSKOV, livsomraade: 'hjaelp-pleje-og-handicap', art: 'sag', kilde: 2, indeks: 1 }],
    })
    expect(await afstemt()).toHaveLength(0)
  })

  test('several numbers of one area of life are added together', async () => {
    const svar = await stem('b', {
      optaelling: [
        led('27.36.04', 'sag', 0),
        led('27.35.04', 'sag', 1),
        led('27.36.08', 'dokument', 1),
        led('27.36.04', 'journalnotat', 1),
      ],
    })
    expect(JSON.parse(svar.tekst)).toMatchObject({ stemmer: true })
  })

  test.each<[string, unknown, number, string]>([
    ['a municipality that is not its own', { optaelling: [led('27.36.04', 'sag', 0, '29189846')] }, 403, 'KOMMUNE_IKKE_AFTALT'],
    ['a number twice', { optaelling: [led('27.36.04', 'sag', 1), led('27.36.04', 'sag', 1)] }, 400, 'FORESPOERGSEL_UGYLDIG'],
    ['nothing counted', { optaelling: [] }, 400, 'FORESPOERGSEL_UGYLDIG'],
    ['less than nothing', { optaelling: [led('27.36.04', 'sag', -1)] }, 400, 'FORESPOERGSEL_UGYLDIG'],
    ['a part of one', { optaelling: [led('27.36.04', 'sag', 0.5)] }, 400, 'FORESPOERGSEL_UGYLDIG'],
    ['an unknown kind', { optaelling: [led('27.36.04', 'toString', 1)] }, 400, 'FORESPOERGSEL_UGYLDIG'],
    ['a group for a number', { optaelling: [led('27.36', 'sag', 1)] }, 400, 'FORESPOERGSEL_UGYLDIG'],
    ['an unknown field', { optaelling: [led('27.36.04', 'sag', 1)], x: 1 }, 400, 'FORESPOERGSEL_UGYLDIG'],
    [
      'a prototype',
      `{"optaelling":[{"kommune":"${KORSBAEK}","kle":"27.36.04","art":"sag","antal":0}],"__proto__":{"smittet":1}}`,
      400,
      'FORESPOERGSEL_UGYLDIG',
    ],
    [
      'a key twice',
      `{"optaelling":[],"optaelling":[{"kommune":"${KORSBAEK}","kle":"27.36.04","art":"sag","antal":0}]}`,
      400,
      'FORESPOERGSEL_UGYLDIG',
    ],
    ['no JSON', '{', 400, 'FORESPOERGSEL_UGYLDIG'],
    ['a list', [], 400, 'FORESPOERGSEL_UGYLDIG'],
  ])('%s is refused', async (_, krop, status, kode) => {
    const svar = await stem('a', krop)
    expect([svar.status, JSON.parse(svar.tekst)]).toMatchObject([status, { kode }])
    expect(({} as Record<string, unknown>)['smittet']).toBeUndefined()
  })

  test('too much, and another type, are refused by status', async () => {
    expect((await stem('a', ' '.repeat(5_000_000))).status).toBe(413)
    expect((await stem('a', '{}', { 'content-type': 'text/plain' })).status).toBe(415)
  })
})

test('a delivery that changes nothing still tells that the source is alive', async () => {
  const sag = gyldig(randomUUID())
  const notat = lavNotat({ id: randomUUID(), sag: sag.id ?? '' })
  await sted.lever('a', [sag, notat])
  const GAMMEL = '2026-01-01T00:00:00Z'
  const ALDER = `SELECT art FROM daekning WHERE kilde_id = 'a0000000-0000-4000-8000-00000000000a' AND seneste_levering = '${GAMMEL}' AND art = ANY ('{sag,journalnotat}')`
  await sted.base.asOwner(`UPDATE daekning SET seneste_levering = '${GAMMEL}'`)
  expect(await sted.base.asOwner(ALDER)).toHaveLength(2)
  expect((await sted.lever('a', [sag, notat])).map(({ udfald }) => udfald)).toEqual(['uaendret', 'uaendret'])
  expect(await sted.base.asOwner(ALDER)).toEqual([])
})
