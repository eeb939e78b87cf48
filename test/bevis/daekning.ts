import type { Bevislinje } from './linje.ts'
import { DAEKNING_AFSTEMNING } from './linjer/daekning-afstemning.ts'
import { DAEKNING_GENOPBYG } from './linjer/daekning-genopbyg.ts'
import { DAEKNING_KORT } from './linjer/daekning-kort.ts'
import { DAEKNING_LIVSTEGN } from './linjer/daekning-livstegn.ts'
import { DAEKNING_MODEL } from './linjer/daekning-model.ts'
import { DAEKNING_PAR } from './linjer/daekning-par.ts'
import { DAEKNING_STOP } from './linjer/daekning-stop.ts'

/**
 * The evidence for "none that can be shown here": when it is said, what it rests on, and what it costs. An area has a file in linjer/ that
 * exports its lines; a new one is named here.
 */
export const DAEKNING: readonly Bevislinje[] = [
  ...DAEKNING_MODEL,
  ...DAEKNING_PAR,
  ...DAEKNING_AFSTEMNING,
  ...DAEKNING_KORT,
  ...DAEKNING_LIVSTEGN,
  ...DAEKNING_STOP,
  ...DAEKNING_GENOPBYG,
]
