import { Worker } from 'node:worker_threads'
import type { Uuid } from '#kernel'
import type { AabnBunker, Bunkesvar } from '../rest/bunker.ts'
import type { BesvarBesked } from '../soap/besvar.ts'
import type { SoapSvar } from '../soap/faelles/svar.ts'
import type { Arbejderstart, FraArbejder, Opgave, Opgavesvar, TilArbejder } from './beskeder.ts'

/** What was to be taken in was not answered for. Its name is that of the fault in the thread, where there was one. */
class Arbejderfejl extends Error {
  override readonly name: string
  constructor(navn: string) {
    super('A thread of the intake could not answer')
    this.name = navn
  }
}

/** Takes in deliveries and messages, here or elsewhere. */
export type Modtager = {
  readonly aabnBunker: AabnBunker
  readonly besvarBesked: BesvarBesked
  readonly close: () => Promise<void>
}

export type Puljevalg = {
  readonly antal: number
  readonly start: Arbejderstart
  /** Told when a thread has ended by itself; another is in its place. */
  readonly onTabt?: (grund: string) => void
}

/** Tasks that one thread may hold, and what the messages among them may take: read, they take six times that. More are answered as unavailable. */
const HOEJST_OPGAVER = 600
const HOEJST_BYTES = 24 * 1024 * 1024
/**
 * A thread that needs more ends, and the server does not. Far above what it uses (100-170 MB): the engine takes the bound for a measure of how
 * eagerly to collect. Measured over the same deliveries, with 512 it marked the whole heap six times as often as the server's own thread does,
 * which cost a third of the work (260 against 180 us of processor time a line). The young generation is as large as the server's own.
 */
const GRAENSER = { maxOldGenerationSizeMb: 2048, maxYoungGenerationSizeMb: 48 }
/** What a thread still has under way when the server closes may take so long; then it is ended, and nobody has been answered for it. */
const LUKKETID_MS = 10_000
const ENTRE = new URL('./arbejder.ts', import.meta.url)
/** A thread that cannot start is not started over and over without pause. */
const PAUSE_MS = 1_000

type Ventende = {
  readonly bytes: number
  readonly svar: (svar: Opgavesvar) => void
  readonly fejl: (fejl: Error) => void
}

/** Threads that take in deliveries beside the one that serves citizens' pages. Each source has one thread at a time, the one with least to do when it came. */
export function createPulje({ antal, start, onTabt }: Puljevalg): Modtager {
  const arbejdere = Array.from({ length: antal }, () => createArbejder(start, onTabt))
  const kilder = new Map<Uuid, { readonly arbejder: Arbejder; brug: number }>()
  let stroemme = 0

  /** The source's thread until it is let go as often as it was taken. */
  const tag = (kilde: Uuid): { readonly arbejder: Arbejder; readonly slip: () => void } => {
    const valgt = kilder.get(kilde) ?? { arbejder: leastBusy(arbejdere), brug: 0 }
    valgt.brug++
    kilder.set(kilde, valgt)
    const slip = () => {
      valgt.brug--
      if (valgt.brug === 0) kilder.delete(kilde)
    }
    return { arbejder: valgt.arbejder, slip }
  }

  return {
    aabnBunker: (leverance) => {
      const stroem = ++stroemme
      const { arbejder, slip } = tag(leverance.kilde.id)
      // A thread that takes another's place knows nothing of the batches before: the delivery goes on in the one that it began in, or not at all.
      const plads = arbejder.plads()
      return {
        modtag: (linjer) => plads.solve({ slags: 'bunke', stroem, leverance, linjer }) as Promise<Bunkesvar>,
        luk: () => {
          plads.send({ luk: stroem })
          slip()
        },
      }
    },
    besvarBesked: async (besked) => {
      const { arbejder, slip } = tag(besked.kilde.id)
      try {
        // A copy of its own: what a view shares its memory with would be sent along, and the server may still need the message.
        return (await arbejder
          .plads()
          .solve({ slags: 'besked', besked: { ...besked, body: new Uint8Array(besked.body) } })) as SoapSvar
      } finally {
        slip()
      }
    },
    close: async () => {
      await Promise.all(arbejdere.map((arbejder) => arbejder.close()))
    },
  }
}

const leastBusy = (arbejdere: readonly Arbejder[]): Arbejder =>
  arbejdere.reduce((mindst, arbejder) => (arbejder.travlhed() < mindst.travlhed() ? arbejder : mindst))

/** One running thread, as seen by who gives it tasks. */
type Plads = { readonly solve: (opgave: Opgave) => Promise<Opgavesvar>; readonly send: (besked: TilArbejder) => void }

type Arbejder = {
  readonly plads: () => Plads
  readonly travlhed: () => number
  readonly close: () => Promise<void>
}

/** A thread that is replaced when it ends by itself. */
function createArbejder(start: Arbejderstart, onTabt: Puljevalg['onTabt']): Arbejder {
  let lukket = false
  let tabt = 0
  let nu = startTraad(start, onEnd)
  function onEnd(grund: string): void {
    if (lukket) return
    onTabt?.(grund)
    // At once the first time; a thread that never got ready waits.
    tabt = nu.klar() ? 0 : tabt + 1
    setTimeout(() => {
      if (!lukket) nu = startTraad(start, onEnd)
    }, tabt * PAUSE_MS).unref()
  }
  return {
    plads: () => nu,
    travlhed: () => nu.travlhed(),
    close: async () => {
      lukket = true
      await nu.close()
    },
  }
}

function startTraad(start: Arbejderstart, onEnd: (grund: string) => void) {
  const traad = new Worker(ENTRE, { workerData: start, resourceLimits: GRAENSER, name: 'modtagelse' })
  const ventende = new Map<number, Ventende>()
  let [numre, bytes, klar, slut] = [0, 0, false, false]
  let grund = 'ended'
  const fail = (navn: string): void => {
    for (const led of ventende.values()) led.fejl(new Arbejderfejl(navn))
    ventende.clear()
    bytes = 0
  }
  traad.on('message', (svar: FraArbejder) => {
    if ('klar' in svar) {
      klar = true
      return
    }
    const led = ventende.get(svar.nr)
    ventende.delete(svar.nr)
    bytes -= led?.bytes ?? 0
    if ('fejl' in svar) led?.fejl(new Arbejderfejl(svar.fejl))
    else led?.svar(svar.svar)
  })
  traad.on('error', (error: Error & { readonly code?: string }) => {
    grund = error.code ?? error.name
  })
  const endt = new Promise<void>((resolve) => {
    traad.once('exit', () => {
      slut = true
      // Nothing of it is answered for: the sender is told that it is not available, and sends again.
      fail('Arbejderfejl')
      resolve()
      onEnd(grund)
    })
  })
  return {
    klar: () => klar,
    travlhed: () => ventende.size,
    send: (besked: TilArbejder) => {
      if (!slut) traad.postMessage(besked)
    },
    solve: (opgave: Opgave): Promise<Opgavesvar> => {
      const fylde = opgave.slags === 'besked' ? opgave.besked.body.byteLength : 0
      if (slut || ventende.size >= HOEJST_OPGAVER || bytes + fylde > HOEJST_BYTES)
        return Promise.reject(new Arbejderfejl(slut ? 'Arbejderfejl' : 'Koefejl'))
      const nr = ++numre
      bytes += fylde
      return new Promise((svar, fejl) => {
        ventende.set(nr, { bytes: fylde, svar, fejl })
        traad.postMessage(
          { nr, opgave } satisfies TilArbejder,
          opgave.slags === 'besked' ? [opgave.besked.body.buffer as ArrayBuffer] : [],
        )
      })
    },
    close: async () => {
      if (!slut) traad.postMessage({ slut: true } satisfies TilArbejder)
      const timer = setTimeout(() => void traad.terminate(), LUKKETID_MS)
      await endt
      clearTimeout(timer)
    },
  }
}
