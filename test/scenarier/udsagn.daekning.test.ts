import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { ElementKilde } from '#modtagelse'
import { ord } from '../../src/overblik/web/texts/index.ts'
import { lavSag, part } from '../byggere/elementer.ts'
import { allThree, EGNE_SIDER } from '../byggere/gennemgang.ts'
import type { Browser } from '../byggere/klient.ts'
import { afstem, bevisKilde, createUr, forvent, tilslut } from '../byggere/tilslutning.ts'
import { BROBYSKOV, KILDER, KORSBAEK, startWebsted, type Testwebsted } from '../byggere/websted.ts'

const TOM = '6101722101'
const ANDEN = '6102722102'
const ur = createUr('2026-11-22T09:30:00Z')
let sted: Testwebsted
let browser: Browser
const SIDER = EGNE_SIDER.flatMap(allThree)

/** Every sentence by which a page says that there is nothing. */
const INTET = (['da', 'en'] as const).flatMap((sprog) => Object.values(ord(sprog).arter).map(({ intet }) => intet))

type Felt = {
  readonly kommune: { readonly cvr: string }
  readonly omraade: string
  readonly art: string
  readonly udsagn: string
  readonly forbehold: readonly string[]
}
const felter = async (): Promise<Felt[]> => {
  const svar = await browser.get('/api/v1/mig/hvad-kan-jeg-se')
  return (JSON.parse(svar.tekst) as { daekning: Felt[] }).daekning
}
const noegle = ({ kommune, omraade, art }: Felt): string => `${kommune.cvr} ${omraade} ${art}`
/** Fields for which it is said that there is nothing. */
const intet = async (): Promise<Set<string>> => new Set((await felter()).filter(({ udsagn }) => udsagn === 'intet').map(noegle))

/** The sentences that any page says, with the page. */
async function findSaetninger(): Promise<string[]> {
  const fundet: string[] = []
  for (const sti of SIDER) {
    const svar = await browser.get(sti)
    expect([200, 503]).toContain(svar.status)
    for (const saetning of INTET) if (svar.tekst.includes(saetning)) fundet.push(`${sti}: ${saetning}`)
    if (sti.startsWith('/api') && svar.tekst.includes('"udsagn":"intet"')) fundet.push(`${sti}: intet`)
  }
  return fundet
}

/** Half a minute passes, so that what is remembered of coverage is read anew. */
async function laterOn(): Promise<void> {
  ur.frem(31_000)
  await sted.system.daekning.refresh().catch(() => undefined)
}

const sag = (id: string, kle = '27.36.04', kommune: string = KORSBAEK) =>
  lavSag({ id, parter: [part('Primær part', ANDEN)], kle, kommune })
const SAG = 'd0000000-0000-4000-8000-000000000001'
let alle: Set<string>

beforeAll(async () => {
  sted = await startWebsted({ clock: ur })
})
afterAll(() => sted.close())
beforeEach(async () => {
  browser = await sted.logInd(TOM)
})

test('where nobody has said which systems there are, and none is connected, no page says that there is nothing', async () => {
  expect(await findSaetninger()).toEqual([])
})

test('a system that delivers, and that nobody has reconciled or said to be all there is, lets no page say so either', async () => {
  await sted.lever('a', [sag(SAG)])
  await laterOn()
  expect(await findSaetninger()).toEqual([])
})

test('when every kind of system is known, connected and counted, it is said, in all open areas', async () => {
  await forvent(sted, ['esdh'])
  await tilslut(sted, 'a')
  alle = await intet()
  expect(alle.size).toBeGreaterThan(60)
  expect((await findSaetninger()).length).toBeGreaterThan(20)
})

test('a kind of system that is expected and not connected takes it away everywhere', async () => {
  await forvent(sted, ['esdh', 'eoj'])
  await laterOn()
  expect(await findSaetninger()).toEqual([])
  await forvent(sted, ['esdh'])
  await laterOn()
  expect(await intet()).toEqual(alle)
})

/** Refused lines about cases may be about all that stands on them. */
type Linje = readonly [hvad: string, linje: unknown, rammer: (noegle: string) => boolean]
const UDEN_TITEL = { egenskaber: [{ virkning: { fra: '2026-01-05T08:00:00.000Z' }, sagsnummer: 'S' }] }
/** A refused case's own field and all that stands on it; grants, payments and appointments have areas of their own. */
const paaSag =
  (kommune: string, omraade: string) =>
  (n: string): boolean =>
    n.startsWith(kommune) && (n.includes(` ${omraade} `) || / (bevilling|oekonomiskEffektuering|aftale)$/.test(n))
const LINJER: readonly Linje[] = [
  [
    'a case of Korsbæk’s about care',
    { ...sag('d0000000-0000-4000-8000-000000000002'), ...UDEN_TITEL },
    paaSag(KORSBAEK, 'hjaelp-pleje-og-handicap'),
  ],
  [
    'a case of Brobyskov’s about work',
    { ...sag('d0000000-0000-4000-8000-000000000003', '15.20.04', BROBYSKOV), ...UDEN_TITEL },
    paaSag(BROBYSKOV, 'arbejde-og-forsoergelse'),
  ],
  [
    'a case of Korsbæk’s without a number',
    { ...sag('d0000000-0000-4000-8000-000000000004'), sagsklasser: [] },
    (n) => n.startsWith(KORSBAEK),
  ],
  [
    'a case without an owner',
    { ...sag('d0000000-0000-4000-8000-000000000005'), sagsaktoerer: [] },
    paaSag('', 'hjaelp-pleje-og-handicap'),
  ],
  [
    'a change of that case, which says nothing of where it belongs',
    { operation: 'opdater', art: 'sag', id: SAG, tidspunkt: '2026-02-01T08:00:00Z', egenskaber: [{ virkning: {}, titel: 'x' }] },
    paaSag(KORSBAEK, 'hjaelp-pleje-og-handicap'),
  ],
  [
    'a deletion of that case at a time that is none',
    { operation: 'fjern', art: 'sag', id: SAG, tidspunkt: 'i går' },
    paaSag(KORSBAEK, 'hjaelp-pleje-og-handicap'),
  ],
  [
    'a change of a case that is not there',
    {
      operation: 'opdater',
      art: 'sag',
      id: 'd0000000-0000-4000-8000-000000000009',
      tidspunkt: '2026-02-01T08:00:00Z',
      egenskaber: [{ virkning: { fra: '2026-02-01T08:00:00Z' }, titel: 'x' }],
    },
    () => true,
  ],
  ['something of no known kind', { art: 'noget', id: 'd0000000-0000-4000-8000-000000000006' }, () => true],
]
test.each(LINJER)(
  'a refused line silences all that it may be about, and nothing else, until it is settled: %s',
  async (_, linje, rammer) => {
    const [kvittering] = await sted.lever('a', [linje as ElementKilde], { afvises: true })
    expect(kvittering?.udfald).toBe('afvist')
    // It breaks what was proved; what the source then confirms of the rest is proved again.
    await laterOn()
    expect((await intet()).size).toBeLessThan(alle.size)
    await bevisKilde(sted.system.db, KILDER.a, ur.now())
    await laterOn()
    expect(await intet()).toEqual(new Set([...alle].filter((n) => !rammer(n))))
    const ramte = (await felter()).filter((felt) => alle.has(noegle(felt)) && rammer(noegle(felt)))
    expect(ramte.every(({ udsagn, forbehold }) => udsagn === 'ikkeSet' && forbehold.includes('afviste'))).toBe(true)
    expect(ramte.length).toBeGreaterThan(0)
    await sted.base.asOwner('UPDATE afvisning SET afgjort = now()')
    await laterOn()
    expect(await intet()).toEqual(alle)
  },
)

test('the same object accepted settles the refusal', async () => {
  const id = 'd0000000-0000-4000-8000-000000000007'
  await sted.lever('a', [{ ...sag(id), ...UDEN_TITEL } as ElementKilde], { afvises: true })
  await bevisKilde(sted.system.db, KILDER.a, ur.now())
  await laterOn()
  expect(await intet()).toEqual(new Set([...alle].filter((n) => !paaSag(KORSBAEK, 'hjaelp-pleje-og-handicap')(n))))
  await sted.lever('a', [sag(id)])
  await afstem(sted, 'a')
  await laterOn()
  expect(await intet()).toEqual(alle)
})

test('what one sees is never counted as nothing, and takes nothing away from others', async () => {
  const anden = await sted.logInd(ANDEN)
  const svar = JSON.parse((await anden.get('/api/v1/mig/hvad-kan-jeg-se')).tekst) as { daekning: Felt[] }
  const egne = svar.daekning.filter(({ udsagn }) => udsagn === 'vist').map(noegle)
  expect(egne).toEqual([`${KORSBAEK} hjaelp-pleje-og-handicap sag`])
})

test('a count that does not agree, a source that is late, one that is blocked, and data that do not reach back: none says nothing', async () => {
  const maader: readonly (readonly [luk: string, aabn: string])[] = [
    ["UPDATE daekning SET afstemt = NULL WHERE livsomraade <> ''", `UPDATE daekning SET afstemt = '${ur.now()}'`],
    [
      "UPDATE daekning SET seneste_levering = '2026-01-01', afstemt = '2026-11-01'; UPDATE bevis SET bevist_modtaget = '2026-11-01' WHERE NOT brudt",
      `UPDATE daekning SET seneste_levering = '${ur.now()}', afstemt = '${ur.now()}'; UPDATE bevis SET bevist_modtaget = '${ur.now()}' WHERE NOT brudt`,
    ],
    ["UPDATE daekning SET data_fra = '2023-01-01'", "UPDATE daekning SET data_fra = '2016-01-01'"],
    ['UPDATE daekning SET data_fra = NULL', "UPDATE daekning SET data_fra = '2016-01-01'"],
    ['UPDATE kilde SET spaerret = now()', 'UPDATE kilde SET spaerret = NULL'],
  ]
  for (const [luk, aabn] of maader) {
    await sted.base.asOwner(luk)
    await sted.system.kilder.setSpaerret(KILDER.b.id, undefined)
    await laterOn()
    expect({ luk, sagt: await findSaetninger() }).toEqual({ luk, sagt: [] })
    await sted.base.asOwner(aabn)
    await sted.system.kilder.setSpaerret(KILDER.b.id, undefined)
    await laterOn()
    expect(await intet()).toEqual(alle)
  }
})

test.each(['daekning', 'forventning', 'afvisning', 'kilde', 'kle_konfiguration'])(
  'when %s cannot be read any more, nothing is said to be none; when it can, it is',
  async (tabel) => {
    await sted.base.asOwner(`ALTER TABLE ${tabel} RENAME TO vaek`)
    ur.frem(31_000)
    try {
      expect(await findSaetninger()).toEqual([])
    } finally {
      await sted.base.asOwner(`ALTER TABLE vaek RENAME TO ${tabel}`)
    }
    await laterOn()
    expect(await intet()).toEqual(alle)
  },
)
