import { kontekstFor } from '#adgang'
import {
  findEgneSpoergsmaal,
  findFortalte,
  findLogbegyndelse,
  findOpslag,
  findOpslagslinjer,
  HOEJST_I_UDTRAEK,
  type Laesedeps,
  type Linjeraekke,
  type Logudtraek,
  type LukketFelt,
  readForseglet,
  readPersondata,
  readUdtraek,
  type Underskriver,
} from '#adgangslog'
import type { Adgangsgrundlag, Uuid } from '#kernel'
import type { Henvendelsesregister } from '#myndighed'
import { danskDag, startOfDanskDag } from '#platform/clock'
import type { Noegler } from '#platform/crypto'
import { dagEfter } from '#web'
import type { Besoeg } from '../hent.ts'
import { findBarn } from '../overblik.sql.ts'
import type { OpslagVisning, SpoergsmaalUdenLinje } from '../visninger.ts'
import { toBesoeg } from './besoeg.ts'
import type { Opslagsfilter } from './filter.ts'
import { hvadnoegler } from './ord.ts'
import { findUdenLinje, openSpoergsmaal } from './spoergsmaal.ts'

/** So many of the newest log rows within the filter are looked through; pages of visits come of them. */
const HOEJST = 2_000
const BESOEG_PR_SIDE = 25

export type OpslagslisteVisning = {
  /** The day that the log goes back to: the same for everybody. */
  readonly siden: string
  readonly linjer: readonly OpslagVisning[]
  /** On the first page. */
  readonly udenLinje: readonly SpoergsmaalUdenLinje[]
  /** From 1. */
  readonly side: number
  readonly sider: number
  /** There are older ones than are looked through: a narrower period shows them. */
  readonly aeldre: boolean
}

export type Opslagsbesoeg = {
  readonly besoeg: Pick<Besoeg, 'session' | 'boern' | 'barn'>
  /** Undefined on any ground but one's own. */
  readonly visning: OpslagslisteVisning | undefined
}

export type Opslagsdeps = Laesedeps & { readonly register: Henvendelsesregister; readonly noegler: Pick<Noegler, 'indhold'> }

const LAESNING = { formaal: 'seOpslag', hvad: 'opslag' } as const

/**
 * Who has looked at the citizen's data, a line for each visit, newest first. All that stands here follows from the lines that are told: not from those
 * that the law keeps back. For a child there is no such page: who has looked can tell one parent where the child, or the other parent, is (domain.md
 * 12); nor is there one for anybody else who acts for the citizen.
 */
export async function hentOpslag(deps: Opslagsdeps, grundlag: Adgangsgrundlag, filter: Opslagsfilter): Promise<Opslagsbesoeg> {
  const { part } = grundlag
  if (grundlag.grund !== 'egen') {
    const { session, raekker } = await readPersondata(deps, grundlag, LAESNING, [findBarn(part)])
    return { besoeg: { session, boern: [], barn: raekker[0][0] }, visning: undefined }
  }
  const { session, raekker } = await readPersondata(deps, grundlag, LAESNING, [
    findOpslag(part, HOEJST, toValg(filter)),
    findEgneSpoergsmaal(part),
    findLogbegyndelse(part),
  ])
  const [laest, spoergsmaal, [begyndt]] = raekker
  const linjer = await onlyFortalte(deps, grundlag, laest)
  const viden = { part, register: deps.register, spoergsmaal: openSpoergsmaal(deps, spoergsmaal) }
  const fundne = toBesoeg(linjer, viden, filter.hvad)
  const sider = Math.max(1, Math.ceil(fundne.length / BESOEG_PR_SIDE))
  const side = Math.min(filter.side, sider)
  return {
    besoeg: { session, boern: [], barn: undefined },
    visning: {
      siden: danskDag(begyndt?.fra ?? deps.clock.now()),
      linjer: fundne.slice((side - 1) * BESOEG_PR_SIDE, side * BESOEG_PR_SIDE),
      udenLinje: side === 1 ? findUdenLinje(spoergsmaal, viden.spoergsmaal, begyndt?.fra ?? undefined) : [],
      side,
      sider,
      aeldre: laest.length === HOEJST,
    },
  }
}

/**
 * The lines of visits that are told still when the look itself stands in the log. Whoever approved that one be kept back before that has not seen the look,
 * and what was shown would be gone the next time; whoever does so afterwards sees it, and is refused.
 */
async function onlyFortalte<R extends { readonly korrelation: Uuid }>(
  { db }: Opslagsdeps,
  grundlag: Adgangsgrundlag,
  linjer: readonly R[],
): Promise<readonly R[]> {
  const besoeg = [...new Set(linjer.map(({ korrelation }) => korrelation))]
  const [endnu] = await db.readBatch(kontekstFor(grundlag), [findFortalte(grundlag.part, besoeg)])
  const fortalte = new Set(endnu.map(({ korrelation }) => korrelation))
  return linjer.filter(({ korrelation }) => fortalte.has(korrelation))
}

/** Days by the Danish calendar, the last one with. */
const toValg = ({ fra, til, hvem }: Opslagsfilter) => ({
  fra: fra === undefined ? undefined : startOfDanskDag(fra),
  til: til === undefined ? undefined : startOfDanskDag(dagEfter(til, 1)),
  hvem,
})

/**
 * The lines within the filter as they stand in the log, with the proof of each, to take home and check anywhere. Opened is what the page tells; how
 * much there was never is, for it counts what is hidden too. Nothing on any ground but one's own.
 */
export async function hentUdtraek(
  deps: Opslagsdeps & { readonly underskriver: Underskriver },
  grundlag: Adgangsgrundlag,
  filter: Opslagsfilter,
): Promise<{ readonly besoeg: Opslagsbesoeg['besoeg']; readonly visning: Logudtraek | undefined }> {
  if (grundlag.grund !== 'egen') return { ...(await hentOpslag(deps, grundlag, filter)), visning: undefined }
  // Before the lines are read: so the file has all of them that its checkpoint covers.
  const forseglet = await readForseglet(deps.db)
  // With the part as its object: by that the next file knows which checkpoints were taken home.
  const { session, raekker } = await readPersondata(deps, grundlag, { ...LAESNING, objekt: grundlag.part }, [
    findOpslagslinjer(grundlag.part, HOEJST_I_UDTRAEK, toValg(filter)),
    findLogbegyndelse(grundlag.part),
  ])
  const [laest, [begyndt]] = raekker
  const linjer = await onlyFortalte(deps, grundlag, laest)
  const periode = {
    fra: filter.fra ?? danskDag(begyndt?.fra ?? deps.clock.now()),
    til: filter.til ?? null,
    hvem: filter.hvem ?? null,
    // Where there were more than a file holds, it is whole from here on.
    helFra: laest.length === HOEJST_I_UDTRAEK ? (linjer.at(-1)?.tid ?? null) : null,
  }
  const opened = (raekke: Linjeraekke): readonly LukketFelt[] => aabneFor(raekke, raekke.aktoer_id === grundlag.part)
  return {
    besoeg: { session, boern: [], barn: undefined },
    visning: await readUdtraek(deps.db, deps.underskriver, { part: grundlag.part, forseglet }, linjer, opened, periode),
  }
}

/** The municipality, and the purpose and what was looked at where the page tells those very words. */
function aabneFor({ grund, hvad }: Linjeraekke, egen: boolean): readonly LukketFelt[] {
  const kommunens = grund === 'kommune' || grund === 'jobfunktionsrolle'
  return [
    ...(egen ? (['aktoer'] as const) : []),
    ...(grund === 'jobfunktionsrolle' || egen ? (['formaal'] as const) : []),
    ...(kommunens ? (['kommune'] as const) : []),
    ...(hvadnoegler({ grund, hvad }).includes(hvad) ? (['hvad'] as const) : []),
  ]
}
