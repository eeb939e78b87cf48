import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  lavBevilling,
  lavDokument,
  lavEffektuering,
  lavNotat,
  lavSag,
  part,
  tilakteret,
  ydelsesmodtager,
} from '../byggere/elementer.ts'
import { logSagsbehandlerInd, rettighed, type Sagsbehandler } from '../byggere/sagsbehandler.ts'
import { noterTal } from '../byggere/tal.ts'
import { startWebsted, type Testwebsted } from '../byggere/websted.ts'

/** No log, no read: a hundred of a caseworker's reads of every kind, in each way that the log can be out of order. */

const ALMA = '6101800021'
const MAERKE = /qzmaerke|1\.250,50|610180/i

let sted: Testwebsted
let karen: Sagsbehandler
let besoeg: string
let stier: readonly string[]

beforeAll(async () => {
  sted = await startWebsted()
  const [sag, brev, notat, bevilling] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  await sted.lever('a', [
    lavSag({ id: sag, parter: [part('Primær part', ALMA)], titel: 'Sag qzmaerke' }, { journalposter: [tilakteret(brev)] }),
    lavDokument({ id: brev, titel: 'Brev qzmaerke' }),
    lavNotat({ id: notat, sag, titel: 'Notat qzmaerke', notat: 'Teksten qzmaerke' }),
    lavBevilling({ id: bevilling, parter: ydelsesmodtager(ALMA), sag, navn: 'Hjælp qzmaerke', kle: '27.36.04' }),
    lavEffektuering({ id: randomUUID(), modtager: ALMA, bevillinger: [bevilling], beloeb: '1250.50' }),
  ])
  karen = await logSagsbehandlerInd(sted, [rettighed(['*'], { systemroller: ['se', 'kendskab', 'cpr'] })])
  besoeg = await karen.slaaOp(await sted.part(ALMA))
  const faner = ['sager', 'ydelser', 'dokumenter', 'notater', 'tidslinje', 'borgeren']
  const lister = faner.map((fane) => `${besoeg}?fane=${fane}`)
  const sider = await Promise.all(lister.map(async (sti) => (await karen.browser.get(sti)).tekst))
  // Each thing by its own address, as the lists lead to them.
  const ting = sider.flatMap((side) =>
    [...side.matchAll(/class="bb-tinglink" href="([^"#]+)/g)].map(([, sti]) => (sti ?? '').replaceAll('&amp;', '&')),
  )
  stier = [...lister, ...new Set(ting), ...['/udskrift', '/udtraek.csv', '/udtraek.json'].map((mere) => besoeg + mere)]
})
afterAll(() => sted.close())

/** Lists with their counts, things, files, the whole number, and now and then a search: of those one may make thirty a minute. */
const readAlt = async (antal: number) =>
  Promise.all(
    Array.from({ length: antal }, async (_, i) => {
      const svar = await (i % 20 === 0 ? soeg() : read(i % (stier.length + 1)))
      return { status: svar.status, viser: MAERKE.test(svar.tekst), antal: /bb-faneantal/.test(svar.tekst) }
    }),
  )
const soeg = () => karen.post('/kommune/borger', { tekst: ALMA })
const read = (nr: number) => (nr === stier.length ? karen.post(`${besoeg}/cpr`) : karen.browser.get(stier[nr] ?? ''))

test.each([
  [
    'it may not be written to',
    'REVOKE INSERT ON adgangslog FROM borgerblikket_log',
    'GRANT INSERT ON adgangslog TO borgerblikket_log',
  ],
  [
    'its head may not be moved',
    'REVOKE UPDATE ON adgangslog_hoved FROM borgerblikket_log',
    'GRANT UPDATE ON adgangslog_hoved TO borgerblikket_log',
  ],
  [
    'no row fits in it',
    'ALTER TABLE adgangslog ADD CONSTRAINT fuld CHECK (nr < 0) NOT VALID',
    'ALTER TABLE adgangslog DROP CONSTRAINT fuld',
  ],
  ['its table is gone', 'ALTER TABLE adgangslog RENAME TO vaek', 'ALTER TABLE vaek RENAME TO adgangslog'],
])(
  'while the log cannot be kept because %s, 100 of 100 reads show nothing; when it can, all of it',
  async (hvordan, luk, aabn) => {
    expect(stier.length).toBeGreaterThan(10)
    await sted.base.asOwner(luk)
    try {
      const svar = await readAlt(stier.length + 2)
      expect(svar.filter(({ viser, antal }) => viser || antal)).toEqual([])
      expect(svar.filter(({ status }) => status !== 503)).toEqual([])
      noterTal(`${hvordan}: ${svar.filter(({ viser }) => !viser).length} of ${svar.length} reads showed nothing`)
    } finally {
      await sted.base.asOwner(aabn)
    }
    const svar = await readAlt(stier.length + 2)
    expect(svar.filter(({ status, viser }) => status !== 200 || !viser)).toEqual([])
  },
)
