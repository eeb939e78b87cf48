import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { send as ask } from '../byggere/klient.ts'
import { createTerning, type Terning } from '../byggere/tilfaeldighed.ts'
import { type Afsendelse, createAfsendelse, send } from './afsender.ts'
import { type Drabsscene, kill, killHard, OFRE, type Offer, startServer } from './drab.ts'
import { findBrud } from './kill-kontrol.ts'
import { planLeverancer } from './kill-leverancer.ts'
import { logInd } from './log-ind.ts'
import { findPostgres, findRester, freePort, makeMappe, removeMappe, stopProces, untilServing } from './serverproces.ts'

/**
 * Kills the server, the database's main process or one of its backends with kill -9 at seeded random points of an intake, starts again on
 * the same data, has the sender send again what was interrupted, and looks for anything that was acknowledged and lost, or is there twice.
 */

export type Killvalg = {
  readonly runder: number
  readonly seed: number
  /** Lines that must be acknowledged before the last kill of a round. */
  readonly linjer?: number
  readonly onRunde?: (runde: Killrunde) => void
}
export type Killrunde = {
  readonly nr: number
  readonly drab: readonly { readonly offer: Offer; readonly kvitteret: number }[]
  readonly linjer: number
  readonly forsoeg: number
  readonly sete: number
  readonly ms: number
  readonly brud: readonly string[]
}

/** Long deliveries at the same time, and short ones one after the other, whose batches are of any size. */
const LANGE = 4
const KORTE = 40
const CPR = '6101701000'

/** Each round has a folder and a database of its own. Throws where a server cannot be started again. */
export async function runKillkampagne({ runder, seed, linjer = 1_000, onRunde }: Killvalg): Promise<Killrunde[]> {
  const alle: Killrunde[] = []
  for (let nr = 1; nr <= runder; nr++) {
    const runde = await runRunde(nr, createTerning(seed * 1_000 + nr), linjer)
    alle.push(runde)
    onRunde?.(runde)
  }
  return alle
}

type Scene = Drabsscene & {
  readonly afsendelser: readonly Afsendelse[]
  readonly drab: { offer: Offer; kvitteret: number }[]
  kvitteret: number
  sete: number
}

async function runRunde(nr: number, r: Terning, linjer: number): Promise<Killrunde> {
  const begyndt = Date.now()
  const dataMappe = makeMappe('bbkill-')
  const port = await freePort()
  const laengder = Array.from({ length: LANGE + KORTE }, (_, i) => (i < LANGE ? linjer : r.heltal(1, 60)))
  const { leverancer, forventning } = planLeverancer(r, `runde ${nr}`, laengder)
  const scene: Scene = {
    dataMappe,
    port,
    afsendelser: leverancer.map(createAfsendelse),
    drab: [],
    server: startServer(dataMappe, port),
    genstart: undefined,
    kvitteret: 0,
    sete: 0,
  }
  try {
    await untilServing(scene.server)
    const slut = new AbortController()
    const laeser = readMeanwhile(scene, slut.signal)
    const lange = scene.afsendelser.slice(0, LANGE)
    await Promise.all([
      killMeanwhile(scene, r, linjer),
      ...lange.map((led) => deliver(scene, led, r.heltal(5, 25))),
      deliverInTurn(scene, scene.afsendelser.slice(LANGE)),
    ])
    slut.abort()
    await laeser
    const brud = await findBrud({ dataMappe, afsendelser: scene.afsendelser, forventning, sete: scene.sete })
    const kode = await stopProces(scene.server)
    const rester = findRester(dataMappe)
    return {
      nr,
      drab: scene.drab,
      linjer: scene.kvitteret,
      forsoeg: scene.afsendelser.reduce((sum, led) => sum + led.forsoeg, 0),
      sete: scene.sete,
      ms: Date.now() - begyndt,
      brud: [
        ...brud,
        ...(kode === 0 ? [] : [`serveren sluttede med ${kode}: ${scene.server.ord().slice(-500)}`]),
        ...rester.map((rest) => `tilbage efter slut: ${rest}`),
      ],
    }
  } finally {
    scene.server.kill('SIGKILL')
    const postgres = findPostgres(dataMappe)
    if (postgres && findRester(dataMappe).length > 0) killHard(postgres.pid)
    removeMappe(dataMappe)
  }
}

/** Kills at seeded points, the last of them after `linjer` acknowledged lines, each a little while after the receipt that it waited for. */
async function killMeanwhile(scene: Scene, r: Terning, linjer: number): Promise<void> {
  const punkter = [...Array.from({ length: r.heltal(0, 2) }, () => r.heltal(1, linjer)), r.heltal(linjer, linjer * 3)].sort(
    (a, b) => a - b,
  )
  for (const punkt of punkter) {
    while (scene.kvitteret < punkt) await wait(1)
    await wait(r.heltal(0, 120))
    await scene.genstart
    const offer = r.vaelg(OFRE)
    scene.drab.push({ offer, kvitteret: scene.kvitteret })
    kill(scene, offer, r)
  }
}

/** A tenth of a second apart: a busy machine may take that long to recover its database, twice in a round. */
const HOEJST_FORSOEG = 200

/** Sends a delivery until its closing line has come: with the same Idempotency-Key, from the first line. */
async function deliver(scene: Scene, afsendelse: Afsendelse, pauseMs: number): Promise<void> {
  const onKvittering = () => {
    scene.kvitteret++
  }
  while (!(await send(scene.server.url, afsendelse, pauseMs, onKvittering))) {
    if (afsendelse.forsoeg > HOEJST_FORSOEG) throw new Error(`A delivery was not finished: ${scene.server.ord().slice(-500)}`)
    await scene.genstart
    await wait(100)
  }
}

async function deliverInTurn(scene: Scene, afsendelser: readonly Afsendelse[]): Promise<void> {
  for (const led of afsendelser) await deliver(scene, led, 0)
}

/** A citizen who opens the overview all the time: what is shown must be in the log, whatever was killed. */
async function readMeanwhile(scene: Scene, signal: AbortSignal): Promise<void> {
  const cookie = await logInd(scene.dataMappe, scene.server.url, CPR)
  while (!signal.aborted) {
    const svar = await ask(scene.server.url, '/overblik', { headers: { cookie } }).catch(() => undefined)
    if (svar?.status === 200) scene.sete++
    await wait(svar ? 30 : 150)
  }
}

/** One line of what a round saw. */
export const describeRunde = ({ nr, drab, linjer, forsoeg, sete, ms, brud }: Killrunde): string =>
  `runde ${nr}: ${drab.map(({ offer, kvitteret }) => `${offer} efter ${kvitteret}`).join(', ')}; ${linjer} kvitterede linjer, ` +
  `${forsoeg} afsendelser, ${sete} viste sider, ${(ms / 1000).toFixed(1)} s${brud.length > 0 ? `\n  ${brud.join('\n  ')}` : ''}`

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      runder: { type: 'string', default: '2' },
      seed: { type: 'string', default: '1' },
      linjer: { type: 'string', default: '1000' },
    },
  })
  const runder = await runKillkampagne({
    runder: Number(values.runder),
    seed: Number(values.seed),
    linjer: Number(values.linjer),
    onRunde: (runde) => process.stdout.write(`${describeRunde(runde)}\n`),
  })
  const fejlede = runder.filter(({ brud }) => brud.length > 0).length
  process.stdout.write(`${runder.length - fejlede} passed, ${fejlede} failed\n`)
  process.exitCode = fejlede > 0 ? 1 : 0
}
