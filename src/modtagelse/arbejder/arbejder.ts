import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { createLogskriver } from '#adgangslog'
import { systemClock } from '#platform/clock'
import { createNoegler } from '#platform/crypto'
import { openDatabase } from '#platform/database'
import { createRollekatalog } from '../regler/index.ts'
import { type Bunkemodtager, createBunkemodtager } from '../rest/bunker.ts'
import { createBesvarelse } from '../soap/besvar.ts'
import type { Arbejderstart, FraArbejder, Opgave, Opgavesvar, TilArbejder } from './beskeder.ts'

/**
 * A thread that takes in deliveries, from the bytes to the receipts, with connections and keys of its own. It keeps nothing between two
 * deliveries, so the server may end it and start another at any time.
 */
function startArbejder(port: MessagePort, { forbindelse, noeglemappe, roller }: Arbejderstart): void {
  // One for reads, one for the log; as many for transactions as are written at a time.
  const db = openDatabase(forbindelse, { delte: 1, eksklusive: 4 })
  const deps = {
    db,
    noegler: createNoegler(noeglemappe),
    clock: systemClock,
    roller: createRollekatalog(roller),
    log: createLogskriver(db),
  }
  const aabnBunker = createBunkemodtager(deps)
  const besvarBesked = createBesvarelse(deps)
  const stroemme = new Map<number, Bunkemodtager>()
  const send = (svar: FraArbejder): void => port.postMessage(svar)

  const bunkerFor = (stroem: number, opgave: Extract<Opgave, { slags: 'bunke' }>): Bunkemodtager => {
    const bunker = stroemme.get(stroem) ?? aabnBunker(opgave.leverance)
    stroemme.set(stroem, bunker)
    return bunker
  }
  const solve = async (opgave: Opgave): Promise<Opgavesvar> =>
    opgave.slags === 'bunke' ? bunkerFor(opgave.stroem, opgave).modtag(opgave.linjer) : besvarBesked(opgave.besked)

  port.on('message', (besked: TilArbejder) => {
    if ('luk' in besked) stroemme.delete(besked.luk)
    else if ('slut' in besked) void db.close().then(() => port.close())
    else
      solve(besked.opgave).then(
        (svar) => send({ nr: besked.nr, svar }),
        (error: unknown) => send({ nr: besked.nr, fejl: error instanceof Error ? error.name : 'unknown' }),
      )
  })
  send({ klar: true })
}

if (parentPort) startArbejder(parentPort, workerData as Arbejderstart)
