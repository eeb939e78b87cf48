export { findOpslag, type OpslagRaekke } from './adgangslog.sql.ts'
export { readForDrift } from './read-for-drift.ts'
export { type Laesedeps, readPersondata, Sessionsfejl } from './read-persondata.ts'
export { createLogskriver, Logfejl, type Logskriver } from './skriver.ts'
