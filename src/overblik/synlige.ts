import type { Uuid } from '#kernel'
import type { Skjulegrund } from '#visning'
import type { Billede, Vist } from './billede.ts'
import { decideFor, synsvinkler } from './fakta.ts'
import type { OverblikRaekke } from './overblik.sql.ts'
import { vedTid } from './perioder.ts'
import { isYdelseNaevnt } from './vis-ydelse.ts'

/** Reasons that no rule gives by itself: a document or note is shown only on a shown case, a grant only with a benefit that may be shown. */
export type Forklaringsgrund = Skjulegrund | 'SAGEN_VISES_IKKE' | 'INGEN_YDELSE_VISES'

/** The items that the citizen's pages name. Fewer than those that may be shown: a grant all of whose benefits are hidden is not named. */
export function synligeIder(billede: Billede): ReadonlySet<Uuid> {
  const ider = new Set<Uuid>()
  for (const vist of billede.viste) if (isNaevnt(billede, vist)) ider.add(vist.raekke.item_id)
  return ider
}

function isNaevnt(billede: Billede, vist: Vist): boolean {
  const { data } = vist.raekke
  if (data.art === 'bevilling' || data.art === 'oekonomiskEffektuering') return isYdelseNaevnt(billede, vist)
  return data.art !== 'aftale' || vedTid(data.aftaler, billede.grundlag.nu) !== undefined
}

/** True for what is looked at on its cases. */
export const isPaaSag = ({ art }: OverblikRaekke): boolean => art === 'dokument' || art === 'journalnotat'

/** Why an item that the pages do not name is not named. Of several cases, one that only needs to be shown itself counts first. */
export function findSkjulegrund(raekke: OverblikRaekke, billede: Billede): Forklaringsgrund {
  let grund: Skjulegrund | undefined
  for (const vinkel of synsvinkler(raekke, billede.grundlag.nu)) {
    const afgoerelse = decideFor(raekke, vinkel, billede.grundlag)
    // On a case that is hidden the case's own reason is what counts: the document's rules would let it through.
    if (!afgoerelse.vises) grund ??= afgoerelse.grund
    else if (isPaaSag(raekke) && !(vinkel.sag && billede.efterId.has(vinkel.sag.id))) return 'SAGEN_VISES_IKKE'
  }
  return grund ?? 'INGEN_YDELSE_VISES'
}
