import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newUuid, type Uuid } from '#kernel'
import { hashNoegle, type Kilde } from '#kilde'
import { removeOld } from '../../src/beskedfordeler/oprydning.ts'
import { createUdsender, type Udsender } from '../../src/beskedfordeler/udsendelse/index.ts'
import { lavNotat, lavSag, part } from '../byggere/elementer.ts'
import { type Svar, send } from '../byggere/klient.ts'
import { type Modtager, startModtager } from '../byggere/modtager.ts'
import { createUr } from '../byggere/tilslutning.ts'
import { BROBYSKOV, KILDER, KORSBAEK, startWebsted, type Testwebsted } from '../byggere/websted.ts'

/** A third source: one municipality, and hovedgruppe 27 alone. */
const SNAEVER: Kilde = {
  ...KILDER.a,
  id: 'c0000000-0000-4000-8000-00000000000c' as Uuid,
  navn: 'Snæver',
  kommuner: [KORSBAEK],
  kle: ['27' as never],
}
const KANARIE = { cpr: '6103851234', titel: 'Kanariefuglens hemmelige titel', navn: 'Kanja Kanariesen' }

const ur = createUr('2026-11-22T10:00:00Z')
let sted: Testwebsted
let udsender: Udsender
const modtagere: Modtager[] = []
beforeAll(async () => {
  sted = await startWebsted({ clock: ur })
  await sted.system.kilder.save(SNAEVER, { udviklingsnoegle: hashNoegle('noegle-til-kilde-c') })
  const { websted, ...deps } = sted.system
  udsender = createUdsender({ ...deps, url: websted.origin, lokal: true, fristMs: 2_000, terning: () => 0.5 })
})
afterAll(async () => {
  await Promise.all(modtagere.map((modtager) => modtager.close()))
  await sted.close()
})

const ask = (kilde: string, sti: string, method = 'GET', body?: unknown): Promise<Svar> => {
  const headers = { 'x-borgerblikket-udviklingsnoegle': `noegle-til-kilde-${kilde}` }
  const tekst = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body)
  return send(
    sted.origin,
    sti,
    {
      method,
      headers: { ...headers, ...(tekst === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(tekst ? { body: tekst } : {}),
    },
    sted.agent,
  )
}
const json = <T>(svar: Svar) => JSON.parse(svar.tekst) as T
type Nyt = { readonly abonnement: { readonly id: string; readonly tilstand: string }; readonly hemmelighed: string }

async function abonner(kilde: string, oenske: object = {}) {
  const modtager = await startModtager()
  modtagere.push(modtager)
  const svar = await ask(kilde, '/api/v1/abonnementer', 'POST', { navn: 'Prøve', url: modtager.url, ...oenske })
  expect([svar.status, svar.tekst]).toEqual([201, expect.stringContaining('afventerBevis')])
  const { abonnement, hemmelighed } = json<Nyt>(svar)
  modtager.give(hemmelighed)
  expect((await ask(kilde, `/api/v1/abonnementer/${abonnement.id}/bevis`, 'POST')).status).toBe(204)
  return { id: abonnement.id, modtager, hemmelighed }
}
const sendAlt = async () => {
  await udsender.distribute()
  while ((await udsender.deliverDue()) > 0);
}
const kanariesag = (felter: { kommune?: string; kle?: string } = {}) =>
  lavSag({ id: newUuid(), parter: [part('Primær part', KANARIE.cpr, KANARIE.navn)], titel: KANARIE.titel, ...felter })
type Side = {
  readonly haendelser: readonly { readonly subject: string; readonly type: string }[]
  readonly naeste: string
  readonly flere: boolean
}
const hent = async (kilde: string, query: string) => json<Side>(await ask(kilde, `/api/v1/haendelser${query}`))

/** Every row that events are kept in, as text, with the printable bytes of what is sealed. */
async function dumpEgne(): Promise<string> {
  await sted.base.asOwner(`SET bytea_output = 'escape'`)
  const dele: string[] = []
  for (const tabel of ['udbakke', 'udsendelse', 'udsendelsesforsoeg', 'abonnement', 'broker'])
    dele.push(
      ...(await sted.base.asOwner<{ raekke: string }>(`SELECT t::text AS raekke FROM ${tabel} t`)).map(({ raekke }) => raekke),
    )
  await sted.base.asOwner('RESET bytea_output')
  return dele.join('\n')
}

describe('a subscription', () => {
  test.each<[string, unknown, number, string]>([
    ['no JSON', '{', 400, 'ABONNEMENT_UGYLDIGT'],
    ['a key twice', '{"navn":"a","navn":"b","url":"http://localhost/"}', 400, 'ABONNEMENT_UGYLDIGT'],
    ['an unknown field', { navn: 'a', url: 'http://localhost/', hemmelighed: 'min egen' }, 400, 'ABONNEMENT_UGYLDIGT'],
    ['no address', { navn: 'a' }, 400, 'ABONNEMENT_UGYLDIGT'],
    ['an address that is none', { navn: 'a', url: 'localhost' }, 400, 'ADRESSE_UGYLDIG'],
    ['an address of files', { navn: 'a', url: 'file:///etc/passwd' }, 400, 'ADRESSE_UGYLDIG'],
    ['another municipality', { navn: 'a', url: 'http://localhost/', kommuner: [BROBYSKOV] }, 403, 'KOMMUNE_IKKE_AFTALT'],
    ['other numbers', { navn: 'a', url: 'http://localhost/', kle: ['28'] }, 403, 'KLE_IKKE_AFTALT'],
    ['more than the agreed numbers', { navn: 'a', url: 'http://localhost/', kle: ['27', '34.10'] }, 403, 'KLE_IKKE_AFTALT'],
    ['an unknown kind', { navn: 'a', url: 'http://localhost/', arter: ['borger'] }, 400, 'ABONNEMENT_UGYLDIGT'],
  ])('is refused with %s', async (_navn, oenske, status, kode) => {
    const svar = await ask('c', '/api/v1/abonnementer', 'POST', oenske)
    expect([svar.status, json<{ kode: string }>(svar).kode]).toEqual([status, kode])
  })

  test('is told of nothing until its receiver has shown that it holds the secret', async () => {
    const modtager = await startModtager()
    modtagere.push(modtager)
    const { abonnement, hemmelighed } = json<Nyt>(
      await ask('a', '/api/v1/abonnementer', 'POST', { navn: 'Ubevist', url: modtager.url }),
    )
    await sted.lever('b', [kanariesag()])
    await sendAlt()
    const bevis = () => ask('a', `/api/v1/abonnementer/${abonnement.id}/bevis`, 'POST')
    expect([(await bevis()).status, modtager.modtaget]).toEqual([422, []])
    modtager.give(`whsec_${Buffer.alloc(32, 1).toString('base64')}`)
    expect((await bevis()).status).toBe(422)
    modtager.give(hemmelighed)
    expect((await bevis()).status).toBe(204)
    expect((await bevis()).status).toBe(409)
    // It begins with what happens from now on.
    await sendAlt()
    expect(modtager.modtaget).toEqual([])
    expect((await ask('a', `/api/v1/abonnementer/${abonnement.id}`)).tekst).not.toContain('whsec_')
    expect((await ask('a', `/api/v1/abonnementer/${abonnement.id}`, 'DELETE')).status).toBe(204)
  })

  test('another source’s is not there: not to see, to prove, pause, resume, delete, change, read or send anew', async () => {
    const { id } = await abonner('a')
    for (const [metode, sti] of [
      ['GET', ''],
      ['POST', '/bevis'],
      ['POST', '/pause'],
      ['POST', '/genoptagelse'],
      ['POST', '/hemmelighed'],
      ['GET', '/doede'],
      ['POST', '/genudsendelse'],
      ['DELETE', ''],
    ] as const) {
      const svar = await ask('b', `/api/v1/abonnementer/${id}${sti}`, metode)
      const ukendt = await ask('b', `/api/v1/abonnementer/${newUuid()}${sti}`, metode)
      expect([metode, sti, svar.status, svar.tekst]).toEqual([metode, sti, 404, ukendt.tekst])
    }
    expect((await ask('b', '/api/v1/abonnementer')).tekst).not.toContain(id)
    expect(json<{ tilstand: string }>(await ask('a', `/api/v1/abonnementer/${id}`)).tilstand).toBe('aktiv')
    expect((await ask('a', `/api/v1/abonnementer/${id}`, 'DELETE')).status).toBe(204)
    expect((await ask('a', `/api/v1/abonnementer/${id}`)).status).toBe(404)
  })
})

test('what is delivered is told of, to those alone who may hear of it, and says nothing of whom it concerns', async () => {
  const bred = await abonner('a', { formaal: 'synkronisering' })
  const xml = await abonner('a', { form: 'haendelsesbesked' })
  const snaever = await abonner('c')
  const { naeste } = await hent('c', '?efter=nu')
  const [egen, andenKommune, andetNummer] = [kanariesag(), kanariesag({ kommune: BROBYSKOV }), kanariesag({ kle: '28.09.40' })]
  const tavs = { ...kanariesag(), udenNotifikation: true }
  const notat = lavNotat({ id: newUuid(), sag: egen.id ?? '' })
  await sted.lever('b', [egen, andenKommune, andetNummer, tavs, notat])
  await sendAlt()
  const alle = [egen, andenKommune, andetNummer, tavs, notat].map(({ id }) => id)
  expect(bred.modtager.modtaget.map(({ objekt }) => objekt).toSorted()).toEqual(alle.toSorted())
  expect(snaever.modtager.modtaget.map(({ objekt }) => objekt).toSorted()).toEqual([egen.id, notat.id].toSorted())
  // Not even a number tells of what is not its own.
  const { drift } = json<{ drift: object }>(await ask('c', `/api/v1/abonnementer/${snaever.id}`))
  expect(drift).toMatchObject({ venter: 0, leveret: 2, doede: 0, bortfaldne: 0 })
  const side = await hent('c', `?efter=${naeste}`)
  expect(side.haendelser.map(({ subject }) => subject)).toEqual([egen.id, tavs.id, notat.id])
  const udenTavse = await hent('c', `?efter=${naeste}&formaal=notifikation&art=sag`)
  expect(udenTavse.haendelser.map(({ subject }) => subject)).toEqual([egen.id])

  const partId = await sted.part(KANARIE.cpr)
  const sendt = [...bred.modtager.modtaget, ...xml.modtager.modtaget, ...snaever.modtager.modtaget]
  expect(sendt.length).toBe(5 + 4 + 2)
  expect(sendt.every(({ gyldig }) => gyldig)).toBe(true)
  const ud = [...sendt.map(({ tekst, headers }) => tekst + JSON.stringify(headers)), JSON.stringify(side)].join('\n')
  const base = await dumpEgne()
  for (const maerke of [KANARIE.cpr, KANARIE.titel, KANARIE.navn, partId]) {
    expect(ud).not.toContain(maerke)
    expect(base).not.toContain(maerke)
    expect(sted.log.join('')).not.toContain(maerke)
  }
  // The secrets stand nowhere in the open.
  for (const { hemmelighed } of [bred, snaever]) expect(base).not.toContain(hemmelighed.slice('whsec_'.length))
})

describe('fetching', () => {
  test('follows a mark: in order, a page at a time, again as often as one likes, and past what is another’s', async () => {
    const { naeste: start } = await hent('c', '?efter=nu')
    const sager = Array.from({ length: 5 }, () => kanariesag())
    await sted.lever('b', [kanariesag({ kommune: BROBYSKOV }), ...sager, kanariesag({ kommune: BROBYSKOV })])
    await udsender.distribute()
    const foerste = await hent('c', `?efter=${start}&antal=2`)
    const resten = await hent('c', `?efter=${foerste.naeste}`)
    expect([...foerste.haendelser, ...resten.haendelser].map(({ subject }) => subject)).toEqual(sager.map(({ id }) => id))
    expect([foerste.flere, resten.flere]).toEqual([true, false])
    expect((await hent('c', `?efter=${start}&antal=2`)).haendelser).toEqual(foerste.haendelser)
    expect((await hent('c', `?efter=${resten.naeste}`)).haendelser).toEqual([])
  })

  test('waits for what happens where it is asked to, and only so long', async () => {
    const { naeste } = await hent('c', '?efter=nu')
    const ventende = hent('c', `?efter=${naeste}&vent=20`)
    // Nothing of the source's own: it goes on waiting.
    await sted.lever('b', [kanariesag({ kommune: BROBYSKOV })])
    await udsender.distribute()
    const sag = kanariesag()
    await sted.lever('b', [sag])
    await udsender.distribute()
    expect((await ventende).haendelser.map(({ subject }) => subject)).toEqual([sag.id])
    expect((await hent('c', `?efter=${(await ventende).naeste}&vent=1`)).haendelser).toEqual([])
  })

  test.each<[string, string, string]>([
    ['another source’s mark', 'a', 'MAERKE_UKENDT'],
    ['a mark that is none', '!', 'MAERKE_UKENDT'],
  ])('is refused with %s', async (_navn, hvis, kode) => {
    const maerke = hvis === '!' ? 'bm9nZXQ' : (await hent(hvis, '?efter=nu')).naeste
    const svar = await ask('c', `/api/v1/haendelser?efter=${maerke}`)
    expect([svar.status, json<{ kode: string }>(svar).kode]).toEqual([400, kode])
  })

  test.each(['?antal=0', '?antal=1001', '?vent=21', '?kommune=1', '?kle=2', '?art=borger', '?ukendt=1', '?antal=1&antal=2'])(
    'is refused with %s',
    async (query) => {
      expect((await ask('c', `/api/v1/haendelser${query}`)).status).toBe(400)
    },
  )

  test('says that there is a gap where what followed the mark has been removed, and where the database was put back', async () => {
    const { naeste } = await hent('c', '?efter=nu')
    await sted.lever('b', [kanariesag()])
    await udsender.distribute()
    const { naeste: sidst } = await hent('c', `?efter=${naeste}`)
    // Rows carry the database's own time.
    const om31 = { now: () => new Date(Date.now() + 31 * 86_400_000).toISOString() as never }
    await removeOld({ db: sted.system.db, clock: om31, dage: 30 })
    const svar = await ask('c', `/api/v1/haendelser?efter=${naeste}`)
    expect([svar.status, json<{ kode: string }>(svar).kode]).toEqual([410, 'MAERKE_FOR_GAMMELT'])
    expect((await ask('c', `/api/v1/haendelser?efter=${sidst}`)).status).toBe(200)
    expect((await hent('c', '')).haendelser).toEqual([])
    await sted.base.asOwner('UPDATE udbakke_hoved SET sidste = sidste - 1, fjernet_til = 0')
    const foran = await ask('c', `/api/v1/haendelser?efter=${sidst}`)
    expect([foran.status, json<{ kode: string }>(foran).kode]).toEqual([410, 'MAERKE_FORAN'])
  })

  test('nobody fetches who is not a source', async () => {
    const svar = await send(sted.origin, '/api/v1/haendelser', {}, sted.agent)
    expect([svar.status, svar.headers['www-authenticate']]).toEqual([401, 'Bearer'])
  })
})
