export { findKendtePersoner, type Kendtperson } from './kendte-personer.ts'
export { type Soegedeps, soegPersoner } from './soeg-personer.ts'
export { SOEGEAFVISNINGER, type SoegeAfvisning } from './soegning.errors.ts'
export type { Soegesvar, Soegetraef, Soegning } from './typer.ts'
