import { grundlagForKilde } from '#adgang'
import { type Kildelaeser, type Logskriver, readForKilde } from '#adgangslog'
import { type Art, afvist, type Kildegrundlag, ok, type Resultat, type Uuid } from '#kernel'
import type { Kilde } from '#kilde'
import { lookUpParter, numreFor, partsnoegle } from '#part'
import { DatabaseFejl } from '#platform/database'
import type { ElementKilde } from '../element/element.kilde.ts'
import { collectParter, restorePartsnumre } from '../laesning/index.ts'
import { type Modtagelsesdeps, openElement } from '../leverance/index.ts'
import { checkSoegning } from './check-soegning.ts'
import { isMatch, type Kandidat } from './match.ts'
import { collectSoegte, INGEN, replaceSoegte } from './parter.ts'
import { countEgne, type EgetRaekke, findEgne, listEgne, type Sideraekke, toVilkaar, type Vilkaar } from './soegning.sql.ts'
import { type Fund, HOEJST_ANTAL, type Soegeafvisning, type Soegesvar, type Soegning } from './soegning.ts'
import { type Noegle, sorted, toNoegle } from './sorter.ts'
import { toVist } from './vis.ts'

export type Soegedeps = Modtagelsesdeps & { readonly log: Logskriver }

/** So many objects are opened for one search. One that could fit more is asked to say more of what it looks for. */
const HOEJST_KANDIDATER = 5_000
const SIDE = 250

/**
 * Finds what the source has delivered itself: current registrations of objects that it is Master of,
 * within its municipalities and numbers. Whose data are
 * handed out is logged first, a line for each part, and so is whom a search names by number, found or not. Throws DatabaseFejl, Logfejl or
 * Forseglingsfejl; then nothing has left.
 */
export async function soeg(deps: Soegedeps, kilde: Kilde, soegning: Soegning): Promise<Resultat<Soegesvar, Soegeafvisning>> {
  const gyldig = checkSoegning(soegning)
  if (!gyldig.ok) return gyldig
  const numre = soegning.udtryk ? collectSoegte(soegning.udtryk) : []
  const kendte = await lookUpParter(deps.db, deps.noegler, numre)
  const udtryk = soegning.udtryk && replaceSoegte(soegning.udtryk, kendte)
  // One that is nobody's here has its row too: without it the answer came sooner, and so told who is known.
  const soegte = new Set(numre.map((nummer) => kendte.get(partsnoegle(nummer)) ?? INGEN))
  const grundlag = grundlagForKilde(kilde)
  try {
    return await find(deps, grundlag, { ...soegning, udtryk }, soegte)
  } catch (error) {
    // The database gave up within its time: the search goes through too much, and nothing has left.
    if (error instanceof DatabaseFejl && error.kode === TIDEN_GIK) return afvist('SOEGNING_FOR_BRED')
    throw error
  }
}

/** SQLSTATE of a statement that was ended since it took too long. */
const TIDEN_GIK = '57014'

async function find(
  deps: Soegedeps,
  grundlag: Kildegrundlag,
  soegning: Soegning,
  soegte: ReadonlySet<Uuid>,
): Promise<Resultat<Soegesvar, Soegeafvisning>> {
  return readForKilde<Resultat<Soegesvar, Soegeafvisning>>(deps, grundlag, { hvad: 'egneLeverancer' }, async (laeser) => {
    const side = await readSide(deps, laeser, grundlag, soegning)
    if (!side) return { svar: afvist('SOEGNING_FOR_BRED'), parter: new Map() }
    const { fund, parter } = await toFund(deps, side.raekker, soegning.vis)
    for (const part of soegte) if (!parter.has(part)) parter.set(part, 0)
    return { svar: ok({ ialt: side.ialt, fund }), parter }
  })
}

type Side = { readonly ialt: Readonly<Partial<Record<Art, number>>>; readonly raekker: readonly EgetRaekke[] }

/** The page asked for and how many there are in all; undefined: more could fit than can be opened, or the page is too many bytes. */
async function readSide(
  deps: Soegedeps,
  laeser: Kildelaeser,
  { aktoer: { id: master }, rettigheder }: Kildegrundlag,
  soegning: Soegning,
): Promise<Side | undefined> {
  const { arter, ider, udtryk, foerste = 0, antal = HOEJST_ANTAL, sortering = [], efter } = soegning
  const vilkaar = toVilkaar({ master, rettigheder, arter, ider }, udtryk)
  if (vilkaar.eksakt && sortering.length === 0) {
    const [talte, raekker] = await laeser.read([countEgne(vilkaar), listEgne(vilkaar, efter, foerste, antal)])
    return isHel(raekker) ? { ialt: Object.fromEntries(talte.map((led) => [led.art, led.antal])), raekker } : undefined
  }
  const fundne = await scan(deps, laeser, vilkaar, soegning)
  if (!fundne) return undefined
  const valgte = sorted(fundne.noegler, sortering)
    .filter(({ id }) => efter === undefined || sortering.length > 0 || id > efter)
    .slice(foerste, foerste + antal)
    .map(({ id }) => id)
  const [raekker] = valgte.length > 0 ? await laeser.read([findEgne(master, valgte, rettigheder)]) : [[]]
  if (!isHel(raekker)) return undefined
  const efterId = new Map(raekker.map((raekke) => [raekke.id, raekke]))
  // One that has been changed or deleted meanwhile is answered as it is now, or not at all.
  return { ialt: fundne.ialt, raekker: valgte.flatMap((id) => efterId.get(id) ?? []) }
}

/** Are all rows of the page there? A page of which some were left out must not look like the last one. */
const isHel = (raekker: readonly Sideraekke[]): boolean => (raekker[0]?.side ?? 0) === raekker.length

/** Opens everything that could fit, a page at a time, and keeps of what does only its place. */
async function scan(
  deps: Soegedeps,
  laeser: Kildelaeser,
  vilkaar: Vilkaar,
  { udtryk, sortering = [] }: Soegning,
): Promise<{ readonly ialt: Partial<Record<Art, number>>; readonly noegler: readonly Noegle[] } | undefined> {
  const [nu, ialt, noegler] = [deps.clock.now(), {} as Partial<Record<Art, number>>, [] as Noegle[]]
  const [mulige] = await laeser.read([countEgne(vilkaar)])
  if (mulige.reduce((sum, led) => sum + led.antal, 0) > HOEJST_KANDIDATER) return undefined
  let efter: Uuid | undefined
  for (let laest = 0; ; ) {
    const [raekker] = await laeser.read([listEgne(vilkaar, efter, 0, SIDE)])
    laest += raekker.length
    if (laest > HOEJST_KANDIDATER) return undefined
    for (const raekke of raekker) {
      const kandidat = toKandidat(deps, raekke)
      if (udtryk && !isMatch(kandidat, udtryk, deps.roller)) continue
      ialt[kandidat.art] = (ialt[kandidat.art] ?? 0) + 1
      noegler.push(toNoegle(kandidat, sortering, nu, deps.roller))
    }
    if (isHel(raekker) && raekker.length < SIDE) return { ialt, noegler }
    efter = raekker.at(-1)?.id
  }
}

const toKandidat = (deps: Soegedeps, raekke: EgetRaekke): Kandidat => ({ ...raekke, element: openRaekke(deps, raekke) })

const openRaekke = (
  deps: Soegedeps,
  { id, tidspunkt, indhold }: Pick<EgetRaekke, 'id' | 'tidspunkt' | 'indhold'>,
): ElementKilde => openElement(deps, id, tidspunkt, indhold)

type Aabnet = Pick<EgetRaekke, 'id' | 'art' | 'tidspunkt' | 'modtaget' | 'indhold'> & { readonly parter?: readonly Uuid[] }

/**
 * What is handed out, and about whom: those that the item names, and those that it stands for in the overview, as of a note the parties of
 * its case. They count whatever part of the item is shown.
 */
export async function toFund(
  deps: Soegedeps,
  raekker: readonly Aabnet[],
  vis: readonly string[] | undefined,
): Promise<{ readonly fund: readonly Fund[]; readonly parter: Map<Uuid, number> }> {
  const aabne = raekker.map((raekke) => ({ raekke, element: openRaekke(deps, raekke) }))
  const parter = new Map<Uuid, number>()
  for (const { raekke, element } of aabne)
    for (const part of new Set([...collectParter(element), ...(raekke.parter ?? [])]))
      parter.set(part, (parter.get(part) ?? 0) + 1)
  const numre = await numreFor(deps.db, deps.noegler, [...new Set(aabne.flatMap(({ element }) => collectParter(element)))])
  return {
    fund: aabne.map(({ raekke: { id, art, tidspunkt, modtaget }, element }) => ({
      id,
      art,
      tidspunkt,
      modtaget,
      element: toVist(restorePartsnumre(element, numre), vis),
    })),
    parter,
  }
}
