import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { createApp, type System, wireSystem } from '#compose'
import { type Config, readConfig } from '#config'
import { startTestlogin, type Testlogin, type Testmedarbejder, type Testperson } from '#demo'
import { type CprNummer, cvrNummer, type Uuid, uuid } from '#kernel'
import { hashNoegle, type Kilde } from '#kilde'
import type { ElementKilde } from '#modtagelse'
import {
  type Foraeldremyndighed,
  findOrCreatePerson,
  type Personfakta,
  registerForaeldremyndighed,
  registerPersonfakta,
} from '#part'
import { type Clock, systemClock } from '#platform/clock'
import type { Database } from '#platform/database'
import { sessionCookie } from '../../src/adgang/session.ts'
import { startSession } from '../../src/adgang/session-liv.ts'
import type { KleKonfiguration } from '../../src/visning/fakta.ts'
import { createTestDatabase, type Testdatabase } from './database.ts'
import { type Browser, createBrowser, type Svar, send } from './klient.ts'
import { freePort } from './port.ts'

export const KORSBAEK = cvrNummer('11111111')
export const BROBYSKOV = cvrNummer('12345678')

const kilde = (id: string, navn: string, slags: string): Kilde => ({
  id: uuid(id),
  navn,
  slags,
  kommuner: [KORSBAEK, BROBYSKOV],
  kle: [],
  klientId: undefined,
  rytmeTimer: 24,
  spaerret: undefined,
})

/** Two sources that may deliver anything of both municipalities. */
export const KILDER = {
  a: kilde('a0000000-0000-4000-8000-00000000000a', 'Kastanje Sag', 'esdh'),
  b: kilde('b0000000-0000-4000-8000-00000000000b', 'Lindely Omsorg', 'eoj'),
} as const
export type Kildenavn = keyof typeof KILDER
export const udviklingsnoegle = (navn: Kildenavn): string => `noegle-til-kilde-${navn}`

/** The hovedgrupper that are open in both municipalities, all of them shown and nothing in quarantine. */
const AABNE = ['02', '15', '27', '28', '29', '32'] as const
export const konfiguration = (felter: Partial<KleKonfiguration> & { readonly kle: string }): KleKonfiguration => ({
  kommune: KORSBAEK,
  gaelderFra: '2020-01-01T00:00:00.000Z' as KleKonfiguration['gaelderFra'],
  aaben: true,
  juristAabnet: false,
  fradato: '2020-01-01',
  visAeldreAktive: false,
  fagsystemfilter: [],
  titelvisning: 'sagens',
  kvalitetskrav: 'ingen',
  stikproeve: 0,
  visDokumenttitler: true,
  dokumenttyper: [],
  visJournalnotater: true,
  notatsystemer: [],
  notatfristDage: 0,
  karantaene: false,
  ventArbejdsdage: 0,
  visYdelser: true,
  visUdbetalinger: true,
  visAftaler: true,
  ...felter,
})
const ALT_AABENT = [KORSBAEK, BROBYSKOV].flatMap((kommune) => AABNE.map((kle) => konfiguration({ kommune, kle })))

export type Kvittering = {
  readonly linje: number
  readonly id?: string
  readonly udfald: string
  readonly brud?: readonly { readonly regel: string; readonly sti: string }[]
}

export type Webstedsvalg = {
  /** A database to stand on, which is then the caller's to close; else one of its own. */
  readonly base?: Testdatabase
  /** What the site sees of the database: a test may put something in between. */
  readonly wrap?: (db: Database) => Database
  readonly clock?: Clock
  /** What the municipalities have opened; the standard is all of AABNE. */
  readonly opsaetning?: readonly KleKonfiguration[]
  /** Who can log in at the stand-in for MitID; without any it is not started. */
  readonly personer?: readonly Testperson[]
  /** The same at work. */
  readonly medarbejdere?: readonly Testmedarbejder[]
  readonly logniveau?: string
  /** A folder with keys that exist already, for a second site on the same database. */
  readonly dataMappe?: string
  /** Environment variables on top of those that a test needs. */
  readonly miljoe?: Readonly<Record<string, string>>
}

/** A whole site in this process on a port of its own, over a real database. */
export type Testwebsted = {
  readonly origin: string
  readonly app: FastifyInstance
  readonly system: System
  readonly base: Testdatabase
  /** All that the program has logged. */
  readonly log: readonly string[]
  readonly agent: Agent
  /** The part of a person; made where nobody has named them yet. */
  part(cpr: string): Promise<Uuid>
  /** A browser in which the person is logged in, without the way around MitID. */
  logInd(cpr: string, navn?: string): Promise<Browser>
  /** A browser with nobody in it. */
  browser(): Browser
  /** Delivers through POST /api/v1/leverancer and answers the receipts. Throws where a line is refused, unless that is what is wanted. */
  lever(kilde: Kildenavn, elementer: readonly ElementKilde[], valg?: { readonly afvises?: boolean }): Promise<Kvittering[]>
  /** Posts a SOAP message as the source. */
  leverSoap(kilde: Kildenavn, xml: string): Promise<Svar>
  /** Enters facts of persons, and custody (barn, indehaver and days), as a register would. */
  registrer(fakta: readonly Personfakta[], myndigheder?: readonly Foraeldremyndighed[]): Promise<void>
  close(): Promise<void>
}

export async function startWebsted(valg: Webstedsvalg = {}): Promise<Testwebsted> {
  const base = valg.base ?? (await createTestDatabase())
  const mappe = valg.dataMappe ?? mkdtempSync(join(tmpdir(), 'bbwebsted-'))
  const config = await findConfig(mappe, valg.logniveau ?? 'trace', valg.miljoe ?? {})
  const db = valg.wrap?.(base.db) ?? base.db
  const system = await wireSystem({ config, ejer: base.ejer, db, clock: valg.clock ?? systemClock, close: async () => undefined })
  for (const navn of Object.keys(KILDER) as Kildenavn[])
    await system.kilder.save(KILDER[navn], { udviklingsnoegle: hashNoegle(udviklingsnoegle(navn)) })
  await system.opsaetning.save(valg.opsaetning ?? ALT_AABENT)
  const testlogin =
    (valg.personer || valg.medarbejdere) && (await startMitid(config, valg.personer ?? [], valg.medarbejdere ?? []))
  const log: string[] = []
  const app = await createApp(system, brokerFor(testlogin), createLogstroem(log))
  await app.listen({ port: config.port, host: config.host })
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  return {
    origin: config.url,
    app,
    system,
    base,
    log,
    agent,
    ...personer(system, config.url, agent),
    ...leverancer(config.url, agent),
    close: async () => {
      agent.destroy()
      await app.close()
      await testlogin?.close()
      if (!valg.base) await base.close()
      if (!valg.dataMappe) rmSync(mappe, { recursive: true, force: true })
    },
  }
}

/** A folder for keys that two sites on one database share; to be removed by the caller. */
export const makeDataMappe = (): string => mkdtempSync(join(tmpdir(), 'bbwebsted-'))

const createLogstroem = (log: string[]): Writable =>
  new Writable({
    write: (del: Buffer | string, _encoding, done) => {
      log.push(del.toString())
      done()
    },
  })

async function findConfig(dataMappe: string, logniveau: string, miljoe: Readonly<Record<string, string>>): Promise<Config> {
  const port = await freePort()
  return readConfig({
    PORT: String(port),
    BORGERBLIKKET_DATA: dataMappe,
    LOGNIVEAU: logniveau,
    HOST: 'localhost',
    SVARTAKT_MS: '0',
    ...miljoe,
  })
}

const KLIENT = { id: 'borgerblikket', hemmelighed: 'kun-til-proeverne' }

const startMitid = (config: Config, folk: readonly Testperson[], medarbejdere: readonly Testmedarbejder[]): Promise<Testlogin> =>
  startTestlogin({
    port: 0,
    klient: {
      ...KLIENT,
      returadresser: [`${config.url}/log-ind/retur`, `${config.url}/arbejde/log-ind/retur`],
      logudadresser: [`${config.url}/logget-ud`, `${config.url}/arbejde/logget-ud`],
    },
    personer: folk,
    medarbejdere,
  })

/** Without a stand-in the broker is an address at which nobody answers. */
const brokerFor = (testlogin: Testlogin | undefined) => ({
  udsteder: testlogin?.udsteder ?? 'http://127.0.0.1:9',
  klientId: KLIENT.id,
  klientHemmelighed: KLIENT.hemmelighed,
})

function personer(system: System, origin: string, agent: Agent): Pick<Testwebsted, 'part' | 'logInd' | 'browser' | 'registrer'> {
  const part = (cpr: string) => findOrCreatePerson(system.db, system.noegler, cpr as CprNummer)
  return {
    part,
    browser: () => createBrowser(origin, agent),
    logInd: async (cpr, navn = 'Prøve Person') => {
      const session = await startSession(system, { part: await part(cpr), navn, loa: 'Substantial', forrige: undefined })
      const browser = createBrowser(origin, agent)
      browser.setCookie(sessionCookie(system, session))
      return browser
    },
    registrer: (fakta, myndigheder = []) =>
      system.db.transaction({ rolle: 'modtagelse' }, async (tx) => {
        await registerPersonfakta(tx, system.noegler, fakta)
        const boern = myndigheder.map(({ barn }) => barn)
        await registerForaeldremyndighed(tx, boern, myndigheder)
      }),
  }
}

function leverancer(origin: string, agent: Agent): Pick<Testwebsted, 'lever' | 'leverSoap'> {
  return {
    lever: async (navn, elementer, { afvises = false } = {}) => {
      const svar = await send(
        origin,
        '/api/v1/leverancer',
        {
          method: 'POST',
          headers: {
            'content-type': 'application/x-ndjson',
            'idempotency-key': randomUUID(),
            'x-borgerblikket-udviklingsnoegle': udviklingsnoegle(navn),
          },
          body: elementer.map((element) => `${JSON.stringify(element)}\n`).join(''),
        },
        agent,
      )
      return readKvitteringer(svar, elementer.length, afvises)
    },
    leverSoap: (navn, xml) =>
      send(
        origin,
        '/soap/sagdokumentindeks/6',
        {
          method: 'POST',
          headers: {
            'content-type': 'application/soap+xml; charset=utf-8',
            'x-borgerblikket-udviklingsnoegle': udviklingsnoegle(navn),
          },
          body: xml,
        },
        agent,
      ),
  }
}

function readKvitteringer(svar: Svar, antal: number, afvises: boolean): Kvittering[] {
  if (svar.status !== 200) throw new Error(`The delivery was answered ${svar.status}: ${svar.tekst}`)
  const linjer = svar.tekst
    .trim()
    .split('\n')
    .map((linje) => JSON.parse(linje) as Kvittering & { readonly slut?: boolean })
  const kvitteringer = linjer.filter((linje) => !linje.slut)
  if (!linjer.at(-1)?.slut || kvitteringer.length !== antal) throw new Error('The delivery was cut short')
  const afvist = kvitteringer.find(({ udfald }) => udfald === 'afvist')
  if (afvist && !afvises) throw new Error(`A line was refused: ${JSON.stringify(afvist)}`)
  return kvitteringer
}
