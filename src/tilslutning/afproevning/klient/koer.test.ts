import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CprNummer, newUuid } from '#kernel'
import { KILDER, KORSBAEK, startWebsted, type Testwebsted, udviklingsnoegle } from '../../../../test/byggere/websted.ts'
import { laesSager } from '../laes-sager.ts'
import { koerSager } from './koer.ts'
import type { Endepunkt, Sagsresultat } from './koer-sag.ts'
import { laesVisning } from './visning-klient.ts'

let sted: Testwebsted
beforeAll(async () => {
  sted = await startWebsted({ logniveau: 'silent' })
})
afterAll(() => sted.close())

/** The site as a vendor meets it: by HTTP alone, with the citizen's own API for what is seen. */
const endepunkt = (): Endepunkt => ({
  origin: sted.origin,
  restSti: '/api/v1/leverancer',
  soapSti: '/soap/sagdokumentindeks/6',
  ydelseSti: '/soap/ydelseindeks/6',
  legitimation: async () => ({ 'x-borgerblikket-udviklingsnoegle': udviklingsnoegle('a') }),
  visning: async (cpr: CprNummer) => {
    const browser = await sted.logInd(cpr)
    return laesVisning(async (sti) => {
      const svar = await browser.get(sti)
      if (svar.status !== 200) throw new Error(`${sti} answered ${svar.status}`)
      return JSON.parse(svar.tekst)
    })
  },
})

const nyKoersel = () => ({ id: newUuid(), system: { id: KILDER.a.id, navn: KILDER.a.navn }, kommune: KORSBAEK })

const fejlede = (resultater: readonly Sagsresultat[]) =>
  resultater
    .filter(({ udfald }) => udfald !== 'bestaaet')
    .map(({ sag, udfald, fund }) => [
      sag,
      udfald,
      fund.filter((et) => et.udfald !== 'bestaaet').map((et) => `${et.regel} ${et.hvad.da}`),
    ])

test('our own endpoint passes every case, over REST and SOAP and in the eyes of the citizens', async () => {
  const sager = laesSager()
  const resultater = await koerSager(endepunkt(), nyKoersel(), sager, { idag: '2027-01-01' })
  expect(fejlede(resultater)).toEqual([])
  expect(resultater.length).toBe(sager.length)
})
