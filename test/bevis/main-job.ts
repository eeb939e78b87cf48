import type { Bevislinje } from './linje.ts'
import { ADSKILLELSE } from './linjer/adskillelse.ts'
import { DRIFT } from './linjer/drift.ts'
import { INDTAG } from './linjer/indtag.ts'
import { SIDER } from './linjer/sider.ts'
import { VISNING } from './linjer/visning.ts'

/**
 * The evidence for the main job, from a fagsystem's delivery to the citizen's own page. An area has a file in linjer/ that exports its
 * lines; a new one is added there and named here.
 */
export const MAIN_JOB: readonly Bevislinje[] = [...INDTAG, ...ADSKILLELSE, ...VISNING, ...SIDER, ...DRIFT]
