import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { grundlagForKommune } from '#adgang'
import { readForKommune } from '#adgangslog'
import { type CvrNummer, type Kommuneformaal, newUuid, type Uuid } from '#kernel'
import { lockGennemgange, tekstHash, vurderNaeste } from '#kvalitet/vurdering'
import { type Statement, sql } from '#platform/database'
import { stopVisning } from '#visning'
import { vurderingsdeps } from '../../src/compose/kvalitet.ts'
import {
  lavAftale,
  lavBevilling,
  lavDokument,
  lavEffektuering,
  lavNotat,
  lavSag,
  part,
  tilakteret,
  ydelsesmodtager,
} from '../byggere/elementer.ts'
import { askForklaring, MED_DRIFT } from '../byggere/forklaring.ts'
import { allThree, EGNE_SIDER } from '../byggere/gennemgang.ts'
import type { Browser } from '../byggere/klient.ts'
import { createUr } from '../byggere/tilslutning.ts'
import { KORSBAEK, konfiguration, startWebsted, type Testwebsted } from '../byggere/websted.ts'

/** A title that must not go out goes out nowhere: not on a page, in a list, in what is new, in the data, nor where it is explained. */

/** Fictive: day + 60. */
const [ULLA, PETER] = ['6101800011', '6512700017']
const KANARIE = 'zqkanarie'
/** Names a third person, whom the lists know; what comes after it must not be seen either. */
const om = (hvad: string) => `Samtale med Peter Hansen ${KANARIE}${hvad}`
const TID = '2026-11-20T08:00:00.000Z'
const [sag, dokument, notat, aftale, bevilling] = Array.from({ length: 5 }, () => newUuid()) as [Uuid, Uuid, Uuid, Uuid, Uuid]

const ur = createUr('2026-11-22T09:30:00Z')
let sted: Testwebsted
let ulla: Browser
beforeAll(async () => {
  const opsaetning = ['27', '28', '32'].map((kle) => konfiguration({ kommune: KORSBAEK, kle }))
  sted = await startWebsted({ clock: ur, opsaetning, miljoe: MED_DRIFT })
  // The visit before: what has come since is new.
  await sted.logInd(ULLA, 'Ulla Lindqvist')
  ur.frem(3_600_000)
  const parter = [part('Primær part', ULLA, 'Ulla Lindqvist')]
  await sted.lever('a', [
    lavSag({ id: sag, parter, titel: om('sag'), nummer: om('nr'), tid: TID }, { journalposter: poster(TID) }),
    lavDokument({ id: dokument, titel: om('dokument'), tid: TID }),
    lavNotat({ id: notat, sag, titel: om('notat'), notat: `Du ringede til os.\n${om('tekst')}\nTak for snakken.`, tid: TID }),
    medMeddelelse(
      lavBevilling({ id: bevilling, sag, parter: ydelsesmodtager(ULLA), navn: om('ydelse'), tid: TID }),
      om('meddelelse'),
    ),
    medBeskrivelse(lavEffektuering({ id: newUuid(), modtager: ULLA, bevillinger: [bevilling], tid: TID }), om('udbetaling')),
    lavAftale({ id: aftale, sag, parter, titel: om('aftale'), tid: TID } as Parameters<typeof lavAftale>[0]),
  ])
  ulla = await sted.logInd(ULLA, 'Ulla Lindqvist')
})
afterAll(() => sted.close())

/** Gives what has happened its place, and lets the worker come to an end. */
async function vurder(): Promise<void> {
  await sted.base.asOwner(
    `WITH ny AS (SELECT nr, (SELECT sidste FROM udbakke_hoved) + row_number() OVER (ORDER BY nr) AS l FROM udbakke WHERE loebenr IS NULL),
       givet AS (UPDATE udbakke u SET loebenr = ny.l FROM ny WHERE ny.nr = u.nr RETURNING u.loebenr)
     UPDATE udbakke_hoved SET sidste = greatest(sidste, (SELECT max(loebenr) FROM givet))`,
  )
  while ((await vurderNaeste(vurderingsdeps(sted.system))) > 0);
}

const SIDER = [...EGNE_SIDER, `/sager/${sag}`, `/notater/${notat}`, `/sager?soeg=${KANARIE}`].flatMap(allThree)

async function walk(browser = ulla): Promise<string> {
  const svar = []
  for (const sti of SIDER) svar.push(await browser.get(sti))
  expect(svar.map(({ status }) => status)).toEqual(svar.map(() => 200))
  // What was searched for is said back on the page.
  return svar.map(({ tekst }) => tekst.replaceAll(new RegExp(`${KANARIE}(?=["&<])`, 'g'), '')).join('\n')
}

/** A grant with a message about its benefit. */
const medMeddelelse = (grant: ReturnType<typeof lavBevilling>, meddelelse: string) => ({
  ...grant,
  bevilgedeYdelser: (grant.bevilgedeYdelser ?? []).map((ydelse) => ({ ...ydelse, meddelelse })),
})

/** A payment whose line is called something. */
const medBeskrivelse = (betaling: ReturnType<typeof lavEffektuering>, klassifikationsbeskrivelse: string) => ({
  ...betaling,
  oekonomiskYdelseEffektueringer: (betaling.oekonomiskYdelseEffektueringer ?? []).map((linje) => ({
    ...linje,
    klassifikationsbeskrivelse,
  })),
})

/** The case calls its paper something else than the paper calls itself. */
const poster = (tid: string) =>
  [{ ...tilakteret(dokument, tid), indeks: '1', journalpostEgenskaber: { dokumenttitel: om('paasag') } }] as ReturnType<
    typeof tilakteret
  >[]

/** The case again, under another title. */
const lev = (titel: string, tid: string) =>
  sted.lever('a', [
    lavSag({ id: sag, parter: [part('Primær part', ULLA, 'Ulla Lindqvist')], titel, tid }, { journalposter: poster(tid) }),
  ])

describe.each([
  ['before the worker has come to them', async () => undefined],
  ['when the worker has judged them', vurder],
  [
    'where the worker judged them by older rules',
    () =>
      sted.base.asOwner("UPDATE titelvurdering SET regelversion = -1, vurderinger = '[]', notater = '[]'").then(() => undefined),
  ],
])('titles that name another person, %s', (_, foer) => {
  beforeAll(foer)

  test('go out on no page, in no list and in no data; the items are there under safe words', async () => {
    const alt = await walk()
    expect(alt).not.toContain(KANARIE)
    expect(alt).not.toContain('Peter Hansen')
    for (const ord of ['Brev fra kommunen', 'Letter from the municipality', 'Notat fra 20. november 2026', 'Note of 20'])
      expect(alt).toContain(ord)
    for (const id of [sag, dokument, notat, aftale, bevilling]) expect(alt).toContain(id)
  })

  test('nor does a paragraph of a note; the rest of it stands', async () => {
    const [da, en] = [await ulla.get(`/notater/${notat}?sprog=da`), await ulla.get(`/notater/${notat}?sprog=en`)]
    expect(da.tekst).toContain('Du ringede til os.\n[Udeladt: oplysning om en anden person]\nTak for snakken.')
    expect(en.tekst).toContain('[Left out: information about another person]')
  })

  test('the citizen is not told that it is so, and the operator is, with what was found', async () => {
    expect(await walk()).not.toMatch(/tilbageholdt|blokeret|withheld|blocked/i)
    const forklaring = JSON.parse((await askForklaring(sted, ULLA, sag)).tekst) as Record<string, unknown>
    expect(forklaring).toMatchObject({
      vises: true,
      titelvalg: { slags: 'sikker', grund: 'BLOKERET', fund: expect.arrayContaining(['NAVN_ANDEN_PERSON']) as unknown },
    })
    expect(JSON.stringify(forklaring)).not.toContain(KANARIE)
  })
})

test('a paper on the cases of two citizens is told to each from their own side, and waits when it is judged', async () => {
  const [faelles, egen, peters] = [newUuid(), newUuid(), newUuid()]
  const titel = 'Støtte til Ulla Lindqvist'
  const paa = [{ ...tilakteret(faelles, TID), indeks: '1' }]
  await sted.lever('a', [
    lavSag({ id: egen, parter: [part('Primær part', ULLA, 'Ulla Lindqvist')], tid: TID }, { journalposter: paa }),
    lavSag({ id: peters, parter: [part('Primær part', PETER, 'Peter Hansen')], tid: TID }, { journalposter: paa }),
    lavDokument({ id: faelles, titel, tid: TID }),
  ])
  const peter = await sted.logInd(PETER, 'Peter Hansen')
  expect((await ulla.get('/dokumenter?sprog=da')).tekst).toContain(titel)
  const andens = (await peter.get('/dokumenter?sprog=da')).tekst
  expect(andens).toContain(faelles)
  expect(andens).not.toContain('Lindqvist')
  await vurder()
  // Whose it is is not known before somebody has said that it is both's.
  for (const browser of [ulla, peter]) expect((await browser.get('/dokumenter?sprog=da')).tekst).not.toContain(faelles)
  await sted.base.asOwner('UPDATE titelopgave SET frigivet = true, tilbageholdt = false WHERE item_id = $1', [faelles])
  await sted.base.asOwner('UPDATE vurderingsmaerke SET regelversion = NULL')
  await vurder()
  for (const browser of [ulla, peter]) {
    const { tekst } = await browser.get('/dokumenter?sprog=da')
    expect(tekst).toContain(faelles)
    // That it lies right says nothing of its title yet.
    expect(tekst).not.toContain('Støtte til')
  }
})

test('a title that is delivered anew is not shown before something has looked at it', async () => {
  await lev('En helt almindelig titel', '2026-11-21T08:00:00.000Z')
  await vurder()
  expect((await ulla.get('/api/v1/mig/sager')).tekst).toContain('En helt almindelig titel')
  await lev(om('nytitel'), '2026-11-21T09:00:00.000Z')
  expect(await walk()).not.toContain(KANARIE)
})

test('a reviewed title is shown in the place of the source’s, and the source’s own when it has been approved', async () => {
  const titel = om('gennemset')
  await lev(titel, '2026-11-21T10:00:00.000Z')
  await vurder()
  const hash = tekstHash(titel)
  const saet = (tilstand: string, rettet: string | null) =>
    sted.base.asOwner(`UPDATE titelopgave SET tilstand = $3, titel = $4 WHERE item_id = $1 AND hash = $2`, [
      sag,
      hash,
      tilstand,
      rettet,
    ])
  expect(await sted.base.asOwner('SELECT 1 FROM titelopgave WHERE item_id = $1 AND hash = $2', [sag, hash])).toHaveLength(1)
  await saet('rettet', 'Samtale om din hverdag')
  await sted.base.asOwner("UPDATE titelvurdering SET grundlag = ''")
  await sted.base.asOwner('UPDATE vurderingsmaerke SET regelversion = NULL')
  await vurder()
  expect(await walk()).toContain('Samtale om din hverdag')
  expect(await walk()).not.toContain(KANARIE)
  expect(lockGennemgange([sag]).values).toEqual([[sag]])
})

test('a stop hides what it stops, and what stands on it, in the very next answer', async () => {
  const foer = await ulla.get('/api/v1/mig/dokumenter')
  expect(foer.tekst).toContain(dokument)
  const svar = await stopVisning(
    sted.system,
    { kommune: KORSBAEK, slags: 'ting', vaerdi: sag, begrundelse: 'Sagen ligger på en forkert borger' },
    { id: newUuid(), navn: 'Prøve Medarbejder' },
  )
  expect(svar.ok).toBe(true)
  const alt = await Promise.all(EGNE_SIDER.flatMap(allThree).map((sti) => ulla.get(sti)))
  for (const id of [sag, dokument, notat, aftale]) expect(alt.map(({ tekst }) => tekst).join('')).not.toContain(id)
})

test('that the municipality looked for the citizen by number is told as one thing, and never who; what it went through is not told', async () => {
  const medarbejder = { id: newUuid(), cvr: KORSBAEK }
  const mine: Statement<{ part_id: Uuid; kommune: CvrNummer }> = sql('SELECT part_id, kommune FROM overblik WHERE item_id = $1', [
    sag,
  ])
  const look = (formaal: Kommuneformaal, hvad: Parameters<typeof readForKommune>[2]['hvad']) =>
    readForKommune(sted.system, grundlagForKommune(medarbejder, formaal), { hvad, objekt: sag }, [mine])
  const read = async () => [await ulla.get('/hvem-har-set?sprog=da'), await ulla.get('/api/v1/mig/hvem-har-set')] as const
  const foer = (await read())[1].tekst.split('Kommunens kontrol').length
  // Of one whose every item is hidden these would tell that there is something.
  await look('gennemgangAfTitler', 'titler')
  await look('forhaandsvisning', 'eksempler')
  expect((await read())[1].tekst.split('Kommunens kontrol')).toHaveLength(foer)
  await look('seSomBorgeren', 'somBorgeren')
  await look('forklaring', 'forklaring')
  const [side, data] = await read()
  const { linjer } = JSON.parse(data.tekst) as { linjer: { hvem: string; grund: { da: string }; hvad: { da: string }[] }[] }
  const kommunens = linjer.filter(({ grund }) => grund.da === 'Kommunens kontrol af, hvad der vises')
  expect(kommunens.map(({ hvem, hvad }) => [hvem, hvad.map(({ da }) => da)])).toEqual(
    Array.from({ length: 2 }, () => ['medarbejder', ['hvad der kan vises']]),
  )
  for (const { tekst } of [side, data]) {
    expect(tekst).toContain('Kommunens kontrol af, hvad der vises')
    for (const hemmeligt of [medarbejder.id, sag, 'gennemgang', 'titler', 'eksempler']) expect(tekst).not.toContain(hemmeligt)
  }
})
