import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newUuid, type Uuid } from '#kernel'
import { lavDokument, lavSag, part, tilakteret } from '../byggere/elementer.ts'
import { allThree, EGNE_SIDER } from '../byggere/gennemgang.ts'
import type { Browser } from '../byggere/klient.ts'
import { GENNEMGANG, judgeAlt, logIndGennemgaaer, opgaverOm, withoutPlantede } from '../byggere/titelopgaver.ts'
import { KORSBAEK, konfiguration, startWebsted, type Testwebsted } from '../byggere/websted.ts'

/** What lies at the wrong citizen is seen by nobody until somebody has looked. */

/** Fictive: day + 60. Nobody has the last one. */
const [ULLA, PETER, INGEN] = ['6101800011', '6512700017', '6612700019']
const KANARIE = 'zqvildfaren'
const TID = '2026-11-20T08:00:00.000Z'

let sted: Testwebsted
let ulla: Browser
let peter: Browser
beforeAll(async () => {
  sted = await startWebsted({ opsaetning: [konfiguration({ kommune: KORSBAEK, kle: '27' })] })
  await withoutPlantede(sted)
  ulla = await sted.logInd(ULLA, 'Ulla Lindqvist')
  peter = await sted.logInd(PETER, 'Peter Hansen')
})
afterAll(() => sted.close())

const FOLK: Readonly<Record<string, string>> = { [ULLA]: 'Ulla Lindqvist', [PETER]: 'Peter Hansen' }
const primaer = (cpr: string) => part('Primær part', cpr, FOLK[cpr])

type Post = ReturnType<typeof tilakteret>
/** A case of somebody's with papers on it. */
async function leverSag(
  hvis: string,
  dokumenter: readonly Uuid[],
  {
    id = newUuid(),
    tid = TID,
    paa,
    parter = [primaer(hvis)],
  }: Partial<{ id: Uuid; tid: string; paa: string; parter: ReturnType<typeof part>[] }> = {},
): Promise<Uuid> {
  const poster = dokumenter.map((dokument, nr) => ({
    ...tilakteret(dokument, tid),
    indeks: String(nr),
    ...(paa === undefined ? {} : { journalpostEgenskaber: { dokumenttitel: paa } }),
  })) as Post[]
  await sted.lever('a', [lavSag({ id, tid, parter, titel: 'Hjælp i hjemmet' }, { journalposter: poster })])
  return id
}

async function leverBrev(titel: string, id: Uuid = newUuid()): Promise<Uuid> {
  await sted.lever('a', [lavDokument({ id, titel, tid: TID })])
  return id
}

const walk = async (browser: Browser): Promise<string> => {
  const svar = []
  for (const sti of EGNE_SIDER.flatMap(allThree)) svar.push(await browser.get(sti))
  expect(svar.map(({ status }) => status)).toEqual(svar.map(() => 200))
  return svar.map(({ tekst }) => tekst).join('\n')
}
const sees = async (browser: Browser, brev: Uuid): Promise<boolean> => (await walk(browser)).includes(brev)

/** A reviewer looks at the paper and says that it lies where it should. */
async function release(brev: Uuid): Promise<void> {
  const simon = await logIndGennemgaaer(sted, { kle: ['27'] })
  const ventende = (await opgaverOm(sted, brev)).filter(({ tilbageholdt }) => tilbageholdt)
  expect(ventende.length).toBeGreaterThan(0)
  for (const { opgave_id } of ventende) {
    const side = (await simon.browser.get(`${GENNEMGANG}?opgave=${opgave_id}`)).tekst
    const version = /name="version" value="(\d+)"/.exec(side)?.[1] ?? ''
    const svar = await simon.post(`${GENNEMGANG}/afgoer`, { opgave: opgave_id, version, slags: 'frigiv' })
    expect(svar.status).toBe(303)
  }
}

describe('a number in a title, which intake takes out', () => {
  test('another’s keeps the paper from whoever’s case it lies on, before and after it is judged, until it is released', async () => {
    const brev = await leverBrev(`${KANARIE} afgørelse til 610180-0011`)
    await leverSag(PETER, [brev])
    expect(await sees(peter, brev)).toBe(false)
    await judgeAlt(sted)
    expect(await walk(peter)).not.toContain(KANARIE)
    expect(await sees(peter, brev)).toBe(false)
    expect(await sees(ulla, brev)).toBe(false)
    expect(await opgaverOm(sted, brev)).toMatchObject([{ tilbageholdt: true, grund: 'fund', tilstand: 'venter' }])
    await release(brev)
    expect(await sees(peter, brev)).toBe(true)
    expect(await sees(ulla, brev)).toBe(false)
    await judgeAlt(sted)
    expect(await sees(peter, brev)).toBe(true)
    expect(await walk(peter)).not.toContain(KANARIE)
  })

  test('one’s own waits until it is judged, and is there then', async () => {
    const brev = await leverBrev('Afgørelse til 651270-0017')
    await leverSag(PETER, [brev])
    expect(await sees(peter, brev)).toBe(false)
    await judgeAlt(sted)
    expect(await sees(peter, brev)).toBe(true)
    expect(await walk(peter)).not.toContain('651270')
  })

  test.each([
    ['that nobody has', `${KANARIE} om ${INGEN}`, undefined],
    ['in the words of the case', 'Et brev', `${KANARIE} om 610180-0011`],
    ['beside one’s own', `${KANARIE} om 651270-0017 og 610180-0011`, undefined],
  ])('one %s holds it back too', async (_, titel, paa) => {
    const brev = await leverBrev(titel)
    await leverSag(PETER, [brev], paa === undefined ? {} : { paa })
    await judgeAlt(sted)
    expect(await sees(peter, brev)).toBe(false)
    await release(brev)
    expect(await sees(peter, brev)).toBe(true)
  })

  test('it is kept nowhere: neither what is known of titles nor the queue holds one', async () => {
    const raekker = await sted.base.asOwner(
      'SELECT to_jsonb(t)::text AS alt FROM titelvurdering t UNION ALL SELECT to_jsonb(o)::text FROM titelopgave o',
    )
    expect(raekker.length).toBeGreaterThan(0)
    expect(JSON.stringify(raekker)).not.toMatch(/610180|651270|661270/)
  })
})

describe('a paper on cases of different people', () => {
  test('is seen by neither until it is released, then by both', async () => {
    const brev = await leverBrev('Et fælles brev')
    await leverSag(ULLA, [brev])
    await judgeAlt(sted)
    expect(await sees(ulla, brev)).toBe(true)
    await leverSag(PETER, [brev])
    await judgeAlt(sted)
    expect([await sees(ulla, brev), await sees(peter, brev)]).toEqual([false, false])
    expect(await opgaverOm(sted, brev)).toMatchObject([
      { tilbageholdt: true, fund: expect.arrayContaining(['FORSKELLIGE_PARTER']) },
    ])
    await release(brev)
    expect([await sees(ulla, brev), await sees(peter, brev)]).toEqual([true, true])
    await judgeAlt(sted)
    expect([await sees(ulla, brev), await sees(peter, brev)]).toEqual([true, true])
  })

  const SENERE = '2026-11-21T08:00:00.000Z'
  const sekundaer = (cpr: string) => part('Sekundær part', cpr, FOLK[cpr])

  test.each([
    ['lets go of it', false, [primaer(PETER)]],
    ['is moved to the same person', true, [primaer(ULLA)]],
    ['gets the same person as its primary part, who was on it before', true, [primaer(ULLA), sekundaer(PETER)]],
  ])('is seen again when the wrong case %s', async (_, bliver, parter) => {
    const brev = await leverBrev('Et brev, der flyttes')
    await leverSag(ULLA, [brev])
    const peters = await leverSag(PETER, [brev], { parter: [primaer(PETER), sekundaer(ULLA)] })
    expect(await sees(ulla, brev)).toBe(false)
    await judgeAlt(sted)
    expect([await sees(ulla, brev), await sees(peter, brev)]).toEqual([false, false])
    await leverSag(PETER, bliver ? [brev] : [], { id: peters, tid: SENERE, parter })
    await judgeAlt(sted)
    expect(await sees(ulla, brev)).toBe(true)
  })

  test('one whose role on the case becomes another keeps it from the others, though nobody has got or lost anything', async () => {
    const brev = await leverBrev('Et brev til to')
    await leverSag(ULLA, [brev])
    const faelles = await leverSag(ULLA, [brev], { parter: [primaer(ULLA), sekundaer(PETER)] })
    await judgeAlt(sted)
    expect(await sees(ulla, brev)).toBe(true)
    await leverSag(ULLA, [brev], { id: faelles, tid: SENERE, parter: [primaer(PETER), sekundaer(ULLA)] })
    await judgeAlt(sted)
    expect([await sees(ulla, brev), await sees(peter, brev)]).toEqual([false, false])
  })
})

test('the same twice, a number that does not fit and a day outside the case are told to the reviewer, and hold nothing back', async () => {
  const [et, to] = [await leverBrev('Ansøgning om byggetilladelse'), await leverBrev(' ansøgning om  Byggetilladelse')]
  const gammelt = newUuid()
  await sted.lever('a', [lavDokument({ id: gammelt, titel: 'Et gammelt brev', tid: '2020-01-05T08:00:00.000Z' })])
  await leverSag(ULLA, [et, to, gammelt])
  await judgeAlt(sted)
  for (const brev of [et, to, gammelt]) expect(await sees(ulla, brev)).toBe(true)
  for (const brev of [et, to])
    expect(await opgaverOm(sted, brev)).toMatchObject([
      { tilbageholdt: false, fund: expect.arrayContaining(['DUBLET', 'KLE_PASSER_IKKE']) },
    ])
  expect(await opgaverOm(sted, gammelt)).toMatchObject([{ tilbageholdt: false, fund: ['DATO_UDEN_FOR_SAGEN'] }])
})
