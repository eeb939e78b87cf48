/** The sandbox's stand-in for the shared token service, and how this installation takes signed messages. */
export { createIdws, entityId, type IdwsKonfiguration, sandkassenoegle, udstederNavn } from './opsaetning.ts'
export { TOKENTJENESTE_STI, tokentjenesteRoute } from './tokentjeneste.route.ts'
