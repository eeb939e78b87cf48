import { type Static, Type } from 'typebox'
import type { ElementKilde } from './element.kilde.ts'
import { lukket, registreringsfelter } from './faelles.kilde.ts'

/**
 * A change as received (opdater): the registration's own fields and only those attribute sets, states and relations that change, in the
 * shape of the whole item. What is not named stays. How it is put together with what the index holds is said at mergeAendring.
 */
export type AendringKilde = ElementKilde

const flag = (description: string) => Type.Optional(Type.Boolean({ description }))

/** A deletion as received (fjern, AM-03): physical, for what is gone in the sender too. */
export const FjernelseKildeSchema = Type.Object(
  {
    art: Type.Union([
      Type.Literal('sag'),
      Type.Literal('dokument'),
      Type.Literal('journalnotat'),
      Type.Literal('bevilling'),
      Type.Literal('oekonomiskEffektuering'),
      Type.Literal('aftale'),
    ]),
    id: registreringsfelter.id,
    tidspunkt: Type.Optional(
      Type.String({ description: 'Hvornår det blev slettet hos afsenderen, dateTime med zone; uden er det nu' }),
    ),
    brugerRef: registreringsfelter.brugerRef,
    noteTekst: registreringsfelter.noteTekst,
    udenNotifikation: registreringsfelter.udenNotifikation,
    efterladSagsloeseDokumenter: flag('En sag: true lader dokumenter, som kun er på sagen, blive i indekset'),
    fjernOgsaaYdelse: flag('En sag: true fjerner også dens bevillinger og deres effektueringer'),
  },
  lukket,
)
export type FjernelseKilde = Static<typeof FjernelseKildeSchema>
