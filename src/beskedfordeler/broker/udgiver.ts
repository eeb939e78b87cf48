import { newUuid, tidspunkt } from '#kernel'
import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import { findHoved, type Haendelse, listAlleEfter, toCloudEvent, toHaendelse, typeOf } from '../haendelse/index.ts'
import { connectAmqp091 } from './amqp-0-9-1.ts'
import { connectAmqp10 } from './amqp-1-0.ts'
import { ensureBroker, giveBrokerBack, lendBroker, noteBrokerfejl, noteHul, noteSendt } from './broker.sql.ts'
import type { Brokerbesked, Brokerforbindelse, Brokeropsaetning } from './opsaetning.ts'

export type Udgiverdeps = { readonly db: Database; readonly clock: Clock; readonly url: string }

/** Tells a broker of all that happens, in order, at least once. */
export type Udgiver = {
  /** Publishes the next; answers how many. 0 too where another process is the one that does. Throws Brokerfejl and DatabaseFejl. */
  publishNext(): Promise<number>
  close(): Promise<void>
}

const ROLLE = { rolle: 'beskedfordeler' } as const
const LAAN_MS = 60_000
const HOEJST = 100

export function createUdgiver({ db, clock, url }: Udgiverdeps, opsaetning: Brokeropsaetning): Udgiver {
  const navn = `${opsaetning.protokol} ${opsaetning.adresse}`
  const laan = newUuid()
  let aaben: Brokerforbindelse | undefined
  const connect = opsaetning.protokol === '1.0' ? connectAmqp10 : connectAmqp091
  const lend = async () => {
    const nu = clock.now()
    const til = tidspunkt(new Date(Date.parse(nu) + LAAN_MS))
    return db.transaction(ROLLE, async (tx) => {
      await tx.run(ensureBroker(navn))
      const [laant] = await tx.run(lendBroker(navn, laan, nu, til))
      if (!laant) return undefined
      const [hoved] = await tx.run(findHoved())
      const fjernet = hoved?.fjernet_til ?? 0
      const efter = Math.max(laant.sendt_til, fjernet)
      if (fjernet > laant.sendt_til) await tx.run(noteHul(navn, laan, laant.sendt_til + 1, fjernet))
      return (await tx.run(listAlleEfter(efter, HOEJST))).map(toHaendelse)
    })
  }
  const drop = async (): Promise<void> => {
    const gammel = aaben
    aaben = undefined
    await gammel?.close()
  }
  return {
    publishNext: async () => {
      const haendelser = await lend()
      const sidste = haendelser?.at(-1)
      if (!haendelser || !sidste) return 0
      try {
        aaben ??= await connect(opsaetning)
        await aaben.publish(haendelser.map((haendelse) => toBesked(haendelse, url)))
      } catch (fejl) {
        await drop()
        const tekst = fejl instanceof Error ? fejl.message : 'unknown'
        await db.transaction(ROLLE, (tx) => tx.run(noteBrokerfejl(navn, laan, tekst, clock.now())))
        throw fejl
      }
      await db.transaction(ROLLE, (tx) => tx.run(noteSendt(navn, laan, sidste.loebenr, clock.now())))
      return haendelser.length
    },
    close: async () => {
      await drop()
      await db.transaction(ROLLE, (tx) => tx.run(giveBrokerBack(navn, laan)))
    },
  }
}

const UKENDT = 'ukendt'

const toBesked = (haendelse: Haendelse, url: string): Brokerbesked => ({
  id: haendelse.id,
  emne: [haendelse.art, haendelse.haendelse, haendelse.kommune ?? UKENDT, haendelse.kle ?? UKENDT].join('.'),
  type: typeOf(haendelse),
  body: toCloudEvent(haendelse, url),
})
