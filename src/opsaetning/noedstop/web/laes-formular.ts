import { parseUuid } from '#kernel'
import { livsomraadeMedNoegle } from '#klassifikation'
import { type Formular, readFelt } from '#platform/http'
import { OPHAEVELSESTRIN, type Ophaevelseskommando, STOPSLAGS, type Stopslags } from '#visning'

/** Parses what the forms of the emergency stop send. */

/** What was typed, and what is wrong with it. */
export type Stopformular = {
  readonly slags: Stopslags | undefined
  readonly vaerdi: string
  readonly begrundelse: string
  readonly fejl: { readonly vaerdi?: string; readonly begrundelse?: string }
}
export const INTET_TASTET: Stopformular = { slags: undefined, vaerdi: '', begrundelse: '', fejl: {} }

/** What may be chosen between: the municipality's own sources, and the types of document that there are. */
export type Stopmuligheder = {
  readonly dokumenttyper: ReadonlySet<string>
  readonly kilder: ReadonlySet<string>
}

export function readStopformular(formular: Formular): Stopformular {
  const slags = STOPSLAGS.find((led) => led === readFelt(formular, 'slags'))
  return { slags, vaerdi: readFelt(formular, 'vaerdi'), begrundelse: readFelt(formular, 'begrundelse'), fejl: {} }
}

/** What is to be stopped, as the rule compares it; undefined for what is no choice. */
export function parseVaerdi(slags: Stopslags, vaerdi: string, muligheder: Stopmuligheder): string | undefined {
  switch (slags) {
    case 'ting':
      return parseUuid(vaerdi)
    case 'dokumenttype':
      return muligheder.dokumenttyper.has(vaerdi) ? vaerdi : undefined
    case 'kilde':
      return muligheder.kilder.has(vaerdi) ? vaerdi : undefined
    case 'omraade':
      return livsomraadeMedNoegle(vaerdi)?.noegle
  }
}

/** The step towards opening that a form asks for; undefined for no step. */
export function readOphaevelse(formular: Formular): Ophaevelseskommando | undefined {
  const trin = OPHAEVELSESTRIN.find((led) => led === readFelt(formular, 'trin'))
  return trin && { trin, begrundelse: readFelt(formular, 'begrundelse') }
}
