import type { OpslagRaekke } from '#adgangslog'
import type { Uuid } from '#kernel'
import { type Henvendelsesregister, henvendelsesstedFor } from '#myndighed'
import { toKommune } from '../vis-sag.ts'
import type { OpslagVisning, Spoergsmaal } from '../visninger.ts'
import { grundord, hvadnoegler, hvadord, rolleord } from './ord.ts'

export type Besoegsviden = {
  readonly part: Uuid
  readonly register: Henvendelsesregister
  readonly spoergsmaal: ReadonlyMap<Uuid, Spoergsmaal>
}

/** Rows of one visit by the same actor on the same ground are one line, at the time it began; of those where `hvad` was looked at, if any is asked for. */
export function toBesoeg(raekker: readonly OpslagRaekke[], viden: Besoegsviden, hvad?: string): OpslagVisning[] {
  const besoeg = Map.groupBy(raekker, (raekke) => `${raekke.korrelation} ${raekke.aktoer_id} ${raekke.grund}`)
  return [...besoeg.values()].flatMap((egne) => {
    const foerste = egne.at(-1)
    const noegler = [...new Set(egne.toReversed().flatMap(hvadnoegler))]
    if (!foerste || (hvad !== undefined && !noegler.includes(hvad))) return []
    return [toVisning(foerste, noegler, viden)]
  })
}

function toVisning(foerste: OpslagRaekke, noegler: readonly string[], viden: Besoegsviden): OpslagVisning {
  const { kommune, korrelation, tid } = foerste
  const rolle = rolleord(foerste)
  const spoergsmaal = viden.spoergsmaal.get(korrelation)
  return {
    tid,
    hvem: whoOf(foerste, viden.part),
    ...(rolle && { rolle }),
    ...(kommune && { sted: stedOf(foerste, viden.register) ?? toKommune(kommune).navn, kommune: toKommune(kommune) }),
    grund: grundord(foerste),
    hvad: noegler.flatMap((noegle) => hvadord(noegle) ?? []),
    // Only what somebody at a municipality has done can be asked about: what one has done oneself has no id to tell visits apart by.
    ...(kommune && { besoeg: korrelation }),
    ...(spoergsmaal && { spoergsmaal }),
  }
}

/** Never a name of somebody. */
function whoOf({ aktoer_id, aktoer_type, grund }: OpslagRaekke, part: Uuid): OpslagVisning['hvem'] {
  if (aktoer_id === part) return 'dig'
  if (grund === 'foraeldremyndighed') return 'foraelder'
  return aktoer_type === 'drift' ? 'drift' : 'medarbejder'
}

/**
 * The contact point that the unit is reached at, whose names are made for citizens and checked not to betray; the unit's own name never is told, since it
 * can say what a case is about. Undefined where the unit has none: then the municipality is named alone, as it is for control groups and refuges.
 */
function stedOf({ kommune, enhed }: OpslagRaekke, register: Henvendelsesregister): string | undefined {
  if (!kommune || !enhed) return undefined
  const fundet = henvendelsesstedFor(register, kommune, { id: enhed, navn: enhed })
  return fundet?.grundlag === 'enhed' ? fundet.sted.navn : undefined
}
