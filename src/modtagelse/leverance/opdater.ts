import { findGaeldende, findGravsten, findIndhold, type GaeldendeObjekt, type NyRegistrering } from '#indeks'
import type { Uuid } from '#kernel'
import type { Transaktion } from '#platform/database'
import type { ElementKilde } from '../element/element.kilde.ts'
import { hideParter, replacePartsnumre } from '../laesning/index.ts'
import { checkElement, indBrud, type Regelbrud } from '../regler/index.ts'
import { checkKilde, findMastere, type Opdatering, skelFor } from './check-linje.ts'
import { toKanonisk } from './kanonisk.ts'
import { mergeAendring } from './merge-aendring.ts'
import { openElement, toRegistrering } from './registrering.ts'
import type { Leverance, Modtagelsesdeps } from './typer.ts'
import { findUdenfor } from './udenfor.ts'

/** A change merged: the whole new registration, or why there is none. `uaendret`: what is kept at its Tidspunkt says the same already. */
export type Flettet =
  | { readonly ny: NyRegistrering; readonly uaendret: boolean }
  | { readonly brud: readonly [Regelbrud, ...Regelbrud[]] }

/** Many times the largest line: an object grows with each change that leaves history behind. */
const HOEJST_TEGN = 2 * 1024 * 1024

/**
 * Merges changes of different objects with their current registrations. The caller holds the objects' locks, so that what is merged with is
 * what will be replaced: of two changes at once the later one is merged with the earlier one's result. Answers one each, in order.
 */
export async function mergeLinjer(
  tx: Transaktion,
  deps: Modtagelsesdeps,
  leverance: Leverance,
  linjer: readonly Opdatering[],
  parter: ReadonlyMap<string, Uuid>,
): Promise<Flettet[]> {
  const ider = linjer.map(({ id }) => id)
  const gaeldende = await findGaeldende(tx, ider)
  const fjernede = new Map((await tx.run(findGravsten(ider))).map((led) => [led.id, led.master]))
  const egne = linjer.flatMap((linje) => {
    const nu = gaeldende.get(linje.id)
    return nu && isMulig(nu, linje, leverance) ? [{ linje, nu }] : []
  })
  const udenfor = await findUdenfor(
    tx,
    leverance.kilde,
    egne.map(({ nu }) => nu),
  )
  const laest = await readElementer(tx, deps, egne)
  return linjer.map((linje): Flettet => {
    const nu = gaeldende.get(linje.id)
    // What another system is Master of answers as what is not there.
    if (!nu || !isMulig(nu, linje, leverance))
      return { brud: [indBrud(fjernede.get(linje.id) === leverance.kilde.id ? 'IND-023' : 'IND-021', '')] }
    if (udenfor.has(linje.id)) return { brud: [indBrud('IND-005', '')] }
    const aendring = replacePartsnumre(linje.aendring, parter)
    const flet = (element: ElementKilde | undefined) => element && mergeAendring(element, aendring, deps.roller)
    const ved = laest.get(`${linje.id} ${linje.tidspunkt}`)
    if (nu.tidspunkt >= linje.tidspunkt) return repeat(deps, leverance, linje, ved, flet(ved))
    const hel = flet(laest.get(`${linje.id} ${nu.tidspunkt}`))
    if (!hel) throw new TypeError('A current object has no registration')
    return checkHel(deps, leverance, linje, hel)
  })
}

const isMulig = (nu: GaeldendeObjekt, linje: Opdatering, { kilde }: Leverance): boolean =>
  nu.master === kilde.id && nu.art === linje.aendring.art

/** The current contents, and those that are kept at the changes' own Tidspunkt already. */
async function readElementer(
  tx: Transaktion,
  deps: Modtagelsesdeps,
  egne: readonly { readonly linje: Opdatering; readonly nu: GaeldendeObjekt }[],
): Promise<ReadonlyMap<string, ElementKilde>> {
  if (egne.length === 0) return new Map()
  const steder = egne.flatMap(({ linje, nu }) => [
    { id: linje.id, tidspunkt: nu.tidspunkt },
    ...(linje.tidspunkt < nu.tidspunkt ? [{ id: linje.id, tidspunkt: linje.tidspunkt }] : []),
  ])
  const raekker = await tx.run(
    findIndhold(
      steder.map(({ id }) => id),
      steder.map(({ tidspunkt }) => tidspunkt),
    ),
  )
  return new Map(
    raekker.map(({ objekt_id: id, tidspunkt, indhold }) => [`${id} ${tidspunkt}`, openElement(deps, id, tidspunkt, indhold)]),
  )
}

/** A change that is not newer than the object: it is there already, or it comes too late. */
function repeat(
  deps: Modtagelsesdeps,
  leverance: Leverance,
  linje: Opdatering,
  ved: ElementKilde | undefined,
  igen: ElementKilde | undefined,
): Flettet {
  if (!ved || !igen || toKanonisk(igen) !== toKanonisk(ved)) return { brud: [indBrud('IND-022', 'tidspunkt')] }
  return { ny: toRegistrering(deps, leverance, { ...linje, element: ved, master: leverance.kilde.id }), uaendret: true }
}

/** The rules of an import, on the whole that the change makes. */
function checkHel(deps: Modtagelsesdeps, leverance: Leverance, linje: Opdatering, hel: ElementKilde): Flettet {
  if (JSON.stringify(hel).length > HOEJST_TEGN) return { brud: [indBrud('IND-025', '')] }
  const [foerste, ...resten] = skelFor(deps, checkElement(hideParter(hel), deps.roller)).brud
  if (foerste) return { brud: [foerste, ...resten] }
  const brud = checkKilde(leverance.kilde, deps.roller, hel, linje.tidspunkt, findMastere(deps.roller, hel))
  const master = leverance.kilde.id
  return brud ? { brud: [brud] } : { ny: toRegistrering(deps, leverance, { ...linje, element: hel, master }), uaendret: false }
}
