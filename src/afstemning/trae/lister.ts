import { DIGEST_BYTES, findOrden, inOrden, type Version, writeDigest } from './digest.ts'
import { type Digestraekke, digestsInMemory, type Knude, knudeFor } from './knude.ts'
import type { Fund } from './sammenlign.ts'

/** A whole inventory as it is told, one object after another. */
export type Liste = {
  add(version: Version): void
  /** Its root, and what it differs from ours in; undefined where it names the same twice. */
  compare(raekke: Digestraekke, hoejst: number): { readonly rod: Knude; readonly fund: Fund<Version> } | undefined
}

const FOERSTE_PLADS = 1_024

/** Where no messages go back and forth, since the other has told everything: 56 bytes of memory an object, and its id and time. */
export function createListe(): Liste {
  const versioner: Version[] = []
  let digests = Buffer.alloc(FOERSTE_PLADS * DIGEST_BYTES)
  return {
    add: (version) => {
      if ((versioner.length + 1) * DIGEST_BYTES > digests.length) digests = Buffer.concat([digests, Buffer.alloc(digests.length)])
      writeDigest(version, digests, versioner.length)
      versioner.push(version)
    },
    compare: (raekke, hoejst) => {
      const brugte = digests.subarray(0, versioner.length * DIGEST_BYTES)
      const orden = findOrden(brugte)
      const deres = digestsInMemory(inOrden(brugte, orden))
      const numre = merge(raekke, deres, hoejst)
      if (!numre) return undefined
      const kunHosKilden = numre.kunHos.map((plads) => versioner[orden[plads] ?? -1] as Version)
      return { rod: knudeFor(deres, ''), fund: { kunHer: numre.kunHer, kunHosKilden, afkortet: numre.afkortet } }
    },
  }
}

/** Both in order, so one walk through both tells which only one has. Undefined where theirs has one twice. */
function merge(raekke: Digestraekke, deres: Digestraekke, hoejst: number) {
  const vores = createLaeser(raekke)
  const dem = createLaeser(deres)
  if (hasDubletter(deres)) return undefined
  const kunHer: string[] = []
  const kunHos: number[] = []
  const orden = (her: number, hos: number): number => {
    if (her === raekke.antal) return 1
    return hos === deres.antal ? -1 : Buffer.compare(vores(her), dem(hos))
  }
  for (let her = 0, hos = 0; her < raekke.antal || hos < deres.antal; ) {
    if (kunHer.length + kunHos.length > hoejst) return { kunHer, kunHos, afkortet: true }
    const foerst = orden(her, hos)
    if (foerst < 0) kunHer.push(Buffer.from(vores(her)).toString('hex'))
    if (foerst > 0) kunHos.push(hos)
    if (foerst <= 0) her++
    if (foerst >= 0) hos++
  }
  return { kunHer, kunHos, afkortet: kunHer.length + kunHos.length > hoejst }
}

function hasDubletter(deres: Digestraekke): boolean {
  const [en, naeste] = [createLaeser(deres), createLaeser(deres)]
  for (let nr = 1; nr < deres.antal; nr++) if (Buffer.compare(en(nr - 1), naeste(nr)) === 0) return true
  return false
}

const AD_GANGEN = 4_096

/** One digest after another; read in pieces, since a picture lies in a file. */
function createLaeser(raekke: Digestraekke): (nr: number) => Uint8Array {
  let [fra, bytes] = [0, new Uint8Array()]
  return (nr) => {
    if (nr < fra || (nr - fra + 1) * DIGEST_BYTES > bytes.length) {
      fra = nr
      bytes = new Uint8Array(raekke.laes(nr, Math.min(raekke.antal, nr + AD_GANGEN)))
    }
    return bytes.subarray((nr - fra) * DIGEST_BYTES, (nr - fra + 1) * DIGEST_BYTES)
  }
}
