import type { Svarhoved } from './svar.ts'
import type { Skemafejl } from './validate.ts'
import type { Xml } from './xml-trae.ts'

/** A message whose envelope is in order: its operation's element, and what the schema says about it. */
export type Besked = {
  /** What the answer's header repeats. */
  readonly hoved: Svarhoved
  /** The message's text, which the elements' places point into. */
  readonly tekst: string
  readonly rod: Xml
  readonly operation: Xml
  readonly fejl: readonly Skemafejl[]
}
