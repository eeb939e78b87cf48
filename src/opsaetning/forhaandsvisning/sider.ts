import { readForKommune } from '#adgangslog'
import type { CvrNummer, Kommunegrundlag, Tidspunkt, Uuid } from '#kernel'
import type { Ordvalg } from '#klassifikation'
import {
  applyUdkast,
  findUdkastfakta,
  ikrafttraeden,
  listUdkast,
  readUdkast,
  type Udkast,
  withoutLukkede,
} from '#opsaetning/konfiguration'
import {
  createBillede,
  findKommunensOverblik,
  findKommunensVisningsvalg,
  ordOf,
  readSammenhaeng,
  readVisningsvalg,
  type Tosproget,
} from '#overblik'
import type { Database } from '#platform/database'
import type { Opsaetning } from '#visning'
import type { Eksempelsted } from './eksempelsteder.ts'
import type { Forhaandsvisninger, Koersel, Koerselsdeps } from './koersler.ts'
import { findLoebenr, findSeneste, type Resultat, toResultat } from './lager.sql.ts'

export type Sidedeps = Pick<Koerselsdeps, 'db' | 'clock'> & {
  readonly log: Parameters<typeof readForKommune>[0]['log']
  readonly opsaetning: { current(): Promise<Opsaetning> }
  readonly ordvalg: { current(): Promise<Ordvalg> }
  readonly forhaandsvisninger: Forhaandsvisninger
}

/** What is known of a draft's preview. */
export type Forhaandsside = {
  readonly udkast: Udkast
  /** Of this draft, since the server started. */
  readonly koersel: Koersel | undefined
  /** Another draft's, while it is under way. */
  readonly anden: Koersel | undefined
  readonly resultat: Resultat | undefined
  /** False where the draft or what is in force has changed since. */
  readonly gaelder: boolean
  /** What has come into the index since. */
  readonly nyere: number
}

const isAaben = ({ tilstand }: Udkast): boolean => tilstand === 'udkast' || tilstand === 'foreslaaet'

/** The drafts that can be previewed, newest first. */
export const listAabne = async (db: Database, kommune: CvrNummer): Promise<readonly Udkast[]> =>
  (await listUdkast(db, kommune)).filter(isAaben)

/** Undefined where there is no such draft of the municipality's, or it is closed. Throws DatabaseFejl and SnapshotFejl. */
export async function readForhaandsside(deps: Sidedeps, kommune: CvrNummer, id: Uuid): Promise<Forhaandsside | undefined> {
  const udkast = await readUdkast(deps, kommune, id)
  if (!udkast || !isAaben(udkast)) return undefined
  const { hash } = findUdkastfakta(await deps.opsaetning.current(), udkast, deps.clock.now())
  const [[gemt], [hoved]] = await deps.db.readBatch({ rolle: 'opsaetning' }, [findSeneste(kommune, id), findLoebenr()])
  const seneste = deps.forhaandsvisninger.seneste(kommune)
  const resultat = gemt && toResultat(gemt)
  return {
    udkast,
    koersel: seneste?.udkast === id ? seneste : undefined,
    anden:
      seneste && seneste.udkast !== id && (seneste.tilstand === 'koerer' || seneste.tilstand === 'venter') ? seneste : undefined,
    resultat,
    gaelder: resultat?.hash === hash,
    nyere: resultat ? Math.max(0, (hoved?.sidste ?? 0) - resultat.loebenr) : 0,
  }
}

/** Begins to count what the draft does. Where one is under way for the municipality, that one goes on. False where there is no such draft. */
export async function startForUdkast(
  deps: Sidedeps,
  kommune: CvrNummer,
  id: Uuid,
  af: { readonly id: Uuid; readonly navn: string },
): Promise<boolean> {
  const udkast = await readUdkast(deps, kommune, id)
  if (!udkast || !isAaben(udkast) || udkast.linjer.length === 0) return false
  const nu = deps.clock.now()
  const opsaetning = await deps.opsaetning.current()
  deps.forhaandsvisninger.start({ kommune, udkast: id, af, ...sammenligningFor(opsaetning, udkast, nu) })
  return true
}

/** Before and after, at the instant at which the draft would come into force. */
const sammenligningFor = (opsaetning: Opsaetning, udkast: Udkast, nu: Tidspunkt) => ({
  hash: findUdkastfakta(opsaetning, udkast, nu).hash,
  foer: opsaetning,
  efter: applyUdkast(opsaetning, udkast, nu),
  tid: ikrafttraeden(udkast, nu),
})

export type Eksempel = {
  readonly retning: Eksempelsted['retning']
  readonly art: string
  readonly titel: Tosproget
}

/**
 * A few items that the draft shows or hides, titled as the citizen reads them on the side on which they are shown. Each person is logged before
 * anything of it is handed out. Empty where none are kept; of always-closed numbers there are figures alone. Throws what readForKommune throws.
 */
export async function readEksempler(
  deps: Sidedeps,
  grundlag: Kommunegrundlag,
  id: Uuid,
): Promise<{ readonly udkast: Udkast; readonly eksempler: readonly Eksempel[] } | undefined> {
  const { kommune } = grundlag
  const udkast = await readUdkast(deps, kommune, id)
  if (!udkast || !isAaben(udkast)) return undefined
  const seneste = deps.forhaandsvisninger.seneste(kommune)
  const steder = seneste?.udkast === id && seneste.tilstand === 'faerdig' ? seneste.eksempler : []
  const parter = [...new Set(steder.map(({ part }) => part))]
  if (parter.length === 0) return { udkast, eksempler: [] }
  const svar = await readForKommune(deps, grundlag, { hvad: 'eksempler' }, [
    ...parter.map((part) => findKommunensOverblik(part, kommune)),
    ...parter.map((part) => findKommunensVisningsvalg(part, kommune)),
  ] as const)
  const raekker = svar as unknown as readonly (readonly unknown[])[]
  const { foer, efter, tid } = sammenligningFor(await deps.opsaetning.current(), withoutLukkede(udkast), deps.clock.now())
  const ordvalg = await deps.ordvalg.current()
  const eksempler = steder.flatMap(({ part, item, retning }): Eksempel[] => {
    const nr = parter.indexOf(part)
    const ting = raekker[nr] as Parameters<typeof createBillede>[0]
    const [valg] = raekker[parter.length + nr] as Parameters<typeof readVisningsvalg>[0][]
    const grundlaget = {
      nu: tid,
      grund: 'egen' as const,
      alder: undefined,
      opsaetning: retning === 'vises' ? efter : foer,
      ...readVisningsvalg(valg, []),
      ...readSammenhaeng(ting, tid),
    }
    const billede = createBillede(ting, grundlaget, ordvalg)
    const ord = ordOf(billede, item)
    const art = ting.find(({ item_id }) => item_id === item)?.art
    // What has changed since it was counted is no example any more.
    return ord && art ? [{ retning, art, titel: ord.titel }] : []
  })
  return { udkast, eksempler }
}
