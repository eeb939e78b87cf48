import { findGaeldende, findIndhold } from '#indeks'
import type { Tidspunkt, Uuid } from '#kernel'
import type { Transaktion } from '#platform/database'
import type { ElementKilde } from '../element/element.kilde.ts'
import type { JournalnotatKilde } from '../element/sag-dokument.kilde.ts'
import type { Import } from './check-linje.ts'
import { openElement } from './registrering.ts'
import type { Modtagelsesdeps } from './typer.ts'

type Notat = JournalnotatKilde
/** What the standard has no place for, and a note that comes with its case therefore cannot say. */
type Valg = Pick<NonNullable<Notat['egenskaber']>[number], 'undtagetForBorger' | 'foelsomhed'>

const isNotat = (element: ElementKilde): element is Notat => element.art === 'journalnotat'

/** The note's own choices; undefined where it makes none. What is hidden at any time is hidden. */
function valgAf({ egenskaber = [] }: Notat): Valg | undefined {
  const undtaget = egenskaber.flatMap((post) => post.undtagetForBorger ?? [])
  const foelsomhed = egenskaber.findLast((post) => post.foelsomhed !== undefined)?.foelsomhed
  if (undtaget.length === 0 && foelsomhed === undefined) return undefined
  return { ...(undtaget.length > 0 ? { undtagetForBorger: undtaget.includes(true) } : {}), ...(foelsomhed ? { foelsomhed } : {}) }
}

const noegle = (id: Uuid, tid: Tidspunkt): string => `${id} ${tid}`

/**
 * Notes that come with their case keep the visibility and sensitivity that was set of them over REST: over SOAP they cannot say it, and a
 * note must not come to be shown because its case was delivered again. Sent again, a registration is what it was the first time. Answers
 * the imports that are to be kept otherwise than they came.
 */
export async function keepNotatvalg(
  tx: Transaktion,
  deps: Modtagelsesdeps,
  importer: readonly Import[],
): Promise<ReadonlyMap<Import, Import>> {
  const tavse = importer.filter(({ element }) => isNotat(element) && element.indeks !== undefined && !valgAf(element))
  if (tavse.length === 0) return new Map()
  const gaeldende = await findGaeldende(
    tx,
    tavse.map(({ id }) => id),
  )
  const kendte = tavse.flatMap((linje) => {
    const nu = gaeldende.get(linje.id)
    // A registration from before the current one says nothing now: it takes its choices from itself, where it is kept already.
    return nu ? [{ linje, tid: linje.tidspunkt > nu.tidspunkt ? nu.tidspunkt : linje.tidspunkt }] : []
  })
  if (kendte.length === 0) return new Map()
  const raekker = await tx.run(
    findIndhold(
      kendte.map(({ linje }) => linje.id),
      kendte.map(({ tid }) => tid),
    ),
  )
  const indhold = new Map(
    raekker.map((raekke) => [
      noegle(raekke.objekt_id, raekke.tidspunkt),
      openElement(deps, raekke.objekt_id, raekke.tidspunkt, raekke.indhold),
    ]),
  )
  return new Map(
    kendte.flatMap(({ linje, tid }) => {
      const foer = indhold.get(noegle(linje.id, tid))
      const valg = foer && isNotat(foer) ? valgAf(foer) : undefined
      return valg ? [[linje, { ...linje, element: withValg(linje.element as Notat, valg) }] as const] : []
    }),
  )
}

const withValg = (notat: Notat, valg: Valg): Notat => ({
  ...notat,
  egenskaber: (notat.egenskaber ?? []).map((post) => ({ ...post, ...valg })),
})
