import type { KleEmne } from '#kernel'
import { andet } from './andet.ts'
import { arbejde } from './arbejde.ts'
import { beskyttedeEmner } from './beskyttede-emner.ts'
import { boernOgFamilie } from './boern-og-familie.ts'
import { boernStoette } from './boern-stoette.ts'
import { boligOgByggeri } from './bolig-og-byggeri.ts'
import { borgerserviceTrafikOgFritid } from './borgerservice-trafik-og-fritid.ts'
import type { BorgerEmne } from './emne.ts'
import { forsoergelse } from './forsoergelse.ts'
import { hjaelpPlejeOgHandicap } from './hjaelp-pleje-og-handicap.ts'
import { pensionOgOekonomi } from './pension-og-oekonomi.ts'
import { skoleOgUddannelse } from './skole-og-uddannelse.ts'
import { sundhed } from './sundhed.ts'

/**
 * The project's own list of KLE emner, with the citizens' words for each. Numbers and titles: KLE, edition of February 2026.
 * It is an excerpt: a number that is not here can be quite as valid.
 */
export const BORGER_EMNER: ReadonlyMap<KleEmne, BorgerEmne> = new Map(
  [
    ...arbejde,
    ...forsoergelse,
    ...boernOgFamilie,
    ...boernStoette,
    ...skoleOgUddannelse,
    ...hjaelpPlejeOgHandicap,
    ...sundhed,
    ...boligOgByggeri,
    ...pensionOgOekonomi,
    ...borgerserviceTrafikOgFritid,
    ...beskyttedeEmner,
    ...andet,
  ]
    .sort((a, b) => (a.nr < b.nr ? -1 : 1))
    .map((emne) => [emne.nr, emne]),
)
