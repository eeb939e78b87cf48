import type { SessionRaekke } from '#adgang'
import { type Laesedeps, type Laesning, readPersondata } from '#adgangslog'
import type { JournalnotatIndhold } from '#indeks'
import { type Adgangsgrundlag, alder, type KlePraefiks, type Uuid } from '#kernel'
import type { Ordvalg } from '#klassifikation'
import { danskDag } from '#platform/clock'
import { DatabaseFejl } from '#platform/database'
import type { Opsaetning } from '#visning'
import { type Billede, createBillede } from './billede.ts'
import { readSammenhaeng } from './fakta.ts'
import { DELBUDGET_MS, forsoeg, isForSent } from './forsoeg.ts'
import { type BarnRaekke, findBarn, findBoern, findNotattekster, findOverblik, findVisningsvalg } from './overblik.sql.ts'
import { vedTid } from './perioder.ts'
import { readVisningsvalg } from './titelviden.ts'
import type { Mangel } from './visninger.ts'

export type Billeddeps = Laesedeps & {
  /** What the municipalities show, as it is now. Throws where that is not known: then nothing is shown. */
  readonly opsaetning: { current(): Promise<Opsaetning> }
  /** The municipalities' own words. Throws where they are not known: words that were taken back must not be shown. */
  readonly ordvalg: { current(): Promise<Ordvalg> }
}

/** A picture of what may be shown, with the session it was read in. */
export type Besoeg = {
  readonly session: SessionRaekke
  readonly billede: Billede
  /** The children whom the citizen may look for; empty while looking for one. */
  readonly boern: readonly BarnRaekke[]
  /** The child that is looked at. */
  readonly barn: BarnRaekke | undefined
  /** The areas that the ground covers; undefined is all of them. */
  readonly omraader: readonly KlePraefiks[] | undefined
  /** How many proofs of coverage had been broken just after the items were read; undefined where that is not known. */
  readonly brudNr: number | undefined
  /** What could not be read; what is shown stands without it. */
  readonly mangler: readonly Mangel[]
}

/** So long may each statement take of the read that a page cannot do without. */
const SIDEBUDGET_MS = 3_000

/** Reads all about a part in one batch and decides what may be shown. Throws what readPersondata throws. */
export async function hentBesoeg(deps: Billeddeps, grundlag: Adgangsgrundlag, hvad: string, objekt?: Uuid): Promise<Besoeg> {
  const nu = deps.clock.now()
  // The shipped words are never wrong, and always there: words that may have been taken back are not needed.
  const [opsaetning, ordvalg] = await Promise.all([deps.opsaetning.current(), forsoeg('ord', () => deps.ordvalg.current())])
  const egen = grundlag.grund === 'egen'
  const formaal = egen ? 'seEgneData' : 'seBarnsData'
  const laesning = { formaal, hvad, objekt, budgetMs: SIDEBUDGET_MS } as const
  const { session, raekker, mangler } = await readMedBoern(deps, grundlag, laesning, danskDag(nu))
  const [ting, boern, [visningsvalg]] = raekker
  const barn = egen ? undefined : boern[0]
  const afgoerelsesgrundlag = {
    nu,
    grund: grundlag.grund,
    alder: barn && alder(barn.foedt, danskDag(nu)),
    opsaetning,
    // Whose name it is that the session knows: a parent who looks for a child is not the one the titles are about.
    ...readVisningsvalg(visningsvalg, egen ? [session.navn] : []),
    ...readSammenhaeng(ting, nu),
  }
  const billede = createBillede(ting, afgoerelsesgrundlag, ordvalg.vaerdi)
  return {
    session,
    billede,
    boern: egen ? boern : [],
    barn,
    omraader: grundlag.omraader,
    brudNr: visningsvalg?.brud_nr,
    mangler: [...ordvalg.mangler, ...mangler],
  }
}

/**
 * The rows about the part, with whom the citizen may look for. Where the batch cannot be read, it is read without the latter, which one can do
 * without. Looking for a child one cannot: its age decides what is shown.
 */
async function readMedBoern(deps: Billeddeps, grundlag: Adgangsgrundlag, laesning: Laesning, dag: string) {
  const { part, grund } = grundlag
  const egen = grund === 'egen'
  try {
    const boern = egen ? findBoern(part, dag) : findBarn(part)
    const laest = await readPersondata(deps, grundlag, laesning, [findOverblik(part), boern, findVisningsvalg(part)])
    return { ...laest, mangler: [] }
  } catch (error) {
    if (!egen || !(error instanceof DatabaseFejl)) throw error
    const uden = { ...laesning, budgetMs: DELBUDGET_MS }
    const { session, raekker } = await readPersondata(deps, grundlag, uden, [findOverblik(part), findVisningsvalg(part)])
    const ingen: readonly BarnRaekke[] = []
    return {
      session,
      raekker: [raekker[0], ingen, raekker[1]] as const,
      mangler: [{ del: 'boern', aarsag: isForSent(error) ? 'tid' : 'fejl' } as const],
    }
  }
}

/**
 * The text of the shown notes on a shown case, or of one shown note, by id. Read only after it is decided that they may be shown, and logged
 * by itself.
 */
export async function hentNotattekster(
  deps: Billeddeps,
  grundlag: Adgangsgrundlag,
  billede: Billede,
  sagEllerNotat: Uuid,
): Promise<ReadonlyMap<Uuid, string>> {
  const formaal = grundlag.grund === 'egen' ? 'seEgneData' : 'seBarnsData'
  const laesning = { formaal, hvad: 'notattekst', objekt: sagEllerNotat, budgetMs: DELBUDGET_MS } as const
  const { raekker } = await readPersondata(deps, grundlag, laesning, [findNotattekster(grundlag.part, sagEllerNotat)])
  return toTekster(raekker[0], billede)
}

/** The texts of those notes that are shown, as they hold now, without what tells of somebody else. */
export function toTekster(
  raekker: readonly { readonly item_id: Uuid; readonly indhold: JournalnotatIndhold }[],
  billede: Billede,
): ReadonlyMap<Uuid, string> {
  const tekster = raekker.flatMap(({ item_id, indhold }) => {
    const vist = billede.efterId.get(item_id)
    const notat = vist && vedTid(indhold.notater, billede.grundlag.nu)?.notat
    return !vist || notat === undefined ? [] : [[item_id, billede.grundlag.titler.notattekst(vist.raekke, notat)] as const]
  })
  return new Map(tekster)
}
