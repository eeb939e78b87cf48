import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lavSag, part } from '../byggere/elementer.ts'
import { ndjson, post, postStroem, somKilde, toLinjer } from '../byggere/levering.ts'
import { startWebsted, type Testwebsted } from '../byggere/websted.ts'

const CPR = '6101800011'
const CANARY = '6512700017'

let sted: Testwebsted
/** Set by a test: the database is out of reach while it is true. */
let nede = false
beforeAll(async () => {
  sted = await startWebsted({
    wrap: (db) => ({
      ...db,
      readBatch: (kontekst, statements) =>
        nede ? Promise.reject(new Error('The database is out of reach')) : db.readBatch(kontekst, statements),
      transaction: (kontekst, work) =>
        nede ? Promise.reject(new Error('The database is out of reach')) : db.transaction(kontekst, work),
    }),
  })
})
afterAll(() => sted.close())

let nummer = 0
const nySag = (felter: { readonly id?: string; readonly titel?: string; readonly tid?: string } = {}) =>
  lavSag({
    id: felter.id ?? randomUUID(),
    parter: [part('Primær part', CPR)],
    nummer: `R-${nummer++}`,
    ...(felter.titel ? { titel: felter.titel } : {}),
    ...(felter.tid ? { tid: felter.tid } : {}),
  })
const titler = async (id: string) => (await (await sted.logInd(CPR)).get(`/api/v1/mig/sager/${id}`)).tekst

describe('how lines come', () => {
  test('a receipt a line, in order, and a closing line that counts them', async () => {
    const sag = nySag()
    const svar = await post(sted, ndjson([sag, sag, { ...sag, id: 'nej' }]))
    expect(svar.status).toBe(200)
    expect(svar.headers['content-type']).toBe('application/x-ndjson; charset=utf-8')
    const linjer = toLinjer(svar.tekst)
    expect(linjer.slice(0, 3).map(({ linje, udfald }) => [linje, udfald])).toEqual([
      [1, 'modtaget'],
      [2, 'uaendret'],
      [3, 'afvist'],
    ])
    expect(linjer.at(-1)).toMatchObject({ slut: true, linjer: 3, modtaget: 1, uaendret: 1, afvist: 1 })
  })

  test.each<[string, (tekst: string) => { body: string | Buffer; headers?: Record<string, string> }]>([
    ['gzip', (tekst) => ({ body: gzipSync(tekst), headers: { 'content-encoding': 'GZIP' } })],
    ['CRLF', (tekst) => ({ body: tekst.replaceAll('\n', '\r\n') })],
    ['no newline at the end', (tekst) => ({ body: tekst.trimEnd() })],
    ['a byte order mark first', (tekst) => ({ body: `\uFEFF${tekst}` })],
    ['blank lines between', (tekst) => ({ body: tekst.replaceAll('\n', '\n\n \n') })],
    ['a charset', (tekst) => ({ body: tekst, headers: { 'content-type': 'application/x-ndjson; charset="UTF-8"' } })],
    ['another name of the type', (tekst) => ({ body: tekst, headers: { 'content-type': 'application/jsonl' } })],
  ])('%s', async (_, make) => {
    const { body, headers } = make(ndjson([nySag({ titel: 'Blåbærgrød' }), nySag()]))
    expect(toLinjer((await post(sted, body, headers)).tekst).at(-1)).toMatchObject({ linjer: 2, modtaget: 2 })
  })

  test('in pieces that cut characters in two', async () => {
    const bytes = Buffer.from(ndjson([nySag({ titel: 'Rødgrød med fløde' })]))
    const stykker = Array.from(bytes, (byte) => Buffer.of(byte))
    const svar = await postStroem(sted, Readable.from(stykker))
    expect(toLinjer(svar.tekst).at(-1)).toMatchObject({ modtaget: 1 })
  })

  test('a sender that reads nothing until it has sent everything is not locked', async () => {
    const linje = ndjson([{ art: 'sag' }])
    const stykker = Array.from({ length: 20 }, () => linje.repeat(1000))
    const svar = await postStroem(sted, Readable.from(stykker), {}, { laesSidst: true })
    expect(toLinjer(svar.tekst).at(-1)).toMatchObject({ slut: true, linjer: 20_000, afvist: 20_000 })
  })

  test('a body of one endless line is not held in memory, and the line is refused', async () => {
    const foer = process.memoryUsage().rss
    const mb = Buffer.alloc(1_048_576, 'x')
    const svar = await postStroem(sted, Readable.from(Array.from({ length: 200 }, () => mb)))
    expect(toLinjer(svar.tekst)[0]).toMatchObject({ udfald: 'afvist', brud: [{ regel: 'IND-015' }] })
    expect(process.memoryUsage().rss - foer).toBeLessThan(120 * 1_048_576)
  })

  test('a small gzip of very many newlines ends early, with a refusal and a closing line', async () => {
    const bombe = gzipSync(Buffer.alloc(50_000_000, '\n'))
    const start = performance.now()
    const linjer = toLinjer((await post(sted, bombe, { 'content-encoding': 'gzip' })).tekst)
    expect(linjer).toMatchObject([
      { udfald: 'afvist', brud: [{ regel: 'IND-015' }] },
      { slut: true, linjer: 1, afvist: 1 },
    ])
    expect(performance.now() - start).toBeLessThan(20_000)
  })

  test('a line with a million small values, or a very long one, is judged at once', async () => {
    const sag = nySag()
    const mange = JSON.stringify({ ...sag, x: Array.from({ length: 300_000 }, () => 1) })
    const lang = JSON.stringify({ ...sag, x: 'æ"\\'.repeat(150_000) })
    const start = performance.now()
    const linjer = toLinjer((await post(sted, `${mange}\n${lang}\n`)).tekst)
    expect(linjer.map(({ brud }) => brud?.[0]?.regel)).toEqual(['IND-016', 'IND-016', undefined])
    expect(performance.now() - start).toBeLessThan(12_000)
  })
})

describe('the same key again', () => {
  test('with the same lines gives the same receipts, and nothing is kept twice', async () => {
    const nøgle = randomUUID()
    const body = ndjson([nySag(), { art: 'sag', id: randomUUID() }, nySag()])
    const [foerst, igen] = [
      await post(sted, body, { 'idempotency-key': nøgle }),
      await post(sted, body, { 'idempotency-key': nøgle }),
    ]
    expect(igen.tekst).toBe(foerst.tekst)
    const leverance = toLinjer(foerst.tekst).at(-1)?.leverance
    expect(await sted.base.asOwner('SELECT 1 FROM afvisning WHERE leverance_id = $1', [leverance])).toHaveLength(1)
  })

  test('with a changed line refuses that line by IND-019, keeps it as refused once, and the rest stand', async () => {
    const nøgle = randomUUID()
    const [a, b] = [nySag({ titel: 'Den første' }), nySag()]
    await post(sted, ndjson([a, b]), { 'idempotency-key': nøgle })
    const anden = { ...a, noteTekst: 'en anden' }
    for (let gang = 0; gang < 2; gang++) {
      const linjer = toLinjer((await post(sted, ndjson([anden, b]), { 'idempotency-key': nøgle })).tekst)
      expect(linjer.map(({ udfald, brud }) => [udfald, brud?.[0]?.regel])).toEqual([
        ['afvist', 'IND-019'],
        ['modtaget', undefined],
        [undefined, undefined],
      ])
    }
    const afviste = await sted.base.asOwner(`SELECT 1 FROM afvisning WHERE objekt_id = $1 AND regel = 'IND-019'`, [a.id])
    expect(afviste).toHaveLength(1)
    expect(await titler(a.id ?? '')).toContain('Den første')
  })

  test('from another source is another delivery', async () => {
    const nøgle = randomUUID()
    const sag = nySag()
    await post(sted, ndjson([sag]), { 'idempotency-key': nøgle })
    const andens = toLinjer(
      (await post(sted, ndjson([{ ...sag, id: randomUUID() }]), { 'idempotency-key': nøgle, ...somKilde('b') })).tekst,
    )
    expect(andens[0]).toMatchObject({ udfald: 'modtaget' })
  })

  test('after a cut the delivery goes on where it was, and is whole', async () => {
    const nøgle = randomUUID()
    const sager = Array.from({ length: 1200 }, () => nySag())
    async function* broken() {
      yield Buffer.from(ndjson(sager.slice(0, 600)))
      await new Promise((resolve) => setTimeout(resolve, 1500))
      throw new Error('The line went dead')
    }
    await postStroem(sted, Readable.from(broken()), { 'idempotency-key': nøgle }).catch(() => undefined)
    const linjer = toLinjer((await post(sted, ndjson(sager), { 'idempotency-key': nøgle })).tekst)
    expect(linjer.at(-1)).toMatchObject({ linjer: 1200, modtaget: 1200, afvist: 0 })
    const [raekke] = await sted.base.asOwner<{ antal: string }>(
      'SELECT count(*) AS antal FROM registrering WHERE objekt_id = ANY ($1::uuid[])',
      [sager.map(({ id }) => id ?? '')],
    )
    expect(Number(raekke?.antal)).toBe(1200)
  })

  test('at the same time gives both senders the same receipts', async () => {
    const nøgle = randomUUID()
    const body = ndjson(Array.from({ length: 300 }, () => nySag()))
    const svar = await Promise.all([1, 2, 3].map(() => post(sted, body, { 'idempotency-key': nøgle })))
    expect(svar.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(new Set(svar.map(({ tekst }) => tekst)).size).toBe(1)
    expect(toLinjer(svar[0]?.tekst ?? '').at(-1)).toMatchObject({ linjer: 300, modtaget: 300 })
  })
})

describe('what cannot be taken in', () => {
  const tjek = (svar: Awaited<ReturnType<typeof post>>, status: number, kode: string) => {
    expect([svar.status, svar.headers['content-type']]).toEqual([status, 'application/problem+json; charset=utf-8'])
    const problem = JSON.parse(svar.tekst) as Record<string, unknown>
    expect(problem).toMatchObject({ kode, status, type: 'about:blank' })
    expect(String(problem['detail'])).toMatch(/^[A-ZÆØÅ]/)
    expect(String(problem['title'])).toMatch(/^[A-Z]/)
    expect(svar.tekst).not.toContain(CANARY)
    return problem
  }
  const body = ndjson([{ art: CANARY }])

  test.each<[string, string | Buffer, Record<string, string | undefined>, number, string]>([
    ['an empty body', '', {}, 400, 'IND-017'],
    ['nothing but blank lines', '\n \r\n', {}, 400, 'IND-017'],
    ['a type that is not lines', body, { 'content-type': 'application/json' }, 415, 'INDHOLDSTYPE_UKENDT'],
    ['no type', body, { 'content-type': undefined }, 415, 'INDHOLDSTYPE_UKENDT'],
    ['a type with a number in it', body, { 'content-type': `text/${CANARY}` }, 415, 'INDHOLDSTYPE_UKENDT'],
    ['another charset', body, { 'content-type': 'application/x-ndjson; charset=latin1' }, 415, 'INDHOLDSTYPE_UKENDT'],
    ['another coding', body, { 'content-encoding': 'br' }, 415, 'KODNING_UKENDT'],
    ['a coding twice', gzipSync(gzipSync(body)), { 'content-encoding': 'gzip, gzip' }, 415, 'KODNING_UKENDT'],
    ['gzip that is none', body, { 'content-encoding': 'gzip' }, 400, 'IND-014'],
    ['gzip that is cut off', gzipSync(body).subarray(0, 20), { 'content-encoding': 'gzip' }, 400, 'IND-014'],
    ['no key', body, { 'idempotency-key': undefined }, 400, 'IDEMPOTENCY_KEY_MANGLER'],
    ['an endless key', body, { 'idempotency-key': 'x'.repeat(201) }, 400, 'IDEMPOTENCY_KEY_MANGLER'],
    ['nobody', body, { 'x-borgerblikket-udviklingsnoegle': undefined }, 401, 'LEGITIMATION_MANGLER'],
    ['somebody unknown', body, { 'x-borgerblikket-udviklingsnoegle': CANARY }, 401, 'LEGITIMATION_UKENDT'],
  ])('%s', async (_, krop, headers, status, kode) => {
    tjek(await post(sted, krop, headers), status, kode)
  })

  test('who calls is asked before the body is read: an endless one of nobody is answered at once', async () => {
    let sendt = 0
    const endeloes = new Readable({
      read() {
        sendt += 65_536
        this.push(sendt > 500_000_000 ? null : Buffer.alloc(65_536, ' '))
      },
    })
    const svar = await new Promise<number>((resolve, reject) => {
      postStroem(sted, endeloes, { 'x-borgerblikket-udviklingsnoegle': 'ukendt' }).then(({ status }) => resolve(status), reject)
    })
    expect(svar).toBe(401)
  })

  test('a refused line is never repeated: not in its receipt, not in the log', async () => {
    const foer = sted.log.length
    const linjer = [{ art: CANARY }, { art: 'sag', [CANARY]: 1 }, { ...nySag(), id: CANARY }, { ...nySag(), tidspunkt: CANARY }]
    const svar = await post(sted, `${ndjson(linjer)}{"${CANARY}"\n`)
    expect(toLinjer(svar.tekst).at(-1)).toMatchObject({ linjer: 5, afvist: 5 })
    expect(svar.tekst).not.toContain(CANARY)
    expect(sted.log.slice(foer).join('')).not.toContain(CANARY)
  })

  test('with the database out of reach from the start it is 503 with Retry-After', async () => {
    nede = true
    try {
      const svar = await post(sted, ndjson([nySag()]))
      tjek(svar, 503, 'UTILGAENGELIG')
      expect(svar.headers['retry-after']).toBe('10')
    } finally {
      nede = false
    }
  })

  test('with the database lost in the middle the answer is cut without a closing line, and the same key makes it whole', async () => {
    const nøgle = randomUUID()
    const sager = Array.from({ length: 1000 }, () => nySag())
    async function* lost() {
      yield Buffer.from(ndjson(sager.slice(0, 500)))
      await new Promise((resolve) => setTimeout(resolve, 2000))
      nede = true
      yield Buffer.from(ndjson(sager.slice(500)))
    }
    const svar = await postStroem(sted, Readable.from(lost()), { 'idempotency-key': nøgle })
    nede = false
    expect(svar.afbrudt).toBe(true)
    const linjer = toLinjer(svar.tekst)
    // Whole batches of what came before, and nothing of what came after.
    expect(linjer.length).toBeGreaterThan(0)
    expect(linjer.length).toBeLessThanOrEqual(500)
    expect(linjer.some(({ slut }) => slut)).toBe(false)
    expect(toLinjer((await post(sted, ndjson(sager), { 'idempotency-key': nøgle })).tekst).at(-1)).toMatchObject({
      modtaget: 1000,
    })
  })
})

test('a source that delivers on forty connections at once does not keep a citizen from logging in', async () => {
  const bodies = Array.from({ length: 40 }, () => ndjson(Array.from({ length: 100 }, () => nySag())))
  const leverancer = bodies.map((body) => post(sted, body))
  await new Promise((resolve) => setTimeout(resolve, 200))
  const start = performance.now()
  const side = await (await sted.logInd('6202810013')).get('/sager')
  const tid = performance.now() - start
  const svar = await Promise.all(leverancer)
  const ialt = performance.now() - start
  expect(side.status).toBe(200)
  expect(svar.map(({ tekst }) => toLinjer(tekst).at(-1)?.modtaget)).toEqual(bodies.map(() => 100))
  expect(tid).toBeLessThan(ialt / 2)
})
