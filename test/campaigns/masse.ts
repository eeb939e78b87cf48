import { loadavg } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { createTerning } from '../byggere/tilfaeldighed.ts'
import { type Drabsscene, kill, killHard, OFRE, type Offer, startServer } from './drab.ts'
import { createFacit, type Facit } from './masse-facit.ts'
import { findMassebrud, listFoer } from './masse-kontrol.ts'
import { createLeverer, type Restleverance } from './masse-leverer.ts'
import type { Slags } from './masse-plan.ts'
import { findPostgres, findRester, freePort, makeMappe, removeMappe, stopProces, untilServing } from './serverproces.ts'

/**
 * A great many deliveries of two sources over REST and SOAP at once, with repetitions, late ones and broken ones, while the server, its
 * database and single backends are killed with kill -9 at seeded points. In the end the index holds what was acknowledged, and nothing else.
 */

export type Massevalg = {
  readonly antal: number
  readonly seed: number
  /** How often is killed; once in five thousand deliveries where nothing is said, and at least three times. */
  readonly drab?: number
  readonly onTal?: (tekst: string) => void
}
export type Masseproeve = {
  readonly leverancer: number
  readonly talt: Readonly<Record<Slags, number>>
  readonly afviste: readonly (readonly [string, number])[]
  readonly drab: readonly { readonly offer: Offer; readonly efter: number }[]
  readonly objekter: number
  readonly fjernede: number
  readonly registreringer: number
  readonly rest: { readonly linjer: number; readonly leverancer: number; readonly forsoeg: number }
  readonly soap: { readonly objekter: number; readonly beskeder: number; readonly forsoeg: number }
  readonly sekunder: number
  readonly kontrolsekunder: number
  readonly belastning: string
  readonly brud: readonly string[]
}

export type Massescene = Drabsscene & {
  readonly seed: number
  readonly antal: number
  readonly facit: Facit
  /** Objects that were there before. */
  foer: readonly string[]
  readonly restleverancer: Restleverance[]
  readonly drab: { offer: Offer; efter: number }[]
  kvitteret: number
  soapbeskeder: number
  soapobjekter: number
  soapforsoeg: number
  faerdig: boolean
}

/** Throws where a server cannot be started again, or a delivery is never answered. */
export async function runMassekampagne({ antal, seed, drab, onTal = () => undefined }: Massevalg): Promise<Masseproeve> {
  const dataMappe = makeMappe('bbmasse-')
  const port = await freePort()
  const foer = loadavg()[0] ?? 0
  const scene: Massescene = {
    dataMappe,
    port,
    seed,
    antal,
    facit: createFacit(),
    foer: [],
    restleverancer: [],
    drab: [],
    server: startServer(dataMappe, port),
    genstart: undefined,
    kvitteret: 0,
    soapbeskeder: 0,
    soapobjekter: 0,
    soapforsoeg: 0,
    faerdig: false,
  }
  try {
    await untilServing(scene.server, 120_000)
    scene.foer = await listFoer(scene)
    const begyndt = Date.now()
    const gange = drab ?? Math.max(3, Math.round(antal / 5_000))
    const tal = tellMeanwhile(scene, begyndt, onTal)
    await Promise.all([createLeverer(scene).alle(), killMeanwhile(scene, gange)])
    await tal
    const sekunder = (Date.now() - begyndt) / 1000
    onTal(`everything acknowledged after ${sekunder.toFixed(0)} s; comparing`)
    const brud = await findMassebrud(scene)
    const kode = await stopProces(scene.server)
    const { objekter, talt, afviste, uventede } = scene.facit
    return {
      leverancer: scene.kvitteret,
      talt,
      afviste: [...afviste].sort(),
      drab: scene.drab,
      objekter: [...objekter.values()].filter(({ fjernet }) => !fjernet).length,
      fjernede: [...objekter.values()].filter(({ fjernet }) => fjernet).length,
      registreringer: [...objekter.values()].reduce((sum, { tider }) => sum + tider.size, 0),
      rest: {
        linjer: scene.restleverancer.reduce((sum, { linjer }) => sum + linjer, 0),
        leverancer: scene.restleverancer.length,
        forsoeg: scene.restleverancer.reduce((sum, { forsoeg }) => sum + forsoeg, 0),
      },
      soap: { objekter: scene.soapobjekter, beskeder: scene.soapbeskeder, forsoeg: scene.soapforsoeg },
      sekunder,
      kontrolsekunder: (Date.now() - begyndt) / 1000 - sekunder,
      belastning: `${foer.toFixed(1)} før, ${loadavg()[0]?.toFixed(1)} efter`,
      brud: [
        ...uventede.slice(0, 10),
        ...(uventede.length > 10 ? [`${uventede.length} uventede svar i alt`] : []),
        ...brud,
        ...(kode === 0 ? [] : [`serveren sluttede med ${kode}: ${scene.server.ord().slice(-500)}`]),
        ...findRester(dataMappe).map((rest) => `tilbage efter slut: ${rest}`),
      ],
    }
  } finally {
    scene.faerdig = true
    scene.server.kill('SIGKILL')
    const postgres = findPostgres(dataMappe)
    if (postgres && findRester(dataMappe).length > 0) killHard(postgres.pid)
    removeMappe(dataMappe)
  }
}

/** Each at a seeded point between the first and the last delivery, a little while after the receipt that it waited for. */
async function killMeanwhile(scene: Massescene, gange: number): Promise<void> {
  const r = createTerning(scene.seed * 7_919)
  for (let nr = 0; nr < gange; nr++) {
    const punkt = Math.floor((scene.antal * (nr + r.heltal(10, 90) / 100)) / gange)
    while (scene.kvitteret < punkt && !scene.faerdig) await wait(2)
    await wait(r.heltal(0, 120))
    await scene.genstart
    if (scene.faerdig) return
    // Each of the three in turn at first, so that a short campaign has all of them.
    const offer = OFRE[nr] ?? r.vaelg(OFRE)
    scene.drab.push({ offer, efter: scene.kvitteret })
    kill(scene, offer, r)
  }
}

async function tellMeanwhile(scene: Massescene, begyndt: number, onTal: (tekst: string) => void): Promise<void> {
  for (let naeste = 0.1; !scene.faerdig; await wait(200)) {
    if (scene.kvitteret < scene.antal * naeste) continue
    const sekunder = (Date.now() - begyndt) / 1000
    onTal(
      `${scene.kvitteret} of ${scene.antal} acknowledged after ${sekunder.toFixed(0)} s (${(scene.kvitteret / sekunder).toFixed(0)}/s), ` +
        `${scene.drab.length} kills, machine load ${loadavg()[0]?.toFixed(1)}`,
    )
    naeste += 0.1
  }
}

const procent = (del: number, af: number): string => `${((100 * del) / af).toFixed(1)} %`

/** What a campaign saw, a sentence each. */
export function describeMasseproeve(proeve: Masseproeve): string[] {
  const { leverancer, talt, drab, rest, soap, sekunder, brud } = proeve
  const ofre = OFRE.map((offer) => `${drab.filter((led) => led.offer === offer).length} ${offer}`).join(', ')
  return [
    `${leverancer} deliveries acknowledged in ${sekunder.toFixed(0)} s (${(leverancer / sekunder).toFixed(0)}/s), then compared in ${proeve.kontrolsekunder.toFixed(0)} s; machine's load ${proeve.belastning}`,
    `repeated ${procent(talt.gentagelse, leverancer)}, out of order ${procent(talt.uorden, leverancer)}, broken ${procent(talt.brudt, leverancer)}, changed ${procent(talt.ændring, leverancer)}, deleted ${procent(talt.fjernelse, leverancer)}`,
    `REST: ${rest.linjer} lines in ${rest.leverancer} deliveries, sent ${rest.forsoeg} times; SOAP: ${soap.objekter} objects in ${soap.beskeder} messages, sent ${soap.forsoeg} times`,
    `kill -9 ${drab.length} times (${ofre}) after ${drab.map(({ efter }) => efter).join(', ')} receipts`,
    `in the end ${proeve.objekter} objects with ${proeve.registreringer} registrations, ${proeve.fjernede} deleted for good, ${proeve.afviste.reduce((sum, [, antal]) => sum + antal, 0)} refused (${proeve.afviste.map(([regel, antal]) => `${regel} ${antal}`).join(', ')})`,
    brud.length === 0
      ? 'registrations, current objects, overview, tombstones, outbox, receipts and refusals are what was acknowledged, and a rebuild changes nothing'
      : `BREACHES: ${brud.join('; ')}`,
  ]
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { antal: { type: 'string', default: '2000' }, seed: { type: 'string', default: '1' }, drab: { type: 'string' } },
  })
  const proeve = await runMassekampagne({
    antal: Number(values.antal),
    seed: Number(values.seed),
    ...(values.drab === undefined ? {} : { drab: Number(values.drab) }),
    onTal: (tekst) => process.stdout.write(`${tekst}\n`),
  })
  process.stdout.write(`${describeMasseproeve(proeve).join('\n')}\n`)
  process.exitCode = proeve.brud.length > 0 ? 1 : 0
}
