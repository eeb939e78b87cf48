import type { Terning } from '../byggere/tilfaeldighed.ts'
import { findPostgres, listBackends, type Serverproces, startProces, untilServing } from './serverproces.ts'

/** kill -9 of the program or of what it stands on, and the start on the same data afterwards. */

export type Offer = 'server' | 'database' | 'backend'
export const OFRE: readonly Offer[] = ['server', 'database', 'backend']

/** A program that is killed while something is done to it. */
export type Drabsscene = {
  readonly dataMappe: string
  readonly port: number
  server: Serverproces
  /** Set while the server is down: senders wait for it. */
  genstart: Promise<void> | undefined
}

export const startServer = (dataMappe: string, port: number): Serverproces =>
  startProces({ PORT: String(port), BORGERBLIKKET_DATA: dataMappe })

/** Kills once. A server is started again by us, as an operator's supervisor does; a database by the server itself. */
export function kill(scene: Drabsscene, offer: Offer, r: Terning): void {
  const postgres = findPostgres(scene.dataMappe)
  if (offer === 'server') {
    scene.server.kill('SIGKILL')
    scene.genstart = scene.server.slut.then(async () => {
      scene.server = startServer(scene.dataMappe, scene.port)
      await untilServing(scene.server)
    })
  } else if (offer === 'database' && postgres) killHard(postgres.pid)
  else if (postgres) {
    const backends = listBackends(postgres.pid)
    const udvalgt = backends.length > 0 ? r.vaelg(backends) : undefined
    if (udvalgt) killHard(udvalgt.pid)
  }
}

export function killHard(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It ended in the meantime.
  }
}
