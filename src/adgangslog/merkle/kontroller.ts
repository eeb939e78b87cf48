import type { Tidspunkt } from '#kernel'
import { type Clock, systemClock } from '#platform/clock'
import type { Database, Transaktion } from '#platform/database'
import { SALTLAENGDE } from './blad.ts'
import { BREDDE, type Flisested } from './fliser.ts'
import { readFliser } from './forsegl.ts'
import { findEnder, findLinjer, findSidsteSletning, type Linjeraekke, toBlad } from './forsegling.sql.ts'
import { createKant } from './kant.ts'
import { findStille, type Holdt, isSlettetForTidligt, isUmuligTid } from './tider.ts'
import type { Hash } from './trae.ts'

export type Logbrud =
  /** A checkpoint that the verifier holds has another root than the lines have. */
  | { readonly slags: 'ROD_FORSKELLIG'; readonly antal: number }
  /** There are fewer lines than a checkpoint was signed over. */
  | { readonly slags: 'LINJER_MANGLER'; readonly antal: number }
  /** A line has a number below the first: no tree has a leaf for it. */
  | { readonly slags: 'LINJE_UDEN_PLADS'; readonly nr: number }
  /** A line is gone, and lines before it are there: it was not deleted for its age. */
  | { readonly slags: 'LINJE_SLETTET'; readonly nr: number }
  /** The oldest lines are gone, more than have been written down as deleted after their time. */
  | { readonly slags: 'SLETTET_UDEN_FRIST'; readonly antal: number }
  /** What is written down as deleted after its time was younger than it may be, or younger than a witness saw it to be. */
  | { readonly slags: 'SLETTET_FOR_TIDLIGT'; readonly antal: number }
  /** A line says that it was written after a witness had signed over it. */
  | { readonly slags: 'TID_UMULIG'; readonly nr: number }
  /** A line says something else than its leaf. */
  | { readonly slags: 'LINJE_AENDRET'; readonly nr: number }

export type Logkontrol = {
  readonly brud: readonly Logbrud[]
  /** How many lines there are, or have been. */
  readonly linjer: number
  /** How many of the oldest have been deleted after their time: of them the leaves are left. */
  readonly slettede: number
  /** What was deleted was from before this time; undefined where nothing has been. */
  readonly slettetFoer: Tidspunkt | undefined
  /** From when to when nothing stands between what was deleted and the oldest line that is left, where that is long. */
  readonly stille: { readonly fra: string; readonly til: string } | undefined
  /** How many lines are newer than the newest checkpoint that was held against them: what nothing is proved of yet. */
  readonly udaekkede: number
  /** When the first of them was written. */
  readonly udaekketFra: string | undefined
}

const STYKKE = 39 * BREDDE
const HASH = 32
/** Where all is wrong the first of it says so. */
const HOEJST_BRUD = 100

/**
 * Makes the tree anew out of the log's own lines and holds it against checkpoints that were kept elsewhere. Believes nothing that stands in
 * the database: what is there may have been changed together with its tiles and checkpoints. Throws DatabaseFejl.
 */
export const kontrollerLog = (
  db: Database,
  holdte: readonly Holdt[],
  onFremdrift: (linjer: number) => void = () => undefined,
  clock: Clock = systemClock,
): Promise<Logkontrol> =>
  db.transaction({ rolle: 'forsegling' }, async (tx) => {
    const gang = createGang(holdte)
    for (let stykke = await readStykke(tx, 0); stykke.length > 0; stykke = await readStykke(tx, gang.antal())) {
      stykke.forEach(gang.add)
      onFremdrift(gang.antal())
    }
    const [[sletning], [ender]] = [await tx.run(findSidsteSletning()), await tx.run(findEnder())]
    return gang.finish(sletning, [ender?.laveste ?? 1, ender?.hoejeste ?? 0], clock.now())
  })

/** One walk through the leaves, from the first to the last. */
function createGang(holdte: readonly Holdt[]) {
  const kant = createKant()
  const brud: Logbrud[] = []
  const ved = Map.groupBy(holdte, ({ antal }) => antal)
  const stoerste = Math.max(0, ...holdte.map(({ antal }) => antal))
  let slettede = 0
  let udaekketFra: string | undefined
  let aeldste: string | undefined
  const tell = (...nye: readonly Logbrud[]): void => {
    brud.push(...nye.slice(0, HOEJST_BRUD - brud.length))
  }
  const add = ({ blad, linje, flise, tid }: Bladviden): void => {
    const nr = kant.antal() + 1
    if (nr === stoerste + 1) udaekketFra = tid
    aeldste ??= tid
    if (!linje && slettede === nr - 1) slettede++
    else tell(...checkLinje(nr, linje, flise))
    if (tid !== undefined && isUmuligTid(nr, tid, holdte)) tell({ slags: 'TID_UMULIG', nr })
    kant.add(blad)
    if (ved.get(nr)?.some(({ rod }) => !rod.equals(kant.rod()))) tell({ slags: 'ROD_FORSKELLIG', antal: nr })
  }
  const finish = (sletning: Sletning | undefined, [laveste, hoejeste]: readonly [number, number], nu: Tidspunkt): Logkontrol => {
    const linjer = kant.antal()
    if (slettede > (sletning?.til_nr ?? 0)) tell({ slags: 'SLETTET_UDEN_FRIST', antal: slettede })
    else if (sletning && slettede > 0 && isSlettetForTidligt(slettede, sletning.graense, holdte, nu))
      tell({ slags: 'SLETTET_FOR_TIDLIGT', antal: slettede })
    // Lines beyond the end: those between were taken out before anybody else had signed over them.
    if (hoejeste > linjer) tell({ slags: 'LINJE_SLETTET', nr: linjer + 1 })
    if (laveste < 1) tell({ slags: 'LINJE_UDEN_PLADS', nr: laveste })
    if (stoerste > linjer) tell({ slags: 'LINJER_MANGLER', antal: stoerste })
    const udaekkede = Math.max(0, linjer - stoerste)
    const stille = sletning && slettede > 0 ? findStille(sletning.graense, aeldste ?? nu) : undefined
    return { brud, linjer, slettede, slettetFoer: sletning?.graense, stille, udaekkede, udaekketFra }
  }
  return { antal: kant.antal, add, finish }
}
type Sletning = { readonly til_nr: number; readonly graense: Tidspunkt }

const checkLinje = (nr: number, linje: Hash | undefined, flise: Hash | undefined): readonly Logbrud[] => {
  if (!linje) return [{ slags: 'LINJE_SLETTET', nr }]
  return flise && !linje.equals(flise) ? [{ slags: 'LINJE_AENDRET', nr }] : []
}

/** What there is of a leaf: the hash of its line, and what its tile says. Where the line is gone the tile's word is taken; the root tells. */
type Bladviden = {
  readonly blad: Hash
  readonly linje: Hash | undefined
  readonly flise: Hash | undefined
  readonly tid: string | undefined
}

async function readStykke(tx: Transaktion, fra: number): Promise<Bladviden[]> {
  const [raekker, fliser] = await Promise.all([tx.run(findLinjer(fra + 1, STYKKE)), readFliser(tx, bladfliser(fra))])
  const linjer = new Map(raekker.map((raekke) => [raekke.nr - 1, { hash: hashOf(raekke), tid: raekke.tid }]))
  const gemte = new Map(fliser.map(({ nr, hashes }) => [nr, hashes]))
  const viden: Bladviden[] = []
  for (let plads = fra; plads < fra + STYKKE; plads++) {
    const [linje, tid] = [linjer.get(plads)?.hash, linjer.get(plads)?.tid]
    const flise = hashIn(gemte.get(Math.floor(plads / BREDDE)), plads % BREDDE)
    const blad = linje ?? flise
    // Where neither is there the log ends, or has been cut there: what lies beyond is not the tree that was signed.
    if (!blad) break
    viden.push({ blad, linje, flise, tid })
  }
  return viden
}

/** What no line hashes to. */
const INTET_BLAD: Hash = Buffer.alloc(HASH)

/** Of a salt of another length zeros at its end can come and go, and the hash is the same. */
const hashOf = (raekke: Linjeraekke): Hash => (raekke.salt?.length === SALTLAENGDE.linje ? toBlad(raekke) : INTET_BLAD)

const bladfliser = (fra: number): Flisested[] =>
  Array.from({ length: STYKKE / BREDDE + 1 }, (_, i) => ({ niveau: 0, nr: Math.floor(fra / BREDDE) + i }))

const hashIn = (hashes: Buffer | undefined, nr: number): Hash | undefined =>
  hashes && hashes.length >= (nr + 1) * HASH ? hashes.subarray(nr * HASH, (nr + 1) * HASH) : undefined
