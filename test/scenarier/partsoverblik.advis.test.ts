import { randomUUID } from 'node:crypto'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tidspunkt, type Uuid } from '#kernel'
import { createUdsender } from '../../src/beskedfordeler/udsendelse/index.ts'
import { take } from '../../src/partsoverblik/advis/abonner.ts'
import { work } from '../../src/partsoverblik/advis/foelg.ts'
import { sendDagens } from '../../src/partsoverblik/advis/mail.ts'
import { logIndSomSagsbehandler, partAf, rettighed, type Sagsbehandler } from '../byggere/besoeg.ts'
import { lavAftale, lavDokument, lavSag, part, tilakteret } from '../byggere/elementer.ts'
import { logIndPaaArbejde } from '../byggere/medarbejder.ts'
import { BROBYSKOV, KORSBAEK, startWebsted, type Testwebsted } from '../byggere/websted.ts'

/** Employees are told of what happens to what they asked for, in the words of what they may see at the moment that they look. */

const ULLA = '6101801010'
let nu = '2026-11-22T10:00:00.000Z'
const clock = { now: () => tidspunkt(nu) }
let sted: Testwebsted
let ulla: Uuid
let vera: Sagsbehandler
const sag = randomUUID()
const ullas = [part('Primær part', ULLA)]

beforeAll(async () => {
  sted = await startWebsted({ clock })
  await sted.lever('a', [lavSag({ id: sag, parter: ullas, titel: 'Hjælp i hjemmet' })])
  ulla = await partAf(sted, sag)
  vera = await logIndSomSagsbehandler(sted)
  await follow()
})
afterAll(() => sted.close())

/** Numbers what has happened, and tells of it. */
async function follow(): Promise<void> {
  const { websted, ...deps } = sted.system
  const udsender = createUdsender({ ...deps, url: websted.origin, lokal: true, fristMs: 1_000, terning: () => 0.5 })
  while ((await udsender.distribute()) > 0);
  while ((await work({ db: sted.base.db, clock })) > 0);
}
const STI = '/kommune/advis'
const side = async (hvem: Sagsbehandler, query = '') => (await hvem.browser.get(STI + query)).tekst
const abonner = async (hvem: Sagsbehandler, felter: Readonly<Record<string, string>>) => {
  const sti = `${await hvem.besoeg(ulla)}/advis`
  const valg = (await hvem.browser.get(sti)).tekst
  const ref = felter['om'] ? (new RegExp(`value="([\\w-]{16})"[^>]*>${felter['om']}`).exec(valg)?.[1] ?? 'x'.repeat(16)) : ''
  return hvem.post(sti, { ...felter, ...(ref ? { ref } : {}) })
}
const idPaa = (tekst: string) => /name="id" value="([0-9a-f-]{36})"/.exec(tekst)?.[1] ?? ''
let nr = 0
/** Something new on the case. */
async function haend(titel: string, foelsomhed = 'FORTROLIGE_PERSONOPLYSNINGER'): Promise<string> {
  const dokument = lavDokument({ id: randomUUID(), titel })
  const [egenskab] = dokument.egenskaber ?? []
  const tid = new Date(Date.parse('2026-01-06T08:00:00.000Z') + ++nr * 60_000).toISOString()
  dokumenter.push(dokument.id ?? '')
  await sted.lever('a', [
    { ...dokument, egenskaber: [{ ...egenskab, foelsomhed } as NonNullable<typeof egenskab>] },
    lavSag({ id: sag, parter: ullas, titel: 'Hjælp i hjemmet', tid }, { journalposter: dokumenter.map((id) => tilakteret(id)) }),
  ])
  await follow()
  return dokument.id ?? ''
}
const dokumenter: string[] = []

test('who asked about a case is told of what comes on it, and the list is logged', async () => {
  expect((await abonner(vera, { slags: 'sag', om: 'Hjælp i hjemmet' })).status).toBe(303)
  await haend('Brev om hjælp')
  const tekst = await side(vera)
  expect(tekst).toContain('Dokument: Brev om hjælp')
  const [linje] = await sted.base.asOwner('SELECT part_id, hvad, grund, formaal FROM adgangslog ORDER BY nr DESC LIMIT 1')
  expect(linje).toEqual({ part_id: ulla, hvad: 'advis', grund: 'jobfunktionsrolle', formaal: 'sagsbehandling' })
  const andre = await logIndSomSagsbehandler(sted)
  expect(await side(andre)).not.toContain('Brev om hjælp')
})

test('what one may not see any more is gone without a trace: no title, no count, no gap', async () => {
  await haend('Følsomt brev', 'FOELSOMME_PERSONOPLYSNINGER')
  expect(await side(vera)).toContain('Følsomt brev')
  const lavere = await logIndSomSagsbehandler(sted, {
    id: vera.id,
    rettigheder: [rettighed({ foelsomhed: 'FORTROLIGE_PERSONOPLYSNINGER' })],
  })
  const tekst = await side(lavere)
  expect([tekst.includes('Brev om hjælp'), tekst.includes('Følsomt brev')]).toEqual([true, false])
  const ingen = await logIndSomSagsbehandler(sted, { id: vera.id, rettigheder: [] })
  const tom = (await side(ingen)).replaceAll(/value="[^"]*"/g, '')
  expect(tom).toContain('Der er ingen adviser at vise.')
  const [sletningsfri] = await sted.base.asOwner<{ n: string }>('SELECT count(*) AS n FROM advis WHERE medarbejder_id = $1', [
    vera.id,
  ])
  expect(Number(sletningsfri?.n)).toBeGreaterThan(1)
})

test('it is told in the words of now: a title that has changed since is shown as it is', async () => {
  const id = await haend('Gammel titel')
  const nyere = lavDokument({ id, titel: 'Rettet titel', tid: '2026-02-01T08:00:00.000Z' })
  await sted.lever('a', [nyere])
  const tekst = await side(vera)
  expect([tekst.includes('Rettet titel'), tekst.includes('Gammel titel')]).toEqual([true, false])
})

test('another municipality’s employee can neither ask nor be told, and nobody asks about what they may not see', async () => {
  const fremmed = await logIndSomSagsbehandler(sted, { cvr: BROBYSKOV })
  expect((await abonner(fremmed, { slags: 'sag', om: 'Hjælp i hjemmet' })).status).toBe(422)
  expect((await abonner(fremmed, { slags: 'part' })).status).toBe(303)
  const lav = await logIndSomSagsbehandler(sted, { rettigheder: [rettighed({ foelsomhed: 'IKKE_FORTROLIGE_DATA' })] })
  expect((await abonner(lav, { slags: 'sag', om: 'Hjælp i hjemmet' })).status).toBe(422)
  await haend('Nyt til andre')
  for (const hvem of [fremmed, lav]) expect(await side(hvem)).not.toContain('Nyt til andre')
  const [hos] = await sted.base.asOwner<{ n: string }>('SELECT count(*) AS n FROM advis WHERE medarbejder_id = $1', [fremmed.id])
  expect(hos?.n).toBe('0')
})

test('a group’s members are told, each of what they may see; who leaves is told no more', async () => {
  const [anna, bo] = [await logIndSomSagsbehandler(sted), await logIndSomSagsbehandler(sted)]
  expect((await anna.post(STI, { trin: 'nyGruppe', navn: 'Visitationen' })).status).toBe(303)
  const gruppe = idPaa((await side(bo)).slice((await side(bo)).indexOf('Visitationen')))
  const fremmed = await logIndSomSagsbehandler(sted, { cvr: BROBYSKOV })
  await fremmed.post(STI, { trin: 'meldInd', id: gruppe })
  // Who is not in it asks for nothing in its name, from the next desk or from another municipality.
  for (const udenfor of [bo, fremmed]) expect((await abonner(udenfor, { slags: 'part', gruppe })).status).toBe(422)
  await bo.post(STI, { trin: 'meldInd', id: gruppe })
  expect(await side(bo)).toContain('2 medlemmer')
  expect(await side(fremmed)).not.toContain('Visitationen')
  expect((await abonner(anna, { slags: 'part', gruppe })).status).toBe(303)
  await haend('Til gruppen')
  expect(await side(bo)).toContain('Til gruppen')
  await bo.post(STI, { trin: 'meldUd', id: gruppe })
  await haend('Efter bo')
  expect([(await side(bo)).includes('Efter bo'), (await side(anna)).includes('Efter bo')]).toEqual([false, true])
})

test('a deadline is told of before it, a reminder on its day, each once', async () => {
  const aftale = randomUUID()
  await sted.lever('a', [
    lavAftale({ id: aftale, parter: ullas, titel: 'Svarfrist', type: 'Frist', start: '2026-12-10T08:00:00.000Z' }),
  ])
  const anna = await logIndSomSagsbehandler(sted)
  expect((await abonner(anna, { slags: 'frist', om: 'Svarfrist', dage: '7' })).status).toBe(303)
  expect((await abonner(anna, { slags: 'paamindelse', dag: '24-12-2026' })).status).toBe(303)
  expect((await abonner(anna, { slags: 'paamindelse', dag: '22-11-2026' })).status).toBe(422)
  expect((await abonner(anna, { slags: 'frist', om: 'Svarfrist', dage: '61' })).status).toBe(422)
  for (const [dag, ventet] of [
    ['2026-12-02', [false, false]],
    ['2026-12-03', [true, false]],
    ['2026-12-04', [true, false]],
    ['2026-12-24', [true, true]],
  ] as const) {
    nu = `${dag}T10:00:00.000Z`
    await follow()
    const tekst = await side(await logIndSomSagsbehandler(sted, { id: anna.id }))
    expect([dag, tekst.includes('Svarfrist'), tekst.includes('Påmindelse')]).toEqual([dag, ...ventet])
  }
  const [antal] = await sted.base.asOwner<{ n: string }>('SELECT count(*) AS n FROM advis WHERE medarbejder_id = $1', [anna.id])
  expect(antal?.n).toBe('2')
  nu = '2026-11-22T10:00:00.000Z'
})

test('a reminder whose day the server slept through is told of when it wakes', async () => {
  const anna = await logIndSomSagsbehandler(sted)
  expect((await abonner(anna, { slags: 'paamindelse', dag: '24-12-2026' })).status).toBe(303)
  nu = '2026-12-29T10:00:00.000Z'
  await follow()
  const tekst = await side(await logIndSomSagsbehandler(sted, { id: anna.id }))
  nu = '2026-12-30T10:00:00.000Z'
  await follow()
  const [rest] = await sted.base.asOwner<{ n: string }>('SELECT count(*) AS n FROM advis_abonnement WHERE medarbejder_id = $1', [
    anna.id,
  ])
  nu = '2026-11-22T10:00:00.000Z'
  expect([tekst.includes('Påmindelse'), rest?.n]).toEqual([true, '0'])
})

test('what is asked for again is one, with what was asked last, for a year more', async () => {
  const aftale = randomUUID()
  await sted.lever('a', [
    lavAftale({ id: aftale, parter: ullas, titel: 'Ny frist', type: 'Frist', start: '2026-12-20T08:00:00.000Z' }),
  ])
  const anna = await logIndSomSagsbehandler(sted)
  await abonner(anna, { slags: 'frist', om: 'Ny frist', dage: '7' })
  nu = '2026-11-22T10:05:00.000Z'
  expect((await abonner(anna, { slags: 'frist', om: 'Ny frist', dage: '3' })).status).toBe(303)
  nu = '2026-11-22T10:00:00.000Z'
  const raekker = await sted.base.asOwner(
    "SELECT dage_foer, udloeber = '2027-11-22T10:05:00Z' AS fornyet FROM advis_abonnement WHERE medarbejder_id = $1",
    [anna.id],
  )
  expect(raekker).toEqual([{ dage_foer: 3, fornyet: true }])
})

test('read one by one and all at once, only unread, and only one’s own', async () => {
  const anna = await logIndSomSagsbehandler(sted)
  await abonner(anna, { slags: 'part' })
  await haend('Første')
  await haend('Andet')
  const id = idPaa((await side(anna)).slice((await side(anna)).indexOf('Andet')))
  await vera.post(STI, { trin: 'laest', id })
  expect((await side(anna, '?ulaeste=ja')).includes('Andet')).toBe(true)
  await anna.post(STI, { trin: 'laest', id })
  const ulaeste = await side(anna, '?ulaeste=ja')
  expect([ulaeste.includes('Andet'), ulaeste.includes('Første')]).toEqual([false, true])
  // The outbox goes by the database's own clock.
  nu = new Date(Date.now() + 60_000).toISOString()
  const senere = await logIndSomSagsbehandler(sted, { id: anna.id })
  await senere.post(STI, { trin: 'alleLaest', til: '2099-01-01T00:00:00Z' })
  expect(await side(senere, '?ulaeste=ja')).toContain('Der er ingen adviser at vise.')
  nu = '2026-11-22T10:00:00.000Z'
})

test('pages hold twenty, in order, whatever may not be seen among them', async () => {
  const anna = await logIndSomSagsbehandler(sted)
  await sted.base.asOwner(
    `INSERT INTO advis (kommune, medarbejder_id, part_id, objekt_id, hvad, noegle, tid)
     SELECT $1, $2, $3, CASE WHEN n % 2 = 0 THEN $4::uuid ELSE gen_random_uuid() END, 'nyt', 'x' || n, $5::timestamptz - n * interval '1 minute'
     FROM generate_series(1, 60) n`,
    [KORSBAEK, anna.id, ulla, sag, nu],
  )
  const foerste = await side(anna)
  expect(foerste.match(/Sag: Hjælp i hjemmet/g)).toHaveLength(20)
  const naeste = /href="\/kommune\/advis(\?efter=[^"]+)"/.exec(foerste)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const anden = await side(anna, naeste)
  expect(anden.match(/Sag: Hjælp i hjemmet/g)).toHaveLength(10)
  expect(anden).not.toContain('Vis ældre')
})

test('what may be seen is reached, however much that may not be seen lies before it', async () => {
  const anna = await logIndSomSagsbehandler(sted)
  await sted.base.asOwner(
    `INSERT INTO advis (kommune, medarbejder_id, part_id, objekt_id, hvad, noegle, tid)
     SELECT $1, $2, $3, CASE WHEN n > 130 THEN $4::uuid ELSE gen_random_uuid() END, 'nyt', 'x' || n, $5::timestamptz - n * interval '1 minute'
     FROM generate_series(1, 132) n`,
    [KORSBAEK, anna.id, ulla, sag, nu],
  )
  const tekst = await side(anna)
  expect(tekst.match(/Sag: Hjælp i hjemmet/g)).toHaveLength(2)
  expect(tekst).not.toContain('Vis ældre')
})

test.each([
  '2026-02-30T00:00:00.000Z/00000000-0000-4000-8000-000000000001',
  '2026-11-22T10:00:00.000Z/------------------------------------',
])('an address that names no place in the list begins at the front: %s', async (efter) => {
  expect((await vera.browser.get(`${STI}?efter=${encodeURIComponent(efter)}`)).status).toBe(200)
})

test('what a thing is to be called later is told of by none of the pages', async () => {
  const anna = await logIndSomSagsbehandler(sted)
  await abonner(anna, { slags: 'part' })
  const id = randomUUID()
  const ny = lavSag({ id, parter: ullas, titel: 'Kaldes nu' })
  const [nu_] = ny.egenskaber ?? []
  const senere = { ...nu_, titel: 'Kaldes senere', virkning: { ...nu_?.virkning, fra: '2027-06-01T00:00:00.000Z' } }
  const foerst = { ...nu_, virkning: { ...nu_?.virkning, til: '2027-06-01T00:00:00.000Z' } }
  await sted.lever('a', [{ ...ny, egenskaber: [foerst, senere] } as never])
  await follow()
  const besoeg = await anna.besoeg(ulla)
  for (const sti of [STI, `${besoeg}/advis`, `${besoeg}/notat`]) {
    const { tekst } = await anna.browser.get(sti)
    expect([sti, tekst.includes('Kaldes nu'), tekst.includes('Kaldes senere')]).toEqual([sti, true, false])
  }
})

test('an advis leads to a visit of its own with a purpose that is asked; another’s leads nowhere', async () => {
  const anna = await logIndSomSagsbehandler(sted)
  await abonner(anna, { slags: 'part' })
  await haend('Til besøg')
  const id = idPaa((await side(anna)).slice((await side(anna)).indexOf('Til besøg')))
  expect((await vera.post(`${STI}/aabn`, { id })).status).toBe(404)
  const spurgt = await anna.post(`${STI}/aabn`, { id })
  expect([spurgt.status, spurgt.tekst.includes('Formål')]).toEqual([200, true])
  const svar = await anna.post(`${STI}/aabn`, { id, formaal: 'vejledning', begrundelse: '' })
  expect([svar.status, String(svar.headers['location'])]).toEqual([
    303,
    expect.stringMatching(/^\/kommune\/borger\/[0-9a-f-]{36}$/),
  ])
})

test('subscriptions are bounded, end with the role, and are one’s own', async () => {
  const anna = await logIndSomSagsbehandler(sted)
  await abonner(anna, { slags: 'part' })
  const id = idPaa((await side(anna)).slice((await side(anna)).indexOf('En borger,')))
  await vera.post(STI, { trin: 'afmeld', id })
  expect(await side(anna)).toContain('En borger,')
  await sted.base.asOwner(
    `INSERT INTO advis_abonnement (abonnement_id, kommune, medarbejder_id, slags, part_id, objekt_id, oprettet, udloeber)
     SELECT gen_random_uuid(), $1, $2, 'sag', $3, gen_random_uuid(), $4, $4::timestamptz + interval '1 day' FROM generate_series(1, 199)`,
    [KORSBAEK, anna.id, ulla, nu],
  )
  const svar = await abonner(anna, { slags: 'sag', om: 'Hjælp i hjemmet' })
  expect([svar.status, svar.tekst.includes('200 abonnementer')]).toEqual([422, true])
  await sted.base.asOwner(
    `INSERT INTO rolleophoer (tildeling_id, gaelder_fra, frataget_af, begrundelse)
     SELECT tildeling_id, $2, 'proeve', 'Rejst' FROM rolletildeling WHERE medarbejder_id = $1`,
    [anna.id, nu],
  )
  nu = '2026-11-23T09:00:00.000Z'
  await follow()
  for (const tabel of ['advis_abonnement', 'advis', 'advis_medlem']) {
    const [rest] = await sted.base.asOwner<{ n: string }>(`SELECT count(*) AS n FROM ${tabel} WHERE medarbejder_id = $1`, [
      anna.id,
    ])
    expect([tabel, rest?.n]).toEqual([tabel, '0'])
  }
  expect((await anna.browser.get(STI)).status).not.toBe(200)
  nu = '2026-11-22T10:00:00.000Z'
})

test('the mail says how many and where, once a day, and nothing of whom or what; nobody who may see nothing gets one', async () => {
  const breve: { til: string; tekst: string }[] = []
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stroem, session, faerdig) => {
      const dele: Buffer[] = []
      stroem.on('data', (del: Buffer) => dele.push(del))
      stroem.on('end', () => {
        breve.push({
          til: session.envelope.rcptTo.map(({ address }) => address).join(),
          tekst: Buffer.concat(dele).toString('utf8'),
        })
        faerdig()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.server.address() as { port: number }
  const anna = await logIndSomSagsbehandler(sted)
  const uden = await logIndSomSagsbehandler(sted)
  for (const hvem of [anna, uden]) await abonner(hvem, { slags: 'part' })
  await sted.base.asOwner('DELETE FROM advis_mail')
  for (const [hvem, adresse] of [
    [anna, 'anna@kommune.example'],
    [uden, 'uden@kommune.example'],
  ] as const)
    await take({ ...sted.system, clock }, { id: hvem.id, cvr: KORSBAEK }, { trin: 'mail', adresse })
  await haend('Hemmelig titel')
  nu = '2026-11-22T10:01:00.000Z'
  await logIndSomSagsbehandler(sted, { id: uden.id, rettigheder: [] })
  const mail = { url: `smtp://127.0.0.1:${port}`, fra: 'borgerblikket@drift.example' }
  const deps = { ...sted.system, clock, origin: 'https://borgerblikket.example', mail }
  const fejl: unknown[] = []
  const send = () => sendDagens(deps, (en) => fejl.push(en))
  // Who gets none counts as seen to: the next twenty do not wait for it.
  expect([await send(), await send(), fejl]).toEqual([{ sete: 2, sendte: 1 }, { sete: 0, sendte: 0 }, []])
  expect(breve.map(({ til }) => til)).toEqual(['anna@kommune.example'])
  const tekst = breve[0]?.tekst ?? ''
  expect(tekst).toContain('https://borgerblikket.example/kommune/advis')
  expect(tekst).toMatch(/Du har \d+ ny/)
  expect(tekst).not.toMatch(/Hemmelig|Hj=C3=A6lp|Ulla|610180|S-[0-9a-f]{6}/)
  nu = '2026-11-23T10:01:00.000Z'
  expect((await send()).sendte).toBe(1)
  await new Promise<void>((resolve) => server.close(() => resolve()))
  nu = '2026-11-22T10:00:00.000Z'
  const [rum] = await sted.base.asOwner<{ r: string }>(`SELECT string_agg(encode(adresse, 'escape'), ' ') AS r FROM advis_mail`)
  expect(rum?.r).not.toContain('anna@')
})

test('what came between two mails is in the second, however much later in the day that is', async () => {
  const server = new SMTPServer({ disabledCommands: ['AUTH', 'STARTTLS'] })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.server.address() as { port: number }
  await sted.base.asOwner('DELETE FROM advis_mail')
  const anna = await logIndSomSagsbehandler(sted)
  const hvem = { id: anna.id, cvr: KORSBAEK }
  await take({ ...sted.system, clock }, hvem, { trin: 'mail', adresse: 'anna@kommune.example' })
  const mail = { url: `smtp://127.0.0.1:${port}`, fra: 'borgerblikket@drift.example' }
  const send = () => sendDagens({ ...sted.system, clock, origin: 'https://borgerblikket.example', mail }, () => undefined)
  for (const [sendt, kom, sendes, antal] of [
    ['2026-11-24T05:00:00.000Z', '2026-11-24T07:00:00.000Z', '2026-11-25T09:00:00.000Z', 1],
    // The clocks go forward, and back: the mail is written at six by them.
    ['2027-03-28T04:00:00.000Z', '2027-03-28T04:01:00.000Z', '2027-03-29T04:05:00.000Z', 1],
    ['2027-10-31T05:00:00.000Z', '2027-10-31T05:01:00.000Z', '2027-11-01T05:05:00.000Z', 1],
    // What was in the mail of the day before is not in it again.
    ['2027-11-02T05:00:00.000Z', '2027-11-02T03:00:00.000Z', '2027-11-03T05:00:00.000Z', 0],
  ] as const) {
    nu = sendt
    await send()
    await sted.base.asOwner(
      `INSERT INTO advis (kommune, medarbejder_id, part_id, objekt_id, hvad, noegle, tid) VALUES ($1, $2, $3, $4, 'nyt', $5::text, $5::timestamptz)`,
      [KORSBAEK, anna.id, ulla, sag, kom],
    )
    nu = sendes
    expect([sendes, (await send()).sendte]).toEqual([sendes, antal])
  }
  await new Promise<void>((resolve) => server.close(() => resolve()))
  nu = '2026-11-22T10:00:00.000Z'
})

test('without the role there is no page', async () => {
  const analytiker = await logIndPaaArbejde(sted, { cvr: KORSBAEK, roller: ['analytiker'] })
  expect((await analytiker.browser.get(STI)).status).toBe(403)
  const anna = await logIndSomSagsbehandler(sted)
  expect((await anna.browser.post(STI, { trin: 'egneSager' })).status).toBe(403)
})
