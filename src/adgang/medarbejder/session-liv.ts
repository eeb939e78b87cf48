import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import { createSetSkriver, type SetSkriver } from '../session-liv.ts'
import { extendMedarbejdersession, touchMedarbejdersession } from './session.sql.ts'

/** Writes when sessions of people at work were last seen, as createSetSkriver does for citizens'. */
export const createArbejdsset = (
  deps: { readonly db: Database; readonly clock: Clock },
  onFejl: (fejl: unknown) => void,
): SetSkriver => createSetSkriver(deps, onFejl, { touch: touchMedarbejdersession, extend: extendMedarbejdersession })
