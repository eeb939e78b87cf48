import { loadavg } from 'node:os'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ElementKilde } from '#modtagelse'
import {
  lavBevilling,
  lavDokument,
  lavNotat,
  lavSag,
  part,
  primaerKlasse,
  TID,
  tilakteret,
  UNDTAGET,
  ydelsesmodtager,
} from '../byggere/elementer.ts'
import { HOEJST_Z, median, signedRank } from '../byggere/fortegnstest.ts'
import { allThree, EGNE_SIDER } from '../byggere/gennemgang.ts'
import type { Browser, Svar } from '../byggere/klient.ts'
import { noterTal } from '../byggere/tal.ts'
import { createTerning } from '../byggere/tilfaeldighed.ts'
import { createUr, forvent, tilslut } from '../byggere/tilslutning.ts'
import { BROBYSKOV, KORSBAEK, konfiguration, startWebsted, type Testwebsted } from '../byggere/websted.ts'

/** Pairs of citizens: one has only what is hidden, the other nothing. */
const PAR = Number(process.env['DAEKNING_PAR'] ?? 8)
/** Times are compared in the evidence alone: among other tests they say nothing. */
const TIDER = process.env['DAEKNING_PAR_TIDER'] === '1'
const MAALINGER = 5
/** As in the product; another to see what it is good for. */
const TAKT = process.env['DAEKNING_PAR_TAKT'] ?? '5'

const terning = createTerning(20261122)
const ur = createUr('2026-11-22T09:30:00Z')
/** Fictive: day + 60. */
const cprOf = (nr: number) => `6${1 + (nr % 9)}${String(1 + (Math.floor(nr / 9) % 12)).padStart(2, '0')}60${String(2_000 + nr)}`
const [skjult, tom] = [(par: number) => cprOf(2 * par), (par: number) => cprOf(2 * par + 1)]
const NABO = cprOf(7_000)
const idOf = (par: number, nr: number) => `e0000000-0000-4000-8000-${String(par * 100 + nr).padStart(12, '0')}`

type Skjul = (cpr: string, id: (nr: number) => string) => readonly ElementKilde[]
const sagMed = (cpr: string, id: (nr: number) => string, kle: string, tid = TID, undtaget = false): readonly ElementKilde[] => [
  lavSag(
    { id: id(0), parter: [part('Primær part', cpr)], kle, tid },
    {
      journalposter: [tilakteret(id(1), tid)],
      sagsklasser: [primaerKlasse(kle), { rolle: 'Handlingsklasse', brugervendtNoegle: 'G01' }, ...(undtaget ? [UNDTAGET] : [])],
    },
  ),
  lavDokument({ id: id(1), kle, tid }),
  lavNotat({ id: id(2), sag: id(0), tid }),
]
const SKJULTE: readonly Skjul[] = [
  (cpr, id) => sagMed(cpr, id, '27.36.04', TID, true),
  (cpr, id) => sagMed(cpr, id, '27.66.04'),
  (cpr, id) => sagMed(cpr, id, '17.35.04'),
  (cpr, id) => sagMed(cpr, id, '27.36.04', '2015-03-01T08:00:00.000Z'),
  (cpr, id) => [lavSag({ id: id(0), parter: [part('Primær part', NABO), part('Sekundær part', cpr)] })],
  (cpr, id) => [lavBevilling({ id: id(0), parter: ydelsesmodtager(cpr), kle: '05.09.04', tid: '2026-11-21T08:00:00.000Z' })],
]

let sted: Testwebsted
const browsere = new Map<string, Browser>()
const browser = (cpr: string) => browsere.get(cpr) as Browser

beforeAll(
  async () => {
    const kler = ['15', '27', '28', '29', '32']
    const opsaetning = [KORSBAEK, BROBYSKOV].flatMap((kommune) => [
      ...kler.map((kle) => konfiguration({ kommune, kle })),
      konfiguration({ kommune, kle: '05', karantaene: true }),
    ])
    sted = await startWebsted({ clock: ur, opsaetning, logniveau: 'error', miljoe: TIDER ? { SVARTAKT_MS: TAKT } : {} })
    const personer = Array.from({ length: PAR }, (_, par) => [skjult(par), tom(par)]).flat()
    for (const cpr of personer) await sted.part(cpr)
    const elementer = Array.from({ length: PAR }, (_, par) =>
      terning.nogle(SKJULTE, 0.4).flatMap((skjul, nr) => skjul(skjult(par), (n) => idOf(par, nr * 10 + n))),
    )
    const ting = elementer.flatMap((egne, par) => (egne.length > 0 ? egne : sagMed(skjult(par), (n) => idOf(par, n), '17.35.04')))
    for (let fra = 0; fra < ting.length; fra += 400) await sted.lever('a', ting.slice(fra, fra + 400))
    await forvent(sted, ['esdh'])
    await tilslut(sted, 'a')
    for (const cpr of personer) browsere.set(cpr, await sted.logInd(cpr, 'Prøve Person'))
  },
  60_000 + PAR * 500,
)
afterAll(() => sted.close())

const FLYGTIGE = ['date', 'x-ratelimit-remaining', 'x-ratelimit-reset']
function bytesOf(svar: Svar): string {
  const headere: string[] = []
  for (let i = 0; i < svar.raaHeadere.length; i += 2)
    if (!FLYGTIGE.includes((svar.raaHeadere[i] ?? '').toLowerCase()))
      headere.push(`${svar.raaHeadere[i]}: ${svar.raaHeadere[i + 1]}`)
  return `${svar.status}\n${headere.join('\n')}\n\n${svar.tekst}`
}
const SIDER = EGNE_SIDER.filter((sti) => sti !== '/hvem-har-set').flatMap(allThree)

test(`${PAR} pairs of citizens, one with only hidden items and one with none, get the same bytes`, {
  timeout: 60_000 + PAR * 10_000,
}, async () => {
  let svar = 0
  let sagt = 0
  for (let par = 0; par < PAR; par++)
    for (const sti of SIDER) {
      const [a, b] = [await browser(skjult(par)).get(sti), await browser(tom(par)).get(sti)]
      expect(a.status).toBe(200)
      expect(bytesOf(a), `${sti} of pair ${par}`).toBe(bytesOf(b))
      svar++
      if (a.tekst.includes('Der er ingen sager, som kan vises her.')) sagt++
    }
  noterTal(
    `${PAR} pairs: ${svar} answers each, in Danish, English and as data, the same to the byte; "none" of cases was said on ${sagt}`,
  )
  expect(sagt).toBeGreaterThan(0)
  const [rad] = await sted.base.asOwner<{ antal: number }>('SELECT count(DISTINCT part_id)::int AS antal FROM overblik')
  // They have something: with the neighbour, where that is not hidden from the neighbour.
  expect(rad?.antal).toBeGreaterThanOrEqual(PAR)
})

const take = async (cpr: string): Promise<number> => {
  const start = performance.now()
  const svar = await browser(cpr).get('/overblik?sprog=da')
  const ms = performance.now() - start
  expect(svar.status).toBe(200)
  return ms
}

test.runIf(TIDER)('and as soon, as far as a signed-rank test of pairs can tell', { timeout: 60_000 + PAR * 5_000 }, async () => {
  for (let nr = 0; nr < 50; nr++) await take(nr % 2 ? skjult(nr % PAR) : tom(nr % PAR))
  const forskelle: number[] = []
  const alle: number[] = []
  for (let par = 0; par < PAR; par++) {
    const tider: { readonly skjult: number[]; readonly tom: number[] } = { skjult: [], tom: [] }
    for (let nr = 0; nr < MAALINGER; nr++)
      for (const hvem of terning.bland(['skjult', 'tom'] as const))
        tider[hvem].push(await take((hvem === 'skjult' ? skjult : tom)(par)))
    forskelle.push(median(tider.skjult) - median(tider.tom))
    alle.push(median(tider.tom))
  }
  const { z, par } = signedRank(forskelle)
  noterTal(
    `${par} pairs, medians of ${MAALINGER} overviews each in random order: median ${median(alle).toFixed(2)} ms, median difference ${median(forskelle).toFixed(3)} ms, Wilcoxon z ${z.toFixed(2)} (chance: within ±${HOEJST_Z}); machine's load ${loadavg()[0]?.toFixed(1)}`,
  )
  expect(Math.abs(z)).toBeLessThan(HOEJST_Z)
})
