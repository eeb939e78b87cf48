import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { type Forbindelse, openDatabase } from '#platform/database'
import { Afbrudt, type Del, type Delresultat, runDel } from './gennemgaa.ts'

/** What a thread of a preview is started with. */
export type Traadstart = { readonly forbindelse: Forbindelse; readonly del: Del }
/** What it tells: how far it is, what it came to, or the name of what it failed with. */
export type Traadbesked = { readonly tusindedele: number } | { readonly svar: Delresultat } | { readonly fejl: string }

/** Works one stretch through beside the server's own thread, on a connection of its own, and ends. */
async function run(port: MessagePort, { forbindelse, del }: Traadstart): Promise<void> {
  const db = openDatabase(forbindelse, { delte: 1, eksklusive: 1 })
  let stoppet = false
  port.on('message', () => {
    stoppet = true
  })
  const tell = (besked: Traadbesked): void => port.postMessage(besked)
  try {
    const svar = await runDel({ db }, del, {
      onFremdrift: (tusindedele) => {
        if (stoppet) throw new Afbrudt('Stopped')
        tell({ tusindedele })
      },
    })
    tell({ svar })
  } catch (error) {
    tell({ fejl: error instanceof Error ? error.name : 'unknown' })
  } finally {
    await db.close()
    port.close()
  }
}

if (parentPort) void run(parentPort, workerData as Traadstart)
