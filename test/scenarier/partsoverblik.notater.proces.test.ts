import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { createKlient } from '@borgerblikket/klient/kilde'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tidspunkt, type Uuid, uuidFromName } from '#kernel'
import { tagNotater } from '../../src/demo/fagsystemer/notater.ts'
import { work } from '../../src/partsoverblik/advis/foelg.ts'
import { logIndSomSagsbehandler, partAf, type Sagsbehandler } from '../byggere/besoeg.ts'
import { lavSag, part } from '../byggere/elementer.ts'
import { send } from '../byggere/klient.ts'
import { type Serverproces, startServerproces } from '../byggere/serverproces.ts'
import { makeDataMappe, startWebsted, type Testwebsted, udviklingsnoegle } from '../byggere/websted.ts'

/** The server is killed again and again while notes are written; the system then takes them, and is itself cut off in between. */
const DRAB = Number(process.env['BEVIS_DRAB'] ?? 3)
const SAMTIDIGE = 6
const INDHOLD = { titel: 'Samtale om hjælp', tekst: 'Vi aftalte hjælp.' }
/** On a busy machine it may be long before a server that has just started answers the first. */
const FOERSTE_SVAR_MS = 20_000

const dataMappe = makeDataMappe()
let sted: Testwebsted
let vera: Sagsbehandler
let ulla: Uuid
let proces: Serverproces | undefined
const sag = randomUUID()

beforeAll(async () => {
  sted = await startWebsted({ dataMappe })
  await sted.lever('a', [lavSag({ id: sag, parter: [part('Primær part', '6101801010')], titel: 'Hjælp i hjemmet' })])
  ulla = await partAf(sted, sag)
  vera = await logIndSomSagsbehandler(sted)
  const headers = { 'x-borgerblikket-udviklingsnoegle': udviklingsnoegle('a') }
  await send(sted.origin, '/api/v1/notater', { headers }, sted.agent)
})
afterAll(async () => {
  await proces?.stop()
  await sted.close()
  rmSync(dataMappe, { recursive: true, force: true })
})

const antal = async (hvor: string): Promise<number> =>
  Number((await sted.base.asOwner<{ n: string }>(`SELECT count(*) AS n FROM ${hvor}`))[0]?.n)

test('what was answered with a receipt is there once with its event, whenever the server was killed; and each is on the case once', {
  timeout: 150_000,
}, async () => {
  const kvitterede = new Set<Uuid>()
  const sti = `${await vera.besoeg(ulla)}/notat`
  const ref = /value="([\w-]{16})"[^>]*>Hjælp i hjemmet/.exec((await vera.browser.get(sti)).tekst)?.[1] ?? ''
  for (let nr = 0; nr < DRAB; nr++) {
    proces = await startServerproces(sted.base, dataMappe)
    const { origin, draeb } = proces
    let doed = false
    const skriv = async () => {
      while (!doed) {
        const noegle = randomUUID()
        const body = new URLSearchParams({
          sag: ref,
          ...INDHOLD,
          noegle,
          _formular: vera.formular,
        })
        const svar = await send(origin, sti, {
          method: 'POST',
          headers: {
            cookie: vera.browser.cookies(),
            'content-type': 'application/x-www-form-urlencoded',
            origin,
            'sec-fetch-site': 'same-origin',
          },
          body: body.toString(),
        }).catch(() => undefined)
        if (svar?.status === 303) kvitterede.add(uuidFromName(vera.id, `notat ${noegle} ${sag} ${JSON.stringify(INDHOLD)}`))
        else if (svar) return
      }
    }
    const skrivere = Array.from({ length: SAMTIDIGE }, skriv)
    const foer = kvitterede.size
    for (const frist = performance.now() + FOERSTE_SVAR_MS; kvitterede.size === foer && performance.now() < frist; )
      await new Promise((resolve) => setTimeout(resolve, 10))
    await new Promise((resolve) => setTimeout(resolve, 100 + 150 * nr))
    doed = true
    await draeb()
    await Promise.all(skrivere)
    await proces.stop()
    proces = undefined
  }
  expect(kvitterede.size).toBeGreaterThan(0)
  const kendte = new Set((await sted.base.asOwner<{ id: Uuid }>('SELECT notat_id AS id FROM skrevet_notat')).map(({ id }) => id))
  expect([...kvitterede].filter((id) => !kendte.has(id))).toEqual([])
  const alle = kendte.size
  expect(await antal(`udbakke WHERE haendelse = 'skrevet'`)).toBe(alle)
  expect(await antal(`skrevet_notat n JOIN udbakke u ON u.objekt_id = n.notat_id AND u.haendelse = 'skrevet'`)).toBe(alle)

  // The system is cut off at any of its calls, and begins again.
  const klient = createKlient({ adresse: new URL(sted.origin), legitimation: { udviklingsnoegle: udviklingsnoegle('a') } })
  let kald = 0
  const afbrudt = {
    ...klient,
    kvitterNotat: async (...args: Parameters<typeof klient.kvitterNotat>) => {
      if (++kald % 3 === 0) throw new Error('cut off')
      await klient.kvitterNotat(...args)
    },
  }
  for (let forsoeg = 0; forsoeg < alle + 2; forsoeg++)
    if (
      await tagNotater(afbrudt, (en) => en === sag).then(
        () => true,
        () => false,
      )
    )
      break
  const nu = tidspunkt(new Date())
  while ((await work({ db: sted.base.db, clock: { now: () => nu } })) > 0);
  expect(await antal(`skrevet_notat WHERE tilstand = 'journaliseret' AND indhold IS NULL`)).toBe(alle)
  expect(await antal(`objekt WHERE art = 'journalnotat'`)).toBe(alle)
  expect(await antal(`registrering r JOIN skrevet_notat n ON n.notat_id = r.objekt_id`)).toBe(alle)
})
