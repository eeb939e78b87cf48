import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { logIndPaaArbejde, type Paaarbejde } from '../byggere/medarbejder.ts'
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
import { KORSBAEK, konfiguration, startWebsted, type Testwebsted } from '../byggere/websted.ts'

/** The review where several do the same at once, and where one does the same to several. */

let sted: Testwebsted
const { leverSag, side, svar } = createScenarie(() => sted)
beforeAll(async () => {
  sted = await startWebsted({ opsaetning: ['27', '28'].map((kle) => konfiguration({ kle, kvalitetskrav: 'alle' })) })
  await withoutPlantede(sted)
})
afterAll(() => sted.close())
beforeEach(() => emptyAlt(sted))

describe('two at once', () => {
  test('two tabs: the second answer is refused, tells who was first, and changes nothing', async () => {
    const sag = await leverSag()
    await judgeAlt(sted)
    const simon = await logIndGennemgaaer(sted, { kle: ['27'], navn: 'Simon Først' })
    const opgave = aaben(await side(simon))
    const [a, b] = await Promise.all([
      svar(simon, { ...opgave, slags: 'godkend' }),
      svar(simon, { ...opgave, slags: 'ret', titel: 'En anden titel' }),
    ])
    expect([a.status, b.status].sort()).toEqual([303, 409])
    const nej = a.status === 409 ? a : b
    expect(nej.tekst).toContain('nåede det først')
    expect(nej.tekst).toContain('Simon Først')
    expect((await opgaverOm(sted, sag.id))[0]?.version).toBe(1)
    expect(await sted.base.asOwner('SELECT 1 FROM titelgennemgang')).toHaveLength(1)
  })

  test('a double submit is one decision', async () => {
    const sag = await leverSag()
    await judgeAlt(sted)
    const simon = await logIndGennemgaaer(sted, { kle: ['27'] })
    const opgave = aaben(await side(simon))
    const koder = await Promise.all(Array.from({ length: 6 }, () => svar(simon, { ...opgave, slags: 'godkend' })))
    expect(koder.filter(({ status }) => status === 303)).toHaveLength(1)
    expect((await opgaverOm(sted, sag.id))[0]).toMatchObject({ version: 1, tilstand: 'godkendt' })
  })

  test('two reviewers are given one each, and who asks for the other’s is told that it is taken', async () => {
    await leverSag({ titel: 'Den ene' })
    await leverSag({ titel: 'Den anden' })
    await judgeAlt(sted)
    const [simon, karen] = [await logIndGennemgaaer(sted, { kle: ['27'] }), await logIndGennemgaaer(sted, { kle: ['27'] })]
    const foerst = aaben(await side(simon))
    const hendes = await side(karen)
    expect(aaben(hendes).opgave).not.toBe(foerst.opgave)
    expect(await side(karen, `?opgave=${foerst.opgave}`)).toContain('En kollega ser på titlen lige nu')
  })

  test('of many who decide many at once none is lost and none is decided twice', async () => {
    const sager = []
    for (let nr = 0; nr < 8; nr++) sager.push(await leverSag())
    await judgeAlt(sted)
    const folk = [await logIndGennemgaaer(sted, {}), await logIndGennemgaaer(sted, {}), await logIndGennemgaaer(sted, {})]
    const clear = async (hvem: Paaarbejde): Promise<number> => {
      let antal = 0
      for (let forsoeg = 0; forsoeg < 40; forsoeg++) {
        const opgave = aaben(await side(hvem))
        if (opgave.opgave === '') return antal
        if ((await svar(hvem, { ...opgave, slags: 'godkend' })).status === 303) antal++
      }
      return antal
    }
    const antal = await Promise.all(folk.map(clear))
    expect(antal.reduce((sum, et) => sum + et, 0)).toBe(8)
    expect(await sted.base.asOwner('SELECT 1 FROM titelgennemgang')).toHaveLength(8)
  })
})

describe('identical titles', () => {
  test('are decided in one step, after their number was shown, within the areas; and taken back in one', async () => {
    const titel = 'Bevilling af hjælp'
    for (const cpr of [BORGER, '6202810013', '6303820015']) await leverSag({ titel, cpr })
    const fremmed = await leverSag({ titel, kle: '28.09.40' })
    await judgeAlt(sted)
    const simon = await logIndGennemgaaer(sted, { kle: ['27'] })
    const foerst = await side(simon)
    expect(foerst).toContain('2 andre venter med præcis samme titel')
    const opgave = aaben(foerst)
    expect(await side(simon, `?opgave=${opgave.opgave}&ens=1`)).toContain('Dit svar gælder alle 3 ens titler.')
    // Another came since: nothing is decided that was not told of.
    const nej = await svar(simon, { ...opgave, slags: 'godkend', ens: '1' })
    expect([nej.status, await sted.base.asOwner('SELECT 1 FROM titelgennemgang')]).toEqual([409, []])
    expect((await svar(simon, { ...opgave, slags: 'godkend', ens: '2' })).status).toBe(303)
    const tilstande = await sted.base.asOwner<{ tilstand: string; n: string }>(
      'SELECT tilstand, count(*) AS n FROM titelopgave GROUP BY 1 ORDER BY 1',
    )
    expect(tilstande).toEqual([
      { tilstand: 'godkendt', n: '3' },
      { tilstand: 'venter', n: '1' },
    ])
    expect((await opgaverOm(sted, fremmed.id))[0]?.tilstand).toBe('venter')
    expect((await svar(simon, { opgave: opgave.opgave, version: '1', slags: 'fortryd' })).status).toBe(303)
    expect(await sted.base.asOwner("SELECT 1 FROM titelopgave WHERE tilstand = 'venter'")).toHaveLength(4)
  })

  test('a colleague cannot take back what another decided; the one responsible for quality can', async () => {
    await leverSag()
    await judgeAlt(sted)
    const simon = await logIndGennemgaaer(sted, { kle: ['27'] })
    const opgave = aaben(await side(simon))
    await svar(simon, { ...opgave, slags: 'godkend' })
    const karen = await logIndGennemgaaer(sted, { kle: ['27'] })
    const fortryd = { opgave: opgave.opgave, version: '1', slags: 'fortryd' }
    expect((await svar(karen, fortryd)).tekst).toContain('Det var en kollega')
    const leder = await logIndPaaArbejde(sted, { cvr: KORSBAEK, roller: ['kvalitetsansvarlig'] })
    expect((await svar(leder, fortryd)).status).toBe(303)
  })
})
