export { sendtDag } from './afgoerelse.ts'
export { decideVisning, type Regelnavn } from './decide.ts'
export { explainVisning, type Regelforklaring, type Visningsforklaring } from './explain.ts'
export {
  type Brevfakta,
  type Dokumentfakta,
  type Fremdriftsperiode,
  type KleKonfiguration,
  KVALITETSKRAV,
  type Kvalitetskrav,
  type Noedstop,
  type SagFremdrift,
  type Sagsfakta,
  type Skjulegrund,
  STOPSLAGS,
  type Stopslags,
  TITELVISNINGER,
  type Titelvisning,
  type Visningsafgoerelse,
  type Visningsfakta,
  type Visningskontekst,
} from './fakta.ts'
export type { Saetning } from './forklaringer.ts'
export { type Fremdriftstrin, fremdriftForBorger, visningstidspunkt } from './fremdrift.ts'
export {
  aabentForslag,
  OPHAEVELSESTRIN,
  type Ophaevelseskommando,
  type Stopforloeb,
  type Stophaendelse,
  type Stopperson,
} from './noedstop/forloeb.ts'
export { STOP_SAETNINGER } from './noedstop/noedstop.errors.ts'
export { AKTIVE_NOEDSTOP } from './noedstop/noedstop.sql.ts'
export { advanceOphaevelse, readNoedstop, stopVisning } from './noedstop/noedstoplager.ts'
export { createOpsaetning, type Opsaetning } from './opsaetning.ts'
export { createOpsaetningslager, type Opsaetningslager, readOpsaetning, writeKonfigurationer } from './opsaetningslager.ts'
export {
  chooseTitel,
  type Gennemgangstilstand,
  type Titelgrund,
  type Titeludfald,
  type Titelvalg,
  type Titelvurdering,
} from './titel.ts'
