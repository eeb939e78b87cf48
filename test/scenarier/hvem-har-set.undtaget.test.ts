import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findOpslag, type Logudtraek } from '#adgangslog'
import { type Uuid, uuid } from '#kernel'
import { danskDag, systemClock } from '#platform/clock'
import { sql } from '#platform/database'
import { dagEfter, formatDato } from '#web'
import { checkFuldstaendig } from '../../src/adgangslog/merkle/fuldstaendig.ts'
import { afgoerUndtagelse, foreslaaUndtagelse } from '../../src/partsoverblik/logansvar/undtagelse.ts'
import type { Browser, Svar } from '../byggere/klient.ts'
import { logIndPaaArbejde, type Paaarbejde } from '../byggere/medarbejder.ts'
import { besoeg, foreslaa, proevAtForeslaa, type Sagsbehandler, startSagsbehandler, undtag } from '../byggere/opslag.ts'
import { noterTal } from '../byggere/tal.ts'
import { createTerning } from '../byggere/tilfaeldighed.ts'
import { KORSBAEK, startWebsted, type Testwebsted } from '../byggere/websted.ts'

/** Pairs of citizens with the same visible lines, one of each with others that are kept back. */
const PAR = Number(process.env['BEVIS_UNDTAGNE_PAR'] ?? 4)
const SEED = 20261122
const FLEST_BESOEG = 60
const UNDTAGELSER = '/kommune/hvem-har-set/undtagelser'

let sted: Testwebsted
let sofus: Sagsbehandler
let ansvarlige: readonly [Paaarbejde, Paaarbejde]
beforeAll(async () => {
  sted = await startWebsted()
  sofus = await startSagsbehandler(sted)
  const ansvarlig = (navn: string) => logIndPaaArbejde(sted, { cvr: KORSBAEK, roller: ['projektansvarlig'], navn })
  ansvarlige = [await ansvarlig('Henrik Aabo'), await ansvarlig('Karna Toft')]
})
afterAll(() => sted.close())

/** A day as people write it. */
const somSkrevet = (dag: string): string => dag.split('-').reverse().join('-')
const cprOf = (nr: number): string => `62028101${String(nr).padStart(2, '0')}`

/** The same times for two citizens: the lines that are told a minute apart, those that are not in between. */
async function setTider(part: Uuid, undtagne: readonly Uuid[]): Promise<void> {
  await sted.base.asOwner(
    `UPDATE adgangslog l SET tid = n.tid FROM (
       SELECT nr, '2026-11-02T08:00:00Z'::timestamptz + interval '1 minute' * sum(CASE WHEN korrelation = ANY ($2::uuid[]) THEN 0 ELSE 1 END) OVER (ORDER BY nr) AS tid
       FROM adgangslog WHERE part_id = $1) n WHERE l.nr = n.nr`,
    [part, undtagne],
  )
}

const FILTRE = [
  '',
  '?side=2',
  '?side=3',
  '?side=99',
  '?hvem=kommune',
  '?hvem=dig',
  '?hvem=system',
  '?hvad=soegning',
  '?hvad=kommunensOverblik&side=2',
  '?fra=2026-11-02&til=2026-11-02',
  '?fra=2026-11-03',
  '?til=2026-11-01',
]
const STIER = FILTRE.flatMap((filter) => [`/hvem-har-set${filter}`, `/api/v1/mig/hvem-har-set${filter}`]).concat(
  '/hvem-har-set?sprog=en',
)

/** All of an answer but the second it was sent in, how many requests this minute still has, and the ids of visits, which are random. */
const FLYGTIGE = ['date', 'x-ratelimit-remaining', 'x-ratelimit-reset', 'set-cookie']
function bytes(svar: Svar, faste: ReadonlyMap<string, string>): string {
  const headere: string[] = []
  for (let i = 0; i < svar.raaHeadere.length; i += 2)
    if (!FLYGTIGE.includes((svar.raaHeadere[i] ?? '').toLowerCase()))
      headere.push(`${svar.raaHeadere[i]}: ${svar.raaHeadere[i + 1]}`)
  let tekst = `${svar.status}\n${headere.join('\n')}\n\n${svar.tekst}`
  for (const [id, navn] of faste) tekst = tekst.replaceAll(id, navn)
  return tekst
}

type Udtraek = {
  readonly linjer: readonly {
    readonly linje: string
    readonly aabne: Readonly<Record<string, { vaerdi: unknown }>>
    readonly bevis: unknown
  }[]
}

/** What a file tells: everything but hashes and where in the log of everybody the lines stand. */
function told({ tekst }: Svar) {
  const { linjer, ...resten } = JSON.parse(tekst) as Udtraek & { kontrolpunkt: unknown }
  return {
    ...resten,
    kontrolpunkt: typeof resten.kontrolpunkt,
    linjer: linjer.map(({ linje, aabne, bevis }) => {
      const [form, , tid, aktoer, , grund] = JSON.parse(linje) as unknown[]
      const opened = Object.entries(aabne).map(([felt, { vaerdi }]) => (felt === 'aktoer' ? felt : [felt, vaerdi]))
      // When the test itself looked differs by milliseconds.
      return [form, aktoer === 'borger' ? '<tid>' : tid, aktoer, grund, bevis === null, opened]
    }),
  }
}

type Borger = { readonly cpr: string; readonly part: Uuid; readonly browser: Browser; readonly faste: Map<string, string> }

async function makeBorger(nr: number, synlige: number, skjulte: readonly number[], godkendt = true): Promise<Borger> {
  const cpr = cprOf(nr)
  const part = await sted.part(cpr)
  const faste = new Map<string, string>([[part, '<part>']])
  const undtagne: Uuid[] = []
  for (let i = 0; i < synlige; i++) {
    for (const _ of skjulte.filter((plads) => plads === i)) undtagne.push(await besoeg(sted, sofus, part))
    const formaal = i % 2 === 0 ? 'vejledning' : 'klage'
    faste.set(await besoeg(sted, sofus, part, { formaal }), `<besoeg ${i}>`)
  }
  for (const id of undtagne) await undtag(sted, part, id, godkendt ? ansvarlige : ansvarlige.slice(0, 1))
  await setTider(part, undtagne)
  return { cpr, part, browser: await sted.logInd(cpr, 'Prøve Person'), faste }
}

/** The first look, whose own line is then set to one time for both, so that it is no difference. */
async function lookFirst({ browser, part }: Borger): Promise<void> {
  await browser.get('/hvem-har-set')
  await sted.base.asOwner(`UPDATE adgangslog SET tid = '2026-11-04T08:00:00Z' WHERE part_id = $1 AND aktoer_id = $1`, [part])
}

async function walk(borger: Borger) {
  const sider: string[] = []
  for (const sti of STIER) sider.push(bytes(await borger.browser.get(sti), borger.faste))
  const filer = []
  for (const filter of ['', '?hvem=kommune', '?fra=2026-11-02&til=2026-11-02', '?fra=2026-11-03'])
    filer.push(told(await borger.browser.get(`/hvem-har-set/udtraek${filter}`)))
  return { sider, filer }
}

test(`${PAR} pairs: pages, data, filters, downloads and headers are the same but for nothing, whether visits are kept back or not`, {
  timeout: 600_000,
}, async () => {
  const terning = createTerning(SEED)
  let svar = 0
  let skjulteIAlt = 0
  for (let par = 0; par < PAR; par++) {
    const synlige = terning.heltal(0, par === 0 ? FLEST_BESOEG : 12) + 1
    const skjulte = Array.from({ length: terning.heltal(1, 6) }, () => terning.heltal(0, synlige - 1))
    skjulteIAlt += skjulte.length
    const uden = await makeBorger(2 * par, synlige, [])
    const med = await makeBorger(2 * par + 1, synlige, skjulte)
    await lookFirst(uden)
    await lookFirst(med)
    const [hosUden, hosMed] = [await walk(uden), await walk(med)]
    for (const [i, side] of hosMed.sider.entries()) expect(side).toBe(hosUden.sider[i])
    expect(hosMed.filer).toEqual(hosUden.filer)
    expect(hosUden.sider[0]).toContain('Vejledning')
    svar += hosMed.sider.length + hosMed.filer.length
  }
  noterTal(`${PAR} pairs, ${skjulteIAlt} visits kept back, ${svar} answers compared byte by byte or field by field`)
})

describe('one visit that is kept back', () => {
  let borger: Borger
  let id: string
  let skjult: Uuid
  beforeAll(async () => {
    const cpr = cprOf(50)
    const part = await sted.part(cpr)
    await besoeg(sted, sofus, part)
    skjult = await besoeg(sted, sofus, part, { formaal: 'tilsyn' })
    id = await foreslaa(sted, ansvarlige[0], cpr, skjult)
    borger = { cpr, part, browser: undefined as never, faste: new Map() }
  })

  const raekker = async (statement: Parameters<typeof sted.base.db.readBatch>[1][number]) => {
    const kontekst = { rolle: 'borger', parter: [borger.part], grund: 'egen', aktoer: borger.part } as const
    const [svar] = await sted.base.db.readBatch(kontekst, [statement])
    return (svar as readonly { korrelation: Uuid }[]).filter(({ korrelation }) => korrelation === skjult).length
  }
  const iSaetningen = () => raekker(findOpslag(borger.part, 100, {}))
  const iDatabasen = () => raekker(sql('SELECT korrelation FROM adgangslog WHERE part_id = $1', [borger.part]))

  test('is told until two persons have said so: nobody can do it alone', async () => {
    expect(await iSaetningen()).toBe(3)
    const selv = await ansvarlige[0].post(`${UNDTAGELSER}/${id}`, { handling: 'godkend' })
    expect([selv.status, selv.tekst.includes('En anden skal gøre det')]).toEqual([409, true])
    await expect(
      sted.base.asOwner(
        `UPDATE adgangslog_undtagelse SET tilstand = 'gaelder', afgjort = now(), afgjort_af = foreslaaet_af WHERE undtagelse_id = $1`,
        [id],
      ),
    ).rejects.toThrow()
    expect((await ansvarlige[1].post(`${UNDTAGELSER}/${id}`, { handling: 'godkend' })).status).toBe(303)
    expect(await iSaetningen()).toBe(0)
  })

  test('is kept back by the statement alone, and by the database alone', async () => {
    expect(await iDatabasen()).toBe(0)
    await sted.base.asOwner(`CREATE POLICY proeve ON adgangslog FOR SELECT TO borgerblikket_borger USING (true)`)
    expect([await iDatabasen(), await iSaetningen()]).toEqual([3, 0])
    await sted.base.asOwner('DROP POLICY proeve ON adgangslog')
  })

  test('the citizen’s role cannot read that there is such a thing, and cannot ask about it', async () => {
    await expect(raekker(sql('SELECT korrelation FROM adgangslog_undtagelse'))).rejects.toThrow()
    const browser = await sted.logInd(borger.cpr)
    const spurgt = await browser.post('/hvem-har-set/spoerg', { besoeg: skjult, tekst: 'Hvorfor?' })
    const intet = await browser.post('/hvem-har-set/spoerg', {
      besoeg: '00000000-0000-4000-8000-000000000001',
      tekst: 'Hvorfor?',
    })
    expect([spurgt.status, spurgt.tekst]).toEqual([404, intet.tekst])
  })

  test('is counted for whoever supervises, who sees a line that is missing by no act', async () => {
    const browser = await sted.logInd(borger.cpr)
    const udtraek = JSON.parse((await browser.get('/hvem-har-set/udtraek')).tekst) as Logudtraek
    const { db } = sted.base
    expect(await checkFuldstaendig(db, udtraek, 0)).toEqual({ iFilen: udtraek.linjer.length, undtaget: 3, mangler: [] })
    const uden = { ...udtraek, linjer: udtraek.linjer.filter((_, i) => i !== 1) }
    expect((await checkFuldstaendig(db, uden, 0))?.mangler).toEqual([JSON.parse(udtraek.linjer[1]?.linje ?? '')[1]])
    // Cut at its newest end it is known by how far its checkpoint goes.
    const nyeste = Number(JSON.parse(udtraek.linjer[0]?.linje ?? '')[1])
    const afskaaret = { ...udtraek, linjer: udtraek.linjer.slice(1) }
    expect((await checkFuldstaendig(db, afskaaret, nyeste))?.mangler).toEqual([nyeste])
    expect(await checkFuldstaendig(db, { ...udtraek, linjer: [] }, 0)).toBeUndefined()
  })

  test('stands in the log all the while, is told when its time is over, and at once when it is ended', async () => {
    const [linjer] = await sted.base.asOwner<{ antal: string }>(
      'SELECT count(*) AS antal FROM adgangslog WHERE korrelation = $1',
      [skjult],
    )
    expect(linjer?.antal).toBe('3')
    await sted.base.asOwner(`UPDATE adgangslog_undtagelse SET til = now() - interval '1 second' WHERE undtagelse_id = $1`, [id])
    expect([await iSaetningen(), await iDatabasen()]).toEqual([3, 3])
    await sted.base.asOwner(`UPDATE adgangslog_undtagelse SET til = now() + interval '1 day' WHERE undtagelse_id = $1`, [id])
    expect(await iSaetningen()).toBe(0)
    expect((await ansvarlige[0].post(`${UNDTAGELSER}/${id}`, { handling: 'ophaev' })).status).toBe(303)
    expect(await iSaetningen()).toBe(3)
  })

  test('cannot be what the citizen has seen, nor another municipality’s', async () => {
    const part = await sted.part(cprOf(51))
    const besoegt = await besoeg(sted, sofus, part)
    const naboen = await logIndPaaArbejde(sted, {
      cvr: '12345678' as typeof KORSBAEK,
      roller: ['projektansvarlig'],
      navn: 'Nabo',
    })
    expect((await proevAtForeslaa(naboen, cprOf(51), besoegt)).status).toBe(422)
    const forslag = await foreslaa(sted, ansvarlige[0], cprOf(51), besoegt)
    expect((await naboen.post(`${UNDTAGELSER}/${forslag}`, { handling: 'afvis' })).status).toBe(404)
    await (await sted.logInd(cprOf(51))).get('/hvem-har-set')
    const sent = await ansvarlige[1].post(`${UNDTAGELSER}/${forslag}`, { handling: 'godkend' })
    expect([sent.status, sent.tekst.includes('Det, der er set, kan ikke undtages')]).toEqual([409, true])
    expect((await ansvarlige[1].post(`${UNDTAGELSER}/${forslag}`, { handling: 'afvis' })).status).toBe(303)
    const igen = await proevAtForeslaa(ansvarlige[0], cprOf(51), besoegt)
    expect([igen.status, igen.tekst.includes('Det, der er set, kan ikke undtages')]).toEqual([422, true])
  })

  test('is shown with the last day on which it holds', async () => {
    const besoegt = await besoeg(sted, sofus, await sted.part(cprOf(53)))
    const til = dagEfter(danskDag(systemClock.now()), 100)
    await foreslaa(sted, ansvarlige[0], cprOf(53), besoegt, somSkrevet(til))
    expect((await ansvarlige[0].browser.get(UNDTAGELSER)).tekst).toMatch(
      new RegExp(`Gælder til og med</dt>\\s*<dd[^>]*>${formatDato(til, 'da')}<`),
    )
  })

  test.each([
    ['a day that has been', { til: '01-01-2026' }],
    ['a day in two years', { til: somSkrevet(dagEfter(danskDag(systemClock.now()), 2 * 365)) }],
    ['no day', { til: 'snart' }],
  ])('needs a day that it ends: not %s', async (_, { til }) => {
    const besoegt = await besoeg(sted, sofus, await sted.part(cprOf(52)))
    const svar = await proevAtForeslaa(ansvarlige[0], cprOf(52), besoegt, til)
    expect([svar.status, svar.tekst.includes('højst et år frem')]).toEqual([422, true])
  })
})

describe('what is shown while it is being kept back', () => {
  const ansvarlig = (nr: 0 | 1) => ({ id: ansvarlige[nr].id, cvr: KORSBAEK, navn: 'Prøve Ansvarlig' })
  async function foreslaaet(cpr: string) {
    const part = await sted.part(cpr)
    const korrelation = await besoeg(sted, sofus, part)
    return { part, korrelation, id: uuid(await foreslaa(sted, ansvarlige[0], cpr, korrelation)) }
  }

  test.each([
    ['/hvem-har-set', 54],
    ['/api/v1/mig/hvem-har-set', 55],
    ['/hvem-har-set/udtraek', 56],
  ])('%s that was read before and is logged afterwards does not tell it', async (sti, nr) => {
    const cpr = cprOf(nr)
    const browser = await sted.logInd(cpr)
    const { id } = await foreslaaet(cpr)
    const { ejer } = sted.base
    const anden = new pg.Client({ ...ejer, ssl: ejer.ssl ?? false })
    await anden.connect()
    await anden.query('BEGIN; LOCK TABLE adgangslog_hoved IN ACCESS EXCLUSIVE MODE')
    const svar = browser.get(sti)
    const venter = () =>
      sted.base.asOwner(
        `SELECT FROM pg_locks l JOIN pg_class c ON c.oid = l.relation WHERE c.relname = 'adgangslog_hoved' AND NOT l.granted`,
      )
    while ((await venter()).length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    expect(await afgoerUndtagelse(sted.system, ansvarlig(1), id, 'godkend')).toEqual({ ok: true, value: undefined })
    await anden.query('ROLLBACK')
    await anden.end()
    const { status, tekst } = await svar
    expect([status, /vejledning/i.test(tekst)]).toEqual([200, false])
  })

  test('is told still where the look came into the log while it was approved', async () => {
    const { part, id } = await foreslaaet(cprOf(59))
    const { db } = sted.system
    let gange = 0
    const langsom: typeof db = Object.create(db, {
      transaction: {
        value: async (...args: Parameters<typeof db.transaction>) => {
          const svar = await db.transaction(...args)
          if (gange++ === 0) await (await sted.logInd(cprOf(59))).get('/hvem-har-set')
          return svar
        },
      },
    })
    expect(await afgoerUndtagelse({ ...sted.system, db: langsom }, ansvarlig(1), id, 'godkend')).toMatchObject({
      afvisning: 'ER_SET',
    })
    expect(await sted.base.asOwner('SELECT tilstand FROM adgangslog_undtagelse WHERE part_id = $1', [part])).toEqual([
      { tilstand: 'ophaevet' },
    ])
  })
})

test('several who propose the same at once have proposed it once: ending it tells the visit', async () => {
  const part = await sted.part(cprOf(99))
  const korrelation = await besoeg(sted, sofus, part)
  const forslag = {
    part,
    korrelation,
    hjemmel: 'privateHensyn',
    begrundelse: 'Et hensyn til en anden person',
    til: dagEfter(danskDag(systemClock.now()), 30),
  }
  const svar = await Promise.all(
    [...ansvarlige, ...ansvarlige].map(({ id }) =>
      foreslaaUndtagelse(sted.system, { id, cvr: KORSBAEK, navn: 'Prøve Ansvarlig' }, forslag),
    ),
  )
  expect(svar.map((et) => (et.ok ? 'foreslaaet' : et.afvisning)).toSorted()).toEqual([
    'ER_UNDTAGET',
    'ER_UNDTAGET',
    'ER_UNDTAGET',
    'foreslaaet',
  ])
})

test('with the protection off a pair is told apart', async () => {
  const uden = await makeBorger(60, 2, [])
  const med = await makeBorger(61, 2, [1], false)
  await lookFirst(uden)
  await lookFirst(med)
  const [hosUden, hosMed] = [await walk(uden), await walk(med)]
  expect(hosMed.sider[0]).not.toBe(hosUden.sider[0])
  expect(hosMed.filer).not.toEqual(hosUden.filer)
})
