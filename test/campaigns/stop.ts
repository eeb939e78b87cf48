import { createServer, type Server, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '../byggere/browser.ts'
import { createTerning, type Terning } from '../byggere/tilfaeldighed.ts'
import { killHard } from './drab.ts'
import { logInd } from './log-ind.ts'
import {
  findPostgres,
  findRester,
  freePort,
  listBackends,
  makeMappe,
  removeMappe,
  type Serverproces,
  startProces,
  stopProces,
  untilServing,
} from './serverproces.ts'
import {
  type Kanarie,
  lavKanarie,
  leverAfvist,
  leverHalvt,
  leverKanarie,
  lukDaekning,
  prepareSted,
  provSted,
} from './stop-sted.ts'
import { type Slags, STIER, see } from './stop-syn.ts'

/**
 * A real browser browses while the source, the database, the broker or the server is stopped, killed or made to hang at seeded random times.
 * Persons of whom it was proved that they have no case get one meanwhile: from the receipt on nobody may say that there is none. Of a kind with
 * a refused line none may ever be said.
 */

export type Stopvalg = {
  /** How many times something is stopped. */
  readonly stop: number
  readonly seed: number
  /** Also makes what is known unreadable for longer than it may be kept in memory, which takes 33 s each time. */
  readonly billede?: boolean
  /** Is told of each stop. */
  readonly onStop?: (hvad: string) => void
}

export type Stopudfald = {
  readonly stoppet: Readonly<Record<string, number>>
  readonly set: Readonly<Record<Slags, number>>
  /** How often it was said, rightly, that there is no case; and how many persons got one afterwards. */
  readonly sagdeIntet: number
  readonly leveret: number
  /** It was said again when all was well again. */
  readonly sagdeIntetTilSidst: boolean
  readonly brud: readonly string[]
}

/** A busy machine takes its time to load what a new installation has. */
const HOEJST_START_MS = 180_000

const OFRE = ['server', 'database', 'backend', 'haenger', 'kilde', 'broker'] as const
type Offer = (typeof OFRE)[number] | 'billede'

type Scene = {
  readonly dataMappe: string
  readonly port: number
  readonly broker: Broker
  server: Serverproces
  genstart: Promise<void> | undefined
}

export async function runStopkampagne(valg: Stopvalg): Promise<Stopudfald> {
  const r = createTerning(valg.seed)
  const dataMappe = makeMappe('bbstop-')
  const [port, broker] = [await freePort(), await openBroker()]
  const scene: Scene = { dataMappe, port, broker, server: startServer(dataMappe, port, broker), genstart: undefined }
  // The first has a case from the beginning; the last gets none, so that the campaign can be seen to hear "none".
  const kanarier = Array.from({ length: 2 + Math.max(3, Math.ceil(valg.stop / 3)) }, (_, nr) => lavKanarie(nr))
  let browser: Browser | undefined
  try {
    await untilServing(scene.server, HOEJST_START_MS)
    await prepareSted(dataMappe, kanarier)
    await begin(scene, kanarier)
    browser = await openBrowser()
    const sider = await openSider(browser, scene, kanarier)
    return await runAlt(scene, r, valg, kanarier, sider)
  } finally {
    await browser?.close()
    broker.stop()
    scene.server.kill('SIGKILL')
    const postgres = findPostgres(dataMappe)
    if (postgres && findRester(dataMappe).length > 0) killHard(postgres.pid)
    removeMappe(dataMappe)
  }
}

const startServer = (dataMappe: string, port: number, broker: Broker): Serverproces =>
  startProces({
    PORT: String(port),
    BORGERBLIKKET_DATA: dataMappe,
    BORGERBLIKKET_AMQP_URL: `amqp://localhost:${broker.port}`,
    BORGERBLIKKET_AMQP_ADRESSE: 'stop',
  })

/** The first person's case and the refused line are there, and the source has proved the rest. */
async function begin({ server, dataMappe }: Scene, [foerste]: readonly Kanarie[]): Promise<void> {
  if (!foerste) throw new Error('Nobody to look for')
  // A source that was entered by another process is known here within half a minute.
  for (let forsoeg = 0; !(await leverKanarie(server.url, foerste)); forsoeg++) {
    if (forsoeg > 120) throw new Error('The first case was not taken in')
    await wait(300)
  }
  foerste.sendt = true
  foerste.leveret = Date.now()
  if (!(await leverAfvist(server.url, foerste.cpr))) throw new Error('The line that is to be refused was not')
  await provSted(dataMappe)
}

type Side = { readonly kanarie: Kanarie; readonly page: Page }

async function openSider(browser: Browser, { server, dataMappe }: Scene, kanarier: readonly Kanarie[]): Promise<Side[]> {
  const sider: Side[] = []
  for (const kanarie of kanarier) {
    const [name = '', value = ''] = (await logInd(dataMappe, server.url, kanarie.cpr)).split('=', 2)
    const context = await browser.newContext({ locale: 'da-DK' })
    await context.addCookies([{ name, value, url: server.url }])
    sider.push({ kanarie, page: await context.newPage() })
  }
  return sider
}

async function runAlt(
  scene: Scene,
  r: Terning,
  valg: Stopvalg,
  kanarier: readonly Kanarie[],
  sider: readonly Side[],
): Promise<Stopudfald> {
  const set: Record<Slags, number> = { hel: 0, mangelfuld: 0, afvist: 0, nede: 0 }
  const brud: string[] = []
  let sagdeIntet = 0
  const look = async ({ kanarie, page }: Side): Promise<boolean> => {
    const syn = await see(page, scene.server.url, r.vaelg(STIER), kanarie)
    set[syn.slags]++
    brud.push(...syn.brud)
    if (syn.sagdeIntet) sagdeIntet++
    // Nobody answers for a second or two while the server starts: looking harder shows nothing more.
    if (syn.slags === 'nede') await wait(250)
    return syn.sagdeIntet
  }
  const slut = new AbortController()
  const browse = async (): Promise<void> => {
    while (!slut.signal.aborted) {
      await look(r.vaelg(sider))
      await wait(r.heltal(0, 60))
    }
  }
  await untilIntet(sider.at(-1), look)
  const browsing = browse()
  const source = leverMeanwhile(scene, r, kanarier.slice(1, -1), slut.signal)
  const stoppet = await stopMeanwhile(scene, r, valg)
  slut.abort()
  await Promise.all([browsing, source])
  await scene.genstart
  await insist(() => provSted(scene.dataMappe))
  const sagdeIntetTilSidst = await untilIntet(sider.at(-1), look)
  await stopProces(scene.server)
  return {
    stoppet,
    set,
    sagdeIntet,
    leveret: kanarier.filter(({ leveret }) => leveret !== undefined).length,
    sagdeIntetTilSidst,
    brud,
  }
}

/** Looks till none is said, as it is where all is proved and well; false where half a minute was not enough. */
async function untilIntet(side: Side | undefined, look: (side: Side) => Promise<boolean>): Promise<boolean> {
  const sidst = Date.now() + 45_000
  while (side && Date.now() < sidst) {
    if (await look(side)) return true
    await wait(100)
  }
  return false
}

/** The source delivers one person's case after the other, each until its receipt has come, and proves itself between. */
async function leverMeanwhile(scene: Scene, r: Terning, kanarier: readonly Kanarie[], signal: AbortSignal): Promise<void> {
  for (const kanarie of kanarier) {
    await wait(r.heltal(500, 4_000))
    while (!signal.aborted && kanarie.leveret === undefined) {
      kanarie.sendt = true
      if (await leverKanarie(scene.server.url, kanarie).catch(() => false)) kanarie.leveret = Date.now()
      else await wait(200)
    }
    await wait(r.heltal(0, 1_500))
    await provSted(scene.dataMappe).catch(() => undefined)
  }
  while (!signal.aborted) {
    await wait(1_000)
    await provSted(scene.dataMappe).catch(() => undefined)
  }
}

async function stopMeanwhile(scene: Scene, r: Terning, valg: Stopvalg): Promise<Record<string, number>> {
  const stoppet: Record<string, number> = {}
  const plan: Offer[] = Array.from({ length: valg.stop }, (_, nr) => OFRE[nr % OFRE.length] as Offer).sort(() =>
    r.chance(0.5) ? 1 : -1,
  )
  if (valg.billede) plan.splice(r.heltal(0, plan.length), 0, 'billede')
  for (const offer of plan) {
    await wait(r.heltal(300, 2_500))
    await scene.genstart
    valg.onStop?.(offer)
    stoppet[offer] = (stoppet[offer] ?? 0) + 1
    await stop(scene, offer, r)
  }
  await wait(3_000)
  return stoppet
}

/** So long are pages and queries left hanging, beyond what each part of a page may take. */
const HAENG_MS = 3_500
/** Longer than what is known may be kept in memory. */
const BILLEDE_MS = 33_000

async function stop(scene: Scene, offer: Offer, r: Terning): Promise<void> {
  const { dataMappe, server, broker } = scene
  const postgres = findPostgres(dataMappe)
  const backends = postgres ? listBackends(postgres.pid).map(({ pid }) => pid) : []
  switch (offer) {
    case 'server':
      server.kill(r.chance(0.7) ? 'SIGKILL' : 'SIGTERM')
      scene.genstart = restart(scene)
      return
    case 'database':
      if (postgres) killHard(postgres.pid)
      return
    case 'backend':
      if (backends.length > 0) killHard(r.vaelg(backends))
      return
    case 'haenger':
      for (const pid of backends) signalIfThere(pid, 'SIGSTOP')
      await wait(HAENG_MS)
      for (const pid of backends) signalIfThere(pid, 'SIGCONT')
      return
    case 'kilde':
      return leverHalvt(server.url, lavKanarie(999).cpr)
    case 'broker':
      return broker.next()
    case 'billede':
      return hideDaekning(dataMappe)
  }
}

async function restart(scene: Scene): Promise<void> {
  await scene.server.slut
  scene.server = startServer(scene.dataMappe, scene.port, scene.broker)
  await untilServing(scene.server, HOEJST_START_MS)
}

async function hideDaekning(dataMappe: string): Promise<void> {
  await insist(() => lukDaekning(dataMappe, true))
  await wait(BILLEDE_MS)
  await insist(() => lukDaekning(dataMappe, false))
}

/** The database may just be on its way up. */
async function insist(work: () => Promise<void>): Promise<void> {
  for (let forsoeg = 0; ; forsoeg++)
    try {
      return await work()
    } catch (error) {
      if (forsoeg > 50) throw error
      await wait(200)
    }
}

function signalIfThere(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It has ended.
  }
}

type Broker = { readonly port: number; next(): Promise<void>; stop(): void }

/** A message broker that is never well: it takes calls and says nothing, and after each `next` the other way, that nobody is there. */
async function openBroker(): Promise<Broker> {
  const port = await freePort()
  const forbindelser = new Set<Socket>()
  let server: Server | undefined
  const open = () =>
    new Promise<void>((resolve) => {
      server = createServer((forbindelse) => {
        forbindelser.add(forbindelse)
        forbindelse.on('error', () => undefined).on('close', () => forbindelser.delete(forbindelse))
      }).listen(port, 'localhost', resolve)
    })
  const close = () => {
    for (const forbindelse of forbindelser) forbindelse.destroy()
    server?.close()
    server = undefined
  }
  await open()
  return { port, next: async () => (server ? close() : open()), stop: close }
}

export const describeStop = ({ stoppet, set, sagdeIntet, leveret, sagdeIntetTilSidst, brud }: Stopudfald): string[] => [
  `stopped: ${Object.entries(stoppet)
    .map(([hvad, antal]) => `${hvad} ${antal}`)
    .join(', ')}`,
  `looks: ${set.hel} whole, ${set.mangelfuld} with a part named as lacking, ${set.afvist} refused in words, ${set.nede} without an answer`,
  `none was said ${sagdeIntet} times, of persons who had none; ${leveret} persons had a case whose receipt had come`,
  sagdeIntetTilSidst ? 'none was said again when all was well' : 'none was NOT said again when all was well',
  ...brud.slice(0, 20),
  `${brud.length} false statements`,
]

/** Without false statements, and able to hear one: none was said, of others, before and after. */
export const isGod = ({ sagdeIntet, sagdeIntetTilSidst, brud, leveret }: Stopudfald): boolean =>
  brud.length === 0 && sagdeIntet > 0 && sagdeIntetTilSidst && leveret > 1

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      stop: { type: 'string', default: '12' },
      seed: { type: 'string', default: '1' },
      billede: { type: 'boolean', default: false },
    },
  })
  const udfald = await runStopkampagne({
    stop: Number(values.stop),
    seed: Number(values.seed),
    billede: values.billede,
    onStop: (hvad) => process.stdout.write(`  ${hvad}\n`),
  })
  process.stdout.write(`${describeStop(udfald).join('\n')}\n${isGod(udfald) ? 'passed' : 'FAILED'}\n`)
  process.exitCode = isGod(udfald) ? 0 : 1
}
