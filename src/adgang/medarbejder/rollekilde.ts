import type { Tidspunkt } from '#kernel'
import type { Statement } from '#platform/database'
import { listGaeldendeRoller } from './rolle.sql.ts'
import type { Medarbejdersession } from './session.ts'

/**
 * Where the roles of a session are read. A statement, not a value: it goes into the batch that checks the session, so that no request is
 * answered on a role taken away before it. Another source (privileges that a login brought with it) is another statement.
 */
export type Rollekilde = (session: Medarbejdersession, nu: Tidspunkt) => Statement<{ readonly rolle: string }>

/** The roles that are given and taken back here. */
export const tildelteRoller: Rollekilde = ({ cvr, medarbejder }, nu) => listGaeldendeRoller(cvr, medarbejder, nu)
