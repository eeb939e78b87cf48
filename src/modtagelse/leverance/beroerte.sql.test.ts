import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { cvrNummer, newUuid, tidspunkt } from '#kernel'
import type { Kilde } from '#kilde'
import {
  lavBevilling,
  lavDokument,
  lavEffektuering,
  lavNotat,
  lavSag,
  part,
  tilakteret,
  ydelsesmodtager,
} from '../../../test/byggere/elementer.ts'
import { ESDH, YDELSER } from '../../../test/byggere/historie.ts'
import { createTestmodtagelse, type Testmodtagelse, type Udsagn } from '../../../test/byggere/modtagelse.ts'
import { bevisKilde } from '../../../test/byggere/tilslutning.ts'

/** What deliveries count as, and whose proofs they break: whatever comes, a proof that stands is of what the index holds. */

const ULLA = '6101800011'
const [HER, DER] = [cvrNummer('11111111'), cvrNummer('22222222')]
const BEGGE: Kilde = { ...ESDH, kommuner: [HER, DER] }
const GRANTS: Kilde = { ...YDELSER, kommuner: [HER, DER] }

let m: Testmodtagelse
beforeAll(async () => {
  m = await createTestmodtagelse()
})
afterAll(() => m.close())
beforeEach(async () => {
  await m.database.asOwner('TRUNCATE bevis')
})

const FORKERT = { sagsparter: [{ rolle: 'Primær part', referenceId: 'urn:oio:forkert' }] }
const TID = { foer: '2026-02-01T08:00:00.000Z', efter: '2026-03-01T08:00:00.000Z' }
const sag = (felter: { id: string; tid?: string; kommune?: string }, mere = {}): Udsagn => ({
  importer: lavSag({ parter: [part('Primær part', ULLA)], tid: TID.foer, ...felter }, mere),
})
const lever = async (kilde: Kilde, ...udsagn: Udsagn[]) => (await m.lever(kilde, ...udsagn)).map(({ udfald }) => udfald)
/** What is counted for each municipality of a source. */
const talt = async (kilde: Kilde) =>
  Object.fromEntries(
    (
      await m.database.asOwner<{ kommune: string; modtaget: number }>(
        'SELECT kommune, modtaget::int FROM bevis WHERE kilde_id = $1',
        [kilde.id],
      )
    ).map(({ kommune, modtaget }) => [kommune, modtaget]),
  )
const prove = async () => {
  for (const kilde of [BEGGE, GRANTS]) await bevisKilde(m.database.db, kilde, tidspunkt('2026-11-22T12:00:00.000Z'))
}
/** The pairs that are broken, as `<source> <municipality>`. */
const brudte = async () =>
  (
    await m.database.asOwner<{ kilde_id: string; kommune: string }>(
      'SELECT kilde_id, kommune FROM bevis WHERE brudt AND bevist_til IS NOT NULL',
    )
  )
    .map(({ kilde_id, kommune }) => `${kilde_id === ESDH.id ? 'esdh' : 'ydelser'} ${kommune === HER ? 'her' : 'der'}`)
    .sort()

test('each line that is kept counts once for its municipality; repeated, unchanged and refused ones do not', async () => {
  const [id, der] = [newUuid(), newUuid()]
  expect(await lever(BEGGE, sag({ id }), sag({ id: der, kommune: DER }))).toEqual(['modtaget', 'modtaget'])
  expect(await lever(BEGGE, sag({ id }))).toEqual(['uaendret'])
  expect(await lever(BEGGE, sag({ id, tid: TID.efter }), sag({ id: newUuid() }, FORKERT))).toEqual(['modtaget', 'afvist'])
  const fjern = { fjern: { art: 'sag', id, tidspunkt: '2026-03-02T08:00:00.000Z' } } as Udsagn
  expect(await lever(BEGGE, fjern)).toEqual(['modtaget'])
  expect(await lever(BEGGE, fjern)).toEqual(['uaendret'])
  expect(await talt(BEGGE)).toEqual({ [HER]: 3, [DER]: 1 })
})

test('notes, documents and payments count where their case or grant is; a note without its case for none, and of a single municipality for that', async () => {
  const [id, dokument, notat] = [newUuid(), newUuid(), newUuid()]
  const [bevilling, betaling] = [newUuid(), newUuid()]
  await lever(
    BEGGE,
    sag({ id, kommune: DER }, { journalposter: [{ ...tilakteret(dokument), indeks: '0' }] }),
    { importer: lavDokument({ id: dokument, kommune: DER }) },
    { importer: lavNotat({ id: notat, sag: id }) },
    { importer: lavNotat({ id: newUuid(), sag: newUuid() }) },
  )
  expect(await talt(BEGGE)).toEqual({ [DER]: 3, '': 1 })
  await lever(ESDH, { importer: lavNotat({ id: newUuid(), sag: newUuid() }) })
  expect(await talt(BEGGE)).toEqual({ [HER]: 1, [DER]: 3, '': 1 })
  await lever(
    GRANTS,
    { importer: lavBevilling({ id: bevilling, kommune: DER, parter: ydelsesmodtager(ULLA) }) },
    { importer: lavEffektuering({ id: betaling, modtager: ULLA, bevillinger: [bevilling], kommune: DER }) },
  )
  expect(await talt(GRANTS)).toEqual({ [DER]: 2 })
})

test('a delivery breaks the proof of its own municipality alone', async () => {
  await prove()
  await lever(BEGGE, sag({ id: newUuid() }))
  expect(await brudte()).toEqual(['esdh her'])
})

test('a change of a case breaks what other sources have proved of what stands on it, as of before the change', async () => {
  const [id, bevilling] = [newUuid(), newUuid()]
  await lever(BEGGE, sag({ id }))
  await lever(GRANTS, { importer: lavBevilling({ id: bevilling, sag: id, parter: ydelsesmodtager(ULLA), tid: TID.foer }) })
  await prove()
  await lever(BEGGE, sag({ id, tid: TID.efter }))
  expect(await brudte()).toEqual(['esdh her', 'ydelser her'])
  const [raekke] = await m.database.asOwner<{ ens: boolean }>(
    'SELECT nyeste = $2::timestamptz AS ens FROM bevis WHERE kilde_id = $1 AND kommune = $3',
    [GRANTS.id, TID.efter, HER],
  )
  expect(raekke?.ens).toBe(true)
  expect(await talt(GRANTS)).toEqual({ [HER]: 1, [DER]: 0 })
})

test('a case that moves to another municipality breaks where it was as well, and so does one that is removed', async () => {
  const [flyttes, fjernes, notat] = [newUuid(), newUuid(), newUuid()]
  await lever(BEGGE, sag({ id: flyttes }), sag({ id: fjernes, kommune: DER }), {
    importer: lavNotat({ id: notat, sag: flyttes }),
  })
  await prove()
  await lever(BEGGE, sag({ id: flyttes, tid: TID.efter, kommune: DER }))
  expect(await brudte()).toEqual(['esdh der', 'esdh her'])
  await prove()
  await lever(BEGGE, { fjern: { art: 'sag', id: fjernes, tidspunkt: TID.efter } } as Udsagn)
  expect(await brudte()).toEqual(['esdh der'])
})

test('a refused line breaks its municipality, and one that does not show it all of the source', async () => {
  await prove()
  expect(await lever(BEGGE, sag({ id: newUuid(), kommune: DER }, FORKERT))).toEqual(['afvist'])
  expect(await brudte()).toEqual(['esdh der'])
  expect(await lever(BEGGE, { importer: lavNotat({ id: newUuid(), sag: 'ingen' }) })).toEqual(['afvist'])
  expect(await brudte()).toEqual(['esdh der', 'esdh her'])
})
