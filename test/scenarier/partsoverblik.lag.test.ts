import { afterAll, beforeAll, expect, test } from 'vitest'
import { grundlagForSagsbehandler, kontekstForSagsbehandler } from '#adgang'
import { type Adgangsforhold, toSkiver } from '#indeks'
import { cvrNummer, type Foelsomhed, newUuid } from '#kernel'
import type { Statement } from '#platform/database'
import { findTing, listValgbare } from '../../src/partsoverblik/advis/advis.sql.ts'
import { countSynlige } from '../../src/partsoverblik/advis/foelg.sql.ts'
import { countBemaerkninger, findStaaende, listBemaerkninger } from '../../src/partsoverblik/bemaerkning/bemaerkning.sql.ts'
import { findSete } from '../../src/partsoverblik/besoeg/besoeg.sql.ts'
import { listNotater, listSager } from '../../src/partsoverblik/notat/notat.sql.ts'
import { findAabnet, findRaekker } from '../../src/partsoverblik/side/partsoverblik.sql.ts'
import { createTestDatabase, type Testdatabase } from '../byggere/database.ts'
import { id, KORSBAEK, kl12, objekt, part, registerAlle, registrering, virkning } from '../byggere/indeks.ts'
import { rettighed } from '../byggere/sagsbehandler.ts'

/** Each statement that reads a citizen's matters for a caseworker keeps to the rights by itself, with the database's own layer off. */

const ULLA = id('Ulla')
const NU = kl12('2024-01-01')
const BEMAERKNING = id('bemærkningen')
const TING = [id('sagen'), id('hemmeligt')]
let base: Testdatabase

const forhold = (foelsomhed: Foelsomhed): Adgangsforhold => ({
  ejere: [{ cvr: KORSBAEK, virkning: virkning() }],
  kler: [{ kle: '32.24.04', virkning: virkning() }],
  foelsomhed: [{ foelsomhed, virkning: virkning() }],
})

beforeAll(async () => {
  base = await createTestDatabase()
  const sager = [
    objekt('sag', 'sagen', { parter: [part('Ulla')], adgang: toSkiver(forhold('FORTROLIGE_PERSONOPLYSNINGER')) }),
    objekt('sag', 'hemmeligt', { parter: [part('Ulla')], adgang: toSkiver(forhold('VIP_SAGER')) }),
  ]
  for (const sag of sager) await registerAlle(base.db, registrering(sag, '2023-01-01'))
  for (const sag of TING)
    await base.asOwner(
      `INSERT INTO skrevet_notat (notat_id, kommune, part_id, sag_id, kle, master, af, af_navn, skrevet, indhold, tilstand, tilstand_tid)
       VALUES (gen_random_uuid(), $1, $2, $3, '32.24.04', $3, $2, 'Vera', $4, '\\x00', 'venter', $4)`,
      [KORSBAEK, ULLA, sag, NU],
    )
  await base.asOwner(
    `INSERT INTO bemaerkning (bemaerkning_id, kommune, part_id, slags, gaelder_fra, indhold, oprettet, af, af_navn)
     VALUES ($1, $2, $3, 'tolk', '2023-01-01', '\\x00', $4, $3, 'Vera')`,
    [BEMAERKNING, KORSBAEK, ULLA, NU],
  )
  for (const tabel of ['overblik', 'skrevet_notat', 'bemaerkning'])
    await base.asOwner(`ALTER TABLE ${tabel} DISABLE ROW LEVEL SECURITY`)
})
afterAll(() => base.close())

const grundlag = (foelsomhed: Foelsomhed) =>
  grundlagForSagsbehandler(
    { id: newUuid(), cvr: KORSBAEK, rettigheder: [rettighed(['32.*'], { foelsomhed })], enheder: [], session: newUuid() },
    { part: ULLA, formaal: 'henvendelse', korrelation: newUuid() },
  )
type Mit = ReturnType<typeof grundlag>

test.each<[string, (mit: Mit) => Statement<unknown>]>([
  ['the page', (mit) => findRaekker(mit, NU)],
  ['a thing that is opened', (mit) => findAabnet(mit, id('hemmeligt'), NU)],
  ['what a visit begins with', (mit) => findSete(mit, NU)],
  ['what advis are about', (mit) => findTing(mit, NU, TING)],
  ['what one can ask to be told of', (mit) => listValgbare(mit, NU)],
  ['how many a mail tells of', (mit) => countSynlige(mit, NU, [{ part_id: ULLA, objekt_id: id('hemmeligt') }])],
  ['the cases to write on', (mit) => listSager(mit, NU)],
  ['the notes that were written', (mit) => listNotater(mit, NU)],
])('%s', async (_, saetning) => {
  const laes = async (foelsomhed: Foelsomhed) => {
    const mit = grundlag(foelsomhed)
    const [raekker] = await base.db.readBatch(kontekstForSagsbehandler(mit, 'sagsbehandler', NU), [saetning(mit)])
    return JSON.stringify(raekker)
  }
  const hemmeligt = new RegExp(`${id('hemmeligt')}|"antal":1`)
  expect(await laes('VIP_SAGER')).toMatch(hemmeligt)
  expect(await laes('FORTROLIGE_PERSONOPLYSNINGER')).not.toMatch(hemmeligt)
})

test('a remark is found by its own municipality about its own citizen alone', async () => {
  const laes = async (kommune: typeof KORSBAEK, om: typeof ULLA) => {
    const kontekst = { rolle: 'sagsskriver', parter: [om], grund: 'bemaerkning', aktoer: newUuid(), kommune } as const
    const [staaende, talte] = await base.db.readBatch(kontekst, [
      findStaaende({ id: BEMAERKNING, kommune, part: om }, '2024-01-01'),
      countBemaerkninger(kommune, om, '2024-01-01'),
    ])
    const mit = { ...grundlag('VIP_SAGER'), part: om, kommune }
    const [viste] = await base.db.readBatch(kontekstForSagsbehandler(mit, 'sagsbehandler', NU), [
      listBemaerkninger(kommune, om, '2024-01-01'),
    ])
    return [staaende.length, talte[0]?.antal, viste.length]
  }
  expect(await laes(KORSBAEK, ULLA)).toEqual([1, 1, 1])
  expect(await laes(cvrNummer('12345678'), ULLA)).toEqual([0, 0, 0])
  expect(await laes(KORSBAEK, id('Poul'))).toEqual([0, 0, 0])
})
