import { afvist, ok, type Resultat } from '#kernel'
import type { Kilde } from '#kilde'
import type { Noegler } from '#platform/crypto'
import type { Database } from '#platform/database'
import { type Graenser, mayHear, type Oensker, wants } from './abonnement/index.ts'
import {
  findHoved,
  type Haendelse,
  type Hoved,
  type Hovedvagt,
  listEfter,
  readMaerke,
  toHaendelse,
  writeMaerke,
} from './haendelse/index.ts'

export type Hentedeps = { readonly db: Database; readonly noegler: Noegler; readonly vagt: Hovedvagt }

export type Hentning = {
  /** The mark of the last answer, `nu` for what comes from now on, or undefined for all that is kept. */
  readonly efter: string | undefined
  readonly antal: number
  /** How long to wait for something to come; 0 is not at all. */
  readonly ventMs: number
  readonly oensker: Oensker
}

export type Haendelsesside = { readonly haendelser: readonly Haendelse[]; readonly naeste: string; readonly flere: boolean }
export type Henteafvisning = 'MAERKE_UKENDT' | 'MAERKE_FOR_GAMMELT' | 'MAERKE_FORAN'

const ROLLE = { rolle: 'beskedfordeler' } as const
/** So many of all that has happened are looked through for one answer, whatever comes of it. */
const VINDUE = 10_000

/**
 * A page of what has happened that the source may hear of, in order, after a mark. The mark moves on past what is not the source's, too. Where
 * what stood after it has been removed it is refused: silence would look as if nothing had happened. Throws DatabaseFejl.
 */
export async function fetchHaendelser(
  deps: Hentedeps,
  kilde: Kilde,
  hentning: Hentning,
): Promise<Resultat<Haendelsesside, Henteafvisning>> {
  const slut = Date.now() + hentning.ventMs
  let efter = await findBegyndelse(deps, kilde, hentning.efter)
  for (;;) {
    if (!efter.ok) return efter
    const side = await readSide(deps, kilde, efter.value, hentning)
    const rest = slut - Date.now()
    if (side.haendelser.length > 0 || side.flere || rest <= 0) {
      return ok({ ...side, naeste: writeMaerke(deps.noegler.indhold, kilde.id, side.til) })
    }
    await deps.vagt.waitFor(side.til, rest)
    efter = ok(side.til)
    // It may have been let go because nobody may wait: then the answer is that nothing came.
    if (Date.now() < slut && (await readHoved(deps)).sidste <= side.til)
      return ok({ haendelser: [], flere: false, naeste: writeMaerke(deps.noegler.indhold, kilde.id, side.til) })
  }
}

async function readHoved({ db }: Hentedeps): Promise<Hoved> {
  const [[hoved]] = await db.readBatch(ROLLE, [findHoved()])
  if (!hoved) throw new TypeError('The order of events has no head')
  return hoved
}

async function findBegyndelse(
  deps: Hentedeps,
  { id }: Kilde,
  efter: string | undefined,
): Promise<Resultat<number, Henteafvisning>> {
  const hoved = await readHoved(deps)
  if (efter === undefined) return ok(hoved.fjernet_til)
  if (efter === 'nu') return ok(hoved.sidste)
  const loebenr = readMaerke(deps.noegler.indhold, id, efter)
  if (loebenr === undefined) return afvist('MAERKE_UKENDT')
  if (loebenr < hoved.fjernet_til) return afvist('MAERKE_FOR_GAMMELT')
  // The database was put back to an earlier time: what the source has heard of since stands there no longer.
  return loebenr > hoved.sidste ? afvist('MAERKE_FORAN') : ok(loebenr)
}

const toGraenser = ({ id, kommuner, kle }: Kilde): Graenser => ({ master: id, kommuner, kle })

async function readSide(deps: Hentedeps, kilde: Kilde, efter: number, { antal, oensker }: Hentning) {
  const { sidste } = await readHoved(deps)
  const til = Math.min(efter + VINDUE, sidste)
  const [raekker] = await deps.db.readBatch(ROLLE, [listEfter(efter, til, kilde.kommuner, kilde.id, antal)])
  const graenser = toGraenser(kilde)
  const haendelser = raekker.map(toHaendelse).filter((led) => mayHear(graenser, led) && wants(oensker, led))
  const naaet = raekker.length < antal ? til : (raekker.at(-1)?.loebenr ?? til)
  return { haendelser, til: naaet, flere: naaet < sidste }
}
