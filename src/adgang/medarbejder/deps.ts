import type { Database } from '#platform/database'
import type { SessionDeps } from '../session.ts'
import type { SetSkriver } from '../session-liv.ts'
import type { Medarbejderpunkt } from './punkter.ts'
import type { Rollekilde } from './rollekilde.ts'

/** What every page for people at work stands on. */
export type MedarbejderDeps = SessionDeps & {
  readonly db: Database
  readonly rollekilde: Rollekilde
  /** Notes when their sessions were last seen. */
  readonly arbejdsset: SetSkriver
  /** What the menus and start pages lead to, from all modules. */
  readonly punkter: readonly Medarbejderpunkt[]
  readonly demo: boolean
}
