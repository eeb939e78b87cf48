import { randomUUID } from 'node:crypto'
import { request } from 'node:http'
import { join } from 'node:path'
import { createDaekningslager, emnefelterFor } from '#afstemning/daekning'
import { type CprNummer, cvrNummer, type KlePraefiks, newUuid, tidspunkt, type Uuid, uuid } from '#kernel'
import { createKilderegister, hashNoegle, type Kilde } from '#kilde'
import { LIVSOMRAADER } from '#klassifikation'
import type { ElementKilde } from '#modtagelse'
import { findOrCreatePerson } from '#part'
import { systemClock } from '#platform/clock'
import { createNoegler } from '#platform/crypto'
import { type Database, openDatabase } from '#platform/database'
import { createOpsaetningslager } from '#visning'
import { lavAftale, lavSag, part } from '../byggere/elementer.ts'
import { afstemKilde } from '../byggere/tilslutning.ts'
import { konfiguration } from '../byggere/websted.ts'
import { forbindelserOf } from './serverproces.ts'

/** A municipality of its own, with one source that is all that could hold anything, and that says of itself what it holds. */

export const SAMSOE = cvrNummer('23795515')
export const OMRAADE = 'hjaelp-pleje-og-handicap'
const NOEGLE = 'noegle-til-stopproeven'
const KILDE: Kilde = {
  id: uuid('a0000000-0000-4000-8000-0000000057a9'),
  navn: 'Stopprøve Sag',
  slags: 'esdh',
  kommuner: [SAMSOE],
  kle: ['27' as KlePraefiks],
  klientId: undefined,
  rytmeTimer: 24,
  spaerret: undefined,
}

/** A person who may have something. `leveret`: when the receipt of it had come; from then on none may be said. */
export type Kanarie = {
  readonly cpr: string
  readonly titel: string
  readonly sag: Uuid
  sendt: boolean
  leveret: number | undefined
}

export const lavKanarie = (nr: number): Kanarie => ({
  cpr: `${String(61 + (nr % 28))}0180${String(2000 + nr).padStart(4, '0')}`,
  titel: `Kanariesag ${String(nr)}`,
  sag: newUuid(),
  sendt: false,
  leveret: undefined,
})

async function onDatabase<T>(dataMappe: string, work: (db: Database) => Promise<T>): Promise<T> {
  const db = openDatabase(forbindelserOf(dataMappe).app)
  try {
    return await work(db)
  } finally {
    await db.close()
  }
}

/** Enters the municipality, its source and the persons, as an operator would before anything is delivered. */
export const prepareSted = (dataMappe: string, kanarier: readonly Kanarie[]): Promise<void> =>
  onDatabase(dataMappe, async (db) => {
    const kilder = await createKilderegister(db, systemClock)
    await kilder.save(KILDE, { udviklingsnoegle: hashNoegle(NOEGLE) })
    const opsaetning = await createOpsaetningslager(db, systemClock)
    await opsaetning.save([konfiguration({ kommune: SAMSOE, kle: '27' })])
    const daekning = await createDaekningslager(db, systemClock, kilder)
    const tilsluttetSiden = tidspunkt('2020-12-01T00:00:00Z')
    await daekning.saveTilslutninger(
      emnefelterFor(KILDE).map((felt) => ({ ...felt, kilde: KILDE.id, tilsluttetSiden, dataFra: '2016-01-01' })),
    )
    await daekning.saveForventninger(
      LIVSOMRAADER.map(({ noegle }) => ({ kommune: SAMSOE, livsomraade: noegle, slags: KILDE.slags })),
    )
    const noegler = createNoegler(join(dataMappe, 'noegler'))
    for (const { cpr } of kanarier) await findOrCreatePerson(db, noegler, cpr as CprNummer)
  })

/** The source has told all that it holds and is agreed with. Throws where the database does not answer, or where something has just come. */
export const provSted = (dataMappe: string): Promise<void> =>
  onDatabase(dataMappe, (db) => afstemKilde({ db, clock: systemClock }, KILDE))

/** Nobody can read what is known any more, or they can again: what a picture in memory is made of. */
export const lukDaekning = (dataMappe: string, lukket: boolean): Promise<void> =>
  onOwner(
    dataMappe,
    lukket ? 'REVOKE SELECT ON daekning FROM borgerblikket_opsaetning' : 'GRANT SELECT ON daekning TO borgerblikket_opsaetning',
  )

async function onOwner(dataMappe: string, tekst: string): Promise<void> {
  const { default: pg } = await import('pg')
  const klient = new pg.Client(forbindelserOf(dataMappe).ejer)
  klient.on('error', () => undefined)
  await klient.connect()
  try {
    await klient.query(tekst)
  } finally {
    await klient.end()
  }
}

/** Delivers the person's case; true where its receipt came. Anything else is not known to have come, and can be sent again. */
export const leverKanarie = async (url: string, { cpr, titel, sag }: Kanarie): Promise<boolean> => {
  const svar = await post(url, [lavSag({ id: sag, kommune: SAMSOE, parter: [part('Primær part', cpr)], titel })])
  return svar.includes('"udfald":"modtaget"') || svar.includes('"udfald":"uaendret"')
}

/** A line that is refused, of a kind and an area that can be told: nobody may be told that there is none of it. */
export const leverAfvist = async (url: string, cpr: string): Promise<boolean> => {
  const element = lavAftale({ id: newUuid(), kommune: SAMSOE, parter: [part('Primær part', cpr)] })
  const svar = await post(url, [{ ...element, egenskaber: [] } as ElementKilde])
  return svar.includes('"udfald":"afvist"')
}

/** A source that dies while it delivers: half a line, and then nothing. */
export function leverHalvt(url: string, cpr: string): Promise<void> {
  const linje = `${JSON.stringify(lavSag({ id: newUuid(), kommune: SAMSOE, parter: [part('Primær part', cpr)] }))}\n`
  return new Promise((resolve) => {
    const ud = request(`${url}/api/v1/leverancer`, { method: 'POST', agent: false, headers: HEADERS() })
    ud.on('error', () => resolve())
    ud.on('response', (ind) => ind.on('error', () => undefined).resume())
    ud.write(linje.slice(0, linje.length / 2))
    setTimeout(() => {
      ud.destroy()
      resolve()
    }, 100)
  })
}

const HEADERS = () => ({
  'content-type': 'application/x-ndjson',
  'idempotency-key': randomUUID(),
  'x-borgerblikket-udviklingsnoegle': NOEGLE,
})

/** The answer's text; what came of it where the answer was broken off. */
function post(url: string, elementer: readonly ElementKilde[]): Promise<string> {
  return new Promise((resolve) => {
    const dele: string[] = []
    const slut = () => resolve(dele.join(''))
    const ud = request(
      `${url}/api/v1/leverancer`,
      { method: 'POST', agent: false, timeout: 10_000, headers: HEADERS() },
      (ind) => {
        ind.setEncoding('utf8')
        ind.on('data', (del: string) => dele.push(del))
        ind.on('end', slut).on('error', slut).on('close', slut)
      },
    )
    ud.on('error', slut)
    ud.on('timeout', () => ud.destroy())
    ud.end(elementer.map((element) => `${JSON.stringify(element)}\n`).join(''))
  })
}
