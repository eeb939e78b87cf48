import { type Tidspunkt, tidspunkt } from '#kernel'
import { danskDag, isArbejdsdag, startOfDanskDag } from '#platform/clock'

/** What sort of time it is in Denmark: by day on a working day, the rest of a working day, or a day on which offices are closed. */
export type Klasse = 'dag' | 'aften' | 'fridag'

/** A stretch of time of one sort, in milliseconds. */
export type Stykke = { readonly klasse: Klasse; readonly fra: number; readonly til: number }

const TIME_MS = 3_600_000
/** Systems that work by day begin and end within these hours. */
const [DAG_FRA, DAG_TIL] = [7 * TIME_MS, 18 * TIME_MS]

/** Cuts time where its sort changes. Remembers the days it has seen, since learning asks for the same ones again and again. */
export function createKalender(): { stykkeVed(tid: number): Stykke; stykker(fra: number, til: number): Iterable<Stykke> } {
  const doegn = new Map<string, { readonly fra: number; readonly til: number; readonly aaben: boolean }>()
  const doegnFor = (dag: string) => {
    const kendt = doegn.get(dag)
    if (kendt) return kendt
    const fra = Date.parse(startOfDanskDag(dag))
    // A day is 23 to 25 hours long.
    const naeste = danskDag(toTidspunkt(fra + 30 * TIME_MS))
    const nyt = { fra, til: Date.parse(startOfDanskDag(naeste)), aaben: isArbejdsdag(dag) }
    doegn.set(dag, nyt)
    return nyt
  }
  const stykkeVed = (tid: number): Stykke => {
    const { fra, til, aaben } = doegnFor(danskDag(toTidspunkt(tid)))
    if (!aaben) return { klasse: 'fridag', fra, til }
    if (tid < fra + DAG_FRA) return { klasse: 'aften', fra, til: fra + DAG_FRA }
    if (tid < fra + DAG_TIL) return { klasse: 'dag', fra: fra + DAG_FRA, til: fra + DAG_TIL }
    return { klasse: 'aften', fra: fra + DAG_TIL, til }
  }
  return {
    stykkeVed,
    *stykker(fra, til) {
      for (let tid = fra; tid < til; ) {
        const stykke = stykkeVed(tid)
        yield { klasse: stykke.klasse, fra: tid, til: Math.min(stykke.til, til) }
        tid = stykke.til
      }
    },
  }
}

export const toTidspunkt = (ms: number): Tidspunkt => tidspunkt(new Date(ms))
