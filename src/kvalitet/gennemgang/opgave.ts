import type { Art, CvrNummer } from '#kernel'
import type { Gennemgangstilstand, Titeludfald } from '#visning'

/** A title of an object that somebody is to look at, and why. One for each exact text, whoever the object is shown to. */
export type Titelopgave = {
  readonly kommune: CvrNummer
  readonly hash: string
  readonly art: Art
  readonly kle: string
  readonly omraade: string
  /** The unit that answers for the object, by UUID or URN; '' where the source names none. */
  readonly enhed: string
  readonly enhedsnavn: string
  readonly udfald: Titeludfald
  /** True while the object itself is held back: it may lie at the wrong person. */
  readonly tilbageholdt: boolean
  /** Codes of what the checks found, heaviest first. */
  readonly fund: readonly string[]
  readonly grund: Opgavegrund
}

/** Why it is to be looked at: something was found, the municipality looks at every title of the kind, or it was drawn for a sample. */
export type Opgavegrund = 'fund' | 'alle' | 'stikproeve'

/** `foraeldet`: the source has delivered another title since, or the object is gone. */
export type Opgavetilstand = 'venter' | 'godkendt' | 'rettet' | 'afvist' | 'foraeldet'

/** What a decision makes of a title, as the citizen's page is told. */
export const gennemgangFor = (tilstand: Opgavetilstand): Gennemgangstilstand => (tilstand === 'foraeldet' ? 'ingen' : tilstand)

/** What is most urgent stands first: what hides a whole item, then what hides a title, then what only warns, then the rest. */
export function rangFor({ tilbageholdt, udfald }: Pick<Titelopgave, 'tilbageholdt' | 'udfald'>): number {
  if (tilbageholdt) return 0
  return { blokeret: 1, advaret: 2, ren: 3 }[udfald]
}
