import { EventEmitter, once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { type ClientRequest, request } from 'node:http'
import { connect, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { lavNotat } from '../byggere/elementer.ts'
import { createTerning } from '../byggere/tilfaeldighed.ts'
import { createAfsendelse, send, toLinje } from './afsender.ts'
import { planLeverancer } from './kill-leverancer.ts'
import {
  freePort,
  makeMappe,
  removeMappe,
  type Serverproces,
  startProces,
  statusOf,
  stopProces,
  untilServing,
} from './serverproces.ts'

/** Deliveries that are made to exhaust the server: it answers or cuts them, goes on serving pages, and its memory stays bounded. */

export type Angreb = {
  readonly navn: string
  /** What the sender was told: a status, or that it was cut. */
  readonly svar: string
  readonly ms: number
  /** The most that the server process had in memory meanwhile, in MB. */
  readonly hoejst: number
  /** How long a page took right afterwards, in ms; undefined: none came. */
  readonly sideMs: number | undefined
  readonly brud: readonly string[]
}

const HOEJST_MB = 400
const MB = 1024 * 1024
const NOEGLE = 'udvikling-lindely-omsorg'

/** `del` of the full size: 1 is a gzip of 10 MB that unfolds to 10 GB, a line of 1 GB and 10 million lines. */
export async function runGraenser(
  del: number,
  kun = '',
  onAngreb: (angreb: Angreb) => void = () => undefined,
): Promise<Angreb[]> {
  const dataMappe = makeMappe('bbgraenser-')
  const server = startProces({ PORT: String(await freePort()), BORGERBLIKKET_DATA: dataMappe })
  const alle: Angreb[] = []
  try {
    await untilServing(server)
    for (const [navn, angrib] of Object.entries(ANGREB)) {
      if (!navn.includes(kun)) continue
      const angreb = await tryAngreb(server, navn, () => angrib(server.url, del))
      alle.push(angreb)
      onAngreb(angreb)
    }
    return alle
  } finally {
    await stopProces(server)
    removeMappe(dataMappe)
  }
}

async function tryAngreb(server: Serverproces, navn: string, angrib: () => Promise<string>): Promise<Angreb> {
  writeFileSync(`/proc/${server.pid}/clear_refs`, '5')
  const begyndt = Date.now()
  const svar = await angrib()
  const ms = Date.now() - begyndt
  const foerSide = Date.now()
  const status = await statusOf(`${server.url}/`)
  const sideMs = status === 200 ? Date.now() - foerSide : undefined
  const hoejst = Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1]) / 1024)
  const brud = [
    ...(sideMs !== undefined && sideMs < 5_000 ? [] : [`a page was answered ${status} after ${Date.now() - foerSide} ms`]),
    ...(hoejst < HOEJST_MB ? [] : [`${hoejst} MB in memory`]),
    ...(/^(cut|\d{3})/.test(svar) ? [] : [svar]),
  ]
  return { navn, svar, ms, hoejst, sideMs, brud }
}

const ANGREB: Readonly<Record<string, (url: string, del: number) => Promise<string>>> = {
  'a gzip that unfolds a thousandfold': (url, del) =>
    sendPieces(url, gzipSync(Buffer.alloc(100 * MB)), Math.ceil(100 * del), { 'content-encoding': 'gzip' }),
  'a gzip of empty lines': (url, del) =>
    sendPieces(url, gzipSync(Buffer.alloc(100 * MB, '\n')), Math.ceil(100 * del), { 'content-encoding': 'gzip' }),
  'one endless line': (url, del) => sendPieces(url, Buffer.alloc(MB, 'x'), Math.ceil(1024 * del)),
  'ten million lines': (url, del) => sendPieces(url, Buffer.from('{}\n'.repeat(10_000)), Math.ceil(1000 * del)),
  'two hundred slow senders': slowSenders,
  'two hundred deliveries at the same time': parallel,
  'two hundred deliveries of long notes at the same time': parallelLong,
  'deliveries that stop half way': stopHalfWay,
}

const headersOf = (noegle: string) => ({
  'content-type': 'application/x-ndjson',
  'idempotency-key': noegle,
  'x-borgerblikket-udviklingsnoegle': NOEGLE,
})
let nr = 0

/** The same piece over and over, as fast as the server takes it. */
async function sendPieces(url: string, stykke: Buffer, antal: number, headers: Record<string, string> = {}): Promise<string> {
  const ud = request(`${url}/api/v1/leverancer`, {
    method: 'POST',
    agent: false,
    headers: { ...headersOf(`graense ${nr++}`), ...headers },
  })
  const svar = readSvar(ud)
  const videre = new EventEmitter()
  ud.on('drain', () => videre.emit('videre'))
  let faerdig = false
  void svar.then(() => {
    faerdig = true
    videre.emit('videre')
  })
  for (let i = 0; i < antal && !faerdig; i++) if (!ud.write(stykke)) await once(videre, 'videre')
  ud.end()
  return svar
}

function readSvar(ud: ClientRequest): Promise<string> {
  return new Promise((resolve) => {
    ud.once('error', (fejl: { code?: string }) => resolve(`cut (${fejl.code})`))
    ud.once('response', (ind) => {
      let sidste = ''
      ind.setEncoding('utf8')
      ind.on('data', (tekst: string) => {
        sidste = (sidste + tekst).slice(-300)
      })
      ind.once('end', () => resolve(`${ind.statusCode} ${sidste.trim().split('\n').at(-1)?.slice(0, 200)}`))
      ind.once('error', () => resolve('cut'))
    })
  })
}

/** Connections that send a byte of a request line now and then, while a page is asked for. */
async function slowSenders(url: string): Promise<string> {
  const { hostname, port } = new URL(url)
  const sokler: Socket[] = []
  const hoved = `POST /api/v1/leverancer HTTP/1.1\r\nHost: ${hostname}\r\nContent-Type: application/x-ndjson\r\n`
  for (let i = 0; i < 200; i++) {
    const sokkel = connect(Number(port), hostname)
    sokkel.on('error', () => undefined)
    sokkel.write(
      i % 2 === 0
        ? hoved
        : `${hoved}Idempotency-Key: langsom ${i}\r\nX-Borgerblikket-Udviklingsnoegle: ${NOEGLE}\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n`,
    )
    sokler.push(sokkel)
  }
  const statusser: number[] = []
  for (let i = 0; i < 10; i++) {
    for (const sokkel of sokler) if (!sokkel.destroyed) sokkel.write(sokler.indexOf(sokkel) % 2 === 0 ? 'X' : '1\r\n \r\n')
    statusser.push(await statusOf(`${url}/`))
    await wait(200)
  }
  for (const sokkel of sokler) sokkel.destroy()
  return statusser.every((status) => status === 200) ? '200 for pages meanwhile' : `pages were answered ${statusser.join(', ')}`
}

async function parallel(url: string): Promise<string> {
  const { leverancer } = planLeverancer(
    createTerning(7),
    'samtidige',
    Array.from({ length: 200 }, () => 50),
  )
  const afsendelser = leverancer.map(createAfsendelse)
  const svar = await Promise.all(
    afsendelser.map(async (afsendelse) => {
      // What is answered 503 is sent again, as a sender does.
      for (let i = 0; i < 30; i++) {
        if (await send(url, afsendelse, 0)) return true
        await wait(500)
      }
      return false
    }),
  )
  const forsoeg = afsendelser.reduce((sum, led) => sum + led.forsoeg, 0)
  return svar.every(Boolean) ? `200 to all, ${forsoeg} sendings` : `${svar.filter((et) => !et).length} were not finished`
}

/** Each line a note of 60 KB: what is read before it can be kept must not be held in memory for two hundred at once. */
async function parallelLong(url: string, del: number): Promise<string> {
  const notat = lavNotat({ id: LANGT_NOTAT, sag: LANGT_NOTAT, notat: 'Et langt notat. '.repeat(4_000) })
  const linje = Buffer.from(toLinje(notat))
  const svar = await Promise.all(Array.from({ length: 200 }, () => sendPieces(url, linje, Math.ceil(200 * del))))
  const andre = svar.filter((et) => !/^(200|503)/.test(et))
  return andre.length === 0 ? `200 or 503 to all (${svar.filter((et) => et.startsWith('503')).length} times 503)` : `${andre[0]}`
}

const LANGT_NOTAT = '10000000-0000-4000-8000-0000000000aa'

/** A hundred senders that go away in the middle of a line; then one of them comes back with the whole. */
async function stopHalfWay(url: string): Promise<string> {
  const { leverancer } = planLeverancer(createTerning(8), 'halve', [40])
  const [leverance] = leverancer
  if (!leverance) throw new Error('No delivery was planned')
  const hel = leverance.linjer.join('')
  for (let i = 0; i < 100; i++) {
    const ud = request(`${url}/api/v1/leverancer`, { method: 'POST', agent: false, headers: headersOf(leverance.noegle) })
    ud.on('error', () => undefined)
    ud.write(hel.slice(0, Math.floor((hel.length * (i + 1)) / 101)))
    await wait(5)
    ud.destroy()
  }
  const afsendelse = createAfsendelse(leverance)
  for (let i = 0; i < 20; i++) {
    if (await send(url, afsendelse, 0)) return `200 ${JSON.stringify(afsendelse.slut)}`
    await wait(200)
  }
  return 'the whole delivery was not taken afterwards'
}

export const describeAngreb = ({ navn, svar, ms, hoejst, sideMs, brud }: Angreb): string =>
  `${navn}: ${svar}; ${(ms / 1000).toFixed(1)} s, at most ${hoejst} MB, a page after it in ${sideMs} ms${brud.length > 0 ? ` FAILED ${brud.join('; ')}` : ''}`

if (import.meta.main) {
  const { values } = parseArgs({ options: { del: { type: 'string', default: '0.1' }, kun: { type: 'string', default: '' } } })
  const alle = await runGraenser(Number(values.del), values.kun, (angreb) => process.stdout.write(`${describeAngreb(angreb)}\n`))
  const fejlede = alle.filter(({ brud }) => brud.length > 0).length
  process.stdout.write(`${alle.length - fejlede} passed, ${fejlede} failed\n`)
  process.exitCode = fejlede > 0 ? 1 : 0
}
