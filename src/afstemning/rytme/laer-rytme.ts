import type { Tidspunkt } from '#kernel'
import { danskDag } from '#platform/clock'
import { createKalender, type Klasse, type Stykke, toTidspunkt } from './kalender.ts'

/**
 * How a source gives signs of life, in times of each sort: so long (ms) it may be silent there, or 'stille' where it never says anything.
 * Undefined where too little has been seen to say so.
 */
export type Rytme = Readonly<Record<Klasse, number | 'stille'>> | undefined

/** Less than this says nothing: a holiday, or a first load, would be taken for a habit. */
const MINDST_TEGN = 30
const MINDST_MS = 14 * 24 * 3_600_000
/** So many times, and in so small a part of them, it has been silent where it is called silent. */
const MINDST_GANGE = 3
const STILLE_ANDEL = 0.1
const FRAKTIL = 0.95
/** On so many days of ten the longest silence was no longer than what is taken for its habit: a day of an outage is none. */
const DAGE_FRAKTIL = 0.9
/** A longer silence than this was no part of a rhythm. */
const HOEJST_PAUSE_MS = 10 * 24 * 3_600_000

const KLASSER = ['dag', 'aften', 'fridag'] as const

/** Learns a source's rhythm from the times of its signs of life. Pure; the order of the times does not matter. */
export function laerRytme(tider: readonly Tidspunkt[]): Rytme {
  const tegn = [...new Set(tider.map((tid) => Date.parse(tid)))].sort((a, b) => a - b)
  const [foerste, sidste] = [tegn[0], tegn.at(-1)]
  if (foerste === undefined || sidste === undefined) return undefined
  if (tegn.length < MINDST_TEGN || sidste - foerste < MINDST_MS) return undefined
  const stille = findStille(tegn, foerste, sidste)
  const pauser = findPauser(tegn, stille)
  const tal = (klasse: Klasse): number | undefined =>
    stille.has(klasse)
      ? undefined
      : fraktilOf(
          pauser.flatMap((pause) => pause.stykker.filter((led) => led.klasse === klasse).map(laengdeOf)),
          FRAKTIL,
        )
  const takt = { dag: tal('dag'), aften: tal('aften'), fridag: tal('fridag') }
  const faktor = Math.max(1, measureDage(pauser, takt))
  const tilladt = (klasse: Klasse): number | 'stille' => (takt[klasse] ?? 0) * faktor || 'stille'
  return { dag: tilladt('dag'), aften: tilladt('aften'), fridag: tilladt('fridag') }
}

/** The sorts of time in which hardly a sign has ever come. */
function findStille(tegn: readonly number[], foerste: number, sidste: number): ReadonlySet<Klasse> {
  const kalender = createKalender()
  const sete = { dag: new Set<number>(), aften: new Set<number>(), fridag: new Set<number>() }
  for (const tid of tegn) {
    const { klasse, fra } = kalender.stykkeVed(tid)
    sete[klasse].add(fra)
  }
  const alle = { dag: 0, aften: 0, fridag: 0 }
  for (const { klasse } of kalender.stykker(kalender.stykkeVed(foerste).fra, sidste)) alle[klasse]++
  return new Set(KLASSER.filter((klasse) => alle[klasse] >= MINDST_GANGE && sete[klasse].size <= alle[klasse] * STILLE_ANDEL))
}

/** A silence between two signs, cut where the sort of time changes, without the time in which it is always silent. */
type Pause = { readonly dag: string; readonly stykker: readonly Stykke[] }

const laengdeOf = ({ fra, til }: Stykke): number => til - fra

function findPauser(tegn: readonly number[], stille: ReadonlySet<Klasse>): Pause[] {
  const kalender = createKalender()
  return tegn.flatMap((til, i) => {
    const fra = tegn[i - 1]
    if (fra === undefined || til - fra > HOEJST_PAUSE_MS) return []
    const stykker = [...kalender.stykker(fra, til)].filter(({ klasse }) => !stille.has(klasse))
    return [{ dag: danskDag(toTidspunkt(fra)), stykker }]
  })
}

/**
 * How long silences across several stretches are, measured by what is usual within each. One that speaks at two every night is silent through
 * two stretches of evening and night; one that speaks every five minutes may begin late in the morning. The longest of a day counts.
 */
function measureDage(pauser: readonly Pause[], takt: Readonly<Record<Klasse, number | undefined>>): number {
  const dage = new Map<string, number>()
  for (const { dag, stykker } of pauser) {
    const andel = stykker.reduce((sum, led) => sum + laengdeOf(led) / (takt[led.klasse] || Number.POSITIVE_INFINITY), 0)
    dage.set(dag, Math.max(dage.get(dag) ?? 0, andel))
  }
  return fraktilOf([...dage.values()], DAGE_FRAKTIL) ?? 1
}

function fraktilOf(tal: readonly number[], fraktil: number): number | undefined {
  const sorteret = tal.toSorted((a, b) => a - b)
  return sorteret[Math.min(sorteret.length - 1, Math.floor(sorteret.length * fraktil))]
}
