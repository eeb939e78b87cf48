import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What the processor did in a run under `--cpu-prof`: own time by part of the program, over all threads that left a profile. */

type Profil = {
  readonly nodes: readonly {
    readonly id: number
    readonly callFrame: { readonly functionName: string; readonly url: string }
  }[]
  readonly samples: readonly number[]
  readonly timeDeltas: readonly number[]
}

export type Profildel = { readonly del: string; readonly ms: number; readonly andel: number }

/** What a start costs, whatever is done afterwards: it is told of apart. */
const START = 'start'

/** The parts, largest first, of the time in which a thread did something; `traade` is how many left a profile. */
export function summarizeProfil(mappe: string): {
  readonly traade: number
  readonly ms: number
  readonly startMs: number
  readonly dele: Profildel[]
} {
  const filer = readdirSync(mappe).filter((navn) => navn.endsWith('.cpuprofile'))
  const tid = new Map<string, number>()
  for (const fil of filer) addProfil(JSON.parse(readFileSync(join(mappe, fil), 'utf8')) as Profil, tid)
  const startMs = (tid.get(START) ?? 0) / 1000
  tid.delete(START)
  const ms = [...tid.values()].reduce((sum, led) => sum + led, 0) / 1000
  const dele = [...tid].map(([del, us]) => ({ del, ms: us / 1000, andel: us / 1000 / ms })).sort((a, b) => b.ms - a.ms)
  return { traade: filer.length, ms, startMs, dele }
}

function addProfil({ nodes, samples, timeDeltas }: Profil, tid: Map<string, number>): void {
  const del = new Map(nodes.map(({ id, callFrame }) => [id, toDel(callFrame)]))
  for (const [i, sample] of samples.entries()) {
    const navn = del.get(sample)
    if (navn !== undefined) tid.set(navn, (tid.get(navn) ?? 0) + (timeDeltas[i] ?? 0))
  }
}

/** Undefined: nothing was done. */
function toDel({ functionName, url }: Profil['nodes'][number]['callFrame']): string | undefined {
  if (functionName === '(idle)' || functionName === '(root)') return undefined
  if (/^node:internal\/(modules|bootstrap|vm|crypto\/keygen|process|main)/.test(url) || /^compile|^wrapSafe/.test(functionName))
    return START
  if (functionName === '(garbage collector)') return 'garbage collection'
  if (/^wasm:|libxml2-wasm/.test(url)) return 'libxml2: parsing and XSD validation'
  const pakke = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1]
  if (pakke) return `package ${pakke}`
  const eget = /\/src\/((?:modtagelse\/)?[^/]+)/.exec(url)?.[1]
  if (eget) return `src/${eget}`
  return url.startsWith('node:')
    ? 'Node itself: sockets, streams, crypto'
    : 'the engine itself (native code, compiling, parsing JSON)'
}
