import type { Tidspunkt } from '#kernel'
import type { Database, Transaktion } from '#platform/database'
import { BREDDE, type Flisested } from './fliser.ts'
import { readFliser } from './forsegl.ts'
import { findLinjer, findSidsteSletning, toBlad } from './forsegling.sql.ts'
import { createKant } from './kant.ts'
import type { Hash } from './trae.ts'
import type { Traehoved } from './verificer.ts'

export type Logbrud =
  /** A checkpoint that the verifier holds has another root than the lines have. */
  | { readonly slags: 'ROD_FORSKELLIG'; readonly antal: number }
  /** There are fewer lines than a checkpoint was signed over. */
  | { readonly slags: 'LINJER_MANGLER'; readonly antal: number }
  /** A line is gone, and lines before it are there: it was not deleted for its age. */
  | { readonly slags: 'LINJE_SLETTET'; readonly nr: number }
  /** The oldest lines are gone, more than have been written down as deleted after their time. */
  | { readonly slags: 'SLETTET_UDEN_FRIST'; readonly antal: number }
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
  /** How many lines are newer than the newest checkpoint that was held against them: what nothing is proved of yet. */
  readonly udaekkede: number
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
  holdte: readonly Traehoved[],
  onFremdrift: (linjer: number) => void = () => undefined,
): Promise<Logkontrol> => db.transaction({ rolle: 'forsegling' }, (tx) => kontroller(tx, holdte, onFremdrift))

async function kontroller(
  tx: Transaktion,
  holdte: readonly Traehoved[],
  onFremdrift: (linjer: number) => void,
): Promise<Logkontrol> {
  const kant = createKant()
  const brud: Logbrud[] = []
  const ved = Map.groupBy(holdte, ({ antal }) => antal)
  let slettede = 0
  const tell = (nyt: Logbrud): void => {
    if (brud.length < HOEJST_BRUD) brud.push(nyt)
  }
  for (let stykke = await readStykke(tx, 0); stykke.length > 0; stykke = await readStykke(tx, kant.antal())) {
    for (const { blad, linje, flise } of stykke) {
      const nr = kant.antal() + 1
      if (!linje && slettede === nr - 1) slettede++
      else for (const nyt of checkLinje(nr, linje, flise)) tell(nyt)
      kant.add(blad)
      if (ved.get(nr)?.some(({ rod }) => !rod.equals(kant.rod()))) tell({ slags: 'ROD_FORSKELLIG', antal: nr })
    }
    onFremdrift(kant.antal())
  }
  const linjer = kant.antal()
  const [sletning] = await tx.run(findSidsteSletning())
  if (slettede > (sletning?.til_nr ?? 0)) tell({ slags: 'SLETTET_UDEN_FRIST', antal: slettede })
  const stoerste = Math.max(0, ...holdte.map(({ antal }) => antal))
  if (stoerste > linjer) tell({ slags: 'LINJER_MANGLER', antal: stoerste })
  return { brud, linjer, slettede, slettetFoer: sletning?.graense, udaekkede: Math.max(0, linjer - stoerste) }
}

function checkLinje(nr: number, linje: Hash | undefined, flise: Hash | undefined): readonly Logbrud[] {
  if (!linje) return [{ slags: 'LINJE_SLETTET', nr }]
  return flise && !linje.equals(flise) ? [{ slags: 'LINJE_AENDRET', nr }] : []
}

/** What there is of a leaf: the hash of its line, and what its tile says. Where the line is gone the tile's word is taken; the root tells. */
type Bladviden = { readonly blad: Hash; readonly linje: Hash | undefined; readonly flise: Hash | undefined }

async function readStykke(tx: Transaktion, fra: number): Promise<Bladviden[]> {
  const [raekker, fliser] = await Promise.all([tx.run(findLinjer(fra + 1, STYKKE)), readFliser(tx, bladfliser(fra))])
  const linjer = new Map(raekker.map((raekke) => [raekke.nr - 1, toBlad(raekke)]))
  const gemte = new Map(fliser.map(({ nr, hashes }) => [nr, hashes]))
  const viden: Bladviden[] = []
  for (let plads = fra; plads < fra + STYKKE; plads++) {
    const linje = linjer.get(plads)
    const flise = hashIn(gemte.get(Math.floor(plads / BREDDE)), plads % BREDDE)
    const blad = linje ?? flise
    // Where neither is there the log ends, or has been cut there: what lies beyond is not the tree that was signed.
    if (!blad) break
    viden.push({ blad, linje, flise })
  }
  return viden
}

const bladfliser = (fra: number): Flisested[] =>
  Array.from({ length: STYKKE / BREDDE + 1 }, (_, i) => ({ niveau: 0, nr: Math.floor(fra / BREDDE) + i }))

const hashIn = (hashes: Buffer | undefined, nr: number): Hash | undefined =>
  hashes && hashes.length >= (nr + 1) * HASH ? hashes.subarray(nr * HASH, (nr + 1) * HASH) : undefined
