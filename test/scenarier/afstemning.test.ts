import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { createFortegnelse, createKlient, type Klient, type Objektversion } from '@borgerblikket/klient/kilde'
import { exportJWK, flattenedVerify, importJWK, type JWK } from 'jose'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { ElementKilde } from '#modtagelse'
import { tilfoejNoegler } from '../../src/kilde/forvalt.ts'
import { lavNotat, lavSag, part, TID } from '../byggere/elementer.ts'
import { send } from '../byggere/klient.ts'
import { somKilde } from '../byggere/levering.ts'
import { createUr } from '../byggere/tilslutning.ts'
import {
  BROBYSKOV,
  KILDER,
  type Kildenavn,
  KORSBAEK,
  startWebsted,
  type Testwebsted,
  udviklingsnoegle,
} from '../byggere/websted.ts'

const ULLA = '8712450017'
const SENERE = '2026-02-01T08:00:00.000Z'
let sted: Testwebsted
const ur = createUr(new Date().toISOString())
beforeAll(async () => {
  sted = await startWebsted({ clock: ur })
})
afterAll(() => sted.close())
beforeEach(async () => {
  // Each test begins with an index that is empty.
  for (const tabel of [
    'afstemningsforskel',
    'afstemning',
    'objekt',
    'registrering',
    'afhaengighed',
    'overblik',
    'bevis',
    'daekning',
    'afvisning',
    'gravsten',
  ])
    await sted.base.asOwner(`DELETE FROM ${tabel}`)
})

const klienter = new Map<Kildenavn, Klient>()
const som = (navn: Kildenavn): Klient => {
  const kendt = klienter.get(navn)
  if (kendt) return kendt
  const ny = createKlient({
    adresse: sted.origin,
    legitimation: { udviklingsnoegle: udviklingsnoegle(navn) },
    vent: async () => undefined,
    nu: () => new Date(ur.now()),
  })
  klienter.set(navn, ny)
  return ny
}
const nr = (tal: number): string => `5a600000-0000-4000-8000-${String(tal).padStart(12, '0')}`
const sag = (tal: number, tid = TID, mere: Partial<Extract<ElementKilde, { art: 'sag' }>> = {}): ElementKilde =>
  lavSag({ id: nr(tal), tid, nummer: `S-${tal}-${tid.slice(5, 7)}`, parter: [part('Primær part', ULLA)] }, mere)
const sager = (antal: number): ElementKilde[] => Array.from({ length: antal }, (_, i) => sag(i))
const versioner = (elementer: readonly ElementKilde[]): Objektversion[] =>
  elementer.map(({ id, tidspunkt }) => [String(id), String(tidspunkt)])

const afstem = (objekter: readonly Objektversion[], navn: Kildenavn = 'a', sendt = objekter.length) =>
  som(navn).afstem({ kommune: KORSBAEK, tidspunkt: ur.now(), sendt, objekter })
const oensker = async (navn: Kildenavn = 'a') => {
  const alle = []
  for await (const et of som(navn).leveringsoensker()) alle.push(et)
  return alle
}
const bevis = async () => {
  const [raekke] = await sted.base.asOwner<{ brudt: boolean; bevist_til: Date | null; forskydning: string | null }>(
    `SELECT brudt, bevist_til, forskydning FROM bevis WHERE kilde_id = '${KILDER.a.id}' AND kommune = '${KORSBAEK}'`,
  )
  return raekke && { brudt: raekke.brudt, til: raekke.bevist_til?.toISOString(), forskydning: Number(raekke.forskydning) }
}
const afstemte = async () =>
  (
    await sted.base.asOwner<{ felt: string }>(
      `SELECT livsomraade || ' ' || art AS felt FROM daekning WHERE kilde_id = '${KILDER.a.id}' AND kommune = '${KORSBAEK}' AND afstemt IS NOT NULL`,
    )
  ).map(({ felt }) => felt)

test('two that are alike agree at the first message, and what is said of it stands proved as of the inventory', async () => {
  const alle = sager(40)
  await sted.lever('a', [...alle, lavNotat({ id: nr(900), sag: nr(3) })])
  ur.frem(60_000)
  const svar = await afstem([...versioner(alle), [nr(900), TID]], 'a', 45)
  expect(svar).toMatchObject({
    stemmer: true,
    bevist: true,
    manglerHer: [],
    manglerHosKilden: [],
    forskellige: [],
    iBevaegelse: 0,
  })
  expect(await bevis()).toEqual({ brudt: false, til: ur.now(), forskydning: 4 })
  expect(await afstemte()).toContain('hjaelp-pleje-og-handicap sag')
  // A difference that is found later breaks what stood proved, though nothing has come.
  expect(await afstem(versioner(sager(41)), 'a', 45)).toMatchObject({ stemmer: false })
  expect(await bevis()).toMatchObject({ brudt: true })
  expect(await afstemte()).toEqual([])
})

test('exactly what differs is found, asked for, settled by delivery and deletion, and proved by the next', async () => {
  const alle = sager(60)
  const her = [...alle.slice(3), sag(100)]
  await sted.lever('a', her)
  const hos = [...alle.slice(0, 57), ...[57, 58, 59].map((tal) => sag(tal, SENERE))]
  const svar = await afstem(versioner(hos))
  expect(svar).toMatchObject({ stemmer: false, bevist: false, afkortet: false, iBevaegelse: 0 })
  expect(svar.manglerHer.map(({ id, hvorfor }) => `${id} ${hvorfor}`).sort()).toEqual(
    [0, 1, 2].map((tal) => `${nr(tal)} IKKE_MODTAGET`),
  )
  expect(svar.manglerHosKilden).toEqual([{ id: nr(100), her: TID }])
  expect(svar.forskellige.map(({ id, tidspunkt, her: vores }) => [id, tidspunkt, vores]).sort()).toEqual(
    [57, 58, 59].map((tal) => [nr(tal), SENERE, TID]),
  )
  expect((await bevis())?.brudt).toBe(true)
  expect(await afstemte()).toEqual([])

  const oensket = await oensker()
  expect(oensket.map(({ id, hvad }) => `${hvad} ${id}`).sort()).toEqual(
    ['fjern', 'lever', 'lever', 'lever', 'lever', 'lever', 'lever'].map(
      (hvad, i) => `${hvad} ${nr([100, 0, 1, 2, 57, 58, 59][i] ?? 0)}`,
    ),
  )
  await sted.lever(
    'a',
    hos.filter(({ id }) => oensket.some((et) => et.id === id && et.hvad === 'lever')),
  )
  await sted.lever('a', [{ operation: 'fjern', art: 'sag', id: nr(100) } as unknown as ElementKilde])
  expect(await oensker()).toEqual([])
  const { data: kendt } = await som('a').api.GET('/api/v1/afstemninger/{id}', { params: { path: { id: svar.afstemning } } })
  expect(kendt).toMatchObject({ tilstand: 'forskelle', antalKilde: 60, antalHer: 58, bevist: false })
  expect(kendt?.manglerHer.every(({ afgjort }) => afgjort === ur.now())).toBe(true)
  expect(await afstem(versioner(hos))).toMatchObject({ stemmer: true, bevist: true })
})

test('where the source says where an object belongs, only that field agrees no more', async () => {
  await sted.lever('a', sager(30))
  const hos = versioner(sager(31))
  await som('a').afstem({
    kommune: KORSBAEK,
    tidspunkt: ur.now(),
    sendt: 30,
    objekter: hos,
    felt: () => ({ art: 'dokument', kle: '32.03.04' }),
  })
  const enige = await afstemte()
  expect(enige).toContain('hjaelp-pleje-og-handicap sag')
  expect(enige.filter((felt) => felt.endsWith(' dokument')).length).toBe(enige.filter((felt) => felt.endsWith(' sag')).length - 1)
})

test('what changed here since the inventory is in motion: no difference, and no proof', async () => {
  const alle = sager(40)
  await sted.lever('a', alle)
  const foer = ur.now()
  ur.frem(60_000)
  await sted.lever('a', [sag(7, new Date(Date.parse(ur.now()) - 30_000).toISOString())])
  const svar = await som('a').afstem({ kommune: KORSBAEK, tidspunkt: foer, sendt: 40, objekter: versioner(alle) })
  expect(svar).toMatchObject({
    stemmer: false,
    bevist: false,
    manglerHer: [],
    manglerHosKilden: [],
    forskellige: [],
    iBevaegelse: 1,
  })
  expect((await bevis())?.brudt).toBe(true)
  expect(await oensker()).toEqual([])
})

/** Calls as source a, with all that a client would do for one left out. */
const post = async (sti: string, body: unknown, navn: Kildenavn = 'a', headers: Record<string, string> = {}) => {
  const tekst = typeof body === 'string' ? body : JSON.stringify(body)
  const svar = await send(
    sted.origin,
    sti,
    { method: 'POST', headers: { 'content-type': 'application/json', ...somKilde(navn), ...headers }, body: tekst },
    sted.agent,
  )
  return {
    status: svar.status,
    svar: JSON.parse(svar.tekst) as Record<string, never> & { kode?: string; afstemning?: string; spoerg?: string[] },
  }
}
const rod = (mere: object = {}) => ({
  kommune: KORSBAEK,
  tidspunkt: ur.now(),
  sendt: 1,
  antal: 5_000,
  rod: 'a'.repeat(64),
  ...mere,
})
const NUL = { antal: 0, hash: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' }

test('a step that is sent again is answered the same; what is delivered meanwhile is in motion and proves nothing', async () => {
  await sted.lever('a', sager(200))
  const begyndt = await post('/api/v1/afstemninger', rod({ antal: 40 }))
  expect([begyndt.status, begyndt.svar.spoerg?.length]).toEqual([201, 16])
  await sted.lever('a', [sag(500)])
  const sti = `/api/v1/afstemninger/${begyndt.svar.afstemning}/trin`
  const halv = { noder: (begyndt.svar.spoerg ?? []).slice(0, 8).map((p) => ({ p, ...NUL })) }
  const foerste = await post(sti, halv)
  expect(foerste.svar.spoerg).toHaveLength(8)
  expect(await post(sti, halv)).toEqual(foerste)
  const rest = { noder: (foerste.svar.spoerg ?? []).map((p, i) => ({ p, ...NUL, antal: i === 7 ? 40 : 0 })) }
  const videre = await post(sti, rest)
  expect(videre.svar.spoerg).toHaveLength(16)
  const { data } = await som('a').api.GET('/api/v1/afstemninger/{id}', {
    params: { path: { id: String(begyndt.svar.afstemning) } },
  })
  expect(data?.tilstand).toBe('igang')
  ur.frem(16 * 60_000)
  expect((await post(sti, rest)).svar.kode).toBe('AFSTEMNING_UDLOEBET')
  const senere = await som('a').api.GET('/api/v1/afstemninger/{id}', {
    params: { path: { id: String(begyndt.svar.afstemning) } },
  })
  expect(senere.data?.tilstand).toBe('afbrudt')
})

test('a delivery between the picture and the end takes the proof away, though all agreed in the picture', async () => {
  const alle = sager(40)
  await sted.lever('a', alle)
  const begyndt = await post('/api/v1/afstemninger', rod({ antal: 40, rod: 'b'.repeat(64) }))
  const svar: unknown[] = []
  const fortegnelse = await createFortegnelse(versioner(alle))
  for (const p of begyndt.svar.spoerg ?? []) svar.push({ p, ...(await fortegnelse.knude(p)) })
  await sted.lever('a', [sag(500)])
  const slut = await post(`/api/v1/afstemninger/${begyndt.svar.afstemning}/trin`, { noder: svar })
  expect(slut.svar['resultat']).toMatchObject({ stemmer: true, bevist: false })
  expect((await bevis())?.brudt).toBe(true)
})

test('another source’s objects answer as what does not exist; another’s reconciliation too', async () => {
  await sted.lever('b', sager(3))
  const svar = await afstem(versioner(sager(4)))
  expect(svar.manglerHer.map(({ id, hvorfor }) => `${id} ${hvorfor}`).sort()).toEqual(
    [0, 1, 2, 3].map((tal) => `${nr(tal)} IKKE_MODTAGET`),
  )
  expect(svar.manglerHosKilden).toEqual([])
  const [fremmed, ukendt] = [svar.afstemning, randomUUID()]
  for (const id of [fremmed, ukendt]) {
    expect((await send(sted.origin, `/api/v1/afstemninger/${id}`, { headers: somKilde('b') }, sted.agent)).status).toBe(404)
    expect((await post(`/api/v1/afstemninger/${id}/trin`, { noder: [{ p: '0', ...NUL }] }, 'b')).svar.kode).toBe(
      'AFSTEMNING_UDLOEBET',
    )
  }
  expect(await oensker('b')).toEqual([])
})

test('why something is missing: refused, deleted here, of another municipality, or on a case that has not come', async () => {
  await sted.lever('a', [sag(1), lavNotat({ id: nr(5), sag: nr(77) })])
  await sted.lever('a', [{ operation: 'fjern', art: 'sag', id: nr(1) } as unknown as ElementKilde])
  await sted.lever('a', [{ ...sag(2), fremdrift: [] } as ElementKilde], { afvises: true })
  await sted.lever('a', [lavSag({ id: nr(3), kommune: BROBYSKOV, parter: [part('Primær part', ULLA)] })])
  ur.frem(60_000)
  const svar = await afstem([1, 2, 3, 5].map((tal) => [nr(tal), TID] as const))
  expect(svar.manglerHer.map(({ id, hvorfor }) => [id, hvorfor]).sort()).toEqual([
    [nr(1), 'FJERNET'],
    [nr(2), 'AFVIST'],
    [nr(3), 'ANDEN_KOMMUNE'],
    [nr(5), 'UDEN_SAG'],
  ])
})

test('the whole inventory at once comes to the same, plain or packed', async () => {
  await sted.lever('a', sager(30))
  const linjer = (led: readonly Objektversion[]) => led.map((en) => `${JSON.stringify(en)}\n`).join('')
  const put = async (body: string | Buffer, mere = '', headers: Record<string, string> = {}) => {
    const sti = `/api/v1/afstemninger/fortegnelse?kommune=${KORSBAEK}&tidspunkt=${encodeURIComponent(ur.now())}&sendt=30${mere}`
    const svar = await send(
      sted.origin,
      sti,
      { method: 'PUT', headers: { 'content-type': 'application/x-ndjson', ...somKilde('a'), ...headers }, body },
      sted.agent,
    )
    return { status: svar.status, ...(JSON.parse(svar.tekst) as { kode?: string; resultat?: Record<string, unknown> }) }
  }
  const forskellig = await put(linjer(versioner([...sager(29), sag(99)])))
  expect(forskellig.resultat).toMatchObject({
    manglerHer: [{ id: nr(99), hvorfor: 'IKKE_MODTAGET' }],
    manglerHosKilden: [{ id: nr(29) }],
  })
  expect((await put(linjer(versioner(sager(30))))).resultat).toMatchObject({ stemmer: true, bevist: true })
  const pakket = await put(gzipSync(linjer(versioner(sager(30)))), '', { 'content-encoding': 'gzip' })
  expect(pakket.resultat).toMatchObject({ stemmer: true })
  expect((await put('ikke gzip', '', { 'content-encoding': 'gzip' })).kode).toBe('IND-014')
  expect((await put('')).resultat).toMatchObject({ stemmer: false })
  expect((await put(linjer([...versioner(sager(2)), ...versioner(sager(1))]))).kode).toBe('USAMMENHAENGENDE')
  for (const forkert of [
    '{"id":1}\n',
    '["x","y"]\n',
    `["${nr(1)}"]\n`,
    `["${nr(1)}","${TID}","sag"]\n`,
    `${'x'.repeat(1_000)}\n`,
  ])
    expect([forkert.slice(0, 20), (await put(forkert)).kode]).toEqual([forkert.slice(0, 20), 'FORTEGNELSE_UGYLDIG'])
  expect((await put('', '&mere=1')).kode).toBe('FORESPOERGSEL_UGYLDIG')
  expect((await put('', '', { 'content-type': 'text/plain' })).status).toBe(415)
})

test('a source that has a key signs what it states, and the evidence can be tried by anybody; a wrong signature is refused', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const jwk = { ...(await exportJWK(publicKey)), kid: 'noegle-1' }
  const privatnoegle = { ...(await exportJWK(privateKey)), kid: 'noegle-1' }
  await sted.system.kilder.save({ ...KILDER.a, klientId: 'kastanje' })
  await tilfoejNoegler(sted.system, KILDER.a.id, JSON.stringify(jwk), 'prøve')
  await sted.system.kilder.refresh()
  await sted.lever('a', sager(3))
  const valg = { kommune: KORSBAEK, tidspunkt: ur.now(), sendt: 3, objekter: versioner(sager(3)) }
  const svar = await som('a').afstem({ ...valg, signatur: { privatnoegle } })
  const { data } = await som('a').api.GET('/api/v1/afstemninger/{id}', { params: { path: { id: svar.afstemning } } })
  expect([data?.kid, data?.stemmer]).toEqual(['noegle-1', true])
  const [hoved = '', , signature = ''] = String(data?.signatur).split('.')
  const payload = Buffer.from(String(data?.udsagn)).toString('base64url')
  await expect(
    flattenedVerify({ protected: hoved, payload, signature }, await importJWK(jwk as JWK, 'EdDSA')),
  ).resolves.toBeDefined()
  const jws = String(data?.signatur)
  expect((await post('/api/v1/afstemninger', rod(), 'a', { 'x-jws-signature': jws })).svar.kode).toBe('SIGNATUR_UGYLDIG')
  expect((await post('/api/v1/afstemninger', rod(), 'b', { 'x-jws-signature': jws })).svar.kode).toBe('SIGNATUR_NOEGLE_UKENDT')
  expect((await post('/api/v1/afstemninger', rod(), 'a', { 'x-jws-signature': 'ingen' })).svar.kode).toBe('SIGNATUR_UGYLDIG')
})

test('hostile: sizes, forms, times, municipalities, orders', async () => {
  const start = (body: unknown) => post('/api/v1/afstemninger', body)
  expect((await start(rod({ kommune: '99999999' }))).svar.kode).toBe('KOMMUNE_IKKE_AFTALT')
  expect((await start(rod({ tidspunkt: new Date(Date.parse(ur.now()) + 6 * 60_000).toISOString() }))).svar.kode).toBe(
    'TIDSPUNKT_I_FREMTIDEN',
  )
  expect((await start(rod({ tidspunkt: new Date(Date.parse(ur.now()) - 25 * 3_600_000).toISOString() }))).svar.kode).toBe(
    'TIDSPUNKT_FOR_GAMMELT',
  )
  for (const forkert of [
    {},
    [],
    'null',
    '{',
    rod({ antal: -1 }),
    rod({ antal: 1.5 }),
    rod({ rod: 'AB' }),
    rod({ mere: 1 }),
    rod({ sendt: 2 ** 53 + 2 }),
  ])
    expect((await start(forkert)).svar.kode).toBe('FORESPOERGSEL_UGYLDIG')
  expect((await start(`"${'x'.repeat(1_100_000)}"`)).status).toBe(413)

  await sted.lever('a', sager(50))
  const { svar } = await start(rod())
  const sti = `/api/v1/afstemninger/${svar.afstemning}/trin`
  const spoerg = svar.spoerg ?? []
  expect((await post(sti, { noder: [{ p: 'abc', ...NUL }] })).svar.kode).toBe('IKKE_SPURGT')
  expect((await post(sti, { noder: [{ p: spoerg[0], objekter: [] }] })).svar.kode).toBe('IKKE_SPURGT')
  for (const forkert of [
    { noder: [] },
    { noder: [{ p: 'g', ...NUL }] },
    { noder: [{ p: '0', antal: 1 }] },
    { noder: Array.from({ length: 1_281 }, () => ({ p: '0', ...NUL })) },
    { noder: [{ p: '0', objekter: [['x', TID]] }] },
  ])
    expect((await post(sti, forkert)).svar.kode).toBe('FORESPOERGSEL_UGYLDIG')
  // What does not add up ends it: whoever tells two things begins again.
  expect((await post(sti, { noder: spoerg.map((p) => ({ p, ...NUL })) })).svar.kode).toBe('USAMMENHAENGENDE')
  expect((await post(sti, { noder: [{ p: spoerg[0], ...NUL }] })).svar.kode).toBe('AFSTEMNING_UDLOEBET')
  expect((await send(sted.origin, '/api/v1/leveringsoensker', {}, sted.agent)).status).toBe(401)
  for (const sti2 of ['/api/v1/leveringsoensker?antal=0', '/api/v1/leveringsoensker?efter=x', '/api/v1/leveringsoensker?hvad=1'])
    expect((await send(sted.origin, sti2, { headers: somKilde('a') }, sted.agent)).status).toBe(400)
})

test('pages of what is asked for go on where the last ended', async () => {
  const svar = await afstem(versioner(sager(25)))
  const set: string[] = []
  for (let efter = ''; ; ) {
    const side = await send(
      sted.origin,
      `/api/v1/afstemninger/${svar.afstemning}?antal=10${efter}`,
      { headers: somKilde('a') },
      sted.agent,
    )
    const laest = JSON.parse(side.tekst) as { manglerHer: { id: string }[]; naeste?: string }
    set.push(...laest.manglerHer.map(({ id }) => id))
    if (!laest.naeste) break
    efter = `&efter=${laest.naeste}`
  }
  expect(set).toEqual(Array.from({ length: 25 }, (_, i) => nr(i)))
  expect((await oensker()).length).toBe(25)
})
