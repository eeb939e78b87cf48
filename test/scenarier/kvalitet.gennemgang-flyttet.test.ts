import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { lavSag, part } from '../byggere/elementer.ts'
import {
  aaben,
  BORGER,
  createScenarie,
  emptyAlt,
  judgeAlt,
  logIndGennemgaaer,
  opgaverOm,
  withoutPlantede,
} from '../byggere/titelopgaver.ts'
import { konfiguration, startWebsted, type Testwebsted } from '../byggere/websted.ts'

/** A title that was approved or corrected for one person, and whose case is then moved to another. */

let sted: Testwebsted
beforeAll(async () => {
  sted = await startWebsted({ opsaetning: [konfiguration({ kle: '27', kvalitetskrav: 'alle' })] })
  await withoutPlantede(sted)
})
afterAll(() => sted.close())
beforeEach(() => emptyAlt(sted))

const { leverSag, side, svar, borgerSer } = createScenarie(() => sted)
const ANDEN = '6512700017'

const flyt = async (id: string, titel: string, cpr: string): Promise<void> => {
  await sted.lever('a', [lavSag({ id, titel, tid: '2026-03-01T10:00:00.000Z', parter: [part('Primær part', cpr)] })])
  await judgeAlt(sted)
}

test.each([{ slags: 'godkend' }, { slags: 'ret', titel: 'Hjælp til hende selv' }])(
  'what was decided for the first ($slags) is shown to nobody else, and waits for a new look',
  async (beslutning) => {
    const sag = await leverSag()
    await judgeAlt(sted)
    const simon = await logIndGennemgaaer(sted, { kle: ['27'] })
    expect((await svar(simon, { ...aaben(await side(simon)), ...beslutning })).status).toBe(303)
    const vist = beslutning.titel ?? sag.titel
    expect(await borgerSer()).toContain(vist)
    await flyt(sag.id, sag.titel, ANDEN)
    const hos = await borgerSer(ANDEN)
    expect(hos).toContain(sag.id)
    expect(hos).not.toContain(vist)
    expect(hos).not.toContain(sag.titel)
    expect(await opgaverOm(sted, sag.id)).toMatchObject([{ tilstand: 'venter', titel: null }])
    expect((await svar(simon, { ...aaben(await side(simon)), slags: 'godkend' })).status).toBe(303)
    expect(await borgerSer(ANDEN)).toContain(sag.titel)
  },
)

test('an approval that was on its way when the case was moved is refused: it was read as the first one’s', async () => {
  const sag = await leverSag()
  await judgeAlt(sted)
  const simon = await logIndGennemgaaer(sted, { kle: ['27'] })
  const foer = aaben(await side(simon))
  await flyt(sag.id, sag.titel, ANDEN)
  expect((await svar(simon, { ...foer, slags: 'godkend' })).status).toBe(409)
  expect(await borgerSer(ANDEN)).not.toContain(sag.titel)
})

test('an approved title does not show a case that is found to lie wrong afterwards; somebody must look at it', async () => {
  const sag = await leverSag()
  await judgeAlt(sted)
  const simon = await logIndGennemgaaer(sted, { kle: ['27'] })
  expect((await svar(simon, { ...aaben(await side(simon)), slags: 'godkend' })).status).toBe(303)
  await sted.base.asOwner(
    `UPDATE titelvurdering SET vurderinger = jsonb_set(vurderinger, '{0,tilbageholdt}', 'true') WHERE item_id = $1`,
    [sag.id],
  )
  expect(await borgerSer()).not.toContain(sag.id)
  await sted.base.asOwner("UPDATE gennemgangsmaerke SET opsaetning = ''")
  await judgeAlt(sted)
  expect(await opgaverOm(sted, sag.id)).toMatchObject([{ tilstand: 'venter', tilbageholdt: true }])
  expect((await svar(simon, { ...aaben(await side(simon)), slags: 'frigiv' })).status).toBe(303)
  expect(await borgerSer()).toContain(sag.id)
})

test('the same person’s next delivery of the same title changes nothing of what was decided', async () => {
  const sag = await leverSag()
  await judgeAlt(sted)
  const simon = await logIndGennemgaaer(sted, { kle: ['27'] })
  await svar(simon, { ...aaben(await side(simon)), slags: 'godkend' })
  await flyt(sag.id, sag.titel, BORGER)
  expect(await borgerSer()).toContain(sag.titel)
  expect(await opgaverOm(sted, sag.id)).toMatchObject([{ tilstand: 'godkendt', version: 1 }])
})
