import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createLogskriver } from '#adgangslog'
import { cvrNummer, type KlePraefiks, newUuid, type Tidspunkt, type Uuid } from '#kernel'
import { lookUpParter } from '#part'
import {
  lavBevilling,
  lavDokument,
  lavNotat,
  lavSag,
  part,
  tilakteret,
  ydelsesmodtager,
} from '../../../test/byggere/elementer.ts'
import { ESDH, YDELSER } from '../../../test/byggere/historie.ts'
import { createTestmodtagelse, type Testmodtagelse } from '../../../test/byggere/modtagelse.ts'
import { createTerning } from '../../../test/byggere/tilfaeldighed.ts'
import { openElement } from '../leverance/index.ts'
import { hentObjekt } from './hent-objekt.ts'
import { isMatch } from './match.ts'
import { replaceSoegte } from './parter.ts'
import { type Soegedeps, soeg } from './soeg.ts'
import { findEgne, listEgne, toVilkaar } from './soegning.sql.ts'
import type { Postbetingelse, Soegeudtryk, Soegning } from './soegning.ts'

const [ULLA, LUND, UKENDT] = ['6101800011', '6512700017', '6612700019']
const DAG2 = '2026-02-01T08:00:00.000Z'

let m: Testmodtagelse
let deps: Soegedeps
const ider: Record<string, Uuid> = {}
/** The case with the name; made beforehand. */
const id = (navn: string): Uuid => {
  ider[navn] ??= newUuid()
  return ider[navn]
}
beforeAll(async () => {
  m = await createTestmodtagelse()
  deps = { ...m.deps, log: createLogskriver(m.deps.db) }
  const sag = (navn: string, cpr: string, titel: string, mere: Parameters<typeof lavSag>[1] = {}) => ({
    importer: lavSag({ id: id(navn), titel, nummer: `27.36-${navn}`, parter: [part('Primær part', cpr)] }, mere),
  })
  const svar = await m.lever(
    ESDH,
    sag('a', ULLA, 'Hjælp i hjemmet', { journalposter: [{ ...tilakteret(id('brev')), indeks: '1' }] }),
    sag('b', ULLA, 'ÆBLER og pærer'),
    sag('c', LUND, 'Hjælp med 100%_regnskab'),
    { importer: lavDokument({ id: id('brev'), titel: 'Et brev' }) },
    { importer: lavDokument({ id: id('løst'), titel: 'Løst brev' }) },
    { importer: lavBevilling({ id: id('bevilling'), sag: id('a'), parter: ydelsesmodtager(ULLA), beloeb: '999.50' }) },
    { opdater: { art: 'sag', id: id('c'), tidspunkt: DAG2, egenskaber: [{ virkning: { fra: DAG2 }, titel: 'Lukket sag' }] } },
    {
      opdater: {
        art: 'sag',
        id: id('b'),
        tidspunkt: DAG2,
        sagsparter: [{ ...part('Primær part', LUND), virkning: { fra: DAG2 } }],
      },
    },
  )
  expect(svar.map((led) => led.brud)).toEqual(svar.map(() => []))
  const [fremmed] = await m.lever(YDELSER, {
    importer: lavSag({ id: id('fremmed'), titel: 'Hjælp i hjemmet', parter: [part('Primær part', ULLA)] }),
  })
  expect(fremmed?.udfald).toBe('modtaget')
})
afterAll(() => m.close())

const navne = (fundne: readonly { readonly id: Uuid }[]): string[] =>
  fundne.map((fund) => Object.keys(ider).find((navn) => ider[navn] === fund.id) ?? fund.id)
const find = async (soegning: Partial<Soegning>, kilde = ESDH) => {
  const svar = await soeg(deps, kilde, { arter: ['sag', 'dokument', 'bevilling'], ...soegning })
  return svar.ok ? navne(svar.value.fund).sort() : svar.afvisning
}
const egenskab = (felter: Postbetingelse['felter'], mere: Partial<Postbetingelse> = {}): Postbetingelse => ({
  liste: 'egenskaber',
  ...(felter ? { felter } : {}),
  ...mere,
})
const primaer = (cpr: string, mere: Partial<Postbetingelse> = {}): Postbetingelse => ({
  liste: 'sagsparter',
  felter: { rolle: 'Primær part', referenceId: `urn:oio:cpr-nr:${cpr}` },
  ...mere,
})
const tid = (tekst: string): Tidspunkt => tekst as Tidspunkt

describe('what fits', () => {
  test.each<[string, Soegeudtryk | undefined, string[]]>([
    ['nothing said: all that is the source’s own', undefined, ['a', 'b', 'bevilling', 'brev', 'c', 'løst']],
    ['a kind', { art: 'bevilling' }, ['bevilling']],
    ['a whole title, whatever its case', egenskab({ titel: 'hjælp I HJEMMET' }), ['a']],
    ['a title with letters outside ASCII', egenskab({ titel: 'æbler*' }), ['b']],
    ['a title by its beginning', egenskab({ titel: 'hjælp*' }), ['a', 'c']],
    [
      'a title by its end and its middle',
      { eller: [egenskab({ titel: '*brev' }), egenskab({ titel: '*og*' })] },
      ['b', 'brev', 'løst'],
    ],
    ['what LIKE would read as a sign is a sign', egenskab({ titel: '*100%_*' }), ['c']],
    ['what LIKE would read as any sign is not', egenskab({ titel: '%' }), []],
    ['a case number', egenskab({ sagsnummer: '27.36-b' }), ['b']],
    ['a title that held at another time', egenskab({ titel: 'Hjælp*' }, { virkning: { fra: tid(DAG2) } }), ['a']],
    ['a party by number', primaer(ULLA), ['a', 'b']],
    ['a party by number, at a time', primaer(ULLA, { virkning: { fra: tid('2026-03-01T00:00:00.000Z') } }), ['a']],
    ['a party that nobody has named', primaer(UKENDT), []],
    [
      'a party in another role',
      { ...primaer(ULLA), felter: { rolle: 'Sekundær part', referenceId: `urn:oio:cpr-nr:${ULLA}` } },
      [],
    ],
    ['a receiver of a grant', { liste: 'bevillingsparter', felter: { referenceId: `urn:oio:cpr-nr:${ULLA}` } }, ['bevilling']],
    ['a class', { liste: 'sagsklasser', felter: { rolle: 'Primær klasse', brugervendtNoegle: '27.36.*' } }, ['a', 'b', 'c']],
    ['a state', { liste: 'fremdrift', felter: { fremdriftStatusKode: 'Opstaaet' } }, ['a', 'b', 'c']],
    ['a paper of a case', { liste: 'journalposter', felter: { referenceId: '*' } }, ['a']],
    ['a document on no case', { sagsloes: true }, ['løst']],
    [
      'an amount, as an amount and not as text',
      { liste: 'bevilgedeYdelser', intervaller: { 'oekonomiskEffektueringsplaner.ydelsesbeloeb': { fra: '99', til: '1000.0' } } },
      ['bevilling'],
    ],
    ['a day', { liste: 'egenskaber', intervaller: { brevDato: { fra: '2026-01-05', til: '2026-01-05' } } }, ['brev', 'løst']],
    ['a registration’s time', { tidspunkt: { fra: tid(DAG2) } }, ['b', 'c']],
    ['not', { og: [{ art: 'sag' }, { ikke: egenskab({ titel: 'Hjælp*' }) }] }, ['b']],
    ['not of and', { og: [{ art: 'sag' }, { ikke: { og: [primaer(ULLA), egenskab({ titel: 'Hjælp*' })] } }] }, ['b', 'c']],
    ['not of not', { ikke: { ikke: primaer(LUND) } }, ['b', 'c']],
    ['and of nothing', { og: [] }, ['a', 'b', 'bevilling', 'brev', 'c', 'løst']],
    ['or of nothing', { eller: [] }, []],
  ])('%s', async (_, udtryk, ventet) => {
    expect(await find({ udtryk })).toEqual(ventet)
  })

  test('only the kinds and the ids that are asked for', async () => {
    expect(await find({ arter: ['dokument'] })).toEqual(['brev', 'løst'])
    expect(await find({ ider: [id('a'), id('brev'), id('fremmed'), newUuid()] })).toEqual(['a', 'brev'])
  })

  test('another system sees its own and nothing else; a source sees nothing outside its municipalities', async () => {
    expect(await find({}, YDELSER)).toEqual(['fremmed'])
    expect(await find({ udtryk: primaer(ULLA) }, YDELSER)).toEqual(['fremmed'])
    const andre = { ...ESDH, kommuner: [cvrNummer('29189471')] }
    expect(await find({}, andre)).toEqual([])
    expect(await hentObjekt(deps, ESDH, id('fremmed'), true)).toEqual(await hentObjekt(deps, ESDH, newUuid(), true))
    expect(await hentObjekt(deps, andre, id('a'), false)).toEqual({ ok: false, afvisning: 'FINDES_IKKE' })
  })
})

describe('what is answered', () => {
  test('the current registration as it was sent, parties by number again', async () => {
    const svar = await soeg(deps, ESDH, { arter: ['sag'], ider: [id('a')] })
    const [fund] = svar.ok ? svar.value.fund : []
    expect(fund).toMatchObject({ id: id('a'), art: 'sag', element: { egenskaber: [{ titel: 'Hjælp i hjemmet' }] } })
    expect(JSON.stringify(fund?.element)).toContain(`urn:oio:cpr-nr:${ULLA}`)
    expect(JSON.stringify(fund?.element)).not.toContain('urn:borgerblikket')
  })

  test('only the lists that are asked for', async () => {
    const svar = await soeg(deps, ESDH, { arter: ['sag'], ider: [id('a')], vis: ['fremdrift'] })
    const [fund] = svar.ok ? svar.value.fund : []
    expect(Object.entries(fund?.element ?? {}).flatMap(([felt, vaerdi]) => (Array.isArray(vaerdi) ? [felt] : []))).toEqual([
      'fremdrift',
    ])
  })

  test('a page at a time, in the order asked for, with how many there are in all', async () => {
    const side = async (foerste: number, retning: 'stigende' | 'faldende') => {
      const svar = await soeg(deps, ESDH, {
        arter: ['sag'],
        sortering: [{ efter: { liste: 'egenskaber', felt: 'brugervendtNoegle' }, retning }],
        foerste,
        antal: 2,
      })
      return svar.ok ? [navne(svar.value.fund), svar.value.ialt] : svar.afvisning
    }
    expect(await side(0, 'stigende')).toEqual([['a', 'b'], { sag: 3 }])
    expect(await side(2, 'stigende')).toEqual([['c'], { sag: 3 }])
    expect(await side(0, 'faldende')).toEqual([['c', 'b'], { sag: 3 }])
    const alle = Object.values(ider)
      .filter((led) => led !== id('fremmed'))
      .sort()
    for (const udtryk of [undefined, egenskab({ brugervendtNoegle: '*' })]) {
      const set: Uuid[] = []
      for (let efter: Uuid | undefined; ; efter = set.at(-1)) {
        const svar = await soeg(deps, ESDH, { arter: ['sag', 'dokument', 'bevilling'], udtryk, antal: 2, efter })
        if (!svar.ok || svar.value.fund.length === 0) break
        set.push(...svar.value.fund.map((fund) => fund.id))
      }
      expect(set).toEqual(alle)
    }
  })

  test('an object with what it was before', async () => {
    const svar = await hentObjekt(deps, ESDH, id('c'), true)
    const titler = svar.ok
      ? svar.value.historik?.map(({ element }) => ('egenskaber' in element ? element.egenskaber?.length : 0))
      : []
    expect(titler).toEqual([2, 1])
    const uden = await hentObjekt(deps, ESDH, id('c'), false)
    expect(uden.ok && uden.value.historik).toBe(undefined)
  })
})

describe('the log', () => {
  const linjer = (part_id: string) =>
    m.database.asOwner<{ aktoer_type: string; aktoer_id: Uuid; grund: string; antal: number; hvad: string }>(
      'SELECT aktoer_type, aktoer_id, grund, antal, hvad FROM adgangslog WHERE part_id = $1 ORDER BY nr DESC LIMIT 1',
      [part_id],
    )
  const partAf = async (navn: string) =>
    (await m.database.asOwner<{ part_id: Uuid }>('SELECT part_id FROM overblik WHERE item_id = $1 LIMIT 1', [id(navn)]))[0]
      ?.part_id as Uuid

  test('has a line for each part that is concerned, with how many items, in the name of the source', async () => {
    const ulla = await partAf('a')
    await find({ ider: [id('a'), id('b'), id('brev')] })
    expect(await linjer(ulla)).toEqual([
      { aktoer_type: 'kilde', aktoer_id: ESDH.id, grund: 'kilde', antal: 3, hvad: 'egneLeverancer' },
    ])
  })

  test('has one for whom a search names, found or not', async () => {
    const ulla = await partAf('a')
    expect(await find({ udtryk: { og: [primaer(ULLA), egenskab({ titel: 'Findes ikke' })] } })).toEqual([])
    expect((await linjer(ulla))[0]?.antal).toBe(0)
  })

  test('is waited for as long whether a number is anybody’s or not: the time would tell who is known here', async () => {
    const skrevet: number[] = []
    const log = { append: async () => void skrevet.push(1) }
    const antal = async (cpr: string): Promise<number> => {
      skrevet.length = 0
      await soeg({ ...deps, log }, YDELSER, { arter: ['sag'], udtryk: primaer(cpr) })
      return skrevet.length
    }
    expect(await antal(LUND)).toBe(1)
    expect(await antal(UKENDT)).toBe(1)
  })

  test('that cannot be written leaves nothing to answer with', async () => {
    const log = { append: () => Promise.reject(new Error('no log')) }
    await expect(soeg({ ...deps, log }, ESDH, { arter: ['sag'] })).rejects.toThrow('no log')
    await expect(hentObjekt({ ...deps, log }, ESDH, id('a'), false)).rejects.toThrow('no log')
  })
})

describe('what is not answered', () => {
  const dyb = (antal: number): Soegeudtryk => (antal === 0 ? { art: 'sag' } : { ikke: dyb(antal - 1) })
  test.each<[string, Partial<Soegning>, string]>([
    ['no kind', { arter: [] }, 'SOEGNING_UGYLDIG'],
    ['a page that is too large', { antal: 501 }, 'SOEGNING_UGYLDIG'],
    ['a page before the first', { foerste: -1 }, 'SOEGNING_UGYLDIG'],
    ['too deep', { udtryk: dyb(10) }, 'SOEGNING_FOR_STOR'],
    ['too many conditions', { udtryk: { og: Array.from({ length: 51 }, () => ({ art: 'sag' as const })) } }, 'SOEGNING_FOR_STOR'],
    [
      'too many in all, each level small',
      { udtryk: { og: Array.from({ length: 40 }, () => ({ eller: [{ art: 'sag' as const }, { art: 'dokument' as const }] })) } },
      'SOEGNING_FOR_STOR',
    ],
    ['a text that is too long', { udtryk: egenskab({ titel: 'x'.repeat(301) }) }, 'SOEGNING_UGYLDIG'],
    ['a text that is all stars', { udtryk: egenskab({ titel: '*a'.repeat(50) }) }, 'SOEGNING_UGYLDIG'],
    [
      'a part by our own name for it',
      { udtryk: { liste: 'sagsparter', felter: { referenceId: `urn:borgerblikket:part:${newUuid()}` } } },
      'SOEGNING_UGYLDIG',
    ],
    ['a number that is not whole', { udtryk: primaer('610180*') }, 'SOEGNING_UGYLDIG'],
    [
      'parts by where their names lie',
      { udtryk: { liste: 'sagsparter', intervaller: { referenceId: { fra: 'urn:b' } } } },
      'SOEGNING_UGYLDIG',
    ],
  ])('%s', async (_, soegning, ventet) => {
    expect(await find(soegning)).toBe(ventet)
  })
})

test('the database leaves out nothing that fits, however conditions are put together', async () => {
  const raekker = await m.deps.db.readBatch({ rolle: 'kilde', parter: [], grund: 'kilde', aktoer: ESDH.id }, [
    findEgne(ESDH.id, Object.values(ider), [ESDH]),
  ])
  const kandidater = raekker[0].map((raekke) => ({
    ...raekke,
    element: openElement(deps, raekke.id, raekke.tidspunkt, raekke.indhold),
  }))
  const parter = await lookUpParter(deps.db, deps.noegler, [
    { type: 'cpr', nummer: ULLA },
    { type: 'cpr', nummer: LUND },
  ])
  const t = createTerning(470)
  const blade: readonly Soegeudtryk[] = [
    { art: 'sag' },
    { id: id('a') },
    { sagsloes: true },
    { tidspunkt: { fra: tid(DAG2) } },
    primaer(ULLA),
    primaer(LUND, { virkning: { til: tid(DAG2) } }),
    egenskab({ titel: 'hjælp*' }),
    egenskab({ titel: '*BREV' }),
    egenskab({ titel: 'ÆBLER OG PÆRER' }),
    egenskab({ sagsnummer: '27.36-c' }),
    { liste: 'fremdrift', felter: { fremdriftStatusKode: 'opstaaet' } },
    { liste: 'sagsklasser', felter: { brugervendtNoegle: 'g01' } },
    { brugerRef: '*' },
  ]
  const lav = (dybde: number): Soegeudtryk => {
    if (dybde === 0 || t.chance(0.3)) return t.vaelg(blade)
    if (t.chance(0.3)) return { ikke: lav(dybde - 1) }
    const led = Array.from({ length: t.heltal(1, 3) }, () => lav(dybde - 1))
    return t.chance(0.5) ? { og: led } : { eller: led }
  }
  for (let gang = 0; gang < 200; gang++) {
    const udtryk = lav(3)
    const ventet = kandidater.filter((led) => isMatch(led, replaceSoegte(udtryk, parter), deps.roller))
    expect([udtryk, await find({ udtryk })]).toEqual([udtryk, navne(ventet).sort()])
  }
})

test('a page ends where it would be too many bytes, tells that it did, and is gone on from there', async () => {
  const vilkaar = toVilkaar({ master: ESDH.id, rettigheder: [ESDH], arter: ['sag', 'dokument'], ider: undefined }, undefined)
  const laes = async (efter: Uuid | undefined, bytes: number) =>
    (
      await m.deps.db.readBatch({ rolle: 'kilde', parter: [], grund: 'kilde', aktoer: ESDH.id }, [
        listEgne(vilkaar, efter, 0, 100, bytes),
      ])
    )[0]
  const alle = await laes(undefined, 1_000_000)
  expect([alle.length, alle[0]?.side]).toEqual([5, 5])
  const [foerste, anden] = alle.map(({ indhold }) => indhold.length)
  const toFoerste = await laes(undefined, (foerste ?? 0) + (anden ?? 0))
  expect([toFoerste.map((led) => led.id), toFoerste[0]?.side]).toEqual([alle.slice(0, 2).map((led) => led.id), 5])
  // One that is too many bytes by itself comes alone, so that whoever reads on comes past it.
  const tredje = await laes(toFoerste[1]?.id, 1)
  expect([tredje.map((led) => led.id), tredje[0]?.side]).toEqual([[alle[2]?.id], 3])
})

test('the role of a source sees its own rows alone, whatever it asks, and of whom things are about no more than that', async () => {
  const { db } = m.deps
  const se = async (aktoer: Uuid, text: string) =>
    (await db.readBatch({ rolle: 'kilde', parter: [], grund: 'kilde', aktoer }, [{ text, values: [] }]))[0] as readonly {
      master: Uuid
    }[]
  for (const tabel of ['objekt', 'registrering']) {
    const sete = await se(ESDH.id, `SELECT master FROM ${tabel}`)
    expect(sete.length).toBeGreaterThan(3)
    expect(new Set(sete.map(({ master }) => master))).toEqual(new Set([ESDH.id]))
  }
  expect((await se(YDELSER.id, 'SELECT item_id AS master FROM overblik')).map(({ master }) => master)).toEqual([id('fremmed')])
  for (const tabel of ['objekt', 'registrering', 'overblik']) expect(await se(newUuid(), `SELECT 1 FROM ${tabel}`)).toEqual([])
  for (const text of ['SELECT data FROM overblik', 'SELECT 1 FROM part_nummer', 'SELECT 1 FROM afvisning', 'SELECT 1 FROM part'])
    await expect(se(ESDH.id, text)).rejects.toThrow('42501')
  await expect(
    db.transaction({ rolle: 'kilde', parter: [], grund: 'kilde', aktoer: ESDH.id }, (tx) =>
      tx.run({ text: 'DELETE FROM objekt', values: [] }),
    ),
  ).rejects.toThrow('42501')
})

const praefiks = (tekst: string): KlePraefiks => tekst as KlePraefiks

describe('rights that were taken away', () => {
  const [sag, notat, tavst] = [newUuid(), newUuid(), newUuid()]
  const ANDEN = cvrNummer('29189471')
  const set = async (kilde: typeof ESDH): Promise<string[]> => {
    const ider = [sag, notat, tavst]
    const [alle, eksakt] = await Promise.all([
      soeg(deps, kilde, { arter: ['sag', 'journalnotat'], ider }),
      soeg(deps, kilde, { arter: ['sag', 'journalnotat'], ider, udtryk: egenskab({ titel: '*' }) }),
    ])
    const enkelte = await Promise.all(ider.map((led) => hentObjekt(deps, kilde, led, true)))
    const fundne = alle.ok ? alle.value.fund.map((fund) => fund.id) : []
    const kandidater = eksakt.ok ? eksakt.value.fund.map((fund) => fund.id) : []
    expect(enkelte.map((svar) => svar.ok)).toEqual(ider.map((led) => fundne.includes(led)))
    expect(kandidater.every((led) => fundne.includes(led))).toBe(true)
    return fundne
  }
  beforeAll(async () => {
    const svar = await m.lever(
      ESDH,
      { importer: lavSag({ id: sag, parter: [part('Primær part', ULLA)] }) },
      { importer: lavNotat({ id: notat, sag }) },
    )
    // A note on a case of nobody that is known has no row in the overview.
    const tom = newUuid()
    const uden = await m.lever(
      ESDH,
      { importer: lavSag({ id: tom, parter: [] }) },
      { importer: lavNotat({ id: tavst, sag: tom }) },
    )
    expect([...svar, ...uden].map((led) => led.brud)).toEqual([[], [], [], []])
  })

  test.each<[string, Partial<typeof ESDH>, boolean]>([
    ['none was', {}, true],
    ['a municipality: its notes are not read either, which say of none', { kommuner: [ANDEN] }, false],
    ['all municipalities', { kommuner: [] }, false],
    ['a range of numbers', { kle: [praefiks('28')] }, false],
    ['other numbers than these', { kle: [praefiks('27.36')] }, true],
    ['by a token for another municipality', { afgraensning: [{ kommuner: [ANDEN], kle: [] }] }, false],
    ['by a token for other numbers', { afgraensning: [{ kommuner: [], kle: [praefiks('28')] }] }, false],
    ['by a token with no rights', { afgraensning: [] }, false],
    ['by a token for these', { afgraensning: [{ kommuner: [ESDH.kommuner[0] ?? ANDEN], kle: [praefiks('27')] }] }, true],
  ])('%s', async (_, aendret, ventet) => {
    expect((await set({ ...ESDH, ...aendret })).sort()).toEqual(ventet ? [sag, notat, tavst].sort() : [])
  })
})
