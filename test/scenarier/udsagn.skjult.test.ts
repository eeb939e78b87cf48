import { afterAll, beforeAll, expect, test } from 'vitest'
import { newUuid } from '#kernel'
import { REGELVERSION } from '#kvalitet/titeltjek'
import { tekstHash, titlerAf } from '#kvalitet/vurdering'
import type { ElementKilde } from '#modtagelse'
import type { OverblikRaekke } from '#overblik'
import { stopVisning } from '#visning'
import {
  lavAftale,
  lavBevilling,
  lavDokument,
  lavEffektuering,
  lavNotat,
  lavSag,
  part,
  primaerKlasse,
  TID,
  tilakteret,
  UNDTAGET,
  ydelsesmodtager,
} from '../byggere/elementer.ts'
import { allThree, EGNE_SIDER } from '../byggere/gennemgang.ts'
import { idOf } from '../byggere/kanarieverden.ts'
import type { Browser, Svar } from '../byggere/klient.ts'
import { createUr, forvent, tilslut } from '../byggere/tilslutning.ts'
import { BROBYSKOV, KILDER, type Kildenavn, KORSBAEK, konfiguration, startWebsted, type Testwebsted } from '../byggere/websted.ts'

/** Fictive: day + 60. */
const cprOf = (nr: number) => `61${String(1 + (nr % 12)).padStart(2, '0')}${60 + nr}2${String(100 + nr)}`
const NABO = cprOf(30)
const ur = createUr('2026-11-22T09:30:00Z')

const AABNE = [KORSBAEK, BROBYSKOV].flatMap((kommune) =>
  ['02', '15', '27', '28', '32']
    .map((kle) => konfiguration({ kommune, kle }))
    .concat([
      konfiguration({ kommune, kle: '29', fagsystemfilter: [KILDER.b.id] }),
      konfiguration({ kommune, kle: '05', karantaene: true }),
      konfiguration({ kommune, kle: '09', visDokumenttitler: false, visJournalnotater: false }),
    ]),
)

type Ting = readonly ElementKilde[]
/** Things that a person has and may not see, by why. `id` makes ids of the person's own. */
type Skjul = (cpr: string, id: (navn: string) => string) => Ting
const egen = (cpr: string) => [part('Primær part', cpr)]
const sagMedAlt = (
  cpr: string,
  id: (navn: string) => string,
  kle: string,
  mere: Partial<Extract<ElementKilde, { art: 'sag' }>> = {},
  tid = TID,
): Ting => [
  lavSag({ id: id('sag'), parter: egen(cpr), kle, tid }, { journalposter: [tilakteret(id('dokument'), tid)], ...mere }),
  lavDokument({ id: id('dokument'), kle, tid }),
  lavNotat({ id: id('notat'), sag: id('sag'), tid }),
  lavAftale(
    { id: id('aftale'), sag: id('sag'), parter: egen(cpr), kle, tid },
    mere.sagsklasser ? { klasser: [primaerKlasse(kle)] } : {},
  ),
]

const SKJULTE: readonly (readonly [grund: string, skjul: Skjul, kilde?: Kildenavn])[] = [
  [
    'sekundær part',
    (cpr, id) => sagMedAlt(NABO, id, '27.36.04', { sagsparter: [part('Primær part', NABO), part('Sekundær part', cpr)] }),
  ],
  [
    'ydelsesmodtager of a case that is another’s',
    (cpr, id) => [lavSag({ id: id('sag'), parter: [part('Primær part', NABO), part('Ydelsesmodtager', cpr)] })],
  ],
  [
    'effektueringsmodtager of another’s grant',
    (cpr, id) => [
      lavBevilling({ id: id('bevilling'), parter: ydelsesmodtager(NABO) }),
      lavEffektuering({ id: id('effektuering'), modtager: cpr, bevillinger: [id('bevilling')] }),
    ],
  ],
  [
    'Visningsklasse on the case',
    (cpr, id) =>
      sagMedAlt(cpr, id, '27.36.04', {
        sagsklasser: [primaerKlasse('27.36.04'), { rolle: 'Handlingsklasse', brugervendtNoegle: 'G01' }, UNDTAGET],
      }).filter(({ art }) => art !== 'aftale'),
  ],
  [
    'an unknown Visningsklasse',
    (cpr, id) =>
      sagMedAlt(cpr, id, '27.36.04', {
        sagsklasser: [
          primaerKlasse('27.36.04'),
          { rolle: 'Handlingsklasse', brugervendtNoegle: 'G01' },
          { rolle: 'Visningsklasse', brugervendtNoegle: 'Noget helt andet', referenceId: '00000000-0000-4000-8000-00000000f001' },
        ],
      }).filter(({ art }) => art !== 'aftale'),
  ],
  ['a number that is always closed', (cpr, id) => sagMedAlt(cpr, id, '27.66.04')],
  ['a number that the kommune has not opened', (cpr, id) => sagMedAlt(cpr, id, '17.35.04')],
  [
    'from before the fradato',
    (cpr, id) => sagMedAlt(cpr, id, '27.36.04', {}, '2015-03-01T08:00:00.000Z').filter(({ art }) => art !== 'aftale'),
  ],
  ['a fagsystem that the kommune has not chosen', (cpr, id) => sagMedAlt(cpr, id, '29.21.04')],
  [
    'a grant in quarantine',
    (cpr, id) => [
      lavBevilling({ id: id('bevilling'), parter: ydelsesmodtager(cpr), kle: '05.09.04', tid: '2026-11-21T08:00:00.000Z' }),
      lavEffektuering({ id: id('effektuering'), modtager: cpr, bevillinger: [id('bevilling')], tid: '2026-11-21T09:00:00.000Z' }),
    ],
  ],
  [
    'a paper on no case that is shown',
    (cpr, id) => [lavDokument({ id: id('dokument'), kle: '17.35.04', parter: [part('Parter', cpr)] })],
  ],
  ['an emergency stop', (cpr, id) => sagMedAlt(cpr, id, '27.36.04').filter(({ art }) => art !== 'aftale')],
  ['a title that says it may be filed on the wrong person', (cpr, id) => sagMedAlt(cpr, id, '27.36.04')],
  [
    'all of it at once',
    (cpr, id) => [
      ...sagMedAlt(cpr, (navn) => id(`a${navn}`), '27.66.04'),
      ...sagMedAlt(cpr, (navn) => id(`b${navn}`), '17.35.04'),
    ],
  ],
]

const TOM = cprOf(0)
const OGSAA_TOM = cprOf(20)
const ALLE = [TOM, OGSAA_TOM, ...SKJULTE.map((_, i) => cprOf(i + 1))]
let sted: Testwebsted
const browsere = new Map<string, Browser>()
const nrFor = (hvorfor: string): number => SKJULTE.findIndex(([grund]) => grund === hvorfor) + 1

/** Stops the person's case, and with it what stands on it. */
async function stop(nr: number): Promise<void> {
  const valg = {
    kommune: KORSBAEK,
    slags: 'ting',
    vaerdi: idFor(nr)('sag'),
    begrundelse: 'Sagen ligger på en forkert borger',
  } as const
  const svar = await stopVisning(sted.system, valg, { id: newUuid(), navn: 'Prøve Medarbejder' })
  expect(svar.ok).toBe(true)
}

/** As the worker does where a check says that an item may lie at the wrong person. */
async function holdBack(nr: number): Promise<void> {
  const fund = { udfald: 'blokeret', tilbageholdt: true, gennemgang: 'ingen', fund: ['FREMMED_NAVN_PAA_SAGEN'] }
  const raekker = await sted.base.asOwner<OverblikRaekke>('SELECT * FROM overblik WHERE part_id = $1', [
    await sted.part(cprOf(nr)),
  ])
  expect(raekker.length).toBe(4)
  for (const { part_id, item_id, kommune, kle, data } of raekker)
    await sted.base.asOwner(
      'INSERT INTO titelvurdering (part_id, item_id, kommune, kle, regelversion, vurderinger) VALUES ($1, $2, $3, $4, $5, $6)',
      [
        part_id,
        item_id,
        kommune,
        kle,
        REGELVERSION,
        JSON.stringify(titlerAf(data).map((titel) => ({ hash: tekstHash(titel), ...fund }))),
      ],
    )
}

const idFor = (nr: number) => (navn: string) => idOf(2000 + nr, navn)

beforeAll(async () => {
  sted = await startWebsted({ clock: ur, opsaetning: AABNE })
  // The visit before: what has come since would be new.
  for (const cpr of ALLE) await sted.logInd(cpr, 'Prøve Person')
  ur.frem(3_600_000)
  for (const [i, [, skjul, kilde = 'a']] of SKJULTE.entries()) await sted.lever(kilde, skjul(cprOf(i + 1), idFor(i + 1)))
  await stop(nrFor('an emergency stop'))
  await holdBack(nrFor('a title that says it may be filed on the wrong person'))
  await forvent(sted, ['esdh'])
  await tilslut(sted, 'a')
  for (const cpr of ALLE) browsere.set(cpr, await sted.logInd(cpr, 'Prøve Person'))
})
afterAll(() => sted.close())

/**
 * What differs between any two visits by the same person too, and is therefore taken out, and nothing else: the second that the server
 * wrote in Date; how many requests this minute still has; the database's own time of a look-up on the page of look-ups; and in an address
 * that names an item, the id, which the visitor wrote.
 */
const FLYGTIGE_HEADERE = ['date', 'x-ratelimit-remaining', 'x-ratelimit-reset']
function bytesUdenDetFlygtige(svar: Svar, ider: readonly string[]): string {
  const headere: string[] = []
  for (let i = 0; i < svar.raaHeadere.length; i += 2)
    if (!FLYGTIGE_HEADERE.includes((svar.raaHeadere[i] ?? '').toLowerCase()))
      headere.push(`${svar.raaHeadere[i]}: ${svar.raaHeadere[i + 1]}`)
  let tekst = `${svar.status}\n${headere.join('\n')}\n\n${svar.tekst}`
  for (const id of ider) tekst = tekst.replaceAll(id, '<id>')
  return svar.sti.includes('/hvem-har-set')
    ? tekst.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z|(kl\.|at) \d{1,2}[.:]\d\d/g, '<tid>')
    : tekst
}

const NAVNE = ['sag', 'dokument', 'notat', 'bevilling', 'effektuering', 'aftale', 'asag', 'bnotat']
const SIDER = [
  ...EGNE_SIDER.filter((sti) => sti !== '/hvem-har-set'),
  '/sager?soeg=sag',
  '/sager?omraade=hjaelp-pleje-og-handicap&status=aabne',
  '/sager?side=2',
  '/ydelser?aar=2026',
].flatMap(allThree)

async function walk(cpr: string, id: (navn: string) => string): Promise<string[]> {
  const browser = browsere.get(cpr) as Browser
  const alt: string[] = []
  for (const sti of SIDER) alt.push(bytesUdenDetFlygtige(await browser.get(sti), []))
  for (const navn of NAVNE)
    for (const sti of [`/sager/${id(navn)}`, `/notater/${id(navn)}`].flatMap(allThree))
      alt.push(bytesUdenDetFlygtige(await browser.get(sti), [id(navn)]))
  for (const part of ['', '00000000-0000-4000-8000-000000000001'])
    alt.push(bytesUdenDetFlygtige(await browser.post('/se-for', { part }), []))
  for (const sti of allThree('/hvem-har-set')) alt.push(bytesUdenDetFlygtige(await browser.get(sti), []))
  return alt
}

let tomme: string[]
test('one with nothing is told, in every kind, that there is nothing: all is connected and counted', async () => {
  tomme = await walk(TOM, idFor(0))
  expect(tomme.join('')).toContain('Der er ingen sager, som kan vises her.')
  expect(tomme.join('')).toContain('There are no payments that can be shown here.')
  expect(await walk(OGSAA_TOM, idFor(20))).toEqual(tomme)
})

test.each(SKJULTE.map(([grund], i) => [grund, i + 1] as const))(
  'one who has only what is hidden because of %s gets the same bytes as one with nothing',
  async (_, nr) => {
    const set = await walk(cprOf(nr), idFor(nr))
    expect(set.length).toBeGreaterThan(80)
    for (const [i, svar] of set.entries()) expect(svar).toBe(tomme[i])
  },
)

test('the items are there: with the protection off each of these persons would see something', async () => {
  const [svar] = await sted.base.asOwner<{ parter: number }>('SELECT count(DISTINCT part_id)::int AS parter FROM overblik')
  const uden = SKJULTE.filter(([grund]) => grund.startsWith('effektueringsmodtager')).length
  // And the neighbour, whose items some of them are.
  expect(svar?.parter).toBe(SKJULTE.length - uden + 1)
})
