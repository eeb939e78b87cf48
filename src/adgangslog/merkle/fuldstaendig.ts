import type { Uuid } from '#kernel'
import type { Database } from '#platform/database'
import { readLinjetekst } from './blad.ts'
import { findOmPart, findUndtagne } from './forsegling.sql.ts'
import type { Logudtraek } from './udtraek.ts'

/** What an extract holds of what the log has about its person. Counts for whoever supervises, never for the citizen. */
export type Fuldstaendighed = {
  readonly iFilen: number
  /** Kept back by an act in force. */
  readonly undtaget: number
  /** Numbers of lines that are to be told, by no act kept back, and not in the file. */
  readonly mangler: readonly number[]
}

const HOEJST = 100_000

/**
 * Whether every line about the extract's person is in it, or kept back by an act: up to its newest, and as far as its checkpoint covers (`daekket`
 * lines), so that none is missing at the end either. Undefined for an extract that is empty, or holds only some lines by choice. Throws DatabaseFejl.
 */
export async function checkFuldstaendig(
  db: Database,
  udtraek: Logudtraek,
  daekket: number,
): Promise<Fuldstaendighed | undefined> {
  const { periode } = udtraek
  const felter = udtraek.linjer.map(({ linje }) => readLinjetekst(linje))
  const part = felter[0]?.['part'] as Uuid | undefined
  if (!part || !periode || periode.til !== null || periode.hvem !== null) return undefined
  const numre = new Set(felter.map((en) => Number(en?.['nr'])))
  const [fra, til] = [periode.helFra ? Math.min(...numre) : 1, Math.max(daekket, ...numre)]
  const [linjer, undtagne] = await db.readBatch({ rolle: 'forsegling' }, [findOmPart(part, fra, til, HOEJST), findUndtagne(part)])
  const skjulte = new Set(undtagne.map(({ korrelation }) => korrelation))
  const udenfor = linjer.filter(({ nr }) => !numre.has(nr))
  return {
    iFilen: linjer.length - udenfor.length,
    undtaget: udenfor.filter(({ korrelation }) => skjulte.has(korrelation)).length,
    mangler: udenfor.filter(({ korrelation }) => !skjulte.has(korrelation)).map(({ nr }) => nr),
  }
}
