import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newUuid, type Uuid } from '#kernel'
import { lavDokument, lavSag, part, tilakteret } from '../../../test/byggere/elementer.ts'
import { ESDH, YDELSER } from '../../../test/byggere/historie.ts'
import { createTestmodtagelse, type Testmodtagelse } from '../../../test/byggere/modtagelse.ts'
import type { AendringKilde } from '../element/aendring.kilde.ts'

const [ULLA, LUND] = ['6101800011', '6512700017']
const DAG2 = '2026-02-01T08:00:00.000Z'
const DAG3 = '2026-03-01T08:00:00.000Z'

let m: Testmodtagelse
beforeAll(async () => {
  m = await createTestmodtagelse()
})
afterAll(() => m.close())

const nySag = async (mere: Parameters<typeof lavSag>[1] = {}): Promise<Uuid> => {
  const id = newUuid()
  expect(await m.sig({ importer: lavSag({ id, parter: [part('Primær part', ULLA)] }, mere) })).toBe('modtaget')
  return id
}
const titel = (id: string, tidspunkt: string, tekst: string): AendringKilde => ({
  art: 'sag',
  id,
  tidspunkt,
  egenskaber: [{ virkning: { fra: tidspunkt }, titel: tekst }],
})
/** The titles that the current state has, in order of time. */
const titler = async (id: string): Promise<string[]> => {
  const [raekke] = await m.database.asOwner<{ data: { titler: { titel: string }[] } }>(
    'SELECT data FROM objekt WHERE objekt_id = $1',
    [id],
  )
  return (raekke?.data.titler ?? []).map((led) => led.titel)
}
const aabne = (id: string) =>
  m.database.asOwner<{ regel: string; kommune: string; livsomraade: string; art: string }>(
    'SELECT regel, kommune, livsomraade, art FROM afvisning WHERE objekt_id = $1 AND afgjort IS NULL ORDER BY modtaget',
    [id],
  )

describe('a change', () => {
  test('becomes a whole registration: what it names is new, what it does not stays, and the history is kept', async () => {
    const id = await nySag()
    expect(await m.sig({ opdater: titel(id, DAG2, 'Ny titel') })).toBe('modtaget')
    expect(await titler(id)).toEqual(['En sag', 'Ny titel'])
    expect(await m.antal('registrering', 'objekt_id', id)).toBe(2)
    expect(await m.antal('overblik', 'item_id', id)).toBe(1)
    const haendelser = await m.database.asOwner<{ haendelse: string }>(
      'SELECT haendelse FROM udbakke WHERE objekt_id = $1 ORDER BY nr',
      [id],
    )
    expect(haendelser.map(({ haendelse }) => haendelse)).toEqual(['importeret', 'opdateret'])
    expect(await m.afvigelser()).toBe(0)
  })

  test('sent again is unchanged, also after the next one; another with a Tidspunkt that is not newer is refused', async () => {
    const id = await nySag()
    const aendring = titel(id, DAG2, 'Ny titel')
    await m.sig({ opdater: aendring })
    expect(await m.sig({ opdater: aendring })).toBe('uaendret')
    expect(await m.sig({ opdater: titel(id, DAG3, 'Nyere titel') })).toBe('modtaget')
    expect(await m.sig({ opdater: aendring })).toBe('uaendret')
    expect(await m.sig({ opdater: titel(id, DAG2, 'Noget andet') })).toBe('IND-022')
    expect(await m.sig({ opdater: titel(id, '2026-02-15T08:00:00.000Z', 'For sent') })).toBe('IND-022')
    expect(await titler(id)).toEqual(['En sag', 'Ny titel', 'Nyere titel'])
    expect(await m.antal('registrering', 'objekt_id', id)).toBe(3)
  })

  test('a party is changed by its number, though none is kept: the one before sees the case no more from then on', async () => {
    const id = await nySag()
    const sagsparter = [part('Primær part', LUND)]
    expect(await m.sig({ opdater: { art: 'sag', id, tidspunkt: DAG2, sagsparter } })).toBe('modtaget')
    expect(await m.antal('overblik', 'item_id', id)).toBe(2)
    const lukket = { ...part('Primær part', LUND), virkning: { fra: DAG2, til: DAG3 } }
    expect(await m.sig({ opdater: { art: 'sag', id, tidspunkt: DAG3, sagsparter: [lukket] } })).toBe('modtaget')
    const [raekke] = await m.database.asOwner<{ roller: { virkning: { fra: string; til: string } }[] }>(
      `SELECT data -> 'roller' AS roller FROM overblik WHERE item_id = $1 ORDER BY data #>> '{roller,0,virkning,fra}' DESC`,
      [id],
    )
    expect(raekke?.roller.map(({ virkning: { fra, til } }) => [fra, til])).toEqual([[DAG2, DAG3]])
    expect(await m.afvigelser()).toBe(0)
  })

  test('a document is put on the case and taken off it', async () => {
    const [id, dokument] = [await nySag(), newUuid()]
    await m.sig({ importer: lavDokument({ id: dokument }) })
    await m.sig({ opdater: { art: 'sag', id, tidspunkt: DAG2, journalposter: [{ ...tilakteret(dokument, DAG2), indeks: '1' }] } })
    expect(await m.antal('overblik', 'item_id', dokument)).toBe(1)
    expect(await m.antal('afhaengighed', 'objekt_id', dokument)).toBe(1)
    expect(await m.afvigelser()).toBe(0)
  })

  test.each<[string, Omit<AendringKilde, 'art' | 'id'>, string]>([
    ['names nothing', { tidspunkt: DAG2, noteTekst: 'Intet' }, 'IND-024'],
    ['has no Tidspunkt', { egenskaber: [{ virkning: { fra: DAG2 }, titel: 'x' }] }, 'SAG-001'],
    [
      'is from a clock that is ahead',
      { tidspunkt: '2027-01-01T00:00:00.000Z', sagsrelationer: [], egenskaber: [{ virkning: { fra: DAG2 }, titel: 'x' }] },
      'IND-003',
    ],
    [
      'has a value that breaks its rule',
      { tidspunkt: DAG2, egenskaber: [{ virkning: { fra: DAG2 }, titel: 'x\ny' }] },
      'SAG-008',
    ],
    ['has a virkning without a beginning', { tidspunkt: DAG2, egenskaber: [{ virkning: {}, titel: 'x' }] }, 'IND-007'],
    ['names a role that the relation has not', { tidspunkt: DAG2, sagsparter: [{ rolle: 'Nabo' }] }, 'IND-010'],
    ['does not say which of several it means', { tidspunkt: DAG2, sagsparter: [part('Sekundær part', LUND)] }, 'SAG-085'],
    [
      'would leave the case without its first state',
      { tidspunkt: DAG2, fremdrift: [{ virkning: { fra: '2026-01-05T08:00:00.000Z' }, fremdriftStatusKode: 'Oplyst' }] },
      'IND-009',
    ],
    [
      'moves the case to a municipality that the sender has no agreement for',
      { tidspunkt: DAG2, sagsaktoerer: [{ rolle: 'Ejer', cvrNummer: '29189471', fuldtNavn: 'En anden' }] },
      'IND-005',
    ],
    [
      'gives the case another Master',
      { tidspunkt: DAG2, itSystemer: [{ rolle: 'Master', referenceId: YDELSER.id, systemNavn: 'Et andet' }] },
      'IND-005',
    ],
  ] as [string, Omit<AendringKilde, 'art' | 'id'>, string][])(
    'that %s is refused, and nothing of it is kept but the refusal',
    async (_, felter, regel) => {
      const id = await nySag()
      expect(await m.sig({ opdater: { ...felter, art: 'sag', id } as AendringKilde })).toBe(regel)
      expect(await m.antal('registrering', 'objekt_id', id)).toBe(1)
      expect((await aabne(id)).map((led) => led.regel)).toEqual([regel])
    },
  )

  test('of what is not there, is of another kind, or is another system’s is answered alike', async () => {
    const id = await nySag()
    expect(await m.sig({ opdater: titel(newUuid(), DAG2, 'x') })).toBe('IND-021')
    const dokument = {
      art: 'dokument',
      id,
      tidspunkt: DAG2,
      dokumentparter: [part('Parter', ULLA)].map((led) => ({ ...led, indeks: '1' })),
    }
    expect(await m.sig({ opdater: dokument as AendringKilde })).toBe('IND-021')
    const [fremmed] = await m.lever(YDELSER, { opdater: titel(id, DAG2, 'x') })
    const [ukendt] = await m.lever(YDELSER, { opdater: titel(newUuid(), DAG2, 'x') })
    expect(fremmed?.brud).toEqual(ukendt?.brud)
    expect(fremmed?.brud[0]?.regel).toBe('IND-021')
    // Not even where it belongs is told to a sender that is not its Master.
    expect((await aabne(id)).find(({ regel }) => regel === 'IND-021')).toMatchObject({ kommune: '11111111' })
  })
})

describe('a refused change', () => {
  test('touches the area of the object that it is about, though it says nothing of it', async () => {
    const id = await nySag()
    await m.sig({ opdater: { art: 'sag', id, tidspunkt: DAG2, egenskaber: [{ virkning: { fra: DAG2 }, titel: 'x\ny' }] } })
    expect(await aabne(id)).toEqual([
      { regel: 'SAG-008', kommune: '11111111', livsomraade: 'hjaelp-pleje-og-handicap', art: 'sag' },
    ])
  })

  test('of another system’s object touches all that the sender delivers: it is not told where it belongs', async () => {
    const id = await nySag()
    await m.lever(YDELSER, { opdater: titel(id, DAG2, 'x') })
    expect(await aabne(id)).toEqual([{ regel: 'IND-021', kommune: null, livsomraade: null, art: 'sag' }])
  })

  test('is settled by the same change put right, or by a whole registration; not by another change', async () => {
    const id = await nySag()
    await m.sig({ opdater: titel(id, DAG2, 'x\ny') })
    await m.sig({ opdater: titel(id, '2026-01-20T08:00:00.000Z', 'En anden') })
    expect(await aabne(id)).toHaveLength(1)
    await m.sig({ opdater: titel(id, DAG2, 'Rettet') })
    expect(await aabne(id)).toEqual([])
    await m.sig({ opdater: titel(id, DAG3, 'x\ny') })
    await m.sig({ importer: lavSag({ id, parter: [part('Primær part', ULLA)], tid: '2026-04-01T08:00:00.000Z' }) })
    expect(await aabne(id)).toEqual([])
  })
})

test('an import and changes of it in one delivery are done in their order', async () => {
  const [id, andet] = [newUuid(), newUuid()]
  const svar = await m.lever(
    ESDH,
    { opdater: titel(id, DAG2, 'For tidligt') },
    { importer: lavSag({ id, parter: [part('Primær part', ULLA)] }) },
    { importer: lavSag({ id: andet, parter: [part('Primær part', LUND)] }) },
    { opdater: titel(id, DAG2, 'To') },
    { opdater: titel(andet, DAG2, 'Anden') },
    { opdater: titel(id, DAG3, 'Tre') },
  )
  expect(svar.map((led) => led.brud[0]?.regel ?? led.udfald)).toEqual([
    'IND-021',
    'modtaget',
    'modtaget',
    'modtaget',
    'modtaget',
    'modtaget',
  ])
  expect([await titler(id), await titler(andet)]).toEqual([
    ['En sag', 'To', 'Tre'],
    ['En sag', 'Anden'],
  ])
  expect(await aabne(id)).toEqual([])
})

test('many changes of one object at the same time all survive, one after the other', async () => {
  const id = await nySag()
  const tider = Array.from({ length: 12 }, (_, i) => new Date(Date.UTC(2026, 2, 1 + i)).toISOString())
  const relation = (i: number) => ({ ...part('Sekundær part', LUND), indeks: String(i), fuldtNavn: `Part ${i}` })
  for (let runde = 0; runde < 20; runde++) {
    const svar = await Promise.all(
      tider.map((tidspunkt, i) => m.lever(ESDH, { opdater: { art: 'sag', id, tidspunkt, sagsparter: [relation(i)] } })),
    )
    // One that came after a later one is refused, and is sent again with a later time, as the answer says.
    const afviste = svar.flatMap(([led], i) => (led?.brud[0]?.regel === 'IND-022' ? [i] : []))
    if (afviste.length === 0) break
    for (const i of afviste) tider[i] = new Date(Date.UTC(2026, 3 + runde, 1 + i)).toISOString()
  }
  const [raekke] = await m.database.asOwner<{ indhold: { parter: unknown[] } }>(
    'SELECT data AS indhold FROM objekt WHERE objekt_id = $1',
    [id],
  )
  expect(raekke?.indhold.parter).toHaveLength(1 + tider.length)
  expect(await m.afvigelser()).toBe(0)
})
