import type { Clock } from '#platform/clock'
import type { Database, Transaktion } from '#platform/database'
import {
  addBlade,
  type Flise,
  type Flisested,
  findFliser,
  flisenavn,
  type LaesFlise,
  laesNodeAf,
  sidsteFliser,
} from './fliser.ts'
import {
  findFliserne,
  findKontrolpunkt,
  findLinjer,
  insertKontrolpunkt,
  type Linjeraekke,
  lockForsegling,
  toBlad,
  upsertFliser,
} from './forsegling.sql.ts'
import { readKontrolpunkt, signKontrolpunkt } from './kontrolpunkt.ts'
import type { Underskriver } from './note.ts'
import { type Hash, rodAf } from './trae.ts'

export type Forseglingsdeps = { readonly db: Database; readonly clock: Clock; readonly underskriver: Underskriver }

/** So many lines a round: a round is a transaction, and an hour's backlog is some hundred of them. */
const HOEJST_LINJER = 20_000

/** What has been sealed is not what it was: nothing is signed on top of it, and somebody must look. */
export class Forseglingsbrud extends Error {
  override readonly name = 'Forseglingsbrud'
}

/**
 * Takes the lines that have come since the last checkpoint into the tree and signs a new one. Answers how many there were; 0 where there
 * were none, or another process is at it. Throws Forseglingsbrud where what was sealed before is not what it was, and DatabaseFejl.
 */
export const forsegl = (deps: Forseglingsdeps): Promise<number> =>
  deps.db.transaction({ rolle: 'forsegling' }, async (tx) => {
    const [laas] = await tx.run(lockForsegling())
    if (!laas?.taget) return 0
    const antal = await readForseglet(tx, deps)
    const raekker = await tx.run(findLinjer(antal + 1, HOEJST_LINJER))
    if (raekker.length === 0) return 0
    if (raekker.some(({ nr }, i) => nr !== antal + 1 + i))
      throw new Forseglingsbrud('A line of the log is missing before it was sealed')
    const foer = await readFliser(tx, sidsteFliser(antal))
    const nye = addBlade(antal, await toBlade(raekker), laesAf(foer))
    if ((await tx.count(upsertFliser(nye))) !== nye.length) throw new Forseglingsbrud('A tile of the log is not what it was')
    await sign(tx, deps, antal + raekker.length, [...foer, ...nye])
    return raekker.length
  })

/** So many are hashed before others' requests are answered: some twenty milliseconds. */
const AD_GANGEN = 500

async function toBlade(raekker: readonly Linjeraekke[]): Promise<Hash[]> {
  const blade: Hash[] = []
  for (let fra = 0; fra < raekker.length; fra += AD_GANGEN) {
    blade.push(...raekker.slice(fra, fra + AD_GANGEN).map(toBlad))
    await new Promise(setImmediate)
  }
  return blade
}

/** How many lines have been sealed. Throws Forseglingsbrud where the tiles have another root than the checkpoint, or it is not ours. */
async function readForseglet(tx: Transaktion, { underskriver }: Forseglingsdeps): Promise<number> {
  const [sidste] = await tx.run(findKontrolpunkt())
  if (!sidste) return 0
  const laest = readKontrolpunkt(sidste.note, underskriver)
  if (!laest.ok || laest.value.kontrolpunkt.antal !== sidste.antal)
    throw new Forseglingsbrud(`The last checkpoint cannot be gone on from: ${laest.ok ? 'another size' : laest.afvisning}`)
  const fliser = await readFliser(
    tx,
    findFliser((laes) => rodAf(sidste.antal, laes)),
  )
  if (!rodAf(sidste.antal, laesNodeAf(laesAf(fliser))).equals(laest.value.kontrolpunkt.rod))
    throw new Forseglingsbrud('The tiles of the log do not have the root that was signed')
  return sidste.antal
}

async function sign(
  tx: Transaktion,
  { clock, underskriver }: Forseglingsdeps,
  antal: number,
  kendte: readonly Flise[],
): Promise<void> {
  const kendt = new Set(kendte.map(flisenavn))
  const mangler = findFliser((laes) => rodAf(antal, laes)).filter((sted) => !kendt.has(flisenavn(sted)))
  const fliser = [...(await readFliser(tx, mangler)), ...kendte]
  const note = signKontrolpunkt(
    { oprindelse: underskriver.navn, antal, rod: rodAf(antal, laesNodeAf(laesAf(fliser))) },
    underskriver,
  )
  await tx.run(insertKontrolpunkt(antal, clock.now(), note))
}

export const readFliser = async (tx: Pick<Transaktion, 'run'>, steder: readonly Flisested[]): Promise<readonly Flise[]> =>
  steder.length === 0 ? [] : tx.run(findFliserne(steder))

/** The last of several tiles of a place is the newest. */
export function laesAf(fliser: readonly Flise[]): LaesFlise {
  const efterSted = new Map(fliser.map((flise) => [flisenavn(flise), flise.hashes]))
  return (sted) => efterSted.get(flisenavn(sted))
}
