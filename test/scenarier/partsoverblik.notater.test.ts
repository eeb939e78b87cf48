import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseKlePraefiks, tidspunkt, type Uuid, uuid } from '#kernel'
import { followNotater } from '#partsoverblik/notat'
import { acknowledge, fetchNotat, listTilKilde } from '../../src/partsoverblik/notat/hent-notater.ts'
import { logIndSomSagsbehandler, partAf, rettighed, type Sagsbehandler } from '../byggere/besoeg.ts'
import { lavNotat, lavSag, part } from '../byggere/elementer.ts'
import { type Svar, send } from '../byggere/klient.ts'
import { BROBYSKOV, type Kildenavn, startWebsted, type Testwebsted, udviklingsnoegle } from '../byggere/websted.ts'

/** A caseworker writes a note on a case; the case's own system fetches it, keeps it, and delivers it back. */

const ULLA = '6101801010'
let nu = '2026-11-22T10:00:00.000Z'
let sted: Testwebsted
let ulla: Uuid
let sag: string
let vera: Sagsbehandler

beforeAll(async () => {
  sted = await startWebsted({ clock: { now: () => tidspunkt(nu) } })
  sag = randomUUID()
  await sted.lever('a', [lavSag({ id: sag, parter: [part('Primær part', ULLA)], titel: 'Hjælp i hjemmet' })])
  ulla = await partAf(sted, sag)
  vera = await logIndSomSagsbehandler(sted, { navn: 'Vera Prøve' })
  await ask('a', '/api/v1/notater')
})
afterAll(() => sted.close())

const ask = (kilde: Kildenavn, sti: string, body?: unknown): Promise<Svar> =>
  send(
    sted.origin,
    sti,
    {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        'x-borgerblikket-udviklingsnoegle': udviklingsnoegle(kilde),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    },
    sted.agent,
  )
type Henvisning = { readonly id: string; readonly sag: string; readonly tilstand: string }
const ventende = async (kilde: Kildenavn) =>
  (JSON.parse((await ask(kilde, '/api/v1/notater')).tekst) as { notater: Henvisning[] }).notater
const kvitter = async (id: string, body: unknown, kilde: Kildenavn = 'a') =>
  (await ask(kilde, `/api/v1/notater/${id}/kvittering`, body)).status
const follow = () => sted.system.db.transaction({ rolle: 'advis' }, (tx) => followNotater(tx, tidspunkt(nu)))

const NOTAT = { titel: 'Samtale om hjælp', tekst: 'Vi aftalte hjælp to gange om ugen.' }
async function skriv(hvem: Sagsbehandler, felter: Readonly<Record<string, string>> = {}, om = 'Hjælp i hjemmet') {
  const sti = `${await hvem.besoeg(ulla)}/notat`
  const side = (await hvem.browser.get(sti)).tekst
  const ref = new RegExp(`value="([\\w-]{16})"[^>]*>${om}`).exec(side)?.[1] ?? 'ukendtukendtukend'.slice(0, 16)
  const svar = await hvem.post(sti, { ...NOTAT, sag: ref, noegle: randomUUID(), ...felter })
  return { sti, ref, svar }
}
const side = async (hvem = vera) => (await hvem.browser.get(`${await hvem.besoeg(ulla)}/notat`)).tekst
/** Writes one, and answers its id as the system sees it. */
async function nyt(): Promise<string> {
  const foer = new Set((await ventende('a')).map(({ id }) => id))
  expect((await skriv(vera)).svar.status).toBe(303)
  const [ny] = (await ventende('a')).filter(({ id }) => !foer.has(id))
  return ny?.id ?? ''
}
const raekke = async (id: string) =>
  (
    await sted.base.asOwner<{ tilstand: string; tom: boolean; raa: string }>(
      `SELECT tilstand, indhold IS NULL AS tom, encode(coalesce(indhold, ''), 'escape') AS raa FROM skrevet_notat WHERE notat_id = $1`,
      [id],
    )
  )[0]

test('a note goes to the case’s own system alone, is fetched, kept, delivered back and then on the case', async () => {
  const id = await nyt()
  expect(await ventende('b')).toEqual([])
  expect((await raekke(id))?.raa).not.toContain('Samtale')
  const hentet = await ask('a', `/api/v1/notater/${id}`)
  expect(JSON.parse(hentet.tekst)).toMatchObject({
    ...NOTAT,
    id,
    sag,
    tilstand: 'venter',
    forfatter: { id: vera.id, navn: 'Vera Prøve' },
  })
  const [linje] = await sted.base.asOwner('SELECT aktoer_type, part_id, hvad, objekt_id FROM adgangslog ORDER BY nr DESC LIMIT 1')
  expect(linje).toEqual({ aktoer_type: 'kilde', part_id: ulla, hvad: 'notat', objekt_id: id })
  expect((await ask('b', `/api/v1/notater/${id}`)).status).toBe(404)
  expect(await kvitter(id, { udfald: 'modtaget' }, 'b')).toBe(404)
  expect([await kvitter(id, { udfald: 'modtaget' }), await kvitter(id, { udfald: 'modtaget' })]).toEqual([204, 204])
  expect([await ventende('a'), await side()]).toEqual([[], expect.stringContaining('Hentet af fagsystemet')])
  await follow()
  expect((await raekke(id))?.tilstand).toBe('hentet')
  await sted.lever('a', [lavNotat({ id, sag })])
  await follow()
  expect(await raekke(id)).toMatchObject({ tilstand: 'journaliseret', tom: true })
  expect(await side()).toContain('På sagen')
  expect((await ask('a', `/api/v1/notater/${id}`)).status).toBe(404)
  expect(await kvitter(id, { udfald: 'afvist', grund: 'andet' })).toBe(409)
})

test('the event says that a note is there, to its own system and nobody else, and nothing of it', async () => {
  const id = await nyt()
  const [haendelse] = await sted.base.asOwner<Record<string, unknown>>('SELECT * FROM udbakke WHERE objekt_id = $1', [id])
  expect(haendelse).toMatchObject({ art: 'journalnotat', haendelse: 'skrevet', master: 'a0000000-0000-4000-8000-00000000000a' })
  expect(JSON.stringify(haendelse)).not.toMatch(/Samtale|hjælp|Vera/)
})

test('a note that another system delivers under the same id is not taken for it', async () => {
  const id = await nyt()
  const fremmed = randomUUID()
  await sted.lever('b', [lavSag({ id: fremmed, parter: [part('Primær part', ULLA)], titel: 'En anden sag' })])
  await sted.lever('b', [lavNotat({ id, sag: fremmed })])
  await follow()
  expect((await raekke(id))?.tilstand).toBe('venter')
})

test('a system that may no longer read of the case’s number or municipality is neither told of a note, handed it nor heard about it', async () => {
  const id = uuid(await nyt())
  const deps = { ...sted.system, clock: { now: () => tidspunkt(nu) } }
  const kilde = await sted.system.kilder.find(uuid('a0000000-0000-4000-8000-00000000000a'))
  if (!kilde) throw new Error('The source is not there')
  const foran = { skrevet: '-infinity', id: '00000000-0000-0000-0000-000000000000' }
  const se = async (en: typeof kilde) => [
    (await listTilKilde(deps, en, foran, 500)).notater.some(({ notat_id }) => notat_id === id),
    (await fetchNotat(deps, en, id)).ok,
  ]
  expect(await se(kilde)).toEqual([true, true])
  const andetNummer = parseKlePraefiks('15')
  for (const mindre of [{ kommuner: [BROBYSKOV] }, { kle: andetNummer ? [andetNummer] : [] }]) {
    expect(await se({ ...kilde, ...mindre })).toEqual([false, false])
    expect((await acknowledge(deps, { ...kilde, ...mindre }, id, { udfald: 'modtaget' })).ok).toBe(false)
  }
  expect((await raekke(id))?.tilstand).toBe('venter')
})

test('a refused note and one that nobody fetched are told of, once, and keep their text for a while', async () => {
  const [afvist, glemt] = [await nyt(), await nyt()]
  expect(await kvitter(afvist, { udfald: 'afvist', grund: 'sagLukket', tekst: 'Lukket i går' })).toBe(204)
  expect(await kvitter(afvist, { udfald: 'modtaget' })).toBe(409)
  expect((await follow()).map(({ notat_id, tilstand }) => [notat_id, tilstand])).toEqual([[afvist, 'afvist']])
  expect(await side()).toContain('Lukket i går')
  nu = '2026-12-23T10:00:00.000Z'
  const fortalte = (await follow()).map(({ notat_id }) => notat_id)
  expect(fortalte).toContain(glemt)
  expect(await follow()).toEqual([])
  expect(await raekke(glemt)).toMatchObject({ tilstand: 'foraeldet', tom: false })
  nu = '2027-01-30T10:00:00.000Z'
  await follow()
  expect(await raekke(glemt)).toMatchObject({ tilstand: 'foraeldet', tom: true })
  nu = '2026-11-22T10:00:00.000Z'
})

describe('what is refused', () => {
  test.each([
    ['a title on two lines', { titel: 'To\nlinjer' }, 'én linje'],
    ['a personal number', { tekst: 'Ring om 611290-1234' }, 'CPR-nummer'],
    ['a name in the title', { titel: 'Samtale med Peter Jensen' }, 'Skriv den om'],
    ['no text', { tekst: '' }, 'notatets tekst'],
    ['too long a text', { tekst: 'x'.repeat(20_001) }, 'notatets tekst'],
  ])('%s', async (_, felter, saetning) => {
    const foer = (await ventende('a')).length
    const { svar } = await skriv(vera, { set: 'ja', ...felter })
    expect([svar.status, svar.tekst.includes(saetning)]).toEqual([422, true])
    expect((await ventende('a')).length).toBe(foer)
  })

  test('what is found is shown with a proposal, and sent when it has been looked at', async () => {
    const felter = { titel: 'Samtale ang. borgeren, ring 70 10 20 30' }
    const foerst = await skriv(vera, felter)
    expect([foerst.svar.status, foerst.svar.tekst.includes('Send, som det er')]).toEqual([422, true])
    expect((await skriv(vera, { ...felter, set: 'ja' })).svar.status).toBe(303)
  })

  test('without the right to write, on a case that one may not see, in another municipality: no case to choose, and none to post', async () => {
    const kunSe = await logIndSomSagsbehandler(sted, { rettigheder: [rettighed({ systemroller: ['se'] })] })
    const lav = [rettighed({ foelsomhed: 'IKKE_FORTROLIGE_DATA' }), rettighed({ systemroller: ['se'] })]
    const forLav = await logIndSomSagsbehandler(sted, { rettigheder: lav })
    const fremmed = await logIndSomSagsbehandler(sted, { cvr: BROBYSKOV })
    const foer = (await ventende('a')).length
    for (const hvem of [kunSe, forLav, fremmed]) {
      expect(await side(hvem)).not.toContain('>Hjælp i hjemmet')
      const veras = await skriv(vera, { titel: '' })
      expect((await skriv(hvem, { sag: veras.ref })).svar.status).toBe(422)
    }
    expect((await ventende('a')).length).toBe(foer)
    expect(await side(fremmed)).not.toContain('Vera Prøve')
  })

  test('a form that is sent twice is one note and one event', async () => {
    const foer = (await ventende('a')).length
    const noegle = randomUUID()
    const svar = [await skriv(vera, { noegle }), await skriv(vera, { noegle })].map((en) => en.svar.status)
    expect([svar, (await ventende('a')).length]).toEqual([[303, 303], foer + 1])
    const [dobbelte] = await sted.base.asOwner<{ n: string }>(
      `SELECT count(*) AS n FROM (SELECT objekt_id FROM udbakke WHERE haendelse = 'skrevet' GROUP BY objekt_id HAVING count(*) > 1) d`,
    )
    expect(dobbelte?.n).toBe('0')
  })

  test('a form that is gone back to and changed is a note more, and loses neither', async () => {
    const foer = (await ventende('a')).length
    const noegle = randomUUID()
    await skriv(vera, { noegle, tekst: 'Vi aftalte hjælp hver uge.' })
    await skriv(vera, { noegle, tekst: 'Vi aftalte hjælp hver måned.' })
    expect((await ventende('a')).length).toBe(foer + 2)
  })

  test('for a system that never asks', async () => {
    const id = randomUUID()
    await sted.lever('b', [lavSag({ id, parter: [part('Primær part', ULLA)], titel: 'Uden henter' })])
    await sted.base.asOwner('DELETE FROM notatmodtager WHERE master <> $1', ['a0000000-0000-4000-8000-00000000000a'])
    const { svar } = await skriv(vera, {}, 'Uden henter')
    expect([svar.status, svar.tekst.includes('henter ikke notater herfra')]).toEqual([422, true])
  })

  test.each<[string, unknown]>([
    ['no JSON', '{'],
    ['an unknown outcome', { udfald: 'måske' }],
    ['a refusal without a reason', { udfald: 'afvist' }],
    ['an unknown field', { udfald: 'modtaget', x: 1 }],
    ['a personal number', { udfald: 'afvist', grund: 'andet', tekst: '611290-1234' }],
    ['a key twice', '{"udfald":"modtaget","udfald":"afvist"}'],
  ])('a receipt with %s', async (_, body) => {
    const id = await nyt()
    expect(await kvitter(id, body)).toBe(400)
    expect((await raekke(id))?.tilstand).toBe('venter')
  })
})

test('pages of what waits come in order and leave nothing out', async () => {
  const alle = (await ventende('a')).map(({ id }) => id)
  const hentede: string[] = []
  for (let naeste: string | undefined = ''; naeste !== undefined; ) {
    const svar = await ask('a', `/api/v1/notater?antal=2${naeste ? `&efter=${naeste}` : ''}`)
    const led = JSON.parse(svar.tekst) as { notater: Henvisning[]; naeste?: string }
    hentede.push(...led.notater.map(({ id }) => id))
    naeste = led.naeste
  }
  expect(hentede).toEqual(alle)
  const ingenDag = Buffer.from(`2026-02-30T00:00:00.000Z/${randomUUID()}`).toString('base64url')
  for (const query of ['antal=0', 'antal=501', 'efter=x', `efter=${ingenDag}`, 'ukendt=1', 'antal=2&antal=3'])
    expect((await ask('a', `/api/v1/notater?${query}`)).status).toBe(400)
})
