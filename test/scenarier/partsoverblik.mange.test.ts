import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Uuid } from '#kernel'
import { HOEJST_TING } from '../../src/partsoverblik/side/partsoverblik.sql.ts'
import { lavDokument, lavSag, part } from '../byggere/elementer.ts'
import { logSagsbehandlerInd, rettighed, type Sagsbehandler } from '../byggere/sagsbehandler.ts'
import { startWebsted, type Testwebsted } from '../byggere/websted.ts'

/** One of whom there is more than a page can hold, as a housing company is: the newest are there, and of nothing is it said that it is not. */

const MANGE = '6101801919'
const SKJULT = 'du ikke kan se'
let sted: Testwebsted
let karen: Sagsbehandler
let om: Uuid

beforeAll(async () => {
  sted = await startWebsted()
  await sted.lever('a', [
    lavSag({ id: randomUUID(), titel: 'Sag som den første', parter: [part('Primær part', MANGE)] }),
    lavDokument({ id: randomUUID(), titel: 'Det gamle dokument', parter: [part('Parter', MANGE)] }),
  ])
  om = await sted.part(MANGE)
  // The case once more under other ids, each changed a second after the last; the document longest ago.
  await sted.base.asOwner(
    `INSERT INTO overblik SELECT part_id, gen_random_uuid(), art, kommune, kle, kilde_id, sager, aendret + make_interval(secs => n), data, indhold, modtaget,
       foerst_modtaget, adgang FROM overblik, generate_series(1, $2::int) AS n WHERE part_id = $1 AND art = 'sag'`,
    [om, HOEJST_TING - 2],
  )
  await sted.base.asOwner(`UPDATE overblik SET aendret = '2001-01-01' WHERE part_id = $1 AND art = 'dokument'`, [om])
  karen = await logSagsbehandlerInd(sted, [rettighed(['*']), rettighed(['*'], { systemroller: ['kendskab'] })])
})
afterAll(() => sted.close())

const antalSager = (tekst: string) => /Sager <span class="bb-faneantal">([^<]*)</.exec(tekst)?.[1]

test('as many as the page holds are all there, and of what is not there it is said', async () => {
  const sti = await karen.slaaOp(om)
  const { tekst } = await karen.browser.get(sti)
  expect(antalSager(tekst)).toBe('9.999')
  expect(tekst).toContain('bb-daekningsord')
  expect(tekst).not.toContain('der senest er ændret')
  expect((await karen.browser.get(`${sti}?fane=dokumenter`)).tekst).toContain('Det gamle dokument')
  expect((await karen.browser.get(`${sti}?fane=notater`)).tekst).toContain('Der er ingen notater, som du har ret til at se.')
  expect((await karen.browser.get(`${sti}/udtraek.json`)).headers['content-disposition']).toContain('"partsoverblik.json"')
})

test('one more: the one changed longest ago is left out, nothing is said not to be there or to be hidden, and files tell it', async () => {
  await sted.base.asOwner(
    `INSERT INTO overblik SELECT part_id, gen_random_uuid(), art, kommune, kle, kilde_id, sager, now(), data, indhold, modtaget, foerst_modtaget, adgang
     FROM overblik WHERE part_id = $1 AND art = 'sag' LIMIT 1`,
    [om],
  )
  const sti = await karen.slaaOp(om)
  for (const fane of ['sager', 'dokumenter', 'notater', 'tidslinje', 'kontakt', 'familie']) {
    const { tekst, status } = await karen.browser.get(`${sti}?fane=${fane}`)
    expect([fane, status, tekst.includes('Her er kun de 10.000, der senest er ændret')]).toEqual([fane, 200, true])
    expect(tekst).not.toMatch(/Det gamle dokument|Der er ingen (notater|dokumenter)/)
    expect([fane, tekst.includes(SKJULT), tekst.includes('bb-daekningsord')]).toEqual([fane, false, false])
  }
  expect((await karen.browser.get(`${sti}/udskrift`)).tekst).toContain('Her er kun de 10.000')
  const json = await karen.browser.get(`${sti}/udtraek.json`)
  expect(json.headers['content-disposition']).toContain('partsoverblik-kun-de-nyeste-10000.json')
  const { alt, ting } = JSON.parse(json.tekst) as { alt: boolean; ting: unknown[] }
  expect([alt, ting.length]).toEqual([false, HOEJST_TING])
})
