import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dumpDatabase } from '../byggere/dump.ts'
import { lavDokument, lavNotat, lavSag, part, tilakteret } from '../byggere/elementer.ts'
import { send } from '../byggere/klient.ts'
import { ndjson, post, type Svarlinje, somKilde, toLinjer } from '../byggere/levering.ts'
import { type Kildenavn, startWebsted, type Testwebsted } from '../byggere/websted.ts'

const [ULLA, LUND, CANARY] = ['6101800011', '6512700017', '6612700019']
const FEBRUAR = '2026-02-01T08:00:00.000Z'
const MARTS = '2026-03-01T08:00:00.000Z'

let sted: Testwebsted
beforeAll(async () => {
  sted = await startWebsted()
})
afterAll(() => sted.close())

/** Delivers lines as a source; answers their outcomes, or the first rule that each broke. */
const lever = async (kilde: Kildenavn, ...linjer: readonly unknown[]): Promise<string[]> => {
  const svar = await post(sted, ndjson(linjer), { 'x-borgerblikket-udviklingsnoegle': undefined, ...somKilde(kilde) })
  return toLinjer(svar.tekst)
    .slice(0, -1)
    .map((led: Svarlinje) => led.brud?.[0]?.regel ?? led.udfald ?? '')
}
const opdater = (id: string, tidspunkt: string, felter: object) => ({
  operation: 'opdater',
  art: 'sag',
  id,
  tidspunkt,
  ...felter,
})
const fjern = (id: string, felter: object = {}) => ({ operation: 'fjern', art: 'sag', id, ...felter })
/** The citizen's own case as data; undefined where there is none for them. */
const seSag = async (cpr: string, id: string) => {
  const svar = await (await sted.logInd(cpr)).get(`/api/v1/mig/sager/${id}`)
  return svar.status === 200 ? svar.tekst : undefined
}
const hent = async (kilde: Kildenavn, sti: string) => send(sted.origin, sti, { headers: somKilde(kilde) }, sted.agent)
const soeg = async (kilde: Kildenavn, soegning: unknown) =>
  post(
    sted,
    typeof soegning === 'string' ? soegning : JSON.stringify(soegning),
    { 'content-type': 'application/json', ...somKilde(kilde) },
    '/api/v1/soegninger',
  )

describe('the patterns of the standard', () => {
  test('AM-01: a case is imported with its whole history, and the citizen sees where it stands', async () => {
    const id = randomUUID()
    const fremdrift = [
      { virkning: { fra: '2026-01-05T08:00:00.000Z', til: FEBRUAR }, fremdriftStatusKode: 'Opstaaet' },
      { virkning: { fra: FEBRUAR }, fremdriftStatusKode: 'Afgjort' },
    ]
    expect(
      await lever('a', lavSag({ id, titel: 'Hjælp i hjemmet', parter: [part('Primær part', ULLA)] }, { fremdrift })),
    ).toEqual(['modtaget'])
    expect(await seSag(ULLA, id)).toContain('Hjælp i hjemmet')
  })

  test('AM-02: a party that is closed no longer sees the case', async () => {
    const id = randomUUID()
    await lever('a', lavSag({ id, parter: [part('Primær part', ULLA)] }))
    expect(await seSag(ULLA, id)).toBeDefined()
    const lukket = { ...part('Primær part', ULLA), virkning: { fra: '2026-01-05T08:00:00.000Z', til: FEBRUAR } }
    expect(await lever('a', opdater(id, FEBRUAR, { sagsparter: [lukket] }))).toEqual(['modtaget'])
    expect(await seSag(ULLA, id)).toBeUndefined()
  })

  test('AM-03: a case that is deleted is gone, with its note and its document, and does not come back', async () => {
    const [id, dokument, notat] = [randomUUID(), randomUUID(), randomUUID()]
    const sag = lavSag(
      { id, titel: 'Skal slettes', parter: [part('Primær part', CANARY, 'Kanarie Fugl')] },
      { journalposter: [{ ...tilakteret(dokument), indeks: '1' }] },
    )
    await lever(
      'a',
      sag,
      lavDokument({ id: dokument, titel: 'Brev, som skal slettes' }),
      lavNotat({ id: notat, sag: id, notat: 'Note, som skal slettes' }),
    )
    expect(await seSag(CANARY, id)).toContain('Skal slettes')
    expect(await lever('a', fjern(id, { tidspunkt: MARTS }), fjern(id, { tidspunkt: MARTS }), sag)).toEqual([
      'modtaget',
      'uaendret',
      'IND-023',
    ])
    expect(await seSag(CANARY, id)).toBeUndefined()
    for (const en of [id, dokument, notat]) expect((await hent('a', `/api/v1/objekter/${en}`)).status).toBe(404)
    const { tekst } = await dumpDatabase(sted.base)
    for (const spor of [CANARY, 'Kanarie Fugl', 'som skal slettes', 'Skal slettes'])
      expect([spor, tekst.includes(spor)]).toEqual([spor, false])
    expect(tekst).toContain(id)
  })

  test('AM-04: a relation is changed: the case goes from one party to another on a day', async () => {
    const id = randomUUID()
    await lever('a', lavSag({ id, parter: [part('Primær part', ULLA)] }))
    expect(await lever('a', opdater(id, FEBRUAR, { sagsparter: [part('Primær part', LUND)] }))).toEqual(['modtaget'])
    expect([await seSag(ULLA, id), typeof (await seSag(LUND, id))]).toEqual([undefined, 'string'])
  })
})

test('a line may say that it is an import; one that asks for something else, or in a wrong form, is refused', async () => {
  const sag = lavSag({ id: randomUUID(), parter: [part('Primær part', ULLA)] })
  const svar = await lever(
    'a',
    { operation: 'importer', ...sag },
    { operation: 'slet', ...sag },
    { operation: 'opdater', ...sag, ukendt: 1 },
    fjern(sag.id as string, { titel: 'x' }),
    { operation: 'fjern', id: sag.id },
  )
  expect(svar).toEqual(['modtaget', 'IND-016', 'IND-016', 'IND-016', 'IND-016'])
})

test('a change and a deletion are answered the same when they are sent again under the same key', async () => {
  const id = randomUUID()
  const linjer = [
    lavSag({ id, parter: [part('Primær part', ULLA)] }),
    opdater(id, FEBRUAR, { egenskaber: [{ virkning: { fra: FEBRUAR }, titel: 'Ny titel' }] }),
    fjern(id),
  ]
  const send2 = () => post(sted, ndjson(linjer), { 'idempotency-key': `igen ${id}` })
  const [foerste, anden] = [await send2(), await send2()]
  const kvitteringer = (tekst: string) => toLinjer(tekst).map(({ linje, udfald }) => [linje, udfald])
  expect(kvitteringer(anden.tekst)).toEqual(kvitteringer(foerste.tekst))
  expect(
    kvitteringer(foerste.tekst)
      .slice(0, 3)
      .map(([, udfald]) => udfald),
  ).toEqual(['modtaget', 'modtaget', 'modtaget'])
})

describe('what a source reads back', () => {
  const id = randomUUID()
  beforeAll(async () => {
    await lever('a', lavSag({ id, titel: 'Min egen sag', parter: [part('Primær part', LUND, 'Godtfred Lund')] }))
    await lever('a', opdater(id, FEBRUAR, { egenskaber: [{ virkning: { fra: FEBRUAR }, titel: 'Min ændrede sag' }] }))
  })

  test('is what it sent, with its history where asked for, and is kept by nobody on the way', async () => {
    const svar = await hent('a', `/api/v1/objekter/${id}?historik=true`)
    expect([svar.status, svar.headers['cache-control']]).toEqual([200, 'no-store'])
    const objekt = JSON.parse(svar.tekst) as {
      element: { sagsparter: unknown[] }
      historik: { element: { egenskaber: unknown[] } }[]
    }
    expect(objekt.element.sagsparter).toMatchObject([{ referenceId: `urn:oio:cpr-nr:${LUND}`, fuldtNavn: 'Godtfred Lund' }])
    expect(objekt.historik.map((led) => led.element.egenskaber.length)).toEqual([2, 1])
  })

  test('is found by number; that the system fetched its own is in the log, and not on a page that would tell of what is hidden', async () => {
    const udtryk = { liste: 'sagsparter', felter: { rolle: 'Primær part', referenceId: `urn:oio:cpr-nr:${LUND}` } }
    const svar = await soeg('a', { arter: ['sag'], udtryk, vis: ['egenskaber'] })
    expect(svar.status).toBe(200)
    expect(JSON.parse(svar.tekst)).toMatchObject({ fund: expect.arrayContaining([expect.objectContaining({ id })]) })
    const [raekke] = await sted.base.asOwner<{ antal: string }>(
      "SELECT count(*) AS antal FROM adgangslog WHERE aktoer_type = 'kilde'",
    )
    expect(Number(raekke?.antal)).toBeGreaterThan(0)
    const opslag = JSON.parse((await (await sted.logInd(LUND)).get('/api/v1/mig/hvem-har-set')).tekst) as {
      linjer: { hvem: string }[]
    }
    expect(opslag.linjer.filter(({ hvem }) => hvem !== 'dig')).toEqual([])
  })

  test('is listed page by page, and is all of its own and nothing of another’s', async () => {
    const set: string[] = []
    for (let efter = ''; ; ) {
      const svar = await hent('a', `/api/v1/objekter?antal=3${efter}`)
      const side = JSON.parse(svar.tekst) as { objekter: { id: string }[]; naeste?: string }
      set.push(...side.objekter.map((led) => led.id))
      if (!side.naeste) break
      efter = `&efter=${side.naeste}`
    }
    expect(set).toContain(id)
    expect(new Set(set).size).toBe(set.length)
    expect(JSON.parse((await hent('b', '/api/v1/objekter')).tekst)).toEqual({ objekter: [] })
  })

  test('is not another’s: by id, by search and by change it answers as what does not exist', async () => {
    const ukendt = randomUUID()
    const uden = (tekst: string) => tekst.replaceAll(id, 'ID').replaceAll(ukendt, 'ID')
    for (const sti of [(en: string) => `/api/v1/objekter/${en}`, (en: string) => `/api/v1/objekter/${en}?historik=true`]) {
      const [fremmed, ingen] = [await hent('b', sti(id)), await hent('b', sti(ukendt))]
      expect([fremmed.status, uden(fremmed.tekst)]).toEqual([404, uden(ingen.tekst)])
    }
    const [fremmed, ingen] = [
      await soeg('b', { arter: ['sag'], ider: [id] }),
      await soeg('b', { arter: ['sag'], ider: [ukendt] }),
    ]
    expect(fremmed.tekst).toBe(ingen.tekst)
    const linjer = (en: string) => [opdater(en, MARTS, { egenskaber: [{ virkning: { fra: MARTS }, titel: 'x' }] }), fjern(en)]
    expect(await lever('b', ...linjer(id))).toEqual(await lever('b', ...linjer(ukendt)))
    expect((await hent('a', `/api/v1/objekter/${id}`)).tekst).toContain('Min ændrede sag')
  })
})

describe('a search that is none', () => {
  const dyb = (antal: number): unknown => (antal === 0 ? { art: 'sag' } : { ikke: dyb(antal - 1) })
  test.each<[string, unknown, number, string]>([
    ['no JSON', '{', 400, 'FORESPOERGSEL_UGYLDIG'],
    ['a key twice', '{"arter":["sag"],"arter":["dokument"]}', 400, 'FORESPOERGSEL_UGYLDIG'],
    ['a field that is unknown', { arter: ['sag'], hvad: 1 }, 400, 'FORESPOERGSEL_UGYLDIG'],
    ['a condition that is unknown', { arter: ['sag'], udtryk: { titel: 'x' } }, 400, 'FORESPOERGSEL_UGYLDIG'],
    ['two in one', { arter: ['sag'], udtryk: { art: 'sag', id: randomUUID() } }, 400, 'FORESPOERGSEL_UGYLDIG'],
    ['a kind that is none', { arter: ['ting'] }, 400, 'FORESPOERGSEL_UGYLDIG'],
    ['no kinds', { arter: [] }, 400, 'SOEGNING_UGYLDIG'],
    ['too deep', { arter: ['sag'], udtryk: dyb(15) }, 400, 'SOEGNING_FOR_STOR'],
    [
      'far too deep',
      `{"arter":["sag"],"udtryk":${'{"ikke":'.repeat(5_000)}{"art":"sag"}${'}'.repeat(5_001)}`,
      400,
      'FORESPOERGSEL_UGYLDIG',
    ],
    [
      'a body that is too large',
      { arter: ['sag'], udtryk: { liste: 'egenskaber', felter: { titel: 'x'.repeat(70_000) } } },
      413,
      'IND-015',
    ],
  ])('%s', async (_, soegning, status, kode) => {
    const svar = await soeg('a', soegning)
    expect([svar.status, (JSON.parse(svar.tekst) as { kode: string }).kode]).toEqual([status, kode])
  })

  test('what is asked for by a parameter that is unknown is refused', async () => {
    for (const sti of [
      '/api/v1/objekter?cpr=1',
      '/api/v1/objekter?art=ting',
      '/api/v1/objekter?antal=501',
      '/api/v1/objekter?efter=x',
      `/api/v1/objekter/${randomUUID()}?historik=ja`,
    ])
      expect([sti, (await hent('a', sti)).status]).toEqual([sti, 400])
  })

  test('nobody who is not a source is answered', async () => {
    for (const sti of ['/api/v1/objekter', `/api/v1/objekter/${randomUUID()}`])
      expect((await send(sted.origin, sti, {}, sted.agent)).status).toBe(401)
    expect((await (await sted.logInd(ULLA)).get('/api/v1/objekter')).status).toBe(401)
  })
})
