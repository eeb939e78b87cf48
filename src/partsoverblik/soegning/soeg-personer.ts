import { grundlagForSoegning, type Medarbejder } from '#adgang'
import { INGEN_PART, type Laesedeps, type Soegefund, type Soegelaeser, searchForSagsbehandler } from '#adgangslog'
import { afvist, ok, type Resultat, type Soegegrundlag, type Uuid } from '#kernel'
import { maskNummer, numreFor, type Partsnummer } from '#part'
import type { Noegler } from '#platform/crypto'
import type { Database } from '#platform/database'
import type { Taktgiver } from '#platform/takt'
import { findKandidater, type Person } from './find-kandidater.ts'
import { mayMakeSearch } from './graense.ts'
import { parseSoegning, type Soegemaal } from './parse-soegning.ts'
import type { SoegeAfvisning } from './soegning.errors.ts'
import { findKendte } from './soegning.sql.ts'
import type { Soegesvar, Soegetraef, Soegning } from './typer.ts'

export type Soegedeps = Laesedeps & { readonly db: Database; readonly noegler: Noegler; readonly taktgiver: Taktgiver }

const HOEJST_TRAEF = 20
/** Of a stranger there are a name to open and items to look at, which takes a millisecond or two; answers that come on a beat do not tell of it. */
const TAKT_MS = 25
/** A page and a little: whoever may see most of what there is waits for no more. */
const AD_GANGEN = 24

type Svar = Resultat<Soegesvar, SoegeAfvisning>

/**
 * A caseworker searches for citizens and companies. Found is only somebody of whom the caseworker may see, or know of, at least one thing; who is found
 * by a case, only where that is so of the case. A number of a stranger and one of nobody get the same answer. Each who is shown is logged first. Nothing
 * of what was typed is kept. Refused for what was typed and for how often; never for whom there is, but that very many fit. Throws
 * Sessionsfejl, Logfejl or DatabaseFejl.
 */
export async function soegPersoner(
  deps: Soegedeps,
  medarbejder: Pick<Medarbejder, 'id' | 'cvr' | 'navn' | 'rettigheder' | 'enheder' | 'session'>,
  soegning: Soegning,
): Promise<Svar> {
  const grundlag = grundlagForSoegning(medarbejder)
  const maal = parseSoegning(deps.noegler, grundlag.kommune, soegning)
  if (!maal.ok) return maal
  if (!(await mayMakeSearch(deps.db, grundlag, medarbejder.navn, deps.clock.now()))) return afvist('FOR_MANGE')
  const takt = deps.taktgiver.begynd(TAKT_MS)
  try {
    const svar = await searchForSagsbehandler(deps, grundlag, (laeser) => search(deps, laeser, grundlag, maal.value))
    await takt.slag()
    return svar
  } finally {
    takt.stop()
  }
}

async function search(deps: Soegedeps, laeser: Soegelaeser, grundlag: Soegegrundlag, maal: Soegemaal): Promise<Soegefund<Svar>> {
  const { personer, forBred, spurgt } = await findKandidater(laeser, deps.noegler, grundlag, maal)
  const kendte = await known(deps, laeser, grundlag, personer)
  if (forBred) return { svar: afvist('FOR_BRED'), vist: [], spurgt }
  const viste = kendte.slice(0, HOEJST_TRAEF)
  const numre = await numreFor(
    deps.db,
    deps.noegler,
    viste.map(({ person }) => person.part),
  )
  return {
    svar: ok({ traef: viste.map((et) => toTraef(et, numre)), flere: kendte.length > HOEJST_TRAEF }),
    vist: viste.map(({ person }) => person.part),
    spurgt,
  }
}

type Kendt = { readonly person: Person; readonly enhed: string | undefined }

/** Those of the candidates of whom something may be known, in their order, one more than are shown at most. */
async function known(
  { clock }: Pick<Soegedeps, 'clock'>,
  laeser: Soegelaeser,
  grundlag: Soegegrundlag,
  personer: readonly Person[],
): Promise<readonly Kendt[]> {
  const nu = clock.now()
  const kendte = new Map<Uuid, Kendt>()
  for (let fra = 0; fra === 0 || (fra < personer.length && kendte.size <= HOEJST_TRAEF); fra += AD_GANGEN) {
    const del = personer.slice(fra, fra + AD_GANGEN)
    // Nobody is asked for as somebody: a number that nobody has takes as long as a stranger's.
    const kandidater = del.length > 0 ? del : [{ part: INGEN_PART, item: undefined }]
    const parter = [...new Set(kandidater.map(({ part }) => part))]
    const raekker = await laeser.known(parter, findKendte(grundlag, nu, kandidater))
    const enheder = new Map(raekker.map(({ part_id, enhed }) => [part_id, enhed]))
    for (const person of del)
      if (enheder.has(person.part)) kendte.set(person.part, { person, enhed: enheder.get(person.part) ?? undefined })
  }
  return [...kendte.values()].slice(0, HOEJST_TRAEF + 1)
}

function toTraef({ person, enhed }: Kendt, numre: ReadonlyMap<Uuid, Partsnummer>): Soegetraef {
  const { item: _, ...vist } = person
  const nummer = numre.get(person.part)
  return { ...vist, nummer: nummer && maskNummer(nummer), enhed }
}
