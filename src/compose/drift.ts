import type { FastifyInstance } from 'fastify'
import { removeOldMedarbejdersessions, removeOldSessions } from '#adgang'
import { removeGamleLivstegn } from '#afstemning/livstegn'
import { startBeskedfordeler } from '#beskedfordeler'
import type { Config } from '#config'
import { createEgenModtager, createPulje, type Modtager } from '#modtagelse'
import { closeListener, listenWithCertificates } from '#platform/http'
import { readRoller } from './registre.ts'
import type { System } from './system.ts'

/** Who takes deliveries in, for as long as the server runs: threads beside this one, or this one where the site wants none. */
export function openModtager(app: FastifyInstance, system: System): Pick<Modtager, 'aabnBunker' | 'besvarBesked'> {
  const { config, login, noegler } = system
  if (!login || config.traade === 0) return createEgenModtager(system)
  const { close, ...modtager } = createPulje({
    antal: config.traade,
    start: { forbindelse: login, noeglemappe: noegler.mappe, roller: readRoller(config.rollefil) },
    onTabt: (grund) => app.log.error({ err: grund }, 'a thread of the intake ended, and another takes its place'),
  })
  app.addHook('onClose', close)
  return modtager
}

const ET_DOEGN_MS = 86_400_000

/** At the start and then once a day, for as long as the server runs. What cannot be removed now is removed the next time. */
export function removeSessionsDaily(app: FastifyInstance, deps: Pick<System, 'db' | 'clock'>): void {
  let igang: Promise<unknown> = Promise.resolve()
  const remove = (): void => {
    igang = Promise.all([removeOldSessions(deps), removeOldMedarbejdersessions(deps), removeGamleLivstegn(deps)]).catch(
      (fejl: unknown) =>
        app.log.warn(
          { err: fejl instanceof Error ? fejl.name : 'unknown' },
          'old sessions and signs of life could not be removed',
        ),
    )
  }
  const timer = setInterval(remove, ET_DOEGN_MS).unref()
  app.addHook('onReady', async () => remove())
  app.addHook('onClose', async () => {
    clearInterval(timer)
    await igang
  })
}

/** Begins to send events to those who are to be told. Answers how to stop. */
export const startEvents = (system: System, app: FastifyInstance): (() => Promise<void>) => {
  const { config, websted } = system
  const deps = {
    ...system,
    url: websted.origin,
    lokal: config.demo !== undefined,
    dage: config.haendelserDage,
    broker: config.broker,
  }
  return startBeskedfordeler(deps, (fejl) =>
    app.log.warn({ err: fejl instanceof Error ? fejl.name : 'unknown' }, 'events could not be sent; tried again'),
  )
}

/** Opens the listener for fagsystemer that show a certificate, where there is to be one. Answers how it is closed. Throws Opstartsfejl. */
export async function listenForFagsystemer(app: FastifyInstance, { fagsystemTls, host }: Config): Promise<() => Promise<void>> {
  if (!fagsystemTls) return async () => undefined
  const server = await listenWithCertificates(app, { ...fagsystemTls, host })
  return () => closeListener(server)
}
