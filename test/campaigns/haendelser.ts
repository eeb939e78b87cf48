import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { uuid, uuidFromName } from '#kernel'
import { lavSag, part } from '../byggere/elementer.ts'
import { send as ask } from '../byggere/klient.ts'
import { type Modtager, startModtager } from '../byggere/modtager.ts'
import { createTerning, type Terning } from '../byggere/tilfaeldighed.ts'
import { type Afsendelse, createAfsendelse, send, toLinje } from './afsender.ts'
import {
  findPostgres,
  forbindelserOf,
  freePort,
  makeMappe,
  removeMappe,
  type Serverproces,
  startProces,
  stopProces,
  untilServing,
} from './serverproces.ts'

/**
 * A source delivers changes while the server that tells of them is killed with kill -9 in the middle of its deliveries. Of three receivers
 * one is well, one fails or closes every third time, and one never answers. In the end the first two have had every event, in order by object,
 * each under one id alone, and fetching by mark gives the same.
 */

export type Haendelsesproeve = {
  readonly haendelser: number
  /** Messages that the first two receivers had, and how many of those were repetitions. */
  readonly beskeder: number
  readonly gentagelser: number
  readonly drab: number
  readonly ms: number
  readonly brud: readonly string[]
}

const NOEGLE = 'udvikling-lindely-omsorg'
const CPR = '6103851234'
const TITEL = 'Kanariefuglens hemmelige titel'
const RUM = uuid('9b1f4f5e-0000-4000-8000-0000000000e5')
const HOEJST_MS = 300_000

/** `size`: how many events, about; a kill for each hundred of them, and at least two. Throws where the server cannot be started again. */
export async function runHaendelsesproeve(size: number, seed = 1): Promise<Haendelsesproeve> {
  const begyndt = Date.now()
  const r = createTerning(seed)
  const dataMappe = makeMappe('bbhaendelser-')
  const port = await freePort()
  const start = () => startProces({ PORT: String(port), BORGERBLIKKET_DATA: dataMappe })
  const modtagere = { rask: await startModtager(), skaev: await startModtager(), stum: await startModtager() }
  const scene: Scene = { server: start(), start, modtagere, drab: 0 }
  try {
    await untilServing(scene.server)
    misbehave(modtagere, r)
    const maerke = (await fetchJson<Side>(scene, '/api/v1/haendelser?efter=nu')).naeste
    for (const modtager of Object.values(modtagere)) await subscribe(scene, modtager)
    const afsendelser = planSager(size).map(createAfsendelse)
    await Promise.all([killMeanwhile(scene, r, Math.max(2, Math.floor(size / 100)), size), deliver(scene, afsendelser)])
    const ventede = await readUdbakke(dataMappe)
    await untilAll(scene, ventede)
    const hentet = await fetchAll(scene, maerke)
    const beskeder = [...modtagere.rask.modtaget, ...modtagere.skaev.modtaget]
    return {
      haendelser: ventede.length,
      beskeder: beskeder.length,
      gentagelser: beskeder.length - 2 * ventede.length,
      drab: scene.drab,
      ms: Date.now() - begyndt,
      brud: [
        ...(ventede.length === 0 ? ['der er ingen hændelser'] : []),
        ...findBrud('rask', modtagere.rask, ventede),
        ...findBrud('skæv', modtagere.skaev, ventede),
        ...compareHentet(hentet, ventede),
        ...[modtagere.rask, modtagere.skaev, modtagere.stum].flatMap(({ modtaget }) => findPersondata(modtaget)),
      ],
    }
  } finally {
    await stopAll(scene, dataMappe)
  }
}

type Scene = {
  server: Serverproces
  readonly start: () => Serverproces
  readonly modtagere: Readonly<Record<'rask' | 'skaev' | 'stum', Modtager>>
  drab: number
}
type Side = { readonly haendelser: readonly Besked[]; readonly naeste: string; readonly flere: boolean }
type Besked = { readonly id: string; readonly subject: string; readonly data: { readonly tidspunkt: string } }
const noegleOf = ({ subject, data }: Besked): string => `${subject} ${data.tidspunkt}`

function misbehave({ rask, skaev, stum }: Scene['modtagere'], r: Terning): void {
  rask.opfoer(async (_besked, svar) => {
    await wait(r.heltal(0, 15))
    svar.writeHead(204).end()
  })
  const afviste = new Set<string>()
  skaev.opfoer(({ id }, svar) => {
    // Every third message the first time that it comes.
    if (Number.parseInt(id.slice(0, 4), 16) % 3 !== 0 || afviste.has(id)) svar.writeHead(200).end('{}')
    else if (afviste.add(id).size % 2 === 0) svar.socket?.destroy()
    else svar.writeHead(500).end()
  })
  stum.opfoer(() => undefined)
}

async function askServer(scene: Scene, sti: string, body?: object): Promise<string> {
  const headers = { 'x-borgerblikket-udviklingsnoegle': NOEGLE }
  const svar = await ask(
    scene.server.url,
    sti,
    body
      ? { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) }
      : { headers },
  )
  if (svar.status >= 300) throw new Error(`${sti} was answered ${svar.status}: ${svar.tekst}`)
  return svar.tekst
}
const fetchJson = async <T>(scene: Scene, sti: string, body?: object): Promise<T> =>
  JSON.parse(await askServer(scene, sti, body)) as T

async function subscribe(scene: Scene, modtager: Modtager): Promise<void> {
  type Nyt = { readonly abonnement: { readonly id: string }; readonly hemmelighed: string }
  const oenske = { navn: 'Prøve', url: modtager.url, formaal: 'synkronisering' }
  const { abonnement, hemmelighed } = await fetchJson<Nyt>(scene, '/api/v1/abonnementer', oenske)
  modtager.give(hemmelighed)
  await askServer(scene, `/api/v1/abonnementer/${abonnement.id}/bevis`, {})
}

/** Cases that each change twice, in deliveries of forty lines. */
function planSager(size: number) {
  const versioner = 3
  const linjer = Array.from({ length: Math.ceil(size / versioner) }, (_, nr) => uuidFromName(RUM, String(nr))).flatMap((id) =>
    Array.from({ length: versioner }, (_, version) => ({ id, version })),
  )
  // All first versions, then all second: changes of one object come in deliveries of their own.
  const ordnet = linjer.toSorted((a, b) => a.version - b.version)
  const tekster = ordnet.map(({ id, version }) => {
    const sag = lavSag({ id, parter: [part('Primær part', CPR)], titel: `${TITEL} ${version}` })
    return toLinje({ ...sag, tidspunkt: `2026-02-0${version + 1}T08:00:00.000Z` })
  })
  return Array.from({ length: Math.ceil(tekster.length / 40) }, (_, nr) => ({
    noegle: `haendelser-${nr}`,
    udviklingsnoegle: NOEGLE,
    linjer: tekster.slice(nr * 40, nr * 40 + 40),
  }))
}

async function deliver(scene: Scene, afsendelser: readonly Afsendelse[]): Promise<void> {
  for (const afsendelse of afsendelser)
    while (!(await send(scene.server.url, afsendelse, 0))) {
      if (afsendelse.forsoeg > 200) throw new Error(`A delivery was not finished: ${scene.server.ord().slice(-500)}`)
      await wait(100)
    }
}

/** Each time when so many messages have come, a little later: in the middle of answers that were not recorded. */
async function killMeanwhile(scene: Scene, r: Terning, drab: number, size: number): Promise<void> {
  for (let nr = 1; nr <= drab; nr++) {
    const punkt = Math.floor((size * nr) / (drab + 1))
    while (scene.modtagere.rask.modtaget.length < punkt) await wait(1)
    await wait(r.heltal(0, 20))
    scene.server.kill('SIGKILL')
    await scene.server.slut
    scene.drab++
    scene.server = scene.start()
    await untilServing(scene.server)
  }
}

/** What was told of inside: what the intake wrote into the outbox, in order. */
async function readUdbakke(dataMappe: string): Promise<string[]> {
  const client = new pg.Client({ ...forbindelserOf(dataMappe).ejer, ssl: false })
  await client.connect()
  try {
    const { rows } = await client.query<{ noegle: string }>(
      `SELECT objekt_id || ' ' || to_char(tidspunkt AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS noegle
       FROM udbakke WHERE tidspunkt >= '2026-02-01' AND tidspunkt < '2026-02-04' AND art = 'sag' ORDER BY nr`,
    )
    return rows.map(({ noegle }) => noegle)
  } finally {
    await client.end()
  }
}

const readBeskeder = ({ modtaget }: Modtager): Besked[] => modtaget.map(({ tekst }) => JSON.parse(tekst) as Besked)

async function untilAll({ modtagere: { rask, skaev }, server }: Scene, ventede: readonly string[]): Promise<void> {
  const slut = Date.now() + HOEJST_MS
  const mangler = (modtager: Modtager): number => {
    const set = new Set(readBeskeder(modtager).map(noegleOf))
    return ventede.filter((noegle) => !set.has(noegle)).length
  }
  while (mangler(rask) + mangler(skaev) > 0) {
    if (Date.now() > slut) return
    await Promise.race([wait(200), server.slut])
  }
  // Whatever was answered in this moment is recorded, so that nothing more comes.
  await wait(500)
}

async function fetchAll(scene: Scene, maerke: string): Promise<string[]> {
  const hentet: string[] = []
  for (let efter = maerke; ; ) {
    const side = await fetchJson<Side>(scene, `/api/v1/haendelser?antal=50&efter=${efter}`)
    hentet.push(...side.haendelser.map(noegleOf))
    efter = side.naeste
    if (!side.flere) return hentet
  }
}

function findBrud(navn: string, modtager: Modtager, ventede: readonly string[]): string[] {
  const ider = new Map<string, Set<string>>()
  const beskeder = readBeskeder(modtager).map((besked, nr) => ({ besked, webhookId: modtager.modtaget[nr]?.id ?? '' }))
  for (const { besked, webhookId } of beskeder)
    ider.set(noegleOf(besked), (ider.get(noegleOf(besked)) ?? new Set()).add(webhookId))
  const nyeste = new Map<string, string>()
  const uorden = beskeder.filter(({ besked }, nr) => {
    const foerste = beskeder.findIndex((led) => noegleOf(led.besked) === noegleOf(besked)) === nr
    const aeldre = foerste && (nyeste.get(besked.subject) ?? '') > besked.data.tidspunkt
    if (foerste) nyeste.set(besked.subject, besked.data.tidspunkt)
    return aeldre
  })
  return [
    ...ventede.filter((noegle) => !ider.has(noegle)).map((noegle) => `${navn}: ${noegle} kom aldrig`),
    ...[...ider].filter(([, set]) => set.size > 1).map(([noegle]) => `${navn}: ${noegle} kom under flere id'er`),
    ...uorden.map(({ besked }) => `${navn}: ${noegleOf(besked)} kom efter en nyere`),
    ...modtager.modtaget.filter(({ gyldig }) => !gyldig).map(({ id }) => `${navn}: ${id} har en forkert signatur`),
  ]
}

function compareHentet(hentet: readonly string[], ventede: readonly string[]): string[] {
  const egne = hentet.filter((noegle) => ventede.includes(noegle))
  const set = new Set(egne)
  return [
    ...ventede.filter((noegle) => !set.has(noegle)).map((noegle) => `hentet: ${noegle} mangler`),
    ...(set.size === egne.length ? [] : ['hentet: noget kom to gange']),
  ]
}

const findPersondata = (modtaget: Modtager['modtaget']): string[] =>
  modtaget.filter(({ tekst }) => tekst.includes(CPR) || tekst.includes(TITEL)).map(({ id }) => `${id} har persondata`)

async function stopAll(scene: Scene, dataMappe: string): Promise<void> {
  await Promise.race([stopProces(scene.server), wait(20_000, undefined, { ref: false })])
  scene.server.kill('SIGKILL')
  const postgres = findPostgres(dataMappe)
  if (postgres) {
    try {
      process.kill(postgres.pid, 'SIGKILL')
    } catch {
      // It ended with the server.
    }
  }
  await Promise.all(Object.values(scene.modtagere).map((modtager) => modtager.close()))
  removeMappe(dataMappe)
}

export const describeHaendelsesproeve = ({ haendelser, beskeder, gentagelser, drab, ms, brud }: Haendelsesproeve): string =>
  `${haendelser} hændelser, ${drab} drab; ${beskeder} beskeder til to modtagere, ${gentagelser} gentagelser med samme id, ` +
  `${(ms / 1000).toFixed(1)} s${brud.length > 0 ? `\n  ${brud.slice(0, 20).join('\n  ')}` : ''}`

if (import.meta.main) {
  const { values } = parseArgs({ options: { antal: { type: 'string', default: '300' }, seed: { type: 'string', default: '1' } } })
  const proeve = await runHaendelsesproeve(Number(values.antal), Number(values.seed))
  process.stdout.write(`${describeHaendelsesproeve(proeve)}\n`)
  process.exitCode = proeve.brud.length > 0 ? 1 : 0
}
