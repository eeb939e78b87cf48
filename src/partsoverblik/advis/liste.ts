import { grundlagForSagsbehandler, type Medarbejder } from '#adgang'
import { type Laesedeps, readForSagsbehandler } from '#adgangslog'
import { type Periode, withoutUsete } from '#indeks'
import { type Art, gaeldende, newUuid, parseTidspunkt, parseUuid, type Tidspunkt, type Uuid } from '#kernel'
import { vedTid } from '#overblik'
import { adviskontekst } from './abonner.ts'
import { type AdvisRaekke, findTing, listAdvis, type Tingraekke } from './advis.sql.ts'
import { type Advishvad, HOEJST_ADVIS } from './advis.ts'

/** An advis as it can be told now: in the words of what its reader may see now. */
export type Advisvisning = {
  readonly id: Uuid
  readonly hvad: Advishvad
  readonly tid: Tidspunkt
  readonly laest: boolean
  /** What it is about; undefined for a reminder about a person. */
  readonly ting: { readonly art: Art; readonly titel: string } | undefined
  readonly part: Uuid
}

export type Advisliste = {
  readonly advis: readonly Advisvisning[]
  /** Where the next page begins; undefined where there is no more. */
  readonly naeste: string | undefined
}

const PR_SIDE = 20

type Hvem = Pick<Medarbejder, 'id' | 'cvr' | 'rettigheder' | 'enheder' | 'session'>
type Sted = { readonly tid: string; readonly id: string }
const FORREST: Sted = { tid: 'infinity', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }

/**
 * A page of an employee's advis. Of each it is asked now, on the employee's ground, whether what it is about may be seen: one that may not be seen is
 * left out, without a gap and without being counted. Each person on the page is a line in the log, whether anything of theirs is shown or not. Throws
 * as readForSagsbehandler, or DatabaseFejl.
 */
export async function readAdvis(
  deps: Laesedeps,
  hvem: Hvem,
  { efter, kunUlaeste }: { readonly efter: string | undefined; readonly kunUlaeste: boolean },
): Promise<Advisliste> {
  const korrelation = newUuid()
  const viste: Advisvisning[] = []
  let sted = parseSted(efter) ?? FORREST
  // All that are kept, where it takes as many: to stop before would hide what may be seen behind what may not, or tell of it by a page that is too short.
  for (let set = 0; set < HOEJST_ADVIS && viste.length <= PR_SIDE; ) {
    const [raekker] = await deps.db.readBatch(adviskontekst(hvem), [listAdvis(hvem, sted, kunUlaeste, PR_SIDE + 1)])
    viste.push(...(await onlySynlige(deps, hvem, raekker, korrelation)))
    const sidste = raekker.at(-1)
    if (!sidste || raekker.length <= PR_SIDE) break
    sted = { tid: sidste.tid, id: sidste.advis_id }
    set += raekker.length
  }
  const advis = viste.slice(0, PR_SIDE)
  const sidste = advis.at(-1)
  return { advis, naeste: viste.length > PR_SIDE && sidste ? `${sidste.tid}/${sidste.id}` : undefined }
}

/** A place as `naeste` names it; undefined for what names none. */
function parseSted(tekst = ''): Sted | undefined {
  const [foer = '', efter = '', ...mere] = tekst.split('/')
  const [tid, id] = [parseTidspunkt(foer), parseUuid(efter)]
  return tid && id && mere.length === 0 ? { tid, id } : undefined
}

async function onlySynlige(
  deps: Laesedeps,
  hvem: Hvem,
  raekker: readonly AdvisRaekke[],
  korrelation: Uuid,
): Promise<readonly Advisvisning[]> {
  const parter = Map.groupBy(raekker, ({ part_id }) => part_id)
  const nu = deps.clock.now()
  const synlige = new Map<string, Tingraekke>()
  await Promise.all(
    [...parter].map(async ([part, egne]) => {
      const grundlag = grundlagForSagsbehandler(hvem, { part, formaal: 'sagsbehandling', korrelation })
      const ting = [...new Set(egne.map(({ objekt_id }) => objekt_id))]
      const [fundne] = await readForSagsbehandler(deps, grundlag, { hvad: 'advis' }, [findTing(grundlag, nu, ting)])
      for (const raekke of withoutUsete(fundne)) synlige.set(`${part} ${raekke.item_id}`, raekke)
    }),
  )
  return raekker.flatMap((raekke) => toVisning(raekke, synlige.get(`${raekke.part_id} ${raekke.objekt_id}`), nu) ?? [])
}

function toVisning(raekke: AdvisRaekke, ting: Tingraekke | undefined, nu: Tidspunkt): Advisvisning | undefined {
  const { advis_id, hvad, tid, laest, part_id, objekt_id } = raekke
  const omPerson = hvad === 'paamindelse' && objekt_id === part_id
  if (!ting && !omPerson) return undefined
  return {
    id: advis_id,
    hvad,
    tid,
    laest: laest !== null,
    ting: ting && { art: ting.art, titel: titelOf(ting, nu) },
    part: part_id,
  }
}

/** What the thing is called now, by the source: as on the citizen's page, no word of what is still to come. */
function titelOf({ data }: Tingraekke, nu: Tidspunkt): string {
  switch (data.art) {
    case 'aftale':
      return vedTid(data.aftaler, nu)?.titel ?? ''
    case 'bevilling':
    case 'oekonomiskEffektuering': {
      const holder = gaeldende<Periode<{ readonly navn: string }>>(data.ydelser, nu)
      const ydelser = holder.length > 0 ? holder : data.ydelser
      return [...new Set(ydelser.map(({ navn }) => navn))].join(', ').slice(0, 255)
    }
    default:
      return vedTid<{ readonly titel: string }>(data.titler, nu)?.titel ?? ''
  }
}
