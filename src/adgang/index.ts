export type { Adgangsudfald, LoginAfvisning } from './adgang.errors.ts'
export { cookieName, readCookie, setCookie } from './cookie.ts'
export {
  type Adgangsfakta,
  type Enkeltfakta,
  type Hvem,
  hvemAf,
  organisationsreference,
  toReference,
  UKENDT,
} from './dataafgraensning/adgangsfakta.ts'
export { maaKende, maaSe, maaSeNogen } from './dataafgraensning/afgoer.ts'
export { explainAdgang } from './dataafgraensning/explain-adgang.ts'
export {
  type Privilegieopsaetning,
  parseFoelsomhedsvaerdier,
  STANDARDPRIVILEGIER,
} from './dataafgraensning/systemrolle.ts'
export { grundlagForDrift, isFormaal, kontekstForDrift, operatoerFor } from './driftsgrundlag.ts'
export { grundlagForBarn, grundlagForEgen, kontekstFor, sessionStatement } from './grundlag.ts'
export { grundlagForKilde, kontekstForKilde } from './kildegrundlag.ts'
export { addAdgangCommands } from './kommandoer.ts'
export { grundlagForKommune, kontekstForKommune, tekstkontekstForKommune } from './kommunegrundlag.ts'
export { sendAfvisning } from './medarbejder/afvis.ts'
export type { MedarbejderDeps } from './medarbejder/deps.ts'
export { harRolle } from './medarbejder/har-rolle.ts'
export { medarbejderOf } from './medarbejder/kendt.ts'
export { arbejdskontekst } from './medarbejder/kontekst.ts'
export { removeOldMedarbejdersessions } from './medarbejder/log-ind.ts'
export type { Medarbejder, Rolle } from './medarbejder/medarbejder.ts'
export { kommunepunkt, type Medarbejderpunkt } from './medarbejder/punkter.ts'
export { requireMedarbejder } from './medarbejder/require-medarbejder.ts'
export { type Rollekilde, tildelteRoller } from './medarbejder/rollekilde.ts'
export { countRolleindehavere, listRolleindehavere } from './medarbejder/rolletal.ts'
export { readMedarbejdersession } from './medarbejder/session.ts'
export { createArbejdsset } from './medarbejder/session-liv.ts'
export { tildelRolle } from './medarbejder/tildel-rolle.ts'
export { arbejdeRoutes } from './medarbejder/web/arbejde.route.ts'
export { ROLLEPUNKTER } from './medarbejder/web/roller.route.ts'
export { type BrokerKonfiguration, createBroker } from './oidc/broker.ts'
export { ARBEJDSINDGANG, BORGERINDGANG } from './oidc/indgang.ts'
export {
  grundlagForSagsbehandler,
  kontekstForSagsbehandler,
  type Opslag,
  sagsbehandlersSession,
} from './sagsbehandlergrundlag.ts'
export { createSaml, createSamlTil, type Saml, type Samlkonfiguration } from './saml/saml.ts'
export { samlRoutes } from './saml/web/saml.route.ts'
export { createSamlindgang } from './saml/web/samlindgang.ts'
export type { SessionRaekke } from './session.sql.ts'
export { INAKTIV_MINUTTER, readSession, type Session, type SessionDeps } from './session.ts'
export { createSetSkriver, removeOldSessions, type SetSkriver } from './session-liv.ts'
export { grundlagForSoegning, kontekstForKendskab, kontekstForSoegning } from './soegegrundlag.ts'
export { type AdgangRoutesDeps, adgangRoutes } from './web/adgang.route.ts'
export { readSprog, setSprog, sprogCookie } from './web/sprog.ts'
export { isFromOwnPage, parseWebsted, type Websted } from './websted.ts'
