import { type Static, Type } from 'typebox'
import { DokumentKildeSchema, JournalnotatKildeSchema, SagKildeSchema } from './sag-dokument.kilde.ts'
import { AftaleKildeSchema, BevillingKildeSchema, OekonomiskEffektueringKildeSchema } from './ydelse.kilde.ts'

/** One delivered item of any of the six kinds, as received: a line of NDJSON, or what a SOAP object is read into. */
export const ElementKildeSchema = Type.Union([
  SagKildeSchema,
  DokumentKildeSchema,
  JournalnotatKildeSchema,
  BevillingKildeSchema,
  OekonomiskEffektueringKildeSchema,
  AftaleKildeSchema,
])
export type ElementKilde = Static<typeof ElementKildeSchema>
