import { afterAll, beforeAll, expect, test } from 'vitest'
import { newUuid, tidspunkt } from '#kernel'
import { ndjson, post } from '../../../../test/byggere/levering.ts'
import { noterTal } from '../../../../test/byggere/tal.ts'
import { KILDER, startWebsted, type Testwebsted } from '../../../../test/byggere/websted.ts'
import { isYdelse, skrivBesked } from '../familie.ts'
import { rigtigAfsender } from './afsender.bygger.ts'
import { bedoemAfsender } from './bedoem-afsender.ts'
import { ADFAERDSAFSENDERE, type Fejlafsender, type Fejllinje, katalogafsendere } from './fejlafsendere.bygger.ts'
import { FORLOEB, STANDARD_KLE } from './forloeb.ts'
import { observerAfsender } from './observer.ts'

/** Every rule of the catalogue takes minutes; every day a tenth of them, and all of the behaviour. */
const FULD = process.env['AFPROEVNING_FULD'] === '1'
const HVER = FULD ? 1 : 12

let sted: Testwebsted
beforeAll(async () => {
  sted = await startWebsted({ logniveau: 'silent' })
})
afterAll(() => sted.close())

/** Right lines go in one delivery each; a broken one goes as its channel is. */
async function send({ element, soap }: Fejllinje): Promise<void> {
  if (soap && typeof element !== 'string') {
    const sti = isYdelse(element['art']) ? '/soap/ydelseindeks/6' : '/soap/sagdokumentindeks/6'
    await post(sted, skrivBesked(element, 'soap'), { 'content-type': 'application/soap+xml; charset=utf-8' }, sti)
  } else await post(sted, typeof element === 'string' ? `${element}\n` : ndjson([element]))
}

/** The rules that a sender fails, and the events that it passes. */
async function proev(afsender: Fejlafsender['send']) {
  const koersel = { id: newUuid(), kilde: KILDER.a.id, startet: sted.system.clock.now(), kle: STANDARD_KLE }
  const om = { id: koersel.id, system: KILDER.a, nu: tidspunkt(new Date()) }
  for (const linje of afsender(rigtigAfsender(om), om)) await send(linje)
  const { begivenheder, afviste } = bedoemAfsender(FORLOEB, await observerAfsender(sted.system, koersel), true)
  const fund = [...afviste, ...begivenheder.flatMap((en) => en.fund)]
  return {
    fejlede: [...new Set(fund.filter(({ udfald }) => udfald === 'fejlet').map(({ regel }) => regel))],
    bestaaede: begivenheder.filter(({ udfald }) => udfald === 'bestaaet').map(({ id }) => id),
  }
}

test('a sender that does what it is asked passes every event, and no rule is broken', async () => {
  const svar = await proev((linjer) => linjer)
  expect(svar).toEqual({ fejlede: [], bestaaede: FORLOEB.map(({ id }) => id) })
})

test.each(ADFAERDSAFSENDERE)('a sender that $hvordan fails $regel and no other rule', async ({ regel, send: afsender }) => {
  expect((await proev(afsender)).fejlede).toEqual([regel])
})

test('a deliberately faulty sender for each rule of the catalogue fails that rule and no other', async () => {
  const alle = katalogafsendere()
  const valgte = alle.filter((_, i) => i % HVER === 0)
  const matrix: string[] = []
  const forkerte: string[] = []
  for (const { regel, hvordan, send: afsender } of valgte) {
    const { fejlede } = await proev(afsender)
    const raekke = `${regel} (${hvordan}): ${fejlede.join(', ') || 'ingen'}`
    matrix.push(raekke)
    if (fejlede.length !== 1 || fejlede[0] !== regel) forkerte.push(raekke)
  }
  if (FULD) process.stdout.write(`${matrix.join('\n')}\n`)
  noterTal(`${valgte.length} of ${alle.length} faulty senders, each failing exactly its own rule: ${forkerte.length} did not`)
  expect(forkerte).toEqual([])
}, 900_000)
