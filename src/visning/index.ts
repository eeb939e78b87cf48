export { decideVisning, type Regelnavn } from './decide.ts'
export { explainVisning, type Regelforklaring, type Visningsforklaring } from './explain.ts'
export type {
  Brevfakta,
  Dokumentfakta,
  Fremdriftsperiode,
  KleKonfiguration,
  SagFremdrift,
  Sagsfakta,
  Skjulegrund,
  Visningsafgoerelse,
  Visningsfakta,
  Visningskontekst,
} from './fakta.ts'
export type { Saetning } from './forklaringer.ts'
export { type Fremdriftstrin, fremdriftForBorger, visningstidspunkt } from './fremdrift.ts'
export { createOpsaetning, type Opsaetning } from './opsaetning.ts'
export { createOpsaetningslager, type Opsaetningslager } from './opsaetningslager.ts'
