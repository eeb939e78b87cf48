import { mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import pg from 'pg'
import {
  forbindelserOf,
  freePort,
  makeMappe,
  removeMappe,
  type Serverproces,
  startProces,
  stopProces,
  untilServing,
} from './serverproces.ts'
import { type Afsender, createAfsendere, makeNoegler, registerNoegler } from './xml-afsender.ts'
import { type Kanariefugle, XMLANGREB } from './xml-angreb-liste.ts'

/**
 * Hostile XML at a real server over HTTP, at every SOAP service, with and without WS-Security: each is refused in bounded time, nothing that it
 * points to is fetched or opened, nothing of it is kept as data, and memory is what it was.
 */

export type Angrebsvalg = {
  /** How often each is timed, where one of them at least is fast enough. */
  readonly gange: number
  /** How many are sent between the two readings of memory. */
  readonly antal: number
  readonly kun?: string
}
export type Angrebsmaal = {
  readonly navn: string
  readonly signeret: boolean
  readonly tjeneste: string
  readonly svar: string
  readonly ms: readonly number[]
  readonly brud: readonly string[]
}
export type Angrebsproeve = {
  readonly maal: readonly Angrebsmaal[]
  readonly hukommelse: Hukommelse
  readonly brud: readonly string[]
  readonly belastning: string
}

/** MB: at first, and after each lot of `antal` attacks. */
type Hukommelse = { readonly maalinger: readonly number[]; readonly antal: number; readonly hoejst: number }

const HOEJST_MS = 1_000
const FLERE = 10
/** One reading and the next differ by this much without any attack: a garbage collector takes its time. */
const HOEJST_VOKSET_MB = 32
/** What is kept for the next message grows to what the largest of them needs: so it is the second lot that must add nothing. */
const LOT = 2
const vokset = ({ maalinger }: Hukommelse): number => (maalinger.at(-1) ?? 0) - (maalinger.at(-2) ?? 0)

export async function runXmlangreb({ gange, antal, kun = '' }: Angrebsvalg): Promise<Angrebsproeve> {
  const dataMappe = makeMappe('bbxml-')
  const miljoe = { PORT: String(await freePort()), BORGERBLIKKET_DATA: dataMappe }
  const kanarie = await startKanariefugle()
  const noegler = makeNoegler()
  let server = startProces(miljoe)
  try {
    await untilServing(server, 120_000)
    await stopProces(server)
    await registerNoegler(dataMappe, noegler)
    server = startProces(miljoe)
    await untilServing(server, 120_000)
    const afsendere = await createAfsendere(server.url, noegler)
    for (const afsender of afsendere) await requireGod(afsender)
    const foer = await countRegistreringer(dataMappe)
    const maal: Angrebsmaal[] = []
    const taget = { antal: 0 }
    const valgte = XMLANGREB.filter(({ navn }) => navn.includes(kun))
    for (const angreb of valgte)
      for (const afsender of afsendere) maal.push(await measureAngreb(angreb, afsender, kanarie.fugle, gange, taget))
    const hukommelse = await measureHukommelse(server, afsendere, kanarie.fugle, antal, valgte, taget)
    const gemt = (await countRegistreringer(dataMappe)) - foer
    return {
      maal,
      hukommelse,
      belastning: loadavg()[0]?.toFixed(1) ?? '',
      brud: [
        ...maal.flatMap(({ brud }) => brud),
        ...(vokset(hukommelse) < HOEJST_VOKSET_MB
          ? []
          : [`${vokset(hukommelse).toFixed(0)} MB more in memory after ${hukommelse.antal} attacks more`]),
        ...(gemt === taget.antal ? [] : [`${gemt} registrations were kept, and ${taget.antal} messages were taken`]),
        ...kanarie.brud(),
      ],
    }
  } finally {
    await stopProces(server)
    kanarie.close()
    removeMappe(dataMappe)
  }
}

/** What attacks are made of is read and answered when it is left as it was, signed and unsigned. */
async function requireGod(afsender: Afsender): Promise<void> {
  for (const besked of [afsender.usigneret(), afsender.signeret()]) {
    const { status, tekst } = await afsender.send(besked)
    if (status !== 200 || tekst.includes('Fault'))
      throw new Error(`A good message to ${afsender.tjeneste} was answered ${status}: ${tekst.slice(0, 500)}`)
  }
}

type Angreb = (typeof XMLANGREB)[number]
type Taelling = { antal: number }

const isTaget = ({ status, tekst }: { status: number; tekst: string }): boolean =>
  status === 200 && tekst.includes('<sd:StatusKode>20</sd:StatusKode>')
const KODE = /\b(?:[A-Z]{3}-\d{3}|[A-ZÆØÅ]+(?:_[A-ZÆØÅ]+)+)\b/

async function measureAngreb(
  angreb: Angreb,
  afsender: Afsender,
  fugle: Kanariefugle,
  gange: number,
  taget: Taelling,
): Promise<Angrebsmaal> {
  const ms: number[] = []
  const svar = new Set<string>()
  const brud: string[] = []
  // On a machine that does other things too one try says little: one that was slow is tried again, and the fastest counts.
  for (let i = 0; i < gange || (Math.min(...ms) >= HOEJST_MS && i < gange + FLERE); i++) {
    const besked = angreb.lav(afsender, fugle)
    if (angreb.foerst) await sendFoerst(afsender, besked, taget)
    const begyndt = performance.now()
    const givet = await sendUntilAnswered(afsender, besked)
    ms.push(performance.now() - begyndt)
    svar.add(`${givet.status} ${KODE.exec(givet.tekst)?.[0] ?? ''}`.trim())
    if (isTaget(givet)) taget.antal++
    brud.push(...findSvarbrud(givet, angreb, fugle))
  }
  const hurtigst = Math.min(...ms)
  if (hurtigst >= HOEJST_MS) brud.push(`took ${hurtigst.toFixed(0)} ms`)
  const { navn, signeret } = angreb
  const sted = `${navn} (${afsender.tjeneste}, ${signeret ? 'signed' : 'unsigned'})`
  return {
    navn,
    signeret,
    tjeneste: afsender.tjeneste,
    svar: [...svar].join(', '),
    ms,
    brud: brud.map((led) => `${sted}: ${led}`),
  }
}

const findSvarbrud = (givet: { status: number; tekst: string }, { maaTages }: Angreb, { fil }: Kanariefugle): string[] => [
  ...(isTaget(givet) && !maaTages ? ['was taken'] : []),
  ...(givet.tekst.includes(fil) || givet.tekst.includes(HEMMELIG) ? ['the answer holds the file'] : []),
]

/** What is to be replayed is answered the first time: only then is the second one a repetition. */
async function sendFoerst(afsender: Afsender, besked: string | Buffer, taget: Taelling): Promise<void> {
  const foerste = await sendUntilAnswered(afsender, besked)
  if (foerste.status !== 200)
    throw new Error(`What was to be replayed was answered ${foerste.status}: ${foerste.tekst.slice(0, 300)}`)
  if (isTaget(foerste)) taget.antal++
}

/** A busy server answers 503 and has read nothing: that refuses nobody for what he is. */
async function sendUntilAnswered(afsender: Afsender, besked: string | Buffer) {
  for (let forsoeg = 0; ; forsoeg++) {
    const svar = await afsender.send(besked)
    if (svar.status !== 503 || forsoeg === 20) return svar
    await wait(250)
  }
}

async function measureHukommelse(
  server: Serverproces,
  afsendere: readonly Afsender[],
  fugle: Kanariefugle,
  antal: number,
  valgte: readonly Angreb[],
  taget: Taelling,
): Promise<Hukommelse> {
  const angreb = valgte.filter(({ foerst, maaTages }) => !foerst && !maaTages)
  const maalinger = [await settledRss(server)]
  writeFileSync(`/proc/${server.pid}/clear_refs`, '5')
  for (let i = 0; i < antal * LOT; i++) {
    const et = angreb[i % angreb.length]
    const afsender = afsendere[Math.floor(i / angreb.length) % afsendere.length]
    if (!et || !afsender) break
    const svar = await sendUntilAnswered(afsender, et.lav(afsender, fugle))
    if (isTaget(svar)) taget.antal++
    if ((i + 1) % antal === 0) maalinger.push(await settledRss(server))
  }
  const hoejst = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1]) / 1024
  return { maalinger, antal, hoejst }
}

/** In MB, the least of some seconds: what is only garbage is given back meanwhile. */
async function settledRss(server: Serverproces): Promise<number> {
  let mindst = Number.POSITIVE_INFINITY
  for (let i = 0; i < 10; i++) {
    await wait(500)
    mindst = Math.min(mindst, Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1]) / 1024)
  }
  return mindst
}

async function countRegistreringer(dataMappe: string): Promise<number> {
  const client = new pg.Client({ ...forbindelserOf(dataMappe).ejer, ssl: false })
  await client.connect()
  const { rows } = await client.query<{ antal: string }>('SELECT count(*) AS antal FROM registrering')
  await client.end()
  return Number(rows[0]?.antal)
}

const HEMMELIG = 'Kanariefuglens hemmelighed'
const LAENGE_SIDEN = new Date('2001-01-01T00:00:00Z')

/** An address that counts who comes, and a file that shows whether it has been read. */
async function startKanariefugle() {
  const mappe = mkdtempSync(join(tmpdir(), 'bbkanarie-'))
  const fil = join(mappe, 'hemmelig.txt')
  writeFileSync(fil, HEMMELIG, { mode: 0o644 })
  utimesSync(fil, LAENGE_SIDEN, new Date())
  let besoeg = 0
  const lytter: Server = createServer((forbindelse) => {
    besoeg++
    forbindelse.destroy()
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => lytter.once('listening', resolve))
  const { port } = lytter.address() as { port: number }
  const fugle: Kanariefugle = { http: `http://127.0.0.1:${port}/kanarie`, fil }
  return {
    fugle,
    brud: (): string[] => {
      const laest = statSync(fil).atimeMs !== LAENGE_SIDEN.getTime()
      // Whoever reads it is seen: tried at last, so that silence means something.
      readFileSync(fil)
      const ses = statSync(fil).atimeMs !== LAENGE_SIDEN.getTime()
      return [
        ...(besoeg === 0 ? [] : [`the address that the attacks name was called ${besoeg} times`]),
        ...(laest ? ['the file that the attacks name was read'] : []),
        ...(ses ? [] : ['this file system does not tell when a file is read, so nothing is proved of it']),
      ]
    },
    close: () => {
      lytter.close()
      rmSync(mappe, { recursive: true, force: true })
    },
  }
}

/** What was seen, a sentence an attack: its answers, and the slowest of the services. */
export function describeXmlangreb({ maal, hukommelse, brud, belastning }: Angrebsproeve): string[] {
  const grupper = Map.groupBy(maal, ({ navn, signeret }) => `${navn}${signeret ? ', signed' : ''}`)
  const linjer = [...grupper].map(([navn, egne]) => {
    const svar = [...new Set(egne.map((led) => led.svar))].join('; ')
    const alle = egne.flatMap(({ ms }) => ms)
    const langsomst = Math.max(...egne.map(({ ms }) => Math.min(...ms)))
    return `${navn}: ${svar}; at ${egne.length} services, ${langsomst.toFixed(0)} ms at the slowest (${Math.max(...alle).toFixed(0)} ms the slowest of ${alle.length} tries)`
  })
  const { maalinger, antal, hoejst } = hukommelse
  return [
    ...linjer,
    `memory of the server, with its threads: ${maalinger.map((mb) => mb.toFixed(0)).join(', then ')} MB, ${antal} attacks between each; ${hoejst.toFixed(0)} MB at most meanwhile`,
    `${maal.length} attacks timed ${maal.reduce((sum, { ms }) => sum + ms.length, 0)} times in all, the fastest of each counts; machine's load ${belastning}`,
    ...(brud.length === 0
      ? [
          'no address was called, no file was read, and nothing was kept but the messages that were taken before they were replayed or pointed elsewhere',
        ]
      : brud.map((led) => `FAILED ${led}`)),
  ]
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      gange: { type: 'string', default: '1' },
      antal: { type: 'string', default: '100' },
      kun: { type: 'string', default: '' },
    },
  })
  const proeve = await runXmlangreb({ gange: Number(values.gange), antal: Number(values.antal), kun: values.kun })
  process.stdout.write(`${describeXmlangreb(proeve).join('\n')}\n`)
  process.exitCode = proeve.brud.length > 0 ? 1 : 0
}
