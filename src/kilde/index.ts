export { useOnce } from './engang.ts'
export { createNoegle, hashHemmelighed, hashNoegle } from './hemmelighed.ts'
export {
  KILDE_SAETNINGER,
  type Legitimationsafvisning,
  type Leveringsafvisning,
  type Paastandsafvisning,
  type Tokenafvisning,
} from './kilde.errors.ts'
export type { Afgraensning, Kilde, Kildelegitimation } from './kilde.ts'
export { createKilderegister, type Kilderegister } from './kilderegister.ts'
export { verifyKlientpaastand } from './klientpaastand.ts'
export { addKildeCommands } from './kommandoer.ts'
export type { Legitimation, Legitimationssvar } from './legitimation.ts'
export { type Levering, mayDeliver } from './may-deliver.ts'
export { sagslinkFor } from './sagslink.ts'
export { type Signaturafvisning, verifySignatur } from './signatur.ts'
export { KENDTE_SLAGS, slagsnavn } from './slags.ts'
export { issueToken, TOKEN_SEKUNDER, type Tokennoegle, type Tokenopsaetning, verifyToken } from './token.ts'
