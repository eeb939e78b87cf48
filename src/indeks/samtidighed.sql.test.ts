import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Transaktion } from '#platform/database'
import { createTestDatabase, type Testdatabase } from '../../test/byggere/database.ts'
import {
  del,
  findAfvigelser,
  id,
  objekt,
  part,
  post,
  registerAlle,
  registrering,
  titel,
  virkning,
  ydelse,
} from '../../test/byggere/indeks.ts'
import type { NyRegistrering } from './objekt.ts'
import { register } from './register.ts'

let database: Testdatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

const pause = () => new Promise((resolve) => setTimeout(resolve, 150))

/** A transaction that has registered, and waits to be told to commit. Stands still for a while after the statement called `efter`. */
async function begin(nye: readonly NyRegistrering[], efter?: string) {
  const slip = Promise.withResolvers<void>()
  const registreret = Promise.withResolvers<void>()
  const faerdig = database.db.transaction({ rolle: 'modtagelse' }, async (tx: Transaktion) => {
    const run: Transaktion['run'] = async (statement) => {
      const raekker = await tx.run(statement)
      if (efter !== undefined && statement.name === efter) for (let i = 0; i < 4; i++) await pause()
      return raekker
    }
    await (await register({ ...tx, run }, nye)).skrevet
    registreret.resolve()
    await slip.promise
  })
  faerdig.catch(registreret.reject)
  return { registreret: registreret.promise, commit: slip.resolve, faerdig }
}

/** Both at the same time: the second begins when the first has registered and not yet committed. */
async function together(foerst: readonly NyRegistrering[], saa: readonly NyRegistrering[]): Promise<void> {
  const a = await begin(foerst)
  await a.registreret
  const b = await begin(saa)
  // Long enough for the second to get as far as it can while the first is open.
  await Promise.race([b.registreret, pause()])
  a.commit()
  b.commit()
  await Promise.all([a.faerdig, b.faerdig])
}

const undtaget = { klasse: 'Visning undtaget for borger', virkning: virkning() }
const sag = (navn: string, felter: Parameters<typeof objekt<'sag'>>[2] = {}) =>
  objekt('sag', navn, { parter: [part('Ulla')], titler: [titel(navn)], ...felter })
const ydelsespart = { parter: [part('Ulla', 'Ydelsesmodtager')], ydelser: [ydelse('Pension')] }
const r = registrering

/** What is there before, and two changes at the same time, by name of what they could lose of each other. */
const SAMMENSTOED: Record<string, (n: string) => { foer: NyRegistrering[]; a: NyRegistrering[]; b: NyRegistrering[] }> = {
  'a case changes while a new document comes that it lists': (n) => ({
    foer: [],
    a: [r(sag(`${n}sag`, { journalposter: [post(`${n}brev`)] }), '2026-01-01')],
    b: [r(objekt('dokument', `${n}brev`), '2026-01-01')],
  }),
  'a case drops a document while the document changes': (n) => ({
    foer: [
      r(sag(`${n}sag`, { journalposter: [post(`${n}brev`)] }), '2026-01-01'),
      r(objekt('dokument', `${n}brev`), '2026-01-01'),
    ],
    a: [r(sag(`${n}sag`), '2026-02-01')],
    b: [r(objekt('dokument', `${n}brev`, { kle: '34.10.30' }), '2026-02-01')],
  }),
  'a case is exempted while a first note, grant and appointment come on it': (n) => ({
    foer: [r(sag(`${n}sag`), '2026-01-01')],
    a: [r(sag(`${n}sag`, { visningsklasser: [undtaget] }), '2026-02-01')],
    b: [
      r(objekt('journalnotat', `${n}notat`, { sag: id(`${n}sag`) }), '2026-02-01'),
      r(objekt('bevilling', `${n}bevilling`, { ...ydelsespart, sager: [id(`${n}sag`)] }), '2026-02-01'),
      r(objekt('aftale', `${n}aftale`, { parter: [part('Ulla')], sag: id(`${n}sag`) }), '2026-02-01'),
    ],
  }),
  'a case is exempted while a first payment comes on its grant': (n) => ({
    foer: [
      r(sag(`${n}sag`), '2026-01-01'),
      r(objekt('bevilling', `${n}bevilling`, { ...ydelsespart, sager: [id(`${n}sag`)] }), '2026-01-01'),
    ],
    a: [r(sag(`${n}sag`, { visningsklasser: [undtaget] }), '2026-02-01')],
    b: [r(objekt('oekonomiskEffektuering', `${n}udbetaling`, { ydelser: [del(`${n}bevilling`)] }), '2026-02-01')],
  }),
  'a case is exempted while the grant between it and its payment first comes': (n) => ({
    foer: [
      r(sag(`${n}sag`), '2026-01-01'),
      r(objekt('oekonomiskEffektuering', `${n}udbetaling`, { ydelser: [del(`${n}bevilling`)] }), '2026-01-01'),
    ],
    a: [r(sag(`${n}sag`, { visningsklasser: [undtaget] }), '2026-02-01')],
    b: [r(objekt('bevilling', `${n}bevilling`, { ...ydelsespart, sager: [id(`${n}sag`)] }), '2026-02-01')],
  }),
  'two cases that one grant stands on change': (n) => ({
    foer: [
      r(sag(`${n}1`), '2026-01-01'),
      r(sag(`${n}2`), '2026-01-01'),
      r(objekt('bevilling', `${n}bevilling`, { ...ydelsespart, sager: [id(`${n}1`), id(`${n}2`)] }), '2026-01-01'),
      r(objekt('oekonomiskEffektuering', `${n}udbetaling`, { ydelser: [del(`${n}bevilling`)] }), '2026-01-01'),
    ],
    a: [r(sag(`${n}1`, { visningsklasser: [undtaget] }), '2026-02-01')],
    b: [r(sag(`${n}2`, { fremdrift: [{ status: 'Afsluttet', virkning: virkning() }] }), '2026-02-01')],
  }),
  'two cases behind the two grants of one payment change': (n) => ({
    foer: [
      r(sag(`${n}1`), '2026-01-01'),
      r(sag(`${n}2`), '2026-01-01'),
      r(objekt('bevilling', `${n}b1`, { ...ydelsespart, sager: [id(`${n}1`)] }), '2026-01-01'),
      r(objekt('bevilling', `${n}b2`, { ...ydelsespart, sager: [id(`${n}2`)] }), '2026-01-01'),
      r(objekt('oekonomiskEffektuering', `${n}udbetaling`, { ydelser: [del(`${n}b1`), del(`${n}b2`)] }), '2026-01-01'),
    ],
    a: [r(sag(`${n}1`, { visningsklasser: [undtaget] }), '2026-02-01')],
    b: [r(sag(`${n}2`, { fremdrift: [{ status: 'Afsluttet', virkning: virkning() }] }), '2026-02-01')],
  }),
  'a note moves to another case while the one it leaves changes its parties': (n) => ({
    foer: [
      r(sag(`${n}1`), '2026-01-01'),
      r(sag(`${n}2`), '2026-01-01'),
      r(objekt('journalnotat', `${n}notat`, { sag: id(`${n}1`) }), '2026-01-01'),
    ],
    a: [r(objekt('journalnotat', `${n}notat`, { sag: id(`${n}2`) }), '2026-02-01')],
    b: [r(sag(`${n}1`, { parter: [part('Lund')] }), '2026-02-01')],
  }),
  'the same object comes in two versions': (n) => ({
    foer: [],
    a: [r(sag(`${n}sag`, { parter: [part('Lund')] }), '2026-01-01')],
    b: [r(sag(`${n}sag`), '2026-02-01')],
  }),
}

describe('two deliveries at the same time end as one after the other would', () => {
  test.each(Object.keys(SAMMENSTOED))('%s', async (navn) => {
    for (const [nr, vend] of [false, true].entries()) {
      const { foer, a, b } = SAMMENSTOED[navn]?.(`${navn} ${nr} `) ?? { foer: [], a: [], b: [] }
      if (foer.length > 0) await registerAlle(database.db, ...foer)
      await (vend ? together(b, a) : together(a, b))
      expect(await findAfvigelser(database.db)).toEqual([])
    }
  })
})

test('what became dependent on a case while its change waited is locked before it is read', async () => {
  await registerAlle(database.db, r(sag('vent 1'), '2026-01-01'), r(sag('vent 2'), '2026-01-01'))
  const bevilling = (navn: string, dag: string) => r(objekt('bevilling', 'vent b', { ...ydelsespart, sager: [id(navn)] }), dag)
  const foerst = await begin([bevilling('vent 1', '2026-01-01')])
  await foerst.registreret
  // Waits for the first, which makes the grant stand on the case; then stands still for a moment between reading and writing.
  const saa = begin([r(sag('vent 1', { parter: [part('Lund')], visningsklasser: [undtaget] }), '2026-02-01')], 'indeks_objekter')
  await pause()
  foerst.commit()
  await foerst.faerdig
  await pause()
  const tredje = registerAlle(database.db, bevilling('vent 2', '2026-03-01'))
  const { registreret, commit, faerdig } = await saa
  await registreret
  commit()
  await Promise.all([faerdig, tredje])
  expect(await findAfvigelser(database.db)).toEqual([])
})

test('a crowd of deliveries that take the same objects in any order neither loses a row nor locks itself out', async () => {
  const sager = Array.from({ length: 6 }, (_, i) => `mylder ${i}`)
  const udsagn = Array.from({ length: 40 }, (_, i) => {
    const dag = `2026-0${i < 20 ? 3 : 4}-${String(1 + (i % 20)).padStart(2, '0')}`
    const valgte = [sager[i % 6], sager[(i * 5 + 2) % 6]].map((navn) => navn ?? '')
    return [
      r(sag(valgte[0] ?? '', { titler: [titel(`${i}`)] }), dag),
      r(objekt('bevilling', `mylder b${i % 5}`, { ...ydelsespart, sager: valgte.map(id), kle: `32.24.${10 + i}` }), dag),
      r(
        objekt('oekonomiskEffektuering', `mylder u${i % 7}`, {
          ydelser: [del(`mylder b${(i * 3) % 5}`)],
          kle: `32.25.${10 + i}`,
        }),
        dag,
      ),
    ]
  })
  const svar = await Promise.all(udsagn.map((nye) => registerAlle(database.db, ...nye)))
  expect(svar.flat().filter((udfald) => udfald !== 'aendret' && udfald !== 'historik')).toEqual([])
  expect(await findAfvigelser(database.db)).toEqual([])
})
