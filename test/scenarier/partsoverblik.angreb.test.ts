import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Uuid, uuid } from '#kernel'
import { sql } from '#platform/database'
import { createUdsender } from '../../src/beskedfordeler/udsendelse/index.ts'
import { work } from '../../src/partsoverblik/advis/foelg.ts'
import {
  ansvarlig,
  ejer,
  lavBevilling,
  lavDokument,
  lavEffektuering,
  lavSag,
  part,
  TID,
  tilakteret,
  ydelsesmodtager,
} from '../byggere/elementer.ts'
import { logIndPaaArbejde } from '../byggere/medarbejder.ts'
import { foreslaa, besoeg as slaaOpOgSe, startSagsbehandler } from '../byggere/opslag.ts'
import { logSagsbehandlerInd, rettighed, type Sagsbehandler } from '../byggere/sagsbehandler.ts'
import { KORSBAEK, startWebsted, type Testwebsted } from '../byggere/websted.ts'

/** An employee wants to see what is not theirs: by ways that are open to them for something else. */

const DORTE = '6101800054'
let sted: Testwebsted
let dorte: Uuid
const ider = Object.fromEntries(['sag', 'synlig', 'skjult', 'udbetaling'].map((navn) => [navn, randomUUID()]))
const id = (navn: string): string => ider[navn] ?? ''

beforeAll(async () => {
  sted = await startWebsted()
  await sted.lever('a', [
    lavSag({ id: id('sag'), parter: [part('Primær part', DORTE)], titel: 'Hjælp til rengøring' }),
    lavBevilling({ id: id('synlig'), parter: ydelsesmodtager(DORTE), navn: 'Rengøringshjælp', kle: '27.36.04' }),
    lavBevilling({ id: id('skjult'), parter: ydelsesmodtager(DORTE), navn: 'Kanariekontanthjælp', kle: '32.24.04' }),
  ])
  dorte = await sted.part(DORTE)
})
afterAll(() => sted.close())

/** Numbers what has happened, and tells of it. */
async function follow(): Promise<void> {
  const { websted, ...deps } = sted.system
  const udsender = createUdsender({ ...deps, url: websted.origin, lokal: true, fristMs: 1_000, terning: () => 0.5 })
  while ((await udsender.distribute()) > 0);
  while ((await work({ db: sted.base.db, clock: sted.system.clock })) > 0);
}
const ADVIS = '/kommune/advis'
const adviser = async (hvem: Pick<Sagsbehandler, 'browser'>) => (await hvem.browser.get(ADVIS)).tekst
const idPaa = (tekst: string) => /name="id" value="([0-9a-f-]{36})"/.exec(tekst)?.[1] ?? ''

test('a payment that carries out a grant that may be seen and one that may not is told of by the one alone', async () => {
  const karen = await logSagsbehandlerInd(sted, [rettighed(['27.*'])])
  expect((await karen.post(`${await karen.slaaOp(dorte)}/advis`, { slags: 'part' })).status).toBe(303)
  await follow()
  await sted.lever('a', [
    lavEffektuering({ id: id('udbetaling'), modtager: DORTE, bevillinger: [id('synlig'), id('skjult')], beloeb: '1250.50' }),
  ])
  await follow()
  const side = await adviser(karen)
  expect(side).toContain('Rengøringshjælp')
  expect(side).not.toContain('Kanariekontanthjælp')
})

test('a reminder leads to nobody of whom nothing may be known any more: not their name, their remarks nor their family', async () => {
  const karen = await logSagsbehandlerInd(sted, [rettighed(['27.*'])])
  await sted.base.asOwner(
    `INSERT INTO advis (kommune, medarbejder_id, part_id, objekt_id, hvad, noegle, tid) VALUES ($1, $2, $3, $3, 'paamindelse', 'p', now())`,
    [KORSBAEK, karen.id, dorte],
  )
  const aaben = await karen.post(`${ADVIS}/aabn`, { id: idPaa(await adviser(karen)), formaal: 'vejledning' })
  expect(aaben.status).toBe(303)
  const flyttet = await logIndPaaArbejde(sted, {
    cvr: KORSBAEK,
    roller: ['sagsbehandler'],
    id: karen.id,
    rettigheder: [rettighed(['15.*'])],
  })
  const advis = idPaa(await adviser(flyttet))
  const svar = await flyttet.post(`${ADVIS}/aabn`, { id: advis, formaal: 'vejledning' })
  expect([svar.status, svar.headers.location]).toEqual([404, undefined])
})

test('what a thing has from a case that may not be seen is on none of its lines: neither the unit that answers for it nor the role there', async () => {
  const EVA = '6204810065'
  const [job, brev, bevilling, udenEnhed] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  const foelsomhed = { virkning: { fra: TID }, foelsomhed: 'FOELSOMME_PERSONOPLYSNINGER', oprettetTidspunkt: TID } as const
  const skjult = { sagIndeksEgenskaber: [foelsomhed], sagsaktoerer: [ejer(), ansvarlig('Kanarieenheden')] }
  // The first by id is the one that a thing without a unit takes it from.
  const foerst = `00000000${randomUUID().slice(8)}`
  await sted.lever('a', [
    lavSag({ id: job, parter: [part('Primær part', EVA)], titel: 'Hjælp' }, { journalposter: [tilakteret(brev)] }),
    lavSag(
      { id: foerst, parter: [part('Sekundær part', EVA)], titel: 'Kanariesag' },
      { ...skjult, journalposter: [tilakteret(brev)] },
    ),
    lavDokument({ id: brev, titel: 'Brevet' }),
    lavBevilling({ id: bevilling, parter: ydelsesmodtager(EVA), sag: foerst, navn: 'Rengøringshjælp', kle: '27.36.04' }),
    lavBevilling(
      { id: udenEnhed, parter: ydelsesmodtager(EVA), sag: foerst, navn: 'Tøjvask', kle: '27.36.04' },
      { bevillingsaktoerer: [ejer()] },
    ),
    lavEffektuering({ id: randomUUID(), modtager: EVA, bevillinger: [bevilling], beloeb: '99.50' }),
  ])
  const eva = await sted.part(EVA)
  const karen = await logSagsbehandlerInd(sted, [rettighed(['27.*'])])
  const besoeg = await karen.slaaOp(eva)
  const hent = async (sti: string) => (await karen.browser.get(sti)).tekst
  const sider = await Promise.all(
    ['?fane=dokumenter', '?fane=ydelser', '?fane=kontakt', '/udtraek.csv?fane=tidslinje'].map((mere) => hent(besoeg + mere)),
  )
  const links = sider.flatMap((side) =>
    [...side.matchAll(/class="bb-tinglink" href="([^"#]+)/g)].map(([, sti]) => (sti ?? '').replaceAll('&amp;', '&')),
  )
  const alt = [...sider, ...(await Promise.all(links.map(hent)))].join('\n')
  for (const set of ['Brevet', 'Rengøringshjælp', 'Tøjvask', '99,50']) expect(alt).toContain(set)
  for (const spor of ['Kanariesag', 'Kanarieenheden', 'Sekundær part']) expect([spor, alt.includes(spor)]).toEqual([spor, false])
})

test('nor does the search, or what may only be known of, name the unit of a case that may not be known of', async () => {
  const FINN = '6305810067'
  const [sag, bevilling] = [randomUUID(), randomUUID()]
  await sted.lever('a', [
    lavSag(
      { id: sag, parter: [part('Primær part', FINN)], titel: 'Kanariesag', kle: '32.24.04' },
      { sagsaktoerer: [ejer(), ansvarlig('Kanarieenheden')] },
    ),
    lavBevilling(
      { id: bevilling, parter: ydelsesmodtager(FINN), sag, navn: 'Tøjvask', kle: '27.36.04' },
      { bevillingsaktoerer: [ejer()] },
    ),
    lavEffektuering({ id: randomUUID(), modtager: FINN, bevillinger: [bevilling] }),
  ])
  const finn = await sted.part(FINN)
  const kender = await logSagsbehandlerInd(sted, [rettighed(['27.*'], { systemroller: ['kendskab'] })])
  const fundet = (await kender.post('/kommune/borger', { tekst: FINN })).tekst
  expect(fundet).toContain('1 fundet')
  const side = (await kender.browser.get(await kender.slaaOp(finn))).tekst
  expect(side).toContain('1 bevilling')
  for (const [hvor, tekst] of Object.entries({ fundet, side }))
    expect([hvor, tekst.includes('Kanarieenheden')]).toEqual([hvor, false])
})

test.each(['0000-01-01', '0099-05-05', '1800-01-01', '9999-12-31'])('a day as %s is answered as others are', async (dag) => {
  const hun = await sted.logInd(DORTE)
  for (const sti of ['/hvem-har-set', '/hvem-har-set/udtraek'])
    for (const felt of ['fra', 'til'])
      expect([sti, felt, (await hun.get(`${sti}?${felt}=${dag}`)).status]).toEqual([sti, felt, 200])
  const tilsyn = await logIndPaaArbejde(sted, { cvr: KORSBAEK, roller: ['tilsyn'] })
  const bestilt = { om: 'stikproeve', antal: '5', fra: dag, til: dag, formaal: 'En prøve af fjerne dage' }
  expect((await tilsyn.post('/kommune/alarmer/udtraek', bestilt)).status).toBe(400)
})

test('a group’s name is counted as the database counts it', async () => {
  const karen = await logSagsbehandlerInd(sted, [rettighed(['27.*'])])
  expect((await karen.post(ADVIS, { trin: 'nyGruppe', navn: '😀' })).status).toBe(422)
  expect((await karen.post(ADVIS, { trin: 'nyGruppe', navn: '😀😀' })).status).toBe(303)
})

test('one person with two logins does not keep a visit back alone: not by the page, nor past it in the database', async () => {
  const projektansvarlig = () => logIndPaaArbejde(sted, { cvr: KORSBAEK, roller: ['projektansvarlig'] })
  const [her, der, kollega] = [await projektansvarlig(), await projektansvarlig(), await projektansvarlig()]
  for (const { id: login } of [her, der])
    await sted.base.asOwner(`INSERT INTO medarbejderpart VALUES ($1, $2, $3, 'arbejdsgiver', now())`, [KORSBAEK, login, dorte])
  const korrelation = await slaaOpOgSe(sted, await startSagsbehandler(sted), dorte)
  const undtagelse = await foreslaa(sted, her, DORTE, korrelation)
  const sti = `/kommune/hvem-har-set/undtagelser/${undtagelse}`
  expect((await der.post(sti, { handling: 'godkend' })).status).toBe(409)
  const somRolle = (aktoer: string, saetning: string, vaerdier: readonly string[]) =>
    sted.base.db.transaction({ rolle: 'kommune', kommune: KORSBAEK, formaal: 'undtagelse', aktoer: uuid(aktoer) }, (tx) =>
      tx.count(sql(saetning, vaerdier)),
    )
  const godkend = `UPDATE adgangslog_undtagelse SET tilstand = 'gaelder', afgjort = now(), afgjort_af = $2, afgjort_navn = 'x' WHERE undtagelse_id = $1`
  for (const [aktoer, af] of [
    [der.id, der.id],
    [her.id, kollega.id],
  ] as const)
    await expect(somRolle(aktoer, godkend, [undtagelse, af])).rejects.toMatchObject({ kode: '42501' })
  const andens = `INSERT INTO adgangslog_undtagelse (undtagelse_id, kommune, part_id, korrelation, hjemmel, begrundelse, til, tilstand, foreslaaet, foreslaaet_af, foreslaaet_navn)
    SELECT gen_random_uuid(), kommune, part_id, gen_random_uuid(), hjemmel, begrundelse, til, 'foreslaaet', now(), $2, 'x' FROM adgangslog_undtagelse WHERE undtagelse_id = $1`
  await expect(somRolle(her.id, andens, [undtagelse, kollega.id])).rejects.toMatchObject({ kode: '42501' })
  expect((await kollega.post(sti, { handling: 'godkend' })).status).toBe(303)
})

test('of a child that may not be known of the family does not tell the day of birth, which custody begins on', async () => {
  const barn = await sted.part('7604810069')
  await sted.registrer(
    [{ part: barn, foedt: '2016-04-21', adressebeskyttet: true, doed: null }],
    [{ barn, indehaver: dorte, fra: '2016-04-21', til: null }],
  )
  const karen = await logSagsbehandlerInd(sted, [rettighed(['27.*'])])
  const side = (await karen.browser.get(`${await karen.slaaOp(dorte)}?fane=familie`)).tekst
  expect(side).toContain('Du har ikke ret til at se noget om denne person.')
  expect(side).not.toMatch(/2016|21\. april/)
})

test('where the log cannot be written, each page of a visit says not now, and shows nothing', async () => {
  const karen = await logSagsbehandlerInd(sted, [rettighed(['27.*'], { systemroller: ['se', 'cpr', 'notat', 'kendskab'] })])
  const besoeg = await karen.slaaOp(dorte)
  await sted.base.asOwner(
    `INSERT INTO advis (kommune, medarbejder_id, part_id, objekt_id, hvad, noegle, tid) VALUES ($1, $2, $3, $4, 'nyt', 'n', now())`,
    [KORSBAEK, karen.id, dorte, id('sag')],
  )
  const advis = idPaa(await adviser(karen))
  await sted.base.asOwner('REVOKE INSERT ON adgangslog FROM borgerblikket_log')
  try {
    const svar = [
      ...['', '?fane=familie', '/udskrift', '/udtraek.csv', '/udtraek.json', '/notat', '/bemaerkninger', '/advis'].map((mere) =>
        karen.browser.get(besoeg + mere),
      ),
      karen.browser.get(ADVIS),
      karen.post(`${ADVIS}/aabn`, { id: advis, formaal: 'vejledning' }),
      karen.post(`${besoeg}/cpr`),
      karen.post(`${besoeg}/notat`, { titel: 'x' }),
      karen.post(`${besoeg}/advis`, { slags: 'sag', ref: 'x'.repeat(16) }),
      karen.post('/kommune/borger', { tekst: DORTE }),
    ]
    for (const { sti, status, tekst } of await Promise.all(svar)) {
      expect([sti, status]).toEqual([sti, 503])
      expect([sti, /Hjælp til rengøring|Rengøringshjælp|610180/.test(tekst)]).toEqual([sti, false])
    }
  } finally {
    await sted.base.asOwner('GRANT INSERT ON adgangslog TO borgerblikket_log')
  }
})
